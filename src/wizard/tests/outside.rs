//! Other programs, and what they do to the files while one looks at a finding.

use std::fs;

use super::super::model::Errand;
use super::super::msg::{Done, Msg};
use super::super::overlay::Overlay;
use super::Stage;

/// On the review, with only these findings shown.
fn review(filter: &str) -> Stage {
    let mut stage = Stage::opened(120, 40);
    stage.keys("ctrl+r /").text(filter).keys("enter");
    stage
}

fn file(stage: &Stage, name: &str) -> String {
    fs::read_to_string(stage.connector().join(name)).unwrap()
}

/// Another program changes a file.
fn change(stage: &mut Stage, name: &str, from: &str, to: &str) {
    let text = file(stage, name);
    assert!(text.contains(from), "{from} is not in {name}");
    fs::write(stage.connector().join(name), text.replacen(from, to, 1)).unwrap();
    stage.send(Msg::FilesTouched);
    stage.pause();
}

/// The rule and the line of the finding that lies over the page.
fn shown(stage: &Stage) -> Option<(&'static str, usize)> {
    let Some(Overlay::Finding { index, .. }) = stage.model.overlays.last() else { return None };
    let finding = &stage.model.open.as_ref()?.findings()[*index];
    Some((finding.rule.id, finding.spot.range.map_or(0, |range| range.line)))
}

#[test]
fn a_finding_opens_in_the_editor_at_its_place() {
    for keys in ["e", "enter e"] {
        let mut stage = review("rule:brand-colour");
        stage.keys(keys);
        let Some(Errand::Edit(spot)) = stage.model.errand.take() else {
            panic!("nothing is opened: {}", stage.screen());
        };
        assert_eq!(spot.at, Some((18, 23)));
        assert_eq!(fs::read(&spot.path).unwrap(), file(&stage, "apiProperties.json").into_bytes());
    }
    let mut stage = review("level:error");
    stage.keys("e");
    assert_eq!(stage.model.errand, None);
    assert!(stage.screen().contains("enter leads to it"), "{}", stage.screen());
}

#[test]
fn answers_are_saved_before_one_edits_and_files_are_read_after() {
    let mut stage = Stage::opened(120, 40);
    stage.keys("pgdn pgdn pgdn tab").text("help@contoso.com").keys("ctrl+r /");
    stage.text("brand").keys("enter e");
    assert!(stage.model.errand.is_some());
    assert!(!stage.model.open.as_ref().unwrap().is_dirty(), "what was typed is on the disk");
    let path = stage.connector().join("apiProperties.json");
    let text = fs::read_to_string(&path).unwrap().replace("#007ee5", "#c04000");
    fs::write(&path, text).unwrap();
    stage.send(Msg::Done(Done::Edited(Ok(()))));
    assert!(stage.screen().contains("0 of "), "{}", stage.screen());
    stage.send(Msg::Done(Done::Edited(Err("The editor ended with exit status: 1.".to_owned()))));
    assert!(stage.screen().contains("exit status: 1"), "{}", stage.screen());
}

#[test]
fn the_page_about_a_finding_or_a_question_is_opened() {
    let opened = |stage: &mut Stage| match stage.model.errand.take() {
        Some(Errand::Browse(address)) => address,
        other => panic!("{other:?}: {}", stage.screen()),
    };
    let mut stage = review("rule:contact-email");
    stage.keys("o");
    let page = opened(&mut stage);
    assert!(page.starts_with("https://learn.microsoft.com/connectors/"), "{page}");
    stage.keys("enter o");
    assert_eq!(opened(&mut stage), page, "the same from the viewer, which shows it as well");
    assert!(stage.screen().contains("o opens it"), "{}", stage.screen());
    stage.send(Msg::Done(Done::Browsed(Err(format!("No browser. The address is {page}")))));
    assert!(stage.screen().contains("No browser"), "{}", stage.screen());
    let mut stage = Stage::opened(80, 24);
    stage.keys("o");
    assert!(opened(&mut stage).ends_with("/submit-for-certification"));
    stage.keys("pgdn pgdn pgdn tab ctrl+o");
    assert!(opened(&mut stage).starts_with("https://"), "where one types it takes ctrl");
    assert_eq!(stage.answer("support.email"), "");
}

#[test]
fn whoever_stands_on_a_finding_stays_there() {
    let mut stage = Stage::opened(120, 40);
    stage.keys("ctrl+r down down");
    assert!(stage.screen().contains("› ✗ brand-colour-forbidden"), "{}", stage.screen());
    // Two findings more above it, and the file a line longer.
    change(&mut stage, "apiDefinition.swagger.json", "\"Contoso Invoices\",", "\"\",");
    change(&mut stage, "apiProperties.json", "{", "{\n");
    assert!(stage.screen().contains("› ✗ brand-colour-forbidden"), "{}", stage.screen());
    assert!(stage.screen().contains("properties 19:23"), "{}", stage.screen());
}

