//! Writing back keeps every other byte, and does nothing twice.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::answers::{Answers, Publisher, Stand};
use crate::connector::Connector;
use crate::connector::files::{RawContent, RawFile};
use crate::steps;

fn file(role: Role, text: &str) -> RawFile {
    let content = RawContent::Bytes(text.as_bytes().to_vec());
    RawFile { role, name: role.canonical().to_owned(), content }
}

fn connector(definition: &str, properties: &str) -> Connector {
    let files = vec![file(Role::Definition, definition), file(Role::Properties, properties)];
    Connector::new("x", None, files)
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
    plan.changes.first().map_or(before.to_owned(), |change| change.after.text().into_owned())
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
fn every_style_of_file_stays_what_it_is() {
    let given =
        [("support.email", "help@contoso.com"), ("support.url", "https://contoso.com/help")];
    for (before, after) in [
        (
            "{\n    \"info\": {\n        \"contact\": {\n            \"email\": \"old\"\n        }\n    }\n}\n",
            "{\n    \"info\": {\n        \"contact\": {\n            \"email\": \"help@contoso.com\",\n            \"url\": \"https://contoso.com/help\"\n        }\n    }\n}\n",
        ),
        (
            r#"{"z":1.0,"info":{"contact":{"email":"old","x":"\u00e9"}},"a":[1,2]}"#,
            r#"{"z":1.0,"info":{"contact":{"email":"help@contoso.com","x":"\u00e9","url":"https://contoso.com/help"}},"a":[1,2]}"#,
        ),
        (
            "\u{feff}{\r\n  \"info\" : {\r\n    \"contact\" : null\r\n  }\r\n}",
            "\u{feff}{\r\n  \"info\" : {\r\n    \"contact\" : {\r\n      \"email\" : \"help@contoso.com\",\r\n      \"url\" : \"https://contoso.com/help\"\r\n    }\r\n  }\r\n}",
        ),
    ] {
        assert_eq!(definition_after(before, &given), after);
        assert_eq!(definition_after(after, &given), after, "twice is once");
    }
}

#[test]
fn the_rules_see_every_answer_afterwards() {
    let given = [
        ("publisher.name", "  Contoso \"Ltd\" "),
        ("ownership.stack_owner", "Füße & Söhne"),
        ("support.name", "Care"),
        ("support.email", "help@contoso.com"),
        ("support.url", "https://contoso.com/help"),
        ("support.website", "https://contoso.com"),
        ("support.privacy_policy", "https://contoso.com/privacy"),
        ("support.categories", "data, ai, Data"),
    ];
    let answers = answers(&given);
    let plan = apply_answers(&answers, &connector("{}", "{}"), Publisher::Verified);
    assert_eq!(plan.skipped, []);
    let [definition, properties] = &plan.changes[..] else { panic!("two files change: {plan:?}") };
    let now = connector(&definition.after.text(), &properties.after.text());
    for (key, text) in given {
        let question = steps::question(key).unwrap();
        let found = question.stands.and_then(|stand| stand.read(&now)).unwrap();
        assert!(question.agrees(text, &found.text), "{key}: {}", found.text);
    }
    assert_eq!(Stand::Metadata("Categories").read(&now).unwrap().text, "Data;AI");
    assert_eq!(properties.keys, ["publisher.name", "ownership.stack_owner"]);
    assert_eq!(apply_answers(&answers, &now, Publisher::Verified), Plan::default());
}

#[test]
fn metadata_is_set_appended_or_begun() {
    let given = [("support.website", "https://contoso.com"), ("support.categories", "AI, Data")];
    for before in [
        "{}",
        "{\"x-ms-connector-metadata\": null}",
        "{\"x-ms-connector-metadata\": []}",
        "{\"x-ms-connector-metadata\": [7, {}, {\"propertyName\": 7}]}",
        "{\"x-ms-connector-metadata\": [{\"propertyName\": \"Categories\"}]}",
        "{\"x-ms-connector-metadata\": [{\"propertyName\": \"website\", \"propertyValue\": \"\"}]}",
        "{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": [1]}]}",
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
fn an_existing_entry_keeps_its_name_and_its_place() {
    let before =
        r#"{"x-ms-connector-metadata": [{"propertyValue": "x", "propertyName": "website"}]}"#;
    let after = r#"{"x-ms-connector-metadata": [{"propertyValue": "https://contoso.com", "propertyName": "website"}]}"#;
    assert_eq!(definition_after(before, &[("support.website", "https://contoso.com")]), after);
}

