//! What the worker does to drafts as a whole, and whose locks it holds: that of the draft that is
//! open, and of one that is about to be, until the model has taken it or refused.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Held, Worker, text};
use crate::store::{self, Store, StoreError};
use crate::wizard::drafts::{DraftDone, DraftJob, Lent};

impl Worker {
    pub(super) fn about_drafts(&mut self, job: DraftJob) -> DraftDone {
        match job {
            DraftJob::Hold(path) => DraftDone::Held(self.only(path.as_deref()).map_err(text)),
            DraftJob::Rename { path, name } => {
                let result = self.rename(&path, &name).map_err(text);
                DraftDone::Renamed { path, name, result }
            }
            DraftJob::Duplicate(path) => {
                let copy = self.store.duplicate(&path, None, Timestamp::now());
                DraftDone::Duplicated(copy.map(|(name, _)| name).map_err(text))
            }
            DraftJob::Archive { path, away } => {
                let archive =
                    |store: &Store, lock: &store::DraftLock| store.archive(lock, &path, away);
                let result = self.alter(&path, archive).map_err(text);
                DraftDone::Archived { path, away, result }
            }
            DraftJob::Fetch { paths, purpose } => {
                let read = |path: PathBuf| {
                    let draft = self.store.load(&path)?;
                    let stem = || path.file_stem().unwrap_or_default().to_string_lossy();
                    let name = if draft.name.trim().is_empty() {
                        stem().into_owned()
                    } else {
                        draft.name.clone()
                    };
                    Ok(Lent { name, answers: draft.answers })
                };
                let result = paths.into_iter().map(read).collect::<Result<_, _>>();
                DraftDone::Fetched { purpose, result: result.map_err(text) }
            }
        }
    }

    fn rename(&mut self, path: &Path, name: &str) -> Result<String, StoreError> {
        let name = self.alter(path, |store, lock| store.rename(lock, path, name))?;
        if let Some(held) = self.held(path) {
            // A save that was asked for before carries the old name.
            held.renamed = Some(name.clone());
        }
        Ok(name)
    }

    /// Changes a draft on disk, under its lock: our own where it is open here.
    fn alter<T>(
        &mut self,
        path: &Path,
        change: impl FnOnce(&Store, &store::DraftLock) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let store = self.store.clone();
        let Some(held) = self.held(path) else {
            let lock = store::lock(path)?;
            return change(&store, &lock);
        };
        let before = std::fs::read_to_string(path).unwrap_or_default();
        let changed = change(&store, &held.lock)?;
        // Where somebody else has written it meanwhile, the next save has to notice.
        if before == held.known {
            held.known = std::fs::read_to_string(path).unwrap_or_default();
        }
        Ok(changed)
    }

    /// The draft that is open here, or about to be.
    pub(super) fn held(&mut self, path: &Path) -> Option<&mut Held> {
        self.held.iter_mut().find(|held| is_same(&held.path, path))
    }

    /// Locks a draft for this program, unless it is; remembers its text.
    pub(super) fn hold(&mut self, path: &Path, known: String) -> Result<(), StoreError> {
        if let Some(held) = self.held(path) {
            held.known = known;
            return Ok(());
        }
        let lock = store::lock(path)?;
        self.held.push(Held { path: path.to_owned(), lock, known, renamed: None });
        Ok(())
    }

    /// Gives the lock of a draft back.
    pub(super) fn let_go(&mut self, path: &Path) {
        self.held.retain(|held| !is_same(&held.path, path));
    }

    /// Gives the locks of all drafts back but that of the one that is open.
    fn only(&mut self, path: Option<&Path>) -> Result<(), StoreError> {
        self.held.retain(|held| path.is_some_and(|path| is_same(&held.path, path)));
        match path {
            Some(path) if self.held.is_empty() => {
                self.hold(path, std::fs::read_to_string(path).unwrap_or_default())
            }
            _ => Ok(()),
        }
    }
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path);
    one == other || matches!((whole(one), whole(other)), (Ok(one), Ok(other)) if one == other)
}
