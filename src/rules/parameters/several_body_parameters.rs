//! More than one body.

use super::is_in;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SEVERAL_BODY_PARAMETERS: Rule = Rule {
    id: "several-body-parameters",
    official: &["OperationParametersContainMultipleBodyParameters"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
An operation has more than one body parameter.

There is one body only. Make it an object with several properties.

```json bad
{\"paths\": {\"/more\": {\"post\": {\"operationId\": \"More\", \"summary\": \"More\", \"description\": \"Does more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\"}}, {\"name\": \"more\", \"in\": \"body\", \"schema\": {\"type\": \"string\"}}]}}}}
```

```json good
{\"paths\": {\"/more\": {\"post\": {\"operationId\": \"More\", \"summary\": \"More\", \"description\": \"Does more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\"}}]}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let parameters = definition.effective_parameters(operation);
    let count = |place: &str| parameters.iter().filter(|found| is_in(found.node, place)).count();
    if count("body") > 1 {
        out.say(
            Place::node(Role::Definition, operation.node),
            "There is one body only. Make it an object with several properties.",
        );
    }
}
