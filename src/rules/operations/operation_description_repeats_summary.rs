//! A description that repeats the summary.

use super::summary;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_DESCRIPTION_REPEATS_SUMMARY: Rule = Rule {
    id: "operation-description-repeats-summary",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S7"],
    fix: None,
    docs: "\
The description of an operation only repeats its summary.

People read it when the name is not enough: say what the operation takes, does and gives.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices\", \"description\": \" LIST invoices..\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List invoices\", \"description\": \"List the invoices.\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let (Some(summary), Some(description)) =
        (summary(operation), operation.node.text("description"))
    else {
        return;
    };
    let plain = |text: &str| text.trim().to_ascii_lowercase().trim_end_matches('.').to_owned();
    if !terms::is_blank(Some(&description)) && plain(&summary) == plain(&description) {
        out.say(
            Place::member(Role::Definition, operation.node, "description"),
            "The description only repeats the summary. Say what the operation takes and gives.",
        );
    }
}
