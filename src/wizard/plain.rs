//! Plain mode: the same steps as line prompts, for screen readers, for terminals that cannot be
//! drawn on, and for pipes. Another front end of the same model: lines become the same intents that
//! keys become, `update` and the worker are shared. What it prints is words and line feeds alone.

mod answer;
mod command;
mod drafts;
mod export;
mod home;
mod overlay;
mod question;
mod review;
mod streams;
mod talk;
mod texts;
mod words;

use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use super::msg::{Job, Msg, Now};
use super::worker::Worker;
use crate::store::StoreError;
use streams::Streams;
pub(crate) use talk::Talk;
pub(super) use words::shown;

/// What plain mode hears.
#[derive(Debug)]
pub(crate) enum Heard {
    /// A line that was asked for.
    Line(String),
    /// There will be no more lines.
    End,
    /// What the full screen hears too: replies, signals, files that changed.
    Msg(Msg),
    /// Nothing, for as long as was to be waited.
    Nothing,
}

/// What plain mode talks to.
pub(crate) trait World {
    /// The moment.
    fn now(&self) -> Now;
    /// Prints; whoever does not listen any more is found at the next line.
    fn print(&mut self, text: &str);
    /// Asks for a line, which `hear` brings.
    fn ask(&mut self);
    /// Gives the worker a job, whose reply `hear` brings.
    fn start(&mut self, job: Job);
    /// Waits for whatever comes first, at most that long where a time is given.
    fn hear(&mut self, most: Option<Duration>) -> Heard;
    /// Notices changes in this folder from now on.
    fn follow(&mut self, folder: Option<&std::path::Path>);
}

/// Runs plain mode on the standard streams until the publisher leaves or the input ends.
///
/// # Errors
/// What was answered last could not be saved.
pub(super) fn run(worker: Worker, first: Vec<Job>, started: Instant) -> Result<(), StoreError> {
    let (to_main, inbox) = channel();
    let signals = to_main.clone();
    // Without a handler the program still works; a signal then ends it as any other.
    let _ = ctrlc::set_handler(move || {
        let _ = signals.send(Msg::Terminate);
    });
    let watch = super::watch::Watch::new(to_main.clone());
    let jobs = super::hands::Hands::start(worker, &to_main);
    let mut world = Streams::new(jobs, inbox, watch, started);
    Talk::new(&mut world).run(first)
}

/// Whether the surroundings ask for plain mode: by the variable `ACCESSIBLE`, by a terminal that
/// cannot be drawn on, or by none at all.
pub(super) fn is_asked(accessible: Option<&str>, term: Option<&str>, on_terminal: bool) -> bool {
    let accessible = accessible.map(str::trim).unwrap_or_default();
    let refused = ["", "0", "no", "false"].iter().any(|no| accessible.eq_ignore_ascii_case(no));
    !refused || term == Some("dumb") || !on_terminal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surroundings_ask_for_plain_mode() {
        assert!(is_asked(Some("1"), Some("xterm"), true));
        assert!(is_asked(None, Some("dumb"), true));
        assert!(is_asked(None, Some("xterm"), false));
        assert!(!is_asked(None, Some("xterm"), true));
        assert!(!is_asked(Some("0"), None, true));
        assert!(!is_asked(Some(""), None, true));
    }
}
