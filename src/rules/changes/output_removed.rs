//! A field of the answer that people use is gone.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OUTPUT_REMOVED: Rule = Rule {
    id: "output-removed",
    official: &["OutputFieldDeleted"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
A field of the answer that people use is gone.

Later steps of a flow refer to it and find nothing. Reviewers stop an update like this and ask for a written confirmation that nobody is hurt.

Keep the field. If the service does not send it any more: Keep the old operation, mark it `deprecated`, and add a new one beside it: a new path, a new `operationId` (the old one with `_V2`), and `x-ms-api-annotation` with the same `family` and the next `revision` on both.

```json bad published also=output-type-changed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"number\": {\"type\": \"string\", \"title\": \"Number\"}}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\", \"x-ms-summary\": \"Number\"}}}}}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::OutputRemoved = &difference.kind {
            out.say(place(), format!("{subject} is not in the answer any more, and steps that use it break. Keep it, or add a new revision of the operation."));
        }
    }
}
