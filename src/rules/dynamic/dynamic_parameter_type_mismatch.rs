//! A parameter that is filled from one of another type.

use crate::connector::dynamic::source::Source;
use crate::connector::files::Role;
use crate::connector::schema::kind;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static DYNAMIC_PARAMETER_TYPE_MISMATCH: Rule = Rule {
    id: "dynamic-parameter-type-mismatch",
    official: &["OperationParameterTypeMismatch"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicSource(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A parameter of a dynamic call is filled from one of another type.

The value goes over as it is, so both must have the same type; `integer` and `number` are two types as well.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"number\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, source: &Source<'_>, out: &mut Sink<'_>) {
    let kinds = (source.target.node().and_then(kind), source.meaning.node().and_then(kind));
    if let (Some(wanted), Some(found)) = kinds
        && wanted != found
    {
        let name = source.reference.as_str().unwrap_or_default();
        out.say(
            Place::node(Role::Definition, source.reference),
            format!(
                "The operation that is called takes a value of the type {wanted}, but “{}” has the \
                 type {found}.",
                quote(&name)
            ),
        );
    }
}
