//! An operation that is further than its connector.

use super::annotation;
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::source::json::Node;

pub(crate) static OPERATION_STATUS_AHEAD_OF_CONNECTOR: Rule = Rule {
    id: "operation-status-ahead-of-connector",
    official: &["OperationStatusAheadOfConnector"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Call the operation a preview, too",
        make: |_, place| fix::set(place, "Preview"),
    }),
    docs: r#"An operation is in production while its connector is still in preview.

What belongs to a preview is a preview itself. Call the operation `Preview`, until the connector leaves preview.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"status": "Production"}}}}, "info": {"x-ms-api-annotation": {"status": "Preview"}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"status": "Preview"}}}}, "info": {"x-ms-api-annotation": {"status": "Preview"}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"status": "Production"}}}}, "info": {"x-ms-api-annotation": {"status": "Production"}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"status": "Production"}}}}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let info = cx.definition().and_then(Definition::info);
    let connector = info.and_then(|info| info.get("x-ms-api-annotation"));
    let is =
        |node: Node<'_>, wanted: &str| node.text("status").is_some_and(|status| status == wanted);
    let Some(own) = annotation(operation).filter(|node| is(*node, "Production")) else { return };
    if connector.is_some_and(|connector| is(connector, "Preview")) {
        out.say(
            Place::member(Role::Definition, own, "status"),
            format!("{} is in production, but the connector is in preview.", operation.name()),
        );
    }
}
