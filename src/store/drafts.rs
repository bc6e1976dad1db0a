//! Drafts in the data folder and elsewhere: listed, loaded, saved and locked.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::connector::content;
use super::listing::by_change;
use super::{Store, StoreError, atomic, show};
use crate::answers::{Kind, Publisher};
use crate::connector::files::RawContent;
use crate::draft::Draft;
use crate::steps;

/// A draft as a list shows it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// Its name; the file's where it cannot be read.
    pub name: String,
    /// The publisher type, once answered.
    pub publisher: Option<Publisher>,
    /// Questions answered, of those that are asked; attestations left out.
    pub answered: (usize, usize),
    /// When it was last changed.
    pub updated: Option<Timestamp>,
    /// The connector's folder, as answered and resolved.
    pub folder: Option<PathBuf>,
    /// Put away: shown only when asked for.
    pub archived: bool,
    /// Why it cannot be read.
    pub error: Option<String>,
}

/// What a draft is called before anything tells its name.
const UNNAMED: &str = "New submission";

/// Whether a draft has only the name of those that nothing has named yet, or none.
pub fn is_unnamed(name: &str) -> bool {
    let rest = name.trim().strip_prefix(UNNAMED).map(str::trim);
    name.trim().is_empty() || rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
}

/// Holds a draft for one program. Given back when dropped, or when the program dies.
#[derive(Debug)]
pub struct DraftLock {
    _file: File,
}

/// Locks a draft. The lock is on a file beside it, since a save replaces the draft itself.
///
/// # Errors
/// Another program has it open.
pub fn lock(path: &Path) -> Result<DraftLock, StoreError> {
    let beside = lock_file(path);
    let file = open_lock(&beside).map_err(|error| StoreError::io("locked", path, &error))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(StoreError::new(
                format!("the draft {} is open in another conncert", show(path)),
                "close it there first",
            ));
        }
        // Some network disks know no locks. Work goes on; a change by another is still noticed.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(StoreError::io("locked", path, &error)),
    }
    Ok(DraftLock { _file: file })
}

/// The file that is locked for a draft: one for all links that lead to it.
pub(super) fn lock_file(path: &Path) -> PathBuf {
    let whole = fs::canonicalize(path);
    with_ending(whole.as_deref().unwrap_or(path), ".lock")
}

fn open_lock(path: &Path) -> std::io::Result<File> {
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent)?;
    }
    File::options().create(true).truncate(false).write(true).open(path)
}

pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// A folder as answered: absolute, or relative to the draft.
pub fn resolve_folder(draft: &Path, folder: &str) -> PathBuf {
    draft.parent().unwrap_or(Path::new("")).join(super::typed(folder))
}

impl Store {
    pub(super) fn drafts(&self) -> PathBuf {
        self.data.join("drafts")
    }

    pub(super) fn trash(&self) -> PathBuf {
        self.data.join("trash")
    }