#[test]
fn what_says_the_same_is_left_alone() {
    let before = r#"{"info": {"contact": {"name": " Care "}},
        "x-ms-connector-metadata": [{"propertyName": "Categories", "propertyValue": "Data; AI"}]}"#;
    let given = [("support.name", "Care"), ("support.categories", "AI, Data")];
    assert_eq!(definition_after(before, &given), before);
}

#[test]
fn questions_that_are_not_asked_write_nothing() {
    let given = answers(&[("publisher.type", "verified"), ("ownership.scenario", "x")]);
    let properties = "{\"properties\": {\"iconBrandColor\": \"#ffffff\"}}";
    let plan = apply_answers(&given, &connector("{}", properties), Publisher::Verified);
    assert_eq!(plan, Plan::default());
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
        assert_eq!(plan.changes[0].after.text(), after);
        let diff = unified_diff(&plan.changes[0]);
        assert!(diff.starts_with("--- a/apiProperties.json\n+++ b/apiProperties.json\n"), "{diff}");
    }
}

#[test]
fn a_diff_shows_three_lines_and_the_missing_line_end() {
    let before = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3,\n  \"d\": 4,\n  \"info\": {\"contact\": {\"name\": \"x\"}}\n}";
    let given = answers(&[("support.name", "Care")]);
    let plan = apply_answers(&given, &connector(before, "{}"), Publisher::Verified);
    assert_eq!(
        unified_diff(&plan.changes[0]),
        "--- a/apiDefinition.swagger.json\n+++ b/apiDefinition.swagger.json\n@@ -3,5 +3,5 @@\n   \
         \"b\": 2,\n   \"c\": 3,\n   \"d\": 4,\n-  \"info\": {\"contact\": {\"name\": \"x\"}}\n+  \
         \"info\": {\"contact\": {\"name\": \"Care\"}}\n }\n\\ No newline at end of file\n"
    );
}

#[test]
fn what_cannot_be_written_is_told_and_the_rest_is_done() {
    let given = answers(&[("support.name", "Care"), ("publisher.name", "Contoso Ltd")]);
    for definition in [
        "{\"info\": {\"contact\": 7}}",
        "{\"info\": {\"contact\": []}}",
        "{\"info\": \"text\"}",
        "{\"info\": []}",
    ] {
        let files = connector(definition, "{\"properties\": {}}");
        let plan = apply_answers(&given, &files, Publisher::Verified);
        assert_eq!(plan.changes.len(), 1, "{definition}");
        assert_eq!(plan.changes[0].role, Role::Properties);
        assert_eq!(plan.skipped.len(), 1, "{definition}");
        assert_eq!(plan.skipped[0].keys, ["support.name"]);
        assert!(plan.skipped[0].reason.contains("by hand"), "{:?}", plan.skipped);
    }
}

#[test]
fn a_metadata_list_of_another_type_is_left_alone() {
    let given = [("support.website", "https://contoso.com")];
    for wrong in ["{}", "\"x\"", "7", "true"] {
        let definition = format!("{{\"x-ms-connector-metadata\": {wrong}}}");
        let plan =
            apply_answers(&answers(&given), &connector(&definition, "{}"), Publisher::Verified);
        assert_eq!(plan.changes, []);
        assert_eq!(plan.skipped[0].keys, ["support.website"], "{wrong}");
    }
}

#[test]
fn a_file_that_is_broken_or_missing_is_told_with_the_way_out() {
    let given = answers(&[
        ("support.name", "Care"),
        ("support.email", "help@contoso.com"),
        ("publisher.name", "Contoso Ltd"),
    ]);
    for (definition, words) in
        [(Some("{"), "cannot be read"), (Some("[]"), "cannot be read"), (None, "missing")]
    {
        let mut files = vec![file(Role::Properties, "{}")];
        files.extend(definition.map(|text| file(Role::Definition, text)));
        let plan = apply_answers(&given, &Connector::new("x", None, files), Publisher::Verified);
        assert_eq!(plan.changes.len(), 1, "the other file is still written");
        let [skipped] = &plan.skipped[..] else { panic!("one file is skipped: {plan:?}") };
        assert_eq!(skipped.file, "apiDefinition.swagger.json");
        assert_eq!(skipped.keys, ["support.name", "support.email"]);
        assert!(skipped.reason.contains(words), "{}", skipped.reason);
    }
}

