//! A summary that ends with punctuation or a blank.

use super::summary;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static OPERATION_SUMMARY_END: Rule = Rule {
    id: "operation-summary-end",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S7"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take blanks and stops off the end",
        make: |cx, place| fix::rewrite(cx, place, fix::text::name_without_stops),
    }),
    docs: "\
A summary ends with punctuation or a blank.

It is a name, not a sentence; a closing bracket is fine.

```json bad also=operation-summary-punctuation
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices.\"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices \"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices (all)\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(summary) = summary(operation) else { return };
    let last = summary.chars().last();
    if last.is_some_and(|last| !last.is_ascii_alphanumeric() && last != ')') {
        out.say(
            Place::member(Role::Definition, operation.node, "summary"),
            "End the summary with a letter, a digit or a closing bracket: it is a name.",
        );
    }
}
