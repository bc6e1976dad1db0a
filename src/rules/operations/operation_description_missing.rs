//! An operation without a description.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_DESCRIPTION_MISSING: Rule = Rule {
    id: "operation-description-missing",
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
An operation has no description.

Say in a sentence what it does. Internal operations need none.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"description\": \" \"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"description\": null, \"x-ms-visibility\": \"internal\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    if !operation.is_internal() && terms::is_blank(operation.node.text("description")) {
        out.say(
            Place::member(Role::Definition, operation.node, "description"),
            format!("{} has no description. Say in a sentence what it does.", operation.name()),
        );
    }
}
