//! A path into an answer that leads nowhere.

use super::{call, collection, lists};
use crate::connector::dynamic::{Call, Kind, Party};
use crate::connector::files::Role;
use crate::connector::schema::{Found, find, spelt_right};
use crate::rule::fix::{node, set};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static DYNAMIC_TARGET_PROPERTY_MISSING: Rule = Rule {
    id: "dynamic-target-property-missing",
    official: &["InvokedOperationShouldProduceProperty"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::DynamicCall(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Write the path in the letters of the answer",
        make: respell,
    }),
    docs: "\
A dynamic extension reads a member that the answer does not have.

The paths of values and titles start at an element of the list; that of a schema starts at the answer. The case of letters counts. Some published connectors get it wrong and show blank lines, so this is a warning.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"value-title\": \"Name\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"value-title\": \"name\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"key\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemTitlePath\": \"name\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"schemas\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"schema\": {\"type\": \"object\"}}}}}}}, \"/payments\": {\"post\": {\"operationId\": \"AddPayment\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-dynamic-properties\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"schema/more\"}}, \"required\": true}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, call: Call<'_>, out: &mut Sink<'_>) {
    let Some(target) = call.target() else { return };
    let Some(schema) = read(call, target) else { return };
    for member in members(call).iter().filter_map(|name| call.node().get(name)) {
        let Some(path) = member.as_str() else { continue };
        if matches!(find(schema, &path), Found::Absent) {
            out.say(
                Place::node(Role::Definition, member),
                format!(
                    "The answer of {} has no member “{}” there; mind the case of letters.",
                    target.operation.name(),
                    quote(&path)
                ),
            );
        }
    }
}

/// The members of a call that are paths into what it reads.
fn members(call: Call<'_>) -> &'static [&'static str] {
    match call.kind() {
        Kind::Values => &["value-path", "value-title"],
        Kind::List | Kind::Tree => &["itemValuePath", "itemTitlePath"],
        Kind::Schema => &["value-path"],
        Kind::Properties => &["itemValuePath"],
        Kind::Capability | Kind::Simulation | Kind::Notification => &[],
    }
}

/// Where these paths start: at an element of the list, or at the whole answer.
fn read<'a>(call: Call<'a>, target: Party<'a>) -> Option<Node<'a>> {
    if !lists(call) {
        return target.success();
    }
    let Some(Found::At(list)) = collection(call, target) else { return None };
    let is_list = list.text("type").is_none_or(|kind| kind == "array");
    list.get("items").filter(|items| is_list && items.is_object())
}

fn respell(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let member = node(cx, place)?;
    let call = call(cx, member.parent()?)?;
    let path = member.as_str()?;
    let right = spelt_right(read(call, call.target()?)?, &path)?;
    (right != path).then(|| set(place, right)).flatten()
}
