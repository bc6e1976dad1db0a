//! A list or a parameter that does not say where its values come from.

use crate::connector::dynamic::Extension;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static ALTERNATIVE_PROPERTIES_MISSING: Rule = Rule {
    id: "alternative-properties-missing",
    official: &["OneOfPropertiesRequired"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicExtension(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A dynamic list, or a value given to it, does not say where it comes from.

`x-ms-dynamic-values` needs an `operationId` to call, or a `capability` or `builtInOperation` of the platform. A parameter that `x-ms-dynamic-list` or `x-ms-dynamic-properties` gives to its operation needs a fixed `value`, or a `parameterReference` to something the maker has filled in.

```json bad
{\"paths\": {\"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"value-path\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameter\": \"invoice\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"parameterReference\": \"invoice\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"parameters\": {\"status\": {\"value\": \"open\"}}}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, extension: Extension<'_>, out: &mut Sink<'_>) {
    let lacks = |names: &[&str]| names.iter().all(|name| extension.node.get(name).is_none());
    match extension.name {
        "x-ms-dynamic-values" if lacks(&["operationId", "builtInOperation", "capability"]) => {
            out.say(
                Place::node(Role::Definition, extension.node),
                "This list does not say where its values come from: add the `operationId` of the \
                 operation that lists them.",
            );
        }
        "x-ms-dynamic-list" | "x-ms-dynamic-properties" => {
            let given = extension.node.get("parameters").into_iter().flat_map(Node::members);
            for (key, value) in given {
                let is_said =
                    ["value", "parameterReference"].iter().any(|name| value.get(name).is_some());
                if value.is_object() && !is_said {
                    out.say(
                        Place::node(Role::Definition, value),
                        format!(
                            "“{}” is given nothing: add a fixed `value`, or a `parameterReference` \
                             to another parameter.",
                            quote(&key)
                        ),
                    );
                }
            }
        }
        _ => {}
    }
}
