//! What leaves the house: the right files, the same bytes each time, and never a secret.

use std::io::{Cursor, Read};

use conncert::answers::Publisher;
use conncert::draft::Draft;
use conncert::export::{Artifact, ExportSettings, Only, all, refusal};
use conncert::rule::Checked;
use conncert::steps;
use conncert::tasks::{State, evaluate, journey};
use serde_json::json;

use crate::support::{Fixture, TODAY, icon};

const SETTINGS: ExportSettings = ExportSettings { date: TODAY, incomplete: false };
const INCOMPLETE: ExportSettings = ExportSettings { date: TODAY, incomplete: true };

fn paths(artifacts: &[Artifact]) -> Vec<&str> {
    artifacts.iter().map(|artifact| artifact.path.as_str()).collect()
}

fn text(artifacts: &[Artifact], path: &str) -> String {
    let found = artifacts.iter().find(|artifact| artifact.path == path);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {path}")).bytes.clone()).expect("text")
}

#[test]
fn a_clean_submission_leaves_whole() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.files.insert("icon.png".to_owned(), icon("160x160"));
    fixture.files.insert("settings.json".to_owned(), b"{}".to_vec());
    fixture.files.insert(".DS_Store".to_owned(), b"x".to_vec());
    let outcome = all(&fixture.checked(), &SETTINGS, Only::Everything);
    assert!(outcome.refusal.is_none(), "{:?}", outcome.refusal);
    let folder = "certified-connectors/Contoso Invoices";
    assert_eq!(
        paths(&outcome.artifacts),
        [
            "checklist.md",
            "checklist.html",
            &format!("{folder}/apiDefinition.swagger.json"),
            &format!("{folder}/apiProperties.json"),
            &format!("{folder}/icon.png"),
            &format!("{folder}/intro.md"),
            &format!("{folder}/readme.md"),
            "Contoso Invoices.zip",
            "PULL_REQUEST.md",
            "PARTNER_CENTER.md",
        ]
    );
    insta::assert_snapshot!("checklist-verified", text(&outcome.artifacts, "checklist.md"));
    insta::assert_snapshot!("pull-request-verified", text(&outcome.artifacts, "PULL_REQUEST.md"));
    insta::assert_snapshot!("partner-center", text(&outcome.artifacts, "PARTNER_CENTER.md"));
}

#[test]
fn every_file_leaves_byte_for_byte_under_its_canonical_name() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    let readme = fixture.files.remove("readme.md").expect("there is one");
    fixture.files.insert("README.MD".to_owned(), [&readme[..], b"\r\n\xff"].concat());
    fixture.files.insert("intro.md".to_owned(), b"Contoso\r\n".to_vec());
    fixture.files.insert("script.csx".to_owned(), b"// nothing\r\n".to_vec());
    for stray in ["settings.json", "Thumbs.db", "draft.toml", "package.zip", "script.csx.bak"] {
        fixture.files.insert(stray.to_owned(), b"stray".to_vec());
    }
    let artifacts = all(&fixture.checked(), &INCOMPLETE, Only::Package).artifacts;
    let folder = "independent-publisher-connectors/Contoso Invoices/";
    let left: Vec<(&str, &[u8])> = artifacts
        .iter()
        .filter_map(|file| Some((file.path.strip_prefix(folder)?, file.bytes.as_slice())))
        .collect();
    let on_disk: Vec<(&str, &[u8])> = [
        ("apiDefinition.swagger.json", "apiDefinition.swagger.json"),
        ("apiProperties.json", "apiProperties.json"),
        ("intro.md", "intro.md"),
        ("readme.md", "README.MD"),
        ("script.csx", "script.csx"),
    ]
    .map(|(path, name)| (path, fixture.files[name].as_slice()))
    .to_vec();
    assert_eq!(left, on_disk);
}

#[test]
fn an_independent_one_leaves_without_an_icon_and_with_its_title() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    fixture.answers.give("attestations.att-new", "2026-11-20");
    fixture.answers.give("attestations.att-works", "2026-11-21");
    let outcome = all(&fixture.checked(), &SETTINGS, Only::Everything);
    let folder = "independent-publisher-connectors/Contoso Invoices";
    assert!(paths(&outcome.artifacts).contains(&format!("{folder}/readme.md").as_str()));
    fixture.files.insert("icon.png".to_owned(), icon("160x160"));
    let with_icon = all(&fixture.checked(), &INCOMPLETE, Only::Package);
    assert!(!paths(&with_icon.artifacts).iter().any(|path| path.contains("icon")));
    insta::assert_snapshot!(
        "pull-request-independent",
        text(&outcome.artifacts, "PULL_REQUEST.md")
    );
    insta::assert_snapshot!("checklist-independent", text(&outcome.artifacts, "checklist.md"));
}

