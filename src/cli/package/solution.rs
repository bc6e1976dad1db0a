//! `conncert package solution`: makes a connector solution of a connector's files, as an
//! experiment.

use std::path::Path;
use std::sync::Arc;

use crate::cli::args::package::PackageSolutionArguments;
use crate::cli::case::{Files, judge};
use crate::cli::exit::{Exit, Failure};
use crate::cli::export::tell_refusal;
use crate::cli::shell::Shell;
use crate::connector::Connector;
use crate::export::solution::solution;
use crate::format::visible;
use crate::store;

/// Runs it.
pub(super) fn run(arguments: &PackageSolutionArguments, shell: Shell) -> Result<Exit, Failure> {
    let folder = arguments.path.as_deref().unwrap_or(Path::new("."));
    let connector = Some(Arc::new(store::read_connector(folder)?));
    let files = Files { connector, ..Files::default() };
    let checked = judge(folder.display().to_string(), files, None, None, Shell::today());
    let artifacts = match solution(&checked, &arguments.prefix) {
        Ok(artifacts) => artifacts,
        Err(refusal) => {
            tell_refusal(&refusal, shell);
            return Ok(Exit::Findings);
        }
    };
    let source = checked.submission.connector.as_deref().map(Connector::folder);
    store::write_export(&arguments.to, &artifacts, arguments.force, source)?;
    let paths = artifacts.iter().map(|artifact| {
        format!("{}\n", visible(&arguments.to.join(&artifact.path).display().to_string()))
    });
    shell.print(&paths.collect::<String>())?;
    shell.note(
        "this is an experiment: only an import in the maker portal proves that the solution works; \
         hand in what the portal exports then",
    );
    Ok(Exit::Clean)
}
