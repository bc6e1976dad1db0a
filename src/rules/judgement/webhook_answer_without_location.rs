//! The creation of a web hook that does not say where the hook is.

use super::is_webhook;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static WEBHOOK_ANSWER_WITHOUT_LOCATION: Rule = Rule {
    id: "webhook-answer-without-location",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: r#"The operation that makes a web hook describes no 201 answer with a `Location` header.

The platform reads the address of the new hook from that header and sends DELETE there when the flow
is switched off. Without it hooks stay for ever.

Let the service answer 201 with `Location`, and describe the header in the response.

This is a judgement, for headers are often sent and not described: it fires on 47 of 216 published
connectors. To be sure, make a hook by hand and look at the answer.

```json bad
{"paths": {
  "/hooks": {
    "x-ms-notification-content": {"schema": {"type": "object", "properties": {
      "id": {"type": "string"}
    }}},
    "post": {
      "operationId": "WhenPaid", "summary": "When an invoice is paid",
      "description": "Starts when an invoice is paid.", "x-ms-trigger": "single",
      "x-ms-trigger-hint": "Pay an invoice.",
      "parameters": [{"name": "body", "in": "body", "schema": {
        "type": "object", "required": ["url"], "properties": {"url": {
          "type": "string", "x-ms-visibility": "internal", "x-ms-notification-url": true
        }}
      }}],
      "responses": {"201": {"description": "It is made.", "schema": {"type": "object",
        "properties": {"id": {"type": "string"}}}}}
    }
  },
  "/hooks/{id}": {"delete": {
    "operationId": "DeleteHook", "summary": "Delete hook", "description": "Deletes a hook.",
    "x-ms-visibility": "internal",
    "parameters": [{"name": "id", "in": "path", "type": "string", "required": true,
      "x-ms-summary": "Hook", "description": "The hook.", "x-ms-url-encoding": "single"}],
    "responses": {"204": {"description": "It is gone."}}
  }}
}}
```

```json bad
{"paths": {
  "/hooks": {
    "x-ms-notification-content": {"schema": {"type": "object", "properties": {
      "id": {"type": "string"}
    }}},
    "post": {
      "operationId": "WhenPaid", "summary": "When an invoice is paid",
      "description": "Starts when an invoice is paid.", "x-ms-trigger": "single",
      "x-ms-trigger-hint": "Pay an invoice.",
      "parameters": [{"name": "body", "in": "body", "schema": {
        "type": "object", "required": ["url"], "properties": {"url": {
          "type": "string", "x-ms-visibility": "internal", "x-ms-notification-url": true
        }}
      }}],
      "responses": {"200": {"description": "It is made.", "schema": {"type": "object",
        "properties": {"id": {"type": "string"}}}, "headers": {"Location": {"type": "string"}}}}
    }
  },
  "/hooks/{id}": {"delete": {
    "operationId": "DeleteHook", "summary": "Delete hook", "description": "Deletes a hook.",
    "x-ms-visibility": "internal",
    "parameters": [{"name": "id", "in": "path", "type": "string", "required": true,
      "x-ms-summary": "Hook", "description": "The hook.", "x-ms-url-encoding": "single"}],
    "responses": {"204": {"description": "It is gone."}}
  }}
}}
```

```json good
{"paths": {
  "/hooks": {
    "x-ms-notification-content": {"schema": {"type": "object", "properties": {
      "id": {"type": "string"}
    }}},
    "post": {
      "operationId": "WhenPaid", "summary": "When an invoice is paid",
      "description": "Starts when an invoice is paid.", "x-ms-trigger": "single",
      "x-ms-trigger-hint": "Pay an invoice.",
      "parameters": [{"name": "body", "in": "body", "schema": {
        "type": "object", "required": ["url"], "properties": {"url": {
          "type": "string", "x-ms-visibility": "internal", "x-ms-notification-url": true
        }}
      }}],
      "responses": {"201": {"description": "It is made.", "schema": {"type": "object",
        "properties": {"id": {"type": "string"}}}, "headers": {"location": {"type": "string"}}}}
    }
  },
  "/hooks/{id}": {"delete": {
    "operationId": "DeleteHook", "summary": "Delete hook", "description": "Deletes a hook.",
    "x-ms-visibility": "internal",
    "parameters": [{"name": "id", "in": "path", "type": "string", "required": true,
      "x-ms-summary": "Hook", "description": "The hook.", "x-ms-url-encoding": "single"}],
    "responses": {"204": {"description": "It is gone."}}
  }}
}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    if !is_webhook(definition, operation) {
        return;
    }
    let says_where = definition.responses(operation).any(|response| {
        let headers = response.node.and_then(|node| node.get("headers"));
        let has_location = headers.is_some_and(|headers| {
            headers.members().any(|(name, _)| name.eq_ignore_ascii_case("location"))
        });
        response.code == "201" && has_location
    });
    if !says_where {
        out.say(
            Place::member(Role::Definition, operation.node, "responses"),
            "The platform learns from a 201 answer with a `Location` header where the hook is, to \
             delete it later. Let the service send it, and describe the header.",
        );
    }
}
