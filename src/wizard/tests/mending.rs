//! Mending in place: fixes as diffs, what is taken of them, exceptions, and the way back.

use std::fs;

use super::super::history::Past;
use super::super::msg::Msg;
use super::super::overlay::Overlay;
use super::Stage;

fn file(stage: &Stage, name: &str) -> Option<String> {
    fs::read_to_string(stage.connector().join(name)).ok()
}

fn rules(stage: &Stage) -> Vec<&'static str> {
    let open = stage.model.open.as_ref().unwrap();
    open.findings().iter().map(|finding| finding.rule.id).collect()
}

/// A stage with safe mends to make, on the review.
fn spoilt() -> Stage {
    let stage = Stage::new(80, 24);
    let path = stage.connector().join("apiDefinition.swagger.json");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replace("\"https\"", "\"https\", \"https\"");
    fs::write(&path, text.replacen(".\",", "\",", 2)).unwrap();
    let mut stage = stage;
    stage.open(&stage.connector());
    stage.keys("ctrl+r");
    stage
}

/// Moves the cursor of the review to the first finding of a rule.
fn stand_on(stage: &mut Stage, rule: &str) {
    stage.keys("home");
    for _ in 0..200 {
        let line = stage.screen().lines().find(|line| line.contains('›')).map(str::to_owned);
        if line.is_some_and(|line| line.contains(rule)) {
            return;
        }
        stage.keys("down");
    }
    panic!("{rule} is not on the review:\n{}", stage.screen());
}

#[test]
fn one_finding_is_mended_after_its_diff_and_comes_back() {
    let mut stage = Stage::opened(80, 24);
    let before = file(&stage, "readme.md").unwrap();
    stage.keys("ctrl+r");
    stand_on(&mut stage, "readme-section-missing");
    stage.keys("f");
    let screen = stage.screen();
    assert!(screen.contains("a suggestion") && screen.contains("+## Deployment"), "{screen}");
    assert_eq!(file(&stage, "readme.md").unwrap(), before, "nothing is written before enter");
    stage.keys("enter");
    assert!(file(&stage, "readme.md").unwrap().contains("## Deployment"));
    assert!(!rules(&stage).contains(&"readme-section-missing"), "{}", stage.screen());
    assert!(stage.screen().contains("ctrl+z undoes"), "{}", stage.screen());
    stage.keys("ctrl+z");
    assert_eq!(file(&stage, "readme.md").unwrap(), before);
    assert!(rules(&stage).contains(&"readme-section-missing"));
    stage.keys("ctrl+y");
    assert!(file(&stage, "readme.md").unwrap().contains("## Deployment"));
}

#[test]
fn what_no_program_mends_says_so() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r");
    stand_on(&mut stage, "contact-email-missing");
    stage.keys("f");
    assert!(stage.screen().contains("only you can mend it"), "{}", stage.screen());
    stage.keys("esc");
    stand_on(&mut stage, "brand-colour-forbidden");
    stage.keys("f");
    assert!(stage.screen().contains("you can mend it") || stage.screen().contains("No program"));
}

#[test]
fn of_all_safe_mends_some_are_taken() {
    let mut stage = spoilt();
    let before = file(&stage, "apiDefinition.swagger.json").unwrap();
    stage.keys("F");
    let Some(Overlay::Mending(mends)) = stage.model.overlays.last() else {
        panic!("{}", stage.screen());
    };
    let offers = mends.offers.len();
    assert!(offers == 2, "{}", stage.screen());
    stage.keys("n");
    assert!(stage.screen().contains("nothing changes"), "{}", stage.screen());
    stage.keys("enter");
    assert!(stage.model.overlays.is_empty());
    assert_eq!(file(&stage, "apiDefinition.swagger.json").unwrap(), before);
    // All but the first.
    stage.keys("F space enter");
    let after = file(&stage, "apiDefinition.swagger.json").unwrap();
    assert_ne!(after, before);
    stage.keys("F");
    let Some(Overlay::Mending(mends)) = stage.model.overlays.last() else {
        panic!("{}", stage.screen());
    };
    assert_eq!(mends.offers.len(), 1, "only what was left is on offer");
    stage.keys("enter ctrl+z ctrl+z");
    assert_eq!(file(&stage, "apiDefinition.swagger.json").unwrap(), before, "two steps back");
}

#[test]
fn answers_and_files_are_one_history() {
    let mut stage = Stage::opened(80, 24);
    let before = file(&stage, "apiDefinition.swagger.json").unwrap();
    stage.keys("pgdn pgdn pgdn tab");
    stage.text("help@contoso.com");
    stage.keys("ctrl+r w enter");
    assert!(file(&stage, "apiDefinition.swagger.json").unwrap().contains("help@contoso.com"));
    stage.keys("ctrl+z");
    assert_eq!(file(&stage, "apiDefinition.swagger.json").unwrap(), before);
    assert_eq!(stage.answer("support.email"), "help@contoso.com");
    stage.keys("ctrl+z");
    assert_eq!(stage.answer("support.email"), "");
    stage.keys("ctrl+y ctrl+y");
    assert!(file(&stage, "apiDefinition.swagger.json").unwrap().contains("help@contoso.com"));
}

