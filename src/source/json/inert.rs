//! JSON that no terminal obeys.

use std::fmt::Write as _;

use crate::source::text::is_obeyed;

/// A JSON text in which every character that a terminal would obey is an escape. Outside strings
/// there are none but line ends.
pub fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for found in json.chars() {
        if found != '\n' && is_obeyed(found) {
            // Writing to a String cannot fail; none of these lies beyond U+FFFF.
            let _ = write!(out, "\\u{:04x}", u32::from(found));
        } else {
            out.push(found);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let text = serde_json::to_string("\u{9b}\u{1b}\u{202e}ä\n").unwrap_or_default();
        assert_eq!(inert(&text), "\"\\u009b\\u001b\\u202eä\\n\"");
    }
}
