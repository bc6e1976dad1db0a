//! Text from files and answers, made safe to stand in Markdown. Knows nothing of what it says.

use std::borrow::Cow;

use super::text::printable;

/// What Markdown would take for more than text inside a line.
const MARKUP: &str = r"\`*_[]<>#|~&$";

/// One line in which nothing is markup and nothing is hidden. It stands after other text: what is
/// markup only at the beginning of a line is left alone.
///
/// GitHub notifies nobody and links no issue for it; addresses, and those of mail, stay what they are.
pub fn plain(text: &str) -> String {
    let text = escape(text.trim());
    let mut safe = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        safe.push(c);
        let is_number = rest.starts_with(|next: char| next.is_ascii_digit());
        let is_call = match c {
            '@' => !before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric),
            '#' => is_number,
            '-' => {
                let end = safe.len().checked_sub(3).and_then(|at| safe.get(at..));
                is_number && end.is_some_and(|end| end.eq_ignore_ascii_case("gh-"))
            }
            _ => false,
        };
        if is_call {
            safe.push_str(CUT);
        }
        before = c;
    }
    safe
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

/// What separates two texts and shows nothing.
const CUT: &str = "<!-- -->";

/// A message: what stands between backticks is code, the rest nothing but text.
pub fn message(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('`')
        && let Some((inside, after)) = behind.split_once('`')
    {
        out.push_str(&inert(before));
        if out.ends_with('`') {
            // Two spans of code would become one.
            out.push_str(CUT);
        }
        out.push_str(&if inside.is_empty() { escape("``") } else { code(inside) });
        rest = after;
    }
    out + &inert(rest)
}

/// Text that is nothing but text: no markup, and neither an address, nor a person, nor an issue
/// that the page would link or notify.
pub fn inert(text: &str) -> String {
    escape(text)
        .replace('@', &format!("@{CUT}"))
        .replace("://", &format!(":{CUT}//"))
        .replace("www.", &format!("www{CUT}."))
        .replace("\\#", &format!("\\#{CUT}"))
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
    fn people_and_issues_are_not_called() {
        assert_eq!(
            plain("@octocat #1 GH-12 a/b#3"),
            r"@<!-- -->octocat \#<!-- -->1 GH-<!-- -->12 a/b\#<!-- -->3"
        );
        assert_eq!(plain("help@contoso.com, C# - 12 @ 3"), r"help@contoso.com, C\# - 12 @ 3");
    }

    #[test]
    fn text_links_nothing_and_notifies_nobody() {
        assert_eq!(inert("a|b <i> [x](y)"), r"a\|b \<i\> \[x\](y)");
        assert_eq!(inert("@x #1"), r"@<!-- -->x \#<!-- -->1");
        assert_eq!(inert("https://x www.x"), "https:<!-- -->//x www<!-- -->.x");
        assert_eq!(inert("a\nb"), r"a\\nb");
        assert_eq!(message("a `|x` b `c"), r"a `\|x` b \`c");
        assert_eq!(message("`` `a` @x"), r"\`\` `a` @<!-- -->x");
        assert_eq!(message("`a``b`"), "`a`<!-- -->`b`");
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
