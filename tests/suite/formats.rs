//! What programs read of a check: SARIF, `JUnit` XML, GitHub annotations, Markdown. Each is read back
//! as its readers do it, over every documented fault and over hostile texts.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use conncert::answers::Publisher;
use conncert::check::check;
use conncert::format::{self, Style};
use conncert::rule::docs::{Docs, Verdict};
use conncert::rule::{Checked, Finding, Level, Outcome, Publishers};
use conncert::rules;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};

use crate::support::Fixture;

const DEFINITION: &str = "apiDefinition.swagger.json";
const PROPERTIES: &str = "apiProperties.json";

fn rendered(name: &str, checked: &[Checked]) -> String {
    (format::find(name).expect("a format").render)(checked, &Style::plain())
}

fn sarif(checked: &[Checked]) -> Value {
    serde_json::from_str(&rendered("sarif", checked)).expect("JSON")
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().expect("results")
}

fn judged(fixture: &Fixture, path: &str, files: bool, answers: bool) -> Checked {
    let submission = fixture.submission(files, answers);
    let report = check(&submission, &fixture.settings());
    Checked { path: path.to_owned(), submission, report }
}

/// Every documented bad example as a connector of its own.
static FAULTY: LazyLock<Vec<(Fixture, Checked)>> = LazyLock::new(faulty);

fn faulty() -> Vec<(Fixture, Checked)> {
    let mut all = Vec::new();
    for rule in rules::all() {
        let docs = Docs::parse(rule.docs).expect("documentation");
        let mut open: Option<(Fixture, bool, bool)> = None;
        for example in docs.examples() {
            if !example.and {
                all.extend(open.take());
                if example.verdict == Verdict::Bad {
                    let publisher = example.publisher.unwrap_or(match rule.publishers {
                        Publishers::Only(only) => only,
                        Publishers::Both => Publisher::Verified,
                    });
                    open = Some((Fixture::clean(publisher), example.file != Some("none"), false));
                }
            }
            if let Some((fixture, _, answers)) = &mut open {
                fixture.apply(example);
                *answers |= example.language == "toml";
            }
        }
        all.extend(open);
    }
    assert!(all.len() > rules::all().count(), "every rule has an example");
    all.into_iter()
        .enumerate()
        .map(|(at, (fixture, files, answers))| {
            let checked = judged(&fixture, &format!("connectors/{at}"), files, answers);
            (fixture, checked)
        })
        .collect()
}

/// Where lines begin, as SARIF counts them: in characters, a byte order mark left out.
fn line_starts(text: &[char]) -> Vec<usize> {
    let mut starts = vec![0];
    for (at, found) in text.iter().enumerate() {
        let ends = *found == '\n' || (*found == '\r' && text.get(at + 1) != Some(&'\n'));
        starts.extend(ends.then_some(at + 1));
    }
    starts
}

fn characters(text: &str) -> Vec<char> {
    text.trim_start_matches('\u{feff}').chars().collect()
}

/// A region as a stretch of characters; it must lie inside the text.
fn stretch(text: &[char], region: &Value) -> (usize, usize) {
    let starts = line_starts(text);
    let number = |name: &str| region[name].as_u64().map(|number| usize::try_from(number).unwrap());
    let offset = |line: usize, column: usize| {
        let start = starts[line - 1];
        let end = starts.get(line).map_or(text.len(), |next| next - 1);
        let at = start + column - 1;
        assert!(column >= 1 && at <= end.max(start), "{region} is outside its line");
        at
    };
    let line = number("startLine").expect("a line");
    let start = offset(line, number("startColumn").unwrap_or(1));
    let end = match number("endColumn") {
        Some(column) => offset(number("endLine").unwrap_or(line), column),
        None => start,
    };
    assert!(start <= end, "{region} ends before it begins");
    (start, end)
}

