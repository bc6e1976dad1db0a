//! Sizes, styles, and keys without sense.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use ratatui::style::{Color, Modifier};

use super::super::msg::{Intent, Job, Msg};
use super::super::theme::{Kind, Theme};
use super::super::update;
use super::Stage;

const KEYS: &[&str] = &[
    "tab",
    "shift+tab",
    "enter",
    "esc",
    "space",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pgup",
    "pgdn",
    "backspace",
    "delete",
    "f1",
    "?",
    "a",
    "x",
    "w",
    "n",
    "y",
    "d",
    "r",
    "o",
    "ctrl+a",
    "ctrl+z",
    "ctrl+y",
    "ctrl+s",
    "ctrl+r",
    "ctrl+w",
    "ctrl+k",
    "ctrl+l",
    "é",
    "漢",
];

#[test]
fn every_size_is_survived_and_typing_kept() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("pgdn pgdn pgdn tab");
    for (width, height) in [(1, 1), (2, 2), (10, 3), (59, 15), (60, 16), (40, 12), (300, 90)] {
        stage.send(Msg::Event(Event::Resize(width, height)));
        stage.text("x");
        stage.screen();
    }
    assert_eq!(stage.answer("support.email"), "xxxxxxx");
}

#[test]
fn without_colour_no_cell_has_one_and_focus_keeps_its_mark() {
    let mut stage = Stage::opened(80, 24);
    stage.model.theme = Theme::new(Kind::Monochrome, false);
    stage.keys("pgdn pgdn pgdn");
    let (buffer, _) = stage.buffer();
    for cell in buffer.content() {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
    }
    let screen = stage.screen();
    assert!(screen.contains('›') && screen.contains('▸') && screen.contains('✗'));
}

#[test]
fn with_colour_no_background_is_assumed() {
    let stage = Stage::opened(80, 24);
    let (buffer, _) = stage.buffer();
    for cell in buffer.content() {
        assert_eq!(cell.bg, Color::Reset);
        assert!(!cell.modifier.contains(Modifier::HIDDEN));
        assert!(!matches!(cell.fg, Color::White | Color::Black | Color::Rgb(..)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        // What failed once is tried again; it is kept where tests have their files.
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/regressions/robust.txt",
        ))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn keys_without_sense_do_no_harm(
        keys in prop::collection::vec(0..KEYS.len(), 1..120),
        width in 1_u16..130, height in 1_u16..45,
    ) {
        let mut stage = Stage::opened(width, height);
        for key in keys {
            // `d` and then `y` deletes, and `enter` on the export page writes; both stay inside
            // the stage's own folder.
            stage.keys(KEYS[key]);
            stage.screen();
        }
        stage.pause();
    }

    #[test]
    fn what_is_typed_is_the_answer(text in "[a-zA-Z0-9 ?@é漢.:/-]{0,60}") {
        let mut stage = Stage::opened(80, 24);
        stage.keys("pgdn pgdn pgdn tab");
        stage.text(&text);
        prop_assert_eq!(stage.answer("support.email"), text);
    }
}

#[test]
fn in_ascii_every_sign_of_ours_is_ascii() {
    for (width, height) in [(80, 24), (120, 40), (40, 12)] {
        let mut stage = Stage::opened(width, height);
        stage.model.theme = Theme::new(Kind::Monochrome, true);
        for keys in ["esc", "esc", "enter", "pgdn", "pgdn", "pgdn", "f1", "esc", "pgdn", "ctrl+r"] {
            stage.keys(keys);
            let screen = stage.screen();
            let odd: String = screen.chars().filter(|found| !found.is_ascii()).collect();
            assert_eq!(odd, "", "{screen}");
        }
        for keys in ["down", "enter", "esc", "f", "esc", "F", "esc", "/", "esc", "x"] {
            stage.keys(keys);
            let screen = stage.screen();
            let odd: String = screen.chars().filter(|found| !found.is_ascii()).collect();
            assert_eq!(odd, "", "{screen}");
        }
    }
}

#[test]
fn a_theme_with_a_ground_of_its_own_paints_every_cell() {
    for kind in [Kind::Light, Kind::Dark, Kind::HighContrast] {
        let mut stage = Stage::opened(80, 24);
        stage.model.theme = Theme::new(kind, false);
        stage.keys("pgdn pgdn ctrl+r enter");
        let (buffer, _) = stage.buffer();
        for cell in buffer.content() {
            assert!(matches!((cell.fg, cell.bg), (Color::Rgb(..), Color::Rgb(..))), "{cell:?}");
        }
    }
}

#[test]
fn what_is_typed_during_a_save_is_saved_before_one_stops() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("space pgdn pgdn pgdn tab");
    stage.text("help@contoso.com");
    // A save is under way, and more is typed meanwhile.
    let now = stage.now();
    let first = update::update(&mut stage.model, Intent::Save, &now);
    assert!(matches!(first[..], [Job::Save { .. }]), "{first:?}");
    let event = Event::Key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE));
    drop(update::handle(&mut stage.model, Msg::Event(event), &now));
    assert!(update::handle(&mut stage.model, Msg::Suspend, &now).is_empty(), "one at a time");
    let saved: Vec<Msg> =
        first.into_iter().map(|job| Msg::Done(stage.worker.perform(job))).collect();
    for msg in saved {
        let next = update::handle(&mut stage.model, msg, &now);
        assert!(matches!(next[..], [Job::Save { .. }]), "{next:?}");
    }
    assert!(stage.model.open.as_ref().unwrap().saving, "so one waits for it");
}
