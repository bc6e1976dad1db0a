//! Reads a connector folder (D1, D2) and finds connector folders below another.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::ErrorKind::{NotADirectory, NotFound};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Store, StoreError, atomic, show, trash};
use crate::connector::Connector;
use crate::connector::files::{LARGEST_READ, RawContent, RawFile, Role, choose};
use crate::connector::package::Package;
use crate::fix::{Change, Origin};

/// Reads a connector folder.
///
/// # Errors
/// The folder, or a file that has a role, cannot be read; or neither a definition nor properties
/// are in it.
pub fn read_connector(folder: &Path) -> Result<Connector, StoreError> {
    let names = names(folder)?;
    let mut files = Vec::new();
    for role in Role::ALL {
        let regular = names.iter().filter(|entry| entry.regular).map(|entry| entry.name.as_str());
        if let Some(name) = choose(role, regular) {
            let content = content(&folder.join(name))?;
            files.push(RawFile { role, name: name.to_owned(), content });
            continue;
        }
        let other = names.iter().filter(|entry| !entry.regular).map(|entry| entry.name.as_str());
        if let Some(name) = choose(role, other) {
            files.push(RawFile { role, name: name.to_owned(), content: RawContent::NotRegular });
        }
    }
    if !files.iter().any(|file| matches!(file.role, Role::Definition | Role::Properties)) {
        return Err(StoreError::new(
            format!("no connector is in {}", show(folder)),
            "name the folder that holds apiDefinition.swagger.json and apiProperties.json",
        ));
    }
    Ok(Connector::new(folder, parent(folder), files))
}

/// Reads a marketplace package, told whether it is to hold a plugin.
///
/// # Errors
/// It cannot be read, is no file, or is too large.
pub fn read_package(path: &Path, plugin: bool) -> Result<Package, StoreError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match content(path)? {
        RawContent::Bytes(bytes) => Ok(Package::read(name, &bytes, plugin)),
        RawContent::NotRegular => Err(StoreError::new(
            format!("{} is no file", show(path)),
            "name the zip of the package, not a folder",
        )),
        RawContent::TooLarge(_) => Err(StoreError::new(
            format!("{} is larger than {} MiB", show(path), LARGEST_READ >> 20),
            "name the zip of the package",
        )),
    }
}

/// Reads a settings file that stands elsewhere. Its name is its whole path, so that it is found
/// from everywhere.
///
/// # Errors
/// It cannot be read, or is no file.
pub fn read_settings(path: &Path) -> Result<RawFile, StoreError> {
    let whole = std::path::absolute(path).map_err(|error| StoreError::io("read", path, &error))?;
    let content = content(&whole)?;
    if matches!(content, RawContent::NotRegular) {
        return Err(no_settings(path));
    }
    Ok(RawFile { role: Role::Settings, name: whole.display().to_string(), content })
}

/// Writes a settings file, if it is still what the new text began with; `before` is none where
/// there was no file.
///
/// # Errors
/// It was changed meanwhile, or cannot be written.
pub fn write_settings(path: &Path, before: Option<&str>, after: &str) -> Result<(), StoreError> {
    let is_missing = |error: std::io::Error| error.kind() == NotFound;
    let is_same = match content(path) {
        Ok(RawContent::NotRegular) => return Err(no_settings(path)),
        Ok(RawContent::Bytes(bytes)) => before.map(str::as_bytes) == Some(&bytes),
        Ok(RawContent::TooLarge(_)) => false,
        Err(_) if fs::metadata(path).is_err_and(is_missing) => before.is_none(),
        Err(error) => return Err(error),
    };
    if !is_same {
        return Err(changed_meanwhile(path));
    }
    atomic::write(path, after.as_bytes(), false)
}

fn no_settings(path: &Path) -> StoreError {
    StoreError::new(format!("{} is no file", show(path)), "put a settings file there")
}

fn changed_meanwhile(path: &Path) -> StoreError {
    StoreError::new(
        format!("{} was changed by someone else meanwhile, so nothing was written", show(path)),
        "look at it and try again",
    )
}

/// Name of the folder that holds a folder, links and dots resolved.
fn parent(folder: &Path) -> Option<String> {
    let whole = fs::canonicalize(folder).ok()?;
    Some(whole.parent()?.file_name()?.to_string_lossy().into_owned())
}

