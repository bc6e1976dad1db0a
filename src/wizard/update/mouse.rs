//! The mouse: a click stands for the keys that would lead there, the wheel and a drag for moving.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::super::drafts::Desk;
use super::super::keymap;
use super::super::model::{Focus, Model, Page};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::Overlay;
use super::super::region::{Hit, at};
use super::{form, go_to, home, update};
use crate::answers::Kind;

/// Rows that one notch of the wheel moves in a list.
const NOTCH: u16 = 3;

/// Takes what the mouse did.
pub(super) fn handle(model: &mut Model, event: MouseEvent, now: &Now) -> Vec<Job> {
    if !model.mouse.on {
        return Vec::new();
    }
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => {
            model.mouse.pressed = Some((event.column, event.row));
            model.mouse.dragged = false;
            Vec::new()
        }
        MouseEventKind::Drag(MouseButton::Left) => {
            let Some((_, from)) = model.mouse.pressed else { return Vec::new() };
            model.mouse.pressed = Some((event.column, event.row));
            model.mouse.dragged |= from != event.row;
            // What is under the pointer comes along.
            let intent = if event.row < from { Intent::Down } else { Intent::Up };
            roll(model, &intent, from.abs_diff(event.row), now)
        }
        MouseEventKind::Up(MouseButton::Left) => {
            let pressed = model.mouse.pressed.take().filter(|_| !model.mouse.dragged);
            let Some((column, row)) = pressed else { return Vec::new() };
            let hit = at(&model.mouse.regions, column, row).cloned();
            model.status = None;
            hit.map_or(Vec::new(), |hit| click(model, hit, now))
        }
        MouseEventKind::ScrollDown => {
            let rows = notch(model);
            roll(model, &Intent::Down, rows, now)
        }
        MouseEventKind::ScrollUp => {
            let rows = notch(model);
            roll(model, &Intent::Up, rows, now)
        }
        _ => Vec::new(),
    }
}

/// A form is walked through question by question, whatever else by several rows.
fn notch(model: &Model) -> u16 {
    let is_form = matches!(model.page, Page::Step(_) | Page::Export) && model.overlays.is_empty();
    if is_form || keymap::place(model).is_typing() { 1 } else { NOTCH }
}

fn roll(model: &mut Model, intent: &Intent, rows: u16, now: &Now) -> Vec<Job> {
    (0..rows).flat_map(|_| update(model, intent.clone(), now)).collect()
}

fn click(model: &mut Model, hit: Hit, now: &Now) -> Vec<Job> {
    match hit {
        Hit::Do(intent) => update(model, intent, now),
        Hit::Home(row) => {
            let again = std::mem::replace(&mut model.home_cursor, row) == row;
            if again { home::update(model, &Intent::Accept, now) } else { Vec::new() }
        }
        Hit::Journey(page) => go_to(model, Page::at(page), now),
        Hit::Field(key) => {
            let jobs = focus(model, key);
            let is_tick =
                model.question().is_some_and(|asked| matches!(asked.kind, Kind::Attestation(_)));
            also(jobs, model, is_tick.then_some(Intent::Toggle), now)
        }
        Hit::Option(key, option) => {
            let jobs = focus(model, key);
            if let Some(open) = &mut model.open {
                open.option = option;
            }
            also(jobs, model, Some(Intent::Toggle), now)
        }
        Hit::Review(row) => {
            model.focus = Focus::Page;
            let Some(open) = &mut model.open else { return Vec::new() };
            let again = std::mem::replace(&mut open.review_cursor, row) == row;
            also(Vec::new(), model, again.then_some(Intent::Accept), now)
        }
        Hit::Export(part) => {
            model.focus = Focus::Page;
            let Some(open) = &mut model.open else { return Vec::new() };
            open.export.cursor = part;
            also(Vec::new(), model, (part > 0).then_some(Intent::Toggle), now)
        }
        Hit::Palette(row)
        | Hit::Trash(row)
        | Hit::Way(row)
        | Hit::Mending(row)
        | Hit::Desk(row) => {
            let again = stand_on(model, row);
            let intent = match model.overlays.last() {
                Some(Overlay::Palette { .. }) => Some(Intent::Accept),
                Some(Overlay::Mending(_)) => Some(Intent::Toggle),
                Some(Overlay::Trash { .. } | Overlay::Way { .. }) if again => Some(Intent::Accept),
                Some(Overlay::Desk(desk)) => match **desk {
                    Desk::Import(_) => Some(Intent::Toggle),
                    Desk::Pick(_) if again => Some(Intent::Accept),
                    _ => None,
                },
                _ => None,
            };
            also(Vec::new(), model, intent, now)
        }
        Hit::Picture(_) => Vec::new(),
    }
}

/// Does something more.
fn also(mut jobs: Vec<Job>, model: &mut Model, intent: Option<Intent>, now: &Now) -> Vec<Job> {
    jobs.extend(intent.into_iter().flat_map(|intent| update(model, intent, now)));
    jobs
}

/// Puts the cursor of a list on a row; whether it stood there.
fn stand_on(model: &mut Model, row: usize) -> bool {
    let cursor = match model.overlays.last_mut() {
        Some(
            Overlay::Palette { cursor, .. }
            | Overlay::Trash { cursor }
            | Overlay::Way { cursor, .. },
        ) => cursor,
        Some(Overlay::Mending(mends)) => &mut mends.cursor,
        Some(Overlay::Desk(desk)) => match &mut **desk {
            Desk::Pick(pick) => &mut pick.cursor,
            Desk::Import(import) => &mut import.cursor,
            _ => return false,
        },
        _ => return false,
    };
    std::mem::replace(cursor, row) == row
}

/// Goes to a question of this page.
fn focus(model: &mut Model, key: &str) -> Vec<Job> {
    model.focus = Focus::Page;
    let Some(field) = model.fields().iter().position(|question| question.key == key) else {
        return Vec::new();
    };
    if model.open.as_ref().is_some_and(|open| open.field == field && open.editor.is_some()) {
        // One is there already, with what is selected and the cursor where they are.
        return Vec::new();
    }
    form::focus(model, field)
}
