//! What can be taken back: answers and files in one history, a step at a time.

use std::sync::Arc;

use crate::answers::Answers;
use crate::fix::Change;

/// One step of the history: what leads back over it, or forth.
#[derive(Debug)]
pub(crate) enum Past {
    /// The answers as they were.
    Answers(Arc<Answers>),
    /// What has to be written into the files.
    Files(Vec<Change>),
}

/// Which way a change of files goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// A step of its own.
    New,
    Back,
    Forth,
}

/// How far a change of files has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writing {
    No,
    /// It is being written; the next one waits.
    Now,
    /// It is written: the next reading finds our own change.
    Done,
}
