//! `conncert new`: makes a draft without the wizard, prefilled as the wizard prefills it.

use std::fs;
use std::path::{Component, Path, PathBuf};

use jiff::{Unit, Zoned};

use super::args::NewArguments;
use super::exit::{Exit, Failure};
use super::set;
use super::shell::Shell;
use crate::connector::Connector;
use crate::draft::Draft;
use crate::steps;
use crate::store::{self, Store};

const FOLDER: &str = "connector.folder";

/// Runs it.
pub(crate) fn run(arguments: &NewArguments, shell: Shell) -> Result<Exit, Failure> {
    let store = Store::open()?;
    let mut draft = Draft::new("");
    set::give(&mut draft.answers, &arguments.set, shell)?;
    let folder = draft.answers.text(FOLDER).trim().to_owned();
    if !folder.is_empty() {
        let connector = store::read_connector(Path::new(&folder))?;
        steps::prefill(&mut draft.answers, &connector);
        draft.name = name(&draft, &connector, Path::new(&folder));
    }
    let now = Zoned::now().timestamp();
    draft.updated = Some(now.round(Unit::Second).unwrap_or(now));
    let path = match &arguments.draft {
        Some(path) => at(path, &folder, &mut draft, &store)?,
        None => store.create(&mut draft)?,
    };
    shell.print(&format!("{}\n", path.display()))?;
    Ok(Exit::Clean)
}

/// Keeps the draft in a file of its own. Its folder is written relative to it, where they share
/// one, so that both can be moved together.
fn at(path: &Path, folder: &str, draft: &mut Draft, store: &Store) -> Result<PathBuf, Failure> {
    if path.exists() {
        return Err(Failure::new(
            format!("{} is there already", path.display()),
            "name another file, or change that draft with the wizard",
        ));
    }
    if draft.name.is_empty() {
        draft.name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    }
    if let Some(relative) = relative(path, Path::new(folder)).filter(|_| !folder.is_empty()) {
        draft.answers.give(FOLDER, relative);
    }
    for (part, told) in steps::package::named(&draft.answers) {
        if let Some(relative) = relative(path, Path::new(&told)) {
            draft.answers.give(steps::package::key(part), relative);
        }
    }
    store.save(path, draft)?;
    Ok(path.to_owned())
}

/// The title, else the name of the folder.
fn name(draft: &Draft, connector: &Connector, folder: &Path) -> String {
    let title = connector.naming_title().unwrap_or_default();
    let named = draft.answers.text("connector.name").trim();
    let folder = folder.file_name().unwrap_or_default().to_string_lossy();
    let choices = [title.as_str(), named, &folder];
    (*choices.iter().find(|name| !name.is_empty()).unwrap_or(&"")).to_owned()
}

/// The way from a draft to a folder, with `/`, when both stand below a common folder.
fn relative(draft: &Path, folder: &Path) -> Option<String> {
    let draft = std::path::absolute(draft).ok()?;
    let from = fs::canonicalize(draft.parent()?).ok()?;
    let to = fs::canonicalize(folder).ok()?;
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b);
    let shared: Vec<Component<'_>> = shared.map(|(component, _)| component).collect();
    // The root alone, or a drive, is no neighbourhood.
    shared.iter().find(|component| matches!(component, Component::Normal(_)))?;
    let up = from.components().skip(shared.len()).map(|_| "..".to_owned());
    let down = to.components().skip(shared.len());
    let down = down.map(|component| component.as_os_str().to_string_lossy().into_owned());
    let way: Vec<String> = up.chain(down).collect();
    Some(if way.is_empty() { ".".to_owned() } else { way.join("/") })
}
