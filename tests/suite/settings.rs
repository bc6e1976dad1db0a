//! `conncert.toml`: what it sets aside and what it cannot, how a stale entry is told, and that a
//! baseline hides exactly what was there when it was written.

use std::fs;

use conncert::answers::Publisher;
use conncert::check::check;
use conncert::check::renewal::renewal;
use conncert::export::{ExportSettings, Only, all};
use conncert::format::{FORMATS, Style};
use conncert::rule::{Checked, Level, Outcome, Report};
use conncert::settings::baseline::merged;
use conncert::settings::{Settings, Why};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::desk::{Desk, Ran};
use crate::support::{Fixture, TODAY};

const DEFINITION: &str = "apiDefinition.swagger.json";
const PROPERTIES: &str = "apiProperties.json";
const FILE: &str = "conncert.toml";

/// A connector without e-mail and with a forbidden colour, judged by a settings file.
fn faulty(settings: &str) -> Fixture {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch(DEFINITION, &json!({"info": {"contact": {"email": null}}}));
    fixture.patch(PROPERTIES, &json!({"properties": {"iconBrandColor": "#007ee5"}}));
    fixture.files.insert(FILE.to_owned(), settings.as_bytes().to_vec());
    fixture
}

const MAIL: &str = "contact-email-missing";
const COLOUR: &str = "brand-colour-forbidden";

fn judged(settings: &str) -> Report {
    faulty(settings).report(true, false)
}

fn told(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.rule.id).collect()
}

fn aside(report: &Report) -> Vec<(&str, &Why)> {
    report.excepted.iter().map(|excepted| (excepted.finding.rule.id, &excepted.why)).collect()
}

/// The finding of a rule about the settings file: line, column, message.
#[track_caller]
fn about_the_file<'a>(report: &'a Report, rule: &str) -> (usize, usize, &'a str) {
    let mut found = report.findings.iter().filter(|finding| finding.rule.id == rule);
    let one = found.next().unwrap_or_else(|| panic!("{rule} found nothing: {:?}", told(report)));
    assert!(found.next().is_none(), "{rule} found more: {:#?}", report.findings);
    assert_eq!(one.spot.file.as_deref(), Some(FILE));
    let range = one.spot.range.expect("a place");
    (range.line, range.column, &one.message)
}

#[test]
fn without_settings_everything_counts() {
    let mut fixture = faulty("");
    fixture.files.remove(FILE);
    let report = fixture.report(true, false);
    assert_eq!(told(&report), [MAIL, COLOUR]);
    assert!(report.excepted.is_empty());
    let outcome = |id: &str| report.outcomes.iter().find(|(rule, _)| rule.id == id).unwrap().1;
    assert_eq!(outcome("settings-invalid"), Outcome::NotApplicable);
    assert_eq!(outcome("exception-unused"), Outcome::NotApplicable);
    assert_eq!(told(&judged("# nothing said")), [MAIL, COLOUR]);
}

#[test]
fn an_exception_is_for_a_rule_a_file_a_place_or_an_answer() {
    for place in [
        "",
        "file = \"definition\"\n",
        "file = \"apiDefinition.swagger.json\"\n",
        "pointer = \"/info/contact/email\"\n",
        "file = \"APIDEFINITION.SWAGGER.JSON\"\npointer = \"/info/contact/email\"\n",
    ] {
        let text = format!("[[exception]]\nrule = \"{MAIL}\"\n{place}reason = \"Next week.\"\n");
        let report = judged(&text);
        assert_eq!(told(&report), [COLOUR], "{text}");
        let why = Why::Exception { reason: "Next week.".to_owned(), until: None };
        assert_eq!(aside(&report), [(MAIL, &why)], "{text}");
        assert_eq!(report.excepted[0].finding.level, Level::Error);
    }
    for place in ["file = \"properties\"\n", "pointer = \"/info/contact\"\n"] {
        let text = format!("[[exception]]\nrule = \"{MAIL}\"\n{place}reason = \"Next week.\"\n");
        assert_eq!(told(&judged(&text)), [MAIL, COLOUR, "exception-unused"], "{text}");
    }
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.answers.give("uptime.percent", "");
    let before = fixture.report(true, true);
    assert_eq!(told(&before), ["uptime-below-recommended"]);
    let entry = "[[exception]]\nrule = \"uptime-below-recommended\"\nanswer = \"uptime.percent\"\n\
        reason = \"Operations measures it.\"\n";
    fixture.files.insert(FILE.to_owned(), entry.as_bytes().to_vec());
    assert_eq!(told(&fixture.report(true, true)), Vec::<&str>::new());
    // Where no answers are judged, the entry is not out of use.
    assert_eq!(told(&fixture.report(true, false)), Vec::<&str>::new());
}

