//! From the first key to the last: what a publisher does, and what is on the disk afterwards.

use std::fs;

use super::super::model::Page;
use super::Stage;

#[test]
fn a_folder_opens_with_what_its_files_say() {
    let stage = Stage::opened(80, 24);
    assert_eq!(stage.answer("publisher.type"), "verified");
    assert_eq!(stage.answer("publisher.name"), "Contoso Ltd");
    assert_eq!(stage.answer("authentication.types"), "api-key");
    assert_eq!(stage.answer("support.categories"), "Finance, Productivity");
    assert_eq!(stage.answer("connector.name"), "Contoso Invoices");
    assert!(stage.model.open.as_ref().unwrap().path.is_none(), "no draft before an answer");
    assert!(!stage.folder().join("data/drafts").exists());
}

#[test]
fn the_first_confirmation_gives_birth_to_a_draft_and_the_folder_resumes_it() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("enter enter");
    stage.pause();
    stage.keys("pgdn pgdn pgdn");
    assert_eq!(stage.model.page, Page::Step(3));
    stage.keys("ctrl+c");
    assert!(stage.has_left());
    let connector = stage.connector();
    let mut stage = stage.again();
    stage.open(&connector);
    assert_eq!(stage.model.page, Page::Step(3), "resume opens where the publisher was");
    assert!(stage.model.open.as_ref().unwrap().path.is_some());
    assert!(!stage.model.open.as_ref().unwrap().answers.is_unconfirmed("publisher.type"));
    let drafts = fs::read_dir(stage.folder().join("data/drafts")).unwrap();
    let drafts: Vec<_> = drafts
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    assert_eq!(drafts.len(), 1, "one draft a folder: {drafts:?}");
}

#[test]
fn typing_is_undone_and_done_again() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("pgdn pgdn pgdn tab");
    assert_eq!(stage.model.question().unwrap().key, "support.email");
    stage.text("help@contoso.com");
    assert_eq!(stage.answer("support.email"), "help@contoso.com");
    stage.keys("ctrl+z");
    assert_eq!(stage.answer("support.email"), "");
    stage.keys("ctrl+y");
    assert_eq!(stage.answer("support.email"), "help@contoso.com");
}

#[test]
fn a_question_mark_is_text_in_a_field_and_help_elsewhere() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("pgdn pgdn pgdn tab");
    stage.text("a?n");
    assert_eq!(stage.answer("support.email"), "a?n");
    stage.keys("esc ?");
    assert_eq!(stage.model.overlays.len(), 1);
    stage.keys("esc esc");
    assert_eq!(stage.model.page, Page::Home);
    assert_eq!(stage.answer("support.email"), "a?n", "esc loses nothing");
}

#[test]
fn answers_reach_the_files_and_the_error_goes() {
    let mut stage = Stage::opened(80, 24);
    let errors = |stage: &Stage| {
        let open = stage.model.open.as_ref().unwrap();
        let ids: Vec<_> = open
            .findings()
            .iter()
            .filter(|finding| finding.level == crate::rule::Level::Error)
            .map(|finding| finding.rule.id)
            .collect();
        ids
    };
    assert!(errors(&stage).contains(&"contact-email-missing"));
    stage.keys("pgdn pgdn pgdn tab");
    stage.text("help@contoso.com");
    assert!(errors(&stage).contains(&"contact-email-missing"), "the file still lacks it");
    let before = fs::read_to_string(stage.connector().join("apiDefinition.swagger.json")).unwrap();
    stage.keys("ctrl+r w");
    assert!(
        stage.screen().contains("+      \"email\": \"help@contoso.com\""),
        "{}",
        stage.screen()
    );
    stage.keys("enter");
    let after = fs::read_to_string(stage.connector().join("apiDefinition.swagger.json")).unwrap();
    assert!(after.contains("\"email\": \"help@contoso.com\""));
    assert_eq!(after.lines().count(), before.lines().count() + 1);
    assert!(!errors(&stage).contains(&"contact-email-missing"));
}

