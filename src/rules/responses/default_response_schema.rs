//! A default response with a schema.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DEFAULT_RESPONSE_SCHEMA: Rule = Rule {
    id: "default-response-schema",
    official: &["DefaultResponseHasSchema", "5000.2.4.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: "\
The response `default` has a schema.

Schemas belong to the responses one expects. Move it to 200 if there is none, and leave `default` with a description.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": null}, \"default\": {\"description\": \"Else.\", \"schema\": {\"type\": \"string\"}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"default\": {\"description\": \"Else.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    for response in definition.responses(operation) {
        let schema = response.schema().filter(|_| response.code == "default");
        if schema.is_some_and(|schema| !(schema.is_object() && schema.is_empty())) {
            out.say(
                Place::node(Role::Definition, response.written),
                "`default` may not have a schema. Move it to the response that is expected.",
            );
        }
    }
}
