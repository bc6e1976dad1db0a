//! A required parameter that is filled from an optional one.

use crate::connector::dynamic::source::{Meaning, Source};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static DYNAMIC_PARAMETER_SOURCE_OPTIONAL: Rule = Rule {
    id: "dynamic-parameter-source-optional",
    official: &["OperationParameterRequiredMismatch"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicSource(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A required parameter of a dynamic call is filled from an optional one.

When the maker leaves the optional parameter empty, the call fails and the list stays empty. Make the source required, give it a default, or let the operation that is called do without. Many published connectors accept the empty list, so this is a warning.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"default\": \"open\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"default\": \"open\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameterReference\": \"body/kind\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"kind\"], \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameterReference\": \"body/kind\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, source: &Source<'_>, out: &mut Sink<'_>) {
    let Meaning::Parameter(target) = source.target else { return };
    let Some(origin) = source.meaning.node() else { return };
    let is_required = target.get("required").and_then(Node::as_bool) == Some(true);
    let has_default = |node: Node<'_>| node.get("default").is_some();
    if is_required
        && source.is_required == Some(false)
        && !has_default(target)
        && !has_default(origin)
    {
        let name = source.reference.as_str().unwrap_or_default();
        out.say(
            Place::node(Role::Definition, source.reference),
            format!(
                "The operation that is called cannot do without this value, but “{}” may stay \
                 empty: make it required or give it a default.",
                quote(&name)
            ),
        );
    }
}
