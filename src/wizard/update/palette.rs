//! The palette: opened, narrowed, obeyed.

use super::super::field::Editor;
use super::super::model::{Focus, Model, Page};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::Overlay;
use super::super::palette::{Target, found};
use super::{form, go_to, home, update};

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
            if let Some(open) = &mut model.open {
                open.filter = pointer;
                open.review_cursor = 0;
            }
            go_to(model, Page::Review, now)
        }
        Target::Draft(path) => {
            model.overlays.clear();
            home::open(model, path, now)
        }
        Target::Theme(kind) => {
            model.theme.kind = kind;
            model.say(format!("theme = \"{}\" in config.toml keeps it", kind.name()));
            Vec::new()
        }
    }
}