struct Entry {
    name: String,
    regular: bool,
    folder: bool,
}

/// What is directly in a folder. A link counts as what it leads to; a name that is no Unicode
/// cannot be a role's and is passed over.
fn names(folder: &Path) -> Result<Vec<Entry>, StoreError> {
    let failed = |error: std::io::Error| StoreError::io("read", folder, &error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let (regular, folder) = match fs::metadata(entry.path()) {
            Ok(found) => (found.is_file(), found.is_dir()),
            // A link that leads nowhere is no file.
            Err(error) if matches!(error.kind(), NotFound | NotADirectory) => continue,
            // Something is there, and a broken disk must not look like a missing file; reading it
            // will say so.
            Err(_) => (true, false),
        };
        entries.push(Entry { name, regular, folder });
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

/// The bytes of a regular file. Nothing else is even opened: a pipe would never answer.
pub(super) fn content(path: &Path) -> Result<RawContent, StoreError> {
    let failed = |error: std::io::Error| StoreError::io("read", path, &error);
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Ok(RawContent::NotRegular);
    }
    let file = File::open(path).map_err(failed)?;
    let found = file.metadata().map_err(failed)?;
    if !found.is_file() {
        return Ok(RawContent::NotRegular);
    }
    if found.len() > LARGEST_READ {
        return Ok(RawContent::TooLarge(found.len()));
    }
    if found.len() == 0 {
        // Nothing to read; and some files of the system look empty and never end.
        return Ok(RawContent::Bytes(Vec::new()));
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    file.take(LARGEST_READ + 1).read_to_end(&mut bytes).map_err(failed)?;
    let length = bytes.len() as u64;
    Ok(if length > LARGEST_READ { RawContent::TooLarge(length) } else { RawContent::Bytes(bytes) })
}

/// Whether a folder holds a definition or a properties file.
pub fn is_connector(folder: &Path) -> bool {
    names(folder).is_ok_and(|entries| holds_connector(&entries))
}

fn holds_connector(entries: &[Entry]) -> bool {
    let regular = || entries.iter().filter(|entry| entry.regular).map(|entry| entry.name.as_str());
    choose(Role::Definition, regular()).is_some() || choose(Role::Properties, regular()).is_some()
}

/// The connector folders of a path, sorted: itself, or those below it at any depth. Hidden
/// folders and `node_modules` are passed over, and no folder is entered twice.
///
/// # Errors
/// A folder cannot be read, or there is no connector.
pub fn find_connectors(root: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        let whole =
            fs::canonicalize(&folder).map_err(|error| StoreError::io("read", &folder, &error))?;
        if !seen.insert(whole) {
            continue;
        }
        let entries = names(&folder)?;
        if holds_connector(&entries) {
            found.push(folder);
            continue;
        }
        open.extend(
            entries
                .into_iter()
                .filter(|entry| entry.folder)
                .filter(|entry| !entry.name.starts_with('.') && entry.name != "node_modules")
                .map(|entry| folder.join(entry.name)),
        );
    }
    if found.is_empty() {
        return Err(StoreError::new(
            format!("no connector found in {}", show(root)),
            "name a folder that holds apiDefinition.swagger.json or apiProperties.json",
        ));
    }
    found.sort();
    Ok(found)
}

/// Writes changed files into a connector folder, if they are still what the changes began with:
/// all of them, or none.
///
/// First every new text is laid beside its file. Then they take their places in this order:
/// files that are made, for nothing refers to them yet; the texts people read; the script; the
/// properties; at last the definition, to which all others refer. A file that gets another name
/// gets its new text first. So at every moment each file is there once, whole, old or new. A file
/// that goes away goes to the trash; where it is there, the answer says.
///
/// # Errors
/// A file was changed meanwhile, cannot be written, or a name is taken.
pub fn write_changes(
    store: &Store,
    folder: &Path,
    changes: &[Change],
) -> Result<Vec<PathBuf>, StoreError> {
    let mut ordered: Vec<&Change> = changes.iter().collect();
    ordered.sort_by_key(|change| turn(change));
    let steps: Vec<Step<'_>> =
        ordered.into_iter().map(|change| Step::new(store, folder, change)).collect();
    for step in &steps {
        step.refuse_changed(folder)?;
    }
    let prepared = steps.iter().map(|step| {
        let is_new = step.change.before != step.change.after || step.is_new();
        let bytes = step.change.after.bytes();
        let stays = !step.goes_away();
        (stays && is_new).then(|| atomic::prepare(&step.old, bytes, false)).transpose()
    });
    let prepared: Vec<_> = prepared.collect::<Result<_, _>>()?;
    for (written, (step, file)) in steps.iter().zip(prepared).enumerate() {
        step.take_place(file).inspect_err(|_| {
            // Only the first fault is worth telling.
            steps[..=written].iter().rev().for_each(Step::undo);
        })?;
    }
    let gone = steps.into_iter().filter(Step::goes_away);
    Ok(gone.map(|step| step.new).collect())
}

/// A place in the trash that is free for a file of this name.
fn place_in_trash(store: &Store, name: &str) -> PathBuf {
    let trash = store.trash();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let more = (2_u32..).map(|number| format!("{stem}-{number}.{ending}"));
    let mut places = std::iter::once(name.to_owned()).chain(more).map(|name| trash.join(name));
    // There is always one more number.
    places.find(|place| !place.exists()).unwrap_or_default()
}

/// When a change takes its place.
fn turn(change: &Change) -> (bool, u8) {
    let referred = match change.role {
        Role::Readme | Role::Intro | Role::Icon | Role::Settings => 0,
        Role::Script => 1,
        Role::Properties => 2,
        Role::Definition => 3,
    };
    (change.origin != Origin::Created, referred)
}

/// A change with its paths.
struct Step<'a> {
    change: &'a Change,
    old: PathBuf,
    new: PathBuf,
}

