//! `conncert check`: judges connectors and prints what was found.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::args::{CheckArguments, chosen};
use super::case::{Case, judge};
use super::exit::{Exit, Failure};
use super::set;
use super::shell::Shell;
use crate::answers::{Answers, Publisher};
use crate::format::Style;
use crate::rule::Checked;
use crate::store;

/// Runs it.
pub(crate) fn run(arguments: &CheckArguments, shell: Shell) -> Result<Exit, Failure> {
    let case = match &arguments.draft {
        Some(word) => Some(Case::open(word, &arguments.set, shell)?),
        None => None,
    };
    let mut paths = arguments.paths.clone();
    if paths.is_empty() {
        match &case {
            // Without a folder there are only answers to judge.
            Some(case) => paths.extend(case.folder()),
            None => paths.push(PathBuf::from(".")),
        }
    }
    let (folders, mut failures) = find(&paths);
    let (name, answers) = answers(case, arguments, shell)?;
    if answers.is_some() && folders.len() > 1 {
        return Err(Failure::usage(
            format!("answers belong to one connector, and {} were found", folders.len()),
            "name the folder of that one",
        ));
    }
    let told = arguments.publisher.told();
    let mut checked = Vec::new();
    if folders.is_empty() && failures.is_empty() {
        checked.push(judge(name, None, answers.clone(), told, Shell::today()));
    }
    for result in all(&folders, answers.as_ref(), told) {
        match result {
            Ok(one) => checked.push(one),
            Err(failure) => failures.push(failure),
        }
    }
    if !checked.is_empty() {
        let style = Style {
            publisher_told: told.is_some(),
            here: std::env::current_dir().ok(),
            fails_at: arguments.fail_on.level(),
            ..shell.style()
        };
        shell.print(&(chosen(&arguments.format).render)(&checked, &style))?;
    }
    for failure in &failures {
        shell.error(failure);
    }
    let fails = arguments.fail_on.level();
    let reached = |checked: &Checked| fails.is_some_and(|level| checked.report.reaches(level));
    Ok(if !failures.is_empty() {
        Exit::Failed
    } else if checked.iter().any(reached) {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

/// The connectors of all paths, each once, in the order of the paths.
pub(super) fn find(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Failure>) {
    let mut folders: Vec<PathBuf> = Vec::new();
    let mut failures = Vec::new();
    for path in paths {
        match store::find_connectors(path) {
            Ok(found) => {
                for folder in found {
                    if !folders.contains(&folder) {
                        folders.push(folder);
                    }
                }
            }
            Err(error) => failures.push(error.into()),
        }
    }
    (folders, failures)
}

/// The draft's path, and the answers to judge: those of the draft, or those that were set.
fn answers(
    case: Option<Case>,
    arguments: &CheckArguments,
    shell: Shell,
) -> Result<(String, Option<Answers>), Failure> {
    if let Some(case) = case {
        return Ok((case.path.display().to_string(), Some(case.draft.answers)));
    }
    if arguments.set.set.is_empty() {
        return Ok((String::new(), None));
    }
    let mut answers = Answers::default();
    set::give(&mut answers, &arguments.set, shell)?;
    Ok((String::new(), Some(answers)))
}

/// Judges folders on all cores; the results are in the order of the folders.
fn all(
    folders: &[PathBuf],
    answers: Option<&Answers>,
    told: Option<Publisher>,
) -> Vec<Result<Checked, Failure>> {
    let today = Shell::today();
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, Result<Checked, Failure>)>> = Mutex::new(Vec::new());
    let work = || {
        while let Some((index, folder)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            folders.get(index).map(|folder| (index, folder))
        } {
            let result = store::read_connector(folder).map_err(Failure::from).map(|connector| {
                let path = folder.display().to_string();
                judge(path, Some(Arc::new(connector)), answers.cloned(), told, today)
            });
            results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    };
    let workers = thread::available_parallelism().map_or(2, NonZero::get).min(folders.len());
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
