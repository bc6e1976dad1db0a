//! Equality of JSON values (N5): objects without order, numbers by value, strings by code point.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Kind, Node};
use crate::source::hash::HashMap;

/// Whether two values are the same value.
pub fn equal(a: Node<'_>, b: Node<'_>) -> bool {
    if a.kind() != b.kind() {
        return false;
    }
    match a.kind() {
        Kind::Number => equal_numbers(a, b),
        Kind::String => a.raw() == b.raw() || a.as_str() == b.as_str(),
        Kind::Array => {
            let pairs = a.items().zip(b.items());
            a.items().count() == b.items().count() && pairs.into_iter().all(|(a, b)| equal(a, b))
        }
        Kind::Object => {
            a.members().count() == b.members().count()
                && a.members().all(|(name, a)| b.get(&name).is_some_and(|b| equal(a, b)))
        }
        _ => a.raw() == b.raw(),
    }
}

/// Whole numbers exactly, others as floating point.
fn equal_numbers(a: Node<'_>, b: Node<'_>) -> bool {
    match (a.raw().parse::<i128>(), b.raw().parse::<i128>()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a.as_f64() == b.as_f64(),
    }
}

/// A set of values.
#[derive(Debug, Default)]
pub struct Values<'a>(HashMap<u64, Vec<Node<'a>>>);

impl<'a> Values<'a> {
    /// Adds a value; false when an equal one is there already.
    pub fn insert(&mut self, value: Node<'a>) -> bool {
        let alike = self.0.entry(print(value)).or_default();
        let is_new = !alike.iter().any(|known| equal(*known, value));
        if is_new {
            alike.push(value);
        }
        is_new
    }

    /// Whether an equal value is there.
    pub fn contains(&self, value: Node<'_>) -> bool {
        let alike = self.0.get(&print(value));
        alike.is_some_and(|alike| alike.iter().any(|known| equal(*known, value)))
    }
}

impl<'a> FromIterator<Node<'a>> for Values<'a> {
    fn from_iter<T: IntoIterator<Item = Node<'a>>>(values: T) -> Self {
        let mut set = Self::default();
        for value in values {
            set.insert(value);
        }
        set
    }
}

/// Up to here all pairs are compared; longer lists are worth a set.
const FEW: usize = 16;

/// The elements of a list that equal an earlier one.
pub fn repeated(list: Node<'_>) -> Vec<Node<'_>> {
    let elements = || list.items();
    if elements().nth(1).is_none() {
        return Vec::new();
    }
    // The usual case by far, and the only one that needs no memory: few strings without escapes.
    let is_plain = |node: Node<'_>| node.is_string() && !node.raw().contains('\\');
    if elements().nth(FEW).is_none() && elements().all(is_plain) {
        let is_repeated = |(index, node): &(usize, Node<'_>)| {
            elements().take(*index).any(|earlier| earlier.raw() == node.raw())
        };
        return elements().enumerate().filter(is_repeated).map(|(_, node)| node).collect();
    }
    let mut seen = Values::default();
    elements().filter(|node| !seen.insert(*node)).collect()
}

/// A number that equal values share.
fn print(value: Node<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.kind().hash(&mut hasher);
    match value.kind() {
        // Adding zero makes one of the two zeros.
        Kind::Number => (value.as_f64().unwrap_or_default() + 0.0).to_bits().hash(&mut hasher),
        Kind::String => value.as_str().hash(&mut hasher),
        Kind::Array => value.items().for_each(|element| print(element).hash(&mut hasher)),
        Kind::Object => {
            // A sum does not depend on the order.
            let sum = value.members().fold(0_u64, |sum, (name, member)| {
                let mut own = DefaultHasher::new();
                (name, print(member)).hash(&mut own);
                sum.wrapping_add(own.finish())
            });
            sum.hash(&mut hasher);
        }
        _ => value.raw().hash(&mut hasher),
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::source::json::Json;

    fn is_repeated(list: &str) -> bool {
        let json = Json::parse(list).expect("a list");
        let (first, second) = (json.root().at(0), json.root().at(1));
        let (first, second) = (first.expect("there"), second.expect("there"));
        let mut values = Values::default();
        assert!(values.insert(first));
        let known = values.contains(second);
        assert_eq!(known, equal(first, second));
        assert_eq!(known, !values.insert(second));
        known
    }

    #[test]
    fn equal_values_are_found_however_they_are_written() {
        assert!(is_repeated("[1, 1.0]"));
        assert!(is_repeated("[0, -0.0]"));
        assert!(is_repeated(r#"["\u0041", "A"]"#));
        assert!(is_repeated(r#"[{"a": 1, "b": [2]}, {"b": [2e0], "a": 1}]"#));
        assert!(is_repeated("[null, null]"));
    }

    #[test]
    fn different_values_stay_different() {
        assert!(!is_repeated("[1, true]"));
        assert!(!is_repeated(r#"[1, "1"]"#));
        assert!(!is_repeated("[9007199254740993, 9007199254740992]"));
        assert!(!is_repeated(r#"[{"a": 1}, {"a": 1, "b": 1}]"#));
        assert!(!is_repeated("[[1, 2], [2, 1]]"));
    }

    fn repeated_in(text: &str) -> Vec<usize> {
        let json = Json::parse(text).expect("a list");
        repeated(json.root()).into_iter().filter_map(Node::index_in_parent).collect()
    }

    #[test]
    fn equal_values_are_found_and_others_are_not() {
        for (text, expected) in [
            (r#"["a"]"#, vec![]),
            (r#"["a", "b", "a", "a"]"#, vec![2, 3]),
            (r#"["a", "\u0061", "A"]"#, vec![1]),
            (r#"[1, 1.0, "1", true, 10e-1, 2]"#, vec![1, 4]),
            ("[0, -0, -0.0]", vec![1, 2]),
            ("[9007199254740993, 9007199254740992]", vec![]),
            (r#"[{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}, {"a": 1}]"#, vec![1]),
            (r#"[["a", "b"], ["a,b"], ["a", "b"]]"#, vec![2]),
            ("[null, null, false]", vec![1]),
            (r#"{"a": 1, "b": 1}"#, vec![]),
        ] {
            assert_eq!(repeated_in(text), expected, "{text}");
        }
    }

    #[test]
    fn long_lists_are_compared_as_short_ones() {
        let mut names: Vec<String> = (0..40).map(|number| format!("\"n{number}\"")).collect();
        names.push("\"n7\"".to_owned());
        assert_eq!(repeated_in(&format!("[{}]", names.join(","))), [40]);
    }
}
