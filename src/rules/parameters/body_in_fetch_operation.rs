//! A GET with a body.

use super::is_in;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static BODY_IN_FETCH_OPERATION: Rule = Rule {
    id: "body-in-fetch-operation",
    official: &["BodyOrFormDataParameterInFetchOperationNotAllowed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
An operation with the method GET has a body or form fields.

A GET carries none. Use parameters in the query, or POST.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\"}}]}}}}
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
    if operation.method == "get" && count("body") + count("formData") > 0 {
        out.say(
            Place::node(Role::Definition, operation.node),
            "A GET cannot carry a body or form fields. Put them into the query, or use POST.",
        );
    }
}
