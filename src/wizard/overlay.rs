//! What can lie over a page. A stack: the top one sees keys first, Esc takes it off.

use std::path::PathBuf;

use super::drafts::Desk;
use super::field::Editor;
use super::mending::Mending;
use super::picture::Shown;
use super::texts::Form;
use super::way::Way;
use crate::fix::Plan;
use crate::rule::Rule;

/// One overlay.
#[derive(Debug)]
pub(crate) enum Overlay {
    /// Keys of this place and the explanation of this question.
    Help { scroll: usize },
    /// A question with yes or no.
    Confirm(Confirm),
    /// Something that went wrong, too long for the top line.
    Message { text: String },
    /// A line to type.
    Prompt {
        title: &'static str,
        editor: Box<Editor>,
        /// How the path may go on, when it was asked for.
        choices: Vec<String>,
    },
    /// What the answers change in the files.
    Diff { plan: Box<Plan>, lines: Vec<String>, scroll: usize },
    /// A finding in its file and with its reasons; the index among the report's findings, lines
    /// scrolled of the reasons, and how far the file is shown below and right of the finding.
    Finding { index: usize, scroll: usize, line: isize, side: isize },
    /// Mends to be taken or left.
    Mending(Box<Mending>),
    /// Why a finding shall be left alone; the index among the report's findings.
    Reason { index: usize, editor: Box<Editor> },
    /// Which findings the review shows.
    Filter { editor: Box<Editor> },
    /// Everything there is to do or to go to.
    Palette { editor: Box<Editor>, cursor: usize },
    /// A rule and its reasons.
    Rule { rule: &'static Rule, scroll: usize },
    /// How far one is, and the tasks as a time line.
    Way { way: Box<Way>, cursor: usize },
    /// The icon.
    Icon(Box<Shown>),
    /// Drafts that can be brought back.
    Trash { cursor: usize },
    /// The texts that are missing, one after the other.
    Texts(Box<Form>),
    /// What conncert does, at the first start and on demand.
    Tour { scroll: usize },
    /// Drafts are named, chosen, compared, imported from.
    Desk(Box<Desk>),
}

/// A question before something that cannot simply be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Confirm {
    pub(crate) text: String,
    pub(crate) then: Consequence,
}

/// What yes does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Consequence {
    Trash(PathBuf),
    LeaveUnsaved,
    ReplaceExport,
    /// Texts that were typed and not written into the files.
    ForgetTexts,
    /// The look is remembered.
    KeepLook,
}
