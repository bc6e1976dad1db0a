//! Comfort: the mouse, keys that somebody changed, pastes without marks, the tour, how it looks.

use std::fs;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::super::keys::Keys;
use super::super::model::{Focus, Model, Page};
use super::super::msg::Msg;
use super::super::overlay::Overlay;
use super::super::region::Region;
use super::super::theme::Kind;
use super::super::{update, view};
use super::Stage;
use super::screens::assert_screen;
use crate::store::{KeyLine, Preferences};

fn regions(model: &Model) -> Vec<Region> {
    let (width, height) = model.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let mut regions = Vec::new();
    terminal.draw(|frame| regions = view::view(model, frame)).unwrap();
    regions
}

fn mouse(stage: &mut Stage, kind: MouseEventKind, (column, row): (u16, u16)) {
    stage.model.mouse.regions = regions(&stage.model);
    let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
    stage.send(Msg::Event(Event::Mouse(event)));
}

fn find(stage: &Stage, text: &str) -> (u16, u16) {
    let screen = stage.screen();
    let found = screen.lines().enumerate().find_map(|(row, line)| {
        let at = line.find(text)?;
        Some((line[..at].chars().count(), row))
    });
    let (column, row) = found.unwrap_or_else(|| panic!("{text} is not on the screen:\n{screen}"));
    (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
}

pub(super) fn click(stage: &mut Stage, text: &str) {
    let at = find(stage, text);
    mouse(stage, MouseEventKind::Down(MouseButton::Left), at);
    mouse(stage, MouseEventKind::Up(MouseButton::Left), at);
}

/// At home, with a draft.
fn with_a_draft() -> Stage {
    let mut stage = Stage::opened(80, 24);
    stage.keys("pgdn pgdn pgdn tab");
    stage.text("x");
    stage.pause();
    stage.again()
}

fn with_mouse(mut stage: Stage) -> Stage {
    stage.model.mouse.on = true;
    stage
}

#[test]
fn without_being_asked_for_the_mouse_does_nothing() {
    let mut stage = Stage::opened(80, 24);
    let before = stage.screen();
    click(&mut stage, "Independent");
    click(&mut stage, "Support");
    mouse(&mut stage, MouseEventKind::ScrollDown, (40, 10));
    assert_eq!(stage.screen(), before);
    assert!(!before.contains("mouse"));
}

#[test]
fn a_click_chooses_focuses_and_goes_there() {
    let mut stage = with_mouse(Stage::opened(80, 24));
    assert!(stage.screen().contains("mouse"), "the state is shown");
    click(&mut stage, "Independent");
    assert_eq!(stage.answer("publisher.type"), "independent");
    click(&mut stage, "Verified");
    assert_eq!(stage.answer("publisher.type"), "verified");
    click(&mut stage, "Support");
    assert_eq!(stage.model.page, Page::Step(3));
    click(&mut stage, "E-mail");
    stage.text("help@contoso.com");
    assert_eq!(stage.answer("support.email"), "help@contoso.com");
    // A second click leaves the cursor, and what is typed, where it is.
    click(&mut stage, "help@contoso.com");
    stage.text("!");
    assert_eq!(stage.answer("support.email"), "help@contoso.com!");
    stage.keys("esc");
    assert_eq!(stage.model.focus, Focus::Journey);
    click(&mut stage, "help@contoso.com");
    assert_eq!(stage.model.focus, Focus::Page);
    // Keys of the footer are buttons.
    click(&mut stage, "ctrl+g help");
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Help { .. })));
    click(&mut stage, "esc close");
    assert!(stage.model.overlays.is_empty());
}

#[test]
fn options_side_by_side_are_told_apart() {
    let mut stage = with_mouse(Stage::opened(100, 60));
    click(&mut stage, "Support");
    let question = crate::steps::question("support.categories").unwrap();
    let labels = super::super::model::options(question);
    for (value, label, _) in [labels[1], labels[4]] {
        click(&mut stage, &format!("[ ] {label}"));
        assert!(stage.answer("support.categories").contains(value), "{label}");
    }
    click(&mut stage, &format!("[x] {}", labels[1].1));
    let answer = stage.answer("support.categories");
    assert!(answer.contains(labels[4].0) && !answer.contains(labels[1].0), "{answer}");
}