#[test]
fn sarif_holds_the_whole_rulebook() {
    let log = sarif(&[Fixture::clean(Publisher::Verified).checked()]);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "conncert");
    assert_eq!(driver["semanticVersion"], env!("CARGO_PKG_VERSION"));
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert!(results(&log).is_empty(), "{log}");
    let told = driver["rules"].as_array().expect("rules");
    let ids: Vec<&str> = told.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(ids, rules::all().map(|rule| rule.id).collect::<Vec<_>>());
    for (rule, told) in rules::all().zip(told) {
        let text = |pointer: &str| told.pointer(pointer).and_then(Value::as_str).unwrap_or("");
        assert!(text("/shortDescription/text").ends_with('.'), "{told}");
        assert!(text("/fullDescription/text").starts_with(text("/shortDescription/text")));
        let help = text("/help/markdown");
        assert!(help.contains("This breaks it") || help.contains("It is broken"), "{told}");
        assert!(!text("/help/text").contains("```"), "{told}");
        assert!(["error", "warning", "note"].contains(&text("/defaultConfiguration/level")));
        let names = told["properties"]["officialNames"].as_array().expect("names");
        let codes = told["properties"]["policyCodes"].as_array().expect("codes");
        assert_eq!(names.len() + codes.len(), rule.official.len(), "{told}");
        assert_eq!(
            told["properties"]["fix"].as_str(),
            rule.fix.as_ref().map(|fix| fix.safety.word())
        );
    }
}

#[test]
fn sarif_results_point_at_their_rule_and_into_their_file() {
    let all = &*FAULTY;
    let checked: Vec<Checked> = all.iter().map(|(_, checked)| checked.clone()).collect();
    let log = sarif(&checked);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    let findings: Vec<_> = all
        .iter()
        .flat_map(|(fixture, checked)| {
            checked.report.findings.iter().map(move |finding| (fixture, checked, finding))
        })
        .collect();
    assert_eq!(results(&log).len(), findings.len());
    let (mut regions, mut prints) = (0, BTreeSet::new());
    for ((fixture, checked, finding), result) in findings.into_iter().zip(results(&log)) {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["ruleId"], finding.rule.id);
        let location = &result["locations"][0];
        let print = &result["partialFingerprints"]["conncertPlace/v1"];
        assert!(prints.insert((checked.path.clone(), print.to_string())), "{print} twice");
        if finding.spot.answer.is_some() {
            assert!(location.get("physicalLocation").is_none(), "{location}");
            assert_eq!(location["logicalLocations"][0]["kind"], "question");
            continue;
        }
        let physical = &location["physicalLocation"];
        let file = finding.spot.file.as_deref().expect("a file");
        assert_eq!(physical["artifactLocation"]["uriBaseId"], "%SRCROOT%");
        let uri = physical["artifactLocation"]["uri"].as_str().expect("a URI");
        // A package as a whole has no path in it.
        assert_eq!(uri, format!("{}/{file}", checked.path).trim_end_matches('/'));
        if let Some(region) = physical.get("region") {
            let text = String::from_utf8_lossy(&fixture.files[file]).into_owned();
            stretch(&characters(&text), region);
            regions += 1;
        }
    }
    assert!(regions > 100, "{regions} regions were looked at");
}

/// The connector after the changes of a fix.
fn mended(fixture: &Fixture, changes: &Value, checked: &Checked) -> Checked {
    let mut mended = fixture.clone();
    for change in changes.as_array().expect("changes") {
        let uri = change["artifactLocation"]["uri"].as_str().expect("a URI");
        let file = uri.rsplit('/').next().expect("a name");
        let old = String::from_utf8(mended.files[file].clone()).expect("text");
        let mark = if old.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let mut text = characters(&old);
        for replacement in change["replacements"].as_array().expect("some").iter().rev() {
            let (start, end) = stretch(&text, &replacement["deletedRegion"]);
            let new = replacement["insertedContent"]["text"].as_str().unwrap_or("");
            text.splice(start..end, new.chars());
        }
        let new = mark.to_owned() + &text.into_iter().collect::<String>();
        mended.files.insert(file.to_owned(), new.into_bytes());
    }
    let submission = &checked.submission;
    judged(&mended, "x", submission.connector.is_some(), submission.answers.is_some())
}

#[test]
fn sarif_fixes_are_what_they_say() {
    let checked: Vec<Checked> = FAULTY.iter().map(|(_, checked)| checked.clone()).collect();
    let log = sarif(&checked);
    let mut results = results(&log).iter();
    let mut made = 0;
    for (fixture, checked) in FAULTY.iter() {
        for finding in &checked.report.findings {
            let result = results.next().expect("a result for each finding");
            let Some(changes) = result.pointer("/fixes/0/artifactChanges") else { continue };
            let after = mended(fixture, changes, checked);
            let count = |checked: &Checked| {
                let same = |found: &&Finding| found.rule == finding.rule;
                checked.report.findings.iter().filter(same).count()
            };
            assert!(count(&after) < count(checked), "{}: {changes}", finding.rule.id);
            made += 1;
        }
    }
    let fixes = rules::all().filter(|rule| rule.fix.is_some()).count();
    assert!(made * 2 > fixes, "{made} fixes of {fixes} rules were tried");
}

