//! `EXPORTERS`: what leaves the house. Each makes artifacts in memory; the store writes them.

mod checklist;
mod folder;
mod package;
mod pull_request;

use jiff::civil::Date;

use crate::answers::{Answers, Publisher};
use crate::rule::{Checked, Finding, Level, SECRET};
use crate::source::text::printable;
use crate::steps::connector::{derive_name, fault};

/// A file that leaves the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Under the target, with forward slashes.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// How to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportSettings {
    /// The day that stands on the checklist.
    pub date: Date,
    /// Export the package although errors are open.
    pub incomplete: bool,
}

/// Which part is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Checklist and package.
    Everything,
    /// The checklist alone.
    Checklist,
    /// Folder, zip and the text of the pull request.
    Package,
}

/// A maker of deliverables.
pub struct Exporter {
    /// Kebab-case.
    pub name: &'static str,
    /// What it makes, in a few words.
    pub makes: &'static str,
    /// Whether it is part of the package, which errors hold back.
    pub is_package: bool,
    /// Makes it.
    pub export: fn(&Checked, &ExportSettings) -> Vec<Artifact>,
}

/// Everything that leaves the house, in order.
pub static EXPORTERS: [&Exporter; 4] =
    [&checklist::EXPORTER, &folder::EXPORTER, &package::EXPORTER, &pull_request::EXPORTER];

/// Why the package is held back.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// In one sentence, with the way out.
    pub sentence: String,
    /// What is missing.
    pub findings: Vec<Finding>,
}

/// What an export gives.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// In the order of the exporters.
    pub artifacts: Vec<Artifact>,
    /// Why there is no package, when there is none.
    pub refusal: Option<Refusal>,
}

/// Makes everything that is wanted and may leave. The checklist always may.
pub fn all(checked: &Checked, settings: &ExportSettings, only: Only) -> Outcome {
    let refusal =
        if only == Only::Checklist { None } else { refusal(checked, settings.incomplete) };
    let artifacts = EXPORTERS
        .iter()
        .filter(|exporter| match only {
            Only::Everything => true,
            // A refused package still leaves the list of what is missing.
            Only::Package => exporter.is_package || refusal.is_some(),
            Only::Checklist => !exporter.is_package,
        })
        .filter(|exporter| !exporter.is_package || refusal.is_none())
        .flat_map(|exporter| (exporter.export)(checked, settings))
        .collect();
    Outcome { artifacts, refusal }
}

/// Why the package may not leave, if it may not.
pub fn refusal(checked: &Checked, incomplete: bool) -> Option<Refusal> {
    let errors = |secret: bool| -> Vec<Finding> {
        checked
            .report
            .findings
            .iter()
            .filter(|finding| finding.level == Level::Error)
            .filter(|finding| !secret || finding.rule.id == SECRET)
            .cloned()
            .collect()
    };
    let refuse =
        |sentence: &str, findings| Some(Refusal { sentence: sentence.to_owned(), findings });
    if checked.submission.connector.is_none() {
        return refuse("There is no package without a connector: give its folder.", Vec::new());
    }
    let secrets = errors(true);
    if !secrets.is_empty() {
        return refuse(
            "A secret stands in the files, so they are not exported: take it out first.",
            secrets,
        );
    }
    if name(checked).is_none() {
        return refuse(
            "The package has no name: give a legal folder name (connector.name).",
            errors(false),
        );
    }
    let open = errors(false);
    if open.is_empty() || incomplete {
        return None;
    }
    let sentence = match open.len() {
        1 => "1 error is open, so the package was not made: mend it, or export it as incomplete."
            .to_owned(),
        count => format!(
            "{count} errors are open, so the package was not made: mend them, or export it as \
             incomplete."
        ),
    };
    Some(Refusal { sentence, findings: open })
}

/// The folder name in the repository: as answered, else made of the title. None when illegal.
pub fn name(checked: &Checked) -> Option<String> {
    let answered = answers(checked).map(|answers| answers.text("connector.name").trim());
    match answered.filter(|name| !name.is_empty()) {
        Some(name) => fault(name).is_none().then(|| name.to_owned()),
        None => {
            let connector = checked.submission.connector.as_deref()?;
            derive_name(&connector.definition()?.title()?)
        }
    }
}

fn answers(checked: &Checked) -> Option<&Answers> {
    checked.submission.answers.as_deref()
}

fn publisher(checked: &Checked) -> Publisher {
    checked.report.settings.publisher
}

/// Text from files and answers, safe in Markdown: nothing in it is markup, and no line begins one.
fn plain(text: &str) -> String {
    let mut safe = String::new();
    for c in printable(text.trim()).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// File, line and column of a finding, or the answer it is about.
fn place(finding: &Finding) -> String {
    let spot = &finding.spot;
    match (&spot.file, spot.range, spot.answer) {
        (Some(file), Some(range), _) => format!("{}:{}:{}", plain(file), range.line, range.column),
        (Some(file), None, _) => plain(file),
        (None, _, Some(key)) => format!("answer `{key}`"),
        (None, _, None) => String::new(),
    }
}
