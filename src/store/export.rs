//! Writes deliverables into a folder: all or nothing, and never over what conncert did not write.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::manifest::{Manifest, is_below};
use super::{StoreError, atomic, show, swap};
use crate::export::Artifact;

/// Writes artifacts under a target folder.
///
/// A new folder is built beside its place and takes it in one step. In one that exists the files
/// that conncert wrote earlier are replaced, all others stay as they are; a failure leaves the
/// folder as it was.
///
/// # Errors
/// The target overlaps the source folder; or it holds something and `force` is not given; or a
/// file is in the way that conncert did not write, or that was changed since; or the disk refuses.
pub fn write_export(
    target: &Path,
    artifacts: &[Artifact],
    force: bool,
    source: Option<&Path>,
) -> Result<(), StoreError> {
    let target = absolute(target)?;
    if let Some(source) = source {
        refuse_overlap(&target, &absolute(source)?)?;
    }
    if let Some(astray) = artifacts.iter().find(|artifact| !is_below(&artifact.path)) {
        return Err(StoreError::new(
            format!("{} leads out of the export folder", show(Path::new(&astray.path))),
            "give the connector a name that is legal as a folder",
        ));
    }
    match fs::metadata(&target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => create(&target, artifacts),
        Err(error) => Err(StoreError::io("written", &target, &error)),
        Ok(found) if !found.is_dir() => {
            Err(StoreError::new(format!("{} is a file", show(&target)), "name a folder"))
        }
        Ok(_) => replace(&target, artifacts, force),
    }
}

/// Writes one report into a file.
///
/// # Errors
/// Something is there and `force` is not given, it is no file, or the disk refuses.
pub fn write_report(path: &Path, bytes: &[u8], force: bool) -> Result<(), StoreError> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => {
            Err(StoreError::new(format!("{} is no file", show(path)), "name a file"))
        }
        Ok(_) if !force => Err(StoreError::new(
            format!("{} is there already", show(path)),
            "name another file, or replace it by `--force`",
        )),
        _ => atomic::write(path, bytes, false),
    }
}

fn create(target: &Path, artifacts: &[Artifact]) -> Result<(), StoreError> {
    let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
        let message = format!("{} is no folder to export to", show(target));
        return Err(StoreError::new(message, "name another one"));
    };
    let failed = |error: io::Error| StoreError::io("written", target, &error);
    fs::create_dir_all(parent).map_err(failed)?;
    let fresh = beside(target, name.to_owned());
    if fresh.exists() {
        // A killed run's, which nobody else has under this name.
        fs::remove_dir_all(&fresh).map_err(failed)?;
    }
    let done = swap::build(&fresh, artifacts).and_then(|()| fs::rename(&fresh, target));
    done.map_err(|error| {
        // What was built is ours alone; a rest that cannot be removed is taken up next time.
        let _ = fs::remove_dir_all(&fresh);
        failed(error)
    })
}

fn beside(target: &Path, name: OsString) -> PathBuf {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".conncert-new");
    target.with_file_name(hidden)
}

fn replace(target: &Path, artifacts: &[Artifact], force: bool) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::io("written", target, &error);
    swap::recover(target).map_err(failed)?;
    if !force && !is_empty(target).map_err(failed)? {
        return Err(StoreError::already_there(
            format!("{} holds files already", show(target)),
            "use --force to replace what conncert wrote there, or name another folder",
        ));
    }
    let manifest = Manifest::read(target).unwrap_or_default();
    let ours: Vec<&str> = manifest.paths().filter(|path| manifest.wrote(target, path)).collect();
    let foreign: Vec<&str> =
        artifacts.iter().filter_map(|artifact| in_the_way(target, &artifact.path, &ours)).collect();
    if !foreign.is_empty() {
        return Err(StoreError::new(
            format!(
                "{} holds files that conncert did not write, or that were changed since, and \
                 would have to replace: {}",
                show(target),
                crate::source::text::printable(&foreign.join(", "))
            ),
            "move them away, or name another folder",
        ));
    }
    swap::replace(target, artifacts, &ours).map_err(failed)
}

fn is_empty(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !swap::is_staging(&entry?.file_name()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The part of a path where something stands that is not conncert's and would have to give way.
fn in_the_way<'a>(target: &Path, path: &'a str, ours: &[&str]) -> Option<&'a str> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    for part in ends.map(|end| &path[..end]) {
        let is_last = part.len() == path.len();
        match fs::symlink_metadata(target.join(part)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Ok(found) if found.is_dir() && !is_last => {}
            // A file of ours goes, and leaves room for what comes.
            Ok(found) if found.is_file() && ours.contains(&part) => return None,
            _ => return Some(part),
        }
    }
    None
}

/// A path from the root, links and dots resolved as far as it exists, so that neither hides an
/// overlap.
fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    let path = std::path::absolute(path).map_err(|error| StoreError::io("used", path, &error))?;
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            Component::Normal(_) => {
                whole.push(part);
                whole = fs::canonicalize(&whole).unwrap_or(whole);
            }
            _ => whole.push(part),
        }
    }
    Ok(whole)
}

fn refuse_overlap(target: &Path, source: &Path) -> Result<(), StoreError> {
    if target.starts_with(source) || source.starts_with(target) {
        return Err(StoreError::new(
            format!("{} overlaps the connector's own folder", show(target)),
            "export to a folder of its own, beside it",
        ));
    }
    Ok(())
}
