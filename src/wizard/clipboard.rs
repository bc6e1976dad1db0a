//! What a terminal is told so that it puts a text where pasting finds it (OSC 52), also through the
//! programs that stand between us and the terminal.

use std::io::{self, Write as _};
use std::process::{self, Stdio};
use std::thread;

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

/// Bytes that are copied at most: terminals drop a sequence that is too long for them, whole.
const MOST: usize = 16 * 1024;
/// Bytes of a sequence that screen hands on in one piece.
const PIECE: usize = 256;

/// What stands between us and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Between {
    Nothing,
    Tmux,
    Screen,
}

/// Gives tmux a text as a program beside us would, since it takes none from those inside it unless it
/// was set up so. One that is too old for this says so to nobody.
pub(crate) fn tell_tmux(text: &str) {
    let text = bounded(text).to_owned();
    // In a thread of its own: no key waits for another program.
    thread::spawn(move || -> io::Result<()> {
        let mut command = process::Command::new("tmux");
        command.args(["load-buffer", "-w", "-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        if let Some(mut input) = child.stdin.take() {
            input.write_all(text.as_bytes())?;
        }
        child.wait()?;
        Ok(())
    });
}

fn bounded(text: &str) -> &str {
    let mut end = text.len().min(MOST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The sequence that copies a text.
pub(crate) fn sequence(text: &str, between: Between) -> String {
    let mut plain = String::new();
    // Writing to a String cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(bounded(text)).write_ansi(&mut plain);
    match between {
        Between::Nothing => plain,
        // tmux takes it for itself, or hands it on, or both, as it is set up.
        Between::Tmux => {
            let inner = plain.replace('\u{1b}', "\u{1b}\u{1b}");
            format!("{plain}\u{1b}Ptmux;{inner}\u{1b}\\")
        }
        // screen hands on short pieces only; their own end has to be cut in two.
        Between::Screen => {
            let ended = plain.trim_end_matches("\u{1b}\\").trim_end_matches('\u{7}');
            let whole = format!("{ended}\u{7}");
            let bytes = whole.as_bytes().chunks(PIECE).map(String::from_utf8_lossy);
            bytes.fold(String::new(), |all, piece| all + "\u{1b}P" + &piece + "\u{1b}\\")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_one_sequence() {
        let plain = sequence("Contoso", Between::Nothing);
        assert!(plain.starts_with("\u{1b}]52;c;Q29udG9zbw=="), "{plain:?}");
    }

    #[test]
    fn tmux_is_told_and_asked_to_hand_on() {
        let plain = sequence("Contoso", Between::Nothing);
        let told = sequence("Contoso", Between::Tmux);
        let handed = told.strip_prefix(&plain).unwrap_or_default();
        assert!(handed.starts_with("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;Q29udG9zbw=="), "{handed:?}");
        assert!(handed.ends_with("\u{1b}\\"), "{handed:?}");
    }

    #[test]
    fn screen_gets_pieces_that_make_up_the_whole() {
        let text = "Contoso ".repeat(100);
        let told = sequence(&text, Between::Screen);
        let pieces: Vec<&str> =
            told.split("\u{1b}\\").filter_map(|piece| piece.strip_prefix("\u{1b}P")).collect();
        assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.len() <= PIECE));
        let whole = pieces.concat();
        assert!(whole.starts_with("\u{1b}]52;c;Q29udG9zbyBD") && whole.ends_with('\u{7}'));
    }

    #[test]
    fn no_text_makes_a_sequence_that_terminals_drop() {
        let told = sequence(&"é".repeat(MOST), Between::Nothing);
        assert!(told.len() < MOST * 3 / 2);
    }
}
