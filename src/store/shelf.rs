//! What is done to a draft as a whole: a name, a copy, put away and brought back. Each is asked for
//! with the lock of the draft, so that nobody else writes it meanwhile.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::drafts::DraftLock;
use super::{Store, StoreError, show, trash};
use crate::draft::Draft;
use crate::source::text::printable;

/// The longest name of a draft, in characters; it stands in lists.
const LONGEST_NAME: usize = 80;

impl Store {
    /// Gives a draft another name, and says which. Its file stays where it is.
    ///
    /// # Errors
    /// The name is none, or another draft has it; or the draft cannot be read or written.
    pub fn rename(&self, _: &DraftLock, path: &Path, name: &str) -> Result<String, StoreError> {
        let _turn = self.naming()?;
        let name = self.free_name(name, Some(path))?;
        self.alter(path, |draft| draft.name.clone_from(&name))?;
        Ok(name)
    }

    /// Copies a draft under a name of its own: the one given, or the old one with a number. Says
    /// the name and the file.
    ///
    /// # Errors
    /// The draft cannot be read, the name is taken, or the copy cannot be written.
    pub fn duplicate(
        &self,
        path: &Path,
        name: Option<&str>,
        now: Timestamp,
    ) -> Result<(String, PathBuf), StoreError> {
        let mut draft = self.load(path)?;
        if draft.is_read_only() {
            return Err(StoreError::new(
                format!("the draft {} was not copied: it was made by a newer conncert", show(path)),
                "take the newer one",
            ));
        }
        match name {
            Some(name) => draft.name = self.free_name(name, None)?,
            // One without a name is called what its file is called.
            None if draft.name.trim().is_empty() => {
                draft.name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            }
            None => {}
        }
        draft.archived = false;
        draft.updated = Some(now);
        trash::anchor(&mut draft, path, &self.drafts().join("copy.toml"));
        let to = self.create(&mut draft)?;
        Ok((draft.name, to))
    }

    /// Puts a draft away, or brings it back. It stays where it is and whole; lists leave it out.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn archive(&self, _: &DraftLock, path: &Path, away: bool) -> Result<(), StoreError> {
        self.alter(path, |draft| draft.archived = away)
    }

    fn alter(&self, path: &Path, change: impl FnOnce(&mut Draft)) -> Result<(), StoreError> {
        let mut draft = self.load(path)?;
        change(&mut draft);
        self.save(path, &draft)
    }

    /// A name as it may be given: not blank, of printable characters, and no other draft's.
    fn free_name(&self, name: &str, own: Option<&Path>) -> Result<String, StoreError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(StoreError::new("a draft needs a name", "give it one"));
        }
        if name.chars().count() > LONGEST_NAME {
            let fault = format!("a draft's name has at most {LONGEST_NAME} characters");
            return Err(StoreError::new(fault, "give a shorter one"));
        }
        if printable(name) != name {
            let fault = "a draft's name holds characters that cannot be shown";
            return Err(StoreError::new(fault, "leave out line breaks and control characters"));
        }
        let is_own = |path: &Path| {
            own.is_some_and(|own| {
                path == own
                    || std::fs::canonicalize(path)
                        .ok()
                        .is_some_and(|path| std::fs::canonicalize(own).is_ok_and(|own| own == path))
            })
        };
        let taken = self
            .list()?
            .into_iter()
            .find(|other| other.name.to_lowercase() == name.to_lowercase() && !is_own(&other.path));
        match taken {
            None => Ok(name.to_owned()),
            Some(other) => {
                let place = if other.archived { ", in the archive" } else { "" };
                let fault = format!("there is a draft “{}” already{place}", printable(&other.name));
                Err(StoreError::already_there(fault, "choose another name"))
            }
        }
    }
}
