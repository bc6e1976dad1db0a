//! `conncert drafts`: lists, shows, finds, names, copies, compares, puts away, deletes and restores
//! drafts, and takes answers from one into another.

mod list;
mod pair;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::args::drafts::DraftsCommand;
use super::exit::{Exit, Failure};
use super::shell::Shell;
use crate::answers::Origin;
use crate::draft::Draft;
use crate::format::visible;
use crate::source::text::printable;
use crate::steps::{self, STEPS};
use crate::store::{self, Listed, Store};

/// Runs it.
pub(crate) fn run(command: &DraftsCommand, shell: Shell) -> Result<Exit, Failure> {
    let store = Store::open()?;
    match command {
        DraftsCommand::List(arguments) => return list::run(&store, arguments, shell),
        DraftsCommand::Show { draft } => {
            let draft = store.load(&store.find(draft)?)?;
            shell.print(&answers(&draft))?;
        }
        DraftsCommand::Path { draft } => {
            shell.print(&format!("{}\n", store.find(draft)?.display()))?;
        }
        DraftsCommand::Rename { draft, name } => {
            let path = store.find(draft)?;
            let name = store.rename(&store::lock(&path)?, &path, name)?;
            shell.note(format!("the draft is called “{name}” now"));
        }
        DraftsCommand::Duplicate { draft, name } => {
            let path = store.find(draft)?;
            let now = jiff::Timestamp::now();
            let (name, copy) = store.duplicate(&path, name.as_deref(), now)?;
            shell.print(&format!("{}\n", copy.display()))?;
            shell.note(format!("the copy is called “{name}”"));
        }
        DraftsCommand::Compare { first, second, all } => {
            return pair::show(&store, [first, second], *all, shell);
        }
        DraftsCommand::Import(arguments) => return pair::import(&store, arguments, shell),
        DraftsCommand::Archive { draft } => {
            let path = store.find(draft)?;
            store.archive(&store::lock(&path)?, &path, true)?;
            shell.note(format!(
                "the draft is put away; `conncert drafts restore {}` brings it back",
                quoted(draft)
            ));
        }
        DraftsCommand::Delete { draft } => {
            let name = store.find(draft).and_then(|path| store.delete(&path))?;
            let stem = name.file_stem().unwrap_or_default().to_string_lossy();
            shell.note(format!(
                "the draft is in the trash; `conncert drafts restore {}` brings it back",
                quoted(&trashed_name(&store, &name).unwrap_or_else(|| stem.into_owned()))
            ));
        }
        DraftsCommand::Restore { draft } => {
            shell.print(&format!("{}\n", restored(&store, draft)?.display()))?;
        }
    }
    Ok(Exit::Clean)
}

/// Brings a draft back from the archive or from the trash, and says where it is now.
fn restored(store: &Store, word: &str) -> Result<PathBuf, Failure> {
    let is_meant = |listed: &&Listed| {
        listed.name.eq_ignore_ascii_case(word.trim()) || listed.path.as_os_str() == word
    };
    let (listed, trashed) = (store.list()?, store.trashed()?);
    let archived = listed.iter().filter(|listed| listed.archived).find(is_meant);
    // A draft that is kept elsewhere is put away where it is.
    let elsewhere = || {
        let path = Path::new(word);
        let is_away = path.is_file() && store.load(path).is_ok_and(|draft| draft.archived);
        is_away.then(|| path.to_owned())
    };
    let away = archived.map(|listed| listed.path.clone()).or_else(elsewhere);
    match (away, trashed.iter().find(is_meant)) {
        (Some(path), None) => {
            store.archive(&store::lock(&path)?, &path, false)?;
            Ok(path)
        }
        (None, Some(found)) => Ok(store.restore(&found.path)?),
        (Some(path), Some(found)) => Err(Failure::usage(
            format!("“{word}” is in the archive and in the trash"),
            format!("name its file: {} or {}", path.display(), found.path.display()),
        )),
        (None, None) => Err(Failure::new(
            format!("there is no draft “{word}” in the archive or in the trash"),
            "`conncert drafts list --archived` and `--trash` show what is",
        )),
    }
}

fn trashed_name(store: &Store, path: &Path) -> Option<String> {
    store.trashed().ok()?.into_iter().find(|listed| listed.path == path).map(|listed| listed.name)
}

/// A word as a shell takes it, where it has blanks.
fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

/// Every answer that was given or read, by step.
fn answers(draft: &Draft) -> String {
    let mut out = format!("{}\n", printable(&draft.name));
    for step in STEPS {
        let mut heading = Some(step.title);
        for question in steps::asked(step, &draft.answers) {
            let Some(answer) = draft.answers.get(question.key) else { continue };
            if let Some(title) = heading.take() {
                // Writing to a String cannot fail.
                let _ = writeln!(out, "\n{title}");
            }
            let text = visible(&answer.text).replace('\n', "\n      ");
            let waits = if answer.origin == Origin::Given { "" } else { "  (not yet confirmed)" };
            let _ = writeln!(out, "  {} {}\n      {text}{waits}", question.key, question.prompt);
        }
    }
    out
}
