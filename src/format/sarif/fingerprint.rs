//! Fingerprints of findings: the same as long as the fault is the same, whatever is written above
//! or beside it.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::connector::Connector;
use crate::rule::{Finding, Spot};
use crate::source::json::Node;
use crate::source::pointer::Pointer;

/// The fingerprints of one connector's findings, in their order.
pub(super) struct Fingerprints<'a> {
    connector: Option<&'a Connector>,
    seen: HashMap<String, usize>,
}

impl<'a> Fingerprints<'a> {
    pub(super) fn new(connector: Option<&'a Connector>) -> Self {
        Self { connector, seen: HashMap::new() }
    }

    /// Made of rule, file and place, never of lines; two findings that agree in these are numbered.
    pub(super) fn of(&mut self, finding: &Finding) -> String {
        let spot = &finding.spot;
        let place = match (spot.answer, spot.role) {
            (Some(answer), _) => format!("answer {answer}"),
            (None, Some(role)) => format!("{} {}", role.canonical(), self.steady(spot)),
            (None, None) => String::new(),
        };
        let identity = format!("{} {place}", finding.rule.id);
        let occurrence = self.seen.entry(identity.clone()).or_default();
        *occurrence += 1;
        format!("{:016x}", hash(&format!("{identity} {occurrence}")))
    }

    /// The pointer with the names of parameters and the like in place of their numbers, which
    /// change when another is put before them.
    fn steady(&self, spot: &Spot) -> String {
        let json = spot.role.and_then(|role| self.connector?.json(role));
        let (Some(json), Some(pointer)) = (json, Pointer::parse(&spot.pointer)) else {
            return spot.pointer.clone();
        };
        let mut out = String::new();
        let mut at = Some(json.root());
        for token in pointer.tokens() {
            let is_element = at.is_some_and(Node::is_array);
            at = at.and_then(|node| match token.parse() {
                Ok(index) if is_element => node.at(index),
                _ => node.get(&token),
            });
            let name = at.filter(|_| is_element).and_then(name);
            // Writing to a String cannot fail.
            let _ = write!(out, "/{}", name.as_deref().unwrap_or(&token));
        }
        out
    }
}

/// What an element of a list is called, where it has a name.
fn name(element: Node<'_>) -> Option<String> {
    if let Some(name) = element.text("propertyName") {
        return Some(format!("[{name}]"));
    }
    let name = element.text("name").or_else(|| element.text("$ref"))?;
    Some(format!("[{} {name}]", element.text("in").unwrap_or_default()))
}

/// FNV-1a: the same on every system and in every version.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
