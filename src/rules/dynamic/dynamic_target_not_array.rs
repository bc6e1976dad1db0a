//! A list taken from something that is no list.

use super::{call, collection, collection_member, lists};
use crate::connector::dynamic::Call;
use crate::connector::files::Role;
use crate::connector::schema::{Found, spelt_right};
use crate::rule::fix::{node, set};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static DYNAMIC_TARGET_NOT_ARRAY: Rule = Rule {
    id: "dynamic-target-not-array",
    official: &["InvokedOperationShouldProduceArray"],
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
A dynamic list is taken from an answer that is no list.

`value-collection`, or `itemsPath` in the newer extensions, names the array in the answer of the operation that is called; without it the answer itself is the array. The case of letters counts. Some published connectors get it wrong and show an empty list, so this is a warning.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"value\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"value-collection\": \"Value\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"value\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"value-collection\": \"value\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"value\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"value\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\", \"itemsPath\": \"value\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-list\": {\"operationId\": \"ListInvoices\", \"itemValuePath\": \"id\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": \"object\", \"items\": null, \"properties\": {\"value\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}, \"name\": {\"type\": \"string\"}}}}}, \"additionalProperties\": true}}}}}, \"/payments\": {\"get\": {\"operationId\": \"ListPayments\", \"summary\": \"Payments\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"invoice\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Invoice\", \"description\": \"Only payments of this invoice.\", \"x-ms-dynamic-values\": {\"operationId\": \"ListInvoices\", \"value-path\": \"id\", \"value-collection\": \"Value\"}}], \"responses\": {\"200\": {\"description\": \"The result.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, call: Call<'_>, out: &mut Sink<'_>) {
    let Some(target) = call.target().filter(|_| lists(call)) else { return };
    let Some(found) = collection(call, target) else { return };
    let is_other = match found {
        Found::At(node) => node.text("type").is_some_and(|kind| kind != "array"),
        Found::Absent => true,
        Found::Open => false,
    };
    if !is_other {
        return;
    }
    let member = call.node().get(collection_member(call));
    let at = member.unwrap_or_else(|| call.node());
    let path = member.and_then(Node::as_str).unwrap_or_default();
    let what = if path.is_empty() {
        "is no list itself: name the member that holds the list".to_owned()
    } else if matches!(found, Found::Absent) {
        format!("has no member “{}”; mind the case of letters", quote(&path))
    } else {
        format!("has no list at “{}”", quote(&path))
    };
    out.say(
        Place::node(Role::Definition, at),
        format!("The answer of {} {what}.", target.operation.name()),
    );
}

fn respell(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let member = node(cx, place)?;
    let call = call(cx, member.parent()?)?;
    let path = member.as_str()?;
    let right = spelt_right(call.target()?.success()?, &path)?;
    (right != path).then(|| set(place, right)).flatten()
}
