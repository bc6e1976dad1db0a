//! A summary has more than 80 characters.

use super::summary;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_SUMMARY_OVER_80: Rule = Rule {
    id: "operation-summary-over-80",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: "\
A summary has more than 80 characters.

Longer ones are cut in the lists of the platform. Internal operations are looked at too.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}}}
```
",
};

const MOST: usize = 80;

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
