//! Lines to draw, with the place of the focus and of the cursor among them. A sheet longer than
//! its area is shown from where the focus is.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::text::{cut, width, wrap};

/// A page as lines.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    lines: Vec<Line<'static>>,
    focus: Option<(usize, usize)>,
    cursor: Option<(usize, usize)>,
    scroll: Option<usize>,
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

    /// The real cursor stands in the line to come, at this column.
    pub(crate) fn cursor_at(&mut self, column: usize) {
        self.cursor = Some((self.lines.len(), column));
    }

    /// Shows the sheet from a line on, instead of from where the focus is.
    pub(crate) fn scroll_to(&mut self, line: usize) {
        self.scroll = Some(line);
    }

    /// Draws it. The cursor is shown only where keys are typed into it.
    pub(crate) fn draw(self, frame: &mut Frame<'_>, area: Rect, active: bool) {
        let height = usize::from(area.height);
        if area.is_empty() {
            return;
        }
        let most = self.lines.len().saturating_sub(height);
        let scroll = match (self.scroll, self.focus) {
            (Some(scroll), _) => scroll.min(most),
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
        let more = self.lines.len() > scroll + height;
        let lines: Vec<Line<'_>> = self.lines.into_iter().skip(scroll).take(height).collect();
        frame.render_widget(Paragraph::new(lines), area);
        if more && area.width > 0 {
            // A quiet sign that the page goes on.
            let at = Rect { x: area.right(), y: area.bottom() - 1, width: 1, height: 1 };
            frame.render_widget(Paragraph::new("↓"), at.intersection(frame.area()));
        }
        if let Some((line, column)) = self.cursor.filter(|_| active)
            && let Some(row) = line.checked_sub(scroll).filter(|row| *row < height)
        {
            let x = area.x
                + u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
            let y = area.y + u16::try_from(row).unwrap_or_default();
            frame.set_cursor_position(Position { x, y });
        }
    }
}
