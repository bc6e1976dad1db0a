//! The answer rules beyond their examples: when they keep quiet, and what they say. Writing
//! answers back is tried on the shared corpus as well, when there is one.

use std::sync::Arc;

use conncert::answers::{Answers, Publisher};
use conncert::check::check;
use conncert::connector::Connector;
use conncert::connector::files::{RawContent, RawFile, Role};
use conncert::fix::{Plan, Skipped, apply_answers, unified_diff};
use conncert::rule::{Finding, Report};
use conncert::settings::Settings;
use conncert::steps;
use conncert::store::read_connector;
use conncert::submission::Submission;
use serde_json::json;

use crate::support::{Fixture, TODAY, corpus};

fn with(given: &[(&str, &str)]) -> Fixture {
    let mut fixture = Fixture::clean(Publisher::Verified);
    for (key, text) in given {
        fixture.answers.give(key, *text);
    }
    fixture
}

/// What is said at answers, as `rule key`.
fn said(report: &Report) -> Vec<String> {
    let told = |finding: &Finding| Some(format!("{} {}", finding.rule.id, finding.spot.answer?));
    let mut said: Vec<String> = report.findings.iter().filter_map(told).collect();
    said.sort();
    said
}

fn said_of(given: &[(&str, &str)]) -> Vec<String> {
    said(&with(given).report(true, true))
}

/// Judged without a connector.
fn said_alone(answers: Answers) -> Vec<String> {
    let publisher = answers.publisher().unwrap_or(Publisher::Verified);
    let submission = Submission { answers: Some(Arc::new(answers)), ..Submission::default() };
    said(&check(&submission, &Settings::new(publisher, TODAY)))
}

#[test]
fn what_the_files_filled_in_raises_nothing_until_it_is_confirmed() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch(
        "apiProperties.json",
        &json!({"properties": {"connectionParameters": {"api_key": {"type": "string"}}}}),
    );
    let mut answers = Answers::default();
    for key in ["connector.folder", "connector.submission", "uptime.percent"] {
        answers.give(key, fixture.answers.text(key));
    }
    steps::prefill(&mut answers, &fixture.connector());
    answers.prefill("support.email", "other@contoso.com", "an older file");
    answers.prefill("connector.name", "a/b", "an older file");
    answers.prefill("ownership.claim", "perhaps", "an older file");
    fixture.answers = answers;
    assert_eq!(said(&fixture.report(true, true)), [""; 0]);
    for key in ["authentication.types", "support.email", "connector.name", "ownership.claim"] {
        assert!(fixture.answers.confirm(key), "{key}");
    }
    assert_eq!(
        said(&fixture.report(true, true)),
        [
            "answer-contradicts-file support.email",
            "answer-malformed ownership.claim",
            "authentication-not-accepted authentication.types",
            "connector-name-illegal connector.name",
        ]
    );
}

#[test]
fn without_a_connector_every_required_answer_is_missed() {
    let missed = |kind: &str| {
        let mut answers = Answers::default();
        answers.give("publisher.type", kind);
        answers.give("uptime.percent", "100");
        let said = said_alone(answers);
        assert!(said.iter().all(|line| line.starts_with("answer-missing ")), "{said:?}");
        said.into_iter().map(|line| line["answer-missing ".len()..].to_owned()).collect::<Vec<_>>()
    };
    let both = [
        "authentication.types",
        "connector.folder",
        "connector.name",
        "connector.submission",
        "publisher.name",
        "support.categories",
        "support.email",
        "support.name",
        "support.privacy_policy",
        "support.website",
    ];
    let mut verified = [&both[..], &["ownership.claim", "support.url"]].concat();
    verified.sort_unstable();
    assert_eq!(missed("verified"), verified);
    let mut independent = [&both[..], &["ownership.stack_owner"]].concat();
    independent.sort_unstable();
    assert_eq!(missed("independent"), independent);
}

#[test]
fn a_readable_file_speaks_for_its_answers() {
    let blank = [("support.email", ""), ("publisher.name", " "), ("support.categories", "")];
    assert_eq!(said_of(&blank), [""; 0]);
    let mut broken = with(&blank);
    broken.files.insert("apiDefinition.swagger.json".to_owned(), b"{".to_vec());
    assert_eq!(
        said(&broken.report(true, true)),
        ["answer-missing support.categories", "answer-missing support.email"]
    );
}

#[test]
fn an_update_needs_the_published_version() {
    let update = ("connector.submission", "update");
    assert_eq!(said_of(&[update]), ["answer-missing connector.previous"]);
    assert_eq!(said_of(&[update, ("connector.previous", "../published")]), [""; 0]);
}

#[test]
fn questions_that_are_not_asked_raise_nothing() {
    let given = [
        ("ownership.microsoft_service", "perhaps"),
        ("connector.previous", ""),
        ("attestations.att-noicon", "yesterday"),
    ];
    assert_eq!(said_of(&given), [""; 0]);
}

