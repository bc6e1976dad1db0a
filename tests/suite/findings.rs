//! What documented examples cannot show: one fault is told once although file and answer both have
//! it, an answer that is ready is offered, and a secret never gets into a message.

use std::collections::BTreeMap;

use conncert::answers::{Answers, Publisher};
use conncert::check::check;
use conncert::export::refusal;
use conncert::fix::{apply_answers, unified_diff};
use conncert::format::{FORMATS, Style};
use conncert::rule::{Finding, Outcome, Report, SUSPECT};
use conncert::settings::Settings;

use crate::support::Fixture;

type Files = BTreeMap<String, Vec<u8>>;

const DEFINITION: &str = "apiDefinition.swagger.json";
const PROPERTIES: &str = "apiProperties.json";

/// The clean connector with one text replaced.
fn changed(publisher: Publisher, name: &str, from: &str, to: &str) -> Files {
    let mut files = Fixture::clean(publisher).files;
    let text = String::from_utf8(files[name].clone()).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    files.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

fn judged(publisher: Publisher, files: &Files, answers: Answers) -> Report {
    Fixture { files: files.clone(), answers, ..Fixture::clean(publisher) }.report(true, true)
}

/// The only finding of a rule.
fn only<'a>(report: &'a Report, rule: &str) -> &'a Finding {
    let mut found = report.findings.iter().filter(|finding| finding.rule.id == rule);
    let first = found.next().unwrap_or_else(|| panic!("{rule} has no finding"));
    assert!(found.next().is_none(), "{rule} has several findings");
    first
}

/// Rule, question, a good text of the definition, a bad one, and the bad one as an answer.
const TWICE: [(&str, &str, &str, &str, &str); 6] = [
    ("contact-email-malformed", "support.email", "help@contoso.com", "nobody", "nobody"),
    ("url-malformed", "support.url", "https://contoso.com/help", "help", "help"),
    ("metadata-url-malformed", "support.website", "\"https://contoso.com\"", "\"x\"", "x"),
    (
        "metadata-url-malformed",
        "support.privacy_policy",
        "https://contoso.com/privacy",
        "privacy",
        "privacy",
    ),
    ("category-unknown", "support.categories", "Finance;", "Invoices;", "Invoices, Productivity"),
    (
        "categories-too-many",
        "support.categories",
        "Finance;",
        "Data;Finance;",
        "Data, Finance, Productivity",
    ),
];

#[test]
fn a_fault_of_file_and_answer_is_told_once_in_the_file() {
    for (rule, key, good, bad, answer) in TWICE {
        let files = changed(Publisher::Verified, DEFINITION, good, bad);
        let mut answers = Fixture::clean(Publisher::Verified).answers;
        answers.give(key, answer);
        let report = judged(Publisher::Verified, &files, answers);
        let finding = only(&report, rule);
        assert_eq!(finding.spot.file.as_deref(), Some(DEFINITION), "{rule}");
        assert_eq!(finding.related.len(), 1, "{rule}");
        assert_eq!(finding.related[0].answer, Some(key), "{rule}");
        assert_eq!(report.findings.len(), 1, "{rule}: {:?}", report.findings);
    }
}

#[test]
fn a_fault_of_the_answer_alone_is_told_at_the_answer() {
    for (rule, key, .., answer) in TWICE {
        let mut answers = Fixture::clean(Publisher::Verified).answers;
        answers.give(key, answer);
        let report =
            judged(Publisher::Verified, &Fixture::clean(Publisher::Verified).files, answers);
        assert_eq!(only(&report, rule).spot.answer, Some(key), "{rule}");
    }
}

#[test]
fn an_answer_that_was_only_read_raises_nothing() {
    for (rule, key, .., answer) in TWICE {
        let mut answers = Fixture::clean(Publisher::Verified).answers;
        answers.remove(key);
        answers.prefill(key, answer, DEFINITION);
        let report =
            judged(Publisher::Verified, &Fixture::clean(Publisher::Verified).files, answers);
        assert!(report.findings.iter().all(|finding| finding.rule.id != rule), "{rule}");
    }
}

#[test]
fn oauth_of_file_and_answer_is_told_once_in_the_file() {
    let files = changed(Publisher::Independent, PROPERTIES, "securestring", "oauthSetting");
    let mut answers = Fixture::clean(Publisher::Independent).answers;
    answers.give("authentication.types", "oauth2");
    let report = judged(Publisher::Independent, &files, answers);
    let finding = only(&report, "oauth-not-for-independent");
    assert_eq!(finding.spot.pointer, "/properties/connectionParameters/api_key");
    assert_eq!(finding.related[0].answer, Some("authentication.types"));
}

