//! Snapshots of every page, at the usual size and at others.

use super::super::model::Page;
use super::Stage;

pub(super) fn assert_screen(name: &str, stage: &Stage) {
    let screen: Vec<String> =
        stage.screen().lines().map(|line| line.trim_end().to_owned()).collect();
    assert_text(name, &screen.join("\n"));
}

pub(super) fn assert_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../tests/suite/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn every_page() {
    for (width, height) in [(80, 24), (120, 40), (60, 16), (40, 12), (200, 60)] {
        let size = format!("{width}x{height}");
        let stage = Stage::new(width, height);
        assert_screen(&format!("home-{size}"), &stage);
        let mut stage = Stage::still(width, height);
        for page in Page::journey() {
            assert_eq!(stage.model.page, page);
            assert_screen(&format!("{}-{size}", page.title().to_lowercase()), &stage);
            stage.keys("pgdn");
            // The review pages its own list, so it is left by its key.
            if page == Page::Review {
                stage.keys("x");
            }
        }
    }
}

#[test]
fn overlays() {
    let mut stage = Stage::still(80, 24);
    stage.keys("?");
    assert_screen("help-80x24", &stage);
    stage.keys("esc ctrl+r down enter");
    assert_screen("finding-80x24", &stage);
    stage.keys("esc x");
    let target = stage.folder().join("out").display().to_string();
    stage.keys("ctrl+a").text(&target).keys("enter");
    let open = stage.model.open.as_mut().unwrap();
    open.export.target = crate::wizard::field::Editor::new("export.target", "out", false);
    assert_screen("written-80x24", &stage);
}

#[test]
fn the_icon_shrinks_with_the_screen_and_its_figures_stay() {
    for ((width, height), side) in
        [((200, 60), 24), ((120, 40), 24), ((80, 24), 24), ((60, 16), 12), ((40, 12), 0)]
    {
        let mut stage = Stage::new(width, height);
        stage.draw_icon();
        stage.open(&stage.connector());
        stage.keys("ctrl+r i");
        let screen = stage.screen();
        let rows: Vec<&str> = screen.lines().filter(|line| line.contains('▀')).collect();
        assert_eq!(rows.len(), side / 2, "{width}x{height}\n{screen}");
        let is_drawn = |row: &&str| row.matches('▀').count() == 2 * side;
        assert!(rows.iter().all(is_drawn), "{width}x{height}\n{screen}");
        assert_screen(&format!("icon-{width}x{height}"), &stage);
        stage.keys("pgdn");
        let screen = stage.screen();
        let last = screen.contains("(contrast 3.3 to 1)");
        assert!(last, "the last figure can be read: {width}x{height}\n{screen}");
    }
}

#[test]
fn a_wrong_answer_is_told_under_its_field() {
    let mut stage = Stage::still(80, 24);
    stage.keys("pgdn pgdn pgdn tab");
    stage.text("help@contoso");
    assert_screen("support-wrong-80x24", &stage);
    let (_, cursor) = stage.buffer();
    let (x, y) = cursor.unwrap();
    let screen = stage.screen();
    let line = screen.lines().nth(usize::from(y)).unwrap();
    let before: String = line.chars().take(usize::from(x)).collect();
    assert!(before.ends_with("help@contoso"), "the real cursor stands behind the text: {before:?}");
}
