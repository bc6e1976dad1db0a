//! An array that does not say what is in it.

use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static ARRAY_ITEMS_MISSING: Rule = Rule {
    id: "array-items-missing",
    official: &["ArrayHasNoItems"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Walked(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
An array does not say what its elements are.

Add `items` with a schema.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"array\"}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}
```
",
};

fn check(_: &Context<'_>, object: Node<'_>, out: &mut Sink<'_>) {
    let is_array = object.text("type").is_some_and(|kind| kind == "array");
    if is_array && object.get("items").is_none() {
        out.say(
            Place::node(Role::Definition, object),
            "This array does not say what is in it. Add `items`.",
        );
    }
}
