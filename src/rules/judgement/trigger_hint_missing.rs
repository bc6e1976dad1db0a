//! A trigger that does not say how to try it.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TRIGGER_HINT_MISSING: Rule = Rule {
    id: "trigger-hint-missing",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: r#"A trigger has no `x-ms-trigger-hint`.

Whoever tests a flow reads this sentence to learn what to do so that the trigger fires, for example
“Pay an invoice”. Without it the tester waits in front of an empty page.

Add `x-ms-trigger-hint` with one short sentence.

This is a judgement of style and may be wrong, for no text demands it: it fires on 49 of 216
published connectors. To be sure, test the trigger as somebody who has never seen the service.

```json bad
{"paths": {"/invoices": {"get": {
  "x-ms-trigger": "batch",
  "responses": {"200": {"description": "The invoices.", "schema": {"type": "array", "items": {"type": "string"}}}}
}}}}
```

```json good
{"paths": {"/invoices": {"get": {
  "x-ms-trigger": "batch", "x-ms-trigger-hint": "Pay an invoice to see it work.",
  "responses": {"200": {"description": "The invoices.", "schema": {"type": "array", "items": {"type": "string"}}}}
}}}}
```
"#,
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let is_trigger = operation.node.get("x-ms-trigger").is_some();
    if is_trigger && !operation.is_internal() && is_blank(operation.node.text("x-ms-trigger-hint"))
    {
        out.say(
            Place::member(Role::Definition, operation.node, "x-ms-trigger-hint"),
            "Nothing tells a tester how to make this trigger fire. Add `x-ms-trigger-hint` with \
             one short sentence.",
        );
    }
}
