//! The engine by itself, with rules made up for the purpose.

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::answers::Publisher;
use crate::connector::files::{RawContent, RawFile};
use crate::rule::{Level, Levels, Publishers};

/// A rule that passes everywhere; each test changes what it is about.
const PLAIN: Rule = Rule {
    id: "plain",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(|_, _, _| {})],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: None,
    docs: "",
};

const DEFINITION: &str = r#"{
  "info": {"title": "Contoso", "title": "Fabrikam"},
  "x": {"a": {"lost": {}}, "a": [{"b": {}}]},
  "paths": {"/p": {"get": {}, "put": {}, "parameters": {}}}
}"#;
const PROPERTIES: &str = r#"{"properties": {"connectionParameters": {"k": {}, "l": {}, "m": 1}}}"#;

fn submission(files: &[(Role, &str)]) -> Submission {
    let files = files
        .iter()
        .map(|(role, text)| RawFile {
            role: *role,
            name: role.canonical().to_owned(),
            content: RawContent::Bytes(text.as_bytes().to_vec()),
        })
        .collect();
    Submission {
        connector: Some(Arc::new(Connector::new("x", None, files))),
        ..Submission::default()
    }
}

fn whole() -> Submission {
    submission(&[
        (Role::Definition, DEFINITION),
        (Role::Properties, PROPERTIES),
        (Role::Readme, "# Contoso"),
    ])
}

const SETTINGS: Settings = Settings::new(Publisher::Verified, date(2024, 2, 1));

fn outcome(rule: &'static Rule, submission: &Submission) -> Outcome {
    check_with(&[rule], submission, &SETTINGS).outcomes[0].1
}

/// The pointers of the findings, in the order of the report.
fn pointers(rules: &[&'static Rule], submission: &Submission) -> Vec<String> {
    let report = check_with(rules, submission, &SETTINGS);
    report.findings.iter().map(|finding| finding.spot.pointer.clone()).collect()
}

#[test]
fn a_rule_passes_or_fails() {
    static FAILING: Rule = Rule {
        looks: &[Look::Definition(|_, _, out| out.say(Place::definition("/info"), "no"))],
        ..PLAIN
    };
    static PASSING: Rule = Rule { id: "passing", ..PLAIN };
    let report = check_with(&[&PASSING, &FAILING], &whole(), &SETTINGS);
    assert_eq!(report.outcomes, [(&PASSING, Outcome::Passed), (&FAILING, Outcome::Failed)]);
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].rule, &FAILING);
    assert_eq!(report.findings[0].spot.range.map(|range| (range.line, range.column)), Some((2, 3)));
}

#[test]
fn a_rule_is_blocked_by_the_file_that_is_missing_or_broken() {
    static LOOKING: Rule = Rule { looks: &[Look::Operation(|_, _, _| {})], ..PLAIN };
    static NEEDING: Rule =
        Rule { needs: &[Role::Properties], looks: &[Look::Definition(|_, _, _| {})], ..PLAIN };
    let without_definition = submission(&[(Role::Properties, PROPERTIES)]);
    assert_eq!(outcome(&LOOKING, &without_definition), Outcome::Blocked(Role::Definition));
    let broken = submission(&[(Role::Definition, DEFINITION), (Role::Properties, "{")]);
    assert_eq!(outcome(&LOOKING, &broken), Outcome::Passed);
    assert_eq!(outcome(&NEEDING, &broken), Outcome::Blocked(Role::Properties));
    assert_eq!(outcome(&NEEDING, &whole()), Outcome::Passed);
}

#[test]
fn a_rule_with_two_looks_is_asked_where_it_can_look() {
    static EITHER: Rule = Rule {
        looks: &[
            Look::Definition(|_, _, out| out.say(Place::definition("/d"), "no")),
            Look::Properties(|_, _, out| out.say(Place::properties("/p"), "no")),
        ],
        ..PLAIN
    };
    assert_eq!(pointers(&[&EITHER], &submission(&[(Role::Properties, PROPERTIES)])), ["/p"]);
    assert_eq!(pointers(&[&EITHER], &whole()), ["/d", "/p"]);
}

