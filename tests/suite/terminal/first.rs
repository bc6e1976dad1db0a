//! The first frame comes before the drafts, a draft or a connector is read, however slow they are.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;

use super::Session;

/// Drafts enough that listing them takes a while.
const MANY: usize = 1_500;

fn many_drafts(data: &Path) {
    let drafts = data.join("drafts");
    fs::create_dir_all(&drafts).expect("a folder");
    let mut text = String::from("conncert = 1\n");
    write!(text, "name = \"NAME\"\n\n[publisher]\nname = \"Contoso Ltd\"\n").expect("a text");
    for number in 0..MANY {
        let draft = text.replace("NAME", &format!("Draft {number}"));
        fs::write(drafts.join(format!("draft-{number}.toml")), draft).expect("a draft");
    }
}

fn start(arguments: &[&str]) -> Session {
    Session::start_as(CommandBuilder::new(env!("CARGO_BIN_EXE_conncert")), |command, folder| {
        let data = folder.parent().expect("the stage").join("data");
        many_drafts(&data);
        command.args(arguments);
    })
}

impl Session {
    /// Where a text stands in what the terminal was told first.
    fn at(&self, text: &str) -> Option<usize> {
        self.raw().find(text)
    }
}

#[test]
fn home_is_drawn_before_the_drafts_are_listed() {
    let mut session = start(&[]);
    session.wait("Draft 1");
    assert!(session.at("Looking for drafts") < session.at("Draft"), "{}", session.raw());
    assert!(session.at("Looking for drafts").is_some());
    session.type_in("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn a_draft_is_looked_up_by_its_name_after_the_first_frame() {
    let mut session = start(&["Draft 700"]);
    session.wait("1 of 9");
    let first = session.at("Looking for drafts");
    assert!(first.is_some() && first < session.at("1 of 9"), "{}", session.raw());
    session.type_in("\u{3}");
    assert_eq!(session.ended(), 0);
}

#[test]
fn keys_are_answered_while_the_drafts_are_being_listed() {
    let mut session = start(&["Contoso Invoices"]);
    session.wait("From five questions");
    // The keys that work at home are told at once, whatever is still being read.
    session.type_in("?");
    session.wait("Keys that work here");
    let help = session.at("Keys that work here");
    session.type_in("\u{1b}");
    session.wait("1 of 9");
    assert!(help < session.at("1 of 9"), "{}", session.raw());
    session.type_in("\u{3}");
    assert_eq!(session.ended(), 0);
}
