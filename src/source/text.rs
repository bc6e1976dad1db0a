//! Places in a text: byte spans, lines and columns, and text made safe to print.
//! It must not know what the text means.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A stretch of a text in bytes; `end` is the first byte after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

impl Span {
    /// The empty span at an offset.
    pub fn at(offset: usize) -> Self {
        Self { start: offset, end: offset }
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Where something stands, as people count: both numbers begin at 1, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in Unicode scalar values, from 1. A leading U+FEFF counts no column.
    pub column: usize,
}

/// Where the lines of a text begin. A line ends with LF, CR LF or a lone CR.
///
/// It does not hold the text, so that its owner can share it; give the same text to every
/// question. With another text the answers are wrong, but nothing panics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// Never empty; the first is 0.
    starts: Vec<usize>,
    /// How many characters begin before each block: a file may be one line of megabytes, and
    /// counting from its beginning for every finding would never end.
    before_block: Vec<usize>,
}

/// Bytes of a block.
const BLOCK: usize = 256;

impl Lines {
    /// Finds the lines of a text.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        let mut before_block = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let mut characters = 0;
        for block in bytes.chunks(BLOCK) {
            before_block.push(characters);
            characters += count_characters(block);
        }
        // The CR of a CR LF leaves the line end to its LF.
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
        let ends = ends.filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        starts.extend(ends.map(|at| at + 1));
        Self { starts, before_block }
    }

    /// Line and column of an offset. An offset behind the end counts as the end, one inside a
    /// character as the beginning of that character.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_char_boundary(text, offset);
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.line_start(line);
        let marks = usize::from(line == 1 && offset > 0 && text.starts_with('\u{feff}'));
        let characters = self.characters(text, offset).saturating_sub(self.characters(text, start));
        Position { line, column: characters.saturating_sub(marks) + 1 }
    }

    /// How many characters begin before an offset.
    fn characters(&self, text: &str, offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.before_block.len().saturating_sub(1));
        let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        let counted = self.before_block.get(block).copied().unwrap_or_default();
        counted + count_characters(rest)
    }

    /// The text of a line (from 1) without its line end; empty where there is no such line.
    pub fn line_text<'a>(&self, text: &'a str, line: usize) -> &'a str {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.starts.get(index)) else {
            return "";
        };
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let whole = text.get(start..end).unwrap_or_default();
        let whole = whole.strip_suffix('\n').unwrap_or(whole);
        whole.strip_suffix('\r').unwrap_or(whole)
    }

    /// The offset at which a line (from 1) begins; for a line behind the last, the last one's.
    pub fn line_start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1).min(self.starts.len().saturating_sub(1));
        self.starts.get(index).copied().unwrap_or(0)
    }

    /// How many lines there are. An empty text has one; a final line end opens another.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// How many characters begin in some bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    // In pieces whose count fits a byte, because then many are counted in one step.
    let pieces = bytes.chunks(128);
    let counts =
        pieces.map(|piece| piece.iter().map(|&byte| u8::from(begins_character(byte))).sum::<u8>());
    counts.map(usize::from).sum()
}

/// Whether a byte of UTF-8 begins a character.
fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// The greatest character boundary at or below an offset.
fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Makes text from a file safe to print: what a terminal would obey (control characters, among
/// them ESC) or what would hide or reorder text (bidirectional controls, line separators, the
/// byte-order mark) becomes a visible escape such as `\u{1b}`; line feed, carriage return and tab
/// become `\n`, `\r`, `\t`. Borrowed when nothing changes.
pub fn printable(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_unprintable) else {
        return Cow::Borrowed(text);
    };
    let (clean, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(clean);
    for found in rest.chars() {
        match found {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_unprintable(found) => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(found));
            }
            _ => out.push(found),
        }
    }
    Cow::Owned(out)
}

fn is_unprintable(found: char) -> bool {
    found.is_control()
        || matches!(
            found,
            '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// A text with every character covered by one of as many bytes, so that places behind it stay
/// where they are.
pub fn covered(text: &str) -> String {
    text.chars()
        .map(|c| match c.len_utf8() {
            1 => '*',
            2 => '\u{b7}',
            3 => '\u{2022}',
            _ => '\u{1f7b6}',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let position = Lines::new(text).position(text, offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_of_long_lines_are_counted_in_characters() {
        for text in ["xä€😀".repeat(700), format!("\u{feff}a\n{}", "ä".repeat(2 * BLOCK))] {
            let lines = Lines::new(&text);
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let line = text[..offset].matches('\n').count() + 1;
                let before = &text[lines.line_start(line)..offset];
                let column = before.trim_start_matches('\u{feff}').chars().count() + 1;
                assert_eq!(lines.position(&text, offset), Position { line, column }, "{offset}");
            }
        }
    }

    #[test]
    fn every_line_end_is_known() {
        let text = "a\nb\r\nc\rd";
        let lines = Lines::new(text);
        assert_eq!(lines.count(), 4);
        let texts: Vec<_> = (1..=5).map(|line| lines.line_text(text, line)).collect();
        assert_eq!(texts, ["a", "b", "c", "d", ""]);
        assert_eq!(lines.line_text(text, 0), "");
        assert_eq!(lines.line_start(3), 5);
        assert_eq!(lines.line_start(99), 7);
        assert_eq!(Lines::new("").count(), 1);
        assert_eq!(Lines::new("a\n").count(), 2);
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("äb", 2), (1, 2));
        assert_eq!(at("äb", 1), (1, 1));
        assert_eq!(at("ab", 99), (1, 3));
        assert_eq!(at("a\n😀x", 6), (2, 2));
        assert_eq!(at("", 7), (1, 1));
    }

    #[test]
    fn a_leading_byte_order_mark_is_no_column() {
        assert_eq!(at("\u{feff}{", 3), (1, 1));
        assert_eq!(at("\u{feff}{", 4), (1, 2));
        assert_eq!(at("a\n\u{feff}{", 5), (2, 2));
    }

    #[test]
    fn another_text_does_not_panic() {
        let lines = Lines::new("aaaa\nbbbb\ncc");
        for offset in 0..20 {
            let _ = lines.position("ä", offset);
        }
        assert_eq!(lines.line_text("ä", 2), "");
    }

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        assert!(matches!(printable("plain ä 😀"), Cow::Borrowed(_)));
        assert_eq!(printable("a\u{1b}[31m\n\t\r"), "a\\u{1b}[31m\\n\\t\\r");
        assert_eq!(printable("\u{7f}\u{9b}\u{202e}\u{2029}"), "\\u{7f}\\u{9b}\\u{202e}\\u{2029}");
        assert_eq!(printable("\u{feff}\u{2066}\u{61c}"), "\\u{feff}\\u{2066}\\u{61c}");
        // Neighbours of the ranges stay.
        assert!(matches!(printable("\u{202f}\u{2027}\u{200d}\u{a0}"), Cow::Borrowed(_)));
    }

    #[test]
    fn spans_measure() {
        assert!(Span::at(4).is_empty());
        assert_eq!(Span { start: 2, end: 5 }.len(), 3);
    }
}
