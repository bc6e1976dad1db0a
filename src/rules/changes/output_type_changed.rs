//! A field of the answer has another type than before.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OUTPUT_TYPE_CHANGED: Rule = Rule {
    id: "output-type-changed",
    official: &["OutputFieldTypeChanged"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
A field of the answer has another type than before.

Expressions in later steps expect the old type and may fail. Reviewers stop an update like this and ask for a written confirmation that nobody is hurt. A changed `format` counts as well.

Keep type and format as published, even where they were wrong, or: keep the old operation, mark it `deprecated`, and add a new one beside it: a new path, a new `operationId` (the old one with `_V2`), and `x-ms-api-annotation` with the same `family` and the next `revision` on both.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"integer\"}}}}}}}}
```

```json bad published
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"format\": \"date\"}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"description\": \"The number.\"}}}}}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::OutputTypeChanged { was, now } = &difference.kind {
            out.say(place(), format!("The answer of {subject} was of type {} and is of type {} now. Keep the published type, or add a new revision of the operation.", quote(was), quote(now)));
        }
    }
}
