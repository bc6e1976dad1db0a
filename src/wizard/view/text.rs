//! Text on a screen: made safe, measured by display width, wrapped by grapheme.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::source::text::printable;

/// Columns that a text takes.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// A text on one line, cut to a width with an ellipsis.
pub(crate) fn cut(text: &str, limit: usize) -> String {
    let text = printable(text);
    if width(&text) <= limit {
        return text.into_owned();
    }
    let mut short = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + width(grapheme) + 1 > limit {
            break;
        }
        used += width(grapheme);
        short.push_str(grapheme);
    }
    if limit > 0 {
        short.push('…');
    }
    short
}

/// A text broken into lines of at most `limit` columns, at blanks where there are any.
/// Line ends of the text are kept; control characters are made visible.
pub(crate) fn wrap(text: &str, limit: usize) -> Vec<String> {
    let limit = limit.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let safe = printable(paragraph);
        let mut line = String::new();
        for word in safe.split_inclusive(char::is_whitespace) {
            // The blank behind a word may hang over the edge.
            if width(&line) + width(word.trim_end()) <= limit {
                line.push_str(word);
                continue;
            }
            if !line.trim().is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            line.clear();
            for grapheme in word.graphemes(true) {
                if width(&line) + width(grapheme) > limit && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_and_long_words_break() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(wrap("漢字漢字", 4), ["漢字", "漢字"]);
    }

    #[test]
    fn nothing_is_wider_than_asked_and_escapes_are_shown() {
        for limit in 1..12 {
            for line in wrap("an e\u{301}moji 👨‍👩‍👧, \u{1b}[31m and 漢字 in one", limit)
            {
                assert!(width(&line) <= limit.max(2), "{line:?} at {limit}");
            }
        }
        assert_eq!(cut("\u{1b}x", 20), "\\u{1b}x");
        assert_eq!(cut("longer", 4), "lon…");
        assert_eq!(cut("x", 0), "");
    }
}