#[test]
fn an_export_with_errors_writes_the_checklist_alone() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r x");
    assert_eq!(stage.model.page, Page::Export);
    stage.keys("ctrl+a");
    let target = stage.folder().join("out");
    stage.text(&target.display().to_string());
    stage.keys("enter");
    assert!(target.join("checklist.md").exists(), "{}", stage.screen());
    assert!(!target.join("certified-connectors").exists());
    assert!(stage.screen().contains("What to do next"), "{}", stage.screen());
    stage.keys("tab tab space tab enter");
    assert!(
        stage.screen().contains("Sure?"),
        "an existing target is asked about: {}",
        stage.screen()
    );
    stage.keys("y");
    let package = target.join("certified-connectors/Contoso Invoices");
    assert!(package.join("apiDefinition.swagger.json").exists(), "{}", stage.screen());
}

#[test]
fn a_draft_is_deleted_after_asking_and_comes_back() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("enter esc esc");
    assert_eq!(stage.model.home.as_ref().unwrap().drafts.len(), 1);
    stage.keys("d n");
    assert_eq!(stage.model.home.as_ref().unwrap().drafts.len(), 1);
    stage.keys("d y");
    assert_eq!(stage.model.home.as_ref().unwrap().drafts.len(), 0, "{}", stage.screen());
    stage.keys("r enter");
    assert_eq!(stage.model.home.as_ref().unwrap().drafts.len(), 1, "{}", stage.screen());
}

#[test]
fn who_declined_the_folder_gives_it_later() {
    let mut stage = Stage::new(80, 24);
    stage.keys("n pgdn pgdn pgdn pgdn pgdn");
    assert_eq!(stage.model.question().unwrap().key, "connector.folder");
    let folder = stage.connector().display().to_string();
    stage.text(&folder);
    stage.keys("tab");
    assert_eq!(stage.answer("publisher.name"), "Contoso Ltd");
    assert!(stage.model.open.as_ref().unwrap().connector.is_some());
}

#[test]
fn a_pasted_line_end_does_not_submit_where_pastes_are_keys() {
    let mut stage = Stage::opened(80, 24);
    stage.model.guards_bursts = true;
    stage.keys("pgdn pgdn pgdn tab");
    let now = super::Now { millis: 900_000, ..stage.now() };
    for name in ["a", "enter", "b"] {
        let event = crossterm::event::Event::Key(super::key(name));
        let _ = super::update::handle(&mut stage.model, super::Msg::Event(event), &now);
    }
    assert_eq!(stage.answer("support.email"), "a b");
    assert_eq!(stage.model.question().unwrap().key, "support.email");
}

#[test]
fn a_signal_saves_and_ends() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("enter pgdn pgdn pgdn tab");
    stage.text("half-ty");
    stage.send(super::Msg::Terminate);
    assert!(stage.has_left());
    let connector = stage.connector();
    let mut stage = stage.again();
    stage.open(&connector);
    assert_eq!(stage.answer("support.email"), "half-ty");
}

#[test]
fn enter_ends_a_long_text_at_a_blank_line() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("pgdn down enter");
    assert_eq!(stage.answer("ownership.claim"), "rights");
    assert_eq!(stage.model.question().unwrap().key, "ownership.scenario");
    stage.text("one").keys("enter").text("two").keys("enter enter");
    assert_eq!(stage.answer("ownership.scenario"), "one\ntwo");
    assert_eq!(stage.model.question().unwrap().key, "ownership.evidence");
}

#[test]
fn a_broken_draft_is_told_whole_and_left_alone() {
    let mut stage = Stage::new(80, 24);
    let path = stage.folder().join("data/drafts/mine.toml");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "conncert = 1\nname = =\n").unwrap();
    stage.open(&path);
    let screen = stage.screen();
    assert!(screen.contains("line 2") && screen.contains("That did not work"), "{screen}");
    stage.keys("enter");
    assert!(stage.model.overlays.is_empty());
    assert_eq!(fs::read_to_string(&path).unwrap(), "conncert = 1\nname = =\n");
}

#[test]
fn the_draft_of_the_working_folder_stands_first() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("enter esc esc n down enter pgdn esc esc");
    let names = |stage: &Stage| -> Vec<String> {
        stage.model.home.as_ref().unwrap().drafts.iter().map(|draft| draft.name.clone()).collect()
    };
    assert_eq!(names(&stage).len(), 2, "{}", stage.screen());
    let connector = stage.connector();
    let stage = stage.again_in(&connector);
    assert_eq!(names(&stage)[0], "Contoso Invoices");
}