#[test]
fn the_review_stands_where_the_viewer_went() {
    let mut stage = review("level:error");
    stage.keys("down");
    assert!(stage.screen().contains("› ✗ contact-email-missing"), "{}", stage.screen());
    stage.keys("enter n esc");
    assert!(stage.screen().contains("› ✗ brand-colour-forbidden"), "{}", stage.screen());
}

#[test]
fn the_viewer_stays_at_its_finding_and_goes_on_when_it_is_mended() {
    let mut stage = review("level:error");
    stage.keys("down enter n");
    assert_eq!(shown(&stage), Some(("brand-colour-forbidden", 18)), "{}", stage.screen());
    change(&mut stage, "apiDefinition.swagger.json", "\"Contoso Invoices\",", "\"\",");
    change(&mut stage, "apiProperties.json", "{", "{\n");
    assert_eq!(shown(&stage), Some(("brand-colour-forbidden", 19)));
    change(&mut stage, "apiProperties.json", "#007ee5", "#c04000");
    let next = shown(&stage).expect("another error").0;
    assert_ne!(next, "brand-colour-forbidden");
    assert!(stage.screen().contains(next), "{}", stage.screen());
    // A reason is never given for another finding than the one it was meant for.
    let mut stage = review("rule:brand-colour");
    stage.keys("s").text("It is that blue");
    change(&mut stage, "apiProperties.json", "#007ee5", "#c04000");
    assert!(stage.model.overlays.is_empty(), "{}", stage.screen());
    let mut stage = review("rule:brand-colour");
    stage.keys("enter");
    change(&mut stage, "apiProperties.json", "#007ee5", "#c04000");
    assert_eq!(shown(&stage), None, "nothing is left that fits: {}", stage.screen());
}

#[test]
fn a_minified_file_is_shown_around_the_finding_and_moves_both_ways() {
    let mut stage = Stage::new(120, 40);
    let name = "apiDefinition.swagger.json";
    let text = file(&stage, name);
    let lines: String = text.lines().map(str::trim).collect();
    fs::write(stage.connector().join(name), &lines).unwrap();
    stage.open(&stage.connector());
    stage.keys("ctrl+r /").text("contact-email").keys("enter enter");
    let screen = stage.screen();
    assert!(screen.contains("1 │…"), "it begins before the screen: {screen}");
    let at = screen.lines().position(|line| line.contains("1 │…")).unwrap();
    let rows: Vec<&str> = screen.lines().collect();
    let column = |line: &str, mark: &str| line.find(mark).map(|at| line[..at].chars().count());
    let under = rows[at + 1].replacen('│', " ", 1);
    assert_eq!(column(rows[at], "\"contact\""), column(&under, "─────────"), "{screen}");
    // To the beginning, and as many keys back.
    for _ in 0..60 {
        stage.keys("left");
    }
    assert!(stage.screen().contains("1 │ {\"swagger\""), "{}", stage.screen());
    stage.keys("right");
    assert!(stage.screen().contains("1 │…"), "no key is lost at the edge: {}", stage.screen());
    for _ in 0..lines.len() / 20 + 20 {
        stage.keys("right");
    }
    let end = stage.screen();
    assert!(end.contains("]}  "), "the end is still seen: {end}");
    let under = end.lines().nth(at + 1).unwrap_or_default();
    assert!(!under.contains('─'), "what is not seen is not underlined: {end}");
    stage.keys("home");
    assert_eq!(stage.screen(), screen);
}

#[test]
fn a_file_is_moved_from_its_first_line_to_its_last_and_no_further() {
    let mut stage = review("rule:contact-email");
    stage.keys("enter");
    for _ in 0..30 {
        stage.keys("up");
    }
    assert!(stage.screen().contains("1 │ {"), "{}", stage.screen());
    let top = stage.screen();
    stage.keys("down");
    assert_ne!(stage.screen(), top, "no key is lost at the edge");
    let lines = file(&stage, "apiDefinition.swagger.json").lines().count();
    for _ in 0..lines + 50 {
        stage.keys("down");
    }
    assert!(stage.screen().contains(&format!("{lines} │ }}")), "{}", stage.screen());
}

#[test]
fn a_path_is_completed_as_shells_do() {
    let mut stage = Stage::new(80, 24);
    let beside = stage.connector().with_file_name("Contoso Bills");
    fs::create_dir(beside).unwrap();
    stage.keys("o").text("cert").keys("tab");
    assert!(stage.screen().contains("certified-connectors"), "{}", stage.screen());
    stage.text("con").keys("tab");
    assert!(stage.screen().contains("Contoso Bills  Contoso Invoices"), "{}", stage.screen());
    stage.text("x").keys("tab");
    assert!(!stage.screen().contains("Contoso Bills"), "{}", stage.screen());
    assert!(stage.screen().contains("no folder and no draft begins so"), "{}", stage.screen());
    stage.keys("backspace").text("I").keys("tab enter");
    assert!(stage.screen().contains("1 of 9"), "{}", stage.screen());
}
