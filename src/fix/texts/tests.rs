//! Every text that a rule misses is asked for, stands where the rule looks afterwards, and nothing
//! else changes; limits are those of the rules.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::answers::{Answers, Publisher};
use crate::connector::files::{RawContent, RawFile};
use crate::rules;
use jiff::civil::date;

const DEFINITION: &str = r##"{
  "swagger": "2.0",
  "info": {},
  "host": "api.contoso.com",
  "schemes": ["https"],
  "paths": {
    "/a~b/{id}": {
      "post": {
        "operationId": "Make",
        "x-ms-trigger": "single",
        "parameters": [
          {"name": "invoice_id", "in": "path", "required": true, "type": "string"},
          {"name": "state", "in": "query", "type": "string", "enum": ["open", "paid"],
           "x-ms-enum-values": [{"value": "open"}]},
          {"name": "body", "in": "body", "schema": {"type": "object",
           "properties": {"due_date": {"type": "string", "format": "date"}}}}
        ],
        "responses": {"200": {}, "299": {"$ref": "#/responses/odd"}}
      }
    }
  },
  "responses": {"odd": {}}
}
"##;

const PROPERTIES: &str = r#"{"properties": {"connectionParameters": {"key": {"type": "string"}}}}"#;

fn settings() -> Settings {
    Settings::of(Publisher::Verified, date(2026, 11, 23), None)
}

fn submission(definition: &str, properties: &str) -> Submission {
    let files = [(Role::Definition, definition), (Role::Properties, properties)].map(|one| {
        let content = RawContent::Bytes(one.1.as_bytes().to_vec());
        RawFile { role: one.0, name: one.0.canonical().to_owned(), content }
    });
    Submission {
        answers: Some(Arc::new(Answers::default())),
        connector: Some(Arc::new(Connector::new("x", None, files.into()))),
        ..Submission::default()
    }
}

fn found(submission: &Submission) -> (Report, Vec<Gap>) {
    let report = check(submission, &settings());
    let gaps = gaps(submission, &report);
    (report, gaps)
}

fn definition(submission: &Submission) -> String {
    let connector = submission.connector.as_deref().unwrap();
    connector.json(Role::Definition).unwrap().text().to_owned()
}

#[test]
fn every_rule_of_the_table_is_asked_and_then_content() {
    let before = submission(DEFINITION, PROPERTIES);
    let (_, gaps) = found(&before);
    let mut asked: Vec<&str> = gaps.iter().map(|gap| gap.finding.rule.id).collect();
    asked.sort_unstable();
    asked.dedup();
    let mut known: Vec<&str> = WANTED.iter().map(|wanted| wanted.rule).collect();
    known.sort_unstable();
    assert_eq!(asked, known, "the file misses one text of every kind");
    let texts = write_texts(&before, &settings(), &|_| Some("Some text.".to_owned()));
    assert_eq!(texts.plan.skipped, []);
    assert_eq!(texts.written, gaps.len());
    let (_, left) = found(&texts.submission);
    let left: Vec<_> = left.iter().map(|gap| &gap.finding.message).collect();
    assert!(left.is_empty(), "{left:?}\n{}", definition(&texts.submission));
}

#[test]
fn only_what_was_given_is_written_and_every_other_byte_stays() {
    let before = submission(DEFINITION, PROPERTIES);
    let given = |finding: &Finding| {
        (finding.rule.id == "operation-summary-missing").then(|| "Make “it” \\ now".to_owned())
    };
    let texts = write_texts(&before, &settings(), &given);
    assert_eq!((texts.written, texts.plan.changes.len()), (1, 1));
    let after = texts.plan.changes[0].after.text().into_owned();
    let new = ",\n        \"summary\": \"Make “it” \\\\ now\"";
    assert_eq!(after.matches(new).count(), 1, "{after}");
    assert_eq!(after.replace(new, ""), DEFINITION);
}

