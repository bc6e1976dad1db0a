//! An input that people fill in is hidden.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static INPUT_HIDDEN: Rule = Rule {
    id: "input-hidden",
    official: &["InputFieldVisibilityChangedToInternal"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
An input that people fill in is hidden.

Makers cannot see or change any more what their flows give. Reviewers stop an update like this and ask for a written confirmation that nobody is hurt.

Take `x-ms-visibility: internal` away again; `advanced` puts an input behind “Show advanced options” and breaks nothing.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"internal\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-visibility\": \"advanced\"}]}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::InputHidden = &difference.kind {
            out.say(place(), format!("Makers saw the input {subject} in the published version and do not any more. Make it visible again; `advanced` hides it gently."));
        }
    }
}