#[test]
fn a_rule_without_a_subject_is_not_applicable() {
    static OPERATIONS: Rule = Rule { looks: &[Look::Operation(|_, _, _| {})], ..PLAIN };
    static PARAMETERS: Rule = Rule { looks: &[Look::ConnectionParameter(|_, _, _| {})], ..PLAIN };
    static ICON: Rule = Rule { looks: &[Look::Icon(|_, _, _| {})], ..PLAIN };
    static ANSWERS: Rule = Rule { looks: &[Look::Answers(|_, _, _| {})], ..PLAIN };
    static FILES: Rule = Rule { ..PLAIN };
    let bare = submission(&[(Role::Definition, "{}"), (Role::Properties, "{}")]);
    for rule in [&OPERATIONS, &PARAMETERS, &ICON, &ANSWERS] {
        assert_eq!(outcome(rule, &bare), Outcome::NotApplicable, "{:?}", rule.looks.len());
    }
    assert_eq!(outcome(&FILES, &submission(&[])), Outcome::Passed);
    assert_eq!(outcome(&FILES, &Submission::default()), Outcome::NotApplicable);
    // An icon that is there and cannot be read blocks, one that is not there does not.
    assert_eq!(outcome(&ICON, &submission(&[(Role::Icon, "GIF")])), Outcome::Blocked(Role::Icon));
    let answered = Submission { answers: Some(Arc::default()), ..Submission::default() };
    assert_eq!(outcome(&ANSWERS, &answered), Outcome::Passed);
}

#[test]
fn a_rule_is_not_asked_before_its_day_nor_of_others() {
    static TODAY: Rule = Rule { since: Some(date(2024, 2, 1)), ..PLAIN };
    static TOMORROW: Rule = Rule { since: Some(date(2024, 2, 2)), ..PLAIN };
    static OTHERS: Rule = Rule { publishers: Publishers::Only(Publisher::Independent), ..PLAIN };
    assert_eq!(outcome(&TODAY, &whole()), Outcome::Passed);
    assert_eq!(outcome(&TOMORROW, &whole()), Outcome::NotApplicable);
    assert_eq!(outcome(&OTHERS, &whole()), Outcome::NotApplicable);
}

#[test]
fn the_level_is_that_of_the_publisher() {
    static TWO: Rule = Rule {
        level: Levels { verified: Level::Error, independent: Level::Advice },
        looks: &[Look::Files(|_, _, out| out.say(Place::File(Role::Icon), "no"))],
        ..PLAIN
    };
    let level = |publisher| {
        check_with(&[&TWO], &whole(), &Settings { publisher, ..SETTINGS }).findings[0].level
    };
    assert_eq!(level(Publisher::Verified), Level::Error);
    assert_eq!(level(Publisher::Independent), Level::Advice);
}

#[test]
fn every_thing_is_visited_once_and_replaced_values_never() {
    static OBJECTS: Rule = Rule {
        looks: &[Look::Walked(|_, node, out| {
            out.say(Place::node(Role::Definition, node), "here");
        })],
        ..PLAIN
    };
    static OPERATIONS: Rule = Rule {
        looks: &[Look::Operation(|_, operation, out| {
            out.say(Place::node(Role::Definition, operation.node), "here");
        })],
        ..PLAIN
    };
    static PARAMETERS: Rule = Rule {
        looks: &[Look::ConnectionParameter(|_, parameter, out| {
            out.say(Place::node(Role::Properties, parameter.node), "here");
        })],
        ..PLAIN
    };
    assert_eq!(
        pointers(&[&OBJECTS], &submission(&[(Role::Definition, DEFINITION)])),
        [
            "",
            "/info",
            "/x",
            "/x/a/0",
            "/x/a/0/b",
            "/paths",
            "/paths/~1p",
            "/paths/~1p/get",
            "/paths/~1p/put",
            "/paths/~1p/parameters",
        ]
    );
    assert_eq!(pointers(&[&OPERATIONS], &whole()), ["/paths/~1p/get", "/paths/~1p/put"]);
    assert_eq!(
        pointers(&[&PARAMETERS], &whole()),
        ["/properties/connectionParameters/k", "/properties/connectionParameters/l"]
    );
}

