//! Days that the publisher records, and the way to go, whose numbers lead to what they count.

use super::super::model::Page;
use super::super::overlay::Overlay;
use super::Stage;

/// On the page of the dates, at its first question.
fn dates() -> Stage {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+p").text("pull request opened").keys("enter");
    assert!(stage.screen().contains("9 of 9 · Dates"), "{}", stage.screen());
    stage
}

/// The row of the way to go that has the cursor.
fn row(stage: &Stage) -> String {
    let screen = stage.screen();
    let found = screen.lines().find(|line| line.contains("│ ›"));
    found.unwrap_or_else(|| panic!("no row: {screen}")).to_owned()
}

#[test]
fn a_day_tells_what_follows_from_it_and_is_undone() {
    let mut stage = dates();
    stage.text("2026-11-16").keys("tab");
    let screen = stage.screen();
    assert!(screen.contains("A first answer usually comes between"), "{screen}");
    assert!(screen.contains("2026-11-23"), "{screen}");
    stage.keys("ctrl+z");
    assert!(!stage.screen().contains("usually comes between"), "{}", stage.screen());
    stage.keys("ctrl+y");
    assert_eq!(stage.answer("dates.pull_request"), "2026-11-16");
}

#[test]
fn a_day_that_does_not_exist_is_told_and_kept_as_typed() {
    let mut stage = dates();
    stage.text("2026-02-30").keys("tab");
    assert!(stage.screen().contains("is not understood. Give a day"), "{}", stage.screen());
    assert_eq!(stage.answer("dates.pull_request"), "2026-02-30");
}

#[test]
fn days_stand_on_the_time_line_and_in_the_checklist() {
    let mut stage = dates();
    stage.keys("tab").text("2026-11-30").keys("tab").text("2026-11-20").keys("tab ctrl+r t end");
    stage.keys("up up up");
    let screen = stage.screen();
    assert!(screen.contains("since 2026-11-20"), "{screen}");
    assert!(screen.contains("The review usually ends between 2026-11-25 and"), "{screen}");
    stage.keys("esc x ctrl+a");
    let target = stage.folder().join("out");
    stage.text(&target.display().to_string()).keys("enter");
    let told = std::fs::read_to_string(target.join("checklist.md")).unwrap();
    assert!(told.contains("## Dates"), "{told}");
    assert!(told.contains("| Link to the package ends | 2026-11-30 | 7 days left, and"), "{told}");
}

#[test]
fn each_number_leads_to_what_it_counts() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r t");
    assert!(row(&stage).contains("1 question to answer"), "{}", stage.screen());
    stage.keys("enter");
    assert!(stage.screen().contains("New connector, or an update?"), "{}", stage.screen());
    assert!(matches!(stage.model.page, Page::Step(_)));
    stage.keys("ctrl+r t down");
    assert!(row(&stage).contains("2 errors to mend"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(stage.model.page, Page::Review);
    assert!(stage.screen().contains("Filter “level:error”"), "{}", stage.screen());
    stage.keys("/ ctrl+u enter t");
    for _ in 0..30 {
        if row(&stage).contains("Support") {
            break;
        }
        stage.keys("down");
    }
    assert!(row(&stage).contains("1 error"), "{}", stage.screen());
    stage.keys("enter");
    assert!(stage.screen().contains("4 of 9 · Support"), "{}", stage.screen());
}

#[test]
fn a_task_leads_to_what_it_waits_for() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r t end up");
    assert!(row(&stage).contains("Deployment"), "{}", stage.screen());
    stage.keys("enter");
    assert!(stage.screen().contains("9 of 9 · Dates"), "{}", stage.screen());
    stage.keys("ctrl+r t end enter");
    assert!(stage.screen().contains("there is nothing to do here"), "{}", stage.screen());
    assert!(matches!(stage.model.overlays.last(), Some(Overlay::Way { .. })));
}
