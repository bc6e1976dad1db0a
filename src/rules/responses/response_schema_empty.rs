//! A response of success with an empty schema.

use crate::connector::definition::{Operation, Response};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static RESPONSE_SCHEMA_EMPTY: Rule = Rule {
    id: "response-schema-empty",
    official: &["5000.2.4.4"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: "\
The schema of a response of success says nothing.

People pick the fields of the answer in their flows; without properties there are none to pick. Describe them, or use a dynamic schema.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"properties\": {}, \"additionalProperties\": false}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"additionalProperties\": true}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"string\", \"items\": null}}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    for response in definition.responses(operation).filter(Response::is_success) {
        if response.schema().is_some_and(is_empty_schema) {
            out.say(
                Place::node(Role::Definition, response.written),
                format!(
                    "The schema of {} says nothing. Describe what comes back.",
                    quote(&response.code)
                ),
            );
        }
    }
}

/// Nothing can be known of a value by this schema (D14).
fn is_empty_schema(schema: Node<'_>) -> bool {
    const TELLING: [&str; 6] =
        ["$ref", "items", "allOf", "enum", "x-ms-dynamic-schema", "x-ms-dynamic-properties"];
    let filled = |node: Node<'_>| node.is_object() && !node.is_empty();
    let open = |node: Node<'_>| node.as_bool() == Some(true) || filled(node);
    schema.is_object()
        && !TELLING.iter().any(|name| schema.get(name).is_some())
        && !schema.get("additionalProperties").is_some_and(open)
        && !schema.get("properties").is_some_and(filled)
        && schema.get("type").is_none_or(|kind| kind.as_str().is_some_and(|kind| kind == "object"))
}
