//! The rows of the review: what blocks, what is advised, what only the publisher can attest,
//! and every answer. One list for `update`, which moves in it, and `view`, which draws it.

use std::path::Path;

use super::filter::fits;
use super::model::Open;
use crate::answers::{Kind, Publisher, Question};
use crate::format::plural;
use crate::rule::Level;
use crate::source::hash::HashMap;
use crate::source::text::printable;
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

/// Errors one by one; warnings and advice one row a rule, gravest first. Or all of them one by one,
/// file by file.
pub(crate) fn rows(open: &Open) -> Vec<Row> {
    let mut rows = Vec::new();
    let shown: Vec<usize> = (0..open.findings().len())
        .filter(|index| fits(&open.filter, &open.findings()[*index]))
        .collect();
    if !open.filter.trim().is_empty() {
        rows.push(Row::Note(format!(
            "Filter “{}”: {} of {} findings. / changes it, and an empty one shows all.",
            open.filter.trim(),
            shown.len(),
            open.findings().len()
        )));
    } else if let Some(mended) = open.mended().filter(|mended| *mended > 0) {
        let left = plural(open.findings().len(), "finding", "findings");
        rows.push(Row::Note(format!("{left} left; {mended} fewer than when you opened it.")));
    }
    if let Some(update) = open.update.as_deref().filter(|_| open.filter.trim().is_empty()) {
        rows.push(Row::Heading("This update".to_owned()));
        let more = if update.changes.is_empty() { "" } else { " The checklist lists it all." };
        rows.push(Row::Note(format!("{}{more}", update.says)));
    }
    let unanswered: Vec<Row> = shown
        .iter()
        .filter(|index| open.findings()[**index].is_unanswered())
        .map(|index| Row::Finding { index: *index, more: 0 })
        .collect();
    if !unanswered.is_empty() {
        rows.push(Row::Heading("Still to answer".to_owned()));
        rows.extend(unanswered);
    }
    if open.by_place {
        by_place(open, &shown, &mut rows);
    } else {
        for (level, heading) in [
            (Level::Error, "Blocks the submission"),
            (Level::Warning, "Asked for, often waived"),
            (Level::Advice, "Recommended"),
        ] {
            let found = of_level(open, &shown, level);
            if !found.is_empty() {
                rows.push(Row::Heading(heading.to_owned()));
                rows.extend(found);
            }
        }
    }
    if !open.filter.trim().is_empty() {
        // Whoever looks for something wants to see that alone.
        return rows;
    }
    if shown.is_empty() && open.report.is_some() {
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

/// The row that the cursor is on: the first one at or below it that can be stood on, else the last.
pub(crate) fn current(open: &Open) -> Option<Row> {
    let rows = rows(open);
    let at = (open.review_cursor..rows.len()).find(|at| rows[*at].is_stop());
    let at = at.or_else(|| rows.iter().rposition(Row::is_stop))?;
    rows.into_iter().nth(at)
}

/// The findings of the review, in its order, one by one.
pub(crate) fn findings(open: &Open) -> Vec<usize> {
    let fits = |index: &usize| fits(&open.filter, &open.findings()[*index]);
    let mut found: Vec<usize> = (0..open.findings().len()).filter(fits).collect();
    if !open.by_place {
        found.sort_by_key(|index| open.findings()[*index].level);
    }
    found
}

fn of_level(open: &Open, shown: &[usize], level: Level) -> Vec<Row> {
    let findings = open.findings();
    let mut rows: Vec<Row> = Vec::new();
    let mut rules: HashMap<&str, usize> = HashMap::default();
    for index in shown {
        let finding = &findings[*index];
        if finding.level != level || finding.is_unanswered() {
            continue;
        }
        match rules.get(finding.rule.id).copied() {
            Some(row) => {
                if let Some(Row::Finding { more, .. }) = rows.get_mut(row) {
                    *more += 1;
                }
            }
            None => {
                if level != Level::Error {
                    rules.insert(finding.rule.id, rows.len());
                }
                rows.push(Row::Finding { index: *index, more: 0 });
            }
        }
    }
    rows
}

/// One by one, under the file that they are in; a report is in that order already.
fn by_place(open: &Open, shown: &[usize], rows: &mut Vec<Row>) {
    let mut heading = None;
    for index in shown {
        let finding = &open.findings()[*index];
        if finding.is_unanswered() {
            continue;
        }
        let file = finding.spot.file.clone().unwrap_or_else(|| "Your answers".to_owned());
        if heading.as_ref() != Some(&file) {
            rows.push(Row::Heading(printable(&file).into_owned()));
            heading = Some(file);
        }
        rows.push(Row::Finding { index: *index, more: 0 });
    }
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
