//! An input has another type than before.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static INPUT_TYPE_CHANGED: Rule = Rule {
    id: "input-type-changed",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
An input has another type than before.

Flows keep the value as it was typed in: a text where a number is expected now. What your service makes of it decides whether they break.

Keep the type, or let the service accept both. If it really must change: Keep the old operation, mark it `deprecated`, and add a new one beside it: a new path, a new `operationId` (the old one with `_V2`), and `x-ms-api-annotation` with the same `family` and the next `revision` on both.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\"}]}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::InputTypeChanged { was, now } = &difference.kind {
            out.say(place(), format!("The input {subject} was of type {} and is of type {} now. Keep the type, or let the service accept both.", quote(was), quote(now)));
        }
    }
}
