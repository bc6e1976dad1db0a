//! An update of a published connector: the review says what it is.

use std::fs;

use super::Stage;

#[test]
fn the_review_weighs_an_update() {
    let mut stage = Stage::opened(100, 40);
    let published = stage.folder().join("published");
    fs::create_dir(&published).unwrap();
    for name in ["apiDefinition.swagger.json", "apiProperties.json", "readme.md"] {
        fs::copy(stage.connector().join(name), published.join(name)).unwrap();
    }
    stage.keys("ctrl+p").text("new connector, or an update").keys("enter");
    assert!(stage.screen().contains("New connector, or an update?"), "{}", stage.screen());
    stage.keys("down space tab").text(&published.display().to_string()).keys("tab");
    assert_eq!(stage.answer("connector.submission"), "update");
    stage.keys("ctrl+r");
    let screen = stage.screen();
    assert!(screen.contains("This update"), "{screen}");
    assert!(screen.contains("Nothing differs from the published version"), "{screen}");
    let file = published.join("apiDefinition.swagger.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("\"description\": \"", "\"description\": \"Once: ", 1)).unwrap();
    stage.keys("x ctrl+r");
    let screen = stage.screen();
    assert!(screen.contains("A minor update, for only texts, contact"), "{screen}");
    assert!(screen.contains("4 to 5 weeks"), "{screen}");
}