#[test]
fn the_zip_is_the_folder_and_always_the_same() {
    let fixture = Fixture::clean(Publisher::Independent);
    let first = all(&fixture.checked(), &SETTINGS, Only::Package).artifacts;
    let second = all(&fixture.checked(), &SETTINGS, Only::Package).artifacts;
    assert_eq!(first, second);
    let zip = first.iter().find(|artifact| artifact.path == "Contoso Invoices.zip").expect("a zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(&zip.bytes)).expect("a zip");
    let folder: Vec<&Artifact> =
        first.iter().filter(|artifact| artifact.path.contains('/')).collect();
    assert_eq!(archive.len(), folder.len());
    let names: Vec<String> =
        archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    assert!(names.is_sorted(), "{names:?}");
    for artifact in folder {
        assert!(artifact.path.starts_with("independent-publisher-connectors/Contoso Invoices/"));
        let mut bytes = Vec::new();
        let mut entry = archive.by_name(&artifact.path).expect("the same path");
        assert_eq!(entry.unix_mode(), Some(0o100_644), "a plain file of a Unix system");
        let time = entry.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0));
        entry.read_to_end(&mut bytes).expect("its bytes");
        assert_eq!(bytes, artifact.bytes);
    }
}

#[test]
fn errors_hold_the_package_back_but_not_the_checklist() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch("apiProperties.json", &json!({"properties": {"iconBrandColor": "#ffffff"}}));
    let outcome = all(&fixture.checked(), &SETTINGS, Only::Everything);
    assert_eq!(paths(&outcome.artifacts), ["checklist.md", "checklist.html"]);
    let refusal = outcome.refusal.expect("refused");
    assert_eq!(refusal.findings.len(), 1);
    assert!(text(&outcome.artifacts, "checklist.md").contains("brand-colour-forbidden"));
    let outcome = all(&fixture.checked(), &INCOMPLETE, Only::Everything);
    assert!(outcome.refusal.is_none());
    assert!(text(&outcome.artifacts, "checklist.md").contains("**Incomplete.**"));
}

#[test]
fn open_attestations_refuse_nothing() {
    let fixture = Fixture::clean(Publisher::Verified);
    assert!(fixture.answers.is_blank("attestations.att-works"));
    let outcome = all(&fixture.checked(), &SETTINGS, Only::Everything);
    assert!(outcome.refusal.is_none());
    assert!(text(&outcome.artifacts, "checklist.md").contains("- [ ] I deployed the connector"));
}

#[test]
fn a_secret_never_leaves_and_is_never_repeated() {
    let secret = "q8F2-77xa-0042";
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch(
        "apiProperties.json",
        &json!({"properties": {"connectionParameters": {"api_key": null, "token": {
            "type": "oauthSetting",
            "oAuthSettings": {"identityProvider": "oauth2", "clientSecret": secret}
        }}}}),
    );
    let outcome = all(&fixture.checked(), &INCOMPLETE, Only::Everything);
    assert!(outcome.refusal.expect("refused").sentence.contains("secret"));
    assert_eq!(paths(&outcome.artifacts), ["checklist.md", "checklist.html"]);
    assert!(!text(&outcome.artifacts, "checklist.md").contains(secret));
}

/// A key as one of the known services gives it, put together so that no scanner takes this for one.
fn key() -> String {
    ["ghp_", "q8F277xa0042Zk3LmT9vWb5RdY1sHn6PcJe4"].concat()
}

/// Whether a text tells a part of the key, in whatever spelling.
fn tells(text: &str) -> bool {
    let bare: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    bare.to_ascii_lowercase().contains("q8f277xa")
}

#[test]
fn a_key_in_a_title_a_contact_or_an_answer_reaches_no_draft_and_no_export() {
    let spoilt = |fixture: &mut Fixture| {
        fixture.patch(
            "apiDefinition.swagger.json",
            &json!({"info": {"title": key(), "contact": {"name": format!("Care {}", key())}}}),
        );
        fixture.patch("apiProperties.json", &json!({"properties": {"publisher": key()}}));
    };
    let mut fixture = Fixture::clean(Publisher::Verified);
    spoilt(&mut fixture);
    let mut draft = Draft::new("Contoso");
    steps::prefill(&mut draft.answers, &fixture.connector());
    assert_eq!(draft.answers.text("support.email"), "help@contoso.com", "the rest is read");
    assert!(!tells(&draft.to_text()), "{}", draft.to_text());

    for (name, publisher) in [("", ""), (key().as_str(), key().as_str())] {
        fixture.answers.give("connector.name", name);
        fixture.answers.give("publisher.name", publisher);
        for settings in [SETTINGS, INCOMPLETE] {
            let outcome = all(&fixture.checked(), &settings, Only::Everything);
            assert!(outcome.refusal.is_some());
            assert_eq!(paths(&outcome.artifacts), ["checklist.md", "checklist.html"]);
            let list = text(&outcome.artifacts, "checklist.md");
            assert!(!tells(&list), "{list}");
        }
    }
}

