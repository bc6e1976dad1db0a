//! A product of Microsoft's in a text that no crisp rule reads.

use super::is_text;
use crate::connector::definition::{Definition, METHODS};
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;
use memchr::memmem;

pub(crate) static TEXT_NAMES_PRODUCT: Rule = Rule {
    id: "text-names-product",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r##"A summary, title or description somewhere in the definition names a Power Platform product.

Connectors work in all of Microsoft's products, so no text should name one of them. Title,
description and operations have rules of their own; this one reads parameters, responses, schemas
and all the rest.

Say what people can do, not in which product.

This is a judgement, for a text may have to name what the service itself integrates with: it fires
on 3 of 216 published connectors. To be sure, read the sentence without the name.

```json bad also=reference-siblings
{"definitions": {"Invoice": {"type": "object", "description": "An invoice for PowerApps."}},
 "paths": {"/invoices": {"get": {"responses": {"200": {
   "schema": {"$ref": "#/definitions/Invoice"}
 }}}}}}
```

```json bad
{"paths": {"/invoices": {"get": {"responses": {"200": {"description": "For\nPower BI."}}}}}}
```

```json good
{"paths": {"/invoices": {"get": {"responses": {"200": {"description": "With SuperPowerApps."}}}}}}
```

```json good
{"paths": {"/invoices": {"get": {"responses": {"200": {
  "description": "The invoices.", "examples": {"application/json": [{"title": "Power BI"}]}
}}}}}}
```
"##,
};

/// What every name holds, as it is usually written; asking for it first passes over most files.
const MARKS: [&str; 8] =
    ["ower", "OWER", "opilot ", "OPILOT ", "ogic ", "OGIC ", "icrosoft ", "ICROSOFT "];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let json = definition.json();
    let bytes = json.text().as_bytes();
    let found = MARKS.into_iter().flat_map(|mark| memmem::find_iter(bytes, mark));
    let mut seen = None;
    for at in found {
        // “lower” and “answer” are common, products are not.
        let begins = at.checked_sub(1).is_some_and(|before| {
            matches!(bytes[before], b'p' | b'P' | b'c' | b'C' | b'l' | b'L' | b'm' | b'M')
        });
        if !begins {
            continue;
        }
        let node = json.node_at(at);
        if seen.replace(node.id()) == Some(node.id()) || !is_text(node) || is_judged(node) {
            continue;
        }
        let found = terms::products(&node.as_str().unwrap_or_default());
        if !found.is_empty() {
            out.say(
                Place::node(Role::Definition, node),
                format!("This text names {}. Take that out.", found.join(" and ")),
            );
        }
    }
}

/// Whether a rule without doubt reads this text: title and description of the connector, summary
/// and description of an operation.
fn is_judged(node: Node<'_>) -> bool {
    // From the outermost name to its own, without the root; deeper down no such rule reads.
    let path = std::iter::successors(Some(node), |node| node.parent());
    let path = path.filter(|node| node.parent().is_some());
    let mut names: Vec<_> = path.take(5).map(|node| node.key().unwrap_or_default()).collect();
    names.reverse();
    match names.iter().map(|name| &**name).collect::<Vec<_>>().as_slice() {
        ["info", "title" | "description"] => true,
        ["paths", path, method, "summary" | "description"] => {
            !path.starts_with("x-") && METHODS.contains(method)
        }
        _ => false,
    }
}
