//! An operation whose answer nobody knows.

use crate::connector::definition::{Operation, Response};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static OUTPUT_SCHEMA_MISSING: Rule = Rule {
    id: "output-schema-missing",
    official: &["SchemaDefinitionSetIncorrectly"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A visible operation does not say what it answers.

Makers can use only those fields of the answer that a schema names. Give the response 200 (or 201) a `schema`, and the notification of a webhook trigger a `schema` of its own. Where the service answers with nothing at all, this advice may be passed over: two of five published connectors have such operations.

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done."}}}}}}
```

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"202": {"description": "Done.", "schema": {"type": "string"}}}}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"201": {"description": "Done.", "schema": {"type": "string"}}}}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done."}}, "x-ms-visibility": "internal"}}}}
```

```json good also=responses-missing,notification-url-missing
{"paths": {"/more": {"x-ms-notification-content": {"description": "More."}, "post": {"operationId": "More", "summary": "More", "description": "Does more.", "x-ms-trigger": "single", "responses": {}}}}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    if operation.is_internal() {
        return;
    }
    let mut responses = definition.responses(operation);
    if responses.len() == 0 {
        // Another rule asks for a response first, of triggers too.
        return;
    }
    let is_schema = |schema: Option<Node<'_>>| schema.is_some_and(Node::is_object);
    let content = operation.path_item.get("x-ms-notification-content");
    let content = content.filter(|content| content.is_object());
    let (described, what) = match content {
        Some(content) if operation.node.get("x-ms-trigger").is_some() => {
            (is_schema(content.get("schema")), "what the service sends")
        }
        _ => {
            let is_answer = |response: &Response<'_>| matches!(&*response.code, "200" | "201");
            let described =
                responses.any(|response| is_answer(&response) && is_schema(response.schema()));
            (described, "what it answers")
        }
    };
    if !described {
        out.say(
            Place::node(Role::Definition, operation.node),
            format!("{} does not say {what}. Add a `schema`.", operation.name()),
        );
    }
}
