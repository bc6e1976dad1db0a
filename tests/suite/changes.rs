//! An update is compared with its published version, wherever that is kept.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use std::{fs, io};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk::{Desk, changed};

const SAMPLE: &str = "tests/fixtures/contoso-invoices";
const DEFINITION: &str = "apiDefinition.swagger.json";

/// The rules about changes that were broken, and what was printed.
fn check(folder: &Path, against: &str) -> (BTreeSet<String>, Output) {
    let output = Command::new(env!("CARGO_BIN_EXE_conncert"))
        .arg("check")
        .arg(folder)
        .args(["--publisher", "verified", "--format", "json", "--against", against])
        .output()
        .expect("the program runs");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let findings = report["connectors"][0]["findings"].as_array().cloned().unwrap_or_default();
    let rules = findings
        .iter()
        .filter_map(|finding| finding["rule"].as_str())
        .filter(|rule| rule.ends_with("-removed") || rule.ends_with("-hidden"))
        .map(str::to_owned)
        .collect();
    (rules, output)
}

/// A copy of the sample, and what a change makes of its definition.
fn stage(change: impl FnOnce(&mut Value)) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    copy(Path::new(SAMPLE), dir.path()).expect("a copy");
    let path = dir.path().join(DEFINITION);
    let mut value: Value =
        serde_json::from_slice(&fs::read(&path).expect("the sample")).expect("JSON");
    change(&mut value);
    fs::write(path, value.to_string()).expect("a file");
    dir
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Takes the first path away.
fn shorten(definition: &mut Value) {
    let paths = definition["paths"].as_object_mut().expect("paths");
    let first = paths.keys().next().expect("a path").clone();
    paths.remove(&first);
}

#[test]
fn a_folder_and_a_file_are_published_versions() {
    let now = stage(shorten);
    let file = format!("{SAMPLE}/{DEFINITION}");
    for against in [SAMPLE, &file] {
        let (rules, output) = check(now.path(), against);
        assert!(rules.contains("operation-removed"), "{output:?}");
        assert_eq!(output.status.code(), Some(1));
    }
    let (rules, output) = check(now.path(), &now.path().display().to_string());
    assert_eq!(rules, BTreeSet::new(), "{output:?}");
}

#[test]
fn what_is_added_breaks_nothing() {
    let less = stage(shorten);
    let (rules, output) = check(Path::new(SAMPLE), &less.path().display().to_string());
    assert_eq!(rules, BTreeSet::new(), "{output:?}");
}

