//! A fixed value of another type than the parameter.

use serde_json::{Number, Value};

use super::super::schemas::fits;
use super::call;
use crate::connector::dynamic::Call;
use crate::connector::files::Role;
use crate::connector::schema::kind;
use crate::rule::fix::{node, set};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::{Kind, Node};

pub(crate) static DYNAMIC_STATIC_VALUE_TYPE_MISMATCH: Rule = Rule {
    id: "dynamic-static-value-type-mismatch",
    official: &["OperationParameterStaticTypeMismatch"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicCall(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the value in the type of the parameter",
        make: convert,
    }),
    docs: "\
A fixed value given to a dynamic call does not fit the parameter.

The operation that is called declares the type of each parameter. A number in quotes is a text: write it without them, or a text with them.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": \"10\"}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": 10}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"value\": true}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"value\": \"true\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": 1.5}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}, \"parameters\": [{\"name\": \"status\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Status\", \"description\": \"Only invoices with this status.\"}]}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"value\": 1.0}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, call: Call<'_>, out: &mut Sink<'_>) {
    for (key, value) in call.arguments() {
        if let Some((constant, kind)) = misfit(call, &key, value) {
            out.say(
                Place::Key(Role::Definition, value.pointer()),
                format!(
                    "“{}” takes a value of the type {kind}, which {} is not.",
                    quote(&key),
                    quote(constant.raw())
                ),
            );
        }
    }
}

/// The constant that does not fit, and the type that is wanted.
fn misfit<'a>(call: Call<'a>, key: &str, value: Node<'a>) -> Option<(Node<'a>, &'static str)> {
    let constant = call.constant(value)?;
    let kind = kind(call.meaning_of(call.target()?, key).node()?)?;
    (fits(constant, kind) == Some(false)).then_some((constant, kind))
}

/// The same value in the type that is wanted, where it can be written in it.
fn convert(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let value = node(cx, place)?;
    let call = call(cx, value.parent()?.parent()?)?;
    let (constant, kind) = misfit(call, &value.key()?, value)?;
    let raw = || constant.raw().to_owned();
    let is_plain = matches!(constant.kind(), Kind::Number | Kind::Bool);
    let text = constant.as_str();
    let converted: Value = match kind {
        "string" if is_plain => raw().into(),
        "boolean" => text?.parse::<bool>().ok()?.into(),
        "integer" => text?.parse::<i64>().ok()?.into(),
        "number" => serde_json::from_str::<Number>(text?.trim()).ok()?.into(),
        _ => return None,
    };
    set(&Place::node(Role::Definition, constant), converted)
}
