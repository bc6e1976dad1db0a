//! The missing texts: asked for one after the other, judged while one types, written in one step.

use std::fs;

use super::super::overlay::Overlay;
use super::super::texts::Form;
use super::Stage;
use super::screens::assert_screen;

/// A stage on the review of a connector without some of its texts.
fn bare(width: u16, height: u16) -> Stage {
    let mut stage = Stage::new(width, height);
    let path = stage.connector().join("apiDefinition.swagger.json");
    let text = fs::read_to_string(&path).unwrap();
    let text = text
        .replace("        \"summary\": \"List invoices\",\n", "")
        .replace("            \"x-ms-summary\": \"Status\",\n", "")
        .replace("        \"description\": \"Gets one invoice by its number.\",\n", "");
    fs::write(&path, text).unwrap();
    stage.open(&stage.connector());
    stage.keys("ctrl+r");
    stage
}

fn definition(stage: &Stage) -> String {
    fs::read_to_string(stage.connector().join("apiDefinition.swagger.json")).unwrap()
}

fn form(stage: &Stage) -> &Form {
    match stage.model.overlays.last() {
        Some(Overlay::Texts(form)) => form,
        _ => panic!("the form is not there:\n{}", stage.screen()),
    }
}

fn at(stage: &Stage) -> &'static str {
    form(stage).gap().unwrap().finding.rule.id
}

/// Skips to the text that a rule misses.
fn skip_to(stage: &mut Stage, rule: &str) {
    for _ in 0..form(stage).gaps.len() {
        if at(stage) == rule {
            return;
        }
        stage.keys("tab");
    }
    panic!("{rule} is not asked for");
}

fn rules(stage: &Stage) -> Vec<&'static str> {
    let open = stage.model.open.as_ref().unwrap();
    open.findings().iter().map(|finding| finding.rule.id).collect()
}