/// The fingerprints by rule and message.
fn fingerprints(fixture: &Fixture) -> BTreeMap<String, String> {
    let log = sarif(&[judged(fixture, "x", true, false)]);
    let one = |result: &Value| {
        let print = result["partialFingerprints"]["conncertPlace/v1"].to_string();
        (format!("{} {}", result["ruleId"], result["message"]["text"]), print)
    };
    results(&log).iter().map(one).collect()
}

#[test]
fn fingerprints_stay_when_other_things_move() {
    let mut before = Fixture::clean(Publisher::Verified);
    before.patch(
        DEFINITION,
        &json!({"info": {"contact": {"email": "nobody"}}, "paths": {"/invoices": {"get": {
            "parameters": [
                {"name": "a", "in": "query", "type": "string", "description": "One."},
                {"name": "b", "in": "query", "type": "string", "x-ms-summary": "B"}
            ]
        }}}}),
    );
    let old = fingerprints(&before);
    assert_eq!(old.len(), 3, "{old:?}");
    let mut lines = before.clone();
    let text = String::from_utf8(lines.files[DEFINITION].clone()).expect("text");
    let text = text.replacen('{', "{\n\n\n  \"x-note\": \"above\",\n", 1).replace('\n', "\r\n");
    lines.files.insert(DEFINITION.to_owned(), text.into_bytes());
    assert_eq!(fingerprints(&lines), old);
    let mut another = before.clone();
    another.patch(
        DEFINITION,
        &json!({"paths": {"/invoices": {"get": {"parameters": [
            {"name": "n", "in": "query", "type": "string", "x-ms-summary": "N", "description": "N."},
            {"name": "a", "in": "query", "type": "string", "description": "One."},
            {"name": "b", "in": "query", "type": "string", "x-ms-summary": "B"}
        ]}}}}),
    );
    assert_eq!(fingerprints(&another), old);
    let mut other = before;
    other.patch(
        DEFINITION,
        &json!({"paths": {"/invoices": {"get": {"parameters": [
            {"name": "c", "in": "query", "type": "string", "description": "One."}
        ]}}}}),
    );
    let new = fingerprints(&other);
    let prints: BTreeSet<&String> = old.values().collect();
    assert_eq!(new.values().filter(|print| prints.contains(print)).count(), 1, "{new:?}");
}

/// A connector whose texts try to be more than texts.
fn hostile() -> Checked {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let text = "`|<b>x</b>](https://evil.example) @contoso #1\n::error::gone %0A\u{1b}[31m\u{0}";
    fixture.patch(
        DEFINITION,
        &json!({"info": {"title": text}, "host": text, "paths": {
            format!("/{text}"): {"get": {"operationId": text, "summary": text, "responses": {}}}
        }}),
    );
    fixture.patch(PROPERTIES, &json!({"properties": {"iconBrandColor": text}}));
    let checked = judged(&fixture, "a, b:c/ä", true, false);
    let quoted = |finding: &Finding| finding.message.contains("evil");
    assert!(checked.report.findings.iter().any(quoted), "nothing of it is quoted");
    checked
}

#[test]
fn sarif_messages_hold_no_links() {
    let log = sarif(&[hostile()]);
    for result in results(&log) {
        assert!(!result["message"]["text"].to_string().contains("]("), "{result}");
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str();
        assert!(uri.is_none_or(|uri| uri.starts_with("a%2C%20b%3Ac/%C3%A4/")), "{result}");
    }
}

#[test]
fn sarif_tells_which_rules_could_not_be_asked() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.files.remove(PROPERTIES);
    let log = sarif(&[fixture.checked()]);
    let told = log["runs"][0]["invocations"][0]["toolExecutionNotifications"].to_string();
    assert!(told.contains("apiProperties.json is missing"), "{told}");
}

/// What a reader of `JUnit` XML sees: cases, failures, skips, and all texts.
fn junit(checked: &[Checked]) -> (HashMap<String, usize>, HashMap<String, String>, String) {
    let text = rendered("junit", checked);
    let mut reader = Reader::from_str(&text);
    let (mut seen, mut attributes, mut texts) = (HashMap::new(), HashMap::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => {
                let name = element.name().as_ref().to_owned();
                for attribute in element.attributes() {
                    let attribute = attribute.expect("an attribute");
                    if name == "testsuites" {
                        let key = attribute.key.as_ref().to_owned();
                        let value = attribute.value.into_owned();
                        attributes.insert(key, value);
                    }
                }
                *seen.entry(name).or_default() += 1;
            }
            Event::Text(text) => texts.push_str(&text),
            _ => {}
        }
    }
    let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(legal), "a character that XML forbids");
    (seen, attributes, texts)
}

