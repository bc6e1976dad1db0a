//! An operation without an id.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static OPERATION_ID_MISSING: Rule = Rule {
    id: "operation-id-missing",
    official: &["OperationIdRequired"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Derive the id from the summary",
        make: |cx, place| {
            let definition = cx.definition()?;
            let node = fix::parent(cx, place)?;
            let operation = definition.operations().find(|found| found.node.id() == node.id())?;
            fix::set(place, fix::operation::derived(definition, operation)?)
        },
    }),
    docs: "\
An operation has no id.

Flows call an operation by its id; it can never change later.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": null}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"ListInvoices\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \" \"}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"ListInvoices\"}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"operationId\": \"ListInvoices\"}}}}
```
",
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    if terms::is_blank(operation.id()) {
        out.say(
            Place::member(Role::Definition, operation.node, "operationId"),
            format!("{} has no operationId. Give it one, such as ListInvoices.", operation.name()),
        );
    }
}