#[test]
fn missing_texts_are_asked_for_and_written_in_one_step() {
    let mut stage = bare(80, 24);
    let before = definition(&stage);
    stage.keys("m");
    skip_to(&mut stage, "operation-summary-missing");
    let screen = stage.screen();
    assert!(screen.contains("GET /invoices") && screen.contains("id: ListInvoices"), "{screen}");
    assert!(screen.contains("0 of 80 characters"), "{screen}");
    stage.text("List the invoices");
    assert!(stage.screen().contains("17 of 80 characters"), "{}", stage.screen());
    assert!(stage.screen().contains("no rule objects"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(at(&stage), "parameter-summary-missing");
    let screen = stage.screen();
    assert!(screen.contains("parameter status · query · string · optional"), "{screen}");
    assert!(screen.contains("one of: open, paid") && screen.contains("Status"), "{screen}");
    assert!(screen.contains("A proposal"), "{screen}");
    stage.keys("enter");
    assert_eq!(at(&stage), "operation-description-missing");
    stage.text("Gets one invoice");
    assert!(stage.screen().contains("full stop"), "{}", stage.screen());
    stage.text(".");
    assert!(stage.screen().contains("no rule objects"), "{}", stage.screen());
    assert_eq!(definition(&stage), before, "nothing is written yet");
    stage.keys("esc");
    let screen = stage.screen();
    assert!(screen.contains("3 texts go into the files"), "{screen}");
    assert_screen("missing-texts-written-80x24", &stage);
    assert_eq!(definition(&stage), before, "nothing is written before enter");
    stage.keys("enter");
    let after = definition(&stage);
    for text in ["List the invoices", "\"x-ms-summary\": \"Status\"", "Gets one invoice."] {
        assert!(after.contains(text), "{text}: {after}");
    }
    assert!(stage.model.overlays.is_empty(), "{}", stage.screen());
    assert!(!rules(&stage).contains(&"operation-summary-missing"));
    stage.keys("u");
    assert_eq!(definition(&stage), before, "one step back");
    stage.keys("U");
    assert_eq!(definition(&stage), after, "one step forth");
}

#[test]
fn esc_keeps_what_was_typed_and_leads_from_the_diff_back_to_the_texts() {
    let mut stage = bare(80, 24);
    let before = definition(&stage);
    stage.keys("m");
    skip_to(&mut stage, "operation-summary-missing");
    stage.text("List");
    stage.keys("esc");
    assert!(form(&stage).shown.is_some());
    stage.keys("esc");
    assert!(form(&stage).shown.is_none());
    assert_eq!(at(&stage), "operation-summary-missing");
    assert_eq!(form(&stage).editor.text(), "List");
    // Skipping a proposal leaves it out; going back finds what was typed.
    stage.keys("tab tab shift+tab shift+tab");
    assert_eq!(form(&stage).editor.text(), "List");
    assert_eq!(form(&stage).given(&stage.model.typed).len(), 1);
    // Seen and left: closed without writing, and known again.
    stage.keys("esc");
    assert!(stage.model.overlays.is_empty(), "{}", stage.screen());
    assert!(stage.screen().contains("m shows your texts again"), "{}", stage.screen());
    assert_eq!(definition(&stage), before);
    stage.keys("m");
    skip_to(&mut stage, "operation-summary-missing");
    assert_eq!(form(&stage).editor.text(), "List");
    // What is deleted is not written.
    stage.keys("ctrl+u esc");
    assert!(stage.model.overlays.is_empty(), "{}", stage.screen());
    assert_eq!(definition(&stage), before);
}

#[test]
fn a_change_under_the_form_is_not_overwritten_and_no_text_is_lost() {
    let mut stage = bare(80, 24);
    stage.keys("m");
    skip_to(&mut stage, "operation-summary-missing");
    stage.text("List");
    stage.keys("esc");
    let path = stage.connector().join("apiDefinition.swagger.json");
    let other = definition(&stage).replace("Contoso Customer Care", "Contoso Help");
    fs::write(&path, &other).unwrap();
    stage.keys("enter");
    assert_eq!(definition(&stage), other, "{}", stage.screen());
    assert!(stage.screen().contains("did not work"), "{}", stage.screen());
    stage.keys("esc m");
    skip_to(&mut stage, "operation-summary-missing");
    assert_eq!(form(&stage).editor.text(), "List", "what was typed is known again");
    stage.keys("esc enter");
    let after = definition(&stage);
    assert!(after.contains("Contoso Help") && after.contains("\"summary\": \"List\""), "{after}");
}

#[test]
fn a_text_that_is_no_longer_missing_is_not_written_over() {
    let mut stage = bare(80, 24);
    stage.keys("m");
    skip_to(&mut stage, "operation-summary-missing");
    stage.text("List");
    let path = stage.connector().join("apiDefinition.swagger.json");
    let id = "\"operationId\": \"ListInvoices\",";
    let other = definition(&stage).replace(id, &format!("{id}\n\"summary\": \"Theirs\","));
    fs::write(&path, &other).unwrap();
    stage.send(super::Msg::FilesTouched);
    stage.pause();
    stage.keys("esc");
    assert!(stage.screen().contains("not missing there any more"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(definition(&stage), other);
}

#[test]
fn texts_that_are_in_no_file_are_not_lost_by_leaving() {
    let mut stage = bare(80, 24);
    stage.keys("m");
    skip_to(&mut stage, "operation-summary-missing");
    stage.text("List");
    stage.keys("ctrl+c");
    assert!(!stage.has_left());
    assert!(stage.screen().contains("1 text that you typed is not in the files"));
    stage.keys("n");
    assert_eq!(form(&stage).editor.text(), "List");
    stage.keys("ctrl+c y");
    stage.pause();
    assert!(stage.has_left());
}

#[test]
fn f_on_a_missing_text_asks_for_that_one() {
    let mut stage = bare(80, 24);
    stage.keys("/");
    stage.text("operation-description-missing");
    stage.keys("enter f");
    assert_eq!(at(&stage), "operation-description-missing");
    stage.text("Gets one invoice.");
    stage.keys("esc enter");
    assert!(definition(&stage).contains("Gets one invoice."));
}

#[test]
fn the_form_fits_every_screen() {
    for (width, height) in [(40, 12), (60, 16), (80, 24), (120, 40), (200, 60)] {
        let mut stage = bare(width, height);
        stage.keys("m");
        skip_to(&mut stage, "parameter-summary-missing");
        let screen = stage.screen();
        for part in ["GET /invoices", "Display name", "Status", "6 of 80", "no rule objects"] {
            assert!(screen.contains(part), "{part} at {width}x{height}:\n{screen}");
        }
        let (_, cursor) = stage.buffer();
        assert!(cursor.is_some_and(|at| at != (0, 0)), "the cursor is in the field:\n{screen}");
        assert_screen(&format!("missing-text-{width}x{height}"), &stage);
    }
}

#[test]
fn the_diff_at_the_end_follows_a_change_under_it() {
    let mut stage = bare(80, 24);
    stage.keys("m");
    skip_to(&mut stage, "operation-summary-missing");
    stage.text("List");
    stage.keys("esc");
    let path = stage.connector().join("apiDefinition.swagger.json");
    fs::write(&path, definition(&stage).replace("Contoso Customer Care", "Contoso Help")).unwrap();
    stage.send(super::Msg::FilesTouched);
    stage.pause();
    assert!(stage.screen().contains("the files have changed"), "{}", stage.screen());
    assert!(form(&stage).shown.is_some() && !form(&stage).waits, "{}", stage.screen());
    stage.keys("enter");
    let after = definition(&stage);
    assert!(after.contains("Contoso Help") && after.contains("\"summary\": \"List\""), "{after}");
}