#[test]
fn a_contradiction_names_both_sides_and_both_places() {
    let report = with(&[("support.email", "care@contoso.com\u{1b}[2J")]).report(true, true);
    let finding = report
        .findings
        .iter()
        .find(|finding| finding.rule.id == "answer-contradicts-file")
        .expect("the answer differs from the file");
    assert!(finding.message.contains("care@contoso.com\\u{1b}[2J"), "{}", finding.message);
    assert!(finding.message.contains("help@contoso.com"), "{}", finding.message);
    assert!(finding.message.contains("apiDefinition.swagger.json"), "{}", finding.message);
    assert_eq!(finding.related[0].pointer, "/info/contact/email");
    assert!(finding.related[0].range.is_some());
}

#[test]
fn an_independent_publisher_is_asked_who_owns_the_service() {
    let independent = |name: &str, owner: &str, claim: &str| {
        let mut answers = Fixture::clean(Publisher::Independent).answers;
        answers.give("publisher.name", name);
        answers.give("ownership.stack_owner", owner);
        answers.prefill("ownership.claim", claim, "an older file");
        answers
    };
    let quiet = independent("Contoso Fans", "Fabrikam Inc", "own");
    assert_eq!(said_alone(quiet.clone()), [""; 0], "not confirmed");
    assert_eq!(
        said_alone(independent("Söhne", "SÖHNE ", "")),
        ["independent-owns-service ownership.stack_owner"]
    );
    for (claim, expected) in [("own", 1), ("Rights", 1), ("neither", 0)] {
        let mut answers = quiet.clone();
        answers.give("ownership.claim", claim);
        let lines = said_alone(answers);
        assert_eq!(lines.len(), expected, "{claim}: {lines:?}");
        assert!(lines.iter().all(|line| line == "independent-owns-service publisher.type"));
    }
}

#[test]
fn uptime_is_advice_and_nothing_more() {
    for percent in ["", "0", "99.89"] {
        let report = with(&[("uptime.percent", percent)]).report(true, true);
        assert_eq!(said(&report), ["uptime-below-recommended uptime.percent"], "{percent}");
        assert!(report.findings.iter().all(|finding| finding.level.word() == "advice"));
    }
    assert_eq!(said_of(&[("uptime.percent", "lots")]), ["answer-malformed uptime.percent"]);
}

/// A connector of the definition and the properties after a plan was carried out.
fn carried_out(connector: &Connector, plan: &Plan) -> Connector {
    let files = [Role::Definition, Role::Properties].into_iter().filter_map(|role| {
        let change = plan.changes.iter().find(|change| change.role == role);
        let bytes = match change {
            Some(change) => change.after.bytes().to_vec(),
            None => connector.facts(role).body?.bytes().to_vec(),
        };
        let name = connector.name(role).to_owned();
        Some(RawFile { role, name, content: RawContent::Bytes(bytes) })
    });
    Connector::new("x", None, files.collect())
}

#[test]
fn published_connectors_take_every_answer_and_keep_the_rest() {
    let Some(corpus) = corpus() else { return };
    let mut written = 0;
    for publisher in [Publisher::Verified, Publisher::Independent] {
        let answers = Fixture::clean(publisher).answers;
        for entry in std::fs::read_dir(corpus.join(publisher.folder())).expect("the folder") {
            let folder = entry.expect("an entry").path();
            let at = folder.display();
            let Ok(before) = read_connector(&folder) else { continue };
            let plan = apply_answers(&answers, &before, publisher);
            // Those that sign in otherwise than the answers say keep their way.
            let contradicted = |skipped: &&Skipped| skipped.keys == ["authentication.types"];
            for skipped in plan.skipped.iter().filter(|skipped| !contradicted(skipped)) {
                let broken =
                    |role| before.name(role) == skipped.file && before.json(role).is_none();
                assert!(broken(Role::Definition) || broken(Role::Properties), "{at}: {skipped:?}");
            }
            let after = carried_out(&before, &plan);
            assert_eq!(apply_answers(&answers, &after, publisher).changes, [], "{at}: twice");
            for change in &plan.changes {
                written += 1;
                let (old, new) = (change.before.text(), change.after.text());
                let crlf = |text: &str| text.matches("\r\n").count() == text.matches('\n').count();
                assert_eq!(old.starts_with('\u{feff}'), new.starts_with('\u{feff}'), "{at}");
                assert_eq!(old.ends_with('\n'), new.ends_with('\n'), "{at}");
                assert!(!crlf(&old) || !old.contains('\n') || crlf(&new), "{at}: line ends");
                let gone =
                    unified_diff(change).lines().filter(|line| line.starts_with('-')).count();
                assert!(gone <= 18, "{at}: {gone} lines go");
            }
            for question in steps::questions() {
                let Some(stand) = question.stands else { continue };
                if after.json(stand.role()).is_some() {
                    let found = stand.read(&after).map(|found| found.text).unwrap_or_default();
                    assert!(question.agrees(answers.text(question.key), &found), "{at}: {found}");
                }
            }
        }
    }
    assert!(written > 0);
}
