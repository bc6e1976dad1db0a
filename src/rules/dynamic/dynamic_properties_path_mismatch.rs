//! Two forms of a dynamic schema that point at different places.

use super::schema_path;
use crate::connector::dynamic::Extension;
use crate::connector::files::Role;
use crate::rule::fix::{parent, set};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;

pub(crate) static DYNAMIC_PROPERTIES_PATH_MISMATCH: Rule = Rule {
    id: "dynamic-properties-path-mismatch",
    official: &["DynamicPropertiesItemValuePathMismatch"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicExtension(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set `itemValuePath` to the path of the older form",
        make: |cx, place| {
            let old = parent(cx, place)?.parent()?.get("x-ms-dynamic-schema")?;
            let path = old.text("value-path").unwrap_or_default();
            set(place, schema_path(&path))
        },
    }),
    docs: "\
The older and the newer form of a dynamic schema point at different places.

`x-ms-dynamic-schema` and `x-ms-dynamic-properties` describe the same thing to older and newer designers. `itemValuePath` must be `value-path`, without the final `properties` where it has one.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"schema\"}, \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"schema\"}, \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"schema\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"schema/properties\"}, \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"schema\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"properties\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-schema\": {\"operationId\": \"ListInvoices\", \"value-path\": \"properties\"}, \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, extension: Extension<'_>, out: &mut Sink<'_>) {
    if extension.name != "x-ms-dynamic-properties" {
        return;
    }
    let Some(old) = extension.holder.get("x-ms-dynamic-schema") else { return };
    if !old.is_object() {
        return;
    }
    let wanted = old.text("value-path").unwrap_or_default();
    let wanted = schema_path(&wanted);
    let found = extension.node.text("itemValuePath").unwrap_or_default();
    if found != wanted {
        out.say(
            Place::member(Role::Definition, extension.node, "itemValuePath"),
            format!(
                "The older form beside it reads the schema at “{}”: set `itemValuePath` to the same.",
                quote(wanted)
            ),
        );
    }
}
