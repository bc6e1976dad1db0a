//! The kits: what a publisher pastes, types and uploads. The commands are run as they stand.

use conncert::answers::Publisher;
use conncert::export::{ExportSettings, Only, all};
use serde_json::{Value, json};

use crate::desk::{Desk, assert_error};
use crate::support::{Fixture, TODAY};

const SETTINGS: ExportSettings = ExportSettings { date: TODAY, incomplete: true };

/// A file of an export.
fn made(fixture: &Fixture, path: &str) -> Option<String> {
    let artifacts = all(&fixture.checked(), &SETTINGS, Only::Package).artifacts;
    let found = artifacts.into_iter().find(|artifact| artifact.path == path)?;
    Some(String::from_utf8(found.bytes).expect("text"))
}

fn pull_request(fixture: &Fixture) -> String {
    made(fixture, "PULL_REQUEST.md").expect("there is one")
}

fn offer(fixture: &Fixture) -> String {
    made(fixture, "PARTNER_CENTER.md").expect("there is one")
}

#[cfg(unix)]
mod commands {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::*;

    /// A program's output, which has to succeed.
    fn run(program: &str, arguments: &[&str], at: &Path) -> String {
        let out = Command::new(program)
            .args(arguments)
            .current_dir(at)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_AUTHOR_NAME", "Contoso")
            .env("GIT_AUTHOR_EMAIL", "help@contoso.com")
            .env("GIT_COMMITTER_NAME", "Contoso")
            .env("GIT_COMMITTER_EMAIL", "help@contoso.com")
            .output()
            .expect("it runs");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).expect("text")
    }

    /// The blocks that are shell.
    fn blocks(text: &str) -> Vec<&str> {
        text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
    }

    #[test]
    fn the_commands_hand_in_the_folder_and_nothing_else() {
        let mut fixture = Fixture::clean(Publisher::Independent);
        fixture.files.insert("intro.md".to_owned(), b"Contoso keeps invoices.\n".to_vec());
        fixture.answers.give("connector.name", "Contoso Invoices (v2.0)");
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path();
        // The repository and the fork of it.
        let git = |arguments: &[&str], at: &Path| run("git", arguments, at);
        git(&["init", "-q", "-b", "dev", "upstream"], at);
        let upstream = at.join("upstream");
        for home in ["independent-publisher-connectors", "certified-connectors"] {
            fs::create_dir_all(upstream.join(home).join("Other")).expect("a folder");
            fs::write(upstream.join(home).join("Other/readme.md"), "x").expect("a file");
        }
        git(&["add", "."], &upstream);
        git(&["commit", "-qm", "begin"], &upstream);
        git(&["clone", "-q", "--bare", "upstream", "fork.git"], at);
        // What was exported.
        for artifact in all(&fixture.checked(), &SETTINGS, Only::Package).artifacts {
            let path = at.join("out").join(&artifact.path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, &artifact.bytes).expect("a file");
        }
        let whole = |name: &str| format!("file://{}", at.join(name).display());
        let text = pull_request(&fixture)
            .replace(
                "https://github.com/YOUR-ACCOUNT/PowerPlatformConnectors.git",
                &format!("{}' 'PowerPlatformConnectors", whole("fork.git")),
            )
            .replace("https://github.com/microsoft/PowerPlatformConnectors.git", &whole("upstream"))
            .replace("EXPORT/", &format!("{}/", at.join("out").display()));
        let [begin, propose, files] = blocks(&text)[..] else { panic!("{text}") };
        let clone = at.join("PowerPlatformConnectors");
        let branch = "add-contoso-invoices-v2-0";
        let tree = |rev: &str| {
            git(&["diff", "--name-only", "-z", "upstream/dev", rev], &clone)
                .split_terminator('\0')
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let inside =
            |name: &str| format!("independent-publisher-connectors/Contoso Invoices (v2.0)/{name}");
        run("sh", &["-ec", begin], at);
        // What lies about is not handed in.
        fs::write(clone.join("notes.txt"), "mine").expect("a file");
        let status = run("sh", &["-ec", propose], &clone);
        assert!(status.contains("?? notes.txt"), "{status}");
        assert_eq!(tree(&format!("origin/{branch}")), [inside("intro.md")]);
        run("sh", &["-ec", files], &clone);
        assert_eq!(
            tree(&format!("origin/{branch}")),
            ["apiDefinition.swagger.json", "apiProperties.json", "intro.md", "readme.md"]
                .map(inside)
        );
        let said = git(&["log", "--format=%s", "upstream/dev..HEAD"], &clone);
        let title = "Contoso Invoices (v2.0) (Independent Publisher)";
        assert_eq!(said, format!("{title}\nProposal - {title}\n"));
        assert_eq!(git(&["branch", "--show-current"], &clone).trim(), branch);
        let own = clone.join(inside("").trim_end_matches('/'));
        let connector = conncert::store::read_submitted(&own).expect("a connector");
        let on = connector.branch().expect("it is on one");
        assert_eq!(
            (on.name.as_deref(), on.target.as_deref()),
            (Some(branch), Some("upstream/dev"))
        );
        assert!(crate::clone::told(&own).is_empty());
    }

    #[test]
    fn an_update_keeps_the_names_of_files_and_takes_out_what_is_gone() {
        let mut fixture = Fixture::clean(Publisher::Verified);
        let mut old = fixture.files.clone();
        let page = old.remove("readme.md").expect("the read-me");
        old.insert("README.md".to_owned(), [page, b"\nOld.\n".to_vec()].concat());
        old.insert("script.csx".to_owned(), b"public class Script : ScriptBase { }".to_vec());
        fixture.published = Some(old.clone());
        fixture.answers.give("connector.submission", "update");
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path();
        let own = at.join("clone/certified-connectors/Contoso Invoices");
        fs::create_dir_all(&own).expect("a folder");
        for (name, bytes) in &old {
            fs::write(own.join(name), bytes).expect("a file");
        }
        let clone = at.join("clone");
        let git = |arguments: &[&str], at: &Path| run("git", arguments, at);
        git(&["init", "-q", "-b", "dev"], &clone);
        git(&["add", "."], &clone);
        git(&["commit", "-qm", "begin"], &clone);
        git(&["clone", "-q", "--bare", "clone", "fork.git"], at);
        git(&["remote", "add", "origin", "../fork.git"], &clone);
        git(&["switch", "-qc", "update-contoso-invoices"], &clone);
        for artifact in all(&fixture.checked(), &SETTINGS, Only::Package).artifacts {
            let path = at.join("out").join(&artifact.path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, &artifact.bytes).expect("a file");
        }
        let text =
            pull_request(&fixture).replace("EXPORT/", &format!("{}/", at.join("out").display()));
        let [_, files] = blocks(&text)[..] else { panic!("{text}") };
        run("sh", &["-ec", files], &clone);
        let changed = git(&["diff", "--name-status", "--no-renames", "dev", "HEAD"], &clone);
        let lines: Vec<&str> = changed.lines().collect();
        let inside = "certified-connectors/Contoso Invoices";
        assert_eq!(
            lines,
            [format!("M\t{inside}/README.md"), format!("D\t{inside}/script.csx")],
            "{text}"
        );
        assert!(text.contains(&format!("- `{inside}/README.md`")), "{text}");
    }

    #[test]
    fn a_verified_connector_is_handed_in_at_once() {
        let fixture = Fixture::clean(Publisher::Verified);
        let text = pull_request(&fixture);
        assert_eq!(blocks(&text).len(), 2, "{text}");
        assert!(!text.contains("Proposal"), "{text}");
        assert!(text.contains("| Label | `certified-connector` |"), "{text}");
    }
}

