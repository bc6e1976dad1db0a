//! What conncert wrote into an export folder: a list kept in that folder, so that a later export
//! replaces those files and no others.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

/// Its name in the folder.
pub(super) const MANIFEST: &str = ".conncert-export";

/// Enough of a content to tell whether somebody changed it since. No seal against forgery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    hash: u64,
    length: usize,
}

impl Stamp {
    /// FNV-1a, which stays the same with every compiler.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self { hash, length: bytes.len() }
    }
}

/// Paths with forward slashes, and what was written there.
#[derive(Debug, Default)]
pub(super) struct Manifest(BTreeMap<String, Stamp>);

impl Manifest {
    /// The list as kept in a folder; none where there is none. Lines that are not ours, and paths
    /// that would lead out of the folder, count as not written.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        let text = fs::read_to_string(folder.join(MANIFEST)).ok()?;
        let entries = text.lines().filter_map(|line| {
            let mut parts = line.splitn(3, ' ');
            let hash = u64::from_str_radix(parts.next()?, 16).ok()?;
            let length = parts.next()?.parse().ok()?;
            let path = parts.next().filter(|path| is_below(path))?;
            Some((path.to_owned(), Stamp { hash, length }))
        });
        Some(Self(entries.collect()))
    }

    /// Adds what is written to a path.
    pub(super) fn add(&mut self, path: &str, bytes: &[u8]) {
        self.0.insert(path.to_owned(), Stamp::of(bytes));
    }

    /// The text to keep.
    pub(super) fn to_text(&self) -> String {
        let line = |(path, Stamp { hash, length }): (&String, &Stamp)| {
            format!("{hash:016x} {length} {path}\n")
        };
        self.0.iter().map(line).collect()
    }

    /// Every path.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether a file below the folder is what was written there.
    pub(super) fn wrote(&self, folder: &Path, path: &str) -> bool {
        let place = folder.join(path);
        let is_file = || fs::symlink_metadata(&place).is_ok_and(|found| found.is_file());
        self.0.get(path).is_some_and(|stamp| {
            is_file() && fs::read(&place).is_ok_and(|bytes| Stamp::of(&bytes) == *stamp)
        })
    }
}

/// Whether a path leads to a place below the folder it is joined to.
pub(super) fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_is_the_published_one() {
        assert_eq!(Stamp::of(b"").hash, 0xcbf2_9ce4_8422_2325);
        assert_eq!(Stamp::of(b"foobar").hash, 0x8594_4171_f739_67e8);
    }

    #[test]
    fn only_paths_below_the_folder_count() {
        assert!(is_below("a/b c.md"));
        for path in ["", "..", "a/../b", "/a", "./.."] {
            assert!(!is_below(path), "{path}");
        }
    }
}
