//! A list of required properties is empty.

use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::source::json::Node;

pub(crate) static REQUIRED_LIST_EMPTY: Rule = Rule {
    id: "required-list-empty",
    official: &["RequiredPropertyArrayEmpty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take the empty list out",
        make: |_, place| fix::remove(place),
    }),
    docs: "\
A list of required properties is empty.

Take it out; an empty list says nothing, and the validator refuses it.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"string\", \"required\": []}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"string\"}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"string\", \"properties\": {\"required\": {\"type\": \"string\"}}}}}
```
",
};

fn check(_: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let list = object.get("required");
    if let Some(list) = list.filter(|list| list.is_array() && list.is_empty()) {
        out.say(Place::node(Role::Definition, list), "Take the empty list `required` out.");
    }
}
