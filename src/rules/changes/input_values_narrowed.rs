//! Values that people may have chosen are not allowed any more.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static INPUT_VALUES_NARROWED: Rule = Rule {
    id: "input-values-narrowed",
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
Values that people may have chosen are not allowed any more.

Flows hold values that makers chose from the list, or typed where there was none, and go on sending them. The update check reports both.

Keep the old values in the list. Where a list is new, be sure that the service still takes what was free text before.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"enum\": [\"open\", \"paid\"]}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\", \"enum\": [\"1\", \"2\"]}]}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::InputValuesNarrowed { list_added } = &difference.kind {
            let message = if *list_added {
                format!(
                    "{subject} took any value in the published version and takes only those of a \
                     list now. Flows may hold others: be sure that the service still takes them."
                )
            } else {
                format!(
                    "{subject} lost a value of its list. Flows that chose it go on sending it: \
                     keep the value."
                )
            };
            out.say(place(), message);
        }
    }
}
