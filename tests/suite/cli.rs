//! Every command as a shell sees it: standard output, standard error and exit code.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use crate::desk::{Desk, assert_error, changed, ran};

#[test]
fn help_and_version_are_answers() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for word in ["check", "export", "drafts", "explain", "Exit codes", "NO_COLOR"] {
        assert!(help.out.contains(word), "{word}: {}", help.out);
    }
    for command in ["check", "export", "new", "apply", "drafts", "explain", "rules"] {
        assert_eq!(desk.run(&[command, "--help"]).code, 0, "{command}");
    }
    assert!(desk.run(&["new", "--help"]).out.contains("support.privacy_policy"));
    assert_eq!(desk.run(&["--version"]).out, format!("conncert {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_is_not_understood_is_2() {
    let desk = Desk::new();
    assert_error(&desk.run(&["check", "--bogus"]), 2, "--bogus");
    assert_error(&desk.run(&["check", "--fail-on", "sometimes"]), 2, "sometimes");
    assert_error(&desk.run(&["check", "--format", "xml"]), 2, "json");
    assert_error(&desk.run(&["export"]), 2, "--to");
    assert_error(&desk.run(&["drafts"]), 2, "list");
    assert_error(&desk.run(&["sample", "check"]), 2, "sample");
    assert_error(&desk.run(&["chekc"]), 2, "conncert check");
    assert_error(&desk.run(&["new", "--set", "support"]), 2, "step.key=value");
    assert_error(&desk.run(&["new", "--set", "support.mail=x"]), 2, "support.email");
    assert_error(&desk.run(&["new", "--set", "suport.email=x"]), 2, "did you mean support.email?");
}

#[test]
fn what_cannot_be_done_is_3() {
    let desk = Desk::new();
    fs::create_dir(desk.path("empty")).expect("a folder");
    fs::write(desk.path("broken.toml"), "conncert = 1\nname = \n").expect("a file");
    assert_error(&desk.run(&["check", "empty"]), 3, "no connector found in empty");
    assert_error(&desk.run(&["check", "nowhere"]), 3, "nowhere");
    assert_error(&desk.run(&["check", "--draft", "broken.toml"]), 3, "line 2");
    assert_error(&desk.run(&["check", "--draft", "Nobody"]), 3, "Nobody");
    assert_error(&desk.run(&["export", "--draft", "Nobody", "--to", "out"]), 3, "Nobody");
    assert_error(&desk.run(&["apply", "--draft", "broken.toml"]), 3, "line 2");
    assert_error(&desk.run(&["drafts", "restore", "Nobody"]), 3, "trash");
    assert_error(&desk.run(&["new", "--set", "connector.folder=empty"]), 3, "empty");
    assert_error(&desk.run(&["./nowhere"]), 3, "nowhere");
}

#[test]
fn without_a_terminal_the_wizard_asks_in_lines() {
    let desk = Desk::new();
    for (arguments, asked) in [(&[][..], "Number, or help: "), (&["sample"], "Question 1 of ")] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(ran.out.contains(asked) && ran.err.is_empty(), "{ran:?}");
    }
}

