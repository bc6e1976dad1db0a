//! A response without a description.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static RESPONSE_DESCRIPTION_MISSING: Rule = Rule {
    id: "response-description-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S10"],
    fix: None,
    docs: "\
A response has no description.

OpenAPI asks for one; the text of the status code is enough.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"description\": null}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"404\": {\"description\": \" \"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"404\": {\"description\": \"Not found.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    for response in definition.responses(operation) {
        if response.node.is_some_and(|node| terms::is_blank(node.text("description"))) {
            out.say(
                Place::node(Role::Definition, response.written),
                format!("The response {} has no description.", quote(&response.code)),
            );
        }
    }
}
