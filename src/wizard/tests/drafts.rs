//! Several drafts: found, sorted, named, copied, put away, compared; and the second connector of a
//! publisher, which takes from the first what is the publisher's.

use std::fs;
use std::path::PathBuf;

use super::super::drafts::{DraftDone, DraftJob};
use super::super::hands::Wanted;
use super::super::keymap::{self, Place};
use super::super::model::Page;
use super::super::msg::{Done, Job, Msg};
use super::super::update;
use super::Stage;
use super::comfort::click;
use super::plain::{Told, lines, talk};
use super::screens::assert_screen;
use crate::draft::Draft;
use crate::store::{Store, lock};

/// Drafts in the store of a stage: names, what they answer, the day of their last change.
fn put(stage: &Stage, name: &str, answers: &[(&str, &str)], day: u8) -> PathBuf {
    store(stage).create(&mut draft(name, answers, day)).unwrap()
}

fn draft(name: &str, answers: &[(&str, &str)], day: u8) -> Draft {
    let mut draft = Draft::new(name);
    for (key, text) in answers {
        draft.answers.give(key, *text);
    }
    draft.updated = format!("2026-11-{day:02}T10:00:00Z").parse().ok();
    draft
}

fn store(stage: &Stage) -> Store {
    Store::at(stage.folder().join("data"))
}

const INVOICES: &[(&str, &str)] = &[
    ("publisher.type", "verified"),
    ("publisher.name", "Contoso Ltd"),
    ("ownership.claim", "own"),
    ("ownership.stack_owner", "Contoso Ltd"),
    ("authentication.types", "api-key"),
    ("support.name", "Contoso Customer Care"),
    ("support.email", "help@contoso.com"),
    ("support.privacy_policy", "https://contoso.com/privacy"),
    ("uptime.percent", "99.95"),
    ("connector.name", "Contoso Invoices"),
    ("attestations.att-works", "2026-11-20"),
];
const ORDERS: &[(&str, &str)] = &[
    ("publisher.type", "verified"),
    ("support.email", "orders@contoso.com"),
    ("connector.name", "Contoso Orders"),
];

/// Three drafts at home: Zebra changed last, then Contoso Orders, then Contoso Invoices.
fn three(width: u16, height: u16) -> (Stage, [PathBuf; 3]) {
    let stage = Stage::new(width, height);
    let paths = [
        put(&stage, "Contoso Invoices", INVOICES, 1),
        put(&stage, "Contoso Orders", ORDERS, 2),
        put(&stage, "Zebra", &[("publisher.type", "independent")], 3),
    ];
    (stage.again(), paths)
}

/// The names of the drafts that home lists, as they stand on the screen.
fn names(stage: &Stage) -> Vec<String> {
    update::home_rows(&stage.model)
        .iter()
        .filter_map(|row| update::draft_of(&stage.model, row))
        .map(|listed| listed.name.clone())
        .collect()
}