#[test]
fn a_revision_of_the_repository_is_a_published_version() {
    let dir = stage(|_| {});
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=Contoso", "-c", "user.email=care@contoso.com"];
        let mut command = Command::new("git");
        command.arg("-C").arg(dir.path()).args(who).args(arguments);
        command.env("GIT_CONFIG_GLOBAL", "").env("GIT_CONFIG_SYSTEM", "").output()
    };
    if git(&["init", "-q"]).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        eprintln!("SKIPPED: there is no git");
        return;
    }
    for arguments in [&["add", "."][..], &["commit", "-qm", "One"], &["tag", "v1.0"]] {
        let done = git(arguments).expect("git runs");
        assert!(done.status.success(), "{done:?}");
    }
    let path = dir.path().join(DEFINITION);
    let mut value: Value = serde_json::from_slice(&fs::read(&path).expect("it")).expect("JSON");
    shorten(&mut value);
    fs::write(&path, value.to_string()).expect("a file");
    let (rules, output) = check(dir.path(), "git:v1.0");
    assert!(rules.contains("operation-removed"), "{output:?}");

    for (revision, word) in
        [("git:v9", "v9"), ("git:", "names no revision"), ("git:--help", "names no revision")]
    {
        let (_, output) = check(dir.path(), revision);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn a_published_version_that_cannot_be_compared_is_said_in_every_report() {
    let desk = Desk::new();
    desk.definition("old", "{ \"swagger\": \"2.0\", ");
    for format in ["human", "markdown", "html"] {
        let ran = desk.run(&["check", "sample", "--against", "old", "--format", format]);
        assert!(ran.out.contains("Nothing of the definition was compared"), "{format}: {ran:?}");
    }
    let whole = ["check", "sample", "--against", "sample", "--format"];
    for format in ["human", "markdown", "html"] {
        let ran = desk.run(&[&whole[..], &[format]].concat());
        assert!(
            ran.out.contains("Nothing differs from the published version"),
            "{format}: {ran:?}"
        );
    }
}

#[test]
fn a_draft_tells_fix_what_was_published() {
    let desk = Desk::new();
    let old = changed(|_| {});
    desk.definition("old", old.to_string());
    let new = changed(|definition| {
        definition["info"]["contact"]["email"] = "care@contoso.com".into();
        definition["paths"]["/invoices"]["get"]["summary"] = "Find invoices".into();
    });
    fs::write(desk.path("sample/apiDefinition.swagger.json"), new.to_string()).expect("a file");
    let set = |text: &'static str| ["--set", text];
    let arguments = [
        &["new", "--draft", "u.toml"][..],
        &set("connector.folder=sample"),
        &set("connector.submission=update"),
        &set("connector.previous=old"),
    ];
    assert_eq!(desk.run(&arguments.concat()).code, 0);
    let fixed = desk.run(&[
        "fix",
        "--draft",
        "u.toml",
        "--suggested",
        "--rule",
        "readme-operation-missing",
    ]);
    let text = fs::read_to_string(desk.path("sample/readme.md")).expect("the read-me");
    assert!(
        text.contains("Find invoices") && !text.contains("### List invoices"),
        "{fixed:?}\n{text}"
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let now = stage(|_| {});
    let broken = now.path().join("old.json");
    fs::write(&broken, "{").expect("a file");
    for (against, word) in [("nowhere", "does not exist"), ("old.json", "cannot be read")] {
        let path = now.path().join(against).display().to_string();
        let (_, output) = check(now.path(), &path);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn a_hidden_operation_is_told_from_a_removed_one() {
    let now = stage(|definition| {
        let paths = definition["paths"].as_object_mut().expect("paths");
        let item = paths.values_mut().next().and_then(Value::as_object_mut).expect("a path");
        for (_, operation) in item.iter_mut().filter(|(name, _)| !name.starts_with("x-")) {
            operation["x-ms-visibility"] = json!("internal");
        }
    });
    let (rules, output) = check(now.path(), SAMPLE);
    assert_eq!(rules, BTreeSet::from(["operation-hidden".to_owned()]), "{output:?}");
}

#[test]
fn an_update_is_weighed() {
    let weigh = |change: &dyn Fn(&mut Value)| {
        let now = stage(change);
        let (_, output) = check(now.path(), SAMPLE);
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        report["connectors"][0]["update"].clone()
    };
    let same = weigh(&|_| {});
    assert_eq!((&same["size"], &same["weeks"]), (&json!("nothing"), &Value::Null), "{same}");
    let minor = weigh(&|definition| definition["info"]["description"] = json!("Other words now."));
    assert_eq!((&minor["size"], &minor["weeks"]), (&json!("minor"), &json!([4, 5])), "{minor}");
    assert_eq!(minor["changes"][0]["what"], "connector: description");
    let major = weigh(&|definition| definition["host"] = json!("v2.contoso.com"));
    assert_eq!((&major["size"], &major["breaking"]), (&json!("major"), &json!(0)), "{major}");
    let breaking = weigh(&shorten);
    assert_eq!(breaking["size"], "major");
    assert!(breaking["breaking"].as_u64() > Some(0), "{breaking}");
    let resubmit = breaking["resubmit"].as_array().expect("a list");
    assert!(resubmit.iter().any(|one| one.as_str().is_some_and(|one| one.contains("in writing"))));
}

#[test]
fn what_an_update_means_is_told_to_people() {
    let now = stage(shorten);
    let against = |format: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_conncert"))
            .arg("check")
            .arg(now.path())
            .args(["--publisher", "independent", "--against", SAMPLE])
            .args(format)
            .output()
            .expect("the program runs");
        String::from_utf8(output.stdout).expect("text")
    };
    let told = against(&[]);
    assert!(told.contains("Against the published version\nA major update"), "{told}");
    assert!(told.contains("\n- removed operation "), "{told}");
    assert!(told.contains("- package.zip: bring the changes into the connector"), "{told}");
    for format in ["md", "html", "junit", "sarif", "github"] {
        assert!(!against(&["--format", format]).is_empty());
    }
}
