//! `conncert package build` and `conncert package solution`, and the package that an export brings:
//! what is made passes the check, is the same each time, and is refused where it has to be.

use std::fs;
use std::path::Path;

use conncert::answers::Publisher;
use conncert::connector::archive::{Archive, Budget};
use conncert::connector::package::Package;
use conncert::connector::solution::{Kind, Solution};
use serde_json::json;

use crate::desk::{Desk, Ran, assert_error};
use crate::parcel::Parcel;
use crate::support::{Fixture, icon};

const PAGE: &str = "Keeps the invoices of small companies and tells when one is paid.\n\n\
    ## Prerequisites\n\nAn account of Contoso.\n";

/// The clean connector with its page in a folder, and its solutions beside it.
fn desk(publisher: Publisher) -> (Desk, Fixture) {
    let desk = Desk::new();
    let mut fixture = Fixture::clean(publisher);
    fixture.files.insert("intro.md".to_owned(), PAGE.as_bytes().to_vec());
    put(&desk, &fixture);
    for zip in ["ConnectorSolution.zip", "FlowSolution.zip"] {
        fs::write(desk.path(zip), Parcel::clean().solution_zip(zip)).expect("a file");
    }
    (desk, fixture)
}

/// Writes the connector anew.
fn put(desk: &Desk, fixture: &Fixture) {
    let folder = desk.path("clean");
    fs::create_dir_all(&folder).expect("a folder");
    for (name, bytes) in &fixture.files {
        fs::write(folder.join(name), bytes).expect("a file");
    }
}

fn build(desk: &Desk, more: &[&str]) -> Ran {
    let arguments = [
        "package",
        "build",
        "clean",
        "--connector-solution",
        "ConnectorSolution.zip",
        "--flow-solution",
        "FlowSolution.zip",
        "--to",
    ];
    desk.run(&[&arguments, more].concat())
}

const BOTH: [Publisher; 2] = [Publisher::Verified, Publisher::Independent];

#[test]
fn what_is_built_passes_the_check_and_is_the_same_each_time() {
    for publisher in BOTH {
        let (desk, _) = desk(publisher);
        let word = publisher.word();
        let built = build(&desk, &["out", "--publisher", word]);
        assert_eq!(built.code, 0, "{built:?}");
        let zip = "out/Contoso Invoices.zip";
        assert_eq!(built.out.trim().replace('\\', "/"), zip);
        assert!(
            built.err.contains("connector solution “Invoices” 1.0.0.1, unmanaged"),
            "{built:?}"
        );
        assert!(built.err.contains("flow solution “InvoiceFlow”"), "{built:?}");
        let checked =
            desk.run(&["package", "check", zip, "--connector", "clean", "--publisher", word]);
        assert_eq!(checked.code, 0, "{checked:?}");
        let first = fs::read(desk.path(zip)).expect("the package");
        let there = build(&desk, &["out", "--publisher", word]);
        assert_eq!(there.code, 3, "{there:?}");
        assert!(there.err.contains("holds files already; use --force"), "{there:?}");
        assert_eq!(build(&desk, &["out", "--publisher", word, "--force"]).code, 0);
        assert_eq!(build(&desk, &["again", "--publisher", word]).code, 0);
        assert_eq!(fs::read(desk.path("again/Contoso Invoices.zip")).expect("it"), first);
        let package = Package::read("x.zip", &first, false);
        let names = |archive: &Archive| -> Vec<String> {
            archive.entries.iter().map(|entry| entry.path.clone()).collect()
        };
        assert_eq!(names(&package.outer), ["intro.md", "package.zip"]);
        let inner = package.inner.as_ref().expect("the inner zip");
        assert_eq!(
            names(&inner.archive),
            ["PkgAssets/ConnectorSolution.zip", "PkgAssets/FlowSolution.zip"]
        );
        // The solutions leave as they came.
        let entry = inner.archive.file("PkgAssets/FlowSolution.zip").expect("the flow");
        assert_eq!(entry.bytes, Some(fs::read(desk.path("FlowSolution.zip")).expect("it")));
    }
}

