//! A hidden default that may not be sent.

use super::{is_plain, required};
use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::hash::HashSet;
use crate::source::json::Node;
use crate::source::pointer::resolve;
use std::borrow::Cow;

pub(crate) static INTERNAL_PROPERTY_NOT_REQUIRED: Rule = Rule {
    id: "internal-property-not-required",
    official: &["PropertyMustBeRequired"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Add it to `required`", make: require }),
    docs: "\
A hidden property of an input has a default, but is not required.

Makers do not see an internal property, and the platform sends its default only where it is required. Add it to `required`.

```json bad
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"source\": {\"type\": \"string\", \"default\": \"flow\", \"x-ms-visibility\": \"internal\"}}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"source\"], \"properties\": {\"source\": {\"type\": \"string\", \"default\": \"flow\", \"x-ms-visibility\": \"internal\"}}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"source\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\"}}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"source\": {\"type\": \"string\", \"default\": \"flow\", \"x-ms-visibility\": \"advanced\"}}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"source\": {\"type\": \"string\", \"default\": \"flow\", \"x-ms-visibility\": \"internal\"}}}}}}}}}}
```
",
};

fn check(cx: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() || !site.has(Keyword::Properties) {
        return;
    }
    let Some(definition) = cx.definition() else { return };
    if !definition.schemas().is_input(site.entry()) {
        return;
    }
    // Collected at the first hidden property: most schemas have none.
    let mut names: Option<HashSet<Cow<'_, str>>> = None;
    for (name, property) in site.get(Keyword::Properties).into_iter().flat_map(Node::members) {
        let is_internal = property.text("x-ms-visibility").is_some_and(|value| value == "internal");
        if !is_internal || property.get("default").is_none() || !is_plain(property) {
            continue;
        }
        if !names.get_or_insert_with(|| required(site).collect()).contains(&name) {
            out.say(
                Place::node(Role::Definition, property),
                format!(
                    "“{}” is hidden and has a default, which is sent only where the property is \
                     required. Add it to `required`.",
                    quote(&name)
                ),
            );
        }
    }
}

/// Appends to the list, or begins one.
fn require(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    let name = pointer.last()?.into_owned();
    let site = pointer.parent()?.parent()?;
    let list = site.child("required");
    Some(vec![match resolve(cx.definition()?.root(), &list) {
        Some(found) if found.is_array() => Mend::Set(*role, list.child("-"), name.into()),
        Some(_) => return None,
        None => Mend::Set(*role, list, vec![name].into()),
    }])
}
