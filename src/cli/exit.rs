//! How a command ends: exit codes, and failures as one plain sentence with the remedy.

use std::fmt;

use crate::source::text::printable;
use crate::store::StoreError;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing at or above the fail level.
    Clean,
    /// Findings at or above the fail level, or an export refused because of them.
    Findings,
    /// The command line was not understood.
    Usage,
    /// The work could not be done.
    Failed,
}

impl Exit {
    /// The number that the shell sees.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Failed => 3,
        }
    }
}

/// Why a command could not do its work, and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    sentence: String,
}

impl Failure {
    /// The work could not be done: a clause that says why, and one that says what helps.
    pub(crate) fn new(message: impl fmt::Display, remedy: impl fmt::Display) -> Self {
        Self { exit: Exit::Failed, sentence: format!("{message}; {remedy}") }
    }

    /// The command line asks for something that there is not.
    pub(crate) fn usage(message: impl fmt::Display, remedy: impl fmt::Display) -> Self {
        Self { exit: Exit::Usage, ..Self::new(message, remedy) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.sentence.trim_end_matches('.');
        let stop = if sentence.ends_with('?') { "" } else { "." };
        write!(f, "{}{stop}", printable(sentence))
    }
}

impl From<clap::Error> for Failure {
    /// clap explains over many lines; this keeps what is wrong, and its tip where it has one.
    fn from(error: clap::Error) -> Self {
        let text = error.render().to_string();
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        let lines = text.lines().map(str::trim).take_while(|line| !line.is_empty());
        let message = lines.collect::<Vec<_>>().join(" ");
        let mut tips = text.lines().filter_map(|line| line.trim().strip_prefix("tip: "));
        // The tip to pass an unknown option as a value helps nobody here.
        match tips.find(|tip| !tip.contains("as a value")) {
            Some(tip) => Self::usage(message, tip),
            None => Self::usage(message, "`--help` shows what is understood"),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self { exit: Exit::Failed, sentence: error.to_string() }
    }
}
