//! Mending keeps what it promises, whatever is wrong: the files parse, each mended finding is
//! gone, none is new, no line is touched that need not be, and a second run finds nothing to do.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use conncert::answers::Publisher;
use conncert::check::check;
use conncert::connector::Connector;
use conncert::connector::files::{RawContent, RawFile, Role};
use conncert::fix::{Change, Fixes, Origin, apply_fixes, gaps, unified_diff, write_texts};
use conncert::rule::{Report, Safety};
use conncert::rules;
use conncert::settings::Settings;
use conncert::source::edit;
use conncert::source::json::{Json, Node};
use conncert::source::text::Span;
use conncert::store::read_connector;
use conncert::submission::Submission;
use serde_json::{Value, json};

use crate::support::{Fixture, TODAY, corpus, icon};

/// Small numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 20).unwrap_or_default() % sides.max(1)
    }
}

/// Texts of a connector by role, to spoil and to judge.
#[derive(Clone)]
struct Bundle {
    files: BTreeMap<Role, (String, String)>,
    publisher: Publisher,
}

impl Bundle {
    fn of(connector: &Connector, publisher: Publisher) -> Self {
        let files = Role::ALL.into_iter().filter(|role| role.is_text()).filter_map(|role| {
            let text = String::from_utf8(connector.facts(role).body?.bytes().to_vec()).ok()?;
            Some((role, (connector.name(role).to_owned(), text)))
        });
        Self { files: files.collect(), publisher }
    }

    fn submission(&self) -> Submission {
        let files = self.files.iter().map(|(role, (name, text))| RawFile {
            role: *role,
            name: name.clone(),
            content: RawContent::Bytes(text.clone().into_bytes()),
        });
        let connector = Connector::new("contoso", None, files.collect());
        Submission { connector: Some(Arc::new(connector)), ..Submission::default() }
    }

    fn settings(&self) -> Settings {
        Settings::of(self.publisher, TODAY, None)
    }

    fn after(&self, changes: &[Change]) -> Self {
        let mut after = self.clone();
        for change in changes {
            after
                .files
                .insert(change.role, (change.file.clone(), change.after.text().into_owned()));
        }
        after
    }
}

/// A clean connector with something of everything in it.
fn rich() -> Bundle {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.patch(
        "apiDefinition.swagger.json",
        &json!({
            "paths": {
                "/invoices": {"get": {"responses": {"200": {"schema": {"items": {
                    "type": "object",
                    "properties": {"id": {"type": "string"}, "name": {"type": "string"}}
                }}}}}},
                "/invoices/{id}": {"get": {
                    "operationId": "GetInvoice", "summary": "Get an invoice",
                    "description": "Gets one invoice.",
                    "parameters": [
                        {"name": "id", "in": "path", "required": true, "type": "string",
                         "x-ms-summary": "Invoice", "description": "Which invoice.",
                         "x-ms-url-encoding": "single",
                         "x-ms-dynamic-values": {"operationId": "ListInvoices", "value-path": "id",
                                                  "value-title": "name"}},
                        {"name": "size", "in": "query", "type": "integer", "default": 10,
                         "enum": [10, 20], "x-ms-summary": "Size", "description": "How many."}
                    ],
                    "responses": {
                        "200": {"description": "The invoice.",
                                "schema": {"$ref": "#/definitions/Invoice"}},
                        "default": {"description": "Anything else."}
                    }
                }}
            },
            "definitions": {"Invoice": {"type": "object", "required": ["id"], "properties": {
                "id": {"type": "string", "description": "Its \u{e9} number.", "x-ms-summary": "ID"}
            }}}
        }),
    );
    fixture.patch(
        "apiProperties.json",
        &json!({"properties": {"scriptOperations": ["GetInvoice"], "policyTemplateInstances": [{
            "templateId": "setheader", "title": "Language",
            "parameters": {"x-ms-apimTemplate-operationName": ["GetInvoice"]}
        }]}}),
    );
    let script = b"public class Script : ScriptBase { string id = \"GetInvoice\"; }".to_vec();
    fixture.files.insert("script.csx".to_owned(), script);
    Bundle::of(&fixture.connector(), Publisher::Verified)
}

