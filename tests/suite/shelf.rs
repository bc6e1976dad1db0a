//! Several drafts on the command line: found, sorted, named, copied, compared, put away, and the
//! answers that one takes from another. What is refused changes nothing.

use std::fs;
use std::path::PathBuf;

use conncert::draft::Draft;
use conncert::store::lock;
use serde_json::Value;

use super::desk::{Desk, assert_error};

/// A desk with two drafts of one publisher.
fn two() -> Desk {
    let desk = Desk::new();
    let make = |settings: &[&str]| {
        let mut arguments = vec!["new", "--set", "connector.folder=sample"];
        for setting in settings {
            arguments.extend(["--set", setting]);
        }
        let made = desk.run(&arguments);
        assert_eq!(made.code, 0, "{made:?}");
    };
    make(&[
        "publisher.type=verified",
        "publisher.name=Contoso Ltd",
        "support.email=help@contoso.com",
        "uptime.percent=99.95",
        "attestations.att-works=2026-11-20",
    ]);
    make(&["publisher.type=verified", "support.email=orders@contoso.com"]);
    let renamed = desk.run(&["drafts", "rename", "Contoso Invoices 2", "Contoso Orders"]);
    assert_eq!(renamed.code, 0, "{renamed:?}");
    desk
}

fn path(desk: &Desk, name: &str) -> PathBuf {
    let found = desk.run(&["drafts", "path", name]);
    assert_eq!(found.code, 0, "{found:?}");
    PathBuf::from(found.out.trim())
}

fn draft(desk: &Desk, name: &str) -> Draft {
    let text = fs::read_to_string(path(desk, name)).expect("the draft");
    Draft::parse(&text).expect("a draft")
}

