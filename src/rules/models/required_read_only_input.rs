//! An input that must be given and cannot be.

use super::{is_plain, required};
use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static REQUIRED_READ_ONLY_INPUT: Rule = Rule {
    id: "required-read-only-input",
    official: &["RequiredReadOnlyPropertyNotAllowedAsInput"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Take `readOnly` out", make: make_writable }),
    docs: "\
A required property of an input is read-only.

Makers would have to fill in what they cannot write. Take `readOnly` out where they may write it, or take the property out of `required`. A definition that responses use too is left alone.

```json bad
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"id\"], \"properties\": {\"id\": {\"type\": \"string\", \"readOnly\": true}}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"id\"], \"properties\": {\"id\": {\"type\": \"string\"}}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\", \"readOnly\": true}}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"required\": [\"id\"], \"properties\": {\"id\": {\"type\": \"string\", \"readOnly\": true}}}}}}}}}}
```
",
};

fn check(cx: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() || !site.has(Keyword::Properties) || !site.has(Keyword::Required) {
        return;
    }
    let Some(definition) = cx.definition() else { return };
    if !definition.schemas().is_only_input(site.entry()) {
        return;
    }
    let Some(properties) = site.get(Keyword::Properties) else { return };
    for name in required(site) {
        let Some(property) = properties.get(&name).filter(|property| is_plain(*property)) else {
            continue;
        };
        if property.get("readOnly").and_then(Node::as_bool) == Some(true) {
            out.say(
                Place::node(Role::Definition, property),
                format!(
                    "“{}” is required and read-only: nobody can give it. Take one of the two out.",
                    quote(&name)
                ),
            );
        }
    }
}

/// What is asked for can be written.
fn make_writable(_: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let Place::Member(role, pointer) = place else { return None };
    Some(vec![Mend::Remove(*role, pointer.child("readOnly"))])
}
