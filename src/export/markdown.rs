//! What was typed, made safe to stand in Markdown. Knows nothing of what it says.

pub(super) use crate::source::markdown::plain;

/// What was typed, line by line, as the text of a list item. An address stays one that can be
/// followed.
pub(super) fn typed(text: &str) -> String {
    let lines: Vec<String> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(line).collect();
    lines.join("\\\n  ")
}

fn line(line: &str) -> String {
    let is_address = (line.starts_with("https://") || line.starts_with("http://"))
        && line.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>&\\`".contains(&byte));
    if is_address {
        return format!("<{line}>");
    }
    let safe = plain(line);
    // What begins a list or underlines a heading does so at the beginning of a line.
    let (digits, rest) =
        safe.split_at(safe.len() - safe.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let is_marker = if digits.is_empty() {
        rest.starts_with(['-', '+', '='])
    } else {
        // A decimal is no number of a list: that takes a blank, or the end, behind the dot.
        rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if is_marker { format!("{digits}\\{rest}") } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_lines_and_begin_nothing() {
        assert_eq!(typed("one\n\n- two\r\n3. three"), "one\\\n  \\- two\\\n  3\\. three");
        assert_eq!(typed("==="), "\\===");
        assert_eq!(typed("99.95"), "99.95");
        assert_eq!(typed("12"), "12");
        assert_eq!(typed("7."), "7\\.");
        assert_eq!(typed("# x\n> y"), "\\# x\\\n  \\> y");
    }

    #[test]
    fn addresses_can_be_followed() {
        assert_eq!(typed("https://contoso.com/a_b?c=d"), "<https://contoso.com/a_b?c=d>");
        assert_eq!(typed("https://contoso.com/<b>"), r"https://contoso.com/\<b\>");
        assert_eq!(typed("https://contoso.com x"), "https://contoso.com x");
    }
}
