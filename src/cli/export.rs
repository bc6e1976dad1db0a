//! `conncert export`: writes the checklist and the package of a draft.

use std::collections::BTreeMap;

use super::args::{ExportArguments, Part};
use super::case::Case;
use super::exit::{Exit, Failure};
use super::shell::Shell;
use crate::connector::Connector;
use crate::export::{self, ExportSettings, Only, Refusal};
use crate::format::{plural, visible};
use crate::rule::{Finding, Spot};
use crate::store;

const CHECKLIST: &str = "checklist.md";

/// Runs it.
pub(crate) fn run(arguments: &ExportArguments, shell: Shell) -> Result<Exit, Failure> {
    let checked = Case::open(&arguments.draft, &arguments.set, shell)?.judge()?;
    let settings = ExportSettings { date: Shell::today(), incomplete: arguments.incomplete };
    let only = match arguments.only {
        None => Only::Everything,
        Some(Part::Checklist) => Only::Checklist,
        Some(Part::Package) => Only::Package,
    };
    let outcome = export::all(&checked, &settings, only);
    let source = checked.submission.connector.as_deref().map(Connector::folder);
    if !outcome.artifacts.is_empty() {
        store::write_export(&arguments.to, &outcome.artifacts, arguments.force, source)?;
        let paths = outcome.artifacts.iter().map(|artifact| {
            format!("{}\n", visible(&arguments.to.join(&artifact.path).display().to_string()))
        });
        shell.print(&paths.collect::<String>())?;
        if outcome.artifacts.iter().any(|artifact| artifact.path == CHECKLIST) {
            shell.note(format!("{CHECKLIST} says what to do next"));
        }
    }
    if outcome.refusal.is_none()
        && only != Only::Checklist
        && let Some(gap) = export::marketplace::gap(&checked)
    {
        shell.note(gap);
    }
    let Some(refusal) = outcome.refusal else { return Ok(Exit::Clean) };
    tell_refusal(&refusal, shell);
    Ok(Exit::Findings)
}

/// Tells why there is no package, and what is missing.
pub(super) fn tell_refusal(refusal: &Refusal, shell: Shell) {
    for finding in &refusal.findings {
        let rule = finding.rule.id;
        let text = format!("{}: {} [{rule}]", place(&finding.spot), finding.message);
        shell.tell(finding.level.word(), &text);
    }
    shell.note(&refusal.sentence);
}

/// Where a finding is, in a few words.
fn place(spot: &Spot) -> String {
    match (spot.answer, spot.file.as_deref(), spot.range) {
        (Some(key), ..) => format!("answer {key}"),
        (None, Some(file), Some(range)) => format!("{file}:{}:{}", range.line, range.column),
        (None, file, _) => file.unwrap_or("the connector").to_owned(),
    }
}

/// What is found still, in a few words.
pub(super) fn open(left: &[Finding]) -> String {
    let number = plural(left.len(), "finding is", "findings are");
    format!("{number} left ({})", by_rule(left))
}

/// How often which rule, the most frequent first.
pub(super) fn by_rule(findings: &[Finding]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.rule.id).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let words = counts.into_iter().map(|(rule, count)| match count {
        1 => rule.to_owned(),
        count => format!("{count} {rule}"),
    });
    words.collect::<Vec<_>>().join(", ")
}
