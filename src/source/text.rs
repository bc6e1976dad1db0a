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

/// Finds the lines of a text. A line ends with LF, CR LF or a lone CR.
///
/// It does not hold the text, so that its owner can share it; give the same text to every
/// question. With another text the answers are wrong, but nothing panics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// What stands before each block: counting from the beginning of the text for every finding
    /// would never end.
    blocks: Vec<Before>,
}

/// How much stands before a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Before {
    line_ends: usize,
    /// Characters that begin before it.
    characters: usize,
}

/// Bytes of a block.
const BLOCK: usize = 512;

impl Lines {
    /// Counts through a text.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 1);
        let mut before = Before::default();
        for start in (0..bytes.len().max(1)).step_by(BLOCK) {
            blocks.push(before);
            let end = (start + BLOCK).min(bytes.len());
            before.line_ends += count_line_ends(bytes, start, end);
            before.characters += count_characters(&bytes[start..end]);
        }
        Self { blocks }
    }

    /// Line and column of an offset. An offset behind the end counts as the end, one inside a
    /// character as the beginning of that character.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_char_boundary(text, offset);
        let before = self.before(text, offset);
        let start = self.line_start(text, before.line_ends);
        let marks = usize::from(before.line_ends == 0 && text.starts_with('\u{feff}'));
        let column = before.characters - self.before(text, start).characters.min(before.characters);
        let marks = if offset > 0 { marks } else { 0 };
        Position { line: before.line_ends + 1, column: column.saturating_sub(marks) + 1 }
    }

    /// What stands before an offset of the text.
    fn before(&self, text: &str, offset: usize) -> Before {
        let block = (offset / BLOCK).min(self.blocks.len().saturating_sub(1));
        let known = self.blocks.get(block).copied().unwrap_or_default();
        let bytes = text.as_bytes();
        let rest = bytes.get(block * BLOCK..offset).unwrap_or_default();
        Before {
            line_ends: known.line_ends + count_line_ends(bytes, block * BLOCK, offset),
            characters: known.characters + count_characters(rest),
        }
    }

    /// Where the line begins that so many line ends precede.
    fn line_start(&self, text: &str, line_ends: usize) -> usize {
        // The last block before which the last of them does not stand is the one that holds it.
        let after = self.blocks.partition_point(|block| block.line_ends < line_ends);
        let Some(block) = after.checked_sub(1) else { return 0 };
        let bytes = text.as_bytes();
        let before = self.blocks.get(block).map_or(0, |block| block.line_ends);
        let rest = bytes.get(block * BLOCK..).unwrap_or_default();
        let ends = memchr::memchr2_iter(b'\n', b'\r', rest).map(|at| block * BLOCK + at);
        let mut ends = ends.filter(|at| is_line_end(bytes, *at));
        ends.nth(line_ends - before - 1).map_or(0, |at| at + 1)
    }
}

/// Whether a line ends with this byte. The CR of a CR LF leaves that to its LF.
fn is_line_end(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

fn count_line_ends(bytes: &[u8], start: usize, end: usize) -> usize {
    let piece = bytes.get(start..end).unwrap_or_default();
    let returns = memchr::memchr_iter(b'\r', piece).filter(|at| is_line_end(bytes, start + at));
    memchr::memchr_iter(b'\n', piece).count() + returns.count()
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

/// Text with every character that a terminal would obey replaced by one that it shows, so that
/// columns still match. Line ends and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if matches!(printable(text), Cow::Borrowed(_)) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|found| match found {
            '\t' | '\n' => found,
            // The pictures of the control characters stand in the order of the characters.
            '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(found)).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            _ if is_obeyed(found) => '\u{fffd}',
            _ => found,
        })
        .collect::<String>()
        .into()
}

/// Whether a terminal would obey or hide a character.
pub fn is_obeyed(found: char) -> bool {
    matches!(printable(found.encode_utf8(&mut [0; 4])), Cow::Owned(_))
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
                let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
                let before = &text[start..offset];
                let column = before.trim_start_matches('\u{feff}').chars().count() + 1;
                assert_eq!(lines.position(&text, offset), Position { line, column }, "{offset}");
            }
        }
    }

    #[test]
    fn every_line_end_is_known() {
        let text = "a\nb\r\nc\rd";
        let places = [(0, 1, 1), (1, 1, 2), (2, 2, 1), (3, 2, 2), (4, 2, 3), (5, 3, 1), (7, 4, 1)];
        for (offset, line, column) in places {
            assert_eq!(at(text, offset), (line, column), "{offset}");
        }
        assert_eq!(at("a\n", 2), (2, 1));
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("ab{end}").repeat(BLOCK);
            let lines = Lines::new(&text);
            for line in 0..BLOCK {
                let position = lines.position(&text, line * (2 + end.len()) + 1);
                assert_eq!(position, Position { line: line + 1, column: 2 });
            }
        }
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

    #[test]
    fn one_character_stays_one_character() {
        let text = "a\u{1b}[31m\u{7f}\u{9b}\u{202e}\tz";
        let shown = visible(text);
        assert_eq!(shown, "a\u{241b}[31m\u{2421}\u{fffd}\u{fffd}\tz");
        assert_eq!(shown.chars().count(), text.chars().count());
        assert!(matches!(visible("plain ä"), Cow::Borrowed(_)));
    }
}