#[test]
fn a_file_that_was_changed_outside_is_never_overwritten() {
    let mut stage = Stage::opened(80, 24);
    let path = stage.connector().join("readme.md");
    stage.keys("ctrl+r");
    stand_on(&mut stage, "readme-section-missing");
    stage.keys("f");
    fs::write(&path, "Another hand was here.\n").unwrap();
    stage.keys("enter");
    assert_eq!(fs::read_to_string(&path).unwrap(), "Another hand was here.\n");
    assert!(stage.screen().contains("did not work"), "{}", stage.screen());
    stage.keys("esc");
    stand_on(&mut stage, "readme-section-missing");
    stage.keys("f enter");
    let mended = fs::read_to_string(&path).unwrap();
    assert!(mended.contains("Another hand") && mended.contains("## "), "{mended}");
    let other = mended + "And again.\n";
    fs::write(&path, &other).unwrap();
    stage.keys("ctrl+z");
    assert_eq!(fs::read_to_string(&path).unwrap(), other);
    assert!(stage.screen().contains("Not undone"), "{}", stage.screen());
    let open = stage.model.open.as_ref().unwrap();
    assert!(!open.undo.iter().any(|past| matches!(past, Past::Files(_))));
}

#[test]
fn a_finding_is_set_aside_with_a_reason_and_comes_back() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r");
    stand_on(&mut stage, "brand-colour-forbidden");
    stage.keys("s enter");
    assert!(stage.screen().contains("needs a reason"), "{}", stage.screen());
    stage.keys("esc");
    stage.text("The brand is just that blue.");
    stage.keys("enter");
    let written = file(&stage, "conncert.toml").unwrap();
    assert!(written.contains("rule = \"brand-colour-forbidden\""), "{written}");
    assert!(written.contains("reason = \"The brand is just that blue.\""), "{written}");
    assert!(!rules(&stage).contains(&"brand-colour-forbidden"));
    assert!(stage.screen().contains("set aside by conncert.toml"), "{}", stage.screen());
    stage.keys("ctrl+z");
    assert_eq!(file(&stage, "conncert.toml"), None);
    stage.keys("esc");
    assert!(rules(&stage).contains(&"brand-colour-forbidden"));
}

#[test]
fn a_change_from_outside_is_seen() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r");
    let path = stage.connector().join("apiProperties.json");
    let text = fs::read_to_string(&path).unwrap();
    stage.send(Msg::FilesTouched);
    stage.pause();
    assert!(!stage.screen().contains("have changed"), "nothing has: {}", stage.screen());
    fs::write(&path, text.replace("#007ee5", "#c04000")).unwrap();
    stage.send(Msg::FilesTouched);
    assert!(rules(&stage).contains(&"brand-colour-forbidden"), "it waits for quiet");
    stage.pause();
    assert!(!rules(&stage).contains(&"brand-colour-forbidden"));
    assert!(stage.screen().contains("the files have changed"), "{}", stage.screen());
}

/// The rule of the finding that lies over the page, or that a reason is asked for.
fn shown(stage: &Stage) -> Option<&'static str> {
    let open = stage.model.open.as_ref().unwrap();
    match stage.model.overlays.last() {
        Some(Overlay::Finding { index, .. } | Overlay::Reason { index, .. }) => {
            open.findings().get(*index).map(|finding| finding.rule.id)
        }
        _ => None,
    }
}

/// Somebody else writes a file, and we are told.
fn other_hand(stage: &mut Stage, name: &str, change: impl FnOnce(String) -> String) {
    let path = stage.connector().join(name);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, change(text)).unwrap();
    stage.send(Msg::FilesTouched);
    stage.pause();
}

#[test]
fn what_is_shown_stays_the_same_finding_when_others_go() {
    let mut stage = spoilt();
    stand_on(&mut stage, "readme-section-missing");
    stage.keys("s");
    stage.text("No");
    let before = stage.model.open.as_ref().unwrap().findings().len();
    other_hand(&mut stage, "apiProperties.json", |text| text.replace("#007ee5", "#c04000"));
    assert!(stage.model.open.as_ref().unwrap().findings().len() < before);
    assert_eq!(shown(&stage), Some("readme-section-missing"), "{}", stage.screen());
    assert!(stage.screen().contains("No"), "what was typed stays: {}", stage.screen());
    stage.keys("enter");
    let written = file(&stage, "conncert.toml").unwrap();
    assert!(written.contains("readme-section-missing"), "{written}");
}

#[test]
fn what_is_shown_goes_when_its_finding_does() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r");
    stand_on(&mut stage, "brand-colour-forbidden");
    stage.keys("enter");
    assert_eq!(shown(&stage), Some("brand-colour-forbidden"));
    stage.keys("s");
    other_hand(&mut stage, "apiProperties.json", |text| text.replace("#007ee5", "#c04000"));
    // No reason is asked for any more, and the next finding is shown instead.
    assert!(!matches!(stage.model.overlays.last(), Some(Overlay::Reason { .. })));
    assert_ne!(shown(&stage), Some("brand-colour-forbidden"), "{}", stage.screen());
    stage.keys("esc");
    stand_on(&mut stage, "readme-section-missing");
    stage.keys("enter f enter");
    assert_ne!(shown(&stage), Some("readme-section-missing"), "{}", stage.screen());
}

#[test]
fn offers_follow_a_change_under_them() {
    let mut stage = spoilt();
    stage.keys("F");
    let file_name = "apiDefinition.swagger.json";
    other_hand(&mut stage, file_name, |text| text.replace("Customer Care", "Help Desk"));
    let Some(Overlay::Mending(mends)) = stage.model.overlays.last() else {
        panic!("{}", stage.screen());
    };
    assert!(!mends.waits);
    stage.keys("enter");
    let after = file(&stage, file_name).unwrap();
    assert!(after.contains("Help Desk"), "{after}");
    assert_eq!(after.matches("\"https\"").count(), 1, "mended all the same: {after}");
}
