//! A call of an operation that does not exist.

use crate::connector::definition::Operation;
use crate::connector::dynamic::Call;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static OPERATION_REFERENCE_UNKNOWN: Rule = Rule {
    id: "operation-reference-unknown",
    official: &["OperationIdNotFound"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicCall(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4", "S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Call the operation whose id differs only by capitals or signs",
        make: |cx, place| {
            fix::rewrite(cx, place, |wanted| {
                let plain = |id: &str| -> String {
                    let letters = id.chars().filter(|c| c.is_alphanumeric());
                    letters.map(|c| c.to_ascii_lowercase()).collect()
                };
                let wanted = plain(wanted);
                let ids = cx.definition()?.operations().filter_map(Operation::id);
                let mut alike = ids.filter(|id| plain(id) == wanted);
                let found = alike.next()?;
                (alike.next().is_none() && !wanted.is_empty()).then(|| found.into_owned())
            })
        },
    }),
    docs: "\
A dynamic extension calls an operation that does not exist.

Lists and schemas that are fetched at design time, the test of a connection, file pickers, simulations and notifications name operations by their id, whose case counts.

```json bad
{\"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"listInvoices\"}}}
```

```json fixed
{\"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"ListInvoices\"}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"x-ms-dynamic-values\": {\"operationId\": \"Gone\", \"value-path\": \"id\"}}]}}}}
```

```json bad
{\"x-ms-capabilities\": {\"file-picker\": {\"open\": {\"operationId\": \"ListInvoices\"}, \"browse\": {\"operationId\": \"Gone\"}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-operation-context\": {\"simulate\": {\"operationId\": \"Gone\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Gone\"}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-tree\": {\"open\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}, \"browse\": {\"operationId\": \"Gone\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-tree\": {\"open\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}, \"browse\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"x-ms-capabilities\": {\"testConnection\": {\"operationId\": \"ListInvoices\"}}}
```
",
};

fn check(cx: &Context<'_>, call: Call<'_>, out: &mut Sink<'_>) {
    let Some(node) = call.node().get("operationId") else { return };
    let Some(id) = node.as_str() else { return };
    if !cx.definition().is_some_and(|definition| definition.index().has_operation_id(&id)) {
        out.say(
            Place::node(Role::Definition, node),
            format!("No operation has the id “{}”.", quote(&id)),
        );
    }
}