/// Values that break some rule nearly anywhere.
fn odd(dice: &mut Dice, old: Node<'_>) -> Value {
    let text = old.as_str().map(std::borrow::Cow::into_owned).unwrap_or_default();
    match dice.roll(9) {
        0 => json!(format!("{text} ")),
        1 => json!(text.to_uppercase()),
        2 => json!(text.trim_end_matches('.')),
        3 => json!(""),
        4 => json!([]),
        5 => json!({}),
        6 => json!(old.raw()),
        7 => json!(format!("get-{text}")),
        _ => Value::Null,
    }
}

/// Spoils a JSON text in one place; the rest keeps its bytes.
fn spoil(dice: &mut Dice, text: &str) -> String {
    let Ok(json) = Json::parse(text) else { return text.to_owned() };
    let nodes: Vec<Node<'_>> = json.nodes().skip(1).collect();
    let Some(node) = nodes.get(dice.roll(nodes.len())) else { return text.to_owned() };
    let pointer = node.pointer();
    let edits = match dice.roll(10) {
        0..=2 => edit::remove(&json, &pointer),
        3..=5 => edit::set(&json, &pointer, &odd(dice, *node)),
        6 if node.is_object() => edit::set(&json, &pointer.child("required"), &json!([])),
        7 if node.is_object() => edit::set(&json, &pointer.child("enum"), &json!([])),
        8 => {
            let name = node.key().unwrap_or_default().trim_start_matches('/').to_owned();
            edit::rename(&json, &pointer, &name)
        }
        _ => edit::set(&json, &pointer.child("x-ms-visibility"), &json!("Internal")),
    };
    edit::apply(text, &edits.unwrap_or_default()).unwrap_or_else(|_| text.to_owned())
}

/// The same content in another look.
fn dressed(dice: &mut Dice, text: &str) -> String {
    let value: Value = serde_json::from_str(text).expect("a clean file");
    let pretty = serde_json::to_string_pretty(&value).expect("JSON");
    match dice.roll(5) {
        0 => pretty.replace('\n', "\r\n"),
        1 => value.to_string(),
        2 => pretty.replace("  ", "\t"),
        3 => format!("{}\n", pretty.replace("\": ", "\" : ")),
        _ => text.to_owned(),
    }
}

fn spoilt(seed: u64, clean: &Bundle, dress: bool) -> Bundle {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut bundle = clean.clone();
    for role in [Role::Definition, Role::Properties] {
        let Some((name, text)) = bundle.files.get_mut(&role) else { continue };
        if dress {
            *text = dressed(&mut dice, text);
        }
        let faults = if role == Role::Definition { 1 + dice.roll(6) } else { dice.roll(3) };
        for _ in 0..faults {
            *text = spoil(&mut dice, text);
        }
        match dice.roll(12) {
            0 => text.insert(0, '\u{feff}'),
            1 => *name = name.to_uppercase(),
            2 => *text = text.replacen('}', ",}", 1),
            3 => text.push_str("\n// the end"),
            _ => {}
        }
    }
    if dice.roll(8) == 0 {
        bundle.files.remove(&Role::Readme);
    }
    bundle
}

fn counts(report: &Report) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    // What judges by appearance holds back no mend, so it is not counted.
    let is_judged = |id: &str| rules::judgement().any(|rule| rule.id == id);
    for finding in report.findings.iter().filter(|finding| !is_judged(finding.rule.id)) {
        *counts.entry(finding.rule.id).or_default() += 1;
    }
    counts
}