#[test]
fn a_key_that_stands_in_an_answer_alone_is_covered_in_the_checklist() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.answers.give("publisher.name", format!("Contoso {}", key()));
    let list = text(&all(&fixture.checked(), &SETTINGS, Only::Checklist).artifacts, "checklist.md");
    assert!(list.contains("Contoso") && !tells(&list), "{list}");
}

#[test]
fn text_from_files_is_no_markup_in_the_checklist() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.answers.give("publisher.name", "# <b>`*x*`\u{1b}[31m|");
    let outcome = all(&fixture.checked(), &INCOMPLETE, Only::Checklist);
    let text = text(&outcome.artifacts, "checklist.md");
    assert!(text.contains(r"\# \<b\>\`\*x\*\`"), "{text}");
    assert!(!text.contains('\u{1b}'));
}

#[test]
fn a_file_that_cannot_be_searched_for_secrets_stays_here() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    // A comma too many hides the secret from the rule.
    let broken = r#"{"properties": {"connectionParameters": {"token": {"type": "oauthSetting",
        "oAuthSettings": {"clientSecret": "q8F2-77xa-0042",}}}}}"#;
    fixture.files.insert("apiProperties.json".to_owned(), broken.as_bytes().to_vec());
    let outcome = all(&fixture.checked(), &INCOMPLETE, Only::Everything);
    assert!(outcome.refusal.is_none());
    assert!(!paths(&outcome.artifacts).iter().any(|path| path.ends_with("apiProperties.json")));
    let secret = b"q8F2-77xa-0042";
    for artifact in &outcome.artifacts {
        let found = artifact.bytes.windows(secret.len()).any(|window| window == secret);
        assert!(!found, "{}", artifact.path);
    }
    let list = text(&outcome.artifacts, "checklist.md");
    assert!(list.contains("`apiProperties.json` is left out"), "{list}");
}

#[test]
fn an_incomplete_package_says_which_file_it_goes_without() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.files.remove("apiDefinition.swagger.json");
    let refused = refusal(&fixture.checked(), false).expect("refused");
    let rules: Vec<&str> = refused.findings.iter().map(|finding| finding.rule.id).collect();
    assert!(rules.contains(&"definition-missing"), "{rules:?}");
    let outcome = all(&fixture.checked(), &INCOMPLETE, Only::Everything);
    assert!(outcome.refusal.is_none());
    let list = text(&outcome.artifacts, "checklist.md");
    assert!(list.contains("`apiDefinition.swagger.json` is missing."), "{list}");
    assert!(!paths(&outcome.artifacts).iter().any(|path| path.contains("apiDefinition")));
    assert!(paths(&outcome.artifacts).contains(&"Contoso Invoices.zip"));
}

#[test]
fn each_part_can_be_had_alone_and_a_refused_package_leaves_the_list() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let only = |fixture: &Fixture, only| {
        let artifacts = all(&fixture.checked(), &SETTINGS, only).artifacts;
        artifacts.into_iter().map(|artifact| artifact.path).collect::<Vec<_>>()
    };
    assert_eq!(only(&fixture, Only::Checklist), ["checklist.md", "checklist.html"]);
    let package = only(&fixture, Only::Package);
    assert!(!package.contains(&"checklist.md".to_owned()), "{package:?}");
    assert!(package.contains(&"PULL_REQUEST.md".to_owned()), "{package:?}");
    fixture.files.remove("readme.md");
    assert_eq!(only(&fixture, Only::Package), ["checklist.md", "checklist.html"]);
}