fn saved(path: &PathBuf) -> Draft {
    Draft::parse(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn drafts_are_searched_and_sorted() {
    let (mut stage, _) = three(80, 24);
    assert_eq!(names(&stage), ["Zebra", "Contoso Orders", "Contoso Invoices"]);
    stage.keys("/");
    stage.text("contoso VERIFIED");
    assert_eq!(names(&stage), ["Contoso Orders", "Contoso Invoices"], "while one types");
    stage.keys("enter");
    assert!(stage.screen().contains("2 with “contoso VERIFIED”"), "{}", stage.screen());
    stage.keys("s");
    assert_eq!(names(&stage), ["Contoso Invoices", "Contoso Orders"], "by name");
    stage.keys("esc");
    assert_eq!(names(&stage), ["Contoso Invoices", "Contoso Orders", "Zebra"]);
    stage.keys("s");
    assert_eq!(names(&stage)[0], "Contoso Invoices", "least left");
    assert!(stage.screen().contains("least left to answer first"));
    stage.keys("s / q q q");
    assert_eq!(names(&stage), [""; 0], "a letter is text where one types");
    stage.keys("esc esc enter");
    assert_eq!(stage.model.open.as_ref().unwrap().draft.name, "Zebra");
}

#[test]
fn a_draft_is_renamed_and_keeps_its_name_when_it_is_saved() {
    let (mut stage, [invoices, ..]) = three(80, 24);
    stage.keys("G up up R");
    assert_eq!(keymap::place(&stage.model), Place::Rename);
    stage.keys("ctrl+a");
    stage.text("zebra").keys("enter");
    assert!(stage.screen().contains("there is a draft “Zebra” already"), "{}", stage.screen());
    stage.keys("enter");
    assert!(stage.screen().contains("zebra"), "what was typed is still there");
    stage.keys("ctrl+u").text("Billing").keys("enter");
    assert!(names(&stage).contains(&"Billing".to_owned()), "{}", stage.screen());
    assert_eq!(saved(&invoices).name, "Billing");
    // The same for the draft that is open, whose next save carries it.
    stage.keys("enter esc esc R ctrl+a");
    stage.text("Bills").keys("enter esc tab pgdn pgdn pgdn");
    stage.text("x").pause();
    let draft = saved(&invoices);
    assert_eq!(
        (draft.name.as_str(), draft.answers.text("support.name")),
        ("Bills", "Contoso Customer Carex")
    );
    assert!(stage.screen().contains("Bills"), "{}", stage.screen());
}

#[test]
fn a_draft_is_copied_with_all_its_answers() {
    let (mut stage, [invoices, ..]) = three(80, 24);
    stage.keys("/");
    stage.text("invoices").keys("enter c esc");
    let listed = store(&stage).list().unwrap();
    let copy = listed.iter().find(|listed| listed.name == "Contoso Invoices 2").unwrap();
    assert_eq!(saved(&copy.path).answers, saved(&invoices).answers);
    assert_eq!(names(&stage).len(), 4);
}

#[test]
fn what_is_put_away_is_kept_and_comes_back() {
    let (mut stage, [.., zebra]) = three(80, 24);
    stage.keys("A");
    assert!(stage.screen().contains("no draft was put away"));
    stage.keys("a");
    assert_eq!(names(&stage), ["Contoso Orders", "Contoso Invoices"]);
    assert!(zebra.exists() && saved(&zebra).archived);
    stage = stage.again();
    assert_eq!(names(&stage), ["Contoso Orders", "Contoso Invoices"]);
    stage.keys("A");
    assert_eq!(names(&stage), ["Zebra"]);
    assert!(stage.screen().contains("put away"), "{}", stage.screen());
    stage.keys("a");
    assert_eq!(
        names(&stage),
        ["Zebra", "Contoso Orders", "Contoso Invoices"],
        "the archive is empty"
    );
    assert!(!saved(&zebra).archived);
}

#[test]
fn the_open_draft_can_be_put_away_and_an_answer_brings_it_back() {
    let (mut stage, [invoices, ..]) = three(80, 24);
    stage.keys("G up up enter esc esc a");
    assert!(saved(&invoices).archived, "{}", stage.screen());
    assert!(stage.model.open.is_none());
    lock(&invoices).expect("nobody has it open any more");
    stage.keys("A enter pgdn pgdn pgdn");
    stage.text("x").pause();
    assert!(!saved(&invoices).archived);
}

#[test]
fn two_drafts_are_compared_and_equal_answers_are_folded() {
    let (mut stage, _) = three(80, 24);
    stage.keys("G up up v");
    assert!(!stage.screen().contains("› Contoso Invoices"), "itself is not on offer");
    stage.text("orders").keys("enter");
    let mut screen = stage.screen();
    stage.keys("pgdn");
    screen.push_str(&stage.screen());
    assert!(
        screen.contains("help@contoso.com") && screen.contains("orders@contoso.com"),
        "{screen}"
    );
    assert!(!screen.contains("What kind of publisher"), "equal answers are folded: {screen}");
    stage.keys("space G");
    for _ in 0..30 {
        stage.keys("down");
    }
    assert!(stage.screen().contains("What kind of publisher"), "{}", stage.screen());
    stage.keys("esc");
    assert_eq!(keymap::place(&stage.model), Place::Home);
}

#[test]
fn a_second_connector_takes_the_publishers_answers_in_one_step() {
    let (mut stage, _) = three(80, 24);
    stage.keys("/");
    stage.text("orders").keys("enter enter");
    let before = stage.model.open.as_ref().unwrap().answers.clone();
    // From wherever one types, by the palette.
    stage.keys("ctrl+r I");
    stage.text("invoices").keys("enter");
    let screen = stage.screen();
    assert!(screen.contains("6 of 7 answers of “Contoso Invoices” taken"), "{screen}");
    let shown = |stage: &mut Stage| {
        let mut seen = String::new();
        for _ in 0..8 {
            seen.push_str(&stage.screen());
            stage.keys("down");
        }
        seen
    };
    let seen = shown(&mut stage);
    assert!(seen.contains("replaces yours: orders@contoso.com"), "{seen}");
    // The first of them is left.
    stage.keys("home space enter");
    assert_eq!(stage.answer("publisher.name"), "", "left out");
    assert_eq!(stage.answer("support.email"), "orders@contoso.com", "not overwritten");
    assert_eq!(stage.answer("uptime.percent"), "99.95");
    assert_eq!(stage.answer("connector.name"), "Contoso Orders");
    assert_eq!(stage.answer("attestations.att-works"), "", "attested of one connector");
    assert_eq!(stage.answer("authentication.types"), "");
    stage.keys("ctrl+z");
    assert_eq!(stage.model.open.as_ref().unwrap().answers, before, "one step");
    stage.keys("ctrl+y").pause();
    let path = stage.model.open.as_ref().unwrap().path.clone().unwrap();
    assert_eq!(saved(&path).answers.text("uptime.percent"), "99.95");
}

#[test]
fn an_answer_is_replaced_where_that_is_ticked() {
    let (mut stage, _) = three(80, 24);
    stage.keys("down enter ctrl+p");
    stage.text("import answers").keys("enter");
    assert_eq!(keymap::place(&stage.model), Place::Pick, "{}", stage.screen());
    stage.text("invoices").keys("enter a enter");
    assert_eq!(stage.answer("support.email"), "help@contoso.com");
    assert!(stage.screen().contains("7 answers taken"), "{}", stage.screen());
    stage.keys("esc I");
    stage.text("invoices").keys("enter");
    assert!(stage.screen().contains("There is nothing to take"), "{}", stage.screen());
}

#[test]
fn a_draft_that_cannot_be_read_is_left_alone_and_one_that_is_open_elsewhere_too() {
    let (mut stage, [_, orders, zebra]) = three(80, 24);
    let held = lock(&zebra).unwrap();
    stage.keys("a");
    assert!(stage.screen().contains("open in another conncert"), "{}", stage.screen());
    stage.keys("enter R ctrl+a").text("Other").keys("enter");
    assert!(stage.screen().contains("open in another conncert"), "{}", stage.screen());
    drop(held);
    assert_eq!(saved(&zebra).name, "Zebra");
    fs::write(&orders, "conncert = 1\nname = = 3\n").unwrap();
    let mut stage = stage.again();
    let at = names(&stage).iter().position(|name| name == "contoso-orders").unwrap();
    stage.model.home_cursor = at;
    for key in ["R", "c", "v", "a"] {
        stage.keys(key);
        assert!(stage.screen().contains("mend it first"), "{key}: {}", stage.screen());
        assert_eq!(keymap::place(&stage.model), Place::Home);
    }
    assert!(fs::read_to_string(&orders).unwrap().contains("= = 3"));
}

#[test]
fn a_cancelled_opening_keeps_no_lock_and_takes_none_away() {
    let (mut stage, [invoices, orders, _]) = three(80, 24);
    stage.open(&invoices);
    assert!(lock(&invoices).is_err(), "it is open");
    // The worker has opened the other one already when it is cancelled.
    let opened = stage.worker.perform_while(Job::Open(orders.clone()), &Wanted::never());
    drop(opened);
    assert!(lock(&invoices).is_err(), "what is open stays locked");
    stage.send(Msg::Done(Done::Cancelled));
    lock(&orders).expect("nobody has it open");
    assert!(lock(&invoices).is_err(), "what is open stays locked");
    // One that cannot be opened takes nothing away either.
    fs::write(&orders, "conncert = 1\nname = = 3\n").unwrap();
    stage.open(&orders);
    assert!(lock(&invoices).is_err() && lock(&orders).is_ok());
    // And another one that is opened gives the first back.
    stage.keys("esc");
    fs::write(&orders, "conncert = 1\nname = \"Orders\"\n").unwrap();
    stage.open(&orders);
    assert!(lock(&orders).is_err() && lock(&invoices).is_ok());
}

#[test]
fn a_change_of_another_program_is_noticed_although_the_draft_was_renamed() {
    let (mut stage, [invoices, ..]) = three(80, 24);
    stage.open(&invoices);
    let other = fs::read_to_string(&invoices).unwrap().replace("99.95", "98.0");
    fs::write(&invoices, &other).unwrap();
    let job = DraftJob::Rename { path: invoices.clone(), name: "Bills".to_owned() };
    let done = stage.worker.perform(Job::Drafts(job));
    assert!(matches!(done, Done::Drafts(DraftDone::Renamed { result: Ok(_), .. })), "{done:?}");
    stage.send(Msg::Done(done));
    assert_eq!(stage.model.page, Page::Step(0));
    stage.keys("pgdn pgdn pgdn").text("x").pause();
    let drafts = invoices.parent().unwrap();
    let kept = fs::read_dir(drafts).unwrap().map(|entry| entry.unwrap().path()).any(|path| {
        path != invoices
            && path.extension().is_some_and(|ending| ending == "toml")
            && fs::read_to_string(path).unwrap().contains("98.0")
    });
    assert!(kept, "the other version is kept aside");
    assert_eq!(saved(&invoices).answers.text("uptime.percent"), "99.95");
}

#[test]
fn pages_of_drafts() {
    for (width, height) in [(80, 24), (120, 40), (60, 16), (40, 12), (200, 60)] {
        let size = format!("{width}x{height}");
        let (mut stage, [invoices, orders, zebra]) = three(width, height);
        // Times of day are told where the reader is.
        for path in [&invoices, &orders, &zebra] {
            let text = fs::read_to_string(path).unwrap();
            let kept: Vec<&str> =
                text.lines().filter(|line| !line.starts_with("updated")).collect();
            fs::write(path, kept.join("\n")).unwrap();
        }
        stage = stage.again();
        stage.keys("s /");
        stage.text("contoso");
        assert_screen(&format!("drafts-search-{size}"), &stage);
        stage.keys("enter R");
        assert_screen(&format!("drafts-rename-{size}"), &stage);
        stage.keys("esc esc v");
        assert_screen(&format!("drafts-pick-{size}"), &stage);
        stage.text("orders").keys("enter");
        assert_screen(&format!("drafts-compared-{size}"), &stage);
        stage.keys("esc G up up a A");
        assert_screen(&format!("drafts-archive-{size}"), &stage);
        let (mut stage, _) = three(width, height);
        stage.keys("down enter esc I");
        stage.text("invoices").keys("enter down");
        assert_screen(&format!("drafts-import-{size}"), &stage);
    }
}

/// Plain mode at a home with three drafts.
fn plainly(said: &[&str]) -> Told {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::at(dir.path().join("data"));
    for (name, answers, day) in [
        ("Contoso Invoices", INVOICES, 1),
        ("Contoso Orders", ORDERS, 2),
        ("Zebra", &[("publisher.type", "independent")], 3),
    ] {
        store.create(&mut draft(name, answers, day)).unwrap();
    }
    talk(dir, false, Job::List, lines(said))
}

#[test]
fn plain_mode_finds_sorts_names_copies_and_puts_away() {
    let told = plainly(&[
        "help",
        "sort name",
        "search contoso",
        "rename 2 contoso invoices",
        "Contoso Sales",
        "copy 1",
        "search",
        "archive 4",
        "archived",
        "archive 1",
        "sort colour",
        "quit",
    ]);
    for text in [
        "rename NUMBER NAME: gives a draft another name",
        "Sorted: by name.",
        "Drafts: 2 with “contoso”, by name",
        "There is a draft “Contoso Invoices” already",
        "2. Draft Contoso Sales: verified",
        "Copied as “Contoso Invoices 2”",
        "Put away; the word archived lists it",
        "Drafts: put away, by name",
        "1. Draft Zebra",
        "Brought back",
        "Type sort and one of changed, name, left.",
    ] {
        told.has(text);
    }
    let listed = Store::at(told.dir.path().join("data")).list().unwrap();
    let mut names: Vec<&str> = listed.iter().map(|listed| listed.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Contoso Invoices", "Contoso Invoices 2", "Contoso Sales", "Zebra"]);
    assert!(listed.iter().all(|listed| !listed.archived), "{}", told.out);
}

#[test]
fn plain_mode_compares_and_imports() {
    let told = plainly(&[
        "compare 3 2",
        "compare 3",
        "1",
        "2",
        "import",
        "2",
        "2",
        "5",
        "yes",
        "undo",
        "redo",
        "quit",
    ]);
    for text in [
        "Contoso Invoices and Contoso Orders: 10 answers differ, 1 alike.",
        "  Contoso Orders: orders@contoso.com",
        "Contoso Invoices and Zebra",
        "6 of 7 answers of Contoso Invoices taken:",
        "E-mail: help@contoso.com, in place of your orders@contoso.com: left out",
        "6 answers taken; the word undo takes it back",
    ] {
        told.has(text);
    }
    let store = Store::at(told.dir.path().join("data"));
    let orders = store.load(&store.find("Contoso Orders").unwrap()).unwrap().answers;
    assert_eq!(orders.text("support.email"), "help@contoso.com", "{}", told.out);
    assert_eq!(orders.text("ownership.claim"), "", "left out");
    assert_eq!(orders.text("uptime.percent"), "99.95");
}

#[test]
fn the_draft_of_the_folder_one_starts_in_is_shown_although_it_was_put_away() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("space").pause();
    stage.keys("ctrl+r esc esc");
    let path = store(&stage).list().unwrap()[0].path.clone();
    stage = stage.again();
    stage.keys("a");
    assert_eq!(names(&stage), [""; 0], "elsewhere it is put away");
    let folder = stage.connector();
    stage = stage.again_in(&folder);
    assert_eq!(names(&stage).len(), 1);
    assert!(stage.screen().contains("put away"), "{}", stage.screen());
    stage.keys("a");
    assert!(!saved(&path).archived);
}

#[test]
fn drafts_and_answers_are_clicked_on() {
    let (mut stage, _) = three(80, 24);
    stage.model.mouse.on = true;
    stage.keys("down enter esc I");
    click(&mut stage, "Contoso Invoices");
    assert!(stage.screen().contains("› Contoso Invoices"), "the first click stands on it");
    click(&mut stage, "Contoso Invoices");
    assert_eq!(keymap::place(&stage.model), Place::Import);
    assert!(stage.screen().contains("6 of 7 answers"));
    click(&mut stage, "Support team");
    assert!(stage.screen().contains("5 of 7 answers"), "{}", stage.screen());
    click(&mut stage, "replaces yours");
    assert!(stage.screen().contains("6 of 7 answers"), "{}", stage.screen());
    click(&mut stage, "take them");
    assert_eq!(stage.answer("support.email"), "help@contoso.com");
    assert_eq!(stage.answer("support.name"), "");
}
