//! The line in which something stands, fit to be shown.
//!
//! A line may be a megabyte long or hold control characters; an excerpt never does.

use std::ops::Range;

use super::text::{Span, visible};

/// Lines beyond this many bytes are cut around the place before they are shown.
const LONGEST_LINE: usize = 2_000;
/// Bytes kept before the place and, at most, from its beginning on.
const KEPT: (usize, usize) = (60, 160);

/// A line fit to be shown, and the place within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, or what is left of it.
    pub text: String,
    /// The place, in bytes of `text`.
    pub place: Range<usize>,
}

impl Excerpt {
    /// The line in which a span begins.
    pub fn of(text: &str, span: Span) -> Option<Self> {
        let is_end = |found: char| found == '\n' || found == '\r';
        let start = text.get(..span.start)?.rfind(is_end).map_or(0, |end| end + 1);
        let end = text.get(span.start..)?.find(is_end).map_or(text.len(), |at| span.start + at);
        let (mut from, mut to) = (start, end);
        if end - start > LONGEST_LINE {
            from = boundary(text, start.max(span.start.saturating_sub(KEPT.0)));
            to = boundary(text, end.min(span.start + KEPT.1));
        }
        let place_end = span.end.clamp(span.start, to);
        let mut shown = String::new();
        if from > start {
            shown.push('…');
        }
        let before = text.get(from..span.start)?;
        shown.push_str(&visible(before.strip_prefix('\u{feff}').unwrap_or(before)));
        let place_start = shown.len();
        shown.push_str(&visible(text.get(span.start..place_end)?));
        let place = place_start..shown.len();
        shown.push_str(&visible(text.get(place_end..to)?));
        if to < end {
            shown.push('…');
        }
        Some(Self { text: shown, place })
    }
}

/// The greatest character boundary at or below an offset.
fn boundary(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, start: usize, end: usize) -> (String, String) {
        Excerpt::of(text, Span { start, end }).map_or_else(Default::default, |excerpt| {
            let place = excerpt.text.get(excerpt.place.clone()).unwrap_or("?").to_owned();
            (excerpt.text, place)
        })
    }

    #[test]
    fn the_line_of_the_place_is_shown() {
        assert_eq!(excerpt("a\nbcd\ne", 3, 4), ("bcd".to_owned(), "c".to_owned()));
        assert_eq!(excerpt("a\r\nbcd\r\ne", 4, 99), ("bcd".to_owned(), "cd".to_owned()));
        assert_eq!(excerpt("\u{feff}{}", 3, 4), ("{}".to_owned(), "{".to_owned()));
        assert_eq!(excerpt("", 0, 0), (String::new(), String::new()));
        assert_eq!(excerpt("a", 9, 9), (String::new(), String::new()));
    }

    #[test]
    fn control_characters_shift_the_place() {
        assert_eq!(
            excerpt("\u{1b}x\u{9b}", 1, 2),
            ("\u{241b}x\u{fffd}".to_owned(), "x".to_owned())
        );
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = "ä".repeat(300_000);
        let (shown, place) = excerpt(&text, 400_000, 400_004);
        assert!(shown.len() < 300, "{}", shown.len());
        assert!(shown.starts_with('…') && shown.ends_with('…'));
        assert_eq!(place, "ää");
        let (shown, place) = excerpt(&text, 2, 600_000);
        assert!(shown.len() < 300 && shown.starts_with('ä') && place.starts_with('ä'));
    }
}
