//! Every documented example does what it says: the bad ones break their rule and nothing else,
//! the good ones nothing at all, and what a fix makes of a bad one is the fixed one.

use std::collections::BTreeSet;

use conncert::answers::Publisher;
use conncert::connector::Connector;
use conncert::connector::files::Role;
use conncert::fix::apply_fixes;
use conncert::rule::docs::{Docs, Example, Verdict};
use conncert::rule::{Finding, Look, Publishers, Report, Rule, Safety};
use conncert::rules;
use serde_json::Value;

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
        let groups = grouped(&examples);
        for group in &groups {
            faults.extend(judge(rule, group));
        }
        let mut mended = 0;
        for pair in groups.windows(2) {
            if pair[1][0].verdict == Verdict::Fixed {
                mended += 1;
                faults.extend(mend(rule, pair[0], pair[1]));
            }
        }
        if rule.fix.is_some() != (mended > 0) {
            faults.push(format!("{}: {mended} examples are mended", rule.id));
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

/// The submission of an example, and whether it is judged with files and answers.
fn submission_of(rule: &Rule, group: &[&Example<'_>]) -> (Fixture, bool, bool) {
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
    (fixture, first.file != Some("none"), answers)
}

fn judge(rule: &'static Rule, group: &[&Example<'_>]) -> Option<String> {
    let first = group[0];
    let (fixture, files, answers) = submission_of(rule, group);
    let report = fixture.report(files, answers);
    // What an example of a crisp rule looks like besides is not its business: those that judge by
    // appearance count only in their own examples.
    let is_judged = rules::judgement().any(|judgement| judgement.id == rule.id);
    let mut found = broken(&report);
    found.retain(|id| is_judged || !rules::judgement().any(|judgement| judgement.id == *id));
    // Most examples answer with nothing, to stay small.
    found.retain(|id| *id != SCHEMALESS || rule.id == SCHEMALESS);
    let mut wanted: BTreeSet<&str> = first.also.iter().copied().collect();
    if first.verdict == Verdict::Bad {
        wanted.insert(rule.id);
    }
    (found != wanted).then(|| {
        let text: Vec<&str> = group.iter().map(|example| example.text).collect();
        format!("{}: found {found:?}, wanted {wanted:?} in:\n{}", rule.id, text.join("\nand\n"))
    })
}

/// What the fix makes of the bad example is the fixed one, file by file.
fn mend(rule: &'static Rule, bad: &[&Example<'_>], fixed: &[&Example<'_>]) -> Option<String> {
    let text = |group: &[&Example<'_>]| {
        group.iter().map(|example| example.text).collect::<Vec<_>>().join("\nand\n")
    };
    if bad[0].verdict != Verdict::Bad {
        return Some(format!("{}: no bad example before the fixed\n{}", rule.id, text(fixed)));
    }
    let (before, files, answers) = submission_of(rule, bad);
    let (wanted, ..) = submission_of(rule, fixed);
    let mine = |finding: &Finding| finding.rule.id == rule.id;
    let made = apply_fixes(
        &before.submission(files, answers),
        &before.settings(),
        Safety::Suggested,
        &mine,
    );
    let after = made.submission.connector.as_deref()?;
    if let Some(skipped) = made.plan.skipped.first() {
        return Some(format!("{}: skipped: {} in:\n{}", rule.id, skipped.reason, text(bad)));
    }
    if made.report.findings.iter().any(mine) {
        return Some(format!("{}: still broken after the fix of:\n{}", rule.id, text(bad)));
    }
    let wanted = wanted.connector();
    Role::ALL.into_iter().find_map(|role| {
        let (after, wanted) = (shape(after, role), shape(&wanted, role));
        (after != wanted).then(|| {
            format!("{}: made {after:#?}\nwanted {wanted:#?}\nof:\n{}", rule.id, text(bad))
        })
    })
}

/// Name and content of a file; JSON by its value.
fn shape(connector: &Connector, role: Role) -> (String, Option<Value>) {
    let facts = connector.facts(role);
    let content = facts.body.map(|body| {
        let text = body.text().into_owned();
        let json = connector.json(role).map(|json| json.root().to_value());
        json.unwrap_or(Value::String(text))
    });
    (facts.name.to_owned(), content)
}

/// The advice that an operation should say what it answers.
const SCHEMALESS: &str = "output-schema-missing";

fn broken(report: &Report) -> BTreeSet<&'static str> {
    report.findings.iter().map(|finding| finding.rule.id).collect()
}