#[test]
fn an_update_needs_no_proposal() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    fixture.answers.give("connector.submission", "update");
    let text = pull_request(&fixture);
    assert!(text.contains("`update-contoso-invoices`"), "{text}");
    assert!(!text.contains("Proposal") && !text.contains("onevetsignup"), "{text}");
}

#[test]
fn operations_to_show_harm_nothing_and_are_counted_with_their_bodies() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    let operation = |id: &str, summary: &str| {
        json!({"operationId": id, "summary": summary, "description": "What it does.",
               "responses": {"200": {"description": "OK"}}})
    };
    let mut send = operation("Send", "Send a letter");
    send["parameters"] = json!([{"name": "body", "in": "body", "required": true, "schema": {
        "$ref": "#/definitions/Letter"}}]);
    let mut old = operation("Old", "List bills");
    old["deprecated"] = json!(true);
    let mut begins = operation("Begins", "When paid");
    begins["x-ms-trigger"] = json!("batch");
    fixture.patch(
        "apiDefinition.swagger.json",
        &json!({
            "info": {"description": "Sends letters,\nand finds them again."},
            "definitions": {"Letter": {"type": "object", "required": ["to", "text"], "properties": {
                "to": {"type": "string"}, "text": {"type": "string"}}}},
            "paths": {
                "/a": {"post": operation("Drop", "Delete everything")},
                "/b": {"post": send},
                "/c": {"get": old},
                "/d": {"get": begins},
                "/e": {"get": operation("Find", "Find letters")},
            }
        }),
    );
    let text = pull_request(&fixture);
    let shown: Vec<&str> =
        text.lines().filter(|line| line.contains("(put the image of the flow")).collect();
    assert_eq!(shown.len(), 3, "{text}");
    for (line, name) in
        shown.iter().zip(["**List invoices**", "**Find letters**", "**Send a letter**"])
    {
        assert!(line.contains(name), "{line}");
    }
    assert!(text.contains("Sends letters, and finds them again."), "{text}");
    let mut verified = Fixture::clean(Publisher::Verified);
    verified.files = fixture.files;
    verified.answers.give("authentication.types", "api-key, basic");
    let offer = made(&verified, "PARTNER_CENTER.md").expect("a kit");
    assert!(offer.contains("any of these works"), "{offer}");
    assert!(
        offer.contains("- Paste the key [key].") && offer.contains("- Give the user name"),
        "{offer}"
    );
}

