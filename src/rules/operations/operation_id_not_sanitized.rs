//! An operation id with more than letters and digits.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OPERATION_ID_NOT_SANITIZED: Rule = Rule {
    id: "operation-id-not-sanitized",
    official: &["OperationIdSanitized"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S7"],
    fix: None,
    docs: "\
An operation id holds more than letters and digits.

The platform takes everything else out when it shows the id. PascalCase is usual. Never change the id of an operation that people use already.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"List-Invoices\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"List_Invoices\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"ListInvoices2\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(id) = operation.id().filter(|id| !terms::is_blank(Some(id))) else { return };
    if !id.chars().all(|c| c.is_ascii_alphanumeric()) {
        out.say(
            Place::member(Role::Definition, operation.node, "operationId"),
            format!("“{}” holds more than letters and digits. PascalCase is usual.", quote(&id)),
        );
    }
}
