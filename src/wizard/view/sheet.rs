//! Lines to draw, with the place of the focus and of the cursor among them. A sheet longer than
//! its area is shown from where the focus is.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::text::{cut, width, wrap};
use crate::wizard::region::{Hit, Region};

/// A page as lines.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    lines: Vec<Line<'static>>,
    focus: Option<(usize, usize)>,
    cursor: Option<(usize, usize)>,
    scroll: Option<usize>,
    top: Option<usize>,
    hits: Vec<(Range<usize>, Range<usize>, Hit)>,
}

impl Sheet {
    /// A line of one style.
    pub(crate) fn line(&mut self, text: impl Into<String>, style: Style) {
        self.lines.push(Line::styled(text.into(), style));
    }

    /// A line of several styles.
    pub(crate) fn spans(&mut self, spans: Vec<Span<'static>>) {
        self.lines.push(Line::from(spans));
    }

    /// A line that is counted, but too far off to be seen.
    pub(crate) fn unseen(&mut self) {
        self.lines.push(Line::default());
    }

    /// A blank line, unless one stands there already or nothing does.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// A text wrapped to a width, each line after an indent.
    pub(crate) fn text(&mut self, text: &str, columns: usize, indent: usize, style: Style) {
        self.marked("", text, columns, indent, style);
    }

    /// A wrapped text behind a mark; further lines stand under the first.
    pub(crate) fn marked(
        &mut self,
        mark: &str,
        text: &str,
        columns: usize,
        indent: usize,
        style: Style,
    ) {
        let lead = if mark.is_empty() { 0 } else { width(mark) + 1 };
        for (number, line) in
            wrap(text, columns.saturating_sub(indent + lead)).into_iter().enumerate()
        {
            let head = match (number, lead) {
                (0, 1..) => format!("{}{mark} ", " ".repeat(indent)),
                _ => " ".repeat(indent + lead),
            };
            self.lines.push(Line::styled(format!("{head}{line}"), style));
        }
    }

    /// Two texts, at the left and at the right of one line; the left one gives way.
    pub(crate) fn ends(&mut self, left: (&str, Style), right: (&str, Style), columns: usize) {
        let room = columns.saturating_sub(width(left.0) + 1).max(columns / 2);
        let right_text = cut(right.0, room);
        let left_text = cut(left.0, columns.saturating_sub(width(&right_text) + 1));
        let gap = columns.saturating_sub(width(&left_text) + width(&right_text));
        self.lines.push(Line::from(vec![
            Span::styled(left_text, left.1),
            Span::raw(" ".repeat(gap)),
            Span::styled(right_text, right.1),
        ]));
    }

    /// Number of lines so far.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// What lies from a line to the end so far has the focus.
    pub(crate) fn focus_from(&mut self, start: usize) {
        self.focus = Some((start, self.lines.len()));
    }

    /// The focus reaches to the end of the sheet: what follows the last field is shown with it.
    pub(crate) fn focus_to_end(&mut self) {
        if let Some((_, end)) = &mut self.focus {
            *end = self.lines.len();
        }
    }

    /// The sheet is shown from its beginning as long as the lines so far fit.
    pub(crate) fn stay_at_top(&mut self) {
        self.top = Some(self.lines.len());
    }

    /// A click on any of the lines from here to the end so far means that.
    pub(crate) fn hit_from(&mut self, start: usize, hit: Hit) {
        self.hits.push((start..self.lines.len(), 0..usize::MAX, hit));
    }

    /// The same for some columns of them.
    pub(crate) fn hit_block(&mut self, start: usize, columns: Range<usize>, hit: Hit) {
        self.hits.push((start..self.lines.len(), columns, hit));
    }

    /// A click on these columns of the line to come means that.
    pub(crate) fn hit_at(&mut self, columns: Range<usize>, hit: Hit) {
        let line = self.lines.len();
        self.hits.push((line..line + 1, columns, hit));
    }

    /// The real cursor stands in the line to come, at this column.
    pub(crate) fn cursor_at(&mut self, column: usize) {
        self.cursor = Some((self.lines.len(), column));
    }

    /// Shows the sheet from a line on, instead of from where the focus is.
    pub(crate) fn scroll_to(&mut self, line: usize) {
        self.scroll = Some(line);
    }

    /// Draws it. The cursor is shown only where keys are typed into it.
    /// Returns what a click on it means.
    pub(crate) fn draw(self, frame: &mut Frame<'_>, area: Rect, active: bool) -> Vec<Region> {
        let height = usize::from(area.height);
        if area.is_empty() {
            return Vec::new();
        }
        let most = self.lines.len().saturating_sub(height);
        let scroll = match (self.scroll, self.focus) {
            (Some(scroll), _) => scroll.min(most),
            (None, Some(_)) if self.top.is_some_and(|end| end <= height) => 0,
            (None, Some((start, end))) => {
                // The whole field if it fits, else its beginning; the cursor in any case.
                let start = start.saturating_sub(1);
                let wanted = end.saturating_sub(height).min(start);
                let cursor =
                    self.cursor.map_or(wanted, |(line, _)| (line + 1).saturating_sub(height));
                wanted.max(cursor).min(most)
            }
            (None, None) => 0,
        };
        let regions = regions(&self.hits, area, scroll);
        let more = self.lines.len() > scroll + height;
        let lines: Vec<Line<'_>> = self.lines.into_iter().skip(scroll).take(height).collect();
        frame.render_widget(Paragraph::new(lines), area);
        // Quiet signs that the page goes on.
        for (goes_on, sign, y) in [(scroll > 0, "↑", area.y), (more, "↓", area.bottom() - 1)] {
            if goes_on {
                let at = Rect { x: area.right(), y, width: 1, height: 1 };
                frame.render_widget(Paragraph::new(sign), at.intersection(frame.area()));
            }
        }
        if let Some((line, column)) = self.cursor.filter(|_| active)
            && let Some(row) = line.checked_sub(scroll).filter(|row| *row < height)
        {
            let x = area.x
                + u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
            let y = area.y + u16::try_from(row).unwrap_or_default();
            frame.set_cursor_position(Position { x, y });
        }
        regions
    }
}

/// Where on the screen lines and columns of a sheet are, as far as they are shown.
fn regions(hits: &[(Range<usize>, Range<usize>, Hit)], area: Rect, scroll: usize) -> Vec<Region> {
    let within = |range: &Range<usize>, from: usize, most: u16| {
        let cut = |at: usize| u16::try_from(at.saturating_sub(from)).unwrap_or(u16::MAX).min(most);
        (cut(range.start), cut(range.end))
    };
    let region = |(lines, columns, hit): &(Range<usize>, Range<usize>, Hit)| {
        let (top, bottom) = within(lines, scroll, area.height);
        let (left, right) = within(columns, 0, area.width);
        let area =
            Rect { x: area.x + left, y: area.y + top, width: right - left, height: bottom - top };
        (!area.is_empty()).then(|| Region { area, hit: hit.clone() })
    };
    hits.iter().filter_map(region).collect()
}