/// Mends a connector and holds it to its promises.
fn hold(what: &str, bundle: &Bundle, most: Safety) -> Fixes {
    let submission = bundle.submission();
    let fixes = apply_fixes(&submission, &bundle.settings(), most, &|_| true);
    let before = check(&submission, &bundle.settings());
    let after = bundle.after(&fixes.plan.changes);
    let mended = after.submission();
    let report = check(&mended, &bundle.settings());
    let diff: String = fixes.plan.changes.iter().map(unified_diff).collect();
    let place = || format!("{what}, {most:?}:\n{diff}\nskipped {:#?}", fixes.plan.skipped);

    let (old, new) = (submission.connector.expect("it"), mended.connector.expect("it"));
    let mut opened = false;
    for role in Role::ALL {
        let was_ready = old.facts(role).found && old.facts(role).broken.is_none();
        let is_ready = new.facts(role).found && new.facts(role).broken.is_none();
        assert!(is_ready || !was_ready, "{role:?} no longer parses in {}", place());
        opened |= is_ready && !was_ready;
    }
    let was = counts(&before);
    let mut gone: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &fixes.mended {
        *gone.entry(finding.rule.id).or_default() += 1;
    }
    for (rule, count) in counts(&report) {
        let most = was.get(rule).copied().unwrap_or(0);
        let mended = gone.get(rule).copied().unwrap_or(0);
        // What stands in a file that could not be read before is no news.
        assert!(opened || count <= most, "{rule}: {most} were, {count} are in {}", place());
        assert!(opened || count + mended <= most || removes(rule), "{rule} in {}", place());
    }
    assert_eq!(counts(&report), counts(&fixes.report), "{}", place());
    for change in &fixes.plan.changes {
        assert_ne!((&change.before, &Origin::Same), (&change.after, &change.origin), "{}", place());
        untouched(change, &place);
    }
    let again = apply_fixes(&after.submission(), &bundle.settings(), most, &|_| true);
    assert!(
        again.plan.changes.is_empty(),
        "twice is more than once: {:#?} after {}",
        again.plan.changes.iter().map(unified_diff).collect::<Vec<_>>(),
        place()
    );
    assert!(again.mended.is_empty());
    fixes
}

/// Rules whose mends may uncover more of the same, which then goes as well.
fn removes(rule: &str) -> bool {
    rule == "definition-unused"
}

/// No line goes or changes but those that hold something that goes or changes, or the comma
/// before it.
fn untouched(change: &Change, place: &dyn Fn() -> String) {
    let (before, after) = (change.before.text(), change.after.text());
    let (Ok(old), Ok(new)) = (Json::parse(before.as_ref()), Json::parse(after.as_ref())) else {
        return;
    };
    let mut touched = Touched { json: &old, lines: BTreeSet::new() };
    if old.had_bom() != new.had_bom() {
        touched.lines.insert(0);
    }
    touched.compare(old.root(), new.root(), place);
    // As a bag of lines: which of two equal lines went, nobody can say.
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    for line in after.lines() {
        *kept.entry(line).or_default() += 1;
    }
    for (number, line) in before.lines().enumerate() {
        if !touched.lines.contains(&number) {
            let left = kept.get_mut(line).filter(|left| **left > 0);
            *left.unwrap_or_else(|| panic!("line {} in {}", number + 1, place())) -= 1;
        }
    }
    let returns = |text: &str| text.matches("\r\n").count() == text.matches('\n').count();
    assert_eq!(returns(&before), returns(&after), "line ends in {}", place());
}

struct Touched<'a> {
    json: &'a Json,
    lines: BTreeSet<usize>,
}

impl Touched<'_> {
    fn span(&mut self, span: Span) {
        let line = |offset| self.json.lines().position(self.json.text(), offset).line - 1;
        self.lines.extend(line(span.start)..=line(span.end));
    }

    fn node(&mut self, node: Node<'_>) {
        let start = node.key_span().unwrap_or(node.span()).start;
        self.span(Span { start, end: node.span().end });
    }

    fn compare(&mut self, old: Node<'_>, new: Node<'_>, place: &dyn Fn() -> String) {
        if old.is_object() && new.is_object() {
            let mut last: Option<Node<'_>> = None;
            for child in old.children() {
                let name = child.key().unwrap_or_default();
                let twin = new.get(&name).filter(|_| !child.is_replaced());
                match twin {
                    Some(twin) => self.compare(child, twin, place),
                    None => {
                        self.node(child);
                        if let Some(last) = last {
                            self.span(Span::at(last.span().end));
                        }
                        let at = child.index_in_parent().map_or(0, |at| at + 1);
                        if let Some(next) = old.children().nth(at) {
                            self.span(Span::at(next.key_span().unwrap_or(next.span()).start));
                        }
                    }
                }
                last = Some(child);
            }
            if new.members().any(|(name, _)| old.get(&name).is_none()) {
                match last {
                    Some(last) => self.span(Span::at(last.span().end)),
                    None => self.node(old),
                }
            }
            if new.is_empty() && !old.is_empty() {
                self.node(old);
            }
        } else if old.is_array() && new.is_array() && old.items().count() == new.items().count() {
            old.items().zip(new.items()).for_each(|(old, new)| self.compare(old, new, place));
        } else if old.to_value() != new.to_value() {
            self.node(old);
        } else {
            assert_eq!(old.raw(), new.raw(), "written anew in {}", place());
        }
    }
}