#[test]
fn a_save_that_fails_is_told_and_nothing_typed_is_lost() {
    let mut stage = Stage::opened(80, 24);
    // A file where the folder for drafts would be.
    fs::create_dir_all(stage.folder().join("data")).unwrap();
    fs::write(stage.folder().join("data/drafts"), "in the way").unwrap();
    stage.keys("enter pgdn pgdn pgdn tab");
    stage.text("ab");
    stage.pause();
    assert!(stage.screen().contains("That did not work"), "{}", stage.screen());
    stage.text("c");
    assert_eq!(stage.answer("support.email"), "abc");
    stage.keys("ctrl+c");
    assert!(!stage.has_left() && stage.screen().contains("Leave without saving?"));
    stage.keys("n");
    fs::remove_file(stage.folder().join("data/drafts")).unwrap();
    stage.keys("ctrl+c");
    assert!(stage.has_left());
    let connector = stage.connector();
    let mut stage = stage.again();
    stage.open(&connector);
    assert_eq!(stage.answer("support.email"), "abc");
}

#[test]
fn a_draft_can_be_kept_in_a_file_of_its_own() {
    let mut stage = Stage::new(80, 24);
    let (draft, folder) = (stage.folder().join("mine.toml"), stage.connector());
    let open = |stage: &mut Stage| {
        let (draft, folder) = (draft.clone(), Some(folder.clone()));
        stage.perform(vec![super::Job::OpenAt { draft, folder }]);
    };
    open(&mut stage);
    assert!(!draft.exists(), "nothing is written before an answer");
    stage.keys("enter ctrl+c");
    assert!(draft.exists() && !stage.folder().join("data/drafts").exists());
    let mut stage = stage.again();
    open(&mut stage);
    assert!(!stage.model.open.as_ref().unwrap().answers.is_unconfirmed("publisher.type"));
    assert!(stage.model.open.as_ref().unwrap().connector.is_some());
}

#[test]
fn the_review_sees_what_was_mended_in_an_editor() {
    let mut stage = Stage::opened(80, 24);
    let has = |stage: &Stage| {
        let open = stage.model.open.as_ref().unwrap();
        open.findings().iter().any(|finding| finding.rule.id == "brand-colour-forbidden")
    };
    stage.keys("ctrl+r");
    assert!(has(&stage));
    let path = stage.connector().join("apiProperties.json");
    let text = fs::read_to_string(&path).unwrap().replace("#007ee5", "#0a5c8f");
    fs::write(&path, text).unwrap();
    stage.keys("pgup x esc ctrl+r");
    assert!(!has(&stage));
    assert!(!stage.model.open.as_ref().unwrap().on_disk, "reading is no answer");
}

#[test]
fn a_paste_is_undone_by_itself_and_an_unnamed_draft_gets_its_name() {
    let mut stage = Stage::new(80, 24);
    stage.keys("n down enter");
    stage.text("Fans");
    stage.send(super::Msg::Event(crossterm::event::Event::Paste(" of Contoso".to_owned())));
    assert_eq!(stage.answer("publisher.name"), "Fans of Contoso");
    stage.keys("ctrl+z");
    assert_eq!(stage.answer("publisher.name"), "Fans");
    stage.pause();
    let name = |stage: &Stage| stage.model.open.as_ref().unwrap().draft.name.clone();
    assert_eq!(name(&stage), "New submission");
    stage.keys("pgdn pgdn pgdn pgdn pgdn");
    let folder = stage.connector().display().to_string();
    stage.text(&folder).keys("tab");
    stage.pause();
    assert_eq!(name(&stage), "Contoso Invoices");
}

