//! `conncert fix`: mends what can be mended in connectors' files, or shows what it would mend.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{FixArguments, SetArguments};
use super::case::{Case, Files, judge};
use super::check::find;
use super::exit::{Exit, Failure};
use super::export::{by_rule, open};
use super::shell::Shell;
use super::suggest;
use crate::fix::{Fixes, apply_fixes, unified_diff};
use crate::format::{plural, visible};
use crate::rule::{Context, Finding, Level, Safety};
use crate::rules;
use crate::store::{self, Store};

/// Runs it.
pub(crate) fn run(arguments: &FixArguments, shell: Shell) -> Result<Exit, Failure> {
    arguments.rules.iter().try_for_each(|id| known(id))?;
    let nothing_set = SetArguments { set: Vec::new() };
    let case = arguments.draft.as_ref().map(|word| Case::open(word, &nothing_set, shell));
    let case = case.transpose()?;
    let mut paths = arguments.paths.clone();
    if paths.is_empty() {
        paths.push(match &case {
            Some(case) => case.folder().ok_or_else(no_folder)?,
            None => PathBuf::from("."),
        });
    }
    let (folders, mut failures) = find(&paths);
    if case.is_some() && folders.len() > 1 {
        return Err(Failure::usage(
            format!("a draft belongs to one connector, and {} were found", folders.len()),
            "name the folder of that one",
        ));
    }
    let mut errors_left = false;
    for folder in &folders {
        match one(folder, case.as_ref(), arguments, shell) {
            Ok(left) => errors_left |= left,
            Err(failure) => failures.push(failure),
        }
    }
    for failure in &failures {
        shell.error(failure);
    }
    Ok(match (failures.is_empty(), errors_left) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

fn known(id: &str) -> Result<(), Failure> {
    let Some(rule) = rules::find(id) else {
        let ids = rules::all().map(|rule| rule.id);
        let remedy = match suggest::near(id, ids).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`conncert rules` lists them".to_owned(),
        };
        return Err(Failure::usage(format!("there is no rule “{id}”"), remedy));
    };
    if rule.fix.is_none() {
        return Err(Failure::usage(
            format!("what {id} finds only a person can mend"),
            format!("`conncert explain {id}` says how"),
        ));
    }
    Ok(())
}

fn no_folder() -> Failure {
    Failure::new(
        "the draft names no connector folder, so there are no files to mend",
        "name the folder behind `conncert fix`",
    )
}

/// Mends one connector; tells whether errors are left.
fn one(
    folder: &Path,
    case: Option<&Case>,
    arguments: &FixArguments,
    shell: Shell,
) -> Result<bool, Failure> {
    let connector = Arc::new(store::read_submitted(folder)?);
    let parts = Files {
        previous: case.and_then(Case::previous),
        solutions: case.and_then(|case| case.solutions(Some(&connector))),
        connector: Some(connector),
        ..Files::default()
    };
    let answers = case.map(|case| case.draft.answers.clone());
    let path = folder.display().to_string();
    let told = arguments.publisher.told();
    let checked = judge(path, parts, answers, told, Shell::today());
    let most = if arguments.suggested { Safety::Suggested } else { Safety::Safe };
    let wanted = |finding: &Finding| {
        arguments.rules.is_empty() || arguments.rules.iter().any(|id| id == finding.rule.id)
    };
    let fixes = apply_fixes(&checked.submission, &checked.report.settings, most, &wanted);
    let changes = &fixes.plan.changes;
    shell.print(&visible(&changes.iter().map(unified_diff).collect::<String>()))?;
    if !arguments.dry_run && !changes.is_empty() {
        for kept in store::write_changes(&Store::open()?, folder, changes)? {
            shell.note(format!("what was taken away is kept: {}", kept.display()));
        }
    }
    tell(&fixes, &checked.path, arguments, shell);
    Ok(fixes.report.reaches(Level::Error))
}

/// So many mends that could not be made are told one by one.
const LISTED: usize = 10;

/// What was done, and what is left to do.
fn tell(fixes: &Fixes, path: &str, arguments: &FixArguments, shell: Shell) {
    let skipped = &fixes.plan.skipped;
    for one in skipped.iter().take(LISTED) {
        let rule = one.rule.unwrap_or_default();
        shell.note(format!("{}: {rule} at {}", one.file, one.reason));
    }
    if skipped.len() > LISTED {
        let more = plural(skipped.len() - LISTED, "mend", "mends");
        shell.note(format!("{path}: {more} more could not be made"));
    }
    let mended = fixes.mended.len();
    let number = plural(mended, "finding", "findings");
    match (mended, arguments.dry_run) {
        (0, _) => shell.note(format!("{path}: nothing to mend without a person")),
        (_, true) => shell.note(format!(
            "{path}: {number} would be mended ({}); nothing was written",
            by_rule(&fixes.mended)
        )),
        (_, false) => shell.note(format!(
            "{path}: {number} mended ({}), {} written",
            by_rule(&fixes.mended),
            plural(fixes.plan.changes.len(), "file", "files")
        )),
    }
    let left = &fixes.report.findings;
    if left.is_empty() {
        return;
    }
    let settings = &fixes.report.settings;
    let cx = Context { submission: &fixes.submission, settings };
    let can_be = |finding: &&Finding| finding.fix(&cx).is_some_and(|fix| fix.safety > Safety::Safe);
    let more = if arguments.suggested { 0 } else { left.iter().filter(can_be).count() };
    shell.note(format!("{path}: {}", open(left)));
    if more > 0 {
        shell.note(format!(
            "{path}: {more} of them can be mended with --suggested, for you to look over; the \
             rest needs a person"
        ));
    }
}
