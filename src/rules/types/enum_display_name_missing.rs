//! A value without its display name.

use crate::connector::files::Role;
use crate::connector::sites::Site;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::rules::types::displayed;
use crate::source::json::{Kind, Node};
use crate::source::pointer::resolve;

pub(crate) static ENUM_DISPLAY_NAME_MISSING: Rule = Rule {
    id: "enum-display-name-missing",
    official: &["MissingEnumValuesDisplayName"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Use the value as its display name", make: name_after_value }),
    docs: "\
An entry of `x-ms-enum-values` has no `displayName`.

The name is what makers read in the list instead of the bare value.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\"], \"x-ms-enum-values\": [{\"value\": \"paid\"}]}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\"], \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \"paid\"}]}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\"], \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \" \"}]}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"enum\": [\"paid\"], \"x-ms-enum-values\": [{\"value\": \"paid\", \"displayName\": \"Paid\"}]}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    for entry in displayed(site) {
        if entry.text("displayName").is_none_or(|name| name.trim().is_empty()) {
            let value = entry.get("value").map_or("This value", Node::raw);
            out.say(
                Place::member(Role::Definition, entry, "displayName"),
                format!("{} has no `displayName`. Write what makers read.", quote(value)),
            );
        }
    }
}

/// The value itself is a name, if a poor one.
fn name_after_value(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    let entry = resolve(cx.definition()?.root(), &pointer.parent()?)?;
    let value = entry.get("value")?;
    let name = match value.kind() {
        Kind::String => value.as_str()?.into_owned(),
        Kind::Number | Kind::Bool => value.raw().to_owned(),
        _ => return None,
    };
    let is_name = !name.trim().is_empty();
    is_name.then(|| vec![Mend::Set(*role, pointer.clone(), name.into())])
}