#[test]
fn junit_has_a_suite_a_connector_and_a_case_a_rule() {
    let mut checked: Vec<Checked> = FAULTY.iter().map(|(_, checked)| checked.clone()).collect();
    checked.push(hostile());
    let (seen, numbers, texts) = junit(&checked);
    assert_eq!(seen["testsuite"], checked.len());
    assert_eq!(seen["testcase"], checked.len() * rules::all().count());
    let outcomes = || checked.iter().flat_map(|checked| &checked.report.outcomes);
    let skipped = outcomes()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Blocked(_) | Outcome::NotApplicable));
    assert_eq!(seen["skipped"], skipped.count());
    let errors = checked.iter().flat_map(|checked| {
        let failing: BTreeSet<&str> = checked
            .report
            .findings
            .iter()
            .filter(|finding| finding.level == Level::Error)
            .map(|finding| finding.rule.id)
            .collect();
        failing
    });
    assert_eq!(seen["failure"], errors.count());
    assert_eq!(numbers["tests"], seen["testcase"].to_string());
    assert_eq!(numbers["failures"], seen["failure"].to_string());
    assert_eq!(numbers["skipped"], seen["skipped"].to_string());
    assert!(texts.contains("connectors/") && seen["system-out"] > 0);
}

#[test]
fn junit_fails_as_the_check_fails() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch(DEFINITION, &json!({"schemes": ["https", "http"]}));
    let checked = [judged(&fixture, "x", true, false)];
    assert_eq!(checked[0].report.findings.len(), 1);
    let render = format::find("junit").expect("a format").render;
    let with = |fails_at| render(&checked, &Style { fails_at, ..Style::plain() });
    assert!(!with(None).contains("<failure") && !with(Some(Level::Error)).contains("<failure"));
    assert!(with(Some(Level::Advice)).contains("<failure type=\"advice\""));
}

#[test]
fn annotations_stay_on_their_lines() {
    let mut checked: Vec<Checked> = FAULTY.iter().map(|(_, checked)| checked.clone()).collect();
    checked.push(hostile());
    let text = rendered("github", &checked);
    let (annotations, rest): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with("::"));
    let findings: usize = checked.iter().map(|checked| checked.report.findings.len()).sum();
    assert_eq!(annotations.len(), findings);
    assert_eq!(rest.len(), 1, "{rest:?}");
    assert!(rest[0].starts_with("conncert: ") && rest[0].contains("errors"), "{rest:?}");
    for line in annotations {
        let (head, message) = line[2..].split_once("::").expect("a head and a message");
        let (command, properties) = head.split_once(' ').expect("properties");
        assert!(["error", "warning", "notice"].contains(&command), "{line}");
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').expect("a value");
            let known = ["file", "line", "endLine", "col", "endColumn", "title"];
            assert!(known.contains(&name) && !value.contains(':'), "{line}");
        }
        assert!(!message.chars().any(char::is_control), "{line:?}");
    }
    assert!(text.contains("::error file=a%2C b%3Ac/ä/apiDefinition.swagger.json,"), "{text}");
}

#[test]
fn markdown_is_a_table_whatever_the_files_say() {
    let text = rendered("markdown", &[hostile(), Fixture::clean(Publisher::Independent).checked()]);
    assert!(text.starts_with("## conncert: "), "{text}");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    let mut columns = None;
    let mut tables = 0;
    for line in text.lines() {
        if !line.starts_with('|') {
            columns = None;
            continue;
        }
        let bars = line.replace("\\|", "").matches('|').count();
        tables += usize::from(columns.is_none());
        assert_eq!(*columns.get_or_insert(bars), bars, "{line}");
    }
    assert!(tables == 3 && rows.len() > 8, "{text}");
    for forbidden in ["<b>", "@contoso", "](https", "https://", "\n::"] {
        // What stands in code is only ever code.
        let outside: String = text.split('`').step_by(2).collect();
        let outside = outside.replace("\\<", "").replace("\\]", "");
        assert!(!outside.contains(forbidden), "{forbidden}: {text}");
    }
    assert!(text.contains("**The check fails.**"), "{text}");
}
