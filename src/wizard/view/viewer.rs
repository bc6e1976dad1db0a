//! A finding in its file: the lines around it, the finding underlined, the others marked at the
//! edge; and beside or below it what the rule says.

use std::ops::RangeInclusive;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};
use unicode_segmentation::UnicodeSegmentation;

use super::sheet::Sheet;
use super::text::{cut, width};
use super::{code, inside, overlay, panel};
use crate::connector::files::Role;
use crate::rule::{Finding, Level, Range};
use crate::source::hash::HashMap;
use crate::source::text::printable;
use crate::wizard::model::{Model, Open};
use crate::wizard::theme::mark;

/// Columns before the text: the mark of a line, its number, a rule.
const GUTTER: usize = 10;
/// From here the explanation stands beside the file.
const BESIDE: u16 = 110;

/// Draws the finding over the whole body; false where it is in no file that can be shown.
pub(super) fn draw(
    model: &Model,
    finding: &Finding,
    (line, side, scroll): (isize, isize, usize),
    frame: &mut Frame<'_>,
    body: Rect,
) -> bool {
    let (Some(open), Some(range), Some(role)) =
        (&model.open, finding.spot.range, finding.spot.role)
    else {
        return false;
    };
    let Some(text) = open.connector.as_deref().and_then(|connector| connector.shown(role)) else {
        return false;
    };
    frame.render_widget(Clear, body);
    let [file, aside] = areas(body);
    let title = format!(
        " {} {}:{} ",
        printable(finding.spot.file.as_deref().unwrap_or_default()),
        range.line,
        range.column
    );
    let block = panel(&cut(&title, usize::from(file.width).saturating_sub(4)), model, true);
    let inner = inside(&block, file);
    frame.render_widget(block, file);
    let window = Window { range, line, side };
    let lines = window.lines(model, open, role, finding.level, &text, inner);
    frame.render_widget(Paragraph::new(lines), inner);
    let block = panel(&format!(" {} ", finding.rule.id), model, false);
    let inner = inside(&block, aside);
    frame.render_widget(block, aside);
    let mut sheet = Sheet::default();
    overlay::explained(&mut sheet, model, finding, usize::from(inner.width));
    sheet.scroll_to(scroll);
    sheet.draw(frame, inner, false);
    true
}

/// Where the file stands, and where the reasons.
fn areas(body: Rect) -> [Rect; 2] {
    if body.width >= BESIDE {
        Layout::horizontal([Constraint::Percentage(58), Constraint::Min(0)]).areas(body)
    } else {
        Layout::vertical([Constraint::Percentage(52), Constraint::Min(0)]).areas(body)
    }
}

/// How far a screen can show the file above and below, and left and right of a finding.
pub(crate) fn reach(
    (width, height): (u16, u16),
    text: &str,
    range: Range,
) -> (RangeInclusive<isize>, RangeInclusive<isize>) {
    // What is left of the screen between its first and its last line.
    let [file, _] = areas(Rect::new(0, 1, width, height.saturating_sub(2)));
    let (shown, room) =
        (usize::from(file.height.saturating_sub(2)), room(file.width.saturating_sub(4)));
    let (line, column) = (range.line.saturating_sub(1), hidden(range, room));
    let lines = text.lines().count();
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let signed = |number: usize| isize::try_from(number).unwrap_or(isize::MAX);
    let top = line.saturating_sub(shown / 3);
    // The last line, and the end of the longest, can be brought into the middle, no further.
    let down = lines.saturating_sub(shown / 2).max(top) - top;
    let right = longest.saturating_sub(room / 2).max(column) - column;
    (-signed(top)..=signed(down), -signed(column)..=signed(right))
}

/// Columns for the text of a file.
fn room(width: u16) -> usize {
    usize::from(width).saturating_sub(GUTTER)
}

/// Characters that are left out so that a finding far to the right is seen.
fn hidden(range: Range, room: usize) -> usize {
    let start = range.column.saturating_sub(1);
    if start + 12 > room { start.saturating_sub(room / 3) } else { 0 }
}

/// The part of a file that is shown.
struct Window {
    range: Range,
    /// Lines further down than the finding.
    line: isize,
    /// Characters further right.
    side: isize,
}

