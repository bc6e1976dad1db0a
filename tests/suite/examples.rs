//! Every documented example does what it says: the bad ones break their rule and nothing else,
//! the good ones nothing at all.

use std::collections::BTreeSet;

use conncert::answers::Publisher;
use conncert::rule::docs::{Docs, Example, Verdict};
use conncert::rule::{Look, Publishers, Report, Rule};
use conncert::rules;

use crate::support::Fixture;

#[test]
fn the_clean_submission_is_clean_for_both() {
    for publisher in [Publisher::Verified, Publisher::Independent] {
        let fixture = Fixture::clean(publisher);
        for (files, answers) in [(true, false), (true, true), (false, true)] {
            assert_eq!(broken(&fixture.report(files, answers)), BTreeSet::new(), "{publisher:?}");
        }
    }
}

#[test]
fn every_example_does_what_it_says() {
    let mut faults = Vec::new();
    for rule in rules::all() {
        let docs = match Docs::parse(rule.docs) {
            Ok(docs) => docs,
            Err(error) => {
                faults.push(format!("{}: {error}", rule.id));
                continue;
            }
        };
        let examples: Vec<&Example<'_>> = docs.examples().collect();
        for verdict in [Verdict::Bad, Verdict::Good] {
            if !examples.iter().any(|example| example.verdict == verdict) {
                faults.push(format!("{}: no {verdict:?} example", rule.id));
            }
        }
        for group in grouped(&examples) {
            faults.extend(judge(rule, group));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// An example with the blocks that continue it.
fn grouped<'a, 'b>(examples: &'b [&'a Example<'a>]) -> Vec<&'b [&'a Example<'a>]> {
    let starts: Vec<usize> = (0..examples.len()).filter(|at| !examples[*at].and).collect();
    starts
        .iter()
        .enumerate()
        .map(|(number, start)| {
            let end = starts.get(number + 1).copied().unwrap_or(examples.len());
            &examples[*start..end]
        })
        .collect()
}

fn judge(rule: &'static Rule, group: &[&Example<'_>]) -> Option<String> {
    let first = group[0];
    let publisher = first.publisher.unwrap_or(match rule.publishers {
        Publishers::Only(only) => only,
        Publishers::Both => Publisher::Verified,
    });
    let mut fixture = Fixture::clean(publisher);
    if rule.looks.iter().any(|look| matches!(look, Look::Changes(_))) {
        // What changes does so against something.
        fixture.published = Some(fixture.files.clone());
    }
    for example in group {
        fixture.apply(example);
    }
    let answers = group.iter().any(|example| example.language == "toml");
    let files = first.file != Some("none");
    let report = fixture.report(files, answers);
    // What an example of a crisp rule looks like besides is not its business: those that judge by
    // appearance count only in their own examples.
    let is_judged = rules::judgement().any(|judgement| judgement.id == rule.id);
    let mut found = broken(&report);
    found.retain(|id| is_judged || !rules::judgement().any(|judgement| judgement.id == *id));
    let mut wanted: BTreeSet<&str> = first.also.iter().copied().collect();
    if first.verdict == Verdict::Bad {
        wanted.insert(rule.id);
    }
    (found != wanted).then(|| {
        let text: Vec<&str> = group.iter().map(|example| example.text).collect();
        format!("{}: found {found:?}, wanted {wanted:?} in:\n{}", rule.id, text.join("\nand\n"))
    })
}

fn broken(report: &Report) -> BTreeSet<&'static str> {
    report.findings.iter().map(|finding| finding.rule.id).collect()
}
