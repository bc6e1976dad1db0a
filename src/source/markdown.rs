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
    fn code_ends_where_it_should() {
        assert_eq!(code("a|b"), r"`a\|b`");
        assert_eq!(code("`<b>`"), "`` `<b>` ``");
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("a\nb"), r"`a\nb`");
        assert_eq!(code(""), "");
    }
}
