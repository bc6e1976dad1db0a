//! Code frames: one finding with the line it stands in, as the Rust compiler shows them.
//!
//! A line may be a megabyte long or hold control characters; a frame never does.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level as Mark, Origin, Renderer, Snippet};

use unicode_width::UnicodeWidthStr;

use super::{Style, visible, wrap};
use crate::rule::{Level, Range as Lines};
use crate::source::text::Span;

/// Lines beyond this many bytes are cut around the place before they are shown.
const LONGEST_LINE: usize = 2_000;
/// Bytes kept before the place and, at most, from its beginning on.
const KEPT: (usize, usize) = (60, 160);
/// The widest frame where the terminal sets no limit.
const WIDEST: usize = 140;

/// A message is not broken into lines narrower than this.
const NARROW: usize = 36;
/// Columns that line number and gaps take.
const MARGIN: usize = 12;

/// What a frame shows.
pub(super) struct Frame<'a> {
    pub(super) level: Level,
    pub(super) rule: &'a str,
    pub(super) message: &'a str,
    /// The file, as a path to click on, or the answer.
    pub(super) origin: String,
    /// Said under the place.
    pub(super) label: &'a str,
    /// Line and column, where there are any.
    pub(super) range: Option<Lines>,
    /// The line to show; none shows only where it is.
    pub(super) excerpt: Option<Excerpt>,
    pub(super) notes: Vec<String>,
}

/// A line fit to be shown, and the place within it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    text: String,
    place: Range<usize>,
}

impl Excerpt {
    /// The line in which a span begins.
    pub(super) fn of(text: &str, span: Span) -> Option<Self> {
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

    /// Columns up to the end of the place.
    fn columns(&self) -> usize {
        self.text.get(..self.place.end).map_or(0, UnicodeWidthStr::width)
    }
}

/// The renderer takes the line for one of a second file, since the path is told apart from it (it
/// would count the columns of what is cut), and rules it off. This takes the rule away.
fn without_rule(rendered: &str) -> String {
    rendered
        .lines()
        .filter(|line| anstream::adapter::strip_str(line).to_string().trim() != ":::")
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The greatest character boundary at or below an offset.
fn boundary(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

impl Frame<'_> {
    /// The frame as text, with a line end.
    pub(super) fn render(&self, style: &Style) -> String {
        let mark = match self.level {
            Level::Error => Mark::ERROR,
            Level::Warning => Mark::WARNING,
            Level::Advice => Mark::NOTE.with_name(Some("advice")),
        };
        let head = self.level.word().len() + self.rule.len() + "[]: ".len();
        // The first line is shorter by its head, and the renderer aligns the further ones with it.
        // Where a long id leaves too little, the terminal breaks the line.
        let room = style.width.saturating_sub(head);
        let room = if room < NARROW { usize::MAX } else { room };
        let message = wrap(&visible(self.message), room, "");
        let mut origin = Origin::path(visible(&self.origin));
        if let Some(range) = self.range {
            origin = origin.line(range.line).char_column(range.column);
        }
        let mut group = mark.primary_title(message).id(self.rule).element(origin);
        let width = style.width.min(WIDEST);
        if let (Some(excerpt), Some(range)) = (&self.excerpt, self.range) {
            let label = visible(self.label);
            let mut place = AnnotationKind::Primary.span(excerpt.place.clone());
            let fits = excerpt.columns() + label.width() + MARGIN <= width;
            if fits && !label.is_empty() {
                place = place.label(label.clone());
            }
            let line = Snippet::source(excerpt.text.as_str()).line_start(range.line);
            group = group.element(line.annotation(place));
            if !fits {
                group = group.element(Mark::NOTE.message(format!("at {label}")));
            }
        }
        for note in &self.notes {
            group = group.element(Mark::NOTE.message(visible(note)));
        }
        let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
        without_rule(&renderer.term_width(width).render(&[group]))
    }
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
