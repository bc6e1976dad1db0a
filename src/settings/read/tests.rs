//! What can be written into `conncert.toml`, and what is said of the rest.

use super::*;

/// The text that each fault points at, with its message.
fn faults(text: &str) -> Vec<(&str, String)> {
    let config = Config::parse(text);
    let faults = config.faults.into_iter();
    faults.map(|fault| (&text[fault.span.start..fault.span.end], fault.message)).collect()
}

#[track_caller]
fn assert_fault(text: &str, at: &str, word: &str) {
    let found = faults(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, at, "{found:?}");
    assert!(found[0].1.contains(word) && found[0].1.ends_with(['.', '?']), "{found:?}");
}

#[test]
fn every_entry_is_read() {
    let text = "[levels]\ntitle-missing = \"off\"\n\n[[exception]]\nrule = \"a\"\n\
        file = \"APIDEFINITION.swagger.json\"\npointer = \"/info\"\nreason = \" because \"\n\
        until = 2027-01-31\n\n[[exception]]\nrule = \"b\"\nanswer = \"support.email\"\n\
        reason = \"so\"\nuntil = \"2027-01-31\"\n\n[[baseline]]\nrule = \"c\"\n\
        file = \"readme\"\npointer = \"#prerequisites\"\nfingerprint = \"0f\" # here\n";
    let config = Config::parse(text);
    assert_eq!(config.faults, []);
    assert_eq!(config.levels[0].rule.text, "title-missing");
    assert_eq!(config.levels[0].level, Wanted::Off);
    let [first, second] = config.exceptions.as_slice() else { panic!("{config:?}") };
    assert_eq!((first.role, first.reason.as_str()), (Some(Role::Definition), "because"));
    assert_eq!(first.until, second.until);
    let day = first.until.unwrap_or_default();
    assert!(first.holds(day) && !first.holds(day.tomorrow().unwrap_or_default()));
    assert_eq!(second.answer.as_deref(), Some("support.email"));
    let known = &config.baseline[0];
    assert_eq!(known.role, Role::Readme);
    let entry = &text[known.span.start..known.span.end];
    assert!(entry.starts_with("[[baseline]]") && entry.ends_with("\"0f\""), "{entry}");
}

#[test]
fn nothing_is_no_fault() {
    assert_eq!(Config::parse(""), Config::default());
    assert_eq!(Config::parse("\u{feff}# only a comment\r\n"), Config::default());
}

#[test]
fn a_fault_tells_its_place_and_the_mend() {
    assert_fault("[level]\n", "level", "`levels`");
    assert_fault("as-of = 1\n", "as-of", "`levels`, `exception`, `baseline`");
    assert_fault("levels = 1\n", "1", "[levels]");
    assert_fault("[levels]\na = \"of\"\n", "\"of\"", "\"off\"");
    assert_fault("[levels]\na = true\n", "true", "\"off\"");
    assert_fault("[[exception]]\nrule = \"a\"\n", "[[exception]]", "reason");
    assert_fault("[[exception]]\nrule = \"a\"\nreason = \" \"\n", "\" \"", "reason");
    assert_fault("[[exception]]\nreason = \"x\"\n", "[[exception]]", "rule");
    let entry = "[[exception]]\nrule = \"a\"\nreason = \"x\"\n";
    assert_fault(&format!("{entry}rul = 1\n"), "rul", "`rule`");
    assert_fault(&format!("{entry}file = \"readmee\"\n"), "\"readmee\"", "\"readme\"");
    assert_fault(&format!("{entry}file = \"conncert.toml\"\n"), "\"conncert.toml\"", "No file");
    assert_fault(&format!("{entry}pointer = \"info\"\n"), "\"info\"", "pointer");
    assert_fault(&format!("{entry}pointer = \"/a~2\"\n"), "\"/a~2\"", "pointer");
    assert_fault(&format!("{entry}until = 2027-01\n"), "2027-01", "TOML");
    assert_fault(&format!("{entry}until = \"soon\"\n"), "\"soon\"", "2027-01-31");
    assert_fault(&format!("{entry}until = 2027-01-31T10:00:00\n"), "2027-01-31T10:00:00", "day");
    assert_fault(&format!("{entry}until = 5\n"), "5", "day");
    assert_fault(&format!("{entry}answer = \"a\"\nfile = \"icon\"\n"), "\"a\"", "one of the two");
    assert_fault("[[baseline]]\nrule = \"a\"\nfile = \"icon\"\n", "[[baseline]]", "fingerprint");
    assert_fault("baseline = [{ rule = \"a\" }]\n", "{ rule = \"a\" }", "[[baseline]]");
    assert_fault("baseline = []\n", "[]", "take `baseline` out");
    assert_fault("[baseline]\nrule = \"a\"\n", "[baseline]", "[[baseline]]");
    assert_fault("[levels]\na = off\n", "off", "until then nothing");
}

#[test]
fn what_is_right_beside_a_fault_counts() {
    let config = Config::parse(
        "[levels]\na = \"off\"\nb = 1\n[[exception]]\nrule = \"a\"\n[[exception]]\n\
         rule = \"b\"\nreason = \"x\"\n",
    );
    assert_eq!(config.faults.len(), 2);
    assert_eq!((config.levels.len(), config.exceptions.len()), (1, 1));
}

#[test]
fn what_is_no_text_is_told_as_that() {
    let config = Config::read(&Facts {
        name: "conncert.toml",
        body: Some(&Body::Bytes(vec![b'#', 0xff].into())),
        size: 2,
        found: true,
        broken: None,
        obstructed: false,
    });
    assert_eq!(config.faults.len(), 1);
    assert_eq!(config.faults[0].span, Span::at(1));
}