#[test]
fn a_draft_changed_by_another_program_is_kept_aside() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("enter");
    stage.pause();
    let path = stage.model.open.as_ref().unwrap().path.clone().unwrap();
    let theirs = fs::read_to_string(&path).unwrap() + "# by hand\n";
    fs::write(&path, &theirs).unwrap();
    stage.text("!");
    stage.pause();
    assert!(stage.screen().contains("Another program"), "{}", stage.screen());
    let kept = path.with_file_name("contoso-invoices-changed.toml");
    assert_eq!(fs::read_to_string(kept).unwrap(), theirs);
    assert!(fs::read_to_string(&path).unwrap().contains("Contoso Ltd!"));
    // Saving again is no further change.
    stage.keys("enter").text("?");
    stage.pause();
    assert_eq!(
        fs::read_dir(path.parent().unwrap())
            .unwrap()
            .flatten()
            .filter(|entry| { entry.path().extension().is_some_and(|ending| ending == "toml") })
            .count(),
        2
    );
}

#[test]
fn settings_beside_the_files_hold_in_the_wizard_too() {
    let mut stage = Stage::new(80, 60);
    let connector = stage.connector();
    let settings = connector.join("conncert.toml");
    let exception = "[[exception]]\nrule = \"brand-colour-forbidden\"\nreason = \"Ours.\"\n";
    fs::write(&settings, exception).unwrap();
    stage.open(&connector);
    stage.keys("ctrl+r");
    let screen = stage.screen();
    assert!(screen.contains("1 finding is set aside by conncert.toml"), "{screen}");
    assert!(!screen.contains("brand-colour-forbidden"), "{screen}");
    fs::write(&settings, exception.replace("rule", "role")).unwrap();
    stage.open(&connector);
    stage.keys("ctrl+r");
    let screen = stage.screen();
    assert!(screen.contains("brand-colour-forbidden"), "{screen}");
    assert!(screen.contains("settings-invalid"), "{screen}");
}

#[test]
fn the_review_shows_what_is_asked_for() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r /");
    stage.text("level:error file:prop");
    let screen = stage.screen();
    assert!(screen.contains("1 of 6 findings"), "{screen}");
    stage.keys("enter");
    let screen = stage.screen();
    assert!(screen.contains("brand-colour-forbidden"), "{screen}");
    assert!(!screen.contains("contact-email-missing") && !screen.contains("Yours to attest"));
    stage.keys("/ ctrl+u");
    stage.text("0000");
    stage.keys("esc");
    assert!(stage.screen().contains("0 of 6 findings"), "{}", stage.screen());
    stage.keys("/ ctrl+u enter b");
    let screen = stage.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}: {screen}"));
    assert!(at("apiDefinition.swagger.json") < at("contact-email-missing"));
    assert!(at("contact-email-missing") < at("apiProperties.json"));
    stage.keys("b");
    assert!(stage.screen().contains("Blocks the submission"));
}

#[test]
fn a_finding_is_shown_in_its_file_and_the_next_one_after_it() {
    for (width, height) in [(80, 24), (160, 40), (40, 12)] {
        let mut stage = Stage::opened(width, height);
        stage.keys("ctrl+r");
        for _ in 0..30 {
            if stage.screen().lines().any(|line| line.contains("› ✗ contact-email")) {
                break;
            }
            stage.keys("down");
        }
        stage.keys("enter");
        let screen = stage.screen();
        assert!(screen.contains("apiDefinition.swagger.json 7:5"), "{screen}");
        let lines: Vec<&str> = screen.lines().collect();
        let at = lines.iter().position(|line| line.contains("\"contact\":")).expect("the line");
        let column = |line: &str, mark: &str| {
            let before = &line[..line.find(mark).expect(mark)];
            unicode_width::UnicodeWidthStr::width(before)
        };
        let under = lines[at + 1].replace(['│', '╭', '╰'], " ");
        assert_eq!(column(lines[at], "\"contact\""), column(&under, "─"), "{screen}");
        stage.keys("n");
        assert!(stage.screen().contains("apiProperties.json 18:23"), "{}", stage.screen());
        stage.keys("p");
        assert_eq!(stage.screen(), screen);
        stage.keys("down down right");
        assert_ne!(stage.screen(), screen);
        stage.keys("home");
        assert_eq!(stage.screen(), screen);
    }
}