#[test]
fn lists_take_one_click_to_stand_and_another_to_go() {
    let mut stage = with_mouse(Stage::opened(80, 24));
    stage.keys("ctrl+r");
    let row = stage.screen().lines().find(|line| line.contains("  ✗ ")).unwrap().to_owned();
    let rule = row.split("✗ ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    click(&mut stage, &rule);
    assert!(stage.screen().contains(&format!("› ✗ {rule}")), "{}", stage.screen());
    let page = stage.model.page;
    click(&mut stage, &rule);
    assert!(!stage.model.overlays.is_empty() || stage.model.page != page);
    let mut stage = with_mouse(Stage::new(80, 24));
    click(&mut stage, "Start without a folder");
    assert!(stage.model.open.is_none());
    click(&mut stage, "Start without a folder");
    assert!(stage.model.open.is_some());
}

#[test]
fn what_lies_over_the_page_keeps_clicks_from_it() {
    let mut stage = with_mouse(Stage::opened(120, 40));
    stage.keys("ctrl+p");
    stage.text("help");
    click(&mut stage, "Publisher");
    assert_eq!(stage.model.overlays.len(), 1);
    click(&mut stage, "Help  ");
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Help { .. })));
    // A question is answered by a click on its words.
    let mut stage = with_mouse(with_a_draft());
    stage.keys("d");
    click(&mut stage, "n no");
    assert!(stage.model.overlays.is_empty());
}

#[test]
fn the_wheel_scrolls_and_a_drag_is_no_click() {
    let mut stage = with_mouse(Stage::opened(80, 24));
    stage.keys("ctrl+r");
    let cursor = |stage: &Stage| stage.model.open.as_ref().unwrap().review_cursor;
    let first = cursor(&stage);
    mouse(&mut stage, MouseEventKind::ScrollDown, (40, 10));
    let down = cursor(&stage);
    assert!(down > first);
    mouse(&mut stage, MouseEventKind::ScrollUp, (40, 10));
    assert!(cursor(&stage) < down);
    let before = cursor(&stage);
    mouse(&mut stage, MouseEventKind::Down(MouseButton::Left), (40, 12));
    mouse(&mut stage, MouseEventKind::Drag(MouseButton::Left), (40, 8));
    mouse(&mut stage, MouseEventKind::Up(MouseButton::Left), (40, 8));
    assert!(cursor(&stage) > before && stage.model.overlays.is_empty());
    stage.keys("?");
    let top = stage.screen();
    mouse(&mut stage, MouseEventKind::ScrollDown, (40, 10));
    assert_ne!(stage.screen(), top);
}

#[test]
fn every_region_lies_on_the_screen_at_any_size() {
    for (width, height) in [(1, 1), (40, 12), (60, 16), (80, 24), (120, 40), (200, 60)] {
        let mut stage = Stage::opened(width, height);
        for keys in ["pgdn", "pgdn", "pgdn", "pgdn", "ctrl+r", "end", "x", "esc", "ctrl+p"] {
            stage.keys(keys);
            for Region { area, hit } in regions(&stage.model) {
                assert!(area.right() <= width && area.bottom() <= height, "{hit:?} {area:?}");
                assert!(!area.is_empty() || width < 20, "{hit:?}");
            }
        }
    }
}

fn given(stage: &mut Stage, text: &str) -> Vec<String> {
    let read = Preferences::parse(text, "config.toml");
    assert_eq!(read.faults, Vec::<String>::new());
    let lines: Vec<KeyLine> = read.keys;
    let (keys, faults) = Keys::of(&lines, &read.file);
    stage.model.keys = keys;
    faults
}

