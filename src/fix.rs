//! Changes the files: mends of findings and confirmed answers become byte-preserving edits,
//! computed here and written by the store.

mod answers;
mod authentication;
mod engine;
mod files;
mod group;
mod single;
mod texts;

use similar::TextDiff;

use crate::connector::files::{Body, Role};
use crate::connector::icon::Icon;
use crate::source::text::covered;

pub use answers::apply_answers;
pub use engine::{Fixes, apply_fixes};
pub use single::{Proposal, proposals};
pub use texts::{Gap, Texts, gaps, judged, wanted, write_texts};

/// Where a changed file comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is there under its name.
    Same,
    /// It is there under this name and gets a new one.
    Renamed(String),
    /// It is made.
    Created,
    /// It is there under its name and goes away; nothing comes after.
    Removed,
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
    /// All of it as read; empty when the file is made.
    pub before: Body,
    /// All of it as it will be; empty when the file goes away.
    pub after: Body,
    /// The answers that are written into it, by question key.
    pub keys: Vec<&'static str>,
    /// Texts in it that must not be shown.
    pub secrets: Vec<String>,
}

impl Change {
    /// What takes this change back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let (origin, file) = match &self.origin {
            Origin::Same => (Origin::Same, self.file.clone()),
            Origin::Renamed(old) => (Origin::Renamed(self.file.clone()), old.clone()),
            Origin::Created => (Origin::Removed, self.file.clone()),
            Origin::Removed => (Origin::Created, self.file.clone()),
        };
        Self {
            role: self.role,
            file,
            origin,
            before: self.after.clone(),
            after: self.before.clone(),
            keys: self.keys.clone(),
            secrets: self.secrets.clone(),
        }
    }
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

/// A change as a unified diff, three lines of context, secrets covered. What is no text is one
/// line, as git has it.
pub fn unified_diff(change: &Change) -> String {
    let old = match &change.origin {
        Origin::Same | Origin::Removed => format!("a/{}", change.file),
        Origin::Renamed(name) => format!("a/{name}"),
        Origin::Created => "/dev/null".to_owned(),
    };
    let new = match &change.origin {
        Origin::Removed => "/dev/null".to_owned(),
        Origin::Same | Origin::Renamed(_) | Origin::Created => format!("b/{}", change.file),
    };
    // Asked of the role first: a picture's file may by chance be readable as text.
    let texts = change.before.as_text().zip(change.after.as_text());
    let Some((before, after)) = texts.filter(|_| change.role.is_text()) else {
        return binary_line(change);
    };
    let mut diff = TextDiff::from_lines(before, after)
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

fn binary_line(change: &Change) -> String {
    let looks = |body: &Body| match Icon::read(body.bytes()) {
        Some(Icon { width, height }) => format!("{width} × {height}"),
        None => format!("{} bytes", body.bytes().len()),
    };
    let (file, before, after) = (&change.file, looks(&change.before), looks(&change.after));
    match &change.origin {
        Origin::Removed => format!("Binary file {file} goes away: {before}\n"),
        Origin::Created => format!("Binary file {file} is made: {after}\n"),
        Origin::Same => format!("Binary file {file} changes: {before} → {after}\n"),
        Origin::Renamed(name) => {
            format!("Binary file {name} becomes {file}: {before} → {after}\n")
        }
    }
}

#[cfg(test)]
#[path = "fix/tests.rs"]
mod tests;
