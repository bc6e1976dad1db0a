//! A default response with an empty schema.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static DEFAULT_RESPONSE_EMPTY_SCHEMA: Rule = Rule {
    id: "default-response-empty-schema",
    official: &["5000.2.4.2"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take the empty schema out",
        make: |cx, place| {
            let response = fix::node(cx, place)?.get("schema")?;
            fix::remove(&Place::node(Role::Definition, response))
        },
    }),
    docs: "\
The response `default` has an empty schema.

The maker portal writes it so, and the validator lets it pass; take it out all the same.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": null}, \"default\": {\"description\": \"Else.\", \"schema\": {}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": null}, \"default\": {\"description\": \"Else.\"}}}}}}
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
        if schema.is_some_and(|schema| schema.is_object() && schema.is_empty()) {
            out.say(
                Place::node(Role::Definition, response.written),
                "Take the empty schema out of `default`.",
            );
        }
    }
}
