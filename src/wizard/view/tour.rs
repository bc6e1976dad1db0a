//! The tour: what conncert does, what stays on this machine, the keys to begin with. One screen.

use std::borrow::Cow;

use ratatui::style::Style;

use super::sheet::Sheet;
use crate::wizard::keymap::Place;
use crate::wizard::model::Model;
use crate::wizard::msg::Intent;

/// What it does, in order.
const DOES: [(&str, &str); 4] = [
    ("1", "It asks what Microsoft asks; files answer much of it."),
    ("2", "It checks your files by Microsoft's rules."),
    ("3", "It mends faults; you see each change beforehand."),
    ("4", "It makes the checklist and the package to hand in."),
];

/// Rows from which blank lines have room.
const ROOMY: u16 = 20;

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, columns: usize) {
    let theme = model.theme;
    let has_room = model.size.1 >= ROOMY;
    sheet.text("conncert takes your connector to certification.", columns, 0, theme.title());
    if has_room {
        sheet.gap();
    }
    for (number, text) in DOES {
        sheet.marked(number, text, columns, 0, Style::new());
    }
    if has_room {
        sheet.gap();
    }
    let stays = "Nothing is sent: drafts and files stay on this machine.";
    sheet.text(stays, columns, 0, theme.title());
    if has_room {
        sheet.gap();
    }
    let key = |place, intent: &Intent| {
        model.keys.name(place, intent).map_or_else(String::new, Cow::into_owned)
    };
    let lines = [
        (key(Place::Text, &Intent::Accept), "answers, and goes on to the next question"),
        (key(Place::Text, &Intent::Back), "one level out; nothing is ever lost by it"),
        (key(Place::Home, &Intent::Help), "help for the place you are at"),
        (key(Place::Home, &Intent::Palette), "finds anything by its name, this tour too"),
        (key(Place::Home, &Intent::Leave), "leaves; what you answered is saved"),
    ];
    for (key, does) in lines {
        let lead = format!("{key:<8}");
        sheet.marked(&lead, does, columns, 0, Style::new());
    }
}
