//! Several responses with a schema.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SEVERAL_RESPONSES_WITH_SCHEMA: Rule = Rule {
    id: "several-responses-with-schema",
    official: &["OperationHasManyResponsesWithSchema"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
More than one response of an operation has a schema.

Only one of them is used to show people what they get; schemas of errors are of no use.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"404\": {\"description\": \"Not found.\", \"schema\": {\"type\": \"string\"}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"404\": {\"description\": \"Not found.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let responses = definition.responses(operation);
    let count = responses.filter(|response| response.schema().is_some()).count();
    if count > 1 {
        out.say(
            Place::member(Role::Definition, operation.node, "responses"),
            format!("{count} responses have a schema; only one is used. Keep that of success."),
        );
    }
}
