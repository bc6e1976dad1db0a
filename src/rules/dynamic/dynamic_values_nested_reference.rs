//! An older extension that refers to a property of the body.

use super::{is_lone, twin};
use crate::connector::dynamic::Kind;
use crate::connector::dynamic::source::{Meaning, Source};
use crate::connector::files::Role;
use crate::rule::fix::node;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;

pub(crate) static DYNAMIC_VALUES_NESTED_REFERENCE: Rule = Rule {
    id: "dynamic-values-nested-reference",
    official: &["DynamicListExtensionRequiredForNonParameterReferences"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicSource(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Add `x-ms-dynamic-list` beside `x-ms-dynamic-values`",
        make: |cx, place| twin(cx, node(cx, place)?.parent()?.parent()?.parent()?),
    }),
    docs: "\
A reference of `x-ms-dynamic-values` is a property of the body, which it cannot name.

The older extension knows parameters only by their names; a property of the body is beyond it. Write `x-ms-dynamic-list` beside it, which refers to the property with the name of the body parameter in front, such as `body/kind`.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}, \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameterReference\": \"body/kind\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"kind\"}}}, \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameterReference\": \"body/kind\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"sort\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\"}, {\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"kind\": {\"type\": \"string\"}, \"invoice\": {\"type\": \"string\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"sort\"}}}}}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, source: &Source<'_>, out: &mut Sink<'_>) {
    if is_lone(source, Kind::Values, "x-ms-dynamic-list")
        && matches!(source.meaning, Meaning::Property(_))
    {
        let name = source.reference.as_str().unwrap_or_default();
        out.say(
            Place::node(Role::Definition, source.reference),
            format!(
                "“{}” is a property of the body: add `x-ms-dynamic-list`, which can refer to it, beside \
                 this extension.",
                quote(&name)
            ),
        );
    }
}
