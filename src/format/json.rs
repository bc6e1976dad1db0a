//! The format `json`: schema 1, for programs. It holds what was found and nothing for the eye.

use serde::Serialize;

use super::{Counts, Format, Style};
use crate::connector;
use crate::rule::{self, Checked, Finding, Level, Spot};
use crate::settings::Why;
use crate::source::json::inert;
use crate::tasks::update::{Update, update};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "json", summary: "for programs, schema 1", render };

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    conncert: &'static str,
    connectors: Vec<Connector<'a>>,
    counts: Numbers,
}

#[derive(Serialize)]
struct Connector<'a> {
    path: &'a str,
    publisher: &'static str,
    /// What is in it, where a package was judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    package: Option<Package<'a>>,
    /// What differs from the published version, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    update: Option<Update>,
    findings: Vec<Entry<'a>>,
    /// What `conncert.toml` sets aside; it is not counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excepted: Vec<Excepted<'a>>,
    counts: Numbers,
}

#[derive(Serialize)]
struct Package<'a> {
    page: Option<&'a str>,
    plugin: bool,
    solutions: Vec<Solution<'a>>,
}

#[derive(Serialize)]
struct Solution<'a> {
    path: &'a str,
    /// `connector`, `flow` or `plugin`; none where it is nothing that a package holds.
    kind: Option<&'static str>,
    unique_name: Option<&'a str>,
    version: Option<&'a str>,
}

#[derive(Serialize)]
struct Excepted<'a> {
    #[serde(flatten)]
    finding: Entry<'a>,
    /// `exception`, `baseline` or `off`.
    why: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'static str,
    level: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
    official: &'static [&'static str],
    /// None where a person has to mend it.
    fix: Option<Mendable>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Place<'a>>,
}

/// What `conncert fix` would do.
#[derive(Serialize)]
struct Mendable {
    safety: &'static str,
    says: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Place<'a> {
    File {
        file: Option<&'a str>,
        pointer: &'a str,
        line: Option<usize>,
        column: Option<usize>,
        end_line: Option<usize>,
        end_column: Option<usize>,
    },
    Answer {
        answer: &'static str,
        pointer: &'static str,
        line: Option<usize>,
        column: Option<usize>,
        end_line: Option<usize>,
        end_column: Option<usize>,
    },
}

#[derive(Serialize)]
struct Numbers {
    error: usize,
    warning: usize,
    advice: usize,
}

fn render(checked: &[Checked], _style: &Style) -> String {
    let counts = checked.iter().map(|checked| Counts::of(&checked.report));
    let document = Document {
        schema: 1,
        conncert: env!("CARGO_PKG_VERSION"),
        connectors: checked.iter().map(connector).collect(),
        counts: numbers(counts.fold(Counts::default(), Counts::add)),
    };
    // Text and numbers cannot fail to be written.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    inert(&text)
}

fn connector(checked: &Checked) -> Connector<'_> {
    let report = &checked.report;
    Connector {
        path: &checked.path,
        publisher: report.settings.publisher.word(),
        package: checked.submission.package.as_deref().map(package),
        update: update(&checked.submission, report),
        findings: report.findings.iter().map(|finding| entry(checked, finding)).collect(),
        excepted: report.excepted.iter().map(|one| excepted(checked, one)).collect(),
        counts: numbers(Counts::of(report)),
    }
}

fn package(package: &connector::package::Package) -> Package<'_> {
    let solution = |solution: &'_ connector::solution::Solution| {
        let kind = solution.kind(package.plugin)?.word();
        kind.split(' ').next()
    };
    let solutions = package.solutions().iter();
    Package {
        page: package.page().map(|(name, _)| name),
        plugin: package.plugin,
        solutions: solutions
            .map(|one| Solution {
                path: &one.path,
                kind: solution(one),
                unique_name: one.manifest().map(|manifest| manifest.unique_name.as_str()),
                version: one.manifest().map(|manifest| manifest.version.as_str()),
            })
            .collect(),
    }
}

fn excepted<'a>(checked: &Checked, excepted: &'a rule::Excepted) -> Excepted<'a> {
    let (reason, until) = match &excepted.why {
        Why::Exception { reason, until } => {
            (Some(reason.as_str()), until.map(|day| day.to_string()))
        }
        Why::Baseline | Why::Off => (None, None),
    };
    Excepted { finding: entry(checked, &excepted.finding), why: excepted.why.word(), reason, until }
}

fn entry<'a>(checked: &Checked, finding: &'a Finding) -> Entry<'a> {
    let fix = finding.fix(&checked.context());
    Entry {
        rule: finding.rule.id,
        level: finding.level.word(),
        place: place(&finding.spot),
        message: &finding.message,
        official: finding.rule.official,
        fix: fix.map(|fix| Mendable { safety: fix.safety.word(), says: fix.says }),
        related: finding.related.iter().map(place).collect(),
    }
}

fn place(spot: &Spot) -> Place<'_> {
    let range = spot.range;
    let (line, column) = (range.map(|range| range.line), range.map(|range| range.column));
    let (end_line, end_column) =
        (range.map(|range| range.end_line), range.map(|range| range.end_column));
    match spot.answer {
        Some(answer) => Place::Answer { answer, pointer: "", line, column, end_line, end_column },
        None => Place::File {
            file: spot.file.as_deref(),
            pointer: &spot.pointer,
            line,
            column,
            end_line,
            end_column,
        },
    }
}

fn numbers(counts: Counts) -> Numbers {
    Numbers {
        error: counts.get(Level::Error),
        warning: counts.get(Level::Warning),
        advice: counts.get(Level::Advice),
    }
}
