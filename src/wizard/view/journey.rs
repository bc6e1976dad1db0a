//! The journey: at the left where there is room, else one line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::sheet::Sheet;
use super::text::{cut, width};
use super::{inside, is_small, panel};
use crate::rule::Level;
use crate::steps::STEPS;
use crate::wizard::model::{Focus, Model, Open, Page};
use crate::wizard::region::{Hit, Region};

/// The sidebar.
pub(super) fn sidebar(model: &Model, frame: &mut Frame<'_>, area: Rect) -> Vec<Region> {
    let Some(open) = &model.open else { return Vec::new() };
    let active = model.focus == Focus::Journey && model.overlays.is_empty();
    let block = panel(" Your journey ", model, active);
    let inner = inside(&block, area);
    frame.render_widget(block, area);
    let columns = usize::from(inner.width);
    let mut sheet = Sheet::default();
    for (index, page) in Page::journey().enumerate() {
        if page == Page::Review {
            sheet.gap();
        }
        let (mark, word) = state(open, page);
        let here = page == model.page;
        let at_cursor = active && index == model.journey;
        let lead = if at_cursor {
            "›"
        } else if here {
            "▸"
        } else {
            " "
        };
        let style = if at_cursor || here {
            model.theme.focus()
        } else if mark == "✓" {
            model.theme.done()
        } else if mark == "!" {
            model.theme.level(Level::Error)
        } else {
            Style::new()
        };
        sheet.hit_at(0..columns, Hit::Journey(index));
        sheet.ends(
            (&format!("{lead}{mark} {}", page.title()), style),
            (&word, model.theme.quiet()),
            columns,
        );
    }
    if open.report.is_some() {
        sheet.gap();
        let counts = open.filed.total();
        let mut line = |mark: &str, count: usize, label: &str, style: Style| {
            let style = if count > 0 { style } else { model.theme.quiet() };
            sheet.line(format!(" {mark} {count} {label}"), style);
        };
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        line("○", counts.unanswered, "to answer", Style::new());
        for (level, count, label) in [
            (Level::Error, counts.errors, format!("error{}", plural(counts.errors))),
            (Level::Warning, counts.warnings, format!("warning{}", plural(counts.warnings))),
            (Level::Advice, counts.advice, "advice".to_owned()),
        ] {
            line(crate::wizard::theme::mark(level), count, &label, model.theme.level(level));
        }
    }
    sheet.draw(frame, inner, false)
}

/// Mark and word of a page.
fn state(open: &Open, page: Page) -> (&'static str, String) {
    match page {
        Page::Step(index) => {
            STEPS.get(index).map_or(("○", String::new()), |step| open.state(step).mark())
        }
        Page::Home | Page::Review | Page::Export => (" ", String::new()),
    }
}

/// The journey on one line.
pub(super) fn line(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let Some(open) = &model.open else { return };
    let active = model.focus == Focus::Journey && model.overlays.is_empty();
    if is_small(frame.area()) {
        return one(model, open, active, frame, area);
    }
    let mut cells = Vec::new();
    let mut at = 0;
    for (index, page) in Page::journey().enumerate() {
        let (mark, _) = state(open, page);
        let shown = if active { index == model.journey } else { page == model.page };
        // Only the page one is at is named in full; there is no room for more.
        let text = if shown {
            at = index;
            format!("{}{mark} {} ", if active { "›" } else { "▸" }, page.title())
        } else {
            format!("{}{} ", mark.trim(), cut(page.title(), 5))
        };
        let style = if shown { model.theme.focus() } else { model.theme.quiet() };
        cells.push((text, style));
    }
    let room = usize::from(area.width).saturating_sub(1);
    // The page one is at stays in sight; what comes before it gives way.
    let fits = |first: usize| {
        let lead = if first > 0 { 2 } else { 0 };
        lead + cells[first..=at].iter().map(|(text, _)| width(text)).sum::<usize>() <= room
    };
    let first = (0..=at).find(|first| fits(*first)).unwrap_or(at);
    let mut spans = vec![Span::raw(if first > 0 { " … " } else { " " })];
    let mut used = if first > 0 { 2 } else { 0 };
    for (text, style) in cells.into_iter().skip(first) {
        used += width(&text);
        if used > room {
            break;
        }
        spans.push(Span::styled(text, style));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

/// Only the page one is at, or the cursor: a small screen has no room for more.
fn one(model: &Model, open: &Open, active: bool, frame: &mut Frame<'_>, area: Rect) {
    let index = if active { model.journey } else { model.page.index() };
    let page = Page::at(index);
    let (mark, word) = state(open, page);
    let lead = if active { "›" } else { "▸" };
    let count = Page::journey().count();
    let left = format!(" {lead}{mark} {} of {count} · {}", index + 1, page.title());
    let mut sheet = Sheet::default();
    let columns = usize::from(area.width).saturating_sub(1);
    sheet.ends((&left, model.theme.title()), (&word, model.theme.quiet()), columns);
    sheet.draw(frame, area, false);
}
