//! Code frames: one finding with the line it stands in, as the Rust compiler shows them.
//!
//! A line may be a megabyte long or hold control characters; a frame never does.

use annotate_snippets::{AnnotationKind, Level as Mark, Origin, Renderer, Snippet};

use unicode_width::UnicodeWidthStr;

use super::{Style, visible, wrap};
use crate::rule::{Level, Range as Lines};
use crate::source::excerpt::Excerpt;

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

/// Columns up to the end of the place.
fn columns(excerpt: &Excerpt) -> usize {
    excerpt.text.get(..excerpt.place.end).map_or(0, UnicodeWidthStr::width)
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
            let fits = columns(excerpt) + label.width() + MARGIN <= width;
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
