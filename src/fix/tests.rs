//! Writing back keeps every other byte, and does nothing twice.

use super::*;
use crate::connector::files::{RawContent, RawFile};

fn connector(definition: &str, properties: &str) -> Connector {
    let file = |role: Role, text: &str| RawFile {
        role,
        name: role.canonical().to_owned(),
        content: RawContent::Bytes(text.as_bytes().to_vec()),
    };
    Connector::new(
        "x",
        None,
        vec![file(Role::Definition, definition), file(Role::Properties, properties)],
    )
}

fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (key, text) in given {
        answers.give(key, *text);
    }
    answers
}

fn definition_after(before: &str, given: &[(&str, &str)]) -> String {
    let plan = apply_answers(&answers(given), &connector(before, "{}"), Publisher::Verified);
    assert!(plan.skipped.is_empty(), "{:?}", plan.skipped);
    plan.changes.first().map_or(before.to_owned(), |change| change.after.clone())
}

#[test]
fn a_missing_contact_is_made_in_the_files_own_style() {
    let before = "{\r\n\t\"info\": {\r\n\t\t\"title\": \"T\"\r\n\t}\r\n}";
    let after = definition_after(before, &[("support.email", "help@contoso.com")]);
    assert_eq!(
        after,
        "{\r\n\t\"info\": {\r\n\t\t\"title\": \"T\",\r\n\t\t\"contact\": {\r\n\t\t\t\"email\": \
         \"help@contoso.com\"\r\n\t\t}\r\n\t}\r\n}"
    );
}

#[test]
fn metadata_is_set_appended_or_begun() {
    let given = [("support.website", "https://contoso.com"), ("support.categories", "AI, Data")];
    for before in [
        "{}",
        "{\"x-ms-connector-metadata\": null}",
        "{\"x-ms-connector-metadata\": []}",
        "{\"x-ms-connector-metadata\": [{\"propertyName\": \"website\", \"propertyValue\": \"\"}]}",
    ] {
        let after = definition_after(before, &given);
        let found = connector(&after, "{}");
        let read = |name| Stand::Metadata(name).read(&found).map(|found| found.text);
        assert_eq!(read("Website").as_deref(), Some("https://contoso.com"), "{after}");
        assert_eq!(read("Categories").as_deref(), Some("AI;Data"), "{after}");
        assert_eq!(definition_after(&after, &given), after, "twice is once");
    }
}

#[test]
fn an_independent_publisher_gets_the_colour_and_keeps_a_right_one() {
    let given = answers(&[("publisher.type", "independent"), ("publisher.name", "Contoso Fans")]);
    for (before, after) in [
        (
            "{\"properties\": {\"iconBrandColor\": \"#fff\"}}",
            "{\"properties\": {\"iconBrandColor\": \"#da3b01\", \"publisher\": \"Contoso Fans\"}}",
        ),
        (
            "{\"properties\": {\"iconBrandColor\": \"#DA3B01\"}}",
            "{\"properties\": {\"iconBrandColor\": \"#DA3B01\", \"publisher\": \"Contoso Fans\"}}",
        ),
    ] {
        let plan = apply_answers(&given, &connector("{}", before), Publisher::Independent);
        assert_eq!(plan.changes.len(), 1);
        assert_eq!(plan.changes[0].after, after);
        let diff = unified_diff(&plan.changes[0]);
        assert!(diff.starts_with("--- a/apiProperties.json\n+++ b/apiProperties.json\n"), "{diff}");
    }
}

#[test]
fn what_cannot_be_written_is_told_and_the_rest_is_done() {
    let given = answers(&[("support.name", "Care"), ("publisher.name", "Contoso Ltd")]);
    let plan = apply_answers(
        &given,
        &connector("{\"info\": {\"contact\": 7}}", "{\"properties\": {}}"),
        Publisher::Verified,
    );
    assert_eq!(plan.changes.len(), 1);
    assert_eq!(plan.skipped.len(), 1);
    assert_eq!(plan.skipped[0].keys, ["support.name"]);
    let plan = apply_answers(&given, &connector("{", "{\"properties\": {}}"), Publisher::Verified);
    assert!(plan.skipped[0].reason.contains("not valid JSON"), "{:?}", plan.skipped);
}

#[test]
fn unconfirmed_and_blank_answers_write_nothing() {
    let mut given = answers(&[("support.name", "  ")]);
    given.prefill("support.email", "a@b.c", "x");
    let plan = apply_answers(&given, &connector("{}", "{}"), Publisher::Verified);
    assert_eq!(plan, Plan::default());
}
