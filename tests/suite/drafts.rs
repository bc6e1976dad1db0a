//! Drafts: what is written is read again, and what conncert does not know stays.

use conncert::answers::Answers;
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
        ("conncert = 1\n[progress]\nunconfirmed = \"all\"\n", 3, "a list of texts"),
        ("conncert = 1\n[progress]\nunconfirmed = [1]\n", 3, "a list of texts"),
        ("conncert = 1\n[progress]\nstep = 3\n", 3, "a text in quotes"),
        ("conncert = 1\n[progress]\n\nupdated = true\n", 4, "a moment"),
        ("conncert = 1\nprogress = 1\n", 2, "[progress]"),
        ("conncert = 1\n[[support]]\n", 2, "[support]"),
    ];
    for (text, line, part) in cases {
        let error = Draft::parse(text).expect_err(text);
        assert_eq!(error.line, line, "{text}: {error}");
        assert!(error.message.contains(part), "{text}: {error}");
    }
}

#[test]
fn a_newer_format_is_read_only() {
    let text = "conncert = 2\nname = \"x\"\n[publisher]\ntype = \"verified\"\n[support]\n\
                email = { work = \"a@b.c\" }\n[progress]\nstep = 3\n[[uptime]]\n";
    let draft = Draft::parse(text).expect("it can be looked at, whatever its shapes are");
    assert!(draft.is_read_only());
    assert_eq!(draft.answers.text("publisher.type"), "verified");
}

