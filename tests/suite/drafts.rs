//! Drafts: what is written is read again, and what conncert does not know stays.

use conncert::answers::{Answers, Kind};
use conncert::draft::Draft;
use conncert::steps;
use proptest::prelude::*;

const SAMPLE: &str = r#"conncert = 1                       # format of this file
name = "Contoso Invoices"

[connector]
folder = "../contoso-invoices"
submission = "new"
name = "Contoso Invoices"

[publisher]
type = "verified"                  # verified | independent
name = "Contoso Ltd"

[ownership]
claim = "own"                      # own | rights
stack_owner = "Contoso Ltd"

[authentication]
types = ["api-key"]

[support]
name = "Contoso Customer Care"
email = "help@contoso.com"
url = "https://contoso.com/help"
website = "https://contoso.com"
privacy_policy = "https://contoso.com/privacy"
categories = ["Finance", "Productivity"]

[uptime]
percent = 99.95
evidence = "https://status.contoso.com"

[attestations]
att-new = 2026-11-23               # the day it was ticked

[progress]
step = "uptime"
unconfirmed = ["support.url"]      # prefilled from the files, not yet confirmed
updated = 2026-11-23T10:15:00Z
"#;

#[test]
fn the_sample_is_read_and_written_back_as_it_was() {
    let draft = Draft::parse(SAMPLE).expect("the sample is a draft");
    assert_eq!(draft.to_text(), SAMPLE);
    assert_eq!(draft.name, "Contoso Invoices");
    assert_eq!(draft.step.as_deref(), Some("uptime"));
    assert_eq!(draft.answers.text("authentication.types"), "api-key");
    assert_eq!(draft.answers.text("support.categories"), "Finance, Productivity");
    assert_eq!(draft.answers.text("uptime.percent"), "99.95");
    assert_eq!(draft.answers.text("attestations.att-new"), "2026-11-23");
    assert!(draft.answers.is_unconfirmed("support.url"));
    assert!(!draft.answers.is_unconfirmed("support.email"));
}

#[test]
fn unknown_keys_tables_and_comments_survive_a_change() {
    let text = "# mine\nconncert = 1\nname = \"N\"\nmood = \"good\"\n\n[support]\n# the team\n\
                email = \"a@b.c\" # old\nfax = 7\n\n[notes.deep]\nx = 1\n";
    let mut draft = Draft::parse(text).expect("a draft");
    draft.answers.give("support.email", "new@b.c");
    draft.answers.give("publisher.type", "verified");
    draft.answers.give("uptime.percent", "99,9");
    let written = draft.to_text();
    for kept in [
        "# mine",
        "mood = \"good\"",
        "# the team\nemail = \"new@b.c\" # old",
        "fax = 7",
        "[notes.deep]\nx = 1",
    ] {
        assert!(written.contains(kept), "{kept} is gone:\n{written}");
    }
    assert!(written.contains("percent = \"99,9\""), "as typed:\n{written}");
    let places = ["[publisher]", "[support]", "[uptime]"].map(|table| written.find(table));
    assert!(places.is_sorted() && places[0].is_some(), "in the order of the steps:\n{written}");
    draft.answers.remove("support.email");
    assert!(!draft.to_text().contains("new@b.c"));
}

#[test]
fn a_fresh_draft_explains_its_keys() {
    let mut draft = Draft::new("N");
    draft.answers.give("publisher.type", "verified");
    draft.answers.prefill("support.email", "a@b.c", "x");
    draft.step = Some("publisher".to_owned());
    assert_eq!(
        draft.to_text(),
        "conncert = 1                       # format of this file\nname = \"N\"\n\n[publisher]\n\
         type = \"verified\"                  # verified | independent\n\n[support]\n\
         email = \"a@b.c\"                    # E-mail\n\n[progress]\nstep = \"publisher\"\n\
         unconfirmed = [\"support.email\"]    # read from the files, not yet confirmed\n"
    );
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let cases = [
        ("conncert = 1\nname = = 3\n", 2, ""),
        ("name = \"x\"\n", 1, "conncert = 1"),
        ("conncert = \"1\"\n", 1, "number"),
        ("conncert = 1\n\n[support]\nemail = [\"a\"]\n", 4, "a text in quotes"),
        ("conncert = 1\nsupport = 3\n", 2, "[support]"),
        ("conncert = 1\n[progress]\nunconfirmed = \"all\"\n", 3, "sequence"),
    ];
    for (text, line, part) in cases {
        let error = Draft::parse(text).expect_err(text);
        assert_eq!(error.line, line, "{text}: {error}");
        assert!(error.message.contains(part), "{text}: {error}");
    }
}

#[test]
fn a_newer_format_is_read_only() {
    let draft = Draft::parse("conncert = 2\nname = \"x\"\n").expect("it can be looked at");
    assert!(draft.is_read_only());
}

#[test]
fn natural_alternatives_are_understood() {
    let text = "conncert = 1\n[support]\ncategories = \"AI, Data\"\n[uptime]\npercent = 99\n\
                [attestations]\natt-new = \"2026-11-23\"\n[ownership]\nmicrosoft_service = false\n";
    let draft = Draft::parse(text).expect("a draft");
    assert_eq!(draft.answers.text("support.categories"), "AI, Data");
    assert_eq!(draft.answers.text("uptime.percent"), "99");
    assert_eq!(draft.answers.text("attestations.att-new"), "2026-11-23");
    assert_eq!(draft.answers.text("ownership.microsoft_service"), "no");
}

fn answer() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9.,%]{0,8}",
        "[a-zA-Z, -]{0,30}",
        "[\\x00-\\x20\\x7f\"'\\\\#=\\[\\]]{0,12}",
        Just("2026-11-23".to_owned()),
        Just("2026-1-1".to_owned()),
        Just("yes".to_owned()),
        Just("00.10".to_owned()),
    ]
}

proptest! {
    #[test]
    fn answers_written_and_read_are_the_answers(
        texts in prop::collection::btree_map(0..200_usize, (answer(), any::<bool>()), 0..12),
        name in any::<String>(),
    ) {
        let questions: Vec<_> = steps::questions().collect();
        let mut answers = Answers::default();
        for (index, (text, given)) in texts {
            let question = questions[index % questions.len()];
            // A day that TOML cannot hold as one is a text; nothing is changed on the way.
            prop_assume!(!matches!(question.kind, Kind::Path) || !text.contains('\0'));
            if given {
                answers.give(question.key, text);
            } else {
                answers.prefill(question.key, text, "the files");
            }
        }
        let mut draft = Draft::new(&name);
        draft.answers = answers.clone();
        let text = draft.to_text();
        let read = Draft::parse(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&read.answers, &answers, "{}", text);
        prop_assert_eq!(&read.name, &name);
        prop_assert_eq!(read.to_text(), text);
    }

    #[test]
    fn any_text_is_read_or_refused_without_panic(text in any::<String>()) {
        let _ = Draft::parse(&text);
        let _ = Draft::parse(&format!("conncert = 1\n{text}"));
    }
}
