//! A batch trigger whose answer holds no list.

use super::is_webhook;
use crate::connector::definition::{Operation, Response};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;
use crate::source::pointer::resolve_reference;

pub(crate) static BATCH_TRIGGER_WITHOUT_LIST: Rule = Rule {
    id: "batch-trigger-without-list",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: r#"A batch trigger answers with a schema that is no list and holds none.

`batch` means that one answer brings several events, each of which starts a flow of its own. The
list may be the answer itself or a property of it.

Describe the list, or make the trigger `single`.

This is a judgement, for a policy may change the answer on its way: it fires on 1 of 216
published connectors. To be sure, run the trigger with two new events.

```json bad
{"paths": {"/invoices": {"get": {
  "x-ms-trigger": "batch", "x-ms-trigger-hint": "Pay an invoice to see it work.",
  "responses": {"200": {"description": "The invoices.", "schema": {
    "type": "object", "items": null, "properties": {"id": {"type": "string"}}
  }}}
}}}}
```

```json good
{"paths": {"/invoices": {"get": {
  "x-ms-trigger": "batch", "x-ms-trigger-hint": "Pay an invoice to see it work.",
  "responses": {"200": {"description": "The invoices.", "schema": {"type": "array", "items": {"type": "string"}}}}
}}}}
```

```json good
{"paths": {"/invoices": {"get": {
  "x-ms-trigger": "batch", "x-ms-trigger-hint": "Pay an invoice to see it work.",
  "responses": {"200": {"description": "The invoices.", "schema": {"type": "object", "items": null, "properties": {
    "value": {"type": "array", "items": {"type": "string"}}
  }}}}
}}}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let is_batch = operation.node.text("x-ms-trigger").is_some_and(|kind| kind == "batch");
    if !is_batch || is_webhook(definition, operation) {
        return;
    }
    let target = |schema: Node<'_>| match schema.text("$ref") {
        Some(reference) => resolve_reference(definition.root(), &reference).map(Node::id),
        None => Some(schema.id()),
    };
    let schemas = definition.responses(operation).filter(Response::is_success);
    let schemas =
        schemas.filter_map(|response| response.schema()).filter(|schema| !schema.is_empty());
    for schema in schemas.filter_map(target).map(|id| definition.node(id)) {
        let properties = schema.get("properties").into_iter().flat_map(Node::members);
        let inner = properties.filter_map(|(_, property)| target(property));
        let mut candidates = inner.map(|id| definition.node(id)).chain([schema]);
        if !candidates.any(may_be_list) {
            out.say(
                Place::member(Role::Definition, operation.node, "x-ms-trigger"),
                "A batch trigger answers with a list, but this answer holds none. Describe the \
                 list, or make the trigger `single`.",
            );
        }
    }
}

/// Whether a schema describes a list, or leaves open what it describes.
fn may_be_list(schema: Node<'_>) -> bool {
    schema.text("type").is_some_and(|kind| kind == "array")
        || ["items", "allOf", "x-ms-dynamic-schema", "x-ms-dynamic-properties"]
            .into_iter()
            .any(|member| schema.get(member).is_some())
}