#[test]
fn whatever_is_wrong_mending_keeps_its_promises() {
    let clean = rich();
    let report = check(&clean.submission(), &clean.settings());
    assert_eq!(counts(&report), BTreeMap::new());
    let mut rules = BTreeSet::new();
    for seed in 0..150 {
        let bundle = spoilt(seed, &clean, true);
        for most in [Safety::Safe, Safety::Suggested] {
            let fixes = hold(&format!("seed {seed}"), &bundle, most);
            rules.extend(fixes.mended.iter().map(|finding| finding.rule.id));
        }
    }
    // Otherwise the dice are loaded.
    assert!(rules.len() > 20, "only {rules:?}");
}

#[test]
fn published_connectors_are_mended_as_promised() {
    let Some(corpus) = corpus() else { return };
    let folders = folders(&corpus);
    let every = if std::env::var_os("CONNCERT_ALL").is_some() { 1 } else { 6 };
    for (number, (publisher, folder)) in folders.into_iter().enumerate().step_by(every) {
        let connector = read_connector(&folder).expect("a connector");
        if every > 1 && connector.facts(Role::Definition).size > 150_000 {
            continue;
        }
        published(number, publisher, &folder, &connector);
    }
}

fn published(number: usize, publisher: Publisher, folder: &Path, connector: &Connector) {
    let what = folder.display().to_string();
    let whole = Bundle::of(connector, publisher);
    let seed = number as u64 + 1;
    for most in [Safety::Safe, Safety::Suggested] {
        hold(&what, &whole, most);
        hold(&format!("{what} spoilt"), &spoilt(seed, &whole, false), most);
    }
}

#[test]
fn a_mend_that_would_bring_another_finding_is_not_made_but_told() {
    let mut bundle = rich();
    let (_, text) = bundle.files.get_mut(&Role::Definition).expect("the definition");
    *text = text.replace("Gets one invoice.", "Gets one invoice");
    text.push_str(&" ".repeat(1024 * 1024 - text.len()));
    let fixes = hold("a full file", &bundle, Safety::Safe);
    assert!(fixes.mended.is_empty() && fixes.plan.changes.is_empty());
    let [skipped] = fixes.plan.skipped.as_slice() else { panic!("{:?}", fixes.plan.skipped) };
    assert_eq!(skipped.rule, Some("operation-description-no-full-stop"));
    assert!(skipped.reason.contains("definition-too-large"), "{}", skipped.reason);
}

#[test]
fn an_operation_takes_no_id_that_another_has() {
    let mut bundle = rich();
    let (_, text) = bundle.files.get_mut(&Role::Definition).expect("the definition");
    *text = text.replace("\"GetInvoice\"", "\"List-Invoices\"");
    let fixes = hold("two ids that differ by a sign", &bundle, Safety::Suggested);
    let left: Vec<&str> = fixes.report.findings.iter().map(|finding| finding.rule.id).collect();
    assert!(left.contains(&"operation-id-not-sanitized"), "{left:?}");
}

#[test]
fn an_id_is_changed_wherever_it_stands_in_one_step() {
    let mut bundle = rich();
    for (_, text) in bundle.files.values_mut() {
        *text = text.replace("GetInvoice", "get_invoice");
    }
    let fixes = hold("an id of a programmer", &bundle, Safety::Suggested);
    assert_eq!(fixes.mended.len(), 1);
    let roles: Vec<Role> = fixes.plan.changes.iter().map(|change| change.role).collect();
    assert_eq!(roles, [Role::Definition, Role::Properties, Role::Script]);
    for change in &fixes.plan.changes {
        let after = change.after.text();
        assert!(!after.contains("get_invoice"), "{after}");
    }
}