#[test]
fn an_exception_holds_up_to_its_day() {
    let text = |day: &str| {
        format!("[[exception]]\nrule = \"{MAIL}\"\nreason = \"Soon.\"\nuntil = {day}\n")
    };
    assert_eq!(told(&judged(&text(&TODAY.to_string()))), [COLOUR]);
    let report = judged(&text(&TODAY.yesterday().unwrap().to_string()));
    assert_eq!(told(&report), [MAIL, COLOUR, "exception-unused"]);
    let (line, column, message) = about_the_file(&report, "exception-unused");
    assert_eq!((line, column), (2, 8));
    assert!(message.contains("ended on 2026-11-22"), "{message}");
}

#[test]
fn what_stands_for_nothing_is_told_where_it_stands() {
    let text = "# mine\n\n[[exception]]\nreason = \"It was so.\"\n  rule = \"title-too-long\"\n";
    let report = judged(text);
    let (line, column, message) = about_the_file(&report, "exception-unused");
    assert_eq!((line, column), (5, 10));
    assert!(message.contains("`title-too-long`"), "{message}");
    // A rule that could not be asked may still have something to say.
    let mut fixture = faulty(text);
    fixture.files.insert(DEFINITION.to_owned(), b"{".to_vec());
    assert!(!told(&fixture.report(true, false)).contains(&"exception-unused"));
    // So may one that is not asked of this publisher, or by that day's rulebook.
    let text = "[[exception]]\nrule = \"oauth-not-for-independent\"\nreason = \"x\"\n";
    assert_eq!(told(&judged(text)), [MAIL, COLOUR]);
    // A file for many connectors is no litter where one of them does not need it.
    let fixture = faulty("[[exception]]\nrule = \"title-too-long\"\nreason = \"Theirs.\"\n");
    let settings = Settings { shared: true, ..fixture.settings() };
    assert_eq!(told(&check(&fixture.submission(true, false), &settings)), [MAIL, COLOUR]);
}

#[test]
fn levels_change_and_rules_are_switched_off() {
    let report = judged(&format!("[levels]\n{MAIL} = \"advice\"\n{COLOUR} = \"off\"\n"));
    assert_eq!(told(&report), [MAIL]);
    assert_eq!(report.findings[0].level, Level::Advice);
    assert_eq!(aside(&report), [(COLOUR, &Why::Off)]);
    let outcome = |id: &str| report.outcomes.iter().find(|(rule, _)| rule.id == id).unwrap().1;
    assert_eq!(outcome(COLOUR), Outcome::Off);
    assert_eq!(outcome(MAIL), Outcome::Failed);
    // Also for our own rules, and with an exception that keeps its reason.
    let text = format!(
        "[[exception]]\nrule = \"{COLOUR}\"\nreason = \"Brand.\"\n[[exception]]\n\
         rule = \"title-too-long\"\nreason = \"x\"\n[levels]\nexception-unused = \"error\"\n\
         {COLOUR} = \"off\"\n"
    );
    let report = judged(&text);
    assert_eq!(told(&report), [MAIL, "exception-unused"]);
    assert_eq!(report.findings[1].level, Level::Error);
    assert!(matches!(aside(&report)[..], [(COLOUR, Why::Exception { .. })]));
    let text = text.replace("\"error\"", "\"off\"");
    assert_eq!(told(&judged(&text)), [MAIL]);
}

