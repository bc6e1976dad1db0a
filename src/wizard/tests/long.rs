//! Long work: told, cancelled, and never in the way of a key, however large the definition.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::super::msg::{Done, Job, Msg};
use super::super::work::{Doing, Hand};
use super::super::{update, view};
use super::{Stage, key};

/// What a key may take: a frame at sixty a second; many of them where nothing is optimised.
const FRAME: Duration =
    if cfg!(debug_assertions) { Duration::from_secs(2) } else { Duration::from_millis(16) };

/// Keys that change, move, turn pages and list everything.
const KEYS: &str = "tab tab x y z ctrl+z ctrl+s tab tab pgdn tab a b down up pgdn pgdn tab h i \
    pgdn pgdn ctrl+r down down pgdn end home g down g up x tab tab esc down down enter esc esc";

impl Stage {
    /// A key whose jobs nobody does; how long it took to answer it, frame and all.
    fn timed(&mut self, name: &str) -> Duration {
        self.millis += 20;
        let now = self.now();
        let (width, height) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let start = Instant::now();
        drop(update::handle(&mut self.model, Msg::Event(Event::Key(key(name))), &now));
        drop(update::tick(&mut self.model, &now));
        terminal.draw(|frame| drop(view::view(&self.model, frame))).unwrap();
        start.elapsed()
    }

    /// Holds all keys against the bound. A machine that does something else for a moment is given
    /// another chance.
    fn holds(&mut self, what: &str) {
        let mut slow = Vec::new();
        for name in KEYS.split_whitespace() {
            let took = (0..3).map(|_| self.timed(name)).min().unwrap();
            if took > FRAME {
                slow.push(format!("{name}: {took:?}"));
            }
        }
        assert!(slow.is_empty(), "{what}: {slow:?}");
    }
}

/// The largest definition of the published connectors that are here, with its folder.
fn largest() -> Option<PathBuf> {
    let named = std::env::var_os("CONNCERT_CORPUS").map(PathBuf::from);
    let root = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/corpus"));
    let mut open = vec![root];
    let mut found: Option<(u64, PathBuf)> = None;
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).ok()?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if entry.file_name() == "apiDefinition.swagger.json" {
                let size = entry.metadata().map_or(0, |data| data.len());
                if found.as_ref().is_none_or(|(largest, _)| size > *largest) {
                    found = Some((size, folder.clone()));
                }
            }
        }
    }
    found.map(|(_, folder)| folder)
}

/// A definition of at least that many bytes, with faults in every operation.
fn definition(bytes: usize) -> String {
    let mut text = String::from(
        r#"{"swagger":"2.0","info":{"title":"Contoso Invoices","description":"Keeps invoices.","version":"1.0"},"host":"api.contoso.com","schemes":["https"],"paths":{"#,
    );
    let words = "Reads one invoice of many with everything that belongs to it. ".repeat(24);
    let mut number = 0;
    while text.len() < bytes {
        let comma = if number > 0 { "," } else { "" };
        write!(
            text,
            r#"{comma}"/invoices{number}":{{"get":{{"operationId":"Invoice{number}","summary":"invoice.","description":"{words}","parameters":[{{"name":"id","in":"query","type":"string","required":false}}],"responses":{{"200":{{"description":"ok","schema":{{"type":"object","properties":{{"id":{{"type":"string"}}}}}}}}}}}}}}"#
        )
        .unwrap();
        number += 1;
    }
    text.push_str("}}");
    text
}

#[test]
fn a_key_is_answered_within_a_frame_with_the_largest_published_definition() {
    // Only where published connectors are; the next test has a larger one everywhere.
    let Some(folder) = largest() else { return };
    let mut stage = Stage::new(120, 40);
    stage.open(&folder);
    assert!(!stage.model.open.as_ref().unwrap().findings().is_empty());
    stage.holds("published");
}

#[test]
fn a_key_is_answered_within_a_frame_with_ten_megabytes() {
    let mut stage = Stage::new(80, 24);
    let folder = stage.connector();
    fs::write(folder.join("apiDefinition.swagger.json"), definition(10 << 20)).unwrap();
    stage.open(&folder);
    let found = stage.model.open.as_ref().unwrap().findings().len();
    assert!(found > 1_000, "{found} findings");
    stage.holds("ten megabytes");
}

#[test]
fn long_work_is_told_in_the_top_line_and_keys_go_on() {
    let mut stage = Stage::opened(80, 24);
    let before = stage.screen();
    let looking = Doing { hand: Hand::Judge, what: "looking for mends", cancels: true };
    stage.send(Msg::Began(looking));
    assert_eq!(stage.screen(), before, "what is quick is not worth a word");
    stage.pause();
    assert!(stage.screen().contains("looking for mends, 5 s · esc cancels"), "{}", stage.screen());
    stage.keys("tab x y");
    assert_eq!(stage.answer("publisher.name"), "Contoso Ltdxy");
    stage.send(Msg::Rests(Hand::Judge));
    assert!(!stage.screen().contains("looking for mends"), "{}", stage.screen());
}

#[test]
fn esc_cancels_what_is_told_and_only_then_leads_out() {
    let mut stage = Stage::opened(80, 24);
    stage.send(Msg::Began(Doing { hand: Hand::Disk, what: "reading", cancels: true }));
    stage.pause();
    let now = stage.now();
    let jobs = update::handle(&mut stage.model, Msg::Event(Event::Key(key("esc"))), &now);
    assert!(matches!(jobs[..], [Job::Cancel]), "{jobs:?}");
    assert!(stage.screen().contains("cancelled: reading"), "{}", stage.screen());
    assert!(
        stage.screen().contains("1 of 9") && stage.screen().contains("space choose"),
        "it stays"
    );
    stage.send(Msg::Done(Done::Cancelled));
    stage.keys("esc");
    assert!(stage.screen().contains("enter go there"), "{}", stage.screen());
}

#[test]
fn a_check_that_takes_long_is_told_but_esc_stays_what_it_is() {
    let mut stage = Stage::opened(80, 24);
    stage.send(Msg::Began(Doing { hand: Hand::Judge, what: "checking", cancels: false }));
    stage.pause();
    assert!(stage.screen().contains("checking, 5 s"), "{}", stage.screen());
    stage.keys("esc");
    assert!(stage.screen().contains("enter go there"), "{}", stage.screen());
}