    /// The drafts of the data folder, last changed first, those that were put away among them. One
    /// that cannot be read is listed with its fault.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, StoreError> {
        list(&self.drafts())
    }

    /// The drafts that were thrown away.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn trashed(&self) -> Result<Vec<Listed>, StoreError> {
        list(&self.trash())
    }

    /// Reads a draft.
    ///
    /// # Errors
    /// It is missing, unreadable, or broken; then the message says where the last good copy is.
    pub fn load(&self, path: &Path) -> Result<Draft, StoreError> {
        let text = read(path)?;
        Draft::parse(&text).map_err(|error| {
            let copy = with_ending(path, ".bak");
            let remedy = if read(&copy).is_ok_and(|text| Draft::parse(&text).is_ok()) {
                format!("mend that line, or copy the last good one over it: {}", show(&copy))
            } else {
                "mend that line in an editor".to_owned()
            };
            StoreError::new(format!("the draft {} is broken at {error}", show(path)), remedy)
        })
    }

    /// Where another program has changed a draft since `known` was read or written, puts that
    /// version into a file beside it and says which. None where it is as known, or gone.
    ///
    /// # Errors
    /// The copy cannot be written.
    pub fn keep_aside(&self, path: &Path, known: &str) -> Result<Option<PathBuf>, StoreError> {
        let Ok(found) = read(path) else { return Ok(None) };
        if found == known {
            return Ok(None);
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut places = places(folder, &format!("{stem} changed"));
        // The same version is kept once, however often a save is tried.
        let place = places.find_map(|place| match place.exists() {
            false => Some((place, false)),
            true if read(&place).is_ok_and(|text| text == found) => Some((place, true)),
            true => None,
        });
        let Some((place, is_kept)) = place else { return Ok(None) };
        if !is_kept {
            atomic::write(&place, found.as_bytes(), true)?;
        }
        Ok(Some(place))
    }

    /// Writes a draft, and a last good copy beside it for the day on which it gets broken by hand.
    ///
    /// # Errors
    /// It cannot be written, or what stands there is no draft, or one of a newer conncert.
    pub fn save(&self, path: &Path, draft: &Draft) -> Result<(), StoreError> {
        let refuse = |why: &str, remedy: &str| {
            StoreError::new(format!("{} was not overwritten: {why}", show(path)), remedy)
        };
        if draft.is_read_only() {
            return Err(refuse("it was made by a newer conncert", "take the newer one"));
        }
        let text = draft.to_text();
        if fs::metadata(path).is_ok() {
            let found = read(path)?;
            match Draft::parse(&found) {
                Ok(found) if found.is_read_only() => {
                    return Err(refuse("it was made by a newer conncert", "take the newer one"));
                }
                Ok(_) if found == text => return Ok(()),
                Ok(_) => {}
                Err(error) => {
                    let why = format!("what stands there is broken at {error}");
                    return Err(refuse(&why, "mend it, or move it away"));
                }
            }
        }
        atomic::write(path, text.as_bytes(), true)?;
        // The draft is saved; without the copy nothing is lost yet.
        let _ = atomic::write(&with_ending(path, ".bak"), text.as_bytes(), true);
        Ok(())
    }

    /// Gives a new draft a name of its own and a file in the data folder.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn create(&self, draft: &mut Draft) -> Result<PathBuf, StoreError> {
        let _turn = self.naming()?;
        draft.name = self.unique_name(&draft.name)?;
        let path = free(&self.drafts(), &draft.name);
        self.save(&path, draft)?;
        Ok(path)
    }

    /// One program at a time gives names and files, so that none is given twice; given back when
    /// dropped.
    pub(super) fn naming(&self) -> Result<File, StoreError> {
        let turn = self.drafts().join(".names.lock");
        let turn = open_lock(&turn).map_err(|error| StoreError::io("written", &turn, &error))?;
        // Where the disk knows no locks, two at the same moment are unlikely enough.
        let _ = turn.lock();
        Ok(turn)
    }

    /// A name that no other draft has, made of this one: `Contoso Invoices 2`.
    ///
    /// # Errors
    /// The drafts cannot be listed.
    pub fn unique_name(&self, name: &str) -> Result<String, StoreError> {
        let listed = self.list()?;
        let taken = |name: &str| listed.iter().any(|other| other.name.eq_ignore_ascii_case(name));
        let base = if name.trim().is_empty() { UNNAMED } else { name.trim() };
        let numbered = (2_u32..).map(|number| format!("{base} {number}"));
        let mut names = std::iter::once(base.to_owned()).chain(numbered);
        Ok(names.find(|name| !taken(name)).unwrap_or_default())
    }

    /// The draft that a word on the command line means: a file, or the name of a listed draft.
    ///
    /// # Errors
    /// There is none.
    pub fn find(&self, word: &str) -> Result<PathBuf, StoreError> {
        let path = PathBuf::from(word);
        if path.is_file() {
            return Ok(path);
        }
        self.list()?
            .into_iter()
            .find(|listed| listed.name.eq_ignore_ascii_case(word.trim()))
            .map(|listed| listed.path)
            .ok_or_else(|| {
                StoreError::new(
                    format!("there is no draft “{}”", crate::source::text::printable(word)),
                    "`conncert drafts list` shows them; a path to a draft's file is taken too",
                )
            })
    }

    /// The draft of a connector folder, if it has one; rather one that was not put away.
    ///
    /// # Errors
    /// The drafts cannot be listed.
    pub fn for_folder(&self, folder: &Path) -> Result<Option<PathBuf>, StoreError> {
        let Ok(wanted) = fs::canonicalize(folder) else { return Ok(None) };
        Ok(self
            .list()?
            .into_iter()
            .filter(|listed| {
                let found = listed.folder.as_ref().and_then(|found| fs::canonicalize(found).ok());
                found.as_ref() == Some(&wanted)
            })
            // The first of equals: the last changed.
            .min_by_key(|listed| listed.archived)
            .map(|listed| listed.path))
    }
}

