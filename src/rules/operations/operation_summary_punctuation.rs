//! A summary with more than letters, digits and brackets.

use super::summary;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OPERATION_SUMMARY_PUNCTUATION: Rule = Rule {
    id: "operation-summary-punctuation",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: "\
A summary holds more than letters, digits, blanks and round brackets.

The paper asks for these alone; about every fifth published connector has hyphens or dots there all the same.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices - new\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List 2 invoices (new)\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(summary) = summary(operation) else { return };
    let odd = summary.chars().find(|c| !c.is_ascii_alphanumeric() && !matches!(c, ' ' | '(' | ')'));
    if let Some(odd) = odd {
        out.say(
            Place::member(Role::Definition, operation.node, "summary"),
            format!(
                "The summary holds “{}”; letters, digits and brackets are asked for.",
                quote(&odd.to_string())
            ),
        );
    }
}
