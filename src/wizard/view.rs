//! Draws the model. Reads only; who gets a key was decided before.

mod code;
mod drafts;
mod export;
mod footer;
mod help;
mod home;
mod journey;
mod mending;
mod overlay;
mod package;
mod picture;
mod review;
mod sheet;
mod step;
pub(crate) mod text;
mod texts;
mod tour;
mod viewer;
mod way;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Paragraph};

use super::filed::Counts;
use super::model::{Focus, Model, Page};
use super::region::Region;
use crate::connector::Connector;
use crate::rule::Level;
use crate::source::text::printable;
pub(crate) use review::short_place;
use sheet::Sheet;
use text::{cut, width, wrap};
pub(crate) use viewer::reach;

/// The smallest screen on which a form makes sense.
const LEAST: (u16, u16) = (40, 12);
/// The smallest screen with room for frames.
const FRAMED: (u16, u16) = (60, 16);
/// From here the journey stands at the left; below it is one line.
const WITH_SIDEBAR: u16 = 80;
/// From here the help of the focused question stands at the right.
pub(crate) const WITH_HELP: u16 = 120;
/// From here that help, and the journey, have room for longer lines.
const WIDE: u16 = 160;
/// Columns of a text that is read with ease; wider screens leave the rest blank.
const READABLE: u16 = 110;

/// Draws one frame. Returns what a click on it means.
pub(crate) fn view(model: &Model, frame: &mut Frame<'_>) -> Vec<Region> {
    let area = frame.area();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        too_small(model, frame, area);
        model.theme.finish(frame.buffer_mut());
        return Vec::new();
    }
    let [top, body, bottom] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)])
            .areas(area);
    header(model, frame, top);
    let mut regions = footer::draw(model, frame, bottom);
    let below = if model.page == Page::Home || model.open.is_none() {
        home::draw(model, frame, body)
    } else {
        page(model, frame, body)
    };
    let above = overlay::draw(model, frame, body);
    // What lies over the page keeps clicks from it.
    regions.extend(if model.overlays.is_empty() { below } else { above });
    model.theme.finish(frame.buffer_mut());
    regions
}

fn page(model: &Model, frame: &mut Frame<'_>, body: Rect) -> Vec<Region> {
    let mut regions = Vec::new();
    let body = if body.width >= WITH_SIDEBAR {
        let side = if body.width >= WIDE { 34 } else { 26 };
        let [side, rest] =
            Layout::horizontal([Constraint::Length(side), Constraint::Min(0)]).areas(body);
        regions.extend(journey::sidebar(model, frame, side));
        rest
    } else {
        let [line, rest] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(body);
        journey::line(model, frame, line);
        rest
    };
    let (form, aside) = if frame.area().width >= WITH_HELP && matches!(model.page, Page::Step(_)) {
        let aside = if frame.area().width >= WIDE { 56 } else { 38 };
        let [form, aside] =
            Layout::horizontal([Constraint::Min(0), Constraint::Length(aside)]).areas(body);
        (form, Some(aside))
    } else {
        (body, None)
    };
    let active = model.focus == Focus::Page && model.overlays.is_empty();
    let title = page_title(model, usize::from(form.width));
    let inner = framed(&title, model, active, frame, form);
    let columns = usize::from(inner.width.min(READABLE));
    let sheet = match model.page {
        Page::Step(_) => step::sheet(model, columns, aside.is_none()),
        Page::Review => review::sheet(model, columns),
        Page::Export => export::sheet(model, columns),
        Page::Home => Sheet::default(),
    };
    regions.extend(sheet.draw(frame, inner, active));
    if let Some(aside) = aside {
        let inner = framed(" Help ", model, false, frame, aside);
        step::help(model, usize::from(inner.width)).draw(frame, inner, false);
    }
    regions
}

fn page_title(model: &Model, columns: usize) -> String {
    match model.page {
        Page::Step(index) => {
            format!(" {} of {} · {} ", index + 1, crate::steps::STEPS.len(), model.page.title())
        }
        Page::Review => {
            let counts = model.open.as_ref().map(|open| counts(open.filed.total()));
            let told = format!(" Review · {} ", counts.unwrap_or_default());
            // The journey beside it tells the same; half a number would tell something else.
            if width(&told) + 2 <= columns { told } else { " Review ".to_owned() }
        }
        Page::Home | Page::Export => format!(" {} ", model.page.title()),
    }
}