#[test]
fn the_name_is_the_answer_or_made_of_the_title_and_always_legal() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.answers.give("connector.name", "");
    let derived = all(&fixture.checked(), &INCOMPLETE, Only::Package).artifacts;
    assert!(paths(&derived).contains(&"Contoso Invoices.zip"), "{:?}", paths(&derived));
    fixture.answers.give("connector.name", "Übung (2)");
    let artifacts = all(&fixture.checked(), &INCOMPLETE, Only::Package).artifacts;
    let zip = artifacts.iter().find(|artifact| artifact.path == "Übung (2).zip").expect("a zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(&zip.bytes)).expect("a zip");
    assert!(archive.by_name("certified-connectors/Übung (2)/readme.md").is_ok());
    fixture.answers.give("connector.name", "../elsewhere");
    let refused = all(&fixture.checked(), &INCOMPLETE, Only::Package);
    assert_eq!(paths(&refused.artifacts), ["checklist.md", "checklist.html"]);
    assert!(refused.refusal.expect("refused").sentence.contains("connector.name"));
}

#[test]
fn without_a_connector_there_is_a_list_and_no_package() {
    let fixture = Fixture::clean(Publisher::Independent);
    let submission = fixture.submission(false, true);
    let report = conncert::check::check(&submission, &fixture.settings());
    let checked = Checked { path: String::new(), submission, report };
    let outcome = all(&checked, &INCOMPLETE, Only::Everything);
    assert_eq!(paths(&outcome.artifacts), ["checklist.md", "checklist.html"]);
    assert!(outcome.refusal.expect("refused").sentence.contains("connector"));
    assert_eq!(state(&checked, "files"), State::Open);
}

/// How a task stands, by its id.
fn state(checked: &Checked, id: &str) -> State {
    let found = evaluate(checked).into_iter().find(|task| task.task.id == id);
    found.unwrap_or_else(|| panic!("no task {id}")).state
}

#[test]
fn a_task_is_open_until_its_findings_are_gone_and_its_ticks_are_there() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch("apiProperties.json", &json!({"properties": {"iconBrandColor": "#ffffff"}}));
    let checked = fixture.checked();
    assert_eq!(state(&checked, "files"), State::Open);
    let files = evaluate(&checked).into_iter().find(|task| task.task.id == "files");
    let files = files.expect("the task");
    let rules: Vec<&str> = files.findings.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(rules, ["brand-colour-forbidden"]);

    let mut fixture = Fixture::clean(Publisher::Verified);
    assert_eq!(state(&fixture.checked(), "files"), State::ToAttest);
    for question in steps::asked(&steps::attestations::STEP, &fixture.answers.clone()) {
        fixture.answers.give(question.key, "2026-11-20");
    }
    let checked = fixture.checked();
    for id in ["files", "search", "build-and-test", "pull-request", "offer", "preview"] {
        assert_eq!(state(&checked, id), State::Done, "{id}");
    }
    for id in ["review", "deployment"] {
        assert_eq!(state(&checked, id), State::Microsoft, "{id}");
    }
    for id in ["package", "afterwards"] {
        assert_eq!(state(&checked, id), State::Open, "{id}: done elsewhere");
    }
}

#[test]
fn a_package_that_can_be_made_without_errors_is_done() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.answers.give("package.connector_solution", "connector");
    assert_eq!(state(&fixture.checked(), "package"), State::Open, "one is missing");
    assert_eq!(state(&fixture.checked(), "questions"), State::Done);
    fixture.answers.give("package.flow_solution", "flow");
    assert_eq!(state(&fixture.checked(), "package"), State::Done);
    // Named for one another.
    fixture.answers.give("package.connector_solution", "flow");
    fixture.answers.give("package.flow_solution", "connector");
    let checked = fixture.checked();
    let package = evaluate(&checked).into_iter().find(|task| task.task.id == "package");
    let package = package.expect("the task");
    assert_eq!(package.state, State::Open);
    assert!(package.findings.iter().any(|finding| finding.rule.id == "package-file-swapped"));
    assert_eq!(state(&checked, "files"), State::ToAttest, "they are clean all the same");
}

#[test]
fn an_update_repeats_nothing_that_was_done_once() {
    for (publisher, gone) in [
        (Publisher::Verified, &["search", "seller-account"][..]),
        (Publisher::Independent, &["manifesto", "search", "proposal", "registration", "identity"]),
    ] {
        let mut fixture = Fixture::clean(publisher);
        fixture.answers.give("connector.submission", "update");
        let checked = fixture.checked();
        let tasks: Vec<&str> = evaluate(&checked).iter().map(|task| task.task.id).collect();
        for id in gone {
            assert!(!tasks.contains(id), "{id}: {tasks:?}");
        }
        for id in ["package", "pull-request", "files", "review", "deployment"] {
            assert!(tasks.contains(&id), "{id}: {tasks:?}");
        }
        let list = all(&checked, &INCOMPLETE, Only::Package).artifacts;
        let request = text(&list, "PULL_REQUEST.md");
        assert!(!request.contains("Nobody has this connector yet"), "{request}");
    }
}