#[test]
fn what_surrounds_a_text_is_told() {
    let (_, gaps) = found(&submission(DEFINITION, PROPERTIES));
    let around = |rule: &str| {
        let gap = gaps.iter().find(|gap| gap.finding.rule.id == rule).unwrap();
        gap.around.join("\n")
    };
    assert_eq!(around("operation-summary-missing"), "POST /a~b/{id} · Make\nid: Make");
    let parameter = around("parameter-summary-missing");
    assert_eq!(parameter, "POST /a~b/{id} · Make\nparameter invoice_id · path · string · required");
    let field = around("body-property-without-name");
    assert!(field.ends_with("field due_date · string (date)"), "{field}");
    assert!(around("response-description-missing").contains("answer 200"));
    assert!(around("connection-parameter-name-missing").contains("field key of a connection"));
}

#[test]
fn proposals_come_from_answers_and_names() {
    let mut before = submission(DEFINITION, PROPERTIES);
    Arc::make_mut(before.answers.as_mut().unwrap()).give("support.email", "help@contoso.com");
    let (_, gaps) = found(&before);
    let proposal = |rule: &str| {
        let gap = gaps.iter().find(|gap| gap.finding.rule.id == rule).unwrap();
        gap.proposal.clone()
    };
    assert_eq!(proposal("contact-email-missing").as_deref(), Some("help@contoso.com"));
    assert_eq!(proposal("parameter-summary-missing").as_deref(), Some("Invoice ID"));
    assert_eq!(proposal("operation-description-missing"), None);
}

#[test]
fn the_rules_judge_a_text_before_it_is_written() {
    let before = submission(DEFINITION, PROPERTIES);
    let (report, gaps) = found(&before);
    let said = |rule: &str, text: &str| {
        let gap = gaps.iter().find(|gap| gap.finding.rule.id == rule).unwrap();
        let found = judged(&before, &report, &gap.finding, text);
        found.into_iter().map(|finding| finding.rule.id).collect::<Vec<_>>()
    };
    assert_eq!(said("operation-description-missing", "Makes it."), [""; 0]);
    assert_eq!(
        said("operation-description-missing", "Makes it"),
        ["operation-description-no-full-stop"]
    );
    assert_eq!(said("contact-email-missing", "nobody"), ["contact-email-malformed"]);
    assert_eq!(definition(&before), DEFINITION, "nothing is written");
}

#[test]
fn the_limits_are_those_of_the_rules() {
    let before = submission(DEFINITION, PROPERTIES);
    let (report, gaps) = found(&before);
    let is_length = |rule: &str| {
        ["too-long", "over-80", "length-out-of-range"].iter().any(|end| rule.ends_with(end))
    };
    for gap in &gaps {
        let length = |count: usize| {
            let found = judged(&before, &report, &gap.finding, &"x".repeat(count));
            found.iter().any(|finding| is_length(finding.rule.id))
        };
        let (fewest, most) = (gap.wanted.fewest, gap.wanted.most);
        assert!(!length(fewest), "{} of {fewest}", gap.wanted.rule);
        assert!(fewest == 1 || length(fewest - 1), "{} below {fewest}", gap.wanted.rule);
        assert!(!length(most.unwrap_or(1_000)), "{} of {most:?}", gap.wanted.rule);
        assert!(most.is_none_or(|most| length(most + 1)), "{} over {most:?}", gap.wanted.rule);
    }
}

#[test]
fn what_has_no_place_is_told_and_the_rest_is_written() {
    let broken = DEFINITION.replace("\"info\": {}", "\"info\": \"text\"");
    let before = submission(&broken, PROPERTIES);
    let texts = write_texts(&before, &settings(), &|_| Some("Some text.".to_owned()));
    assert!(texts.written > 5);
    let reasons: Vec<_> = texts.plan.skipped.iter().map(|skipped| &skipped.reason).collect();
    assert!(reasons.iter().any(|reason| reason.contains("/info/title")), "{reasons:?}");
    assert!(reasons.iter().all(|reason| reason.ends_with("by hand.")), "{reasons:?}");
}

#[test]
fn every_rule_of_the_table_is_a_rule() {
    for wanted in &WANTED {
        assert!(rules::all().any(|rule| rule.id == wanted.rule), "{}", wanted.rule);
    }
}
