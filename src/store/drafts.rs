//! Drafts in the data folder and elsewhere: listed, loaded, saved, locked, thrown away and
//! brought back.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Store, StoreError, atomic, show};
use crate::answers::{Kind, Publisher};
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
    /// Why it cannot be read.
    pub error: Option<String>,
}

/// What a draft is called before anything tells its name.
pub const UNNAMED: &str = "New submission";

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
    let beside = with_ending(path, ".lock");
    let failed = |error: std::io::Error| StoreError::io("locked", path, &error);
    if let Some(parent) = beside.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let file =
        File::options().create(true).truncate(false).write(true).open(&beside).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(DraftLock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(StoreError::new(
            format!("the draft {} is open in another conncert", show(path)),
            "close it there first",
        )),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// A folder as answered: absolute, or relative to the draft.
pub fn resolve_folder(draft: &Path, folder: &str) -> PathBuf {
    draft.parent().unwrap_or(Path::new("")).join(folder.trim())
}

impl Store {
    fn drafts(&self) -> PathBuf {
        self.data.join("drafts")
    }

    fn trash(&self) -> PathBuf {
        self.data.join("trash")
    }

    /// The drafts of the data folder, last changed first. One that cannot be read is listed with
    /// its fault.
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
            let remedy = if fs::read_to_string(&copy).is_ok_and(|text| Draft::parse(&text).is_ok())
            {
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
        let Ok(found) = fs::read_to_string(path) else { return Ok(None) };
        if found == known {
            return Ok(None);
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let aside = free(path.parent().unwrap_or(Path::new("")), &format!("{stem} changed"));
        atomic::write(&aside, found.as_bytes(), true)?;
        Ok(Some(aside))
    }

    /// Writes a draft, and keeps what was there as the last good copy.
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
        match fs::read_to_string(path) {
            Ok(found) if found == text => return Ok(()),
            Ok(found) => match Draft::parse(&found) {
                Ok(found) if found.is_read_only() => {
                    return Err(refuse("it was made by a newer conncert", "take the newer one"));
                }
                Ok(_) => atomic::write(&with_ending(path, ".bak"), found.as_bytes(), true)?,
                Err(error) => {
                    let why = format!("what stands there is broken at {error}");
                    return Err(refuse(&why, "mend it, or move it away"));
                }
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(StoreError::io("read", path, &error)),
        }
        atomic::write(path, text.as_bytes(), true)
    }

    /// Gives a new draft a name of its own and a file in the data folder.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn create(&self, draft: &mut Draft) -> Result<PathBuf, StoreError> {
        draft.name = self.unique_name(&draft.name)?;
        let path = free(&self.drafts(), &draft.name);
        self.save(&path, draft)?;
        Ok(path)
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

    /// The draft of a connector folder, if it has one.
    ///
    /// # Errors
    /// The drafts cannot be listed.
    pub fn for_folder(&self, folder: &Path) -> Result<Option<PathBuf>, StoreError> {
        let Ok(wanted) = fs::canonicalize(folder) else { return Ok(None) };
        Ok(self
            .list()?
            .into_iter()
            .find(|listed| {
                let found = listed.folder.as_ref().and_then(|found| fs::canonicalize(found).ok());
                found.as_ref() == Some(&wanted)
            })
            .map(|listed| listed.path))
    }

    /// Moves a draft to the trash, and says where it is now.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn delete(&self, path: &Path) -> Result<PathBuf, StoreError> {
        // Nobody may be writing it.
        let held = lock(path)?;
        let to = moved(path, &self.trash())?;
        drop(held);
        // Neither is worth a fault: both are made again where they are needed.
        let _ = fs::remove_file(with_ending(path, ".lock"));
        let _ = fs::remove_file(with_ending(path, ".bak"));
        Ok(to)
    }

    /// Brings a draft back from the trash, and says where it is now. Its name is made unique.
    ///
    /// # Errors
    /// It cannot be read or moved.
    pub fn restore(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let mut draft = self.load(path)?;
        let to = self.create(&mut draft)?;
        fs::remove_file(path)
            .map_err(|error| StoreError::io("taken from the trash", path, &error))?;
        Ok(to)
    }
}

fn read(path: &Path) -> Result<String, StoreError> {
    let failed = |error: std::io::Error| StoreError::io("read", path, &error);
    let found = fs::metadata(path).map_err(failed)?;
    if !found.is_file() {
        return Err(StoreError::new(
            format!("{} is no draft", show(path)),
            "name a draft's file or a connector's folder",
        ));
    }
    fs::read_to_string(path).map_err(|error| {
        if error.kind() == std::io::ErrorKind::InvalidData {
            StoreError::new(
                format!("{} is no draft: it is not text", show(path)),
                "name a draft's file",
            )
        } else {
            failed(error)
        }
    })
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
    listed.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.name.cmp(&b.name)));
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
            error: Some(error),
            path,
        },
    }
}

/// A file name that is free, made of a draft's name.
fn free(folder: &Path, name: &str) -> PathBuf {
    let words: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .take(60)
        .collect();
    let words = words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    // A device name of Windows, or nothing at all, would be no file.
    let stem = if words.len() < 5 { format!("draft-{words}") } else { words };
    let mut path = folder.join(format!("{stem}.toml"));
    let mut number = 2;
    while path.exists() {
        path = folder.join(format!("{stem}-{number}.toml"));
        number += 1;
    }
    path
}

fn moved(path: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    fs::create_dir_all(folder).map_err(|error| StoreError::io("made", folder, &error))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let to = free(folder, &stem);
    match fs::rename(path, &to) {
        Ok(()) => Ok(to),
        // A draft on another disk than the data folder.
        Err(error) if error.kind() == std::io::ErrorKind::CrossesDevices => {
            let bytes = fs::read(path).map_err(|error| StoreError::io("read", path, &error))?;
            atomic::write(&to, &bytes, true)?;
            fs::remove_file(path).map_err(|error| StoreError::io("moved", path, &error))?;
            Ok(to)
        }
        Err(error) => Err(StoreError::io("moved to the trash", path, &error)),
    }
}
