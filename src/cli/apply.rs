//! `conncert apply`: writes a draft's answers into the connector's files, or shows what it would
//! write.

use super::args::ApplyArguments;
use super::case::{Case, publisher};
use super::exit::{Exit, Failure};
use super::shell::Shell;
use crate::answers::Publisher;
use crate::fix::{apply_answers, unified_diff};
use crate::format::{plural, visible};
use crate::steps;
use crate::store::{self, Store};

/// Runs it.
pub(crate) fn run(arguments: &ApplyArguments, shell: Shell) -> Result<Exit, Failure> {
    let mut case = Case::open(&arguments.draft, &arguments.set, shell)?;
    let (Some(connector), Some(folder)) = (case.connector()?, case.folder()) else {
        return Err(Failure::new(
            "the draft names no connector folder, so there are no files to write into",
            "add `--set connector.folder=FOLDER`",
        ));
    };
    steps::prefill(&mut case.draft.answers, &connector);
    let publisher = publisher(Some(&case.draft.answers), Some(&connector));
    let publisher = publisher.unwrap_or(Publisher::Verified);
    let plan = apply_answers(&case.draft.answers, &connector, publisher);
    for skipped in &plan.skipped {
        shell.note(format!("{}: {}", skipped.file, skipped.reason));
    }
    let diffs: String = plan.changes.iter().map(unified_diff).collect();
    shell.print(&visible(&diffs))?;
    if plan.changes.is_empty() {
        shell.note("the files hold every confirmed answer already, so nothing changes");
    } else if arguments.dry_run {
        shell.note("nothing was written; without --dry-run it would be");
    } else {
        store::write_changes(&Store::open()?, &folder, &plan.changes)?;
        shell.note(format!("{} written", plural(plan.changes.len(), "file was", "files were")));
    }
    Ok(if plan.skipped.is_empty() { Exit::Clean } else { Exit::Failed })
}
