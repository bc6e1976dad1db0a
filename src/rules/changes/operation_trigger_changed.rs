//! A trigger that became an action, or an action that became a trigger.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OPERATION_TRIGGER_CHANGED: Rule = Rule {
    id: "operation-trigger-changed",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
A trigger became an action, or an action became a trigger.

Flows begin with a trigger and call actions; those that exist hold the operation as what it was, and
stop working. Reviewers stop an update like this and ask for a written confirmation that nobody is
hurt.

Keep the operation as it was, mark it `deprecated` if it should fade out, and add the other one
under an id of its own.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-trigger\": \"batch\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-visibility\": \"advanced\"}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let Kind::TriggerChanged { is_trigger } = difference.kind else { continue };
        let (was, now) =
            if is_trigger { ("an action", "a trigger") } else { ("a trigger", "an action") };
        let text = format!(
            "{} was {was} in the published version and is {now}. Keep it as it was, and add the \
             other one under an id of its own.",
            quote(&difference.subject)
        );
        out.say(Place::Member(difference.role, difference.pointer.clone()), text);
    }
}
