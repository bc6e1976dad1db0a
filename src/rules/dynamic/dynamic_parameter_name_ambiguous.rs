//! A name that means a parameter and a property of the body at once.

use crate::connector::dynamic::source::Meaning;
use crate::connector::dynamic::{Call, is_in_body};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static DYNAMIC_PARAMETER_NAME_AMBIGUOUS: Rule = Rule {
    id: "dynamic-parameter-name-ambiguous",
    official: &["OperationParameterNameIsAmbiguous"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicCall(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A dynamic extension names a parameter that is also a property of the body.

The older extensions name parameters and properties of the body alike, so nobody can tell which one is meant. Rename one of them in the operation that is called.

```json bad
{\"paths\": {\"/search\": {\"post\": {\"operationId\": \"ListInvoicesBy\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"body\", \"in\": \"body\", \"required\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"status\": {\"type\": \"string\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoicesBy\", \"value-path\": \"id\", \"parameters\": {\"status\": \"open\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/search\": {\"post\": {\"operationId\": \"ListInvoicesBy\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"body\", \"in\": \"body\", \"required\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"state\": {\"type\": \"string\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoicesBy\", \"value-path\": \"id\", \"parameters\": {\"status\": \"open\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/search\": {\"post\": {\"operationId\": \"ListInvoicesBy\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}, {\"name\": \"body\", \"in\": \"body\", \"required\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"status\": {\"type\": \"string\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoicesBy\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"value\": \"open\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, call: Call<'_>, out: &mut Sink<'_>) {
    let Some(target) = call.target().filter(|_| call.kind().is_first_version()) else { return };
    for (key, value) in call.arguments() {
        let is_parameter = target.named(&key).any(|parameter| !is_in_body(parameter));
        if is_parameter && matches!(target.in_body(&key), Meaning::Property(_)) {
            out.say(
                Place::Key(Role::Definition, value.pointer()),
                format!(
                    "“{}” is a parameter of the operation that is called and a property of its \
                     body too: rename one of them.",
                    quote(&key)
                ),
            );
        }
    }
}
