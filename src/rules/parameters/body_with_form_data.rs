//! A body together with form fields.

use super::is_in;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static BODY_WITH_FORM_DATA: Rule = Rule {
    id: "body-with-form-data",
    official: &["ParameterListContainsFormDataAndBody"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
An operation has a body and form fields together.

It is one or the other.

```json bad also=consumes-incompatible-with-parameters
{\"paths\": {\"/more\": {\"post\": {\"operationId\": \"More\", \"summary\": \"More\", \"description\": \"Does more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\"}}, {\"name\": \"form\", \"in\": \"formData\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}}}
```

```json good also=consumes-incompatible-with-parameters
{\"paths\": {\"/more\": {\"post\": {\"operationId\": \"More\", \"summary\": \"More\", \"description\": \"Does more.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"parameters\": [{\"name\": \"form\", \"in\": \"formData\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let parameters = definition.effective_parameters(operation);
    let count = |place: &str| parameters.iter().filter(|found| is_in(found.node, place)).count();
    if count("body") > 0 && count("formData") > 0 {
        out.say(
            Place::node(Role::Definition, operation.node),
            "A body and form fields exclude each other. Keep one of the two.",
        );
    }
}
