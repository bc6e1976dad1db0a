//! A summary has more than 120 characters.

use super::summary;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_SUMMARY_TOO_LONG: Rule = Rule {
    id: "operation-summary-too-long",
    official: &["OperationSummaryTooLong"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A summary has more than 120 characters.

That is the limit of the validator itself, beyond the 80 that the guide asks for.

```json bad also=operation-summary-over-80
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}}}
```

```json good also=operation-summary-over-80
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}}}
```
",
};

const MOST: usize = 120;

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(summary) = summary(operation) else { return };
    let length = terms::length(&summary);
    if length > MOST {
        out.say(
            Place::member(Role::Definition, operation.node, "summary"),
            format!(
                "The summary has {length} characters; {MOST} at most. Shorten it by {}.",
                length - MOST
            ),
        );
    }
}
