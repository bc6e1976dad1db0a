//! An operation that people use is hidden.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OPERATION_HIDDEN: Rule = Rule {
    id: "operation-hidden",
    official: &["OperationHidden"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
An operation that people use is hidden.

Existing flows still run, but nobody can edit them any more: the designer does not find the operation. Reviewers stop an update like this and ask for a written confirmation that nobody is hurt.

Take `x-ms-visibility: internal` away again. To keep new makers from it, mark it `deprecated` instead.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-visibility\": \"internal\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-visibility\": \"advanced\"}}}}
```

```json good published
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-visibility\": \"internal\"}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::OperationHidden = &difference.kind {
            out.say(place(), format!("Makers saw {subject} in the published version and do not any more. Make it visible again; mark it `deprecated` if it should fade out."));
        }
    }
}
