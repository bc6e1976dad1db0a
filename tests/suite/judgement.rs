//! Rules that judge by appearance: each says so, none is an error, and the number of published
//! connectors on which it fires is the one in its documentation. `CONNCERT_SHOW` names rules whose
//! findings there are printed, to read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use conncert::answers::Publisher;
use conncert::check::check_with;
use conncert::rule::{Level, Rule};
use conncert::rules;
use conncert::settings::Settings;
use conncert::store::read_connector;
use conncert::submission::Submission;

use crate::support::{TODAY, corpus};

/// The number in a rule's documentation.
fn documented(rule: &Rule) -> usize {
    let docs = rule.docs.replace('\n', " ");
    let (_, rest) = docs.split_once("fires on ").unwrap_or_else(|| panic!("{}", rule.id));
    let (number, rest) = rest.split_once(' ').unwrap_or_else(|| panic!("{}", rule.id));
    assert!(rest.starts_with("of 216 published connectors"), "{}: {rest}", rule.id);
    number.replace("none", "0").parse().unwrap_or_else(|_| panic!("{}: {number}", rule.id))
}

#[test]
fn a_judgement_says_that_it_is_one() {
    assert!(rules::judgement().count() > 20);
    for rule in rules::judgement() {
        for level in [rule.level.verified, rule.level.independent] {
            assert_ne!(level, Level::Error, "{}", rule.id);
        }
        let docs = rule.docs.replace('\n', " ");
        for phrases in
            [["This is a judgement"; 2], ["may be wrong", "judgement, for"], ["To be sure"; 2]]
        {
            let said = phrases.iter().any(|phrase| docs.contains(phrase));
            assert!(said, "{} does not say “{}”", rule.id, phrases[0]);
        }
        assert!(documented(rule) <= 216, "{}", rule.id);
    }
}

#[test]
fn false_alarms_are_counted_as_documented() {
    let Some(corpus) = corpus() else { return };
    let rules: Vec<&'static Rule> = rules::judgement().collect();
    let mut fires: BTreeMap<&str, usize> = rules.iter().map(|rule| (rule.id, 0)).collect();
    let mut published = 0;
    for publisher in [Publisher::Verified, Publisher::Independent] {
        let folder = corpus.join(publisher.folder());
        for entry in std::fs::read_dir(folder).expect("published connectors") {
            let path = entry.expect("an entry").path();
            published += 1;
            let connector = read_connector(&path).expect("a connector");
            let submission =
                Submission { connector: Some(Arc::new(connector)), ..Submission::default() };
            let settings = Settings::new(publisher, TODAY);
            let report = check_with(&rules, &submission, &settings);
            let shown = std::env::var("CONNCERT_SHOW").unwrap_or_default();
            let is_shown = |id: &str| shown.split(',').any(|shown| shown == id);
            for finding in report.findings.iter().filter(|finding| is_shown(finding.rule.id)) {
                let name = path.file_name().expect("a name").to_string_lossy();
                eprintln!(
                    "{} {name} {}: {}",
                    finding.rule.id, finding.spot.pointer, finding.message
                );
            }
            let ids: BTreeSet<&str> =
                report.findings.iter().map(|finding| finding.rule.id).collect();
            for id in ids {
                *fires.entry(id).or_default() += 1;
            }
        }
    }
    assert_eq!(published, 216);
    let mut wrong = Vec::new();
    for rule in rules {
        eprintln!("{:>4} {}", fires[rule.id], rule.id);
        if fires[rule.id] != documented(rule) {
            wrong.push(format!("{}: counted {}", rule.id, fires[rule.id]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
