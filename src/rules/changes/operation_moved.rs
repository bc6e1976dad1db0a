//! An operation calls another address than before.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OPERATION_MOVED: Rule = Rule {
    id: "operation-moved",
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
An operation calls another address than before.

The update check of Microsoft reports a changed path or method, since the published operation may still be called at the old place while the update travels through the regions.

Keep the old address alive on your server, or give the new one an operation of its own with a new `operationId`. If the old address answers as before, say so in the pull request.

```json bad published
{\"paths\": {\"/invoices\": null, \"/bills\": {\"get\": {\"operationId\": \"ListInvoices\", \"summary\": \"Get an invoice\", \"description\": \"Gets one invoice.\", \"responses\": {\"200\": {\"description\": \"The invoices.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}}}
```

```json good published
{\"paths\": {\"/invoices\": {\"get\": {\"summary\": \"List bills\"}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::OperationMoved { was, now } = &difference.kind {
            out.say(place(), format!("{subject} was published as {} and is {} now. Keep the old address working, or give the new one an `operationId` of its own.", quote(was), quote(now)));
        }
    }
}