impl<'a> Step<'a> {
    fn new(store: &Store, folder: &Path, change: &'a Change) -> Self {
        let old = match &change.origin {
            Origin::Renamed(name) => name,
            Origin::Same | Origin::Created | Origin::Removed => &change.file,
        };
        let new = match &change.origin {
            Origin::Removed => place_in_trash(store, &change.file),
            Origin::Same | Origin::Created | Origin::Renamed(_) => folder.join(&change.file),
        };
        Self { change, old: folder.join(old), new }
    }

    fn goes_away(&self) -> bool {
        self.change.origin == Origin::Removed
    }

    fn is_new(&self) -> bool {
        self.change.origin == Origin::Created
    }

    fn refuse_changed(&self, folder: &Path) -> Result<(), StoreError> {
        let takes_name = matches!(self.change.origin, Origin::Renamed(_) | Origin::Created);
        // Asked of the folder itself: on some systems a file answers to names it does not have.
        if takes_name && names(folder)?.iter().any(|entry| entry.name == self.change.file) {
            return Err(StoreError::new(
                format!("{} is there already, so nothing was written", show(&self.new)),
                "look at it and try again",
            ));
        }
        let before = self.change.before.bytes();
        if self.is_new()
            || matches!(content(&self.old)?, RawContent::Bytes(bytes) if bytes == before)
        {
            return Ok(());
        }
        Err(StoreError::new(
            format!(
                "{} was changed by someone else meanwhile, so nothing was written",
                show(&self.old)
            ),
            "look at it and try again",
        ))
    }

    fn take_place(&self, file: Option<atomic::Prepared>) -> Result<(), StoreError> {
        if self.goes_away() {
            return trash::discard(&self.old, &self.new);
        }
        if let Some(file) = file {
            file.commit()?;
        }
        if self.old != self.new {
            let failed = |error: std::io::Error| StoreError::io("renamed", &self.old, &error);
            fs::rename(&self.old, &self.new).map_err(failed)?;
        }
        Ok(())
    }

    /// Brings back what was, as far as that is possible.
    fn undo(&self) {
        if self.is_new() {
            let _ = fs::remove_file(&self.new);
            return;
        }
        if self.goes_away() {
            let _ = trash::shift(&self.new, &self.old);
            return;
        }
        if self.old != self.new {
            let _ = fs::rename(&self.new, &self.old);
        }
        let _ = atomic::write(&self.old, self.change.before.bytes(), false);
    }
}