#[test]
fn an_export_brings_the_package_where_each_publisher_needs_it() {
    let places = ["marketplace/Contoso Invoices.zip", "package.zip"];
    for (publisher, place) in BOTH.into_iter().zip(places) {
        let (desk, fixture) = desk(publisher);
        let mut arguments = vec!["new".to_owned(), "--draft".to_owned(), "d.toml".to_owned()];
        let mut set = |key: &str, value: &str| {
            arguments.extend(["--set".to_owned(), format!("{key}={value}")]);
        };
        for (key, answer) in fixture.answers.iter() {
            set(key, if key == "connector.folder" { "clean" } else { &answer.text });
        }
        set("package.connector_solution", "ConnectorSolution.zip");
        set("package.flow_solution", "FlowSolution.zip");
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let made = desk.run(&arguments);
        assert_eq!(made.code, 0, "{made:?}");
        let draft = fs::read_to_string(desk.path("d.toml")).expect("the draft");
        assert!(draft.contains("flow_solution = \"FlowSolution.zip\""), "{draft}");
        // Both move together.
        let exported = desk.run(&["export", "--draft", "d.toml", "--to", "out"]);
        assert_eq!(exported.code, 0, "{exported:?}");
        assert!(!exported.err.contains("no marketplace package"), "{exported:?}");
        let folder = format!("{}/Contoso Invoices", publisher.folder());
        let path = match publisher {
            Publisher::Verified => place.to_owned(),
            Publisher::Independent => format!("{folder}/{place}"),
        };
        let built = desk.run(&["package", "build", "--draft", "d.toml", "--to", "alone"]);
        assert_eq!(built.code, 0, "{built:?}");
        assert_eq!(
            fs::read(desk.path("out").join(&path)).expect("the package"),
            fs::read(desk.path("alone/Contoso Invoices.zip")).expect("the same"),
        );
        let checklist = fs::read_to_string(desk.path("out/checklist.md")).expect("the list");
        assert!(checklist.contains(&format!("`{path}`")), "{checklist}");
    }
}

#[test]
fn without_solutions_an_export_goes_on_and_says_so() {
    let (desk, _) = desk(Publisher::Verified);
    desk.draft();
    let exported = desk.run(&["export", "--draft", "invoices.toml", "--to", "out", "--incomplete"]);
    assert_eq!(exported.code, 0, "{exported:?}");
    assert!(exported.err.contains("There is no marketplace package: it takes"), "{exported:?}");
    assert!(!desk.path("out/marketplace").exists());
}