#[test]
fn unconfirmed_and_blank_answers_write_nothing() {
    let mut given = answers(&[("support.name", "  ")]);
    given.prefill("support.email", "a@b.c", "x");
    let plan = apply_answers(&given, &connector("{}", "{}"), Publisher::Verified);
    assert_eq!(plan, Plan::default());
}

/// What the answer writes into the two files, and why it does not.
fn signed_in(way: &str, definition: &str, properties: &str) -> (String, String, Vec<String>) {
    let given = answers(&[("authentication.types", way)]);
    let properties = format!("{{\"properties\": {properties}}}");
    let files = connector(definition, &properties);
    let plan = apply_answers(&given, &files, Publisher::Verified);
    let after = |role: Role, before: &str| {
        let change = plan.changes.iter().find(|change| change.role == role);
        change.map_or(before.to_owned(), |change| change.after.text().into_owned())
    };
    let (definition, properties) =
        (after(Role::Definition, definition), after(Role::Properties, &properties));
    let again = apply_answers(&given, &connector(&definition, &properties), Publisher::Verified);
    assert_eq!(again.changes, [], "twice");
    (definition, properties, plan.skipped.into_iter().map(|skipped| skipped.reason).collect())
}

#[test]
fn the_way_to_sign_in_is_written_where_nothing_is_said_of_it() {
    for way in ["oauth2", "api-key", "basic"] {
        let (definition, properties, skipped) = signed_in(way, "{}", "{\"capabilities\": []}");
        assert_eq!(skipped, [""; 0]);
        let files = connector(&definition, &properties);
        assert_eq!(steps::authentication::detect(&files), Some(vec![way]));
        let defined = files.definition().unwrap().security_definitions().unwrap();
        let required = files.definition().unwrap().root().get("security").unwrap();
        let name = defined.members().next().unwrap().0.into_owned();
        assert!(required.at(0).unwrap().get(&name).is_some(), "{definition}");
    }
    let (definition, properties, skipped) = signed_in("anonymous", "{}", "{}");
    assert_eq!((definition.as_str(), properties.as_str()), ("{}", "{\"properties\": {}}"));
    assert_eq!(skipped, [""; 0]);
}

#[test]
fn half_of_a_sign_in_is_made_whole() {
    let defined = r#"{"securityDefinitions": {"o": {"type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t", "scopes": {"read": ""}}}}"#;
    let (definition, properties, _) = signed_in("oauth2", defined, "{}");
    assert_eq!(definition, defined);
    assert!(properties.contains("https://login.contoso.com/a"), "{properties}");
    assert!(properties.contains("[\"read\"]"), "{properties}");
    // A policy may send the key; where no one does, the definition has to.
    let key = |more: &str| {
        format!(r#"{{"connectionParameters": {{"k": {{"type": "securestring"}}}}{more}}}"#)
    };
    let (definition, ..) = signed_in("api-key", "{}", &key(""));
    assert!(definition.contains("apiKey"), "{definition}");
    let policies = key(r#", "policyTemplateInstances": [{"templateId": "setheader"}]"#);
    assert_eq!(signed_in("api-key", "{}", &policies).0, "{}");
}

#[test]
fn another_way_to_sign_in_is_never_overwritten() {
    let key = r#"{"connectionParameters": {"k": {"type": "securestring"}}}"#;
    let basic = r#"{"securityDefinitions": {"b": {"type": "basic"}}}"#;
    for (way, definition, properties) in [
        ("oauth2", "{}", key),
        ("anonymous", "{}", key),
        ("api-key", basic, "{}"),
        ("oauth2", basic, "{}"),
        ("api-key, basic", "{}", "{}"),
    ] {
        let (after, properties_after, skipped) = signed_in(way, definition, properties);
        assert_eq!(after, definition);
        assert_eq!(properties_after, format!("{{\"properties\": {properties}}}"));
        assert_eq!(skipped.len(), 1, "{way}");
    }
}
