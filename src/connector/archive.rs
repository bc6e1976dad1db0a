//! A zip read from memory, for zips that come from elsewhere: nothing is written to the disk, what
//! is too much is not read, and names that lead out of the zip are told, not repaired.

mod names;

use std::io::{Cursor, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

pub use self::names::is_device;
use crate::source::hash::{HashMap, HashSet};

/// What may still be read of a zip and all zips in it.
#[derive(Debug)]
pub struct Budget {
    entries: usize,
    bytes: u64,
}

/// The most entries of a package, zips in zips included. Packages have some dozen.
pub const MOST_ENTRIES: usize = 10_000;
/// The most bytes of a package once unpacked, zips in zips included.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// How many times larger than packed an entry may be, once it is larger than [`FREE`]. The most
/// that deflate can do is 1,032; XML that a portal exports is packed some 20 times.
const HIGHEST_RATIO: u64 = 300;
/// Bytes before the name of an entry where it lies.
const LOCAL: usize = 30;
/// Entries up to this size may be packed as well as they like.
const FREE: u64 = 4 * 1024 * 1024;

impl Default for Budget {
    fn default() -> Self {
        Self { entries: MOST_ENTRIES, bytes: MOST_BYTES }
    }
}

/// A zip's files and folders.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    /// Everything in it that could be read, in the order of the zip.
    pub entries: Vec<Entry>,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
    /// Where each file stands among the entries, by its path in small letters.
    files: HashMap<String, usize>,
}

/// A file or folder in a zip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path in the zip, with forward slashes and none at its end.
    pub path: String,
    /// It is a folder.
    pub is_folder: bool,
    /// None where it is a folder, and for a file that cannot be read.
    pub bytes: Option<Vec<u8>>,
}

/// Something wrong with a zip, or with one of its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The entry as it is named there; empty for the zip as a whole.
    pub entry: String,
    /// What kind of wrong.
    pub kind: FlawKind,
    /// What is wrong, as a clause with “it” for the zip or the entry.
    pub text: String,
}

/// Kinds of flaws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlawKind {
    /// The zip, or the entry, cannot be read.
    Unreadable,
    /// The entry is named or made so that it could harm where it is unpacked.
    Unsafe,
    /// Backslashes separate the folders in its name.
    Backslash,
}

