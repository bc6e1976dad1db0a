//! What makes a finding known again after the file around it has changed: its rule, its file, its
//! place told by names instead of numbers, and the value that stands there.
//!
//! Lines, indents, key order and what stands elsewhere play no part, nor do the words of a message.
//! Where the value itself changes the finding is a new one: whoever touches it can mend it.

use super::{Finding, Place};
use crate::connector::Connector;
use crate::source::json::Node;

/// Members by which people tell the items of a list apart.
const NAMES: [&str; 7] = ["name", "in", "propertyName", "$ref", "operationId", "id", "templateId"];

/// A finding's fingerprint: 16 hexadecimal digits, the same on every system.
pub fn fingerprint(finding: &Finding, connector: Option<&Connector>) -> String {
    let mut hash = Hash::new();
    hash.part(finding.rule.id);
    hash.part(finding.place.role().map_or("", |role| role.canonical()));
    match &finding.place {
        Place::Answer(key) => hash.part(key),
        Place::File(_) => {}
        Place::Section(_, phrase) => hash.part(phrase),
        Place::Packed(path) => {
            hash.part(path);
            hash.part(&finding.message);
        }
        Place::Bytes(role, span) => {
            let body = connector.and_then(|connector| connector.facts(*role).body);
            let text = body.map(|body| body.text());
            let slice = text.as_deref().and_then(|text| text.get(span.start..span.end));
            hash.part(slice.unwrap_or_default());
        }
        Place::Member(role, pointer) | Place::Key(role, pointer) => {
            let mut node =
                connector.and_then(|connector| connector.json(*role)).map(|json| json.root());
            for token in pointer.tokens() {
                let list = node.filter(|node| node.is_array());
                node = node.and_then(|node| step(node, &token));
                match (list, node) {
                    (Some(_), Some(item)) => identity(item, &token, &mut hash),
                    _ => hash.part(&token),
                }
            }
            if let Some(scalar) = node.filter(|node| !node.is_object() && !node.is_array()) {
                hash.part("=");
                hash.part(&scalar.as_str().unwrap_or_else(|| scalar.raw().into()));
            }
        }
    }
    format!("{:016x}", hash.0)
}

fn step<'a>(node: Node<'a>, token: &str) -> Option<Node<'a>> {
    if node.is_array() { node.at(token.parse().ok()?) } else { node.get(token) }
}

/// What an item of a list is called, so that another one put before it does not matter.
fn identity(item: Node<'_>, index: &str, hash: &mut Hash) {
    let mut named = false;
    for name in NAMES {
        if let Some(text) = item.text(name) {
            hash.part(name);
            hash.part(&text);
            named = true;
        }
    }
    if !item.is_object() && !item.is_array() {
        hash.part(item.raw());
    } else if !named {
        hash.part(index);
    }
}

/// FNV-1a with 64 bits: short, and defined for ever.
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn part(&mut self, text: &str) {
        // No text holds this byte, so two parts never run into one.
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connector::files::{RawContent, RawFile, Role};
    use crate::rule::{Level, Levels, Publishers, Rule, Spot};
    use crate::source::text::Span;

    static RULE: Rule = Rule {
        id: "some-rule",
        official: &[],
        level: Levels::both(Level::Error),
        publishers: Publishers::Both,
        needs: &[],
        looks: &[],
        quiet_when: &[],
        since: None,
        cites: &[],
        fix: None,
        docs: "",
    };

    fn of(text: &str, place: Place) -> String {
        let role = place.role().unwrap_or(Role::Definition);
        let content = RawContent::Bytes(text.as_bytes().to_vec());
        let file = RawFile { role, name: role.canonical().to_owned(), content };
        let connector = Connector::new("x", None, vec![file]);
        let spot = Spot::locate(&place, Some(&connector));
        let message = format!("{:?}", spot.range);
        let finding =
            Finding { rule: &RULE, level: Level::Error, place, spot, message, related: Vec::new() };
        fingerprint(&finding, Some(&connector))
    }

    #[test]
    fn edits_elsewhere_do_not_matter() {
        let one = of(r#"{"a": [{"name": "x", "type": "t"}]}"#, Place::definition("/a/0/type"));
        let other = "{\n  \"b\": 1, \"a\": [{}, {\"type\": \"\\u0074\", \"name\": \"x\"}]}";
        assert_eq!(one, of(other, Place::definition("/a/1/type")));
        assert_eq!(one.len(), 16);
        // Written down, so that it stays the same in every version.
        assert_eq!(of("{}", Place::definition("/info")), "df4b26898deee8a4");
    }

    #[test]
    fn another_place_or_value_is_another_finding() {
        let text = r#"{"a": [{"name": "x", "type": "t"}, {"name": "y", "type": "t"}], "b": 1}"#;
        let mut seen = std::collections::HashSet::new();
        for (text, pointer) in [
            (text, "/a/0/type"),
            (text, "/a/1/type"),
            (text, "/a/1/format"),
            (text, "/b"),
            (r#"{"b": 2}"#, "/b"),
            (r#"{"b": "2"}"#, "/b/c"),
            ("{}", "/b"),
            ("{}", ""),
        ] {
            assert!(seen.insert(of(text, Place::definition(pointer))), "{text} {pointer}");
        }
        for place in [
            Place::File(Role::Readme),
            Place::Section(Role::Readme, "publisher".to_owned()),
            Place::Bytes(Role::Readme, Span { start: 0, end: 4 }),
        ] {
            assert!(seen.insert(of("some text", place)));
        }
    }
}