#[test]
fn findings_are_a_set() {
    static TWICE: Rule = Rule {
        looks: &[Look::Definition(|_, _, out| {
            out.say(Place::definition("/info"), "first");
            out.say(Place::definition("/info"), "second");
            out.say(Place::properties("/info"), "another file");
            out.say(Place::Answer("a.a"), "an answer");
            out.say(Place::Answer("a.b"), "another answer");
        })],
        ..PLAIN
    };
    static OTHER: Rule = Rule {
        id: "other",
        looks: &[Look::Definition(|_, _, out| out.say(Place::definition("/info"), "mine"))],
        ..PLAIN
    };
    let report = check_with(&[&TWICE, &OTHER], &whole(), &SETTINGS);
    let messages: Vec<&str> = report.findings.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(messages, ["an answer", "another answer", "mine", "first", "another file"]);
}

#[test]
fn findings_stand_in_reading_order() {
    static MANY: Rule = Rule {
        looks: &[Look::Definition(|_, _, out| {
            out.say(Place::Section(Role::Readme, "prerequisites".to_owned()), "");
            out.say(Place::definition("/paths"), "");
            out.say(Place::properties("/properties"), "");
            out.say(Place::definition("/paths/~1p/get"), "");
            out.say(Place::definition("/info/title"), "");
            // Missing: shown at the key of what holds it, so before what stands inside.
            out.say(Place::definition("/info/contact/name"), "");
        })],
        ..PLAIN
    };
    assert_eq!(
        pointers(&[&MANY], &whole()),
        [
            "/info/contact/name",
            "/info/title",
            "/paths",
            "/paths/~1p/get",
            "/properties",
            "#prerequisites",
        ]
    );
}

#[test]
fn generic_findings_give_way_to_finer_ones_at_or_below_their_place() {
    static FINER: Rule = Rule {
        id: "finer",
        looks: &[Look::Definition(|_, _, out| {
            out.say(Place::definition("/info/title"), "");
            out.say(Place::definition("/paths/~1p/get/summary"), "");
        })],
        ..PLAIN
    };
    static GENERIC: Rule = Rule {
        id: "generic",
        looks: &[Look::Definition(|_, _, out| {
            out.say(Place::definition("/info/title"), "the same place");
            out.say(Place::definition("/paths/~1p"), "above");
            out.say(Place::definition("/info/title/x"), "below");
            out.say(Place::definition("/info/titles"), "beside");
            out.say(Place::properties("/info/title"), "another file");
        })],
        quiet_when: &["finer"],
        ..PLAIN
    };
    let mut with = pointers(&[&GENERIC, &FINER], &whole());
    with.sort_unstable();
    assert_eq!(
        with,
        ["/info/title", "/info/title", "/info/title/x", "/info/titles", "/paths/~1p/get/summary",]
    );
    assert_eq!(pointers(&[&GENERIC], &whole()).len(), 5);
    // The finer rule has to speak, not only to exist.
    assert_eq!(outcome(&GENERIC, &whole()), Outcome::Failed);
}

#[test]
fn a_response_speaks_for_its_description() {
    static RESPONSE: Rule = Rule {
        id: "response-description-missing",
        looks: &[Look::Definition(|_, _, out| out.say(Place::definition("/responses/r"), "it"))],
        ..PLAIN
    };
    static GENERIC: Rule = Rule {
        id: "generic",
        looks: &[Look::Definition(|_, _, out| {
            out.say(Place::definition("/responses/r/description"), "the same");
            out.say(Place::definition("/responses/r/schema"), "another member");
            out.say(Place::definition("/responses/other/description"), "another response");
        })],
        quiet_when: &["response-description-missing"],
        ..PLAIN
    };
    let found = pointers(&[&GENERIC, &RESPONSE], &whole());
    assert_eq!(found, ["/responses/other/description", "/responses/r/schema", "/responses/r"]);
}