#[test]
fn one_line_of_a_megabyte_is_shown_at_the_finding() {
    let stage = Stage::new(80, 24);
    let path = stage.connector().join("apiDefinition.swagger.json");
    let mut value: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let paths = value["paths"].clone();
    for number in 0..300 {
        let mut item = paths["/invoices"].clone();
        item["get"]["operationId"] = format!("ListInvoices{number}").into();
        item["get"]["x-filler"] = "ä ".repeat(800).into();
        value["paths"][format!("/invoices/by/{number}")] = item;
    }
    value["paths"]["/last"] = serde_json::json!({"get": {"responses": {}, "deprecated": 1}});
    fs::write(&path, value.to_string()).unwrap();
    let mut stage = stage;
    stage.open(&stage.connector());
    stage.keys("ctrl+r /");
    stage.text("/last");
    stage.keys("enter enter");
    let started = std::time::Instant::now();
    let screen = stage.screen();
    assert!(started.elapsed().as_millis() < 500, "{:?}", started.elapsed());
    assert!(screen.contains("/last") && screen.contains("─────"), "{screen}");
}

#[test]
fn a_finding_is_copied_as_compilers_write_it() {
    use super::super::model::Errand;
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+r /");
    stage.text("brand-colour-forbidden");
    stage.keys("enter y");
    let Some(Errand::Copy(text)) = stage.model.errand.take() else { panic!("nothing is copied") };
    let start = "apiProperties.json:18:23: error[brand-colour-forbidden]: #007ee5 is";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn the_palette_finds_steps_questions_rules_operations_and_deeds() {
    let mut stage = Stage::opened(80, 24);
    stage.keys("ctrl+p");
    stage.text("uptm");
    assert!(stage.screen().contains("› Uptime"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(stage.model.page.title(), "Uptime");
    stage.keys("ctrl+p");
    stage.text("privacy pol");
    stage.keys("enter");
    assert_eq!(stage.model.question().map(|question| question.key), Some("support.privacy_policy"));
    stage.keys("ctrl+p");
    stage.text("GetInvoice");
    assert!(stage.screen().contains("operation"), "{}", stage.screen());
    stage.keys("enter");
    assert!(stage.screen().contains("nothing to mend; definition, line"), "{}", stage.screen());
    stage.keys("ctrl+r :");
    stage.text("host-is-address");
    stage.keys("enter");
    assert!(stage.screen().contains("host-is-address"), "{}", stage.screen());
    stage.keys("esc :");
    stage.text("theme dark");
    stage.keys("enter");
    assert_eq!(stage.model.theme.kind, super::super::theme::Kind::Dark);
    stage.keys("n ctrl+p");
    stage.text("group");
    stage.keys("enter");
    assert!(stage.model.open.as_ref().unwrap().by_place);
    stage.keys("ctrl+p");
    stage.text("zzzzqq");
    assert!(stage.screen().contains("Nothing has that name"));
    stage.keys("enter esc esc");
}

#[test]
fn the_way_to_go_tells_what_blocks_and_when_it_may_end() {
    let mut stage = Stage::opened(120, 40);
    stage.keys("ctrl+r t");
    let screen = stage.screen();
    assert!(screen.contains("3 things block the submission"), "{screen}");
    assert!(screen.contains("1 question to answer"), "{screen}");
    assert!(screen.contains("It is your turn."), "{screen}");
    assert!(screen.contains("between 2027-01-0") || screen.contains("between 2026-12"), "{screen}");
    stage.keys("end");
    assert!(stage.screen().contains("as long as the connector lives"), "{}", stage.screen());
    stage.keys("esc");
    assert_eq!(stage.model.page, Page::Review);
}

#[test]
fn the_icon_is_shown_on_its_colour_and_told_in_figures() {
    use super::super::theme::{Kind, Theme};
    let stage = Stage::new(80, 24);
    stage.draw_icon();
    let mut stage = stage;
    stage.open(&stage.connector());
    stage.keys("ctrl+r i");
    let screen = stage.screen();
    assert!(screen.contains("100 × 100 pixels") && screen.contains("▀▀▀▀▀▀▀▀"), "{screen}");
    assert!(screen.contains("Background #14283c") && screen.contains("on white"), "{screen}");
    assert!(screen.contains("contrast"), "{screen}");
    stage.model.theme = Theme::new(Kind::Monochrome, false);
    let screen = stage.screen();
    assert!(!screen.contains('▀') && screen.contains("100 × 100 pixels"), "{screen}");
    stage.keys("esc");
    assert_eq!(stage.model.page, Page::Review);
}