#[test]
fn changed_keys_work_and_are_what_footer_help_and_palette_show() {
    let mut stage = Stage::new(100, 40);
    let faults = given(
        &mut stage,
        "[keys]\n\"ctrl+o\" = \"open-folder\"\n\"o\" = \"new\"\n\"f9\" = \"way\"\n\
         [keys.confirm]\nj = \"accept\"\n[keys.text]\n\"alt+g\" = \"help\"\n",
    );
    assert_eq!(faults, Vec::<String>::new());
    let screen = stage.screen();
    assert!(screen.contains("ctrl+o open folder") && screen.contains("o new"), "{screen}");
    stage.keys("?");
    let help = stage.screen();
    assert!(help.contains("ctrl+o   ") && help.contains("f9, t"), "{help}");
    stage.keys("esc ctrl+p");
    stage.text("open a folder");
    assert!(stage.screen().contains("ctrl+o"), "{}", stage.screen());
    stage.keys("esc ctrl+o");
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Prompt { .. })));
    stage.keys("esc o");
    assert!(stage.model.open.is_some(), "o is `new` now");
    stage.keys("pgdn pgdn pgdn tab");
    assert!(stage.screen().contains("alt+g help"), "{}", stage.screen());
    assert!(!stage.screen().contains("ctrl+g help"));
}

#[test]
fn conflicting_keys_are_told_and_the_old_ones_stay() {
    let mut stage = Stage::opened(80, 24);
    let faults = given(&mut stage, "[keys]\n\"esc\" = \"unbound\"\n\"tab\" = \"leave\"\n");
    assert!(!faults.is_empty());
    stage.keys("tab esc");
    assert!(!stage.has_left());
    assert_eq!(stage.model.focus, Focus::Journey);
}

#[test]
fn vi_and_emacs_move_in_lists() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r");
    let cursor = |stage: &Stage| stage.model.open.as_ref().unwrap().review_cursor;
    stage.keys("g");
    let top = cursor(&stage);
    stage.keys("j");
    assert!(cursor(&stage) > top);
    stage.keys("k");
    assert_eq!(cursor(&stage), top);
    stage.keys("ctrl+n");
    assert!(cursor(&stage) > top);
    stage.keys("G");
    let end = cursor(&stage);
    stage.keys("ctrl+u");
    assert!(cursor(&stage) < end);
    stage.keys("ctrl+d G");
    assert_eq!(cursor(&stage), end);
    stage.keys("h");
    assert_eq!(stage.model.focus, Focus::Journey);
    stage.keys("k l");
    assert_eq!(stage.model.focus, Focus::Page);
    stage.keys("ctrl+p ctrl+n ctrl+n ctrl+p");
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Palette { cursor: 1, .. })));
}

#[test]
fn a_held_key_moves_and_types_but_opens_nothing() {
    let mut stage = Stage::opened(80, 24);
    let send = |stage: &mut Stage, code, kind| {
        let event = KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind);
        stage.send(Msg::Event(Event::Key(event)));
    };
    let page = stage.model.page;
    let field = |stage: &Stage| stage.model.open.as_ref().unwrap().field;
    let before = field(&stage);
    stage.keys("down");
    let answer = stage.answer("publisher.type");
    for kind in [KeyEventKind::Repeat, KeyEventKind::Release] {
        send(&mut stage, KeyCode::Enter, kind);
        send(&mut stage, KeyCode::Char(' '), kind);
        assert_eq!((stage.model.page, field(&stage)), (page, before));
        assert_eq!(stage.answer("publisher.type"), answer);
    }
    stage.keys("pgdn pgdn pgdn tab");
    send(&mut stage, KeyCode::Char('x'), KeyEventKind::Press);
    send(&mut stage, KeyCode::Char('x'), KeyEventKind::Repeat);
    send(&mut stage, KeyCode::Char('x'), KeyEventKind::Release);
    assert_eq!(stage.answer("support.email"), "xx");
    send(&mut stage, KeyCode::Backspace, KeyEventKind::Repeat);
    assert_eq!(stage.answer("support.email"), "x");
}