#[test]
fn clean_files_do_not_do_what_has_to_be_done_elsewhere() {
    let fixture = Fixture::clean(Publisher::Independent);
    assert_eq!(state(&fixture.checked(), "registration"), State::Open);
}

#[test]
fn answers_that_nobody_looked_at_wait_to_be_confirmed() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    assert_eq!(state(&fixture.checked(), "questions"), State::Done);
    fixture.answers.remove("support.email");
    fixture.answers.prefill("support.email", "help@contoso.com", "apiDefinition.swagger.json");
    assert_eq!(state(&fixture.checked(), "questions"), State::ToAttest);
    let artifacts = all(&fixture.checked(), &SETTINGS, Only::Everything).artifacts;
    let list = text(&artifacts, "checklist.md");
    assert!(list.contains("yours to confirm: `support.email`"), "{list}");
    let line = "- E-mail: help@contoso.com (read from apiDefinition.swagger.json, not confirmed)";
    assert!(list.lines().any(|found| found == line), "{list}");
    assert!(paths(&artifacts).contains(&"Contoso Invoices.zip"), "it refuses nothing");
    fixture.answers.remove("support.email");
    fixture.answers.give("ownership.claim", "");
    assert_eq!(state(&fixture.checked(), "questions"), State::Open);
}

#[test]
fn the_redirect_is_a_task_only_where_oauth_is_used() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let has = |fixture: &Fixture| {
        evaluate(&fixture.checked()).iter().any(|task| task.task.id == "redirects")
    };
    assert!(!has(&fixture));
    fixture.answers.give("authentication.types", "api-key, oauth2");
    assert!(has(&fixture));
    assert_eq!(journey(Publisher::Verified).len(), 16);
}

#[test]
fn a_publisher_known_from_the_files_alone_has_its_own_attestations() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    fixture.answers.remove("publisher.type");
    assert_eq!(state(&fixture.checked(), "manifesto"), State::ToAttest);
    let artifacts = all(&fixture.checked(), &INCOMPLETE, Only::Package).artifacts;
    let text = text(&artifacts, "PULL_REQUEST.md");
    assert!(text.contains("- [ ] This pull request brings no icon."), "{text}");
    assert!(text.contains("called “Contoso Invoices (Independent Publisher)”"), "{text}");
}

#[test]
fn many_places_of_one_rule_become_five_and_a_count() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    // The clean read-me without any of its sections.
    fixture.files.insert("readme.md".to_owned(), b"# Contoso Invoices\n".to_vec());
    let checked = fixture.checked();
    let is_section = |rule: &str| rule == "readme-section-missing";
    let count = checked.report.findings.iter().filter(|found| is_section(found.rule.id)).count();
    assert!(count > 5, "{count}");
    let list = text(&all(&checked, &SETTINGS, Only::Checklist).artifacts, "checklist.md");
    let section = list.split("## Worth mending").nth(1).expect("the section");
    let section = section.split("\n## ").next().expect("its text");
    let lead = format!("- warning `readme-section-missing`, {count} places");
    assert!(section.lines().any(|line| line == lead), "{section}");
    let shown = section.lines().filter(|line| line.starts_with("  - readme.md:1:1: ")).count();
    assert_eq!(shown, 5, "{section}");
    let more = format!("  - and {} more", count - 5);
    assert!(section.lines().any(|line| line == more), "{section}");
}

#[test]
fn the_uptime_stands_there_with_its_meaning() {
    let means = |percent: &str| {
        let mut fixture = Fixture::clean(Publisher::Verified);
        fixture.answers.give("uptime.percent", percent);
        let artifacts = all(&fixture.checked(), &SETTINGS, Only::Checklist).artifacts;
        let list = text(&artifacts, "checklist.md");
        let line = list.lines().find_map(|line| line.strip_prefix("- Uptime in per cent: "));
        line.expect("the answer").to_owned()
    };
    let sentence = |percent: &str, month: &str, year: &str| {
        format!("{percent}, that is up to {month} of outage a month and {year} a year")
    };
    assert_eq!(means("99"), sentence("99 %", "7 h 18 m", "3 d 15 h 40 m"));
    assert_eq!(means("99,9 %"), sentence("99,9 %", "43 m 50 s", "8 h 46 m"));
    assert_eq!(means("99.95"), sentence("99.95 %", "21 m 55 s", "4 h 23 m"));
    assert_eq!(means("99.99"), sentence("99.99 %", "4 m 23 s", "53 m"));
    assert_eq!(means("often"), "often");
}
