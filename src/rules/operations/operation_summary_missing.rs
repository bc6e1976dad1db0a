//! An operation without a summary.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_SUMMARY_MISSING: Rule = Rule {
    id: "operation-summary-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: "\
An operation has no summary.

The summary is the name people pick it by. Internal operations need none.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": null}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"\", \"x-ms-visibility\": \"internal\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    if !operation.is_internal() && terms::is_blank(operation.node.text("summary")) {
        out.say(
            Place::member(Role::Definition, operation.node, "summary"),
            format!("{} has no summary. Name it as people will look for it.", operation.name()),
        );
    }
}