/// Keys as a console gives a paste: all at once.
fn burst(stage: &mut Stage, text: &str) {
    stage.millis += 1_000;
    let now = stage.now();
    for c in text.chars() {
        let code = match c {
            '\r' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            c => KeyCode::Char(c),
        };
        let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
        let jobs = update::handle(&mut stage.model, Msg::Event(event), &now);
        stage.perform(jobs);
    }
}

#[test]
fn a_paste_without_marks_submits_nothing() {
    let mut stage = Stage::opened(80, 24);
    stage.model.guards_bursts = true;
    stage.keys("pgdn pgdn pgdn tab");
    burst(&mut stage, "one\r\rtwo\tthree\r");
    assert_eq!(stage.answer("support.email"), "one  two three ");
    assert_eq!(stage.model.page, Page::Step(3));
    // After a pause, Enter is Enter again.
    let field = stage.model.open.as_ref().unwrap().field;
    stage.keys("enter");
    assert_eq!(stage.model.open.as_ref().unwrap().field, field + 1);
}

#[test]
fn a_paste_where_nobody_types_is_no_command() {
    let mut stage = with_a_draft();
    stage.model.guards_bursts = true;
    // `d` asks; the `y` that follows at once did not answer.
    burst(&mut stage, "dy\ry");
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Confirm(_))));
    stage.keys("n");
    assert_eq!(stage.model.home.as_ref().unwrap().drafts.len(), 1);
}

#[test]
fn typing_fast_is_no_paste() {
    let mut stage = Stage::opened(80, 24);
    stage.model.guards_bursts = true;
    stage.keys("pgdn pgdn pgdn tab");
    // 20 milliseconds apart, which is faster than hands are.
    stage.text("help@contoso.com");
    let field = stage.model.open.as_ref().unwrap().field;
    stage.keys("enter");
    assert_eq!(stage.model.open.as_ref().unwrap().field, field + 1);
}

#[test]
fn the_tour_is_one_screen_goes_away_and_can_be_found() {
    for (width, height) in [(60, 16), (80, 24)] {
        let mut stage = Stage::new(width, height);
        stage.keys("ctrl+p");
        stage.text("tour");
        stage.keys("enter");
        assert!(matches!(stage.model.overlays.last(), Some(Overlay::Tour { .. })));
        assert_screen(&format!("tour-{width}x{height}"), &stage);
        assert!(stage.screen().contains("what you answered is saved"), "it is one screen");
        stage.keys("esc");
        assert!(stage.model.overlays.is_empty());
        stage.model.overlays.push(Overlay::Tour { scroll: 0 });
        stage.keys("enter");
        assert!(stage.model.overlays.is_empty());
    }
}

#[test]
fn the_tour_is_remembered_in_the_data_folder() {
    let dir = tempfile::tempdir().unwrap();
    let store = crate::store::Store::at(dir.path().join("data"));
    assert!(store.is_first_start());
    store.greet();
    assert!(!store.is_first_start());
}

fn remembering(mut stage: Stage) -> (Stage, std::path::PathBuf) {
    let config = stage.folder().join("config.toml");
    let store = crate::store::Store::at(stage.folder().join("data"));
    let here = stage.folder().to_owned();
    stage.worker = super::super::worker::Worker::new(store, here).remembering(Some(config.clone()));
    (stage, config)
}

