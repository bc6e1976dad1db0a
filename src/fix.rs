//! Changes the files: mends of findings and confirmed answers become byte-preserving edits,
//! computed here and written by the store.

mod answers;
mod engine;
mod files;
mod group;
mod single;

use similar::TextDiff;

use crate::connector::files::Role;
use crate::source::text::covered;

pub use answers::apply_answers;
pub use engine::{Fixes, apply_fixes};
pub use single::{Proposal, proposals};

/// Where a changed file comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is there under its name.
    Same,
    /// It is there under this name and gets a new one.
    Renamed(String),
    /// It is made.
    Created,
}

/// One file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which file.
    pub role: Role,
    /// The name that it will have.
    pub file: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The whole text as read; empty when the file is made.
    pub before: String,
    /// The whole text as it will be.
    pub after: String,
    /// The answers that are written into it, by question key.
    pub keys: Vec<&'static str>,
    /// Texts in it that must not be shown.
    pub secrets: Vec<String>,
}

/// Something that could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file it belongs into.
    pub file: String,
    /// Why not, and the way out, in one sentence.
    pub reason: String,
    /// The answers concerned.
    pub keys: Vec<&'static str>,
    /// The rule whose finding stays, when it is about one.
    pub rule: Option<&'static str>,
}

/// What is to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the files.
    pub changes: Vec<Change>,
    /// In the order of the files.
    pub skipped: Vec<Skipped>,
}

/// A change as a unified diff, three lines of context, secrets covered.
pub fn unified_diff(change: &Change) -> String {
    let old = match &change.origin {
        Origin::Same => format!("a/{}", change.file),
        Origin::Renamed(name) => format!("a/{name}"),
        Origin::Created => "/dev/null".to_owned(),
    };
    let new = format!("b/{}", change.file);
    let mut diff = TextDiff::from_lines(&change.before, &change.after)
        .unified_diff()
        .context_radius(3)
        .header(&old, &new)
        .to_string();
    if diff.is_empty() {
        // A new name, or an empty file: there is nothing to compare.
        diff = format!("--- {old}\n+++ {new}\n");
    }
    for secret in &change.secrets {
        diff = diff.replace(secret, &covered(secret));
    }
    diff
}

#[cfg(test)]
#[path = "fix/tests.rs"]
mod tests;