#[test]
fn a_key_in_an_id_is_shown_in_no_diff_and_in_no_other_spelling() {
    let key = ["ghp_", "q8F277xa0042Zk3LmT9vWb5RdY1sHn6PcJe4"].concat();
    let mut bundle = rich();
    for (_, text) in bundle.files.values_mut() {
        // Blanks make the id wrong, and a missing summary would be made of it.
        *text = text
            .replace("GetInvoice", &format!("get_{key}"))
            .replace("\"Get an invoice\"", "\" \"")
            .replace("\"Status\"", &format!("\" {key} \""));
    }
    let fixes = apply_fixes(&bundle.submission(), &bundle.settings(), Safety::Suggested, &|_| true);
    let diff: String = fixes.plan.changes.iter().map(unified_diff).collect();
    let skipped: Vec<&str> = fixes.plan.skipped.iter().map(|one| one.reason.as_str()).collect();
    let messages = fixes.report.findings.iter().chain(&fixes.before.findings);
    let messages: Vec<&str> = messages.map(|finding| finding.message.as_str()).collect();
    let told = [diff, skipped.join("\n"), messages.join("\n")].concat();
    let bare: String = told.chars().filter(char::is_ascii_alphanumeric).collect();
    assert!(!bare.to_ascii_lowercase().contains("q8f277xa"), "{told}");
    assert!(skipped.iter().any(|reason| reason.contains("looks like a secret")), "{skipped:?}");
}

#[test]
fn a_picture_changes_in_one_line_of_a_diff() {
    for (publisher, looks, wanted) in [
        (Publisher::Verified, "300x300", "Binary file icon.png changes: 300 × 300 → 230 × 230\n"),
        (Publisher::Independent, "300x20", "Binary file icon.png goes away: 300 × 20\n"),
    ] {
        let mut fixture = Fixture::clean(publisher);
        fixture.files.insert("icon.png".to_owned(), icon(looks));
        let submission = fixture.submission(true, false);
        let safe = apply_fixes(&submission, &fixture.settings(), Safety::Safe, &|_| true);
        assert_eq!(safe.plan.changes, [], "a person looks first");
        let fixes = apply_fixes(&submission, &fixture.settings(), Safety::Suggested, &|_| true);
        let diff: String = fixes.plan.changes.iter().map(unified_diff).collect();
        assert_eq!(diff, wanted);
    }
}

/// The connectors of the corpus, each with its publisher type.
fn folders(corpus: &Path) -> Vec<(Publisher, PathBuf)> {
    let mut folders: Vec<_> = [Publisher::Verified, Publisher::Independent]
        .into_iter()
        .flat_map(|publisher| {
            let folder = corpus.join(publisher.folder());
            let entries = std::fs::read_dir(folder).expect("the corpus");
            entries.map(move |entry| (publisher, entry.expect("an entry").path()))
        })
        .collect();
    folders.sort_by(|a, b| a.1.cmp(&b.1));
    folders
}

#[test]
fn every_missing_text_of_published_connectors_has_a_place() {
    let Some(corpus) = corpus() else { return };
    let mut written = 0;
    for (publisher, folder) in folders(&corpus) {
        let Ok(connector) = read_connector(&folder) else { continue };
        let settings = Settings::new(publisher, TODAY);
        let mut bundle = Bundle::of(&connector, publisher);
        let before = bundle.submission();
        let missing = gaps(&before, &check(&before, &settings));
        let texts = write_texts(&before, &settings, &|_| Some("Some text for it.".to_owned()));
        assert_eq!(texts.plan.skipped, [], "{}", folder.display());
        assert_eq!(texts.written, missing.len(), "{}", folder.display());
        for change in &texts.plan.changes {
            let text = change.after.text().into_owned();
            bundle.files.insert(change.role, (change.file.clone(), text));
        }
        let after = bundle.submission();
        let left = gaps(&after, &check(&after, &settings));
        assert!(left.is_empty(), "{}: {}", folder.display(), left[0].finding.message);
        written += missing.len();
    }
    assert!(written > 1_000, "{written}");
}
