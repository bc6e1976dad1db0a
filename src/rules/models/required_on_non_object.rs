//! Required properties of something that has none.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;
use crate::source::pointer::resolve;

pub(crate) static REQUIRED_ON_NON_OBJECT: Rule = Rule {
    id: "required-on-non-object",
    official: &["RequiredPropertyNotOnObject"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Move `required` into `items`", make: move_to_items }),
    docs: "\
`required` stands on a schema that is no object.

Only objects have properties. On an array the list usually belongs to its `items`.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}, \"required\": [\"id\"]}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}, \"required\": [\"id\"]}}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"required\": [\"id\"]}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}, \"required\": [\"id\"]}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": null, \"properties\": {\"id\": {\"type\": \"string\"}}, \"required\": [\"id\"]}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() {
        return;
    }
    let Some(required) = site.get(Keyword::Required).filter(|list| list.is_array()) else { return };
    let Some(kind) = site.get(Keyword::Type).and_then(Node::as_str) else { return };
    if kind == "object" || required.is_empty() {
        return;
    }
    let remedy = if kind == "array" { "Move it into `items`." } else { "Take it out." };
    out.say(
        Place::node(Role::Definition, required),
        format!("Only an object has required properties, this is “{}”. {remedy}", quote(&kind)),
    );
}

/// On an array of objects the list is about the elements.
fn move_to_items(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    let required = resolve(cx.definition()?.root(), pointer)?;
    let array =
        required.parent().filter(|site| site.text("type").is_some_and(|kind| kind == "array"))?;
    let items = array.get("items").filter(|items| items.is_object())?;
    if items.get("$ref").is_some() || items.get("required").is_some() {
        return None;
    }
    let target = items.pointer().child("required");
    Some(vec![Mend::Set(*role, target, required.to_value()), Mend::Remove(*role, pointer.clone())])
}
