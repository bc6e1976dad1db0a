//! What people read: one connector, several, and many findings of one rule.

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::answers::Answers;
use crate::connector::Connector;
use crate::connector::files::{RawContent, RawFile, Role};
use crate::rule::{Report, Rule};
use crate::settings::Settings;
use crate::submission::Submission;

fn connector(parent: &str, text: &str) -> Arc<Connector> {
    let content = RawContent::Bytes(text.as_bytes().to_vec());
    let name = Role::Definition.canonical().to_owned();
    let file = RawFile { role: Role::Definition, name, content };
    Arc::new(Connector::new("x", Some(parent.to_owned()), vec![file]))
}

/// A verdict with one finding of a level at each pointer.
fn checked(level: Level, parent: &str, text: &str, pointers: &[String]) -> Checked {
    let connector = connector(parent, text);
    let rule: &'static Rule = crate::rules::find("https-missing").unwrap_or_else(|| unreachable!());
    let findings = pointers
        .iter()
        .map(|pointer| {
            let place = Place::definition(pointer);
            let spot = Spot::locate(&place, Some(&connector));
            let message = format!("Mend {pointer}.");
            Finding { rule, level, place, spot, message, related: Vec::new() }
        })
        .collect();
    let as_of = date(2026, 11, 23);
    let outcome = if pointers.is_empty() { Outcome::Passed } else { Outcome::Failed };
    Checked {
        path: "a/b".to_owned(),
        submission: Submission { connector: Some(connector), ..Submission::default() },
        report: Report {
            settings: Settings::new(Publisher::Verified, as_of),
            findings,
            excepted: Vec::new(),
            outcomes: vec![(rule, outcome)],
        },
    }
}

fn numbered(count: usize) -> (String, Vec<String>) {
    let members: Vec<String> =
        (0..count).map(|number| format!("\"m{number}\": {number}")).collect();
    let pointers = (0..count).map(|number| format!("/m{number}")).collect();
    (format!("{{\n{}\n}}", members.join(",\n")), pointers)
}

#[test]
fn a_mild_rule_shows_its_first_places_and_lists_the_rest() {
    let (text, pointers) = numbered(6);
    let plain = Style::plain();
    let out = render(&[checked(Level::Advice, "", &text, &pointers)], &plain);
    assert_eq!(out.matches("\nadvice[https-missing]: Mend").count(), SHOWN, "{out}");
    assert!(out.contains("… advice[https-missing] at 3 more places: 5:7, 6:7, 7:7\n"), "{out}");
    assert!(out.contains("\n6 advice in 1 connector\n"), "{out}");
    let out = render(&[checked(Level::Error, "", &text, &pointers)], &plain);
    assert_eq!(out.matches("\nerror[https-missing]: Mend").count(), 6, "{out}");
    let (text, pointers) = numbered(SHOWN + LISTED + 5);
    let out = render(&[checked(Level::Warning, "", &text, &pointers)], &plain);
    assert!(out.contains("64:8, and 5 that --format json lists\n"), "{out}");
}

#[test]
fn a_frame_points_at_the_value() {
    let pointers = ["/schemes".to_owned()];
    let out = render(
        &[checked(Level::Error, "", "{\n  \"schemes\": \"http\"\n}", &pointers)],
        &Style::plain(),
    );
    let frame = format!(
        "error[https-missing]: Mend /schemes.\n --> a/b{}apiDefinition.swagger.json:2:14\n  |\n\
         2 |   \"schemes\": \"http\"\n  |              ^^^^^^ /schemes\n",
        std::path::MAIN_SEPARATOR
    );
    assert!(out.contains(&frame), "{out}");
}

#[test]
fn the_total_counts_every_connector() {
    let (text, pointers) = numbered(2);
    let both = [
        checked(Level::Error, "", &text, &pointers),
        checked(Level::Warning, "", &text, &pointers[..1]),
    ];
    assert!(render(&both, &Style::plain()).ends_with("\n2 errors, 1 warning in 2 connectors\n"));
    let clean = [checked(Level::Error, "", "{}", &[]), checked(Level::Error, "", "{}", &[])];
    let out = render(&clean, &Style::plain());
    assert!(out.contains("Nothing to mend here.\n1 rule was asked, 1 passed.\n"), "{out}");
    assert!(out.ends_with("2 connectors, nothing to mend\n"), "{out}");
}

#[test]
fn it_is_said_how_the_publisher_type_was_decided() {
    let mut one = checked(Level::Error, "certified-connectors", "{}", &[]);
    let said = |one: &Checked, style: &Style| render(std::slice::from_ref(one), style);
    assert!(said(&one, &Style::plain()).contains("it stands in the folder certified-connectors."));
    let mut answers = Answers::default();
    answers.prefill("publisher.type", "verified", "apiProperties.json");
    one.submission.answers = Some(Arc::new(answers.clone()));
    assert!(said(&one, &Style::plain()).contains("it stands in the folder certified-connectors."));
    answers.confirm("publisher.type");
    one.submission.answers = Some(Arc::new(answers));
    assert!(said(&one, &Style::plain()).contains("the answers say so."));
    let told = Style { publisher_told: true, ..Style::plain() };
    assert!(said(&one, &told).contains("a verified publisher: as you asked."));
}

#[test]
fn a_narrow_terminal_is_kept_to() {
    let long = format!("{{\"schemes\": \"{}\"}}", "x y ".repeat(200));
    let narrow = Style { colour: true, width: 40, ..Style::plain() };
    let out = render(&[checked(Level::Error, "", &long, &["/schemes".to_owned()])], &narrow);
    assert!(out.contains("\u{1b}["), "{out}");
    let shown = anstream::adapter::strip_str(&out).to_string();
    // Commands are not broken, so that they can be copied.
    let wide = |line: &&str| unicode_width::UnicodeWidthStr::width(*line) > 40;
    let mut lines = shown.lines().filter(|line| !line.contains("`conncert"));
    assert_eq!(lines.find(wide), None, "{shown}");
}
