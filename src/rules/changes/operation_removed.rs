//! An operation that people use is gone.

use crate::connector::compare::{Comparison, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OPERATION_REMOVED: Rule = Rule {
    id: "operation-removed",
    official: &["OperationDeleted"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S8"],
    fix: None,
    docs: "\
An operation that people use is gone.

Flows and apps remember an operation by its `operationId`; without it they stop working, and reviewers stop an update like this and ask for a written confirmation that nobody is hurt.

Keep the old operation, mark it `deprecated`, and add a new one beside it: a new path, a new `operationId` (the old one with `_V2`), and `x-ms-api-annotation` with the same `family` and the next `revision` on both. An operation that only changed its id is gone, too: give the id back. Operations that makers never saw (`internal`) may go.

```json bad published
{\"paths\": {\"/invoices/late\": {\"get\": {\"operationId\": \"ListLateInvoices\", \"summary\": \"Get an invoice\", \"description\": \"Gets one invoice.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json bad published
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"GetInvoices\"}}}}
```

```json good published
{\"paths\": {\"/invoices/late\": {\"get\": {\"operationId\": \"ListLateInvoices\", \"summary\": \"Get an invoice\", \"description\": \"Gets one invoice.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}, \"x-ms-visibility\": \"internal\"}}}}
```

```json good
{\"paths\": {\"/invoices/late\": {\"get\": {\"operationId\": \"ListLateInvoices\", \"summary\": \"Get an invoice\", \"description\": \"Gets one invoice.\", \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    for difference in &comparison.differences {
        let place = || Place::Member(difference.role, difference.pointer.clone());
        let subject = quote(&difference.subject);
        if let Kind::OperationRemoved { renamed } = &difference.kind {
            let message = match renamed {
                Some(now) => format!(
                    "The operation {subject} is called {} now. Flows know it by its id: give the \
                     id back.",
                    quote(now)
                ),
                None => format!(
                    "The operation {subject} of the published version is gone, and flows that use \
                     it break. Keep it, marked `deprecated`, beside the new one."
                ),
            };
            out.say(place(), message);
        }
    }
}
