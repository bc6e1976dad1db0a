//! Text from files and answers, made safe to stand in Markdown. Knows nothing of what it says.

use std::borrow::Cow;

use super::text::printable;

/// What Markdown would take for more than text inside a line.
const MARKUP: &str = r"\`*_[]<>#|~&$";

/// One line in which nothing is markup and nothing is hidden. It stands after other text: what is
/// markup only at the beginning of a line is left alone.
pub fn plain(text: &str) -> String {
    escape(text.trim())
}

/// A text on one line, as a person would have typed it: only what would make other things of it is
/// escaped.
pub fn running(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut safe = String::new();
    for c in printable(&text).chars() {
        if r"\`*[]<>".contains(c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    // What begins a heading, a list, a quotation or a rule does so at the beginning of a line.
    if safe.starts_with(['#', '-', '+', '=', '|', '~', '_']) {
        safe.insert(0, '\\');
    }
    safe
}

/// What [`running`] wrote, without the escapes.
pub fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_escape = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        if !is_escape {
            out.push(c);
        } else if let Some(next) = chars.next() {
            out.push(next);
        }
    }
    out
}

/// The same with the blanks around it.
pub fn escape(text: &str) -> String {
    let mut safe = String::new();
    for c in printable(text).chars() {
        if MARKUP.contains(c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// Text as a span of code that may stand in a table.
pub fn code(text: &str) -> String {
    let text: Cow<'_, str> = printable(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    if text.is_empty() {
        return String::new();
    }
    format!("{fence}{pad}{}{pad}{fence}", text.replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_line_is_markup() {
        assert_eq!(plain(" # <b>`*x*` & $y$ "), r"\# \<b\>\`\*x\*\` \& \$y\$");
        assert_eq!(plain("a\u{1b}[31m\u{202e}"), r"a\\u{1b}\[31m\\u{202e}");
        assert_eq!(plain("a\nb"), r"a\\nb");
    }

    #[test]
    fn running_text_stays_as_it_was_typed() {
        assert_eq!(running(" Bills & more,\nby_id "), "Bills & more, by_id");
        assert_eq!(running("- <b>*x*"), r"\- \<b\>\*x\*");
        for text in ["# a [b](c)", "a\\b", "`x`"] {
            assert_eq!(unescaped(&running(text)), text);
        }
    }

    #[test]
    fn code_ends_where_it_should() {
        assert_eq!(code("a|b"), r"`a\|b`");
        assert_eq!(code("`<b>`"), "`` `<b>` ``");
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("a\nb"), r"`a\nb`");
        assert_eq!(code(""), "");
    }
}
