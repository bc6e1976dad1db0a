//! A description without a full stop.

use super::is_unfinished;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static OPERATION_DESCRIPTION_NO_FULL_STOP: Rule = Rule {
    id: "operation-description-no-full-stop",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S7"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "End it with a full stop",
        make: |cx, place| fix::rewrite(cx, place, fix::text::with_full_stop),
    }),
    docs: "\
The description of an operation does not end like a sentence.

The paper asks for a full stop, a question or an exclamation mark; most published connectors lack it somewhere.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"description\": \"Lists invoices\"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"description\": \"Lists invoices.\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"description\": \"Lists invoices! \"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    if operation.node.text("description").is_some_and(|text| is_unfinished(&text)) {
        out.say(
            Place::member(Role::Definition, operation.node, "description"),
            "End the description with a full stop.",
        );
    }
}
