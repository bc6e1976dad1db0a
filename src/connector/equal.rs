//! Which values of a list are equal (N5): objects whatever their order, numbers by value.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::source::json::{Kind, Node};

/// Up to here all pairs are compared; longer lists are worth a table.
const FEW: usize = 16;

/// The elements of a list that equal an earlier one.
pub fn repeated(list: Node<'_>) -> Vec<Node<'_>> {
    let elements = || list.items();
    if elements().nth(1).is_none() {
        return Vec::new();
    }
    // The usual case by far, and the only one that needs no texts: few strings without escapes.
    let is_plain = |node: Node<'_>| node.is_string() && !node.raw().contains('\\');
    if elements().nth(FEW).is_none() && elements().all(is_plain) {
        let is_repeated = |(index, node): &(usize, Node<'_>)| {
            elements().take(*index).any(|earlier| earlier.raw() == node.raw())
        };
        return elements().enumerate().filter(is_repeated).map(|(_, node)| node).collect();
    }
    let mut seen = HashSet::new();
    elements().filter(|node| !seen.insert(canonical(*node))).collect()
}

/// A text that two values share exactly when they are equal.
fn canonical(node: Node<'_>) -> String {
    let mut text = String::new();
    write(node, &mut text);
    text
}

/// As deep as the parser allows, so this recursion is bounded.
fn write(node: Node<'_>, out: &mut String) {
    match node.kind() {
        Kind::Null | Kind::Bool => out.push_str(node.raw()),
        Kind::String => write_text(&node.as_str().unwrap_or_default(), out),
        Kind::Number => match node.as_f64() {
            // Beyond these a float no longer tells whole numbers apart.
            Some(value) if value.abs() < 9_007_199_254_740_992.0 => {
                // Adding zero turns -0 into 0.
                let _ = write!(out, "{}", value + 0.0);
            }
            _ => out.push_str(node.raw()),
        },
        Kind::Array => {
            out.push('[');
            for element in node.items() {
                write(element, out);
                out.push(',');
            }
            out.push(']');
        }
        Kind::Object => {
            let mut members: Vec<_> = node.members().collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            out.push('{');
            for (name, member) in members {
                write_text(&name, out);
                write(member, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

/// With its length before it, so that no text can pass for something else.
fn write_text(text: &str, out: &mut String) {
    let _ = write!(out, "\"{}:{text}", text.len());
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::source::json::Json;

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
