//! The terminal is lent to an editor and taken again: what is typed meanwhile is the editor's, and
//! what it did to the files is seen.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use portable_pty::CommandBuilder;

use super::Session;

/// An editor that notes how it was called, waits for a line, and mends the colour. An interrupt is
/// a key like any other to it.
const EDITOR: &str = r#"#!/bin/sh
trap 'printf INTERRUPTED' INT
for word in "$@"; do printf '<%s>' "$word"; done > "$NOTES"
printf 'EDITING'
IFS= read -r line || IFS= read -r line
printf '{%s}' "$line" >> "$NOTES"
for last in "$@"; do :; done
sed 's/#007ee5/#c04000/' "$last" > "$last.new" && mv "$last.new" "$last"
exit "${STATUS:-0}"
"#;

/// A session whose editor stands in a folder with a blank in its name; the notes it makes.
fn session(status: &str) -> (Session, PathBuf, tempfile::TempDir) {
    let dir = tempfile::tempdir().expect("a folder for the editor");
    let tools = dir.path().join("my tools");
    fs::create_dir(&tools).expect("a folder");
    let editor = tools.join("vim");
    fs::write(&editor, EDITOR).expect("the editor is written");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("it may run");
    let notes = dir.path().join("notes");
    let session = Session::start(|command| {
        command.env("VISUAL", " ");
        command.env("EDITOR", format!("'{}' -u \"a b\" '$HOME;'", editor.display()));
        command.env("NOTES", &notes);
        command.env("STATUS", status);
    });
    (session, notes, dir)
}

/// Stands on the finding about the colour.
fn stand(session: &mut Session) {
    session.wait("Publisher");
    session.type_in("\u{12}");
    session.wait("brand-colour-forbidden");
    session.type_in("/brand\r");
    session.wait("1 of ");
}

#[test]
fn the_editor_opens_at_the_line_and_its_work_is_seen() {
    let (mut session, notes, _dir) = session("0");
    stand(&mut session);
    session.type_in("e");
    session.wait("EDITING");
    session.type_in("q\u{3}");
    session.wait("INTERRUPTED");
    session.type_in("mine\r");
    session.wait("0 of ");
    let told = fs::read_to_string(notes).expect("the editor has run");
    let (words, typed) = told.split_once('{').expect("it got its line");
    assert!(words.starts_with("<-u><a b><$HOME;><+18></"), "{words}");
    assert!(words.ends_with("/Contoso Invoices/apiProperties.json>"), "{words}");
    assert_eq!(typed, "mine}");
    assert!(!session.screen().contains("EDITING"), "{}", session.screen());
    session.type_in("\u{3}");
    assert_eq!(session.ended(), 0);
    session.assert_restored();
}

#[test]
fn an_editor_that_fails_is_told_of_and_its_work_is_seen_all_the_same() {
    let (mut session, _notes, _dir) = session("7");
    stand(&mut session);
    session.type_in("e");
    session.wait("EDITING");
    session.type_in("x\r");
    session.wait("exit status: 7");
    session.type_in("\r");
    session.wait("0 of ");
    session.type_in("\u{3}");
    assert_eq!(session.ended(), 0);
    session.assert_restored();
}

#[test]
fn an_editor_that_is_not_there_costs_nothing() {
    let mut session = Session::start(|command| command.env("VISUAL", "no-such-editor --wait"));
    stand(&mut session);
    session.type_in("e");
    session.wait("no-such-editor, named by VISUAL, is not to be found");
    session.type_in("\r\u{3}");
    assert_eq!(session.ended(), 0);
    session.assert_restored();
}

#[test]
fn a_terminal_without_a_browser_shows_the_address() {
    let mut session = Session::start(|command| {
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"] {
            command.env_remove(name);
        }
        command.env("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22");
    });
    stand(&mut session);
    session.type_in("o");
    session.wait("No browser can be opened");
    session.wait("learn.microsoft.com");
    session.type_in("\r\u{3}");
    assert_eq!(session.ended(), 0);
}

#[test]
fn an_editor_that_stops_leads_to_the_shell_and_fg_back() {
    let dir = tempfile::tempdir().expect("a folder for the editor");
    let editor = dir.path().join("ed");
    // As editors do it: the whole job stops.
    let stopping = EDITOR.replace("printf 'EDITING'\n", "kill -TSTP 0\nprintf 'EDITING'\n");
    fs::write(&editor, stopping).expect("the editor is written");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("it may run");
    let mut session = Session::start_as(CommandBuilder::new("sh"), |command, _| {
        command.arg("-i");
        command.env("PS1", "ready> ");
        command.env("ENV", "");
        command.env("VISUAL", &editor);
        command.env("NOTES", dir.path().join("notes"));
    });
    session.wait("ready>");
    let program = env!("CARGO_BIN_EXE_conncert");
    session.type_in(&format!("'{program}' 'Contoso Invoices'\r"));
    stand(&mut session);
    session.type_in("e");
    std::thread::sleep(std::time::Duration::from_millis(500));
    session.type_in("echo the sh''ell works\r");
    session.wait("the shell works");
    session.type_in("fg\r");
    session.wait("EDITING");
    session.type_in("mine\r");
    session.wait("0 of ");
    session.type_in("\u{3}");
    session.wait("ready>");
}
