//! The only disk access: connectors are read, drafts kept, deliverables written.
//!
//! Every write goes beside the file first and takes its place in one step, so that whatever
//! interrupts it leaves the old file or the new one, whole.

mod atomic;
mod clone;
mod complete;
mod connector;
mod drafts;
mod export;
mod git;
mod listing;
mod manifest;
mod preferences;
mod published;
mod shelf;
mod solutions;
mod swap;
mod trash;
mod typed;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::text::printable;

pub use clone::{Clones, read_submitted};
pub use complete::{Completion, complete};
pub use connector::{
    find_connectors, is_connector, read_connector, read_package, read_settings, write_changes,
    write_settings,
};
pub use drafts::{DraftLock, Listed, is_unnamed, lock, resolve_folder};
pub use export::{write_export, write_report};
pub use listing::{Order, arranged};
pub use preferences::{Kept, KeyLine, Preferences};
pub use published::{find_published, read_published};
pub use solutions::{changed_solution, read_solutions};
pub use typed::typed;

/// Something the disk refused, or that was not there: what, where, and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    message: String,
    remedy: String,
    exists: bool,
}

impl StoreError {
    /// A fault and its remedy, each a clause without a full stop.
    pub fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), remedy: remedy.into(), exists: false }
    }

    /// A fault that lies in something being there already.
    fn already_there(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { exists: true, ..Self::new(message, remedy) }
    }

    /// What the operating system said of a path, in plain words.
    fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        let (why, remedy) = match error.kind() {
            io::ErrorKind::NotFound => ("it does not exist", "check the path"),
            io::ErrorKind::PermissionDenied => {
                ("the permission is missing", "change the permissions, or choose another place")
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                ("the disk is full", "make room and try again")
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                ("the disk can only be read", "choose another place")
            }
            io::ErrorKind::NotADirectory => ("it is no folder", "check the path"),
            io::ErrorKind::IsADirectory => ("it is a folder", "name a file"),
            _ => {
                return Self::new(
                    format!("{} cannot be {doing}: {error}", show(path)),
                    "check the path and try again",
                );
            }
        };
        Self::new(format!("{} cannot be {doing}: {why}", show(path)), remedy)
    }

    /// Whether something stands there already that could be replaced.
    pub fn exists(&self) -> bool {
        self.exists
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}.", self.message, self.remedy)
    }
}

impl std::error::Error for StoreError {}

/// A path as people read it.
fn show(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}

/// What lies beside the drafts once the tour was shown.
const GREETED: &str = "greeted";

/// Where drafts are kept.
#[derive(Debug, Clone)]
pub struct Store {
    data: PathBuf,
}

impl Store {
    /// The data folder of this system, or the one that `CONNCERT_DATA` names.
    ///
    /// # Errors
    /// The system names no home folder.
    pub fn open() -> Result<Self, StoreError> {
        if let Some(data) = std::env::var_os("CONNCERT_DATA").filter(|data| !data.is_empty()) {
            return Ok(Self::at(PathBuf::from(data)));
        }
        directories::ProjectDirs::from("", "", "conncert")
            .map(|folders| Self::at(folders.data_dir().to_owned()))
            .ok_or_else(|| {
                StoreError::new(
                    "no folder for drafts is known, since your account has no home folder",
                    "name one in the environment variable CONNCERT_DATA",
                )
            })
    }

    /// A store in a folder, which need not exist yet.
    pub fn at(data: impl Into<PathBuf>) -> Self {
        Self { data: data.into() }
    }

    /// Whether the wizard has never greeted whoever keeps drafts here. Who has drafts is no guest.
    pub fn is_first_start(&self) -> bool {
        !self.data.join(GREETED).exists() && !self.drafts().exists()
    }

    /// Remembers the greeting. Where that fails, the next start greets again: no harm is done.
    pub fn greet(&self) {
        let text = b"conncert has shown its tour; without this file it shows it again.\n";
        let _ = atomic::write(&self.data.join(GREETED), text, false);
    }
}
