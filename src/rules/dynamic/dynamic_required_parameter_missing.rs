//! A call that leaves out what the called operation requires.

use crate::connector::dynamic::Call;
use crate::connector::dynamic::source::must_be_given;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static DYNAMIC_REQUIRED_PARAMETER_MISSING: Rule = Rule {
    id: "dynamic-required-parameter-missing",
    official: &["OperationMissingRequiredProperty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicCall(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A dynamic extension leaves out a parameter that its operation requires.

The designer calls the operation by itself, so the extension must give every required parameter that has no default: a fixed value, or a reference to another parameter of this operation.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": \"open\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": true, \"default\": \"open\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\", \"required\": false}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, call: Call<'_>, out: &mut Sink<'_>) {
    let Some(target) = call.target() else { return };
    let given = call.node().get("parameters");
    let mut missing = target
        .parameters()
        .filter(|parameter| must_be_given(*parameter))
        .filter_map(|parameter| parameter.text("name"))
        .filter(|name| given.is_none_or(|given| given.get(name).is_none()));
    if let Some(first) = missing.next() {
        out.say(
            Place::member(Role::Definition, call.node(), "parameters"),
            format!(
                "The operation that is called requires “{}”{}: give it under `parameters`.",
                quote(&first),
                if missing.next().is_some() { " and others" } else { "" },
            ),
        );
    }
}
