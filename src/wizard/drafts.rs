//! Several drafts: how home lists them, what lies over a page to name, choose, compare and import
//! them, and what the worker is asked for it. Data, and what can be told of it.

use std::path::{Path, PathBuf};

use super::field::Editor;
use super::keymap::Place;
use super::model::Model;
use super::msg::Home;
use crate::answers::Answers;
use crate::draft::compare::Pair;
use crate::steps::carry::Loan;
use crate::store::{Listed, Order, arranged};

/// How home lists the drafts.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    /// Words that are searched for.
    pub(crate) typed: String,
    pub(crate) order: Order,
    /// Those that were put away are shown, in the place of the others.
    pub(crate) archive: bool,
}

impl Shelf {
    /// Whether some drafts are left out that are usually shown.
    pub(crate) fn is_narrow(&self) -> bool {
        self.archive || !self.typed.trim().is_empty()
    }

    /// What is shown of the drafts; nothing to tell where it is all of them, as usual.
    pub(crate) fn told(&self, shown: usize) -> Option<String> {
        let mut parts = Vec::new();
        if self.archive {
            parts.push("put away".to_owned());
        }
        if !self.typed.trim().is_empty() {
            parts.push(format!("{shown} with “{}”", self.typed.trim()));
        }
        if self.order != Order::default() {
            parts.push(self.order.says().to_owned());
        }
        (!parts.is_empty()).then(|| format!("Drafts: {}", parts.join(", ")))
    }
}

/// What lies over a page about drafts.
#[derive(Debug)]
pub(crate) enum Desk {
    /// Which drafts home lists.
    Search { editor: Box<Editor> },
    /// What a draft shall be called.
    Rename { path: PathBuf, editor: Box<Editor> },
    /// Another draft is chosen.
    Pick(Pick),
    /// Two drafts side by side.
    Compared(Comparison),
    /// The answers that can be taken from another draft.
    Import(Import),
}

impl Desk {
    /// Whether there is more to read than a line or two.
    pub(crate) const fn is_long(&self) -> bool {
        matches!(self, Self::Compared(_) | Self::Import(_))
    }

    /// Where keys go.
    pub(crate) const fn place(&self) -> Place {
        match self {
            Self::Search { .. } => Place::Search,
            Self::Rename { .. } => Place::Rename,
            Self::Pick(_) => Place::Pick,
            Self::Compared(_) => Place::Compared,
            Self::Import(_) => Place::Import,
        }
    }
}

/// What another draft is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Compare,
    /// For the submission that was opened with this revision.
    Import(u64),
}

/// Another draft is chosen.
#[derive(Debug)]
pub(crate) struct Pick {
    pub(crate) purpose: Purpose,
    /// The draft that one is at; it is not on offer. None where it has no file yet.
    pub(crate) own: Option<PathBuf>,
    pub(crate) editor: Box<Editor>,
    pub(crate) cursor: usize,
}

/// The drafts on offer: every one that can be read, those that were put away last.
pub(crate) fn offered<'a>(model: &'a Model, pick: &Pick) -> Vec<&'a Listed> {
    let Some(home) = &model.home else { return Vec::new() };
    let typed = pick.editor.text();
    let among = |drafts: &'a [Listed]| {
        let found = arranged(drafts, &typed, model.shelf.order);
        found.into_iter().map(move |at| &drafts[at])
    };
    among(&home.drafts)
        .chain(among(&home.archived))
        .filter(|listed| listed.error.is_none() && Some(&listed.path) != pick.own.as_ref())
        .collect()
}

/// Two drafts side by side.
#[derive(Debug)]
pub(crate) struct Comparison {
    pub(crate) names: [String; 2],
    /// What differs first.
    pub(crate) pairs: Vec<Pair>,
    /// Whether equal answers are shown.
    pub(crate) unfolded: bool,
    pub(crate) scroll: usize,
}

impl Comparison {
    /// How many answers both give alike.
    pub(crate) fn equal(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.is_equal()).count()
    }
}

/// The answers that can be taken from another draft, each taken or left.
#[derive(Debug)]
pub(crate) struct Import {
    /// What the other draft is called.
    pub(crate) from: String,
    /// The submission that takes them.
    pub(crate) into: u64,
    pub(crate) loans: Vec<(Loan, bool)>,
    pub(crate) cursor: usize,
}

impl Import {
    /// All that would overwrite nothing is taken to begin with.
    pub(crate) fn new(from: String, into: u64, loans: Vec<Loan>) -> Self {
        let loans = loans.into_iter().map(|loan| {
            let taken = !loan.replaces();
            (loan, taken)
        });
        Self { from, into, loans: loans.collect(), cursor: 0 }
    }

    /// What is taken.
    pub(crate) fn taken(&self) -> impl Iterator<Item = &Loan> {
        self.loans.iter().filter(|(_, taken)| *taken).map(|(loan, _)| loan)
    }
}

/// A draft that was read to be looked at.
#[derive(Debug)]
pub(crate) struct Lent {
    pub(crate) name: String,
    pub(crate) answers: Answers,
}

/// What the worker is asked about drafts.
#[derive(Debug)]
pub(crate) enum DraftJob {
    /// Which draft is open; the locks of others are given back.
    Hold(Option<PathBuf>),
    Rename {
        path: PathBuf,
        name: String,
    },
    Duplicate(PathBuf),
    /// Puts a draft away, or brings it back.
    Archive {
        path: PathBuf,
        away: bool,
    },
    /// Reads drafts to be looked at.
    Fetch {
        paths: Vec<PathBuf>,
        purpose: Purpose,
    },
}

/// Its replies.
#[derive(Debug)]
pub(crate) enum DraftDone {
    Held(Result<(), String>),
    /// The name that was asked for comes back, so that nobody types it twice.
    Renamed {
        path: PathBuf,
        name: String,
        result: Result<String, String>,
    },
    /// The name of the copy.
    Duplicated(Result<String, String>),
    Archived {
        path: PathBuf,
        away: bool,
        result: Result<(), String>,
    },
    Fetched {
        purpose: Purpose,
        result: Result<Vec<Lent>, String>,
    },
}

/// A draft of home by its file.
pub(crate) fn listed<'a>(home: &'a Home, path: &Path) -> Option<&'a Listed> {
    home.drafts.iter().chain(&home.archived).find(|listed| listed.path == path)
}
