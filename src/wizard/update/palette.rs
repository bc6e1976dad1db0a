//! The palette: opened, narrowed, obeyed.

use super::super::field::Editor;
use super::super::model::{Focus, Model, Page};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::Overlay;
use super::super::palette::{Target, found};
use super::{form, go_to, home, look, update};
use crate::rule::{Place, Spot};

/// Opens it.
pub(super) fn open(model: &mut Model) {
    let editor = Box::new(Editor::new("palette", "", false));
    model.overlays.push(Overlay::Palette { editor, cursor: 0 });
}

/// Carries out an intent in it.
pub(super) fn narrow(model: &mut Model, intent: &Intent) {
    let typed = match model.overlays.last() {
        Some(Overlay::Palette { editor, .. }) => editor.text(),
        _ => return,
    };
    let last = found(model, &typed).len().saturating_sub(1);
    let Some(Overlay::Palette { editor, cursor }) = model.overlays.last_mut() else { return };
    match intent {
        Intent::Edit(edit) => {
            editor.edit(edit);
            *cursor = 0;
        }
        Intent::Down => *cursor = (*cursor + 1).min(last),
        Intent::Up => *cursor = cursor.saturating_sub(1),
        _ => {}
    }
}

/// Does what was chosen, with the palette closed.
pub(super) fn obey(model: &mut Model, editor: Box<Editor>, cursor: usize, now: &Now) -> Vec<Job> {
    let typed = editor.text();
    // The entries are those of the place below, so they are looked up as if it were still open.
    model.overlays.push(Overlay::Palette { editor, cursor });
    let chosen = found(model, &typed).into_iter().nth(cursor);
    model.overlays.pop();
    let Some(entry) = chosen else {
        model.say("nothing has that name");
        return Vec::new();
    };
    match entry.target {
        Target::Do(intent) => update(model, intent, now),
        Target::Page(page) => {
            model.overlays.clear();
            go_to(model, page, now)
        }
        Target::Question(key) => {
            model.overlays.clear();
            model.focus = Focus::Page;
            form::focus_question(model, key, now)
        }
        Target::Rule(rule) => {
            model.overlays.push(Overlay::Rule { rule, scroll: 0 });
            Vec::new()
        }
        Target::Operation(pointer) => {
            model.overlays.clear();
            to_operation(model, pointer, now)
        }
        Target::Draft(path) => {
            model.overlays.clear();
            home::open(model, path, now)
        }
        Target::Theme(kind) => {
            look::choose(model, kind);
            Vec::new()
        }
    }
}

/// Goes to the findings of an operation, at the first of them; where it has none, tells its place.
fn to_operation(model: &mut Model, pointer: String, now: &Now) -> Vec<Job> {
    let Some(open) = &mut model.open else { return Vec::new() };
    let below = |spot: &str| {
        spot.strip_prefix(&*pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let index = open.findings().iter().position(|finding| below(&finding.spot.pointer));
    let Some(index) = index else {
        let spot = Spot::locate(&Place::definition(&pointer), open.connector.as_deref());
        let line = spot.range.map_or(1, |range| range.line);
        model.say(format!("nothing to mend; definition, line {line}"));
        return Vec::new();
    };
    open.filter = pointer;
    open.review_cursor = 0;
    let jobs = go_to(model, Page::Review, now);
    model.overlays.push(Overlay::Finding { index, scroll: 0, line: 0, side: 0 });
    jobs
}
