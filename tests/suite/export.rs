//! What leaves the house: the right files, the same bytes each time, and never a secret.

use std::io::{Cursor, Read};

use conncert::answers::Publisher;
use conncert::export::{Artifact, ExportSettings, Only, all};
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
    fixture.files.insert("icon.png".to_owned(), icon(160, 160));
    fixture.files.insert("settings.json".to_owned(), b"{}".to_vec());
    fixture.files.insert(".DS_Store".to_owned(), b"x".to_vec());
    let outcome = all(&fixture.checked(), &SETTINGS, Only::Everything);
    assert!(outcome.refusal.is_none(), "{:?}", outcome.refusal);
    let folder = "certified-connectors/Contoso Invoices";
    assert_eq!(
        paths(&outcome.artifacts),
        [
            "checklist.md",
            &format!("{folder}/apiDefinition.swagger.json"),
            &format!("{folder}/apiProperties.json"),
            &format!("{folder}/icon.png"),
            &format!("{folder}/readme.md"),
            "Contoso Invoices.zip",
            "PULL_REQUEST.md",
        ]
    );
    insta::assert_snapshot!("checklist-verified", text(&outcome.artifacts, "checklist.md"));
}

#[test]
fn an_independent_one_leaves_without_an_icon_and_with_its_title() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    fixture.answers.give("attestations.att-new", "2026-11-20");
    fixture.answers.give("attestations.att-works", "2026-11-21");
    let outcome = all(&fixture.checked(), &SETTINGS, Only::Everything);
    let folder = "independent-publisher-connectors/Contoso Invoices";
    assert!(paths(&outcome.artifacts).contains(&format!("{folder}/readme.md").as_str()));
    fixture.files.insert("icon.png".to_owned(), icon(160, 160));
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
    for artifact in folder {
        assert!(artifact.path.starts_with("independent-publisher-connectors/Contoso Invoices/"));
        let mut bytes = Vec::new();
        let mut entry = archive.by_name(&artifact.path).expect("the same path");
        entry.read_to_end(&mut bytes).expect("its bytes");
        assert_eq!(bytes, artifact.bytes);
    }
}

#[test]
fn errors_hold_the_package_back_but_not_the_checklist() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch("apiProperties.json", &json!({"properties": {"iconBrandColor": "#ffffff"}}));
    let outcome = all(&fixture.checked(), &SETTINGS, Only::Everything);
    assert_eq!(paths(&outcome.artifacts), ["checklist.md"]);
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
    assert_eq!(paths(&outcome.artifacts), ["checklist.md"]);
    assert!(!text(&outcome.artifacts, "checklist.md").contains(secret));
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
