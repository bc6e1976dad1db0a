//! A web hook that nobody can take away.

use super::is_webhook;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static WEBHOOK_DELETION_MISSING: Rule = Rule {
    id: "webhook-deletion-missing",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S5"],
    fix: None,
    docs: r#"A trigger makes a web hook, but the definition has no operation that deletes one.

When a flow is switched off or deleted, the platform sends DELETE to the address that the creation
answered in its `Location` header. The definition has to describe that operation, or hooks pile up
at the service. The policy template that routes requests may stand in for it.

Describe the DELETE operation at the path of the hook, and hide it with `x-ms-visibility` internal.

This is a judgement, for any DELETE operation of the definition counts: it fires on 12 of 216
published connectors. To be sure, switch a flow off and look whether the hook is gone.

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
        "properties": {"id": {"type": "string"}}}, "headers": {"Location": {"type": "string"}}}}
    }
  }
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
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    if !is_webhook(definition, operation)
        || definition.operations().any(|other| other.method == "delete")
    {
        return;
    }
    out.say(
        Place::node(Role::Definition, operation.node),
        "This trigger makes a web hook, but no operation deletes one. Describe the DELETE \
         operation at the address that the creation answers, and make it internal.",
    );
}