#[test]
fn some_rules_cannot_be_set_aside() {
    let secret = json!({"properties": {"connectionParameters": {"token": {
        "type": "oauthSetting", "oAuthSettings": {
            "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector",
            "clientId": "abc", "clientSecret": "q8F2-77xa-0042"
        }
    }}}});
    for settings in [
        "[levels]\noauth-secret-in-file = \"off\"\n",
        "[[exception]]\nrule = \"oauth-secret-in-file\"\nreason = \"Nobody looks.\"\n",
    ] {
        let mut fixture = faulty(settings);
        fixture.patch(PROPERTIES, &secret);
        let report = fixture.report(true, false);
        let found: Vec<_> = report
            .findings
            .iter()
            .filter(|found| found.rule.id == "oauth-secret-in-file")
            .collect();
        assert_eq!(found.len(), 1, "{settings}");
        assert_eq!(found[0].level, Level::Error);
        let (.., message) = about_the_file(&report, "settings-invalid");
        assert!(message.contains("always judged"), "{message}");
    }
    let mut fixture = faulty("[levels]\njson-invalid = \"advice\"\n");
    fixture.files.insert(PROPERTIES.to_owned(), b"{".to_vec());
    let report = fixture.report(true, false);
    let broken = report.findings.iter().find(|found| found.rule.id == "json-invalid");
    assert_eq!(broken.map(|found| found.level), Some(Level::Error));
}

#[test]
fn what_cannot_be_understood_is_told_and_the_rest_counts() {
    let report = judged(&format!("[levels]\n{COLOUR} = \"off\"\ntitel-missing = \"off\"\n"));
    assert_eq!(told(&report), [MAIL, "settings-invalid"]);
    let (line, column, message) = about_the_file(&report, "settings-invalid");
    assert_eq!((line, column), (3, 1));
    assert!(message.contains("Did you mean `title-missing`?"), "{message}");
    let report = judged(&format!("[levels]\n{COLOUR} = \"off\"\nx = \n"));
    assert_eq!(told(&report), [MAIL, COLOUR, "settings-invalid"]);
    assert_eq!(about_the_file(&report, "settings-invalid").0, 3);
    let report = judged(&format!("[[exception]]\nrule = \"{MAIL}\"\nreson = \"x\"\n"));
    let faults: Vec<_> =
        report.findings.iter().filter(|found| found.rule.id == "settings-invalid").collect();
    assert_eq!(faults.len(), 2, "the key and the missing reason: {faults:#?}");
    assert!(faults.iter().any(|fault| fault.message.contains("Did you mean `reason`?")));
    let report = judged(
        "[[exception]]\nrule = \"answer-missing\"\nanswer = \"uptime.per\"\nreason = \"x\"\n",
    );
    let (.., message) = about_the_file(&report, "settings-invalid");
    assert!(message.contains("`uptime.percent`"), "{message}");
}

/// Writes the baseline as the command line does it.
fn renewed(fixture: &mut Fixture) {
    let submission = fixture.submission(true, false);
    let report = check(&submission, &fixture.settings());
    let checked = Checked { path: "contoso".to_owned(), submission, report };
    let text = fixture.files.get(FILE).cloned().unwrap_or_default();
    let text = String::from_utf8(text).expect("text");
    let renewal = renewal(&checked);
    let text = merged(&text, &renewal.gone, &renewal.come);
    fixture.files.insert(FILE.to_owned(), text.into_bytes());
}

fn settings_of(fixture: &Fixture) -> String {
    String::from_utf8(fixture.files[FILE].clone()).expect("text")
}

