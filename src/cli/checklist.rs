//! `conncert checklist`: the checklist of a draft or of a connector's files, without a package.

use std::path::Path;
use std::sync::Arc;

use super::args::checklist::{ChecklistArguments, chosen};
use super::case::{Case, Files, judge};
use super::exit::{Exit, Failure};
use super::set;
use super::shell::Shell;
use crate::answers::Answers;
use crate::export::{ExportSettings, refusal};
use crate::rule::Checked;
use crate::store;

/// Runs it.
pub(crate) fn run(arguments: &ChecklistArguments, shell: Shell) -> Result<Exit, Failure> {
    let checked = match &arguments.draft {
        Some(word) => Case::open(word, &arguments.set, shell)?.judge()?,
        None => of_files(arguments, shell)?,
    };
    let settings = ExportSettings { date: Shell::today(), incomplete: false };
    let text = chosen(&arguments.format).of(&checked, &settings);
    match &arguments.out {
        Some(path) => {
            store::write_report(path, text.as_bytes(), arguments.force)?;
            shell.print(&format!("{}\n", crate::format::visible(&path.display().to_string())))?;
        }
        None => shell.print(&text)?,
    }
    Ok(if refusal(&checked, false).is_none() { Exit::Clean } else { Exit::Findings })
}

/// The connector in a folder, with what its files answer.
fn of_files(arguments: &ChecklistArguments, shell: Shell) -> Result<Checked, Failure> {
    let folder = arguments.path.as_deref().unwrap_or(Path::new("."));
    let connector = store::read_submitted(folder)?;
    let mut answers = Answers::default();
    set::give(&mut answers, &arguments.set, shell)?;
    let path = folder.display().to_string();
    let files = Files { connector: Some(Arc::new(connector)), ..Files::default() };
    Ok(judge(path, files, Some(answers), None, Shell::today()))
}
