//! Puts a new set of files into a folder in place of an old set, or leaves the old one whole.
//! Files of others in that folder are not touched, not even copied.
//!
//! The new files are written into a folder of their own inside the target, which a list makes
//! complete. Then the old ones are moved away, the new ones in, the list last. A failure moves
//! everything back at once; what a killed run left is moved back by the next.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::{MANIFEST, Manifest};
use crate::export::Artifact;

const FRESH: &str = ".conncert-new";
const OLD: &str = ".conncert-old";

/// Whether a name in the target is ours while files are put in.
pub(super) fn is_staging(name: &std::ffi::OsStr) -> bool {
    name == FRESH || name == OLD
}

/// Writes files and, last, their list.
pub(super) fn build(folder: &Path, artifacts: &[Artifact]) -> io::Result<()> {
    let mut manifest = Manifest::default();
    for artifact in artifacts {
        write(&folder.join(&artifact.path), &artifact.bytes)?;
        manifest.add(&artifact.path, &artifact.bytes);
    }
    write(&folder.join(MANIFEST), manifest.to_text().as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    // Never over another artifact, not even where names differ in case alone.
    let mut file = fs::File::create_new(path)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}

/// Replaces the files `gone` of a folder by artifacts.
pub(super) fn replace(target: &Path, artifacts: &[Artifact], gone: &[&str]) -> io::Result<()> {
    let (fresh, old) = (target.join(FRESH), target.join(OLD));
    let new = || artifacts.iter().map(|artifact| artifact.path.as_str());
    let done = build(&fresh, artifacts).and_then(|()| fs::create_dir(&old)).map(|()| {
        let away = gone.iter().map(|path| (target.join(path), old.join(path)));
        let away = away.chain([(target.join(MANIFEST), old.join(MANIFEST))]);
        let place = new().chain([MANIFEST]).map(|path| (fresh.join(path), target.join(path)));
        shift_all(away.filter(|(from, _)| from.exists()).chain(place))
    });
    let result = match done {
        Ok(Shifted::All) => Ok(()),
        Ok(Shifted::None(error)) | Err(error) => Err(error),
        // Both sets are needed to put this right: the next export tries it again.
        Ok(Shifted::Some(error)) => return Err(error),
    };
    // What was set aside is of no use any more; a rest of it is cleared by the next export.
    let _ = fs::remove_dir_all(&fresh);
    let _ = fs::remove_dir_all(&old);
    if result.is_err() {
        prune(target, new());
    } else {
        prune(target, gone.iter().copied());
    }
    result
}

/// What became of moving several files.
enum Shifted {
    All,
    /// One could not be moved, and the others were moved back.
    None(io::Error),
    /// One could not be moved, and another could not be moved back.
    Some(io::Error),
}

/// Moves files one by one; the first failure moves all of them back.
fn shift_all(moves: impl Iterator<Item = (PathBuf, PathBuf)>) -> Shifted {
    let mut done: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (from, to) in moves {
        if let Err(error) = shift(&from, &to) {
            let back = done.iter().rev().map(|(from, to)| shift(to, from));
            return match back.fold(Ok(()), io::Result::and) {
                Ok(()) => Shifted::None(error),
                Err(_) => Shifted::Some(error),
            };
        }
        done.push((from, to));
    }
    Shifted::All
}

fn shift(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::rename(from, to)
}

/// Removes the folders of these paths that hold nothing any more.
fn prune<'a>(target: &Path, paths: impl Iterator<Item = &'a str>) {
    for path in paths {
        for folder in Path::new(path).ancestors().skip(1) {
            if folder.as_os_str().is_empty() || fs::remove_dir(target.join(folder)).is_err() {
                break;
            }
        }
    }
}

/// Takes up what a killed run left in a folder: the old files are put back.
pub(super) fn recover(target: &Path) -> io::Result<()> {
    let (fresh, old) = (target.join(FRESH), target.join(OLD));
    // Without its list the new set was never complete, or all of it is in place.
    if let Some(list) = Manifest::read(&fresh).filter(|_| old.is_dir()) {
        for path in list.paths() {
            if !fresh.join(path).exists() && list.wrote(target, path) {
                shift(&target.join(path), &fresh.join(path))?;
            }
        }
        for path in files(&old)? {
            shift(&old.join(&path), &target.join(&path))?;
        }
        prune(target, list.paths());
    }
    for folder in [old, fresh] {
        if folder.is_dir() {
            fs::remove_dir_all(folder)?;
        }
    }
    Ok(())
}

/// Every file below a folder, as paths relative to it.
fn files(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(root.join(&folder))? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(path: &str, text: &str) -> Artifact {
        Artifact { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    /// Every file below a folder with its text, sorted.
    fn tree(root: &Path) -> io::Result<Vec<(String, String)>> {
        let mut found = Vec::new();
        for path in files(root)?.into_iter().filter(|path| !path.ends_with(MANIFEST)) {
            let name = path.display().to_string().replace('\\', "/");
            found.push((name, fs::read_to_string(root.join(path))?));
        }
        found.sort();
        Ok(found)
    }

    #[test]
    fn a_failing_move_moves_the_others_back() -> io::Result<()> {
        let dir = tempfile::tempdir()?;
        let at = |path: &str| dir.path().join(path);
        fs::write(at("a"), "1")?;
        let moves = [(at("a"), at("away/a")), (at("missing"), at("b"))];
        assert!(matches!(shift_all(moves.into_iter()), Shifted::None(_)));
        assert_eq!(fs::read_to_string(at("a"))?, "1");
        Ok(())
    }

    #[test]
    fn a_run_killed_between_any_two_moves_is_undone_or_done() -> io::Result<()> {
        let first = [artifact("same", "1"), artifact("x/gone", "old"), artifact("list", "old")];
        let second = [artifact("same", "1"), artifact("y/new", "new"), artifact("list", "new")];
        // Three go, the list goes, three come, the list comes.
        for killed_after in 0..=8 {
            let dir = tempfile::tempdir()?;
            let target = dir.path();
            fs::write(target.join("mine"), "mine")?;
            replace(target, &first, &[])?;
            let before = tree(target)?;

            let (fresh, old) = (target.join(FRESH), target.join(OLD));
            build(&fresh, &second)?;
            fs::create_dir(&old)?;
            let away = ["same", "x/gone", "list", MANIFEST];
            let away = away.map(|path| (target.join(path), old.join(path)));
            let place = ["same", "y/new", "list", MANIFEST];
            let place = place.map(|path| (fresh.join(path), target.join(path)));
            for (from, to) in away.into_iter().chain(place).take(killed_after) {
                shift(&from, &to)?;
            }
            recover(target)?;

            let after = tree(target)?;
            assert!(!fresh.exists() && !old.exists());
            if killed_after < 8 {
                assert_eq!(after, before, "killed after {killed_after} moves");
                assert!(Manifest::read(target).is_some_and(|list| list.wrote(target, "x/gone")));
            } else {
                let expected = [("list", "new"), ("mine", "mine"), ("same", "1"), ("y/new", "new")];
                let expected = expected.map(|(path, text)| (path.to_owned(), text.to_owned()));
                assert_eq!(after, expected);
            }
        }
        Ok(())
    }
}
