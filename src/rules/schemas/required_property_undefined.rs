//! A required property that is not defined.

use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static REQUIRED_PROPERTY_UNDEFINED: Rule = Rule {
    id: "required-property-undefined",
    official: &["RequiredPropertyDefinitionMissing"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A required property is not defined.

`required` names it, but `properties` has none of that name; usually a slip in the spelling.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}, \"required\": [\"id\", \"Id\"]}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}, \"required\": [\"id\"]}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"object\", \"allOf\": [{\"type\": \"object\"}], \"properties\": {\"id\": {\"type\": \"string\"}}, \"required\": [\"name\"]}}}
```
",
};

fn check(_: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let Some(required) = object.get("required").filter(|list| list.is_array()) else { return };
    let Some(properties) = object.get("properties").filter(|map| map.is_object()) else { return };
    if object.get("allOf").is_some() {
        return;
    }
    for element in required.items() {
        let name = element.as_str();
        if name.is_none_or(|name| properties.get(&name).is_none()) {
            out.say(
                Place::node(Role::Definition, element),
                format!("{} is required but not defined under `properties`.", quote(element.raw())),
            );
        }
    }
}
