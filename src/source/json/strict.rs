//! What other readers of JSON forgive: comments, and commas before a closing bracket. Finds them
//! in a text that is otherwise JSON; whether it is, only parsing tells.

use crate::source::text::Span;

/// What to take out of a text to make it strict, in order. A comment that has a line for itself
/// takes the line with it.
pub fn faults(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    // A comma after which nothing but blanks and comments came.
    let mut comma: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let from = at;
        at += 1;
        match byte {
            b'"' => {
                at = end_of_text(bytes, at);
                comma = None;
            }
            b'/' if matches!(bytes.get(at), Some(b'/' | b'*')) => {
                at = end_of_comment(text, from);
                spans.push(whole_line(text, Span { start: from, end: at }));
            }
            b',' => comma = Some((from, spans.len())),
            b'}' | b']' => {
                if let Some((start, index)) = comma.take() {
                    spans.insert(index, Span { start, end: start + 1 });
                }
            }
            b' ' | b'\t' | b'\r' | b'\n' => {}
            _ => comma = None,
        }
    }
    spans
}

/// Behind the closing quote.
fn end_of_text(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    bytes.len()
}

fn end_of_comment(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let length = if rest.starts_with("//") {
        rest.find(['\n', '\r'])
    } else {
        rest.get(2..).and_then(|inner| inner.find("*/")).map(|inner| inner + 4)
    };
    length.map_or(text.len(), |length| start + length)
}

/// The comment with the blanks before it, and with its line end where nothing else is there.
fn whole_line(text: &str, comment: Span) -> Span {
    let before = text.get(..comment.start).unwrap_or_default();
    let start = before.trim_end_matches([' ', '\t']).len();
    let rest = text.get(comment.end..).unwrap_or_default();
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let rest = &rest[blanks..];
    let line_end = match rest.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        [] => 0,
        // Something follows on the line: only the comment goes.
        _ => return comment,
    };
    let own_line = before[..start].is_empty() || before[..start].ends_with(['\n', '\r']);
    let end = comment.end + blanks + if own_line { line_end } else { 0 };
    Span { start, end }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::source::edit::{Edit, apply};

    fn strict(text: &str) -> String {
        let edits: Vec<Edit> =
            faults(text).into_iter().map(|span| Edit { span, text: String::new() }).collect();
        apply(text, &edits).unwrap()
    }

    #[test]
    fn comments_and_last_commas_go_and_nothing_else() {
        assert_eq!(strict("{\"a\": [1, 2, ], }"), "{\"a\": [1, 2 ] }");
        assert_eq!(strict("{\n  // one\n  \"a\": 1, // two\n  /* three */\n}"), "{\n  \"a\": 1\n}");
        assert_eq!(
            strict("{\"a\": /* x, */ \"// no, }\\\" /*\"}"),
            "{\"a\":  \"// no, }\\\" /*\"}"
        );
        assert_eq!(strict("[1,/* , ] */]"), "[1]");
        assert_eq!(strict("{\r\n // x\r\n}"), "{\r\n}");
        assert_eq!(strict("[1 /* never closed"), "[1");
    }
}
