//! The format `sarif`: SARIF 2.1.0, for code scanning and editors. The whole rulebook is in it, so
//! that a viewer can explain a finding without asking anyone.

mod fingerprint;
mod fixes;
mod log;
mod rules;

use std::collections::HashMap;

use super::path::told;
use super::{Format, Style, blocked, plural, why_blocked};
use crate::connector::files::Role;
use crate::fix::proposals;
use crate::rule::{Checked, Level, Place, Spot};
use crate::settings::Why;
use crate::source::json::inert;
use crate::source::pointer::{Pointer, resolve};
use fingerprint::Fingerprints;
use log::{
    Artifact, Base, Connector, Driver, Invocation, Location, Log, Logical, Message, Notification,
    Physical, Properties, Region, Run, SearchResult, Suppression, Tool,
};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "sarif", summary: "for code scanning and editors, SARIF 2.1.0", render };

/// What relative addresses begin with; whoever reads the log knows where that is.
const ROOT: &str = "%SRCROOT%";

fn render(checked: &[Checked], style: &Style) -> String {
    let publisher = checked.first().map(|checked| checked.report.settings.publisher);
    let catalogue = rules::table(publisher.unwrap_or(crate::answers::Publisher::Verified));
    let results = checked.iter().flat_map(|checked| results(checked, style, &catalogue.index));
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                information_uri: env!("CARGO_PKG_HOMEPAGE"),
                rules: catalogue.rules,
            },
        },
        invocations: [Invocation {
            execution_successful: true,
            tool_execution_notifications: checked
                .iter()
                .flat_map(|checked| unasked(checked, style))
                .collect(),
        }],
        column_kind: "unicodeCodePoints",
        // A lone CR ends a line here, too.
        newline_sequences: ["\r\n", "\n", "\r"],
        original_uri_base_ids: [(
            ROOT,
            Base { description: Message::new("The folder in which conncert was started.") },
        )]
        .into(),
        results: results.collect(),
        properties: Properties {
            connectors: checked
                .iter()
                .map(|checked| Connector {
                    path: told(checked, None, style).path,
                    publisher: checked.report.settings.publisher.word(),
                })
                .collect(),
        },
    };
    let log = Log { schema: log::SCHEMA, version: "2.1.0", runs: [run] };
    // Text and numbers cannot fail to be written.
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    inert(&text)
}

fn results<'a>(
    checked: &'a Checked,
    style: &'a Style,
    index: &'a HashMap<&'static str, usize>,
) -> impl Iterator<Item = SearchResult> + 'a {
    let mut fingerprints = Fingerprints::new(checked.submission.connector.as_deref());
    let report = &checked.report;
    let proposals = proposals(&checked.submission, &report.settings, &report.findings);
    let counted = report.findings.iter().zip(proposals).map(|(finding, fix)| (finding, fix, None));
    // What was set aside is told with the reason, so that a viewer can show it or not.
    let aside = report
        .excepted
        .iter()
        .filter_map(|excepted| Some((&excepted.finding, None, Some(suppression(&excepted.why)?))));
    counted.chain(aside).map(move |(finding, proposal, suppression)| SearchResult {
        rule_id: finding.rule.id,
        rule_index: index.get(finding.rule.id).copied(),
        level: level(finding.level),
        message: Message::new(&finding.message),
        locations: [location(checked, &finding.spot, Some(&finding.place), style)],
        related_locations: finding
            .related
            .iter()
            .enumerate()
            .map(|(at, spot)| Location {
                id: Some(at + 1),
                message: Some(Message::new("The finding is also about this.")),
                ..location(checked, spot, None, style)
            })
            .collect(),
        partial_fingerprints: [("conncertPlace/v1", fingerprints.of(finding))].into(),
        fixes: proposal
            .and_then(|proposal| fixes::of(checked, finding, proposal, style))
            .into_iter()
            .collect(),
        suppressions: suppression.into_iter().collect(),
    })
}

/// Why a result does not count; none for a rule that is switched off, which then says nothing.
fn suppression(why: &Why) -> Option<Suppression> {
    let justification = match why {
        Why::Exception { reason, .. } => reason.clone(),
        Why::Baseline => "It is in the baseline.".to_owned(),
        Why::Off => return None,
    };
    Some(Suppression { kind: "external", status: "accepted", justification })
}

/// The word of SARIF for a level.
pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    }
}

fn location(checked: &Checked, spot: &Spot, place: Option<&Place>, style: &Style) -> Location {
    Location {
        physical_location: spot.file.as_deref().map(|file| Physical {
            artifact_location: artifact(checked, file, style),
            region: region(spot, place),
        }),
        logical_locations: logical(checked, spot).into_iter().collect(),
        ..Location::default()
    }
}

fn artifact(checked: &Checked, file: &str, style: &Style) -> Artifact {
    let told = told(checked, Some(file), style);
    Artifact { uri: told.uri(), uri_base_id: told.is_below.then_some(ROOT) }
}

/// The stretch of text; of a file as a whole its first line, since some viewers show nothing
/// without one.
fn region(spot: &Spot, place: Option<&Place>) -> Option<Region> {
    let range = spot.range?;
    if matches!(place, Some(Place::File(_) | Place::Section(..))) {
        return Some(Region { start_line: 1, ..Region::default() });
    }
    Some(Region {
        start_line: range.line,
        start_column: Some(range.column),
        end_line: Some(range.end_line),
        end_column: Some(range.end_column),
    })
}

/// The place by meaning: a question, a heading, or a pointer.
fn logical(checked: &Checked, spot: &Spot) -> Option<Logical> {
    if let Some(key) = spot.answer {
        return Some(Logical {
            name: key.to_owned(),
            fully_qualified_name: key.to_owned(),
            kind: Some("question"),
        });
    }
    if spot.pointer.is_empty() {
        return None;
    }
    let file = spot.role.map_or("", Role::canonical);
    let pointer = Pointer::parse(&spot.pointer);
    Some(Logical {
        name: match &pointer {
            Some(pointer) => pointer.last().map_or_else(String::new, std::borrow::Cow::into_owned),
            None => spot.pointer.trim_start_matches('#').to_owned(),
        },
        fully_qualified_name: match &pointer {
            Some(_) => format!("{file}#{}", spot.pointer),
            None => format!("{file}{}", spot.pointer),
        },
        kind: pointer.map(|pointer| kind(checked, spot, &pointer)),
    })
}

fn kind(checked: &Checked, spot: &Spot, pointer: &Pointer) -> &'static str {
    let connector = checked.submission.connector.as_deref();
    let json = spot.role.and_then(|role| connector?.json(role));
    match json.and_then(|json| resolve(json.root(), pointer)) {
        Some(node) if node.is_object() => "object",
        Some(node) if node.is_array() => "array",
        Some(_) => "value",
        None => "property",
    }
}

/// Which rules could not be asked, and why.
fn unasked(checked: &Checked, style: &Style) -> Vec<Notification> {
    let connector = checked.submission.connector.as_deref();
    blocked(&checked.report)
        .into_iter()
        .map(|(role, count)| {
            let name = connector.map_or(role.canonical(), |connector| connector.name(role));
            let text = format!(
                "{} could not be asked, because {name} {}.",
                plural(count, "rule", "rules"),
                why_blocked(connector, role)
            );
            Notification {
                level: "warning",
                message: Message::new(&text),
                locations: [Location {
                    physical_location: Some(Physical {
                        artifact_location: artifact(checked, name, style),
                        region: None,
                    }),
                    ..Location::default()
                }],
            }
        })
        .collect()
}