/// The text of a draft's file.
pub(super) fn read(path: &Path) -> Result<String, StoreError> {
    let is_none = |why: &str| {
        StoreError::new(
            format!("{} is no draft{why}", show(path)),
            "name a draft's file or a connector's folder",
        )
    };
    match content(path)? {
        RawContent::Bytes(bytes) => {
            String::from_utf8(bytes).map_err(|_| is_none(": it is not text"))
        }
        RawContent::TooLarge(_) => Err(is_none(": it is too large")),
        RawContent::NotRegular => Err(is_none("")),
    }
}

fn list(folder: &Path) -> Result<Vec<Listed>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::io("read", folder, &error)),
    };
    let mut listed: Vec<Listed> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml") && path.is_file())
        .map(describe)
        .collect();
    by_change(&mut listed);
    Ok(listed)
}

fn describe(path: PathBuf) -> Listed {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let read = read(&path)
        .map_err(|error| error.to_string())
        .and_then(|text| Draft::parse(&text).map_err(|error| error.to_string()));
    match read {
        Ok(draft) => {
            let folder = draft.answers.text("connector.folder").trim();
            let folder = (!folder.is_empty()).then(|| resolve_folder(&path, folder));
            let asked: Vec<_> = steps::questions()
                .filter(|question| !matches!(question.kind, Kind::Attestation(_)))
                .filter(|question| (question.asked)(&draft.answers))
                .collect();
            let done =
                asked.iter().filter(|question| !draft.answers.is_blank(question.key)).count();
            let name = if draft.name.trim().is_empty() { stem } else { draft.name.clone() };
            Listed {
                name,
                publisher: draft.answers.publisher(),
                answered: (done, asked.len()),
                updated: draft.updated,
                folder,
                archived: draft.archived,
                error: None,
                path,
            }
        }
        Err(error) => Listed {
            name: stem,
            publisher: None,
            answered: (0, 0),
            updated: None,
            folder: None,
            archived: false,
            error: Some(error),
            path,
        },
    }
}

/// A file name that is free, made of a draft's name.
pub(super) fn free(folder: &Path, name: &str) -> PathBuf {
    // There is always one more number.
    places(folder, name).find(|place| !place.exists()).unwrap_or_default()
}

/// The files that a draft of this name may have, in the order in which they are tried.
fn places(folder: &Path, name: &str) -> impl Iterator<Item = PathBuf> + use<> {
    let mut room = 120_usize;
    let words: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        // Disks count bytes, and endings need some.
        .take_while(|c| {
            room = room.saturating_sub(c.len_utf8());
            room > 0
        })
        .collect();
    let words = words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    // A device name of Windows, or nothing at all, would be no file.
    let stem = if words.chars().count() < 5 { format!("draft-{words}") } else { words };
    let first = folder.join(format!("{stem}.toml"));
    let folder = folder.to_owned();
    std::iter::once(first)
        .chain((2_u32..).map(move |number| folder.join(format!("{stem}-{number}.toml"))))
}
