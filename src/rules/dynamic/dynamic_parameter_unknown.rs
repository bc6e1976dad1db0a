//! A call that gives a parameter nobody has, or takes a value from one that is not there.

use crate::connector::dynamic::Call;
use crate::connector::dynamic::source::{Meaning, Source};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static DYNAMIC_PARAMETER_UNKNOWN: Rule = Rule {
    id: "dynamic-parameter-unknown",
    official: &["OperationParameterNameNotFound"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicCall(check_name), Look::DynamicSource(check_source)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A dynamic extension names a parameter that does not exist.

The names under `parameters` are those of the operation that is called; what `parameter` or `parameterReference` refers to belongs to the operation that holds the extension. In the newer extensions a property of the body is written with the name of the body parameter in front, such as `body/status`. The case of letters counts.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"state\": \"open\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": \"open\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"Kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}, {\"name\": \"kind\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/search\": {\"post\": {\"operationId\": \"ListInvoicesBy\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"required\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"status\": {\"type\": \"string\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoicesBy\", \"itemValuePath\": \"id\", \"parameters\": {\"body/state\": {\"value\": \"open\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/search\": {\"post\": {\"operationId\": \"ListInvoicesBy\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"required\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"status\": {\"type\": \"string\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoicesBy\", \"itemValuePath\": \"id\", \"parameters\": {\"body/status\": {\"value\": \"open\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/search\": {\"post\": {\"operationId\": \"ListInvoicesBy\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"required\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"status\": {\"type\": \"string\"}}, \"additionalProperties\": true}}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoicesBy\", \"itemValuePath\": \"id\", \"parameters\": {\"body/state\": {\"value\": \"open\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameterReference\": \"kind\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameterReference\": \"body/kind\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check_name(_: &Context<'_>, call: Call<'_>, out: &mut Sink<'_>) {
    let Some(target) = call.target() else { return };
    for (key, value) in call.arguments() {
        if matches!(call.meaning_of(target, &key), Meaning::Absent) {
            out.say(
                Place::Key(Role::Definition, value.pointer()),
                format!(
                    "The operation that is called has no parameter “{}”; mind the case of letters.",
                    quote(&key)
                ),
            );
        }
    }
}

fn check_source(_: &Context<'_>, source: &Source<'_>, out: &mut Sink<'_>) {
    if matches!(source.meaning, Meaning::Absent) {
        let name = source.reference.as_str().unwrap_or_default();
        out.say(
            Place::node(Role::Definition, source.reference),
            format!(
                "{} has no parameter “{}”; mind the case of letters.",
                source.caller.operation.name(),
                quote(&name)
            ),
        );
    }
}
