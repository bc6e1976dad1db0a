//! An operation asks for an input that flows do not send.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static REQUIRED_INPUT_ADDED: Rule = Rule {
    id: "required-input-added",
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
An operation asks for an input that flows do not send.

Every flow that exists calls without it and fails. Reviewers stop an update like this and ask for a written confirmation that nobody is hurt.

Make the new input optional, or give it a `default`. If your service cannot do without: Keep the old operation, mark it `deprecated`, and add a new one beside it: a new path, a new `operationId` (the old one with `_V2`), and `x-ms-api-annotation` with the same `family` and the next `revision` on both.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\", \"required\": true}]}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\", \"required\": true, \"default\": \"1\"}]}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"page\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Page\", \"description\": \"Where to go on.\"}]}}}}
```

```json good published
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::RequiredInputAdded = &difference.kind {
            out.say(place(), format!("{subject} is required now, and flows that exist do not send it. Make it optional, or give it a `default`."));
        }
    }
}