/// The real findings of one rule: where it points, and what it says.
fn real(id: &str, submission: &Submission) -> Vec<(String, Option<crate::rule::Range>, String)> {
    let report = check(submission, &SETTINGS);
    let mine = report.findings.into_iter().filter(|finding| finding.rule.id == id);
    mine.map(|finding| (finding.spot.pointer, finding.spot.range, finding.message)).collect()
}

#[test]
fn a_broken_file_is_shown_where_it_breaks() {
    let found = real("json-invalid", &submission(&[(Role::Definition, "{\n  \"ä\": 1,\n}")]));
    assert_eq!(found.len(), 1);
    let (pointer, range, message) = &found[0];
    assert_eq!(pointer, "");
    assert_eq!(range.map(|range| (range.line, range.column, range.end_column)), Some((2, 9, 10)));
    assert!(message.starts_with("apiDefinition.swagger.json is not strict JSON: "), "{message}");
    // Where the text just ends, there is no character to show.
    let (_, range, _) = &real("json-invalid", &submission(&[(Role::Properties, "{")]))[0];
    assert_eq!(range.map(|range| (range.line, range.column, range.end_column)), Some((1, 2, 2)));
}

#[test]
fn a_repeated_member_is_shown_where_it_counts() {
    let found = real("json-duplicate-name", &whole());
    let shown: Vec<_> = found
        .iter()
        .map(|(pointer, range, _)| (pointer.as_str(), range.map(|range| range.column)))
        .collect();
    assert_eq!(shown, [("/info/title", Some(32)), ("/x/a", Some(28))]);
}

#[test]
fn what_stands_in_the_place_of_a_file_is_told() {
    let raw = |content| RawFile {
        role: Role::Definition,
        name: Role::Definition.canonical().to_owned(),
        content,
    };
    let with = |content| Submission {
        connector: Some(Arc::new(Connector::new("x", None, vec![raw(content)]))),
        ..Submission::default()
    };
    let found = real("definition-missing", &with(RawContent::NotRegular));
    assert!(found[0].2.contains("not a regular file"), "{}", found[0].2);
    assert_eq!(found[0].1, None);
    // A file that is too large to read is broken, not missing.
    let huge = with(RawContent::TooLarge(1 << 30));
    assert!(real("definition-missing", &huge).is_empty());
    assert_eq!(real("json-invalid", &huge).len(), 1);
    assert!(real("definition-too-large", &huge)[0].2.contains("1073741824"));
}

#[test]
fn a_secret_is_covered_in_pointers_titles_and_quotations_of_the_published_file() {
    static TELLS: Rule = Rule {
        id: "tells",
        looks: &[Look::Definition(|cx, definition, out| {
            let quoted = |connector: &Connector| {
                connector.definition().and_then(Definition::title).unwrap_or_default().into_owned()
            };
            let old = cx.submission.previous.iter().flatten().map(|old| quoted(old));
            let told = old.collect::<String>();
            for (_, path) in definition.root().get("paths").into_iter().flat_map(Node::members) {
                out.say(Place::node(Role::Definition, path), told.clone());
            }
        })],
        ..PLAIN
    };
    // Put together, so that no other scanner stumbles over it.
    let secret = |tail: &str| ["gh", "p_", "Zt4Kq9Wm2Xv7Rb5Np8Lh3Gd6Fs1Jc0", tail].concat();
    let (new, old) = (secret("Y2u8a1"), secret("T7e3o5"));
    let text =
        |key: &str| format!(r#"{{"info": {{"title": "{key}"}}, "paths": {{"{key}": {{}}}}}}"#);
    let mut submission = submission(&[(Role::Definition, &text(&new))]);
    let before = self::submission(&[(Role::Definition, &text(&old))]);
    submission.previous = before.connector.map(Ok);
    let report = check_with(&[&TELLS], &submission, &SETTINGS);
    let finding = &report.findings[0];
    assert_eq!(finding.spot.pointer, format!("/paths/{}", "*".repeat(new.len())));
    assert_eq!(finding.message, "*".repeat(old.len()));
    let title = submission.connector.as_deref().and_then(Connector::shown_title);
    assert_eq!(title, Some("*".repeat(new.len())));
}