#[test]
fn what_is_there_is_listed_and_what_is_missing_told() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    let intro = fixture.files.remove("intro.md").expect("there is one");
    let text = pull_request(&fixture);
    assert!(text.contains("Still missing, and expected since 2025: intro.md and package.zip."));
    fixture.files.insert("intro.md".to_owned(), intro);
    fixture.answers.give("package.connector_solution", "connector");
    fixture.answers.give("package.flow_solution", "flow");
    let text = pull_request(&fixture);
    let folder = "independent-publisher-connectors/Contoso Invoices";
    assert!(text.contains(&format!("- `{folder}/package.zip`\n")), "{text}");
    assert!(!text.contains("Still missing"), "{text}");
}

#[test]
fn text_from_files_closes_no_box_and_begins_no_heading() {
    let mut fixture = Fixture::clean(Publisher::Independent);
    let file = fixture.files.get_mut("apiDefinition.swagger.json").expect("there is one");
    let text = String::from_utf8(file.clone()).expect("text");
    let text = text.replace("List invoices", "`````\\n# <b>x\\u001b[31m");
    *file = text.into_bytes();
    let text = pull_request(&fixture);
    assert!(!text.contains("`````\n") && !text.contains('\u{1b}'), "{text}");
    assert!(text.contains(r"\`\`\`\`\`"), "{text}");
}

#[test]
fn the_offer_is_for_verified_publishers_alone() {
    assert_eq!(made(&Fixture::clean(Publisher::Independent), "PARTNER_CENTER.md"), None);
}

#[test]
fn the_offer_speaks_of_the_way_to_sign_in() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let text = offer(&fixture);
    assert!(text.contains("Paste the key [key]") && text.contains("- API key: [value]"), "{text}");
    assert!(!text.contains("consent.azure-apim.net"), "{text}");
    fixture.answers.give("authentication.types", "oauth2, basic");
    let text = offer(&fixture);
    assert!(text.contains("https://global.consent.azure-apim.net/redirect/CONNECTOR-ID"), "{text}");
    assert!(text.contains("No second factor is asked for."), "{text}");
    assert!(text.contains("Give the user name [user name]"), "{text}");
    let numbers: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    assert!(numbers[6].starts_with("## 7. ") && numbers.len() == 7, "{numbers:?}");
}

#[test]
fn the_offer_says_what_is_missing_and_where_an_update_goes() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let file = fixture.files.get_mut("apiDefinition.swagger.json").expect("there is one");
    let text = String::from_utf8(file.clone()).expect("text").replace("Privacy policy", "Policy");
    *file = text.into_bytes();
    fixture.answers.remove("support.privacy_policy");
    fixture.answers.give("connector.submission", "update");
    let text = offer(&fixture);
    let privacy = text.split("### Privacy policy link").nth(1).expect("the field");
    assert!(privacy.split("### ").next().is_some_and(|field| field.contains("(missing")), "{text}");
    assert!(text.contains("A second offer would be a second connector."), "{text}");
}

#[test]
fn a_link_made_as_the_kit_says_lasts() {
    let text = offer(&Fixture::clean(Publisher::Verified));
    let end = text.split("--expiry ").nth(1).and_then(|rest| rest.split(' ').next());
    let end = end.expect("an expiry");
    let url = format!("{PLACE}?{SIGNED}&se={end}");
    let latest = "2026-11-23T23:59:59Z".parse().expect("a moment");
    let link = conncert::tasks::link::judge(&url, latest).expect("a link");
    assert_eq!(link.remarks, []);
}

const PLACE: &str = "https://contoso.blob.core.windows.net/packages/contoso-invoices.zip";
const SIGNED: &str =
    "sv=2024-11-04&spr=https&sr=b&sp=r&sig=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D";

#[test]
fn a_link_is_judged_and_never_repeated() {
    let desk = Desk::new();
    let good = format!("{PLACE}?{SIGNED}&se=2199-01-01T00%3A00%3A00Z");
    let told = desk.run(&["package", "link", &good]);
    assert_eq!(told.code, 0, "{told:?}");
    assert!(told.out.starts_with(&format!("{PLACE}\nends 2199-01-01 00:00 UTC, in ")));
    assert!(!told.out.contains("AAAA") && !told.out.contains("sig="), "{told:?}");
    let over = format!("{PLACE}?{SIGNED}&se=2001-01-01");
    let told = desk.run(&["package", "link", &over]);
    assert_eq!(told.code, 1, "{told:?}");
    assert!(told.out.contains("error: The link ended on 2001-01-01."), "{told:?}");
    assert_error(&desk.run(&["package", "link", "contoso.zip"]), 2, "that is no link");
}

#[test]
fn a_link_comes_by_the_standard_input_and_goes_to_programs() {
    let desk = Desk::new();
    let over = format!("{PLACE}?{SIGNED}&se=2001-01-01\n");
    let told = desk.feed(&["package", "link", "-", "--format", "json"], &over);
    assert_eq!(told.code, 1, "{told:?}");
    let told: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(told["schema"], 1);
    assert_eq!(told["address"], PLACE);
    assert_eq!(told["ends"], "2001-01-01T00:00:00Z");
    assert_eq!(told["passes"], false);
    assert_eq!(told["remarks"][0]["level"], "error");
}