impl Archive {
    /// Reads a zip. What cannot be read is told among the flaws.
    pub fn read(bytes: &[u8], budget: &mut Budget) -> Self {
        let mut archive = Self::default();
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) => archive.fill(zip, bytes, budget),
            Err(error) => archive.flaw("", FlawKind::Unreadable, unreadable(bytes, &error)),
        }
        archive
    }

    /// Whether what is in it is known.
    pub fn is_readable(&self) -> bool {
        !self.flaws.iter().any(|flaw| flaw.entry.is_empty() && flaw.kind == FlawKind::Unreadable)
    }

    /// The names of the folders directly in a folder (`""` is the root), also of those that only
    /// show in the names of files, each once, whatever its capitals.
    pub fn folders(&self, of: &str) -> Vec<&str> {
        let mut seen = HashSet::default();
        let below = self.entries.iter().filter_map(|entry| {
            let rest = below(&entry.path, of)?;
            match rest.split_once('/') {
                Some((folder, _)) => Some(folder),
                None => entry.is_folder.then_some(rest),
            }
        });
        below.filter(|folder| seen.insert(folder.to_lowercase())).collect()
    }

    /// The files directly in a folder, with their names there, and their bytes where they could be
    /// read.
    pub fn files(&self, of: &str) -> impl Iterator<Item = (&str, Option<&[u8]>)> {
        self.entries.iter().filter(|entry| !entry.is_folder).filter_map(move |entry| {
            let rest = below(&entry.path, of).filter(|rest| !rest.contains('/'))?;
            Some((rest, entry.bytes.as_deref()))
        })
    }

    /// Those of them whose names end so, whatever their capitals.
    pub fn files_ending(&self, of: &str, end: &str) -> Vec<(&str, Option<&[u8]>)> {
        let end = end.to_lowercase();
        self.files(of).filter(|(name, _)| name.to_lowercase().ends_with(&end)).collect()
    }

    /// A file by its path, whatever its capitals.
    pub fn file(&self, path: &str) -> Option<&Entry> {
        self.files.get(&path.to_lowercase()).and_then(|at| self.entries.get(*at))
    }

    fn flaw(&mut self, entry: &str, kind: FlawKind, text: impl Into<String>) {
        self.flaws.push(Flaw { entry: entry.to_owned(), kind, text: text.into() });
    }

    fn fill(&mut self, mut zip: ZipArchive<Cursor<&[u8]>>, bytes: &[u8], budget: &mut Budget) {
        if zip.len() > budget.entries {
            let text = format!("it holds more than {MOST_ENTRIES} files and folders in all");
            return self.flaw("", FlawKind::Unreadable, text);
        }
        budget.entries -= zip.len();
        if zip.has_duplicate_names() {
            self.flaw("", FlawKind::Unsafe, "it holds two entries of the same name");
        }
        if zip.offset() != 0 {
            let text = "bytes stand before its beginning, which programs of Windows do not take; \
                        make it again";
            self.flaw("", FlawKind::Unsafe, text);
        }
        self.places(&zip, bytes);
        let mut folders = HashSet::default();
        for index in 0..zip.len() {
            let Some(entry) = self.entry(&mut zip, index, budget) else { continue };
            let lower = entry.path.to_lowercase();
            folders.extend(lower.match_indices('/').map(|(at, _)| lower[..at].to_owned()));
            if entry.is_folder {
                folders.insert(lower);
            } else if self.files.insert(lower, self.entries.len()).is_some() {
                let text = "another entry has the same name but for capitals, so that one would \
                            replace the other on Windows";
                self.flaw(&entry.path.clone(), FlawKind::Unsafe, text);
            }
            self.entries.push(entry);
        }
        let is_both = |entry: &&Entry| {
            !entry.is_folder && folders.contains(entry.path.to_lowercase().as_str())
        };
        let both: Vec<String> =
            self.entries.iter().filter(is_both).map(|entry| entry.path.clone()).collect();
        for path in both {
            let text = "a folder has the same name, so that it cannot be unpacked";
            self.flaw(&path, FlawKind::Unsafe, text);
        }
    }

    /// Holds the list of entries, which stands at the end, against what stands before each of them.
    /// Programs believe one or the other.
    fn places(&mut self, zip: &ZipArchive<Cursor<&[u8]>>, bytes: &[u8]) {
        let mut taken: Vec<(u64, u64)> = Vec::new();
        let mut other = Vec::new();
        for index in 0..zip.len() {
            let Ok(entry) = zip.by_index_data(index) else { continue };
            let start = entry.header_start();
            let at = usize::try_from(start).unwrap_or(usize::MAX);
            let Some(header) = at.checked_add(LOCAL).and_then(|end| bytes.get(at..end)) else {
                continue;
            };
            let length = |at: usize| usize::from(u16::from_le_bytes([header[at], header[at + 1]]));
            let (name, extra) = (length(26), length(28));
            let named = at + LOCAL;
            if bytes.get(named..named + name).is_some_and(|name| name != entry.name_raw()) {
                other.push(String::from_utf8_lossy(entry.name_raw()).into_owned());
            }
            let body = LOCAL as u64 + name as u64 + extra as u64 + entry.compressed_size();
            taken.push((start, start.saturating_add(body)));
        }
        for name in other {
            let text = "it has one name in the list of the zip and another where it lies";
            self.flaw(&name, FlawKind::Unsafe, text);
        }
        taken.sort_unstable();
        if taken.windows(2).any(|pair| pair[0].1 > pair[1].0) {
            let text = "its entries lie over one another, as in zips that are made to harm";
            self.flaw("", FlawKind::Unsafe, text);
        }
    }

    /// Reads one entry, and tells what is wrong with it.
    fn entry(
        &mut self,
        zip: &mut ZipArchive<Cursor<&[u8]>>,
        index: usize,
        budget: &mut Budget,
    ) -> Option<Entry> {
        let raw = match zip.by_index_data(index) {
            Ok(raw) => raw,
            Err(error) => {
                self.flaw("", FlawKind::Unreadable, damaged(&error));
                return None;
            }
        };
        let Ok(name) = raw.name().map(std::borrow::Cow::into_owned) else {
            let name = String::from_utf8_lossy(raw.name_raw()).into_owned();
            self.flaw(&name, FlawKind::Unreadable, "its name is no text");
            return None;
        };
        let is_folder = name.ends_with(['/', '\\']);
        let (size, packed) = (raw.size(), raw.compressed_size());
        let unsupported = if raw.encrypted() {
            Some("it is encrypted; make the zip without a password".to_owned())
        } else if matches!(
            raw.compression(),
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            None
        } else {
            Some(format!(
                "it is packed by a method ({}) that not every program can unpack; use stored or \
                 deflated",
                raw.compression()
            ))
        };
        let is_link = raw.unix_mode().is_some_and(|mode| mode & 0o170_000 == 0o120_000);
        drop(raw);
        if name.contains('\\') {
            let text = "backslashes separate the folders in its name, which is right on Windows \
                        only";
            self.flaw(&name, FlawKind::Backslash, text);
        }
        let path = names::normal(&name.replace('\\', "/"));
        if is_folder && path.is_empty() {
            // The root itself.
            return None;
        }
        if let Some(text) = names::dangerous(&path).or(is_link.then_some(
            "it is a symbolic link, which may lead anywhere; put the file itself into the zip",
        )) {
            self.flaw(&name, FlawKind::Unsafe, text);
            return None;
        }
        if is_folder {
            return Some(Entry { path, is_folder, bytes: None });
        }
        // That a file is there is known, though nobody can tell what stands in it.
        let unread = Entry { path: path.clone(), is_folder, bytes: None };
        if let Some(text) = unsupported {
            self.flaw(&name, FlawKind::Unreadable, text);
            return Some(unread);
        }
        if size > FREE && size / packed.max(1) > HIGHEST_RATIO {
            let text = format!(
                "it would grow more than {HIGHEST_RATIO} times when it is unpacked; take it out"
            );
            self.flaw(&name, FlawKind::Unreadable, text);
            return Some(unread);
        }
        let too_large =
            || format!("with it the package has more than {} MiB unpacked", MOST_BYTES >> 20);
        if size > budget.bytes {
            self.flaw(&name, FlawKind::Unreadable, too_large());
            return Some(unread);
        }
        // What an entry says of its size may be a lie.
        let mut bytes = Vec::new();
        let most = size.saturating_add(1).min(budget.bytes.saturating_add(1));
        let read = zip
            .by_index(index)
            .map_err(|error| damaged(&error))
            .and_then(|file| {
                file.take(most).read_to_end(&mut bytes).map_err(|error| told(&error.to_string()))
            })
            .and_then(|read| {
                let is_as_told = u64::try_from(read) == Ok(size);
                is_as_told.then_some(()).ok_or_else(|| told("its size is not what the zip says"))
            });
        if let Err(text) = read {
            self.flaw(&name, FlawKind::Unreadable, text);
            return Some(unread);
        }
        budget.bytes -= size;
        Some(Entry { bytes: Some(bytes), ..unread })
    }
}

/// What is below a folder of a path, whatever the capitals of the folder.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return Some(path);
    }
    let start = path.get(..folder.len())?;
    let rest = path.get(folder.len()..)?.strip_prefix('/')?;
    (start.to_lowercase() == folder.to_lowercase()).then_some(rest)
}

/// Why a zip cannot be opened.
fn unreadable(bytes: &[u8], error: &ZipError) -> String {
    match bytes {
        [] => "it is empty; make it again".to_owned(),
        [b'P', b'K', 5, 6, ..] => "there is nothing in it".to_owned(),
        [b'P', b'K', ..] => told(&error.to_string()),
        [b'R', b'a', b'r', b'!', ..] => {
            "it is a RAR archive under the name of a zip; make a zip".to_owned()
        }
        [b'7', b'z', 0xbc, 0xaf, ..] => {
            "it is a 7z archive under the name of a zip; make a zip".to_owned()
        }
        _ => "it is no zip; make one, or name another file".to_owned(),
    }
}

fn damaged(error: &ZipError) -> String {
    told(&error.to_string())
}

fn told(reason: &str) -> String {
    format!("it is damaged ({reason}); make it again")
}

#[cfg(test)]
mod tests;
