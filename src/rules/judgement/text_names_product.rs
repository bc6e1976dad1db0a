//! A product of Microsoft's in a text that no crisp rule reads.

use super::is_text;
use crate::connector::definition::{Definition, METHODS};
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

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

```json bad
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

/// How the names begin, in lower case.
const STARTS: [&[u8]; 4] = [b"power", b"copilot", b"logic", b"microsoft"];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let json = definition.json();
    let bytes = json.text().as_bytes();
    let mut seen = None;
    for (at, byte) in bytes.iter().enumerate() {
        // Most of a file begins no name, so this comes first.
        if !matches!(byte | 0x20, b'p' | b'c' | b'l' | b'm') {
            continue;
        }
        let begins = |start: &[u8]| {
            bytes.get(at..at + start.len()).is_some_and(|word| word.eq_ignore_ascii_case(start))
        };
        if !STARTS.into_iter().any(begins) {
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
    let pointer = node.pointer();
    let steps: Vec<_> = pointer.as_str().split('/').skip(1).collect();
    match steps.as_slice() {
        ["info", "title" | "description"] => true,
        ["paths", path, method, "summary" | "description"] => {
            !path.starts_with("x-") && METHODS.contains(method)
        }
        _ => false,
    }
}
