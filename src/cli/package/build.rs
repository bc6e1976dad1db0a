//! `conncert package build`: packs solutions for the marketplace.

use std::path::Path;
use std::sync::Arc;

use crate::cli::args::SetArguments;
use crate::cli::args::package::PackageBuildArguments;
use crate::cli::case::{Case, Files, judge};
use crate::cli::exit::{Exit, Failure};
use crate::cli::export::{open, tell_refusal};
use crate::cli::shell::Shell;
use crate::connector::Connector;
use crate::connector::solution::Kind;
use crate::connector::solutions::{Part, describe};
use crate::export::{self, Artifact, marketplace};
use crate::format::visible;
use crate::rule::Checked;
use crate::steps::package::key;
use crate::store;

/// Runs it.
pub(super) fn run(arguments: &PackageBuildArguments, shell: Shell) -> Result<Exit, Failure> {
    let checked = judged(arguments, shell)?;
    let Some(solutions) = checked.submission.solutions.as_deref() else {
        return Err(Failure::usage(
            "no solutions are named",
            "name the zips of the maker portal with --connector-solution and --flow-solution",
        ));
    };
    for kind in Kind::ALL {
        if let Some(solution) = solutions.solution(kind) {
            let told = describe(solution, solutions.package.plugin).join(", ");
            shell.note(format!("{}: {told}", kind.word()));
        }
    }
    if let Some(refusal) = export::refusal(&checked, arguments.incomplete) {
        tell_refusal(&refusal, shell);
        return Ok(Exit::Findings);
    }
    if let Some(gap) = marketplace::gap(&checked) {
        let is_unread = solutions.named.iter().any(|one| one.read.is_err());
        let remedy = if is_unread { "name files that can be read" } else { "name both solutions" };
        return Err(Failure::new(gap.trim_end_matches('.'), remedy));
    }
    let name = export::name(&checked).unwrap_or_default();
    let artifact = Artifact { path: format!("{name}.zip"), bytes: solutions.bytes.clone() };
    let source = checked.submission.connector.as_deref().map(Connector::folder);
    store::write_export(&arguments.to, &[artifact], arguments.force, source)?;
    let written = arguments.to.join(format!("{name}.zip")).display().to_string();
    shell.print(&format!("{}\n", visible(&written)))?;
    if !checked.report.findings.is_empty() {
        let left = open(&checked.report.findings);
        shell.note(format!("{left}; `conncert check` tells them one by one"));
    }
    Ok(Exit::Clean)
}

/// What is named on the command line goes before what the draft names.
fn judged(arguments: &PackageBuildArguments, shell: Shell) -> Result<Checked, Failure> {
    let told = [
        (Part::Solution(Kind::Connector), &arguments.connector_solution),
        (Part::Solution(Kind::Flow), &arguments.flow_solution),
        (Part::Solution(Kind::Plugin), &arguments.plugin_solution),
        (Part::CustomProperties, &arguments.custom_properties),
    ];
    let told = told.into_iter().filter_map(|(part, path)| Some((part, path.as_deref()?)));
    let named: Vec<(Part, String)> = told
        .map(|(part, path)| {
            let path = store::typed(path);
            let whole = std::path::absolute(&path).unwrap_or(path);
            (part, whole.display().to_string())
        })
        .collect();
    if let Some(word) = &arguments.draft {
        let mut case = Case::open(word, &SetArguments { set: Vec::new() }, shell)?;
        for (part, path) in named {
            case.draft.answers.give(key(part), path);
        }
        return case.judge();
    }
    let folder = arguments.path.as_deref().unwrap_or(Path::new("."));
    let connector = store::read_connector(folder)?;
    let solutions = store::read_solutions(&named, Path::new(""), Some(&connector)).map(Arc::new);
    let connector = Some(Arc::new(connector));
    let files = Files { connector, solutions, ..Files::default() };
    let path = folder.display().to_string();
    Ok(judge(path, files, None, arguments.publisher.told(), Shell::today()))
}