#[test]
fn a_baseline_hides_what_was_there_and_nothing_else() {
    let parameter =
        |name: &str| json!({"name": name, "in": "query", "type": "string", "x-ms-summary": "Some"});
    let parameters = |all: Value| json!({"paths": {"/invoices": {"get": {"parameters": all}}}});
    let mut fixture = faulty("");
    fixture.files.remove(FILE);
    fixture.patch(DEFINITION, &parameters(json!([parameter("status")])));
    let before = fixture.report(true, false);
    let count = before.findings.len();
    assert!(count >= 3 && told(&before).contains(&"parameter-description-missing"));
    renewed(&mut fixture);
    let report = fixture.report(true, false);
    assert_eq!(told(&report), Vec::<&str>::new());
    assert_eq!(report.excepted.len(), count);
    assert!(report.excepted.iter().all(|excepted| excepted.why == Why::Baseline));
    let text = settings_of(&fixture);
    renewed(&mut fixture);
    assert_eq!(settings_of(&fixture), text, "nothing has changed");

    // Another parameter before it moves the place, and has the same fault itself.
    let two = json!([parameter("year"), parameter("status")]);
    fixture.patch(DEFINITION, &parameters(two));
    let report = fixture.report(true, false);
    let fresh: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.rule.id == "parameter-description-missing")
        .map(|finding| finding.spot.pointer.as_str())
        .collect();
    assert_eq!(fresh, ["/paths/~1invoices/get/parameters/0/description"]);
    assert_eq!(report.excepted.len(), count);

    // What was mended leaves the baseline, and only that.
    let mut mended = parameter("status");
    mended["description"] = "Only invoices with this status.".into();
    fixture.patch(DEFINITION, &parameters(json!([mended])));
    fixture.patch(PROPERTIES, &json!({"properties": {"iconBrandColor": "#0a5c8f"}}));
    let report = fixture.report(true, false);
    let stale = told(&report).iter().filter(|id| **id == "exception-unused").count();
    assert_eq!(stale, 2, "{:?}", told(&report));
    renewed(&mut fixture);
    assert_eq!(told(&fixture.report(true, false)), Vec::<&str>::new());
    let text = settings_of(&fixture);
    assert!(text.contains(MAIL) && !text.contains(COLOUR), "{text}");
}

#[test]
fn a_baseline_touches_nothing_that_a_person_wrote() {
    let mine = "# Ours.\n[levels] # few\ntitle-missing = \"warning\"\n\n[[exception]]\n\
        rule = \"contact-email-missing\"\nreason = \"Next week.\" # really\n";
    let mut fixture = faulty(mine);
    renewed(&mut fixture);
    let text = settings_of(&fixture);
    assert!(text.starts_with(mine), "{text}");
    assert_eq!(text.matches("[[baseline]]").count(), 1, "the exception stands by itself: {text}");
    assert_eq!(told(&fixture.report(true, false)), Vec::<&str>::new());
    fixture.patch(PROPERTIES, &json!({"properties": {"iconBrandColor": "#0a5c8f"}}));
    renewed(&mut fixture);
    let text = settings_of(&fixture);
    assert!(text.starts_with(mine) && !text.contains("[[baseline]]"), "{text}");
}

#[test]
fn of_findings_that_look_alike_as_many_are_hidden_as_were_there() {
    let alike = |count: usize| {
        let one = json!({"name": "a", "in": "query", "type": "string", "x-ms-summary": "A"});
        json!({"paths": {"/invoices": {"get": {"parameters": vec![one; count]}}}})
    };
    let mut fixture = faulty("");
    fixture.patch(DEFINITION, &alike(2));
    renewed(&mut fixture);
    assert_eq!(told(&fixture.report(true, false)), Vec::<&str>::new());
    fixture.patch(DEFINITION, &alike(3));
    let report = fixture.report(true, false);
    let missing: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.rule.id == "parameter-description-missing")
        .map(|finding| finding.spot.pointer.as_str())
        .collect();
    assert_eq!(missing, ["/paths/~1invoices/get/parameters/2/description"]);
}

