//! A summary with a character that is refused.

use super::summary;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static SUMMARY_RESTRICTED_CHARACTER: Rule = Rule {
    id: "summary-restricted-character",
    official: &["RestrictedCharactersInSummary"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Write “and” for `&`",
        make: |cx, place| {
            fix::rewrite(cx, place, |summary| {
                let words = summary.replace('&', " and ");
                let better = words.split_whitespace().collect::<Vec<_>>().join(" ");
                (!better.contains(REFUSED)).then_some(better)
            })
        },
    }),
    docs: "\
A summary holds one of the characters that the validator refuses.

These are `/ \\ < > * % & ?`. Write them out: “and” for `&`.

```json bad also=operation-summary-punctuation
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices & bills\"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices and bills\"}}}}
```

```json bad also=operation-summary-punctuation,operation-summary-end
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"Is it paid?\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices and bills (all)\"}}}}
```
",
};

const REFUSED: [char; 8] = ['/', '\\', '<', '>', '*', '%', '&', '?'];

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(summary) = summary(operation) else { return };
    if let Some(refused) = summary.chars().find(|c| REFUSED.contains(c)) {
        out.say(
            Place::member(Role::Definition, operation.node, "summary"),
            format!("Take “{refused}” out of the summary: the validator refuses it."),
        );
    }
}
