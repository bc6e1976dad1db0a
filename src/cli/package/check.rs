//! `conncert package check`: judges packages and prints what was found.

use std::path::Path;
use std::sync::Arc;

use crate::answers::Publisher;
use crate::check::check;
use crate::cli::args::package::PackageCheckArguments;
use crate::cli::args::{SetArguments, chosen};
use crate::cli::case::{Case, publisher};
use crate::cli::exit::{Exit, Failure};
use crate::cli::shell::Shell;
use crate::connector::Connector;
use crate::format::Style;
use crate::rule::Checked;
use crate::settings::Settings;
use crate::store;
use crate::submission::Submission;

/// Runs it.
pub(super) fn run(arguments: &PackageCheckArguments, shell: Shell) -> Result<Exit, Failure> {
    let (connector, answered) = compared(arguments, shell)?;
    let told = arguments.publisher.told();
    let publisher = told.or(answered).unwrap_or(Publisher::Verified);
    let settings = Settings::of(publisher, Shell::today(), None);
    let (mut checked, mut failures) = (Vec::new(), Vec::new());
    for path in &arguments.packages {
        // As Microsoft's script has it: quotation marks around a path are no part of it.
        let path = store::typed(path);
        if path.as_os_str().is_empty() {
            return Err(Failure::usage(
                "a package is named by nothing",
                "give the path of its zip",
            ));
        }
        match read(&path, arguments.plugin, connector.clone()) {
            Ok(submission) => {
                let report = check(&submission, &settings);
                checked.push(Checked { path: path.display().to_string(), submission, report });
            }
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

/// The connector to compare with, and whose it is.
fn compared(
    arguments: &PackageCheckArguments,
    shell: Shell,
) -> Result<(Option<Arc<Connector>>, Option<Publisher>), Failure> {
    if let Some(word) = &arguments.draft {
        let case = Case::open(word, &SetArguments { set: Vec::new() }, shell)?;
        let connector = case.connector()?;
        let whose = publisher(Some(&case.draft.answers), connector.as_deref());
        return Ok((connector, whose));
    }
    let Some(folder) = &arguments.connector else { return Ok((None, None)) };
    let connector = store::read_connector(folder)?;
    let whose = publisher(None, Some(&connector));
    Ok((Some(Arc::new(connector)), whose))
}

fn read(
    path: &Path,
    plugin: bool,
    connector: Option<Arc<Connector>>,
) -> Result<Submission, Failure> {
    let package = Some(Arc::new(store::read_package(path, plugin)?));
    Ok(Submission { connector, package, ..Submission::default() })
}