#[test]
fn a_package_goes_without_the_settings_and_the_checklist_tells_what_they_hide() {
    let mut fixture = faulty(&format!(
        "[[exception]]\nrule = \"{MAIL}\"\nreason = \"The *mail* comes.\"\nuntil = 2027-01-31\n\
         [levels]\n{COLOUR} = \"warning\"\n"
    ));
    fixture.answers.give("support.email", "");
    let answered = fixture.checked();
    let open: Vec<_> =
        answered.report.findings.iter().filter(|found| found.level == Level::Error).collect();
    assert!(open.iter().all(|found| found.spot.answer.is_some()), "{open:#?}");
    fixture.answers.give("support.email", "help@contoso.com");
    let settings = ExportSettings { date: TODAY, incomplete: true };
    let outcome = all(&fixture.checked(), &settings, Only::Everything);
    assert!(outcome.refusal.is_none());
    for artifact in &outcome.artifacts {
        assert!(!artifact.path.contains("conncert"), "{}", artifact.path);
    }
    let zip = outcome.artifacts.iter().find(|artifact| artifact.path == "Contoso Invoices.zip");
    let zip = std::io::Cursor::new(&zip.expect("a zip").bytes);
    let archive = zip::ZipArchive::new(zip).expect("a zip");
    assert!(!archive.file_names().any(|name| name.unwrap_or_default().contains("conncert")));
    let list = outcome.artifacts.iter().find(|artifact| artifact.path == "checklist.md");
    let list = String::from_utf8(list.expect("a list").bytes.clone()).expect("text");
    let section = list.split("## Set aside by conncert.toml").nth(1).expect("a section");
    let section = section.split("\n## ").next().expect("a section");
    assert!(section.contains(MAIL) && section.contains(COLOUR), "{section}");
    assert!(section.contains(r"Your reason, until 2027-01-31: The \*mail\* comes."), "{section}");
    assert!(section.contains("made warning only"), "{section}");
    let clean = all(&Fixture::clean(Publisher::Verified).checked(), &settings, Only::Checklist);
    let list = String::from_utf8(clean.artifacts[0].bytes.clone()).expect("text");
    assert!(!list.contains("Set aside"), "{list}");
}

/// The sample, which has no fault, with a mail address taken out.
fn desk() -> Desk {
    let desk = Desk::new();
    edit(&desk, DEFINITION, |definition| {
        definition["info"]["contact"].as_object_mut().expect("a contact").remove("email");
    });
    desk
}

fn edit(desk: &Desk, name: &str, change: impl FnOnce(&mut Value)) {
    let path = desk.path("sample").join(name);
    let mut value: Value = serde_json::from_slice(&fs::read(&path).expect("a file")).expect("JSON");
    change(&mut value);
    fs::write(path, serde_json::to_string_pretty(&value).expect("JSON")).expect("a file");
}

fn write(desk: &Desk, name: &str, text: &str) {
    fs::write(desk.path(name), text).expect("a file");
}

#[track_caller]
fn assert_ran(ran: &Ran, code: i32, out: &str, err: &str) {
    assert_eq!(ran.code, code, "{ran:?}");
    assert!(ran.out.contains(out), "no {out:?} in {ran:?}");
    assert!(ran.err.contains(err), "no {err:?} in {ran:?}");
}

