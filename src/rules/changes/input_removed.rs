//! An input that people fill in is gone.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static INPUT_REMOVED: Rule = Rule {
    id: "input-removed",
    official: &["InputFieldDeleted"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
An input that people fill in is gone.

Flows that give this input send it into nothing, and cannot be saved again in the designer. Reviewers stop an update like this and ask for a written confirmation that nobody is hurt.

Keep the input, optional, with a description that says it is not used any more. If it really must go: Keep the old operation, mark it `deprecated`, and add a new one beside it: a new path, a new `operationId` (the old one with `_V2`), and `x-ms-api-annotation` with the same `family` and the next `revision` on both.

```json bad published
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\"}]}}}}
```

```json bad published
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"state\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}}}
```

```json good published
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\", \"x-ms-visibility\": \"internal\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\"}]}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::InputRemoved = &difference.kind {
            out.say(place(), format!("The input {subject} of the published version is gone, and flows that fill it in break. Keep it as an optional one, or add a new revision of the operation."));
        }
    }
}
