//! Drafts thrown away and brought back, and files that a fix takes away. What is thrown away stays
//! whole in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use super::drafts::{free, lock, lock_file, with_ending};
use super::{Store, StoreError, atomic, resolve_folder};
use crate::answers::{Kind, Origin};
use crate::draft::Draft;
use crate::steps;

impl Store {
    /// Moves a draft to the trash, and says where it is now.
    ///
    /// # Errors
    /// It is open elsewhere, or cannot be moved.
    pub fn delete(&self, path: &Path) -> Result<PathBuf, StoreError> {
        fs::symlink_metadata(path).map_err(|error| StoreError::io("deleted", path, &error))?;
        // Nobody may be writing it.
        let held = lock(path)?;
        let beside = lock_file(path);
        let draft = self.load(path).ok().filter(|draft| !draft.is_read_only());
        let moved = moved(path, &self.trash());
        drop(held);
        // Not worth a fault: it is made again where it is needed.
        let _ = fs::remove_file(beside);
        let to = moved?;
        if let Some(mut draft) = draft
            && anchor(&mut draft, path, &to)
        {
            atomic::write(&to, draft.to_text().as_bytes(), true)?;
        }
        Ok(to)
    }

    /// Brings a draft back from the trash, and says where it is now. Its name is made unique. A
    /// broken or newer one comes back as it is.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn restore(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let Some(mut draft) = self.load(path).ok().filter(|draft| !draft.is_read_only()) else {
            return moved(path, &self.drafts());
        };
        // Who brings it back wants to see it.
        draft.archived = false;
        let to = self.create(&mut draft)?;
        fs::remove_file(path)
            .map_err(|error| StoreError::io("taken from the trash", path, &error))?;
        let _ = fs::remove_file(with_ending(path, ".bak"));
        Ok(to)
    }
}

/// Makes paths that were relative to a draft's old place lead where they led. Says whether any
/// had to be changed.
pub(super) fn anchor(draft: &mut Draft, from: &Path, to: &Path) -> bool {
    let mut changed = false;
    for question in steps::questions().filter(|question| matches!(question.kind, Kind::Path)) {
        let key = question.key;
        let Some(answer) = draft.answers.get(key).cloned() else { continue };
        let led = resolve_folder(from, &answer.text);
        let leads = resolve_folder(to, &answer.text);
        let is_same = fs::canonicalize(&led).ok() == fs::canonicalize(leads).ok();
        let whole = std::path::absolute(&led).ok();
        let whole = whole.as_deref().and_then(Path::to_str).filter(|_| led.exists());
        let Some(whole) = whole.filter(|_| !is_same && !answer.text.trim().is_empty()) else {
            continue;
        };
        draft.answers.remove(key);
        match answer.origin {
            Origin::Given => draft.answers.give(key, whole),
            Origin::Read(from) => draft.answers.prefill(key, whole, from),
        }
        changed = true;
    }
    changed
}

/// Moves a file to its place in the trash.
pub(super) fn discard(path: &Path, to: &Path) -> Result<(), StoreError> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| StoreError::io("made", folder, &error))?;
    }
    shift(path, to)
}

/// Moves a draft and its last good copy into a folder, under a name that is free there.
fn moved(path: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    fs::create_dir_all(folder).map_err(|error| StoreError::io("made", folder, &error))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let to = free(folder, &stem);
    shift(path, &to)?;
    let copy = with_ending(path, ".bak");
    if copy.is_file() {
        // Only of use where the draft itself is broken, so no reason to fail.
        let _ = shift(&copy, &with_ending(&to, ".bak"));
    }
    Ok(to)
}

/// Moves a file, to another disk as well.
pub(super) fn shift(from: &Path, to: &Path) -> Result<(), StoreError> {
    match fs::rename(from, to) {
        // A draft on another disk than the data folder.
        Err(error) if error.kind() == std::io::ErrorKind::CrossesDevices => {
            let bytes = fs::read(from).map_err(|error| StoreError::io("read", from, &error))?;
            atomic::write(to, &bytes, true)?;
            fs::remove_file(from).map_err(|error| StoreError::io("moved", from, &error))
        }
        done => done.map_err(|error| StoreError::io("moved", from, &error)),
    }
}
