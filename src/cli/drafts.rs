//! `conncert drafts`: lists, shows, finds, deletes and restores drafts.

use std::fmt::Write as _;

use jiff::tz::TimeZone;

use super::args::DraftsCommand;
use super::exit::{Exit, Failure};
use super::shell::Shell;
use crate::answers::Origin;
use crate::draft::Draft;
use crate::format::{plural, visible};
use crate::source::text::printable;
use crate::steps::{self, STEPS};
use crate::store::{Listed, Store};

/// Runs it.
pub(crate) fn run(command: &DraftsCommand, shell: Shell) -> Result<Exit, Failure> {
    let store = Store::open()?;
    match command {
        DraftsCommand::List { trash } => {
            let listed = if *trash { store.trashed()? } else { store.list()? };
            if listed.is_empty() && *trash {
                shell.note("the trash is empty");
            } else if listed.is_empty() {
                shell.note("there are no drafts yet; `conncert` or `conncert new` makes one");
            }
            let lines: String = listed.iter().map(line).collect();
            shell.print(&lines)?;
        }
        DraftsCommand::Show { draft } => {
            let draft = store.load(&store.find(draft)?)?;
            shell.print(&answers(&draft))?;
        }
        DraftsCommand::Path { draft } => {
            shell.print(&format!("{}\n", store.find(draft)?.display()))?;
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
            let trashed = store.trashed()?;
            let found = trashed.iter().find(|listed| {
                listed.name.eq_ignore_ascii_case(draft.trim())
                    || listed.path.as_os_str() == draft.as_str()
            });
            let Some(found) = found else {
                return Err(Failure::new(
                    format!("there is no draft “{draft}” in the trash"),
                    "`conncert drafts list --trash` shows what is",
                ));
            };
            shell.print(&format!("{}\n", store.restore(&found.path)?.display()))?;
        }
    }
    Ok(Exit::Clean)
}

fn trashed_name(store: &Store, path: &std::path::Path) -> Option<String> {
    store.trashed().ok()?.into_iter().find(|listed| listed.path == path).map(|listed| listed.name)
}

/// A word as a shell takes it, where it has blanks.
fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

/// One draft of the list.
fn line(listed: &Listed) -> String {
    let changed = listed.updated.map_or_else(String::new, |at| {
        let at = at.to_zoned(TimeZone::system());
        format!(", last changed {}", at.strftime("%Y-%m-%d %H:%M"))
    });
    let state = if let Some(error) = &listed.error {
        format!("cannot be read: {}", printable(error))
    } else {
        let publisher = listed.publisher.map_or("publisher type open", |found| found.word());
        let (answered, of) = listed.answered;
        let questions = plural(of, "question", "questions");
        format!("{publisher}, {answered} of {questions} answered{changed}")
    };
    let path = listed.path.display().to_string();
    format!("{}\n  {state}\n  {}\n", printable(&listed.name), printable(&path))
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
