//! `explain` and `rules`: from what Microsoft's tools print to our rule and the place in a file.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use conncert::rules::{self, official};
use serde_json::{Value, json};

use crate::desk::{Desk, Ran, assert_error, changed, ran};

/// The sample with a few faults in the folder `faulty`.
fn desk() -> Desk {
    let desk = Desk::new();
    let definition = changed(|definition| {
        let info = definition["info"].as_object_mut().expect("info");
        info.remove("contact");
        info.insert("title".to_owned(), json!("Invoices of the whole world API"));
        definition["parameters"] = json!({
            "Shared": {"name": "q", "in": "query", "type": "string", "description": "Text."}
        });
        definition["paths"]["/faults"] = json!({"get": {
            "operationId": "Faults", "summary": "Faults", "description": "Finds faults.",
            "parameters": [
                {"name": "a", "in": "query", "type": "string", "x-ms-summary": "A"},
                {"$ref": "#/parameters/Shared"}
            ],
            "responses": {"default": {"description": "All.", "schema": {"type": "string"}}}
        }});
    });
    desk.definition("faulty", serde_json::to_string_pretty(&definition).expect("JSON"));
    desk
}

fn explain(desk: &Desk, line: &str) -> Ran {
    let ran = desk.run(&["explain", line, "--in", "faulty"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{line}");
    ran
}

/// What the page says is found where.
fn assert_place(ran: &Ran, rule: &str, pointer: &str) {
    assert!(ran.out.contains(&format!("error[{rule}]")), "{rule}: {}", ran.out);
    assert!(ran.out.contains("--> faulty"), "{}", ran.out);
    assert!(ran.out.contains(pointer), "{pointer}: {}", ran.out);
    assert!(ran.out.lines().any(|line| line == rule), "no page of {rule}: {}", ran.out);
}

#[test]
fn a_line_of_the_validator_leads_to_its_place() {
    let desk = desk();
    let line = |message: &str, path: &str| format!("##[error]{message} ValuePath: {path}");
    for (message, path, rule, pointer) in [
        (
            "The 'description' property is required.",
            "/paths/~1faults/get/parameters/0",
            "parameter-description-missing",
            "/paths/~1faults/get/parameters/0/description",
        ),
        (
            "The 'x-ms-summary' property is required.",
            "/paths/~1faults/get/parameters/1",
            "parameter-summary-missing",
            "/parameters/Shared/x-ms-summary",
        ),
        (
            "The 'title' value goes over the character limit '30'",
            "/info/title",
            "title-too-long",
            "/info/title",
        ),
        (
            "error DefaultResponseHasSchema: anything at all",
            "'paths/~1faults/get/responses/default' Value: ''",
            "default-response-schema",
            "/paths/~1faults/get/responses/default",
        ),
    ] {
        assert_place(&explain(&desk, &line(message, path)), rule, pointer);
    }
}

#[test]
fn the_parent_stands_for_a_missing_member() {
    let desk = desk();
    let ran = explain(&desk, "The 'contact' property is required. ValuePath: /info");
    for rule in ["contact-name-missing", "contact-url-missing", "contact-email-missing"] {
        assert_place(&ran, rule, "/info");
    }
    assert!(!ran.out.contains("description-missing"), "{}", ran.out);
    // Only what fires there is explained, where anything does.
    let title =
        "The value 'title' contains one of the restricted words: 'api'. ValuePath: /info/title";
    let ran = explain(&desk, title);
    assert_place(&ran, "title-reserved-word", "/info/title");
    assert!(!ran.out.contains("\ntitle-names-product\n"), "{}", ran.out);
}

#[test]
fn the_place_speaks_where_the_words_do_not() {
    let desk = desk();
    let ran = explain(&desk, "Something new is wrong. ValuePath: /info/title");
    assert!(ran.out.starts_with("The words say nothing"), "{}", ran.out);
    assert_place(&ran, "title-reserved-word", "/info/title");
    let line = "Something new is wrong. ValuePath: /info";
    assert_error(&desk.run(&["explain", line, "--in", "faulty"]), 2, "names or words a rule");
}

#[test]
fn what_is_mended_already_is_told() {
    let desk = desk();
    let ran = desk.run(&[
        "explain",
        "The 'title' value goes over the character limit '30' ValuePath: /info/title",
        "--in",
        "sample",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("advice[title-too-long]: Nothing of it is found"), "{}", ran.out);
    assert!(ran.out.contains("--> sample"), "{}", ran.out);
}

#[test]
fn the_connector_of_the_folder_is_the_default() {
    let desk = desk();
    let line = "TitleTooLong is ours; FieldLengthExceeded is theirs. ValuePath: /info/title";
    let output = desk.command(&["explain", line]).current_dir(desk.path("faulty")).output();
    let ran = ran(&output.expect("the program runs"));
    assert!(ran.code == 0 && ran.out.contains("--> apiDefinition.swagger.json:"), "{ran:?}");
    let outside = desk.run(&["explain", line]);
    assert!(outside.code == 0 && !outside.out.contains("-->"), "{outside:?}");
    assert_error(&desk.run(&["explain", line, "--in", "nowhere"]), 3, "nowhere");
}

#[test]
fn a_whole_log_is_read() {
    let desk = desk();
    let log = "Starting: validate\r\n\
        2026-04-16T14:11:24.4413494Z ##[error]The 'title' value goes over the character limit \
        '30' ValuePath: /info/title\n\
        2026-04-16T14:11:24.5513494Z ##[error]The 'title' value goes over the character limit \
        '30' ValuePath: /info/title\n\
        ##[error]Something new\u{1b}[31m is wrong. ValuePath: /paths\n\
        Policy Code: 5000.1.1.9\nFinishing: validate\n";
    let mut child = desk
        .command(&["explain", "-", "--in", "faulty"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(log.as_bytes()).expect("written");
    let ran = ran(&child.wait_with_output().expect("it ends"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out.matches("error[title-too-long]").count(), 1, "{}", ran.out);
    assert!(ran.out.contains("2 messages understood, 1 not:"), "{}", ran.out);
    assert!(ran.out.contains("5000.1.1.9 ("), "{}", ran.out);
    assert!(ran.out.contains("Something new") && !ran.out.contains('\u{1b}'), "{}", ran.out);
    assert!(!ran.out.contains("Starting"), "{}", ran.out);
    assert_error(&desk.run(&["explain", "-"]), 2, "nothing to explain");
    assert_error(&desk.run(&["explain", "one\ntwo"]), 2, "no line");
    assert_error(&desk.run(&["explain", "The moon is round"]), 2, "names or words a rule");
}

#[test]
fn every_official_name_is_explained() {
    for name in official::all() {
        let reading = rules::reading::read(name);
        assert_eq!(reading.names, [name]);
        assert_eq!(reading.rules, official::rules(name), "{name}");
    }
    let desk = Desk::new();
    let malware = desk.run(&["explain", "5000.1.1.4"]);
    assert!(malware.code == 0 && malware.out.contains("malware"), "{malware:?}");
    let two = desk.run(&["explain", "5000.2.4.5"]);
    for rule in ["operations-missing", "responses-missing"] {
        assert!(two.out.lines().any(|line| line == rule), "{rule}: {}", two.out);
    }
}

#[test]
fn the_coverage_names_everything() {
    let desk = Desk::new();
    let ran = desk.run(&["rules", "--format", "md"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let rows: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("| ")).collect();
    for name in official::all() {
        let own = [format!("| `{name}` |"), format!("| {name} |")];
        let mine: Vec<&&str> =
            rows.iter().filter(|row| own.iter().any(|own| row.starts_with(own))).collect();
        assert_eq!(mine.len(), official::rules(name).len().max(1), "{name}");
        for row in mine {
            let bare = row.contains("| none |");
            assert_eq!(bare, official::rules(name).is_empty(), "{row}");
            let remark = official::unjudged(name).or_else(|| official::assumed(name));
            assert!(remark.is_none_or(|remark| row.contains(remark)), "{row}");
        }
    }
    for rule in rules::all() {
        assert!(ran.out.contains(&format!("| `{}` |", rule.id)), "{}", rule.id);
    }
    let bars = |row: &&str| row.replace("\\|", "").matches('|').count();
    assert!(rows.iter().all(|row| [6, 7, 8].contains(&bars(row))), "{}", ran.out);
}

#[test]
fn editors_get_the_rulebook_as_data() {
    let desk = Desk::new();
    let ran = desk.run(&["rules", "--format", "json"]);
    let data: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(data["schema"], 1);
    let told = data["rules"].as_array().expect("rules");
    assert_eq!(told.len(), rules::all().count());
    for (rule, told) in rules::all().zip(told) {
        assert_eq!(told["id"], rule.id);
        assert!(told["title"].as_str().is_some_and(|title| title.ends_with('.')), "{told}");
        assert!(told["docs"].as_str().is_some_and(|docs| docs.contains("```")), "{told}");
        let official = told["official"].as_array().expect("names").len();
        let codes = told["codes"].as_array().expect("codes").len();
        assert_eq!(official + codes, rule.official.len(), "{told}");
        let publishers = told["publishers"].as_array().expect("publishers");
        for publisher in ["verified", "independent"] {
            let level = &told["levels"][publisher];
            assert_eq!(level.is_string(), publishers.contains(&publisher.into()), "{told}");
        }
        assert_eq!(told["fix"].is_object(), rule.fix.is_some(), "{told}");
    }
}

#[test]
fn formats_are_chosen_by_name_and_told_from_here() {
    let desk = desk();
    for (name, sign) in [
        ("sarif", "\"uri\": \"faulty/apiDefinition.swagger.json\""),
        ("junit", "<testsuite name=\"faulty\""),
        ("github", "::error file=faulty/apiDefinition.swagger.json,"),
        ("markdown", "`faulty/apiDefinition.swagger.json:"),
    ] {
        let whole = fs::canonicalize(desk.path("faulty")).expect("a folder");
        for path in ["faulty", "./faulty", whole.to_str().expect("text")] {
            let ran = desk.run(&["check", path, "--format", name]);
            assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{name}");
            // Windows writes a whole path its own way.
            assert!(cfg!(windows) || ran.out.contains(sign), "{name} {path}: {}", ran.out);
        }
    }
}

/// Logs are pasted from anywhere: what they hold is text, however long it is.
#[test]
fn a_hostile_log_is_only_text() {
    let desk = desk();
    let deep = "/a".repeat(1_000_000);
    let log = format!(
        "\u{feff}The 'description' property is required. ValuePath: {deep}\n\
         \u{1b}[31mTitleTooLong\u{1b}[0m \u{9b}31m \u{202e}\r\n\
         DefaultResponseHasSchema ValuePath: /paths/~1faults/get/parameters/1{deep}\n"
    );
    let mut explain = desk.command(&["explain", "-", "--in", "faulty"]);
    explain.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = explain.spawn().expect("conncert");
    child.stdin.take().expect("a pipe").write_all(log.as_bytes()).expect("read");
    let ran = ran(&child.wait_with_output().expect("output"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!ran.out.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{feff}', '\r']));
}

/// An example may be about a character that nobody sees.
#[test]
fn examples_show_what_nobody_sees() {
    let ran = Desk::new().run(&["explain", "json-byte-order-mark"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("\\u{feff}{") && !ran.out.contains('\u{feff}'), "{}", ran.out);
}