#[test]
fn a_package_is_refused_while_errors_are_open() {
    let (desk, mut fixture) = desk(Publisher::Verified);
    fixture.files.remove("intro.md");
    fs::remove_file(desk.path("clean/intro.md")).expect("it was there");
    fixture.patch("apiDefinition.swagger.json", &json!({"info": {"title": "Contoso API"}}));
    put(&desk, &fixture);
    let mut parcel = Parcel::clean();
    parcel.change(
        "replace package.zip/PkgAssets/FlowSolution.zip/solution.xml <Managed>0 => <Managed>1",
    );
    fs::write(desk.path("FlowSolution.zip"), parcel.solution_zip("FlowSolution.zip")).expect("it");
    let refused = build(&desk, &["out"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    for word in ["package-page-missing", "solution-managed", "solution-definition-differs"] {
        assert!(refused.err.contains(word), "{word}: {refused:?}");
    }
    assert!(refused.err.contains("open, so the package was not made"), "{refused:?}");
    assert!(refused.out.is_empty() && !desk.path("out").exists());
    let made = build(&desk, &["out", "--incomplete"]);
    assert_eq!(made.code, 0, "{made:?}");
}

#[test]
fn what_cannot_be_packed_is_told() {
    let (desk, _) = desk(Publisher::Verified);
    assert_error(
        &desk.run(&["package", "build", "clean", "--to", "out"]),
        2,
        "no solutions are named",
    );
    let only = desk.run(&[
        "package",
        "build",
        "clean",
        "--flow-solution",
        "FlowSolution.zip",
        "--to",
        "out",
    ]);
    assert_eq!(only.code, 3, "{only:?}");
    assert!(only.err.contains("package.connector_solution is not answered"), "{only:?}");
    fs::remove_file(desk.path("FlowSolution.zip")).expect("it was there");
    let gone = build(&desk, &["out"]);
    assert_eq!(gone.code, 1, "{gone:?}");
    assert!(gone.err.contains("FlowSolution.zip cannot be read: it does not exist"), "{gone:?}");
    let gone = build(&desk, &["out", "--incomplete"]);
    assert_eq!(gone.code, 3, "{gone:?}");
    assert!(gone.err.contains("FlowSolution.zip cannot be read: it does not exist"), "{gone:?}");
    fs::create_dir(desk.path("FlowSolution.zip")).expect("a folder");
    assert!(build(&desk, &["out"]).err.contains("a solution stays zipped"));
    fs::write(desk.path("clean/apiProperties.json"), "{").expect("a file");
    assert_eq!(build(&desk, &["out"]).code, 1);
    assert!(!desk.path("out").exists());
}

#[test]
fn several_ways_to_sign_in_take_their_file_along() {
    let (desk, mut fixture) = desk(Publisher::Verified);
    let set = |name: &str| {
        let shown = json!({"displayName": name, "description": "Signs in."});
        json!({"name": name, "uiDefinition": shown, "parameters": {}})
    };
    fixture.patch(
        "apiProperties.json",
        &json!({"properties": {"connectionParameterSets": {
            "uiDefinition": {"displayName": "Sign-in", "description": "How to sign in."},
            "values": [set("one"), set("two")]
        }}}),
    );
    put(&desk, &fixture);
    let refused = build(&desk, &["out"]);
    assert!(refused.err.contains("package-custom-properties-missing"), "{refused:?}");
    fs::write(desk.path("custom.json"), "{\"properties\": {}}").expect("a file");
    let made = build(&desk, &["out", "--incomplete", "--custom-properties", "custom.json"]);
    assert_eq!(made.code, 0, "{made:?}");
    let bytes = fs::read(desk.path("out/Contoso Invoices.zip")).expect("the package");
    let package = Package::read("x.zip", &bytes, false);
    let found = package.outer.file("customProperties.json").and_then(|entry| entry.bytes.clone());
    assert_eq!(found.as_deref(), Some(&b"{\"properties\": {}}"[..]));
}

/// The solution that was made, read.
fn made(path: &Path) -> Solution {
    let bytes = fs::read(path).expect("the solution");
    Solution::new("", Archive::read(&bytes, &mut Budget::default()))
}

#[test]
fn a_solution_made_of_the_files_passes_the_check() {
    let (desk, mut fixture) = desk(Publisher::Verified);
    let policies = json!([{"templateId": "setheader", "title": "A header", "parameters": {
        "x-ms-apimTemplateParameter.name": "X-From", "x-ms-apimTemplateParameter.value": "flow",
        "x-ms-apimTemplateParameter.existsAction": "override",
        "x-ms-apimTemplate-policySection": "Request"
    }}]);
    fixture.patch(
        "apiProperties.json",
        &json!({"properties": {
            "policyTemplateInstances": policies, "scriptOperations": ["ListInvoices"],
            "publisher": "Contoso & <Sons>"
        }}),
    );
    fixture.files.insert("icon.png".to_owned(), icon("160x160"));
    let script = b"public class Script : ScriptBase { }\r\n".to_vec();
    fixture.files.insert("script.csx".to_owned(), script.clone());
    put(&desk, &fixture);
    let arguments = ["package", "solution", "clean", "--prefix", "cts", "--to"];
    let ran = desk.run(&[&arguments[..], &["out"]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("only an import in the maker portal proves"), "{ran:?}");
    let solution = made(&desk.path("out/ConnectorSolution.zip"));
    assert_eq!(solution.archive.flaws, []);
    assert_eq!(solution.kind(true), Some(Kind::Connector));
    let manifest = solution.manifest().expect("a manifest");
    let told =
        (manifest.unique_name.as_str(), manifest.version.as_str(), manifest.managed.as_str());
    assert_eq!(told, ("ContosoInvoices", "1.0.0.0", "0"));
    assert_eq!(manifest.prefix, "cts");
    let found = solution.customizations().expect("customisations");
    assert_eq!(found.connectors[0].display_name, "Contoso Invoices");
    // Every file is the folder's own, or the part of it.
    let file = |end: &str| {
        let path = format!("Connector/cts_contosoinvoices_{end}");
        assert!(found.connectors[0].files.iter().any(|(_, named)| *named == path), "{path}");
        solution.archive.file(&path).and_then(|entry| entry.bytes.clone()).expect("a file")
    };
    assert_eq!(file("openapidefinition.json"), fixture.files["apiDefinition.swagger.json"]);
    assert_eq!(file("iconblob.Png"), fixture.files["icon.png"]);
    assert_eq!(file("customcodeblobcontent.csx"), script);
    let json =
        |end: &str| -> serde_json::Value { serde_json::from_slice(&file(end)).expect("JSON") };
    assert_eq!(json("policytemplateinstances.json"), policies);
    assert_eq!(json("connectionparameters.json")["api_key"]["type"], "securestring");
    let text = fs::read_to_string(desk.path("out/ConnectorSolution.md")).expect("the text");
    assert!(text.contains("Only an import in the maker portal proves"), "{text}");
    assert!(text.contains("`scriptOperations`"), "{text}");
    // The same files make the same bytes.
    assert_eq!(desk.run(&[&arguments[..], &["again"]].concat()).code, 0);
    let bytes =
        |folder: &str| fs::read(desk.path(folder).join("ConnectorSolution.zip")).expect("it");
    assert_eq!(bytes("out"), bytes("again"));
    // With a flow it is a package that the check has nothing against.
    fs::copy(desk.path("out/ConnectorSolution.zip"), desk.path("ConnectorSolution.zip"))
        .expect("a copy");
    let built = build(&desk, &["package", "--incomplete"]);
    assert_eq!(built.code, 0, "{built:?}");
    let zip = "package/Contoso Invoices.zip";
    let checked = desk.run(&["package", "check", zip, "--connector", "clean"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert!(checked.out.contains("It passes what Microsoft's script checks"), "{}", checked.out);
}

#[test]
fn a_solution_is_refused_where_it_could_do_harm_or_nothing() {
    let (desk, mut fixture) = desk(Publisher::Verified);
    let run = |prefix: &str| {
        desk.run(&["package", "solution", "clean", "--prefix", prefix, "--to", "out"])
    };
    for prefix in ["c", "1st", "con toso", "mscrmabc"] {
        let refused = run(prefix);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains("The prefix"), "{refused:?}");
    }
    let token = json!({"type": "oauthSetting", "oAuthSettings": {
        "identityProvider": "oauth2", "clientId": "abc", "clientSecret": "s3cr3t-Value-9f8e7d",
        "scopes": []
    }});
    fixture.patch(
        "apiProperties.json",
        &json!({"properties": {"connectionParameters": {"token": token}}}),
    );
    put(&desk, &fixture);
    let refused = run("cts");
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("secret") && !refused.err.contains("s3cr3t"), "{refused:?}");
    fs::write(desk.path("clean/apiProperties.json"), "{").expect("a file");
    assert!(run("cts").err.contains("apiProperties.json cannot be read"));
    fs::remove_file(desk.path("clean/apiProperties.json")).expect("it was there");
    fs::write(desk.path("clean/apiDefinition.swagger.json"), "{\"info\": {}}").expect("a file");
    assert!(run("cts").err.contains("A solution takes a definition with a title"));
    assert!(!desk.path("out").exists());
}
