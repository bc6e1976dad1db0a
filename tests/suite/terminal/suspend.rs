//! Stopping and going on: the shell gets a terminal as it was, and the wizard draws all of itself
//! again.

use std::process::Command;

use portable_pty::CommandBuilder;

use super::Session;

const SWITCHED_ON: &str = "\u{1b}[?1049h";
const SWITCHED_OFF: &str = "\u{1b}[?1049l";

impl Session {
    fn signal(&self, signal: &str) {
        let process = self.child.process_id().expect("a process").to_string();
        assert!(Command::new("kill").args([signal, &process]).status().expect("kill").success());
    }

    /// Waits until the terminal was told this as often.
    fn wait_raw(&self, text: &str, times: usize) {
        let end = std::time::Instant::now() + super::PATIENCE;
        while self.raw().matches(text).count() < times {
            assert!(std::time::Instant::now() < end, "not {times} times {text:?}: {}", self.raw());
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_and_loses_nothing() {
    let mut session = Session::start(|_| {});
    session.typing();
    session.signal("-TSTP");
    session.wait_raw(SWITCHED_OFF, 1);
    session.assert_restored();
    // What was typed is on the disk before nobody knows how long nothing happens.
    assert!(session.draft().contains("email = \"help@contoso\""), "{}", session.draft());
    let quiet = session.raw().len();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(session.raw().len(), quiet, "it goes on although it was stopped");

    session.signal("-CONT");
    session.wait_raw(SWITCHED_ON, 2);
    session.wait("help@contoso");
    session.wait("4 of 9");
    session.type_in(".com");
    session.wait("help@contoso.com");
    session.type_in("\u{3}");
    assert_eq!(session.ended(), 0);
    session.assert_restored();
    assert!(session.draft().contains("email = \"help@contoso.com\""));
}

#[test]
fn a_stop_that_nobody_announced_is_mended_when_we_are_woken() {
    let mut session = Session::start(|_| {});
    session.typing();
    std::thread::sleep(std::time::Duration::from_millis(600));
    session.signal("-STOP");
    session.signal("-CONT");
    // The shell may have changed the terminal meanwhile, so all is switched on again.
    session.wait_raw(SWITCHED_ON, 2);
    session.wait("help@contoso");
    session.type_in("\u{3}");
    assert_eq!(session.ended(), 0);
    session.assert_restored();
}

#[test]
fn a_key_leads_to_the_shell_and_fg_back() {
    let mut session = Session::start_as(CommandBuilder::new("sh"), |command, _| {
        command.arg("-i");
        command.env("PS1", "ready> ");
        command.env("ENV", "");
    });
    session.wait("ready>");
    let program = env!("CARGO_BIN_EXE_conncert");
    session.type_in(&format!("'{program}' 'Contoso Invoices'\r"));
    session.wait("1 of 9");
    session.type_in("\u{1b}");
    session.wait("enter go there");
    session.type_in("z");
    session.wait_raw(SWITCHED_OFF, 1);
    session.wait("ready>");
    session.type_in("echo the sh''ell works\r");
    session.wait("the shell works");
    session.type_in("fg\r");
    session.wait_raw(SWITCHED_ON, 2);
    session.wait("Your journey");
    session.type_in("q");
    session.wait_raw(SWITCHED_OFF, 2);
    session.wait("the shell works");
    session.type_in("exit\r");
    session.ended();
}

#[test]
fn where_no_shell_waits_the_key_stops_nothing() {
    let mut session = Session::start(|_| {});
    session.wait("1 of 9");
    session.type_in("\u{1b}");
    session.wait("enter go there");
    session.type_in("z");
    session.wait("no shell waits behind conncert");
    session.type_in("q");
    assert_eq!(session.ended(), 0);
}
