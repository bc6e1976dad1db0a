//! A dynamic schema that points at the properties instead of the schema.

use super::twin;
use crate::connector::dynamic::Extension;
use crate::connector::files::Role;
use crate::rule::fix::node;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};

pub(crate) static DYNAMIC_SCHEMA_PROPERTIES_PATH: Rule = Rule {
    id: "dynamic-schema-properties-path",
    official: &["DynamicPropertiesExtensionRequiredForPropertiesValuePath"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicExtension(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Add `x-ms-dynamic-properties` beside `x-ms-dynamic-schema`",
        make: |cx, place| twin(cx, node(cx, place)?.parent()?),
    }),
    docs: "\
A dynamic schema points at `properties`, and its newer form is missing.

A path that ends in `properties` names what is inside a schema, not the schema. Designers of today read `x-ms-dynamic-properties`, whose path names the schema itself; write it beside the older extension.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"schema/properties\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"schema/properties\"}, \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"schema\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"schema/properties\"}, \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"schema\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"schema/properties2\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, extension: Extension<'_>, out: &mut Sink<'_>) {
    if extension.name != "x-ms-dynamic-schema"
        || extension.holder.get("x-ms-dynamic-properties").is_some()
    {
        return;
    }
    let Some(member) = extension.node.get("value-path") else { return };
    if member.as_str().is_some_and(|path| path == "properties" || path.ends_with("/properties")) {
        out.say(
            Place::node(Role::Definition, member),
            "This path names the properties, not the schema: add `x-ms-dynamic-properties` beside \
             it, with the path of the schema.",
        );
    }
}
