//! Pastes that arrive as keys, on terminals that do not say where a paste begins and ends: what
//! comes faster than anybody types is text. It must not submit, and it is no command.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::super::model::Model;
use super::super::msg::{Edit, Intent, Now};

/// Keys that follow each other faster than this, in milliseconds, were pasted.
const BURST: u64 = 10;

/// Whether a key came with a paste. Remembers it for the next one.
pub(super) fn is_pasted(model: &mut Model, key: &KeyEvent, now: &Now) -> bool {
    if !model.guards_bursts || key.kind == KeyEventKind::Release {
        return false;
    }
    let follows = |last: u64| now.millis.saturating_sub(last) < BURST;
    let in_burst = model.last_character.is_some_and(follows);
    let is_text = match key.code {
        // Some consoles give a line feed as ctrl+j.
        KeyCode::Char(c) => !key.modifiers.contains(KeyModifiers::CONTROL) || in_burst && c == 'j',
        // A line end or a tab within a paste goes on with it; alone it is a key.
        KeyCode::Enter | KeyCode::Tab => in_burst,
        _ => false,
    };
    model.last_character = is_text.then_some(now.millis);
    in_burst && is_text
}

/// What a pasted key means where one types, and where one does not: text, or nothing.
pub(super) fn as_text(key: &KeyEvent, is_typing: bool) -> Option<Intent> {
    let c = match key.code {
        KeyCode::Enter => '\n',
        KeyCode::Tab => ' ',
        KeyCode::Char('j') if key.modifiers.contains(KeyModifiers::CONTROL) => '\n',
        KeyCode::Char(c) => c,
        _ => return None,
    };
    is_typing.then_some(Intent::Edit(Edit::Insert(c)))
}
