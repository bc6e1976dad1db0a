//! The rulebook over published connectors: exactly the expected findings.
//!
//! `CONNCERT_CORPUS` names a folder with connectors and `expected.json`, which maps each folder to
//! its findings as `[rule, file, pointer]`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use conncert::answers::Publisher;
use conncert::check::check;
use conncert::connector::compare::Comparison;
use conncert::rule::Level;
use conncert::rules;
use conncert::settings::Settings;
use conncert::store::read_connector;
use conncert::submission::Submission;

use crate::support::{TODAY, corpus};

type Triple = (String, String, String);

/// Errors that more than one published connector in a hundred breaks, because the requirement is
/// younger than they are, or is enforced at submission only.
const TOLERATED: [&str; 17] = [
    "categories-missing",
    "connection-constraint-not-text",
    "contact-email-missing",
    "contact-name-missing",
    "contact-url-missing",
    "default-response-schema",
    "host-not-production",
    "json-invalid",
    "metadata-url-malformed",
    "oauth-not-for-independent",
    "oauth-redirect-mode",
    "privacy-policy-missing",
    "publisher-missing",
    "responses-missing",
    "stack-owner-missing",
    "title-end-not-alphanumeric",
    "website-missing",
];

fn expected(corpus: &Path) -> BTreeMap<String, Vec<Triple>> {
    let text = std::fs::read_to_string(corpus.join("expected.json")).expect("expected.json");
    serde_json::from_str(&text).expect("expected.json maps folders to triples")
}

fn publisher(folder: &str) -> Publisher {
    if folder.starts_with(Publisher::Independent.folder()) {
        Publisher::Independent
    } else {
        Publisher::Verified
    }
}

#[test]
fn findings_are_exactly_the_expected_ones() {
    let Some(corpus) = corpus() else { return };
    let built: BTreeSet<&str> = rules::all().map(|rule| rule.id).collect();
    let mut differences = Vec::new();
    let mut compared = 0;
    let expected = expected(&corpus);
    // Those have no expectation; `judgement` counts them.
    let judgement: BTreeSet<&str> = rules::judgement().map(|rule| rule.id).collect();
    for (folder, findings) in &expected {
        let connector = read_connector(&corpus.join(folder)).expect(folder);
        let submission =
            Submission { connector: Some(Arc::new(connector)), ..Submission::default() };
        let settings = Settings::new(publisher(folder), TODAY);
        let found: BTreeSet<Triple> = check(&submission, &settings)
            .findings
            .iter()
            .map(|finding| {
                let spot = &finding.spot;
                (
                    finding.rule.id.to_owned(),
                    spot.file.clone().unwrap_or_default(),
                    spot.pointer.clone(),
                )
            })
            .filter(|(rule, ..)| !judgement.contains(rule.as_str()))
            .collect();
        let wanted: BTreeSet<Triple> =
            findings.iter().filter(|(rule, ..)| built.contains(rule.as_str())).cloned().collect();
        compared += wanted.len();
        let list = |sign, set: &BTreeSet<Triple>, other: &BTreeSet<Triple>| -> Vec<String> {
            set.difference(other).map(|triple| format!("{sign} {folder}: {triple:?}")).collect()
        };
        differences.extend(list('+', &found, &wanted));
        differences.extend(list('-', &wanted, &found));
    }
    let all: BTreeSet<&str> = expected.values().flatten().map(|(rule, ..)| rule.as_str()).collect();
    eprintln!(
        "{} connectors, {compared} findings compared; {} of the {} rules that fire there are built",
        expected.len(),
        all.intersection(&built).count(),
        all.len()
    );
    assert!(
        differences.is_empty(),
        "{} differences:\n{}",
        differences.len(),
        differences.join("\n")
    );
    assert!(compared > 0);
}

/// Errors that the sample, about a fifth of all, holds more of than its share: with what they are
/// among all 1,014.
const FREQUENT_IN_SAMPLE: [(&str, &str); 3] = [
    ("readme-missing", "10 of 1,014"),
    ("response-description-missing", "9 of 1,014"),
    ("oauth-scope-undefined", "6 of 1,014"),
];

#[test]
fn no_error_is_common_among_published_connectors() {
    let Some(corpus) = corpus() else { return };
    let expected = expected(&corpus);
    let published: Vec<_> = expected
        .iter()
        .filter(|(folder, _)| !folder.starts_with("cases/"))
        .map(|(folder, findings)| (publisher(folder), findings))
        .collect();
    for rule in rules::all() {
        let breaking = published
            .iter()
            .filter(|(kind, _)| rule.level.of(*kind) == Level::Error)
            .filter(|(_, findings)| findings.iter().any(|(id, ..)| id == rule.id))
            .count();
        let known = TOLERATED.contains(&rule.id)
            || FREQUENT_IN_SAMPLE.iter().any(|(frequent, _)| *frequent == rule.id);
        assert!(
            breaking * 100 <= published.len() || known,
            "{} breaks in {breaking} of {}",
            rule.id,
            published.len()
        );
    }
}

#[test]
fn no_published_connector_differs_from_itself() {
    let Some(corpus) = corpus() else { return };
    for folder in expected(&corpus).keys() {
        let connector = read_connector(&corpus.join(folder)).expect(folder);
        let differences = Comparison::new(&connector, &connector).differences;
        assert!(differences.is_empty(), "{folder}: {differences:?}");
    }
}
