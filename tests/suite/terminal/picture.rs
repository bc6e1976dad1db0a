//! The icon on terminals that say how they show pictures, say nothing, or say it too late. Only with
//! the feature `pictures`.

use std::fs;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use super::{PATIENCE, Session};
use crate::support::icon;

/// The end of the question, which every terminal answers.
const QUESTION: &str = "\u{1b}[16t\u{1b}[5n";
const KITTY: &str = "\u{1b}_Gi=31;OK\u{1b}\\\u{1b}P>|kitty(0.31.0)\u{1b}\\\u{1b}[?62;c";
const CELL: &str = "\u{1b}[6;20;10t";
const END: &str = "\u{1b}[0n";
/// Longer than one waits for an answer.
const LATE: Duration = Duration::from_millis(900);

/// At the review of a connector that has an icon.
fn session(prepare: impl FnOnce(&mut CommandBuilder)) -> Session {
    let program = CommandBuilder::new(env!("CARGO_BIN_EXE_conncert"));
    let mut session = Session::start_as(program, |command, folder| {
        fs::write(folder.join("icon.png"), icon("100x100")).expect("an icon");
        for name in ["TERM_PROGRAM", "LC_TERMINAL", "TMUX", "STY", "NO_COLOR"] {
            command.env_remove(name);
        }
        command.arg(folder);
        prepare(command);
    });
    session.wait("Publisher");
    assert!(!session.raw().contains(QUESTION), "nothing is asked before it matters");
    session.type_in("\u{12}");
    session.wait("icon-");
    session
}

impl Session {
    fn asked(&self) -> usize {
        self.raw().matches(QUESTION).count()
    }

    fn wait_for(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_so(self) {
            assert!(Instant::now() < end, "{what}:\n{}\n{:?}", self.screen(), self.raw());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Opens the icon and answers the question that comes. A machine that has much to do may miss
    /// an answer; it then asks once more.
    fn answer(&mut self, answer: &str, sign: &str) {
        for time in 1..=3 {
            self.type_in("i");
            self.wait_for("nothing was asked", |session| session.asked() == time);
            self.type_in(answer);
            self.wait("The icon");
            let end = Instant::now() + LATE;
            while !self.raw().contains(sign) && Instant::now() < end {
                std::thread::sleep(Duration::from_millis(5));
            }
            if self.raw().contains(sign) {
                return;
            }
            self.type_in("\u{1b}");
            std::thread::sleep(LATE);
        }
        panic!("{sign:?} never came:\n{:?}", self.raw());
    }

    fn leave(&mut self) {
        self.type_in("\u{3}");
        assert_eq!(self.ended(), 0);
        self.assert_restored();
    }
}

#[test]
fn each_terminal_gets_the_icon_as_it_shows_pictures() {
    let sixel = "\u{1b}[?62;4;22c";
    let wezterm = "\u{1b}_Gi=31;OK\u{1b}\\\u{1b}P>|WezTerm 20240203\u{1b}\\\u{1b}[?65;4c";
    for (said, sign) in [
        (KITTY, "\u{1b}_Gq=2"),
        (wezterm, "\u{1b}]1337;File=inline=1;"),
        // A raster of as many pixels as 24 by 12 characters have.
        (sixel, "240;240"),
    ] {
        let mut session = session(|_| {});
        session.answer(&format!("{said}{CELL}{END}"), sign);
        // The figures stand below it, and keys are heard.
        session.wait("100 × 100 pixels");
        session.type_in("\u{1b}");
        session.wait_for("the icon is not taken off", |s| !s.screen().contains("The icon"));
        // What is known is not asked again.
        let asked = session.asked();
        session.type_in("i");
        session.wait("The icon");
        assert_eq!(session.asked(), asked);
        session.leave();
    }
}

#[test]
fn a_terminal_that_says_nothing_gets_half_blocks_and_its_late_answer_is_no_typing() {
    let mut session = session(|_| {});
    session.type_in("i");
    session.wait_for("nothing was asked", |session| session.asked() == 1);
    std::thread::sleep(LATE);
    session.wait("▀▀▀▀▀▀▀▀");
    session.type_in("\u{1b}");
    session.wait_for("the icon is not taken off", |s| !s.screen().contains("The icon"));
    session.type_in("/");
    session.type_in(&format!("{KITTY}{CELL}{END}"));
    std::thread::sleep(Duration::from_millis(100));
    session.type_in("brand");
    session.wait("brand");
    let screen = session.screen();
    assert!(!["Gi=31", "OK", ">|kitty"].iter().any(|said| screen.contains(said)), "{screen}");
    assert!(!session.raw().contains("\u{1b}_Gq=2"));
    session.leave();
}

#[test]
fn without_colour_nobody_is_asked() {
    let mut session = session(|command| command.env("NO_COLOR", "1"));
    session.type_in("i");
    session.wait("100 × 100 pixels");
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(session.asked(), 0);
    session.leave();
}