#[test]
fn the_exit_code_follows_the_settings() {
    let desk = desk();
    assert_ran(&desk.run(&["check", "sample"]), 1, MAIL, "");
    write(&desk, "sample/conncert.toml", &format!("[levels]\n{MAIL} = \"warning\"\n"));
    assert_ran(&desk.run(&["check", "sample"]), 0, "warning[contact-email-missing]", "");
    assert_ran(&desk.run(&["check", "sample", "--fail-on", "warning"]), 1, "", "");
    assert_ran(&desk.run(&["check", "sample", "--no-config"]), 1, "error[contact", "");
    write(&desk, "sample/conncert.toml", "[levels]\nx = \"warning\"\n");
    assert_ran(&desk.run(&["check", "sample"]), 1, "conncert.toml:2:1", "");
    write(&desk, "ours.toml", &format!("[[exception]]\nrule = \"{MAIL}\"\nreason = \"So.\"\n"));
    let ran = desk.run(&["check", "sample", "--config", "ours.toml", "--format", "json"]);
    assert_ran(&ran, 0, "\"reason\": \"So.\"", "");
    let json: Value = serde_json::from_str(&ran.out).expect("JSON");
    let excepted = &json["connectors"][0]["excepted"][0];
    assert_eq!((&excepted["rule"], &excepted["why"]), (&MAIL.into(), &"exception".into()));
    assert_eq!(json["counts"]["error"], 0);
    let ran = desk.run(&["check", "sample", "--config", "ours.toml", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.out).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let of = |rule: &str| results.iter().filter(|one| one["ruleId"] == rule).collect::<Vec<_>>();
    assert_eq!(of(MAIL)[0]["suppressions"][0]["justification"], "So.");
    assert!(results.iter().filter(|one| one["suppressions"].is_array()).count() == of(MAIL).len());
    let ran = desk.run(&["check", "sample", "--config", "theirs.toml"]);
    assert_ran(&ran, 3, "", "theirs.toml cannot be read: it does not exist");
    assert_ran(&desk.run(&["check", "--config", "a", "--no-config"]), 2, "", "--no-config");
    write(&desk, "ours.toml", "[[exception]]\nrule = \"title-missing\"\nreason = \"So.\"\n");
    let ran = desk.run(&["check", "sample", "--config", "ours.toml", "--fail-on", "never"]);
    assert_ran(&ran, 0, "exception-unused", "");
    let arrow = ran.out.lines().find(|line| line.contains("ours.toml")).expect("a place");
    let place = arrow.trim().trim_start_matches("--> ");
    assert!(place.ends_with("ours.toml:2:8") && !place.contains("sample"), "{ran:?}");
}

#[test]
fn the_baseline_is_written_beside_the_files() {
    let desk = desk();
    let ran = desk.run(&["check", "sample", "--write-baseline"]);
    assert_ran(&ran, 0, "1 in the baseline", "1 finding is in the baseline");
    assert_ran(&desk.run(&["check", "sample"]), 0, "", "");
    edit(&desk, PROPERTIES, |properties| {
        properties["properties"]["iconBrandColor"] = "#007ee5".into();
    });
    assert_ran(&desk.run(&["check", "sample"]), 1, COLOUR, "");
    let ran = desk.run(&["check", "sample", "--write-baseline"]);
    assert_ran(&ran, 0, "2 in the baseline", "2 findings are in the baseline, 1 of them new");
    let ran = desk.run(&["check", "sample", "--config", "new.toml", "--write-baseline"]);
    assert_ran(&ran, 0, "", "new.toml: 2 findings");
    assert!(desk.path("new.toml").exists());
    write(&desk, "sample/conncert.toml", "[levels\n");
    let ran = desk.run(&["check", "sample", "--write-baseline"]);
    assert_ran(&ran, 3, "", "cannot be understood, so nothing was written");
    assert_eq!(fs::read_to_string(desk.path("sample/conncert.toml")).expect("text"), "[levels\n");
    fs::create_dir(desk.path("both")).expect("a folder");
    for name in ["a", "b"] {
        fs::create_dir(desk.path("both").join(name)).expect("a folder");
        for file in [DEFINITION, PROPERTIES] {
            fs::copy(desk.path("sample").join(file), desk.path("both").join(name).join(file))
                .expect("a copy");
        }
    }
    let ran = desk.run(&["check", "both", "--config", "new.toml", "--write-baseline"]);
    assert_ran(&ran, 2, "", "one file cannot hold the baselines of 2 connectors");
    let ran = desk.run(&["check", "both", "--write-baseline"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        desk.path("both/a/conncert.toml").exists() && desk.path("both/b/conncert.toml").exists()
    );
}

#[test]
fn the_export_follows_the_same_settings() {
    let desk = desk();
    write(
        &desk,
        "sample/conncert.toml",
        &format!("[[exception]]\nrule = \"{MAIL}\"\nreason = \"So.\"\n"),
    );
    desk.draft();
    let ran = desk.run(&["export", "--draft", "invoices.toml", "--to", "out", "--incomplete"]);
    assert!(!ran.out.contains("conncert.toml"), "{ran:?}");
    let list = fs::read_to_string(desk.path("out/checklist.md")).expect("the checklist");
    assert!(list.contains("Your reason: So."), "{list}");
}

#[test]
fn a_day_judges_by_its_own_rules() {
    let desk = Desk::new();
    edit(&desk, DEFINITION, |definition| {
        definition["securityDefinitions"] = json!({"oauth": {
            "type": "oauth2", "flow": "accessCode", "scopes": {},
            "authorizationUrl": "https://login.contoso.com/authorize",
            "tokenUrl": "https://login.contoso.com/token"
        }});
        definition["security"] = json!([{"oauth": []}]);
    });
    edit(&desk, PROPERTIES, |properties| {
        properties["properties"]["connectionParameters"] = json!({"token": {
            "type": "oauthSetting", "oAuthSettings": {
                "identityProvider": "oauth2", "clientId": "[[CLIENT_ID]]", "scopes": [],
                "redirectMode": "Global", "properties": {}, "customParameters": {}
            }
        }});
    });
    let rule = "oauth-redirect-mode";
    assert_ran(&desk.run(&["check", "sample"]), 1, rule, "");
    assert_ran(&desk.run(&["check", "sample", "--as-of", "2024-02-01"]), 1, rule, "2024-02-01");
    let ran = desk.run(&["check", "sample", "--as-of", "2024-01-31"]);
    assert!(!ran.out.contains(rule), "{ran:?}");
    assert_ran(&ran, 0, "", "judged by the rules of 2024-01-31");
    for wrong in ["2024-1-31", "yesterday", "2024-02-30", "2024-01-31T10:00"] {
        let ran = desk.run(&["check", "sample", "--as-of", wrong]);
        assert_ran(&ran, 2, "", "year-month-day, such as 2024-01-31");
    }
}

#[test]
fn the_example_of_the_readme_is_understood() {
    let readme = include_str!("../../README.md");
    let block = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let block = block.expect("an example of a settings file");
    assert!(block.contains("[[exception]]") && block.contains("[levels]"), "{block}");
    assert!(!told(&judged(block)).contains(&"settings-invalid"));
}

/// Pieces of which settings are made, and of which they are not.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "[levels]\n",
            "[[exception]]\n",
            "[[baseline]]\r\n",
            "baseline = [{}]\n",
            "exception = {}\n",
            "rule = \"contact-email-missing\"\n",
            "rule = \"rül\"\n",
            "file = \"definition\"\n",
            "pointer = \"/info\"\n",
            "reason = \"ä\"\n",
            "until = 2026-11-31\n",
            "until = 2026-11-30\n",
            "fingerprint = \"0\"\n",
            "title-missing = \"off\"\n",
            "é\u{301}",
            "\"\"\"\n",
            "# \u{1f600}\n",
            "\u{feff}",
            "=",
            "[",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn whatever_stands_there_is_told_or_obeyed(text in pieces()) {
        let fixture = faulty(&text);
        let submission = fixture.submission(true, false);
        let report = check(&submission, &fixture.settings());
        let config = report.settings.config.clone().expect("settings");
        for fault in &config.faults {
            prop_assert!(fault.span.start <= fault.span.end && fault.span.end <= text.len());
        }
        let checked = Checked { path: "contoso".to_owned(), submission, report };
        for format in &FORMATS {
            (format.render)(std::slice::from_ref(&checked), &Style::plain());
        }
        if config.faults.is_empty() {
            let mut fixture = fixture;
            renewed(&mut fixture);
            let report = fixture.report(true, false);
            let config = report.settings.config.as_deref().expect("settings");
            prop_assert!(config.faults.is_empty(), "{:?} in {}", config.faults, settings_of(&fixture));
            prop_assert!(!told(&report).contains(&MAIL) && !told(&report).contains(&COLOUR));
        }
    }
}

/// Counting the lines anew for each finding took minutes.
#[test]
fn a_long_settings_file_is_soon_read() {
    let entry =
        format!("[[baseline]]\nrule = \"{MAIL}\"\nfile = \"definition\"\nfingerprint = \"0\"\n");
    let report = judged(&entry.repeat(20_000));
    assert_eq!(report.findings.iter().filter(|finding| finding.rule.id == MAIL).count(), 1);
    assert_eq!(
        report.findings.iter().filter(|finding| finding.spot.file.as_deref() == Some(FILE)).count(),
        20_000
    );
}
