//! The tables themselves: ids, documentation, and that nothing is left out of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use conncert::answers::Answers;
use conncert::rule::docs::Docs;
use conncert::rules::{self, official};
use conncert::steps::{self, STEPS};

#[test]
fn ids_are_unique_and_well_spelt() {
    let mut seen = BTreeSet::new();
    for rule in rules::all() {
        let legal = rule
            .id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(legal && !rule.id.starts_with('-') && !rule.id.ends_with('-'), "{}", rule.id);
        assert!(seen.insert(rule.id), "{} twice", rule.id);
        for official in rule.official {
            let code = official.starts_with("5000.");
            let name = official.bytes().all(|byte| byte.is_ascii_alphabetic());
            assert!(code || name, "{}: {official}", rule.id);
        }
        for finer in rule.quiet_when {
            assert!(rules::find(finer).is_some(), "{}: there is no rule {finer}", rule.id);
        }
        assert!(!rule.looks.is_empty(), "{} looks at nothing", rule.id);
    }
}

#[test]
fn everything_official_has_a_rule_or_a_reason() {
    let known: BTreeSet<&str> = official::all().collect();
    assert_eq!(known.len(), official::all().count(), "a name twice");
    let names = known.iter().filter(|name| official::asks(name).is_none());
    assert_eq!(names.count(), 174 + 9, "of the validator, and of the comparison of versions");
    for rule in rules::all() {
        for name in rule.official {
            assert!(known.contains(name), "{}: {name} is no official name", rule.id);
        }
    }
    let bare: Vec<&&str> = known
        .iter()
        .filter(|name| official::rules(name).is_empty() && official::unjudged(name).is_none())
        .collect();
    assert!(bare.is_empty(), "neither a rule nor a reason: {bare:#?}");
    for (name, text) in official::UNJUDGED.iter().chain(&official::ASSUMED) {
        assert!(known.contains(name) && !text.is_empty(), "{name} is no official name");
    }
}

#[test]
fn every_rule_is_documented() {
    for rule in rules::all() {
        let docs = Docs::parse(rule.docs).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
        assert!(docs.summary.ends_with('.'), "{}: {}", rule.id, docs.summary);
        assert!(docs.summary.chars().count() <= 100, "{}: {}", rule.id, docs.summary);
    }
}

#[test]
fn every_file_is_in_its_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = 0;
    for folder in fs::read_dir(root.join("rules")).expect("the rules") {
        let folder = folder.expect("an entry").path();
        if folder.is_dir() {
            for file in fs::read_dir(folder).expect("a folder of rules") {
                let name = file.expect("a file").file_name().into_string().expect("a name");
                if name == "text_misspelt.rs" && !cfg!(feature = "spelling") {
                    continue;
                }
                let id = name.trim_end_matches(".rs").replace('_', "-");
                assert!(rules::find(&id).is_some(), "{name} is in no table");
                files += 1;
            }
        }
    }
    assert_eq!(files, rules::all().count());
    for step in STEPS {
        assert!(root.join(format!("steps/{}.rs", step.id)).exists(), "{}", step.id);
    }
    for file in fs::read_dir(root.join("format")).expect("the formats") {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        let Some(format) = name.strip_suffix(".rs") else { continue };
        let is_help = ["frame", "path", "portfolio"].contains(&format);
        assert!(is_help || conncert::format::find(format).is_some(), "{name} is in no table");
    }
    for exporter in conncert::export::EXPORTERS {
        let file = exporter.name.replace('-', "_");
        assert!(root.join(format!("export/{file}.rs")).exists(), "{}", exporter.name);
    }
}

#[test]
fn questions_are_complete() {
    let mut seen = BTreeSet::new();
    for step in STEPS {
        assert!(!step.title.is_empty() && step.intro.ends_with('.'), "{}", step.id);
        for question in step.questions {
            assert_eq!(question.step(), step.id, "{}", question.key);
            assert!(seen.insert(question.key), "{} twice", question.key);
            assert!(
                !question.prompt.is_empty() && question.help.ends_with(['.', ')']),
                "{}",
                question.key
            );
            if !question.example.is_empty() {
                assert!(question.parse(question.example).is_ok(), "{}: its example", question.key);
            }
        }
    }
    assert_eq!(steps::questions().count(), seen.len());
    let nothing = Answers::default();
    assert!(steps::questions().any(|question| (question.asked)(&nothing)));
}
