//! The rows of the review: what blocks, what is advised, what only the publisher can attest,
//! and every answer. One list for `update`, which moves in it, and `view`, which draws it.

use std::path::Path;

use super::model::Open;
use crate::answers::{Kind, Publisher, Question};
use crate::format::plural;
use crate::rule::Level;
use crate::steps::{self, STEPS};

/// A row.
#[derive(Debug, Clone)]
pub(crate) enum Row {
    Heading(String),
    /// Something to read.
    Note(String),
    /// A finding by its place in the report, and how many more of its rule follow.
    Finding {
        index: usize,
        more: usize,
    },
    Answer(&'static Question),
}

impl Row {
    /// Whether the cursor can stand on it.
    pub(crate) fn is_stop(&self) -> bool {
        matches!(self, Self::Finding { .. } | Self::Answer(_))
    }
}

/// Errors one by one; warnings and advice one row a rule, gravest first.
pub(crate) fn rows(open: &Open) -> Vec<Row> {
    let mut rows = Vec::new();
    let unanswered: Vec<Row> = (0..open.findings().len())
        .filter(|index| open.findings()[*index].is_unanswered())
        .map(|index| Row::Finding { index, more: 0 })
        .collect();
    if !unanswered.is_empty() {
        rows.push(Row::Heading("Still to answer".to_owned()));
        rows.extend(unanswered);
    }
    for (level, heading) in [
        (Level::Error, "Blocks the submission"),
        (Level::Warning, "Asked for, often waived"),
        (Level::Advice, "Recommended"),
    ] {
        let found = of_level(open, level);
        if !found.is_empty() {
            rows.push(Row::Heading(heading.to_owned()));
            rows.extend(found);
        }
    }
    if rows.is_empty() && open.report.is_some() {
        rows.push(Row::Heading("Nothing to mend".to_owned()));
        rows.push(Row::Note("Every rule that could be asked is content.".to_owned()));
    }
    let aside = open.report.as_deref().map_or(0, |report| report.excepted.len());
    if aside > 0 {
        rows.push(Row::Note(format!(
            "{} set aside by conncert.toml, though not by Microsoft.",
            plural(aside, "finding is", "findings are")
        )));
    }
    if open.connector.is_none() {
        rows.push(Row::Note("The files were not checked: no folder is open.".to_owned()));
    }
    let untold: Vec<_> = STEPS
        .iter()
        .flat_map(|step| steps::asked(step, &open.answers))
        .filter(|question| matches!(question.kind, Kind::Attestation(_)))
        .filter(|question| open.answers.is_blank(question.key))
        .collect();
    if !untold.is_empty() {
        rows.push(Row::Heading("Yours to attest".to_owned()));
        rows.extend(untold.into_iter().map(Row::Answer));
    }
    for step in STEPS {
        let questions: Vec<_> = steps::asked(step, &open.answers)
            .filter(|question| {
                !matches!(question.kind, Kind::Attestation(_))
                    || !open.answers.is_blank(question.key)
            })
            .collect();
        if !questions.is_empty() {
            rows.push(Row::Heading(step.title.to_owned()));
            rows.extend(questions.into_iter().map(Row::Answer));
        }
    }
    rows
}

fn of_level(open: &Open, level: Level) -> Vec<Row> {
    let findings = open.findings();
    let mut rows: Vec<Row> = Vec::new();
    let mut rules: Vec<&str> = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        if finding.level != level || finding.is_unanswered() {
            continue;
        }
        if level == Level::Error {
            rows.push(Row::Finding { index, more: 0 });
        } else if !rules.contains(&finding.rule.id) {
            rules.push(finding.rule.id);
            let all = findings.iter().filter(|other| other.rule == finding.rule).count();
            rows.push(Row::Finding { index, more: all - 1 });
        }
    }
    rows
}

/// Where an export goes unless the publisher says otherwise: beside the connector's folder, or
/// beside the clone where that lies in one of the connectors repository.
pub(crate) fn target(open: &Open) -> String {
    let name = match open.answers.text("connector.name").trim() {
        "" => "submission".to_owned(),
        name => format!("{name} submission"),
    };
    let connector = open.connector.as_deref();
    let folder = connector.map_or(Path::new("."), |connector| connector.folder());
    let in_clone = connector.and_then(|connector| connector.parent()).is_some_and(|parent| {
        [Publisher::Verified, Publisher::Independent].iter().any(|kind| kind.folder() == parent)
    });
    let beside = folder.ancestors().nth(if in_clone { 3 } else { 1 });
    let beside = beside.filter(|path| !path.as_os_str().is_empty()).unwrap_or(Path::new("."));
    beside.join(name).display().to_string()
}
