//! An operation id with more than letters and digits.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Take everything but letters and digits out of the id, wherever it stands",
        make: |cx, place| {
            let node = fix::node(cx, place)?;
            let id: String =
                node.as_str()?.chars().filter(char::is_ascii_alphanumeric).collect();
            fix::operation::renamed(cx, node, &id).filter(|_| !id.is_empty())
        },
    }),
    docs: "\
An operation id holds more than letters and digits.

The platform takes everything else out when it shows the id. PascalCase is usual. Never change the id of an operation that people use already.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"List-Invoices\"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"ListInvoices\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"List_Invoices\"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"ListInvoices\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"List-Invoices\"}}}, \"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"List-Invoices\"}}}
```

```json bad and file=apiProperties.json
{\"properties\": {\"scriptOperations\": [\"List-Invoices\"]}}
```

```text bad and file=script.csx
if (id == \"List-Invoices\") return null; // not List-Invoices2
```

```text bad and file=readme.md
# Publisher
# Prerequisites
# Supported operations
## List-Invoices
Calls List-Invoices.
# Obtaining credentials
# Known issues and limitations
# Deployment instructions
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"ListInvoices\"}}}, \"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"ListInvoices\"}}}
```

```json fixed and file=apiProperties.json
{\"properties\": {\"scriptOperations\": [\"ListInvoices\"]}}
```

```text fixed and file=script.csx
if (id == \"ListInvoices\") return null; // not List-Invoices2
```

```text fixed and file=readme.md
# Publisher
# Prerequisites
# Supported operations
## ListInvoices
Calls List-Invoices.
# Obtaining credentials
# Known issues and limitations
# Deployment instructions
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