/// The names that a list has, as JSON tells them.
fn names(desk: &Desk, arguments: &[&str]) -> Vec<String> {
    let listed = desk.run(&[&["drafts", "list", "--format", "json"], arguments].concat());
    assert_eq!(listed.code, 0, "{listed:?}");
    let value: Value = serde_json::from_str(&listed.out).expect("JSON");
    assert_eq!(value["schema"], 1);
    let drafts = value["drafts"].as_array().expect("a list").iter();
    drafts.map(|draft| draft["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn drafts_are_found_and_sorted() {
    let desk = two();
    assert_eq!(names(&desk, &["--sort", "name"]), ["Contoso Invoices", "Contoso Orders"]);
    assert_eq!(names(&desk, &["--sort", "left"]), ["Contoso Invoices", "Contoso Orders"]);
    assert_eq!(names(&desk, &["ORDERS", "contoso"]), ["Contoso Orders"]);
    assert_eq!(names(&desk, &["independent"]), [""; 0]);
    let none = desk.run(&["drafts", "list", "nothing"]);
    assert!(none.code == 0 && none.err.contains("no draft holds all of these words"), "{none:?}");
    assert_error(&desk.run(&["drafts", "list", "--sort", "colour"]), 2, "colour");
    assert_error(&desk.run(&["drafts", "list", "--trash", "--archived"]), 2, "--archived");
    // A broken one is told of, not hidden.
    fs::write(path(&desk, "Contoso Orders"), "conncert = 1\nname = = 3\n").expect("a file");
    let listed = desk.run(&["drafts", "list", "--format", "json"]);
    let value: Value = serde_json::from_str(&listed.out).expect("JSON");
    let broken = value["drafts"].as_array().expect("a list").iter();
    let errors: Vec<&str> = broken.filter_map(|draft| draft["error"].as_str()).collect();
    assert!(errors.len() == 1 && errors[0].starts_with("line 2"), "{errors:?}");
}

#[test]
fn a_draft_is_renamed_unless_the_name_is_taken() {
    let desk = two();
    let file = path(&desk, "Contoso Orders");
    for (name, why) in
        [("contoso INVOICES", "already"), ("  ", "needs a name"), ("a\nb", "cannot be shown")]
    {
        assert_error(&desk.run(&["drafts", "rename", "Contoso Orders", name]), 3, why);
    }
    assert_error(&desk.run(&["drafts", "rename", "Contoso Orders", &"x".repeat(81)]), 3, "80");
    assert_error(&desk.run(&["drafts", "rename", "Nobody", "Somebody"]), 3, "no draft “Nobody”");
    // In another case it is still its own.
    assert_eq!(desk.run(&["drafts", "rename", "contoso orders", "CONTOSO Orders"]).code, 0);
    assert_eq!(draft(&desk, "Contoso Orders").name, "CONTOSO Orders");
    assert_eq!(path(&desk, "Contoso Orders"), file, "the file stays");
}

#[test]
fn a_copy_has_all_answers_and_its_paths_lead_where_they_led() {
    let desk = two();
    let copied = desk.run(&["drafts", "duplicate", "Contoso Invoices"]);
    assert!(copied.code == 0 && copied.err.contains("“Contoso Invoices 2”"), "{copied:?}");
    let answers = |name| draft(&desk, name).answers;
    assert_eq!(answers("Contoso Invoices 2"), answers("Contoso Invoices"));
    let named = desk.run(&["drafts", "duplicate", "Contoso Invoices", "Contoso Payments"]);
    assert_eq!(named.code, 0, "{named:?}");
    let clash = desk.run(&["drafts", "duplicate", "Contoso Invoices", "Contoso Orders"]);
    assert_error(&clash, 3, "already");
    // One beside the connector, with a comment and a path of its own.
    let text = "# mine\nconncert = 1\nname = \"Beside\"\n\n[connector]\nfolder = \"sample\"\n";
    fs::write(desk.path("beside.toml"), text).expect("a file");
    let copied = desk.run(&["drafts", "duplicate", "beside.toml"]);
    assert_eq!(copied.code, 0, "{copied:?}");
    let copy = fs::read_to_string(copied.out.trim()).expect("the copy");
    assert!(copy.starts_with("# mine\n"), "{copy}");
    let folder = Draft::parse(&copy).expect("a draft").answers.text("connector.folder").to_owned();
    let folder = fs::canonicalize(folder).expect("it leads somewhere");
    assert_eq!(folder, fs::canonicalize(desk.path("sample")).expect("the sample"));
}

#[test]
fn two_drafts_are_compared_question_by_question() {
    let desk = two();
    let ran = desk.run(&["drafts", "compare", "Contoso Invoices", "Contoso Orders"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let expected = "support.email E-mail\n  Contoso Invoices: help@contoso.com\n  \
                    Contoso Orders: orders@contoso.com\n";
    assert!(ran.out.contains(expected), "{ran:?}");
    assert!(ran.out.contains("  Contoso Orders: (no answer)\n"), "{ran:?}");
    assert!(!ran.out.contains("publisher.type"), "alike, so it is folded away: {ran:?}");
    let all = desk.run(&["drafts", "compare", "Contoso Invoices", "Contoso Orders", "--all"]);
    assert!(all.out.contains("publisher.type") && all.out.contains("both: verified"), "{all:?}");
    let same = desk.run(&["drafts", "compare", "Contoso Orders", "contoso orders"]);
    assert_error(&same, 2, "the same draft");
    assert_error(&desk.run(&["drafts", "compare", "Contoso Orders", "Nobody"]), 3, "Nobody");
}

#[test]
fn what_is_put_away_is_listed_when_asked_for_and_brought_back() {
    let desk = two();
    let ran = desk.run(&["drafts", "archive", "Contoso Orders"]);
    assert!(ran.code == 0 && ran.err.contains("drafts restore \"Contoso Orders\""), "{ran:?}");
    assert_eq!(names(&desk, &[]), ["Contoso Invoices"]);
    assert_eq!(names(&desk, &["--archived"]), ["Contoso Orders"]);
    // It is whole, it is found by its name, and nobody else gets that.
    assert_eq!(draft(&desk, "Contoso Orders").answers.text("support.email"), "orders@contoso.com");
    let clash = desk.run(&["drafts", "rename", "Contoso Invoices", "Contoso Orders"]);
    assert_error(&clash, 3, "in the archive");
    let back = desk.run(&["drafts", "restore", "contoso orders"]);
    assert_eq!(back.code, 0, "{back:?}");
    assert_eq!(names(&desk, &["--sort", "name"]), ["Contoso Invoices", "Contoso Orders"]);
    assert_error(&desk.run(&["drafts", "restore", "Contoso Orders"]), 3, "in the trash");
    // One that was put away and then deleted comes back to be seen.
    for command in ["archive", "delete", "restore"] {
        assert_eq!(desk.run(&["drafts", command, "Contoso Orders"]).code, 0);
    }
    assert_eq!(names(&desk, &["--archived"]), [""; 0]);
    // The same name in the archive and in the trash is asked about.
    desk.run(&["drafts", "delete", "Contoso Orders"]);
    desk.run(&["drafts", "duplicate", "Contoso Invoices", "Contoso Orders"]);
    desk.run(&["drafts", "archive", "Contoso Orders"]);
    let both = desk.run(&["drafts", "restore", "Contoso Orders"]);
    assert_error(&both, 2, "in the archive and in the trash");
}

#[test]
fn a_second_connector_takes_what_is_the_publishers() {
    let desk = two();
    let import = ["drafts", "import", "Contoso Orders", "--from", "Contoso Invoices"];
    let before = fs::read(path(&desk, "Contoso Orders")).expect("the draft");
    let dry = desk.run(&[&import[..], &["--dry-run"]].concat());
    assert!(dry.code == 0 && dry.err.contains("nothing was written"), "{dry:?}");
    assert_eq!(fs::read(path(&desk, "Contoso Orders")).expect("the draft"), before);
    let ran = desk.run(&import);
    assert!(ran.code == 0 && ran.out.contains("+ uptime.percent: 99.95\n"), "{ran:?}");
    let left = "= support.email: help@contoso.com\n    not taken; this draft says \
                orders@contoso.com\n";
    assert!(ran.out.contains(left), "{ran:?}");
    let answers = draft(&desk, "Contoso Orders").answers;
    assert_eq!(answers.text("publisher.name"), "Contoso Ltd");
    assert_eq!(answers.text("uptime.percent"), "99.95");
    assert_eq!(answers.text("support.email"), "orders@contoso.com");
    assert_eq!(answers.text("attestations.att-works"), "", "attested of one connector");
    let again = desk.run(&import);
    assert!(again.code == 0 && again.err.contains("nothing is taken"), "{again:?}");
    let only = desk.run(&[&import[..], &["--only", "support.email"]].concat());
    assert!(only.out.contains("in place of orders@contoso.com"), "{only:?}");
    assert_eq!(draft(&desk, "Contoso Orders").answers.text("support.email"), "help@contoso.com");
    let never = desk.run(&[&import[..], &["--only", "attestations.att-works"]].concat());
    assert!(never.code == 0 && never.err.contains("belongs to one connector"), "{never:?}");
    assert_error(&desk.run(&[&import[..], &["--only", "support.mail"]].concat()), 2, "support");
}

#[test]
fn a_draft_that_is_open_elsewhere_or_broken_is_left_as_it_is() {
    let desk = two();
    let file = path(&desk, "Contoso Orders");
    let commands = [
        &["rename", "Contoso Orders", "Other"][..],
        &["archive", "Contoso Orders"],
        &["delete", "Contoso Orders"],
        &["import", "Contoso Orders", "--from", "Contoso Invoices"],
    ];
    let before = fs::read(&file).expect("the draft");
    let held = lock(&file).expect("a lock");
    for command in commands {
        let ran = desk.run(&[&["drafts"], command].concat());
        assert_error(&ran, 3, "open in another conncert");
    }
    drop(held);
    assert_eq!(fs::read(&file).expect("the draft"), before);
    let broken = "conncert = 1\nname = = 3\n";
    fs::write(&file, broken).expect("a file");
    let word = file.display().to_string();
    for command in [
        &["rename", &word, "Other"][..],
        &["archive", &word],
        &["duplicate", &word],
        &["import", &word, "--from", "Contoso Invoices"],
        &["compare", &word, "Contoso Invoices"],
        &["import", "Contoso Invoices", "--from", &word],
    ] {
        assert_error(&desk.run(&[&["drafts"], command].concat()), 3, "line 2");
    }
    assert_eq!(fs::read_to_string(&file).expect("the draft"), broken);
    let newer = "conncert = 2\nname = \"Newer\"\n";
    fs::write(&file, newer).expect("a file");
    for command in [&["rename", &word, "Other"][..], &["archive", &word], &["duplicate", &word]] {
        assert_error(&desk.run(&[&["drafts"], command].concat()), 3, "newer conncert");
    }
    assert_eq!(fs::read_to_string(&file).expect("the draft"), newer);
}