#[test]
fn a_clean_connector_is_0() {
    let desk = Desk::new();
    for path in [&["sample"][..], &[], &["."]] {
        let ran = desk.run(&[&["check"], path].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
        assert!(ran.out.contains("Contoso Invoices (") && ran.out.contains("Judged as"), "{ran:?}");
        assert!(ran.out.contains("passed") && !ran.out.contains('\u{1b}'), "{ran:?}");
    }
}

#[test]
fn findings_are_1_from_the_fail_level_on() {
    let desk = Desk::new();
    let http = changed(|definition| definition["schemes"] = serde_json::json!(["http"]));
    desk.definition("http", serde_json::to_string_pretty(&http).expect("JSON"));
    let ran = desk.run(&["check", "http"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{ran:?}");
    let file = Path::new("http").join("apiDefinition.swagger.json");
    assert!(ran.out.contains("error[https-missing]: "), "{ran:?}");
    assert!(ran.out.contains(&format!("--> {}:", file.display())), "{ran:?}");
    assert!(ran.out.contains("\"schemes\": ["), "{ran:?}");
    assert!(ran.out.contains("conncert explain "), "{ran:?}");
    assert!(ran.out.contains("error[readme-missing]: "), "{ran:?}");
    for (level, code) in [("never", 0), ("error", 1), ("warning", 1), ("advice", 1)] {
        let ran = desk.run(&["check", "http", "--fail-on", level]);
        assert_eq!(ran.code, code, "{level}: {ran:?}");
    }
}

#[test]
fn json_has_its_members() {
    let desk = Desk::new();
    let http = changed(|definition| definition["schemes"] = serde_json::json!(["http"]));
    desk.definition("http", http.to_string());
    let ran = desk.run(&["check", "http", "sample", "--format", "json"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let json: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(
        (&json["schema"], &json["conncert"]),
        (&1.into(), &env!("CARGO_PKG_VERSION").into())
    );
    let connectors = json["connectors"].as_array().expect("connectors");
    assert_eq!(connectors.len(), 2);
    assert_eq!(
        (&connectors[0]["path"], &connectors[0]["publisher"]),
        (&"http".into(), &"verified".into())
    );
    let findings = connectors[0]["findings"].as_array().expect("findings");
    let of = |rule: &str| {
        findings.iter().find(|finding| finding["rule"] == rule).expect("a finding of the rule")
    };
    let https = of("https-missing");
    assert_eq!(
        (&https["level"], &https["file"]),
        (&"error".into(), &"apiDefinition.swagger.json".into())
    );
    assert_eq!((&https["pointer"], &https["line"]), (&"/schemes".into(), &1.into()));
    assert!(https["column"].as_u64() < https["end_column"].as_u64());
    assert!(https["official"].is_array() && https["message"].is_string());
    assert_eq!(https["fix"], serde_json::json!({ "safety": "safe", "says": "Offer HTTPS alone" }));
    assert!(of("contact-email-missing")["fix"].is_null(), "only the publisher knows it");
    let readme = of("readme-missing");
    assert_eq!((&readme["file"], &readme["line"]), (&"readme.md".into(), &Value::Null));
    let errors = |value: &Value| value["counts"]["error"].as_u64();
    assert_eq!(errors(&json), errors(&connectors[0]));
    let counted = findings.iter().filter(|finding| finding["level"] == "error").count() as u64;
    assert_eq!(errors(&json), Some(counted));
}

#[test]
fn what_can_be_reported_is_reported() {
    let desk = Desk::new();
    let ran = desk.run(&["check", "nowhere", "sample", "--format", "json"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("nowhere"), "{ran:?}");
    let json: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(json["connectors"].as_array().map(Vec::len), Some(1));
}

#[test]
fn connectors_are_found_at_any_depth_in_a_stable_order() {
    let desk = Desk::new();
    for folder in ["a/independent-publisher-connectors/One", "a/b/c/Two", "a/Three"] {
        desk.definition(folder, "{}");
    }
    let ran = desk.run(&["check", "a", "--format", "json", "--fail-on", "never"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let json: Value = serde_json::from_str(&ran.out).expect("JSON");
    let found: Vec<(String, &str)> = json["connectors"]
        .as_array()
        .expect("connectors")
        .iter()
        .map(|found| {
            let path = found["path"].as_str().expect("a path").replace('\\', "/");
            (path, found["publisher"].as_str().expect("a publisher"))
        })
        .collect();
    let wanted = [
        ("a/Three", "verified"),
        ("a/b/c/Two", "verified"),
        ("a/independent-publisher-connectors/One", "independent"),
    ];
    assert_eq!(found, wanted.map(|(path, publisher)| (path.to_owned(), publisher)));
    let told = desk.run(&["check", "a/b", "--publisher", "independent"]);
    assert!(told.out.contains("an independent publisher: as you asked"), "{told:?}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new();
    let long = changed(|definition| {
        let title = "x".repeat(400_000);
        definition["info"]["title"] = title.into();
    });
    desk.definition("long", long.to_string());
    let mut child = desk
        .command(&["check", "long", "--format", "json", "--fail-on", "never"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("text");
    assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""));
}

#[test]
fn nothing_in_a_file_reaches_the_terminal_raw() {
    let desk = Desk::new();
    let evil = "\u{1b}]0;owned\u{7} \u{9b}31m \u{202e}";
    let definition = changed(|definition| {
        definition["info"]["title"] = format!("Evil {evil}").into();
        definition["schemes"] = serde_json::json!([evil]);
        let operation = definition["paths"]["/invoices"]["get"].take();
        definition["paths"][format!("/{evil}")]["get"] = operation;
    });
    desk.definition("evil", definition.to_string());
    desk.definition("raw", format!("{{\"schemes\": \"{evil}\"\n}}"));
    for folder in ["evil", "raw"] {
        for format in ["human", "json"] {
            let ran = desk.run(&["check", folder, "--format", format]);
            assert_eq!(ran.code, 1, "{ran:?}");
            let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert_eq!(ran.out.find(obeyed), None, "{folder} {format}: {ran:?}");
        }
    }
    let colours = desk
        .command(&["check", "evil"])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("the program runs");
    let out = String::from_utf8(colours.stdout).expect("text");
    assert!(out.contains("\u{1b}[") && !out.contains("\u{1b}]") && !out.contains('\u{9b}'));
}

#[test]
fn colours_can_be_refused() {
    let desk = Desk::new();
    desk.definition("empty", "{}");
    let out = |arguments: &[&str], names: &[&str]| {
        let mut command = desk.command(arguments);
        command.envs(names.iter().map(|name| (name, "1")));
        ran(&command.output().expect("the program runs")).out
    };
    let plain = out(&["check", "empty"], &[]);
    let coloured = out(&["check", "empty"], &["CLICOLOR_FORCE"]);
    assert!(!plain.contains('\u{1b}') && coloured.contains('\u{1b}'));
    assert_eq!(out(&["check", "empty", "--no-color"], &["CLICOLOR_FORCE"]), plain);
    assert_eq!(out(&["--no-color", "check", "empty"], &["CLICOLOR_FORCE"]), plain);
    assert_eq!(out(&["check", "empty"], &["NO_COLOR"]), plain);
}

#[test]
fn a_frame_of_a_line_of_a_megabyte_is_small() {
    let desk = Desk::new();
    let minified = changed(|definition| {
        for number in 0..18_000 {
            definition["definitions"][format!("Filler{number}")] =
                serde_json::json!({ "type": "string", "description": "Only here to be long, ä." });
        }
        // At the very end of the line.
        definition.as_object_mut().expect("an object").shift_remove("schemes");
        definition["schemes"] = serde_json::json!(["http"]);
    });
    let text = minified.to_string();
    assert!(text.len() > 1_000_000);
    desk.definition("minified", &text);
    let ran = desk.run(&["check", "minified"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let frame: Vec<&str> = ran
        .out
        .lines()
        .skip_while(|line| !line.starts_with("error[https-missing]"))
        .take_while(|line| !line.is_empty())
        .collect();
    let column = text.find("\"schemes\"").map(|at| text[..at].chars().count() + 1);
    assert!(frame[1].ends_with(&format!(":1:{}", column.expect("it is there"))), "{frame:?}");
    assert!(frame.iter().any(|line| line.contains("\"schemes\":[\"http\"]")), "{frame:?}");
    assert!(frame.iter().all(|line| line.chars().count() < 250), "{frame:?}");
}

#[test]
fn rules_are_listed_and_explained() {
    let desk = Desk::new();
    let rules = desk.run(&["rules"]);
    assert_eq!((rules.code, rules.err.as_str()), (0, ""));
    assert_eq!(rules.out.lines().count(), conncert::rules::all().count() + 3);
    let page = desk.run(&["explain", "https-missing"]);
    assert_eq!((page.code, page.err.as_str()), (0, ""));
    for word in ["https-missing\n", "Level", "Official", "This breaks it", "This keeps it"] {
        assert!(page.out.contains(word), "{word}: {}", page.out);
    }
    for rule in conncert::rules::all() {
        let page = desk.run(&["explain", rule.id]);
        assert_eq!((page.code, page.out.lines().next()), (0, Some(rule.id)));
        for name in rule.official {
            let named = desk.run(&["explain", &name.to_lowercase()]);
            assert!(named.code == 0 && named.out.lines().any(|line| line == rule.id), "{name}");
        }
    }
    assert_error(&desk.run(&["explain", "https-mising"]), 2, "did you mean https-missing");
    assert_error(&desk.run(&["explain", "zzzz"]), 2, "conncert rules");
}

#[test]
fn a_draft_is_made_prefilled_shown_and_checked() {
    let desk = Desk::new();
    desk.draft();
    let text = fs::read_to_string(desk.path("invoices.toml")).expect("the draft");
    assert!(text.contains("folder = \"sample\""), "{text}");
    assert!(text.contains("type = \"verified\""), "{text}");
    assert!(text.contains("unconfirmed = ["), "{text}");
    let again = desk.run(&["new", "--draft", "invoices.toml"]);
    assert_error(&again, 3, "there already");
    let shown = desk.run(&["drafts", "show", "invoices.toml"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    assert!(shown.out.contains("publisher.type"), "{shown:?}");
    assert!(shown.out.contains("not yet confirmed"), "{shown:?}");
    let checked = desk.run(&["check", "--draft", "invoices.toml", "--format", "json"]);
    assert_eq!(checked.code, 1, "{checked:?}");
    let json: Value = serde_json::from_str(&checked.out).expect("JSON");
    let findings = json["connectors"][0]["findings"].as_array().expect("findings");
    let missing = findings.iter().find(|finding| finding["rule"] == "answer-missing");
    let missing = missing.expect("not everything is answered");
    assert!(missing["answer"].is_string() && missing.get("file").is_none(), "{missing}");
    assert!(missing["line"].is_null(), "{missing}");
    let named =
        desk.run(&["check", "sample", "--set", "publisher.type=verified", "--format", "json"]);
    assert!(!named.out.contains("connector.folder"), "the folder is answered by naming it");
}

#[test]
fn set_answers_without_saving() {
    let desk = Desk::new();
    desk.draft();
    let before = fs::read_to_string(desk.path("invoices.toml")).expect("the draft");
    let set = "uptime.percent=a lot";
    let ran = desk.run(&["check", "--draft", "invoices.toml", "--set", set]);
    assert!(ran.err.starts_with("note: ") && ran.err.contains("a lot"), "{ran:?}");
    assert!(ran.out.contains("error[answer-malformed]"), "{ran:?}");
    assert!(ran.out.contains("--> answer uptime.percent"), "{ran:?}");
    assert_eq!(fs::read_to_string(desk.path("invoices.toml")).expect("the draft"), before);
    desk.definition("other", "{}");
    let two = desk.run(&["check", ".", "--draft", "invoices.toml"]);
    assert_error(&two, 2, "one connector");
}

#[test]
fn drafts_are_listed_thrown_away_and_brought_back() {
    let desk = Desk::new();
    assert!(desk.run(&["drafts", "list"]).err.contains("no drafts yet"));
    for _ in 0..2 {
        assert_eq!(desk.run(&["new", "--set", "connector.folder=sample"]).code, 0);
    }
    let listed = desk.run(&["drafts", "list"]);
    for name in ["Contoso Invoices\n", "Contoso Invoices 2\n"] {
        assert!(listed.out.contains(name), "{listed:?}");
    }
    let path = desk.run(&["drafts", "path", "contoso invoices 2"]);
    assert!(Path::new(path.out.trim()).is_file(), "{path:?}");
    let deleted = desk.run(&["drafts", "delete", "Contoso Invoices 2"]);
    assert!(deleted.code == 0 && deleted.err.contains("restore"), "{deleted:?}");
    assert!(!desk.run(&["drafts", "list"]).out.contains("Contoso Invoices 2"));
    assert!(desk.run(&["drafts", "list", "--trash"]).out.contains("Contoso Invoices 2"));
    assert_error(&desk.run(&["drafts", "path", "Contoso Invoices 2"]), 3, "Contoso Invoices 2");
    assert_eq!(desk.run(&["drafts", "restore", "Contoso Invoices 2"]).code, 0);
    assert!(desk.run(&["drafts", "list"]).out.contains("Contoso Invoices 2"));
}

#[test]
fn answers_are_written_into_the_files() {
    let desk = Desk::new();
    desk.draft();
    let definition = desk.path("sample/apiDefinition.swagger.json");
    let before = fs::read_to_string(&definition).expect("the definition");
    let set = ["--set", "support.email=hello@example.com"];
    let apply = [&["apply", "--draft", "invoices.toml"], &set[..]].concat();
    let dry = desk.run(&[&apply[..], &["--dry-run"]].concat());
    assert_eq!(dry.code, 0, "{dry:?}");
    assert!(dry.out.contains("\n+") && dry.out.contains("hello@example.com"), "{dry:?}");
    assert_eq!(fs::read_to_string(&definition).expect("the definition"), before);
    let done = desk.run(&apply);
    assert_eq!((done.code, &done.out), (0, &dry.out), "{done:?}");
    let after = fs::read_to_string(&definition).expect("the definition");
    let differ = before.lines().zip(after.lines()).filter(|(old, new)| old != new).count();
    assert_eq!((differ, before.lines().count()), (1, after.lines().count()), "{after}");
    let nothing = desk.run(&apply);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""), "{nothing:?}");
    desk.run(&["new", "--draft", "bare.toml"]);
    assert_error(&desk.run(&["apply", "--draft", "bare.toml"]), 3, "connector.folder");
}

#[test]
fn an_export_is_refused_until_nothing_is_open() {
    let desk = Desk::new();
    desk.draft();
    let export = |more: &[&str]| {
        desk.run(&[&["export", "--draft", "invoices.toml", "--to", "out"], more].concat())
    };
    let refused = export(&[]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("open, so the package was not made"), "{refused:?}");
    assert!(
        refused.err.contains("error: ") && refused.err.contains("[answer-missing]"),
        "{refused:?}"
    );
    let files = |folder: &str| {
        let mut names: Vec<String> = fs::read_dir(desk.path(folder))
            .expect("the export")
            .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    };
    assert_eq!(files("out"), ["checklist.html", "checklist.md"]);
    assert_eq!(export(&["--incomplete"]).code, 3, "it is there already");
    let whole = export(&["--incomplete", "--force"]);
    assert_eq!(whole.code, 0, "{whole:?}");
    let wanted = [
        "Contoso Invoices.zip",
        "PARTNER_CENTER.md",
        "PULL_REQUEST.md",
        "certified-connectors",
        "checklist.html",
        "checklist.md",
    ];
    assert_eq!(files("out"), wanted);
    let answered = export(&["--force", "--set", "connector.submission=new"]);
    assert_eq!(answered.code, 0, "{answered:?}");
    assert!(answered.out.contains("Contoso Invoices.zip"), "{answered:?}");
    let only =
        desk.run(&["export", "--draft", "invoices.toml", "--to", "list", "--only", "checklist"]);
    assert_eq!(
        (only.code, files("list").as_slice()),
        (0, &["checklist.html".to_owned(), "checklist.md".to_owned()][..]),
        "{only:?}"
    );
}

#[test]
fn what_a_program_can_mend_is_mended() {
    let desk = Desk::new();
    let folder = desk.path("sample");
    let definition = folder.join("apiDefinition.swagger.json");
    let whole = fs::read_to_string(&definition).expect("the definition");
    let spoilt = whole.replace("\"https\"\n", "\"http\"\n").replace("care@contoso.com", "");
    assert_ne!(spoilt, whole, "there is something to mend");
    fs::write(&definition, &spoilt).expect("a file");
    fs::rename(folder.join("apiProperties.json"), folder.join("apiproperties.json")).expect("it");

    let ran = desk.run(&["fix", "sample", "--dry-run"]);
    assert_eq!(ran.code, 1, "the mail is left: {ran:?}");
    assert!(ran.out.contains("\n-    \"http\"\n+    \"https\"\n"), "{ran:?}");
    assert!(ran.out.contains("--- a/apiproperties.json\n+++ b/apiProperties.json\n"), "{ran:?}");
    assert!(
        ran.err.contains("2 findings would be mended (file-misnamed, https-missing)"),
        "{ran:?}"
    );
    assert!(ran.err.contains("contact-email-missing"), "{ran:?}");
    assert_eq!(fs::read_to_string(&definition).expect("there"), spoilt, "only shown");

    let ran = desk.run(&["fix", "sample", "--rule", "https-missing"]);
    assert!(ran.err.contains("1 finding mended (https-missing), 1 file written"), "{ran:?}");
    let ran = desk.run(&["fix", "sample"]);
    assert!(ran.err.contains("1 finding mended (file-misnamed), 1 file written"), "{ran:?}");
    assert!(folder.join("apiProperties.json").exists());
    let mended = fs::read_to_string(&definition).expect("there");
    assert_eq!(mended, whole.replace("care@contoso.com", ""));
    let ran = desk.run(&["fix", "sample"]);
    assert!(ran.out.is_empty() && ran.err.contains("nothing to mend without a person"), "{ran:?}");

    let ran = desk.run(&["fix", "sample", "--rule", "https-misssing"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("did you mean `https-missing`?"), "{ran:?}");
    let ran = desk.run(&["fix", "sample", "--rule", "title-missing"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("only a person"), "{ran:?}");
}

#[test]
fn a_read_me_is_proposed_only_when_asked() {
    let desk = Desk::new();
    let readme = desk.path("sample/readme.md");
    fs::remove_file(&readme).expect("it");
    let ran = desk.run(&["fix", "sample"]);
    assert!(ran.err.contains("1 of them can be mended with --suggested"), "{ran:?}");
    assert!(!readme.exists());
    let ran = desk.run(&["fix", "sample", "--suggested"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.starts_with("--- /dev/null\n+++ b/readme.md\n"), "{ran:?}");
    assert!(fs::read_to_string(&readme).expect("made").contains("## Prerequisites"));
}

#[test]
fn the_manual_names_every_command_and_every_key() {
    let desk = Desk::new();
    let ran = desk.run(&["man"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let plain = ran.out.replace("\\-", "-").replace("\\fB", "").replace("\\fR", "");
    for command in ["CHECK", "FIX", "EXPORT", "NEW", "APPLY", "DRAFTS", "EXPLAIN", "RULES", "MAN"] {
        assert!(plain.contains(&format!("\"CONNCERT {command}\"")), "{command}");
    }
    for (place, keys) in conncert::wizard::keys() {
        let section = format!(".SS \"{place}\"");
        let bare = format!(".SS {place}\n");
        let at = plain.find(&section).or_else(|| plain.find(&bare)).expect(place);
        let rest = &plain[at..];
        let end = rest[3..].find("\n.S").map_or(rest.len(), |end| end + 3);
        for (key, meaning) in keys {
            let entry = format!(".TP\n{key}\n{meaning}");
            assert!(rest[..end].contains(&entry), "{place}: {key} {meaning}\n{}", &rest[..end]);
        }
    }
    assert!(!plain.contains('`'), "backquotes are marks for a screen, not for a manual");
}

#[test]
fn shells_complete_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = desk.run(&["completions", shell]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for word in ["check", "explain", "write-baseline"] {
            assert!(ran.out.contains(word), "{word} for {shell}");
        }
    }
    let ran = desk.run(&["completions", "tcsh"]);
    assert_eq!(ran.code, 2);
}