#[test]
fn what_is_missing_and_answered_is_ready_to_be_written() {
    for (rule, key, file, member) in [
        ("contact-name-missing", "support.name", DEFINITION, "\"name\": \"Contoso Customer Care\""),
        ("contact-url-missing", "support.url", DEFINITION, "\"url\": \"https://contoso.com/help\""),
        ("contact-email-missing", "support.email", DEFINITION, "\"email\": \"help@contoso.com\""),
        ("website-missing", "support.website", DEFINITION, "\"Website\""),
        ("privacy-policy-missing", "support.privacy_policy", DEFINITION, "\"Privacy policy\""),
        ("categories-missing", "support.categories", DEFINITION, "\"Categories\""),
        ("publisher-missing", "publisher.name", PROPERTIES, "\"publisher\": \"Contoso Ltd\""),
        (
            "stack-owner-missing",
            "ownership.stack_owner",
            PROPERTIES,
            "\"stackOwner\": \"Contoso Ltd\"",
        ),
    ] {
        let blank = if member.contains(':') { "\"x\": \"\"" } else { "\"x\"" };
        let files = changed(Publisher::Verified, file, member, blank);
        let mut answers = Fixture::clean(Publisher::Verified).answers;
        let report = judged(Publisher::Verified, &files, answers.clone());
        let finding = only(&report, rule);
        assert!(finding.message.contains(answers.text(key)), "{}", finding.message);
        assert!(finding.message.contains("conncert apply"), "{}", finding.message);
        assert_eq!(finding.related[0].answer, Some(key), "{rule}");

        answers.remove(key);
        let report = judged(Publisher::Verified, &files, answers);
        let finding = only(&report, rule);
        assert!(!finding.message.contains("conncert apply"), "{}", finding.message);
        assert!(finding.related.is_empty(), "{rule}");
    }
}

#[test]
fn a_secret_is_counted_and_never_said() {
    let secret = "q9Z-7041-hush";
    let settings = format!(
        "\"oauthSetting\", \"oAuthSettings\": {{ \"identityProvider\": \"oauth2\", \
         \"redirectMode\": \"Global\", \"CLIENTSECRET\": \"{secret}\" }}"
    );
    let files = changed(Publisher::Verified, PROPERTIES, "\"securestring\"", &settings);
    let report = judged(Publisher::Verified, &files, Fixture::clean(Publisher::Verified).answers);
    let finding = only(&report, "oauth-secret-in-file");
    assert!(finding.message.contains("13 characters"), "{}", finding.message);
    assert!(report.findings.iter().all(|finding| !finding.message.contains(secret)));
    // Nor by any format, whose frames show the very line.
    let fixture = Fixture { files, ..Fixture::clean(Publisher::Verified) };
    let style = Style { width: 100, ..Style::plain() };
    for format in &FORMATS {
        let shown = (format.render)(&[fixture.checked()], &style);
        assert!(shown.contains("oauth-secret-in-file") && !shown.contains(secret), "{shown}");
    }
    // Nor by the diff of another change of the same file.
    let mut answers = fixture.answers.clone();
    answers.give("publisher.name", "Fabrikam");
    let plan = apply_answers(&answers, &fixture.connector(), Publisher::Verified);
    assert!(!unified_diff(&plan.changes[0]).contains(secret));
}

#[test]
fn what_looks_like_a_secret_is_covered_and_held_back() {
    // Put together here, so that no scanner of this repository stumbles over it.
    let secret = ["ghp_", "q7Zt3vXk9LmB2cRw8HsN4dJf6GypW5uTa1eK"].concat();
    let mut fixture = Fixture::clean(Publisher::Verified);
    // A crisp rule quotes the value of a default that is of the wrong type.
    let parameter = serde_json::json!({
        "name": "count", "in": "query", "type": "integer", "default": secret,
        "x-ms-summary": "Count", "description": "How many."
    });
    fixture.patch(
        "apiDefinition.swagger.json",
        &serde_json::json!({"paths": {"/invoices": {"get": {"parameters": [parameter]}}}}),
    );
    let readme = String::from_utf8(fixture.files["readme.md"].clone()).unwrap();
    fixture.files.insert("readme.md".to_owned(), format!("{readme}\n{secret}\n").into_bytes());
    let checked = fixture.checked();
    let found = checked.report.findings.iter().filter(|finding| finding.rule.id == SUSPECT);
    let files: Vec<&str> = found.filter_map(|finding| finding.spot.file.as_deref()).collect();
    assert_eq!(files, ["apiDefinition.swagger.json", "readme.md"]);
    let style = Style { width: 100, ..Style::plain() };
    for format in &FORMATS {
        let shown = (format.render)(&[fixture.checked()], &style);
        assert!(shown.contains(SUSPECT) && !shown.contains(&secret[..12]), "{shown}");
    }
    let held = refusal(&checked, false).expect("held back");
    assert!(held.findings.iter().all(|finding| finding.rule.id == SUSPECT), "{}", held.sentence);
    assert!(held.sentence.contains("looks like a secret"), "{}", held.sentence);
    assert!(refusal(&checked, true).is_none());
}

#[test]
fn young_rules_are_not_asked_of_older_days() {
    let files = changed(
        Publisher::Independent,
        PROPERTIES,
        "\"securestring\"",
        "\"oauthSetting\", \"oAuthSettings\": { \"identityProvider\": \"oauth2\" }",
    );
    for (rule, first) in [
        ("oauth-redirect-mode", jiff::civil::date(2024, 2, 1)),
        ("oauth-not-for-independent", jiff::civil::date(2025, 9, 1)),
    ] {
        for (day, outcome) in
            [(first.yesterday().unwrap(), Outcome::NotApplicable), (first, Outcome::Failed)]
        {
            let fixture =
                Fixture { files: files.clone(), ..Fixture::clean(Publisher::Independent) };
            let settings = Settings { as_of: day, ..fixture.settings() };
            let report = check(&fixture.submission(true, false), &settings);
            let found = report.outcomes.iter().find(|(asked, _)| asked.id == rule).unwrap();
            assert_eq!(found.1, outcome, "{rule} on {day}");
        }
    }
}
