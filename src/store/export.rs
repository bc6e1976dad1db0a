//! Writes deliverables into a folder: all or nothing, and never over what conncert did not write.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::{StoreError, show};
use crate::export::Artifact;

/// The list of what was written, kept in the target: what a later export may replace.
const MANIFEST: &str = ".conncert-export";

/// Writes artifacts under a target folder.
///
/// The new tree is built beside the target and takes its place by renaming, so that a failure
/// leaves no half folder and what was there whole. With `force` an existing target is replaced:
/// files that conncert wrote earlier go, all others stay.
///
/// # Errors
/// The target overlaps the source folder; or it exists and `force` is not given; or a file stands
/// there that conncert did not write; or the disk refuses.
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
    let kept = foreign(&target, artifacts, force)?;
    let parent = target.parent().ok_or_else(|| {
        StoreError::new(format!("{} is no folder to export to", show(&target)), "name another one")
    })?;
    fs::create_dir_all(parent).map_err(|error| StoreError::io("made", parent, &error))?;
    let fresh = beside(&target, "new");
    let old = beside(&target, "old");
    recover(&target, &fresh, &old)?;
    let built = build(&fresh, artifacts).and_then(|()| copy(&target, &fresh, &kept));
    if let Err(error) = built {
        // What was built is ours alone; a rest that cannot be removed is taken up next time.
        let _ = fs::remove_dir_all(&fresh);
        return Err(error);
    }
    swap(&target, &fresh, &old)
}

fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    let path = std::path::absolute(path).map_err(|error| StoreError::io("used", path, &error))?;
    // What exists of it is resolved, so that links and dots do not hide an overlap.
    let mut rest: Vec<OsString> = Vec::new();
    let mut known = path.as_path();
    loop {
        if let Ok(whole) = fs::canonicalize(known) {
            return Ok(rest.iter().rev().fold(whole, |path, part| path.join(part)));
        }
        match (known.parent(), known.file_name()) {
            (Some(parent), Some(name)) => {
                rest.push(name.to_owned());
                known = parent;
            }
            _ => return Ok(path),
        }
    }
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

/// Files of an existing target that stay. Refuses where they are in the way.
fn foreign(target: &Path, artifacts: &[Artifact], force: bool) -> Result<Vec<PathBuf>, StoreError> {
    if !target.exists() {
        return Ok(Vec::new());
    }
    if !target.is_dir() {
        return Err(StoreError::new(format!("{} is a file", show(target)), "name a folder"));
    }
    let found = files(target)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    if !force {
        return Err(StoreError::already_there(
            format!("{} holds files already", show(target)),
            "use --force to replace what conncert wrote there, or name another folder",
        ));
    }
    let manifest = fs::read_to_string(target.join(MANIFEST)).unwrap_or_default();
    let ours: BTreeSet<&str> = manifest.lines().collect();
    let slashed = |path: &Path| {
        path.components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    };
    let kept: Vec<PathBuf> = found
        .into_iter()
        .filter(|path| path.as_os_str() != MANIFEST && !ours.contains(slashed(path).as_str()))
        .collect();
    let in_the_way: Vec<String> = kept
        .iter()
        .map(|path| slashed(path))
        .filter(|path| {
            artifacts.iter().any(|artifact| {
                artifact.path.eq_ignore_ascii_case(path)
                    || artifact.path.starts_with(&format!("{path}/"))
                    || path.starts_with(&format!("{}/", artifact.path))
            })
        })
        .collect();
    if in_the_way.is_empty() {
        return Ok(kept);
    }
    Err(StoreError::new(
        format!(
            "{} holds files that conncert did not write and would have to replace: {}",
            show(target),
            crate::source::text::printable(&in_the_way.join(", "))
        ),
        "move them away, or name another folder",
    ))
}

/// Every file below a folder, as paths relative to it. Links are not followed.
fn files(root: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(folder) = open.pop() {
        let whole = root.join(&folder);
        let failed = |error: std::io::Error| StoreError::io("read", &whole, &error);
        for entry in fs::read_dir(&whole).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let path = folder.join(entry.file_name());
            if entry.file_type().map_err(failed)?.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn beside(target: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".conncert-{what}"));
    target.with_file_name(name)
}

/// Takes up what a killed run left: an old tree whose place is empty goes back there.
fn recover(target: &Path, fresh: &Path, old: &Path) -> Result<(), StoreError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error: std::io::Error| StoreError::io("cleared", &path, &error)
    };
    if old.exists() && !target.exists() {
        fs::rename(old, target).map_err(failed(old))?;
    } else if old.exists() {
        fs::remove_dir_all(old).map_err(failed(old))?;
    }
    if fresh.exists() {
        fs::remove_dir_all(fresh).map_err(failed(fresh))?;
    }
    Ok(())
}

fn build(fresh: &Path, artifacts: &[Artifact]) -> Result<(), StoreError> {
    let mut manifest = String::new();
    for artifact in artifacts {
        write(&fresh.join(&artifact.path), &artifact.bytes)?;
        manifest.push_str(&artifact.path);
        manifest.push('\n');
    }
    write(&fresh.join(MANIFEST), manifest.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::io("written", path, &error);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let mut file = fs::File::create(path).map_err(failed)?;
    std::io::Write::write_all(&mut file, bytes).map_err(failed)?;
    file.sync_all().map_err(failed)
}

/// What stays is moved over by copying: the old tree is whole until the swap.
fn copy(from: &Path, to: &Path, kept: &[PathBuf]) -> Result<(), StoreError> {
    for path in kept {
        let (source, goal) = (from.join(path), to.join(path));
        let failed = |error: std::io::Error| StoreError::io("kept", &source, &error);
        if let Some(parent) = goal.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::copy(&source, &goal).map_err(failed)?;
    }
    Ok(())
}

fn swap(target: &Path, fresh: &Path, old: &Path) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::io("put in its place", target, &error);
    if !target.exists() {
        return fs::rename(fresh, target).map_err(failed);
    }
    fs::rename(target, old).map_err(failed)?;
    if let Err(error) = fs::rename(fresh, target) {
        // Back to what was there; if even that fails the next run takes it up.
        let _ = fs::rename(old, target);
        let _ = fs::remove_dir_all(fresh);
        return Err(failed(error));
    }
    // The new tree is in place; a rest of the old one is cleared next time.
    let _ = fs::remove_dir_all(old);
    Ok(())
}