impl Window {
    fn lines(
        &self,
        model: &Model,
        open: &Open,
        role: Role,
        level: Level,
        text: &str,
        area: Rect,
    ) -> Vec<Line<'static>> {
        let height = usize::from(area.height);
        let room = room(area.width);
        let marks = others(open, role);
        let middle = self.range.line.saturating_sub(1).saturating_sub(height / 3);
        let first = middle.saturating_add_signed(self.line);
        let from = self.first_column(room);
        let mut lines = Vec::new();
        let fences = text.lines().take(first).filter(|line| code::is_fence(role, line)).count();
        let mut is_fenced = fences % 2 == 1;
        for (number, line) in text.lines().enumerate().skip(first) {
            if lines.len() >= height {
                break;
            }
            let number = number + 1;
            let here = number == self.range.line;
            let gutter = match marks.get(&number) {
                _ if here => "›",
                Some(level) => mark(*level),
                None => " ",
            };
            let style = if here { model.theme.focus() } else { model.theme.quiet() };
            let cut = if from > 0 && !line.is_empty() { "…" } else { " " };
            let mut spans = vec![Span::styled(format!("{gutter}{number:>6} │{cut}"), style)];
            is_fenced ^= code::is_fence(role, line);
            let part = (from, room * 2);
            spans.extend(clipped(code::line(role, line, part, is_fenced, model.theme), room));
            lines.push(Line::from(spans));
            if here && lines.len() < height {
                lines.push(self.underline(model, level, line, from, room));
            }
        }
        lines
    }

    /// A minified file has lines of any length: the window follows the finding.
    fn first_column(&self, room: usize) -> usize {
        hidden(self.range, room).saturating_add_signed(self.side)
    }

    fn underline(
        &self,
        model: &Model,
        level: Level,
        line: &str,
        from: usize,
        room: usize,
    ) -> Line<'static> {
        let start = self.range.column.saturating_sub(1);
        let end = if self.range.end_line == self.range.line {
            self.range.end_column.saturating_sub(1).max(start + 1)
        } else {
            line.chars().count().max(start + 1)
        };
        let shown = |from: usize, to: usize| {
            let text: String = line.chars().skip(from).take(to.saturating_sub(from)).collect();
            width(&printable(&text.replace('\t', "  ")))
        };
        let lead = shown(from, start.max(from)).min(room);
        // What is not seen is not underlined; what is nothing is so by one column.
        let least = usize::from(start >= from);
        let length =
            shown(start.max(from), end.max(from)).max(least).min(room.saturating_sub(lead));
        Line::from(vec![
            Span::styled("        │ ", model.theme.quiet()),
            Span::raw(" ".repeat(lead)),
            Span::styled("─".repeat(length), model.theme.level(level)),
        ])
    }
}

/// Pieces cut to a width; the last column tells that the line goes on.
fn clipped(spans: Vec<Span<'static>>, room: usize) -> Vec<Span<'static>> {
    if spans.iter().map(|span| width(&span.content)).sum::<usize>() <= room {
        return spans;
    }
    let mut left = room.saturating_sub(1);
    let mut out = Vec::new();
    for span in spans {
        let mut short = String::new();
        let mut graphemes = span.content.graphemes(true).peekable();
        while let Some(grapheme) = graphemes.next_if(|grapheme| width(grapheme) <= left) {
            left -= width(grapheme);
            short.push_str(grapheme);
        }
        let is_cut = graphemes.peek().is_some();
        out.push(Span::styled(short, span.style));
        if is_cut {
            break;
        }
    }
    out.push(Span::raw("…"));
    out
}

/// Lines of the file with findings, and the gravest of each.
fn others(open: &Open, role: Role) -> HashMap<usize, Level> {
    let mut marks: HashMap<usize, Level> = HashMap::default();
    for finding in open.findings().iter().filter(|found| found.spot.role == Some(role)) {
        if let Some(range) = finding.spot.range {
            let level = marks.entry(range.line).or_insert(finding.level);
            *level = (*level).min(finding.level);
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_cut_says_so_wherever_its_pieces_end() {
        let shown = |room: usize| {
            let pieces = ["abcd", ",", "漢字"].map(Span::raw).to_vec();
            clipped(pieces, room).iter().map(|span| span.content.clone()).collect::<String>()
        };
        assert_eq!(shown(9), "abcd,漢字");
        assert_eq!(shown(8), "abcd,漢…");
        assert_eq!(shown(7), "abcd,…");
        assert_eq!(shown(5), "abcd…");
        assert_eq!(shown(4), "abc…");
        assert_eq!(shown(1), "…");
    }
}