#[test]
fn a_theme_is_tried_at_once_and_kept_only_on_request() {
    let (mut stage, config) = remembering(Stage::new(80, 24));
    stage.keys("ctrl+p");
    stage.text("theme dark");
    stage.keys("enter");
    assert_eq!(stage.model.theme.kind, Kind::Dark);
    stage.keys("n");
    assert!(!config.exists() && stage.model.overlays.is_empty());
    fs::write(&config, "# mine\nascii = false # no\n").unwrap();
    stage.keys("ctrl+p");
    stage.text("theme light");
    stage.keys("enter y");
    assert_eq!(stage.model.theme.kind, Kind::Light);
    let text = fs::read_to_string(&config).unwrap();
    assert_eq!(text, "# mine\nascii = false # no\ntheme = \"light\"\n");
    assert!(stage.screen().contains("remembered in config.toml"));
    // A file that is broken is not written over, and the reason is told.
    fs::write(&config, "theme = ").unwrap();
    stage.keys("ctrl+p");
    stage.text("keep theme");
    stage.keys("enter");
    assert!(stage.screen().contains("is not TOML"), "{}", stage.screen());
    assert_eq!(fs::read_to_string(&config).unwrap(), "theme = ");
}

#[test]
fn mouse_and_plain_characters_are_switched_by_the_palette_and_shown() {
    let (mut stage, config) = remembering(Stage::new(80, 24));
    for (typed, shown) in [("mouse", "now off"), ("characters that", "now off")] {
        stage.keys("ctrl+p");
        stage.text(typed);
        assert!(stage.screen().contains(shown), "{}", stage.screen());
        stage.keys("enter");
    }
    assert!(stage.model.mouse.on && stage.model.theme.ascii);
    assert!(stage.screen().contains("mouse"));
    stage.keys("ctrl+p");
    stage.text("keep theme");
    stage.keys("enter");
    assert_eq!(fs::read_to_string(&config).unwrap(), "ascii = true\nmouse = true\n");
    let read = Preferences::parse(&fs::read_to_string(&config).unwrap(), "c");
    assert!(read.ascii && read.mouse && read.faults.is_empty());
}

#[test]
fn whoever_refuses_colours_gets_none_from_the_palette() {
    let mut stage = Stage::new(80, 24);
    stage.model.look.no_color = true;
    stage.model.theme.kind = Kind::Monochrome;
    stage.keys("ctrl+p");
    stage.text("theme dark");
    stage.keys("enter");
    assert_eq!(stage.model.theme.kind, Kind::Monochrome);
    assert!(stage.screen().contains("colours are refused"));
}

#[test]
fn a_look_that_cannot_be_kept_says_why() {
    let mut stage = Stage::new(80, 24);
    stage.keys("ctrl+p");
    stage.text("keep theme");
    stage.keys("enter");
    assert!(stage.screen().contains("CONNCERT_CONFIG"), "{}", stage.screen());
}

#[test]
fn the_palette_leads_to_an_operation() {
    let mut stage = Stage::opened(80, 24);
    let open = stage.model.open.as_ref().unwrap();
    let connector = open.connector.clone().unwrap();
    let definition = connector.definition().unwrap();
    let ids: Vec<String> =
        definition.operations().filter_map(|found| found.id().map(|id| id.to_string())).collect();
    assert!(!ids.is_empty());
    for id in ids {
        stage.keys("ctrl+t");
        stage.text(&id);
        stage.keys("enter");
        let screen = stage.screen();
        let at_finding = matches!(stage.model.overlays.last(), Some(Overlay::Finding { .. }));
        assert!(at_finding || screen.contains("nothing to mend; definition, line"), "{screen}");
        stage.keys("esc");
    }
}

#[test]
fn help_names_the_source_with_its_date() {
    let mut stage = Stage::opened(80, 40);
    stage.keys("?");
    let screen = stage.screen();
    assert!(screen.contains("Source: Get your connector certified (2022-06-08)"), "{screen}");
    let mut stage = Stage::opened(80, 40);
    stage.keys("pgdn pgdn ctrl+p");
    stage.text("contact-email-missing");
    stage.keys("enter end pgdn pgdn pgdn");
    assert!(stage.screen().contains("Source: "), "{}", stage.screen());
    for (keys, word) in [("ctrl+r ?", "gravest"), ("esc x ctrl+g", "folder of its own")] {
        stage.keys("esc").keys(keys);
        assert!(stage.screen().contains(word), "{}", stage.screen());
    }
}