#[test]
fn new_keys_stand_in_the_order_of_the_questions() {
    let mut draft = Draft::parse(
        "conncert = 1\nname = \"N\"\n\n[support]\n# mine\nemail = \"a\" # old\nfax = 7\n\
         website = \"w\"\n# the end\n",
    )
    .expect("a draft");
    for key in ["support.url", "support.name", "support.categories", "uptime.evidence"] {
        draft.answers.give(key, "x");
    }
    let written = draft.to_text();
    let mut rest = written.as_str();
    for part in ["\nname", "# mine\nemail = \"a\" # old\n", "url", "fax", "website", "categories"]
        .into_iter()
        .chain(["# the end\n", "[uptime]", "evidence", "[progress]"])
    {
        let at =
            rest.find(part).unwrap_or_else(|| panic!("{part} is not in its place:\n{written}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_comment_above_a_key_outlives_the_key() {
    let text = "conncert = 1\n[support]\n# first\nname = \"n\"\n# ask Ann\nemail = \"a\" # ours\n\
                url = \"u\"\n# last\nwebsite = \"w\"\n";
    let mut draft = Draft::parse(text).expect("a draft");
    for key in ["support.name", "support.email", "support.website"] {
        draft.answers.remove(key);
    }
    let written = draft.to_text();
    assert!(
        written.contains("[support]\n# first\n# ask Ann\nurl = \"u\"\n# last\n"),
        "comments stay:\n{written}"
    );
    let again = Draft::parse(&written).expect("still a draft");
    assert_eq!(again.answers, draft.answers);
    assert_eq!(again.to_text(), written);
}

#[test]
fn a_table_on_one_line_stays_on_one_line() {
    let text = "conncert = 1\nname = \"N\"\nsupport = { email = \"a\" }\nuptime.percent = 99.90\n";
    let mut draft = Draft::parse(text).expect("a draft");
    draft.answers.give("support.name", "N");
    draft.answers.give("support.url", "u");
    draft.answers.give("uptime.evidence", "e");
    let written = draft.to_text();
    assert!(
        written.contains("support = { name = \"N\", email = \"a\", url = \"u\" }\n"),
        "{written}"
    );
    assert!(written.contains("uptime.percent = 99.90\nuptime.evidence = \"e\""), "{written}");
    assert_eq!(Draft::parse(&written).expect("still a draft").answers, draft.answers);
}

#[test]
fn line_ends_and_a_byte_order_mark_are_no_obstacle() {
    let text = format!("\u{feff}{}", SAMPLE.replace('\n', "\r\n"));
    let draft = Draft::parse(&text).expect("as an editor on Windows keeps it");
    assert_eq!(draft.to_text(), SAMPLE);
    let error = Draft::parse("\u{feff}conncert = 1\r\nname = 3\r\n").expect_err("a number");
    assert_eq!((error.line, error.column), (2, 8));
}

#[test]
fn texts_are_kept_as_typed_and_in_the_shape_people_expect() {
    let mut draft = Draft::new("N");
    let answers = [
        ("ownership.scenario", "one\ntwo \"x\"", "scenario = \"\"\"\none\ntwo \"x\"\"\"\""),
        ("ownership.microsoft_service", "no", "microsoft_service = false"),
        ("uptime.percent", "99.90", "percent = 99.90"),
        ("support.categories", "AI, My own", "categories = [\"AI\", \"My own\"]"),
        ("attestations.att-new", "2026-11-23", "att-new = 2026-11-23"),
        ("connector.previous", "..\\old", "previous = '..\\old'"),
    ];
    for (key, typed, _) in answers {
        draft.answers.give(key, typed);
    }
    let written = draft.to_text();
    for (_, _, shape) in answers {
        assert!(written.contains(shape), "{shape} is not in\n{written}");
    }
    for (key, typed) in [("uptime.percent", "99,9"), ("attestations.att-new", "yesterday")] {
        draft.answers.give(key, typed);
    }
    let written = draft.to_text();
    assert!(written.contains("percent = \"99,9\"") && written.contains("att-new = \"yesterday\""));
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

/// Drafts as people write them.
const BY_HAND: [&str; 5] = [
    SAMPLE,
    "conncert = 1\nname = \"x\"\nsupport = { email = \"a\", fax = 1 }\nuptime.percent = 9\n\
     progress = { step = \"uptime\" }\n",
    "conncert = 1\nname = \"x\"\n[uptime]\n[support.notes]\nx = 1\n[[log]]\ny = 2\n# the end",
    "conncert = 1\nname = \"x\"\n[progress]\n# c\n[attestations]\n# d\natt-new = \"no\" # e\n# f\n",
    "# only\r\nconncert = 1 # c\r\nname = \"x\"\r\n  [ support ]  # d\r\n\temail='a'# e",
];

fn answer() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9.,%]{0,8}",
        "[0-9]{1,3}\\.[0-9]{0,3}",
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
    fn answers_changed_in_a_draft_made_by_hand_are_the_answers(
        base in 0..BY_HAND.len(),
        texts in prop::collection::btree_map(0..200_usize, prop::option::of(answer()), 0..20),
    ) {
        let questions: Vec<_> = steps::questions().collect();
        let mut draft = Draft::parse(BY_HAND[base]).expect("a draft");
        for (index, text) in texts {
            let key = questions[index % questions.len()].key;
            match text {
                Some(text) => draft.answers.give(key, text),
                None => draft.answers.remove(key),
            }
        }
        let text = draft.to_text();
        let read = Draft::parse(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&read.answers, &draft.answers, "{}", text);
        prop_assert_eq!(read.to_text(), text.as_str());
    }

    #[test]
    fn any_text_is_read_or_refused_without_panic(text in any::<String>()) {
        let _ = Draft::parse(&text);
        let _ = Draft::parse(&format!("conncert = 1\n{text}"));
    }
}

#[test]
fn a_draft_that_was_put_away_says_so_and_an_older_one_is_not() {
    let mut draft = Draft::parse(SAMPLE).expect("a draft");
    assert!(!draft.archived);
    draft.archived = true;
    let written = draft.to_text();
    assert!(written.starts_with(SAMPLE.trim_end()), "nothing else changes:\n{written}");
    let mut draft = Draft::parse(&written).expect("a draft");
    assert!(draft.archived);
    draft.archived = false;
    assert_eq!(draft.to_text(), SAMPLE);
    let error = Draft::parse("conncert = 1\n[progress]\narchived = 1\n").expect_err("a number");
    assert_eq!(error.line, 3);
    assert!(error.message.contains("true or false"), "{error}");
}
