//! How the wizard looks and listens: theme, plain characters, the mouse; and whether that is
//! remembered.

use super::super::model::Model;
use super::super::msg::Job;
use super::super::overlay::{Confirm, Consequence, Overlay};
use super::super::theme::Kind;
use crate::store::Kept;

/// Another theme; asks whether to remember it.
pub(super) fn choose(model: &mut Model, kind: Kind) {
    if model.look.no_color && kind != Kind::Monochrome {
        model.say("colours are refused: NO_COLOR or --no-color");
        return;
    }
    model.theme.kind = kind;
    model.look.kept.theme = Some(kind.name());
    let text = format!(
        "This is the theme {}. Shall it be remembered, in config.toml? Otherwise it lasts until \
         you leave.",
        kind.name()
    );
    model.overlays.push(Overlay::Confirm(Confirm { text, then: Consequence::KeepLook }));
}

/// Plain characters, or all.
pub(super) fn switch_ascii(model: &mut Model) {
    model.theme.ascii = !model.theme.ascii;
    model.look.kept.ascii = Some(model.theme.ascii);
    model.say(if model.theme.ascii { "plain characters" } else { "all characters" });
}

/// The mouse, on or off.
pub(super) fn switch_mouse(model: &mut Model) {
    model.mouse.on = !model.mouse.on;
    model.mouse.pressed = None;
    model.look.kept.mouse = Some(model.mouse.on);
    // Most terminals select with shift held while a program has the mouse.
    model.say(if model.mouse.on { "mouse on; shift selects text" } else { "mouse off" });
}

/// Remembers what was changed; else all as it is.
pub(super) fn keep(model: &mut Model) -> Vec<Job> {
    let now = Kept {
        theme: (!model.look.no_color).then(|| model.theme.kind.name()),
        ascii: Some(model.theme.ascii),
        mouse: Some(model.mouse.on),
    };
    let changed = model.look.kept;
    vec![Job::KeepLook(if changed == Kept::default() { now } else { changed })]
}
