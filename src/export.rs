//! `EXPORTERS`: what leaves the house. Each makes artifacts in memory; the store writes them.

pub mod checklist;
mod folder;
mod markdown;
pub mod marketplace;
mod package;
mod partner_center;
mod pull_request;
mod shell;
pub mod solution;
mod told;

use jiff::civil::Date;

use crate::answers::{Answers, Publisher};
use crate::connector::Connector;
use crate::connector::secrets::{hidden, scan};
use crate::rule::{Checked, Finding, Level, SECRET, SUSPECT};
use crate::steps::connector::{derive_name, fault, is_update, published_fault, published_name};

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
    /// Makes it, or says why it cannot.
    pub export: fn(&Checked, &ExportSettings) -> Result<Vec<Artifact>, Refusal>,
}

/// Everything that leaves the house, in order.
pub static EXPORTERS: [&Exporter; 6] = [
    &checklist::EXPORTER,
    &folder::EXPORTER,
    &package::EXPORTER,
    &pull_request::EXPORTER,
    &marketplace::EXPORTER,
    &partner_center::EXPORTER,
];

/// Why the package is held back.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// In one sentence, with the way out.
    pub sentence: String,
    /// What is missing.
    pub findings: Vec<Finding>,
}

impl Refusal {
    /// A refusal that no finding explains.
    fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), findings: Vec::new() }
    }
}

/// What an export gives.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// In the order of the exporters.
    pub artifacts: Vec<Artifact>,
    /// Why there is no package, when there is none.
    pub refusal: Option<Refusal>,
}

/// Makes everything that is wanted and may leave. The checklist always may; of the package all or
/// nothing does.
pub fn all(checked: &Checked, settings: &ExportSettings, only: Only) -> Outcome {
    let make = |is_package: bool| -> Result<Vec<Artifact>, Refusal> {
        let makers = EXPORTERS.iter().filter(|exporter| exporter.is_package == is_package);
        let made: Result<Vec<_>, Refusal> =
            makers.map(|exporter| (exporter.export)(checked, settings)).collect();
        Ok(made?.concat())
    };
    let package = match (only, refusal(checked, settings.incomplete)) {
        (Only::Checklist, _) => Ok(Vec::new()),
        (_, Some(refusal)) => Err(refusal),
        (_, None) => make(true),
    };
    let (package, refusal) = match package {
        Ok(artifacts) => (artifacts, None),
        Err(refusal) => (Vec::new(), Some(refusal)),
    };
    // A refused package still leaves the list of what is missing.
    let list = if only == Only::Package && refusal.is_none() {
        Vec::new()
    } else {
        make(false).unwrap_or_default()
    };
    Outcome { artifacts: [list, package].concat(), refusal }
}

/// What holds a package back, as the beginning of a sentence: "2 errors and 1 question are open".
pub fn what_is_open<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> String {
    let errors = findings.into_iter().filter(|finding| finding.level == Level::Error);
    let (questions, errors): (Vec<_>, Vec<_>) = errors.partition(|found| found.is_unanswered());
    let count = |count: usize, one: &str, many: &str| {
        (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { many }))
    };
    let parts =
        [count(errors.len(), "error", "errors"), count(questions.len(), "question", "questions")];
    let told = parts.into_iter().flatten().collect::<Vec<_>>().join(" and ");
    let verb = if errors.len() + questions.len() == 1 { "is" } else { "are" };
    format!("{told} {verb} open")
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
        return refuse(NO_CONNECTOR, errors(false));
    }
    let secrets = errors(true);
    if !secrets.is_empty() {
        return refuse(
            "A secret stands in the files, so they are not exported: take it out first.",
            secrets,
        );
    }
    // It may be a false alarm: then the publisher says so by `incomplete`.
    let findings = checked.report.findings.iter();
    let suspects: Vec<Finding> =
        findings.filter(|finding| finding.rule.id == SUSPECT).cloned().collect();
    if !suspects.is_empty() && !incomplete {
        return refuse(
            "Something in the files looks like a secret, so they are not exported: take it out, \
             or, if you are sure that it is none, export them as incomplete.",
            suspects,
        );
    }
    if name(checked).is_none() {
        return refuse(NO_NAME, errors(false));
    }
    let open = errors(false);
    if open.is_empty() || incomplete {
        return None;
    }
    let (told, them) = (what_is_open(&open), if open.len() == 1 { "it" } else { "them" });
    let sentence =
        format!("{told}, so the package was not made: see to {them}, or export it as incomplete.");
    Some(Refusal { sentence, findings: open })
}

const NO_CONNECTOR: &str = "There is no package without a connector: give its folder.";
const NO_NAME: &str = "The package has no name: give a legal folder name (connector.name).";

/// The folder name in the repository: as answered, else made of the title. None when illegal, or
/// when what looks like a secret stands in it.
pub fn name(checked: &Checked) -> Option<String> {
    let answered = answers(checked).map(|answers| answers.text("connector.name").trim());
    // An update goes where the published version lies, unless somebody says otherwise.
    let published = checked.submission.previous.as_ref().and_then(|read| read.as_deref().ok());
    let is_confirmed = answers(checked).is_some_and(|it| it.confirmed("connector.name").is_some());
    if let Some(name) = published.and_then(published_name).filter(|_| !is_confirmed) {
        return Some(name);
    }
    match answered.filter(|name| !name.is_empty()) {
        Some(name) => {
            let is_update = answers(checked).is_some_and(is_update);
            let fault = if is_update { published_fault(name) } else { fault(name) };
            (fault.is_none() && covered(checked, name) == name).then(|| name.to_owned())
        }
        None => {
            let connector = checked.submission.connector.as_deref()?;
            derive_name(&connector.naming_title()?)
        }
    }
}

/// A text of the publisher as it may leave the house: what looks like a secret is covered, be it in
/// the files or only in an answer.
fn covered(checked: &Checked, text: &str) -> String {
    let suspects = scan(text);
    let connector = checked.submission.connector.as_deref();
    let mut secrets = connector.map(Connector::all_secrets).unwrap_or_default();
    secrets.extend(suspects.iter().map(|suspect| suspect.text.as_str()));
    hidden(text.to_owned(), &secrets)
}

/// The name, for what cannot be made without one.
fn named(checked: &Checked) -> Result<String, Refusal> {
    name(checked).ok_or_else(|| Refusal::new(NO_NAME))
}

fn answers(checked: &Checked) -> Option<&Answers> {
    checked.submission.answers.as_deref()
}

fn publisher(checked: &Checked) -> Publisher {
    checked.report.settings.publisher
}