/// "2 to answer, 3 errors, 1 warning, 4 advice".
fn counts(counts: Counts) -> String {
    let Counts { unanswered, errors, warnings, advice } = counts;
    let plural = |number: usize| if number == 1 { "" } else { "s" };
    let open = if unanswered > 0 { format!("{unanswered} to answer, ") } else { String::new() };
    format!(
        "{open}{errors} error{}, {warnings} warning{}, {advice} advice",
        plural(errors),
        plural(warnings)
    )
}

/// A frame; the active one is bold, and the focus mark inside says the same without style.
fn panel(title: &str, model: &Model, active: bool) -> Block<'static> {
    let style = if active { model.theme.focus() } else { model.theme.quiet() };
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(style)
        .title(Span::styled(title.to_owned(), model.theme.title()))
}

/// Draws a frame where the screen has room for one; the area inside.
fn framed(title: &str, model: &Model, active: bool, frame: &mut Frame<'_>, area: Rect) -> Rect {
    if is_small(frame.area()) {
        return Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    }
    let block = panel(title, model, active);
    let inner = inside(&block, area);
    frame.render_widget(block, area);
    inner
}

/// Whether frames would take too much of the screen.
fn is_small(screen: Rect) -> bool {
    is_small_size((screen.width, screen.height))
}

/// The same of columns and rows.
fn is_small_size((width, height): (u16, u16)) -> bool {
    width < FRAMED.0 || height < FRAMED.1
}

/// The area inside a frame, with a blank column on each side.
fn inside(block: &Block<'_>, area: Rect) -> Rect {
    let inner = block.inner(area);
    let margin = u16::from(inner.width > 2);
    Rect { x: inner.x + margin, width: inner.width.saturating_sub(2 * margin), ..inner }
}

fn header(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let name = model.open.as_ref().filter(|_| model.page != Page::Home).map(|open| {
        let name = open.draft.name.trim();
        let title = open.connector.as_deref().and_then(Connector::shown_title);
        if name.is_empty() { title.unwrap_or_default() } else { name.to_owned() }
    });
    let left = match name.filter(|name| !name.trim().is_empty()) {
        Some(name) => format!(" conncert · {}", printable(&name)),
        None => " conncert".to_owned(),
    };
    let works = model.works.shown();
    let works = works.filter(|_| model.status.as_ref().is_none_or(|status| !status.bad));
    let (right, style) = match (&model.status, model.busy) {
        _ if works.is_some() => (works.unwrap_or_default(), model.theme.quiet()),
        (Some(status), _) if status.bad => {
            (format!("✗ {}", status.text), model.theme.level(Level::Error))
        }
        (Some(status), _) => (status.text.clone(), model.theme.quiet()),
        (None, Some(busy)) => (busy.to_owned(), model.theme.quiet()),
        (None, None) => (state(model), model.theme.quiet()),
    };
    let right = match (model.mouse.on, right.as_str()) {
        (false, _) => right,
        (true, "") => "mouse".to_owned(),
        (true, _) => format!("{right} · mouse"),
    };
    let total = usize::from(area.width);
    let right = cut(&right, total.saturating_sub(12));
    let left = cut(&left, total.saturating_sub(width(&right) + 3));
    let gap = total.saturating_sub(width(&left) + width(&right) + 1);
    let line = Line::from(vec![
        Span::styled(left, model.theme.title()),
        Span::raw(" ".repeat(gap)),
        Span::styled(right, style),
    ]);
    frame.render_widget(Paragraph::new(line), area);
}

fn state(model: &Model) -> String {
    let Some(open) = model.open.as_ref().filter(|_| model.page != Page::Home) else {
        return String::new();
    };
    let saved = if open.draft.is_read_only() {
        "read only"
    } else if open.is_dirty() {
        "not saved yet"
    } else if open.on_disk {
        "saved"
    } else {
        "no draft yet"
    };
    format!("{} · {saved}", open.publisher().word())
}

fn too_small(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let kept = if model.open.is_some() { " What you typed is kept." } else { "" };
    let text = format!("conncert needs {} x {} characters.{kept}", LEAST.0, LEAST.1);
    let lines: Vec<Line<'_>> =
        wrap(&text, usize::from(area.width)).into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines), area);
}
