//! Reports that people read: pages are sound, safe and legible; the checklist's data keeps its
//! schema; many connectors are one table.

use std::collections::{BTreeMap, BTreeSet};

use conncert::answers::Publisher;
use conncert::export::ExportSettings;
use conncert::export::checklist::FORMS;
use conncert::format::{self, Style};
use conncert::rule::Checked;
use conncert::source::json::Json;
use serde_json::{Value, json};

use crate::desk::{Desk, assert_error};
use crate::support::{Fixture, TODAY, icon};

const SETTINGS: ExportSettings = ExportSettings { date: TODAY, incomplete: false };
const STYLE: &str = include_str!("../../assets/report.css");
const SCHEMA: &str = include_str!("../../assets/checklist.schema.json");

fn checklist(checked: &Checked, form: &str) -> String {
    FORMS.iter().find(|found| found.name == form).expect("a form").of(checked, &SETTINGS)
}

/// A submission with something of everything: faults of each level, days, an icon, odd texts.
fn full(publisher: Publisher) -> Fixture {
    let mut fixture = Fixture::clean(publisher);
    fixture.files.insert("icon.png".to_owned(), icon("230x230"));
    let title = "<script>alert(1)</script> & \"Co\" `x` https://evil.example";
    fixture.patch(
        "apiDefinition.swagger.json",
        &json!({
            "info": {"title": title, "contact": {"email": null}},
            "paths": {"/invoices": {"get": {"summary": "List <b>all</b>\u{1b}[31m"}}}
        }),
    );
    fixture.answers.give("connector.name", "Contoso Invoices");
    fixture.answers.give("dates.pull_request", "2026-11-02");
    fixture.answers.give("support.url", "https://contoso.com/help?a=1&b=2");
    fixture.answers.give("publisher.name", "Contoso </td> & Sons");
    fixture
}

fn many() -> Vec<Checked> {
    let mut odd = Fixture::clean(Publisher::Independent);
    odd.patch("apiDefinition.swagger.json", &json!({"info": {"title": "A | B <i>"}}));
    let clean = Fixture::clean(Publisher::Verified);
    let numbered = [clean.checked(), full(Publisher::Verified).checked(), odd.checked()];
    let path = |number: usize| format!("connectors/{number} of <3>");
    (0..).zip(numbered).map(|(at, checked)| Checked { path: path(at), ..checked }).collect()
}

/// Every page that there is.
fn pages() -> Vec<(&'static str, String)> {
    let html = format::find("html").expect("a format");
    let mut broken = Fixture::clean(Publisher::Verified);
    broken.files.insert("apiDefinition.swagger.json".to_owned(), b"{ <b>".to_vec());
    vec![
        ("verified", checklist(&full(Publisher::Verified).checked(), "html")),
        ("independent", checklist(&full(Publisher::Independent).checked(), "html")),
        ("clean", checklist(&Fixture::clean(Publisher::Verified).checked(), "html")),
        ("broken", checklist(&broken.checked(), "html")),
        ("many", (html.render)(&many(), &Style::plain())),
        ("one", (html.render)(&many()[1..2], &Style::plain())),
        ("none", (html.render)(&[], &Style::plain())),
    ]
}

/// The tags of a page in order: name, attributes as written, whether it closes.
fn tags(page: &str) -> Vec<(String, String, bool)> {
    let body = page.split("</style>").nth(1).expect("a body");
    body.split('<')
        .skip(1)
        .map(|part| {
            let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("a lone < before {part}"));
            let (closes, tag) = match tag.strip_prefix('/') {
                Some(tag) => (true, tag),
                None => (false, tag),
            };
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            (name.to_owned(), attributes.to_owned(), closes)
        })
        .collect()
}

#[test]
fn pages_are_well_formed_and_have_the_structure_that_readers_need() {
    for (what, page) in pages() {
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "{what}");
        assert!(page.contains("<meta name=\"viewport\""), "{what}");
        let (mut open, mut level, mut ids) = (Vec::new(), 0, BTreeSet::new());
        let mut heads = 0;
        for (name, attributes, closes) in tags(&page) {
            let is_void = ["img", "br"].contains(&name.as_str());
            if closes {
                let last = open.pop();
                let rest = ["body", "html", "head"].contains(&name.as_str());
                assert!(rest || last.as_ref() == Some(&name), "{what}: {last:?} and {name}");
                continue;
            }
            if !is_void && name != "body" && name != "/head" {
                open.push(name.clone());
            }
            if let Some(number) = name.strip_prefix('h').and_then(|n| n.parse::<usize>().ok()) {
                assert!(number <= level + 1, "{what}: h{number} below h{level}");
                heads += usize::from(number == 1);
                level = number;
            }
            if name == "th" {
                assert!(attributes.contains("scope=\""), "{what}: th {attributes}");
            }
            if name == "img" {
                assert!(
                    attributes.contains("alt=\"") && attributes.contains("src=\"data:image/png")
                );
            }
            if let Some(id) = attributes.split("id=\"").nth(1).and_then(|it| it.split('"').next()) {
                assert!(ids.insert(id.to_owned()), "{what}: {id} twice");
            }
        }
        assert_eq!(heads, 1, "{what}");
        for (name, attributes, _) in tags(&page) {
            let target = attributes.split("href=\"#").nth(1).and_then(|it| it.split('"').next());
            if let Some(target) = target.filter(|_| name == "a") {
                let is_there = ids.contains(target) || page.contains(&format!("id=\"{target}\""));
                assert!(is_there, "{what}: nothing is called {target}");
            }
        }
    }
}

#[test]
fn pages_load_nothing_run_nothing_and_show_texts_as_they_are() {
    for (what, page) in pages() {
        for bad in ["<script", "javascript:", "url(", "@import", "<link", "<iframe", "\u{1b}"] {
            assert!(!page.contains(bad), "{what}: {bad}");
        }
        for (name, attributes, _) in tags(&page) {
            assert!(!attributes.contains(" on") || !attributes.contains("=\"alert"), "{name}");
            assert!(!attributes.contains("evil.example"), "{what}: {attributes}");
        }
        assert!(!page.contains("<b>all</b>") && !page.contains("</td> & Sons"), "{what}");
    }
    let page = &pages()[0].1;
    assert!(page.contains("Contoso &lt;/td&gt; &amp; Sons"), "{page}");
    assert!(page.contains("<a href=\"https://contoso.com/help?a=1&amp;b=2\">"), "{page}");
    assert!(page.contains("<mark>"), "code frames");
    assert!(page.contains("2026-11-02"), "dates");
    assert!(page.contains("Icon of the connector, 230 by 230"), "{page}");
}

/// The colours of a block of the style sheet.
fn colours(block: &str) -> BTreeMap<String, [f64; 3]> {
    let block = block.split('}').next().unwrap_or_default();
    let entries = block.split(';').filter_map(|entry| {
        let (name, value) = entry.trim().rsplit_once("--")?.1.split_once(": #")?;
        let channel = |at: usize| {
            let byte = u8::from_str_radix(value.get(at..at + 2)?, 16).ok()?;
            let part = f64::from(byte) / 255.0;
            Some(if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) })
        };
        Some((name.to_owned(), [channel(0)?, channel(2)?, channel(4)?]))
    });
    entries.collect()
}

#[test]
fn texts_stand_out_from_their_ground_in_light_in_dark_and_on_paper() {
    let blocks: Vec<_> = STYLE.split(":root {").skip(1).map(colours).collect();
    assert_eq!(blocks.len(), 3, "light, dark, paper");
    let light = |colour: [f64; 3]| 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
    for block in &blocks {
        let grounds = ["paper", "well"];
        let inks = ["ink", "soft", "link", "error", "warning", "advice", "done"];
        for (ground, ink) in grounds.iter().flat_map(|it| inks.iter().map(move |ink| (it, ink))) {
            let (one, other) = (light(block[*ground]) + 0.05, light(block[*ink]) + 0.05);
            let ratio = one.max(other) / one.min(other);
            assert!(ratio >= 4.5, "{ink} on {ground}: {ratio:.2}");
        }
        let (one, other) = (light(block["mark"]) + 0.05, light(block["ink"]) + 0.05);
        assert!(one.max(other) / one.min(other) >= 4.5, "ink on mark");
    }
}

/// An update with a text that hides markup in it, and one that breaks.
fn updated() -> Fixture {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let mut old = fixture.files.clone();
    let file = old.get_mut("apiDefinition.swagger.json").expect("there is one");
    let mut definition: Value = serde_json::from_slice(file).expect("JSON");
    definition["info"]["description"] = json!("Another one.");
    definition["definitions"] = json!({"<b>&`x": {"type": "object"}});
    *file = definition.to_string().into_bytes();
    fixture.published = Some(old);
    let file = fixture.files.get_mut("readme.md").expect("there is one");
    file.extend_from_slice(b"\nMore.\n");
    fixture
}

#[test]
fn an_update_is_told_alike_in_every_form() {
    let checked = updated().checked();
    let said = "A major update, for more than texts, contact, colours, read-me and icon changed. By \
                Microsoft's figures it takes 6 to 10 weeks. Nothing of it breaks what people have \
                built.";
    let markdown = checklist(&checked, "md");
    let html = checklist(&checked, "html");
    let value: Value = serde_json::from_str(&checklist(&checked, "json")).expect("JSON");
    assert_eq!(value["update"]["says"], said);
    assert!(markdown.contains(&format!("## This update\n\n{said}\n")), "{markdown}");
    assert!(html.contains("<h2 id=\"update\">This update</h2>"), "{html}");
    for line in
        ["| changed | connector: description | minor |", "| changed | file readme.md | minor |"]
    {
        assert!(markdown.contains(line), "{markdown}");
    }
    assert!(markdown.contains(r"| removed | schema \<b\>\&\`x | major |"), "{markdown}");
    assert!(html.contains("schema &lt;b&gt;&amp;`x</th>"), "{html}");
    assert_eq!(value["update"]["changes"].as_array().map(Vec::len), Some(3));
    assert!(markdown.contains("through the same offer, with a new link."), "{markdown}");
}

#[test]
fn the_data_of_the_checklist_keeps_its_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("a schema");
    let mut broken = full(Publisher::Verified);
    broken.files.remove("apiProperties.json");
    let mut same = Fixture::clean(Publisher::Verified);
    same.published = Some(same.files.clone());
    for fixture in [
        Fixture::clean(Publisher::Verified),
        Fixture::clean(Publisher::Independent),
        same,
        updated(),
        full(Publisher::Verified),
        full(Publisher::Independent),
        broken,
    ] {
        let text = checklist(&fixture.checked(), "json");
        assert!(!text.contains('\u{1b}') && Json::parse(text.as_str()).is_ok());
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let mut faults = Vec::new();
        validate(&schema, &schema, &value, "", &mut faults);
        assert!(faults.is_empty(), "{faults:#?}");
    }
    // The test would see it.
    let mut faults = Vec::new();
    validate(&schema, &schema, &json!({"schema": 2, "more": 1}), "", &mut faults);
    assert!(faults.len() > 10, "{faults:#?}");
}

/// Checks a value by the keywords that the schema uses, and refuses any other.
fn validate(root: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    for (keyword, wanted) in schema.as_object().expect("a schema is an object") {
        let good = match keyword.as_str() {
            "$schema" | "title" | "description" | "$defs" | "pattern" => true,
            "$ref" => {
                let path = wanted.as_str().expect("a reference").trim_start_matches('#');
                let target = root.pointer(path).expect("it leads somewhere");
                validate(root, target, value, at, faults);
                true
            }
            "const" => value == wanted,
            "enum" => wanted.as_array().expect("a list").contains(value),
            "minimum" => value.as_i64() >= wanted.as_i64() || value.is_null(),
            "minItems" => value.as_array().map_or(0, Vec::len) as u64 >= wanted.as_u64().unwrap(),
            "maxItems" => value.as_array().map_or(0, Vec::len) as u64 <= wanted.as_u64().unwrap(),
            "type" => {
                let is = |name: &Value| match name.as_str().expect("a type") {
                    "string" => value.is_string(),
                    "integer" => value.is_u64(),
                    "boolean" => value.is_boolean(),
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "null" => value.is_null(),
                    other => panic!("{other} is no type"),
                };
                wanted.as_array().map_or_else(|| is(wanted), |types| types.iter().any(is))
            }
            "properties" => {
                for (name, schema) in wanted.as_object().expect("properties") {
                    if let Some(member) = value.get(name) {
                        validate(root, schema, member, &format!("{at}/{name}"), faults);
                    }
                }
                true
            }
            "required" => {
                for name in wanted.as_array().expect("a list") {
                    let name = name.as_str().expect("a name");
                    if value.get(name).is_none() {
                        faults.push(format!("{at} lacks {name}"));
                    }
                }
                true
            }
            "additionalProperties" => value.as_object().is_none_or(|object| {
                object.keys().all(|name| schema["properties"].get(name).is_some())
            }),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    validate(root, wanted, item, &format!("{at}/{index}"), faults);
                }
                true
            }
            other => panic!("{other} is no keyword that this test knows"),
        };
        if !good {
            faults.push(format!("{at} breaks {keyword}: {value}"));
        }
    }
}

#[test]
fn every_form_says_the_same() {
    let fixture = full(Publisher::Verified);
    let checked = fixture.checked();
    let forms = ["md", "html", "json"].map(|form| checklist(&checked, form));
    for task in conncert::tasks::evaluate(&checked) {
        for form in &forms {
            assert!(form.contains(task.task.title), "{}", task.task.title);
        }
    }
    for finding in &checked.report.findings {
        for form in &forms {
            assert!(form.contains(finding.rule.id), "{}", finding.rule.id);
        }
    }
}

#[test]
fn many_connectors_are_a_table_worst_first() {
    let html = format::find("html").expect("a format");
    let page = (html.render)(&many(), &Style::plain());
    let place = |what: &str| page.find(what).unwrap_or_else(|| panic!("no {what}"));
    assert!(place("href=\"#c2\"") < place("href=\"#c1\""), "the worst first");
    assert!(page.contains("✗ 1 of 3 fail the check.") || page.contains("✗ 2 of 3 fail"), "{page}");
    assert!(page.contains("connectors/1 of &lt;3&gt;"));
    let markdown = (format::find("md").expect("its short name").render)(&many(), &Style::plain());
    assert!(markdown.contains("](#c2)") && markdown.contains("<a id=\"c2\">"), "{markdown}");
    assert!(markdown.contains(r"A \| B \<i\>"), "{markdown}");
}

#[test]
fn a_thousand_connectors_stay_small() {
    let one = many().remove(1);
    let all: Vec<Checked> =
        (0..1000).map(|at| Checked { path: format!("c/{at}"), ..one.clone() }).collect();
    let page = (format::find("html").expect("a format").render)(&all, &Style::plain());
    assert!(page.len() < 8 << 20, "{} bytes", page.len());
    assert_eq!(page.matches("<details").count(), 1000);
    // GitHub takes a mebibyte and no more.
    let summary = (format::find("md").expect("a format").render)(&all, &Style::plain());
    assert!(summary.len() < 1 << 20, "{} bytes", summary.len());
    assert!(summary.contains("connectors stand in the table alone."));
    assert_eq!(summary.matches("](#c").count(), 1000, "each is in the table");
}

#[test]
fn a_rule_that_says_several_things_says_each_with_its_place() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.files.insert("readme.md".to_owned(), b"# Contoso Invoices\n".to_vec());
    let all = [fixture.checked(), Fixture::clean(Publisher::Verified).checked()];
    let messages: BTreeSet<&str> = all[0]
        .report
        .findings
        .iter()
        .filter(|found| found.rule.id == "readme-section-missing")
        .map(|found| found.message.as_str())
        .collect();
    assert!(messages.len() > 3, "{messages:?}");
    for format in ["html", "markdown"] {
        let format = format::find(format).expect("a format");
        for text in
            [(format.render)(&all, &Style::plain()), (format.render)(&all[..1], &Style::plain())]
        {
            for message in &messages {
                let (name, _) = message.split_once("”.").expect("a name between quotes");
                let (_, name) = name.split_once('“').expect("a name between quotes");
                assert!(text.contains(&format!("“{name}”")), "{}: {name}\n{text}", format.name);
            }
            assert!(!text.contains("readme.md:1:1, readme.md:1:1"), "{text}");
        }
    }
}

#[test]
fn a_link_to_a_connector_leads_into_what_opens() {
    let html = format::find("html").expect("a format");
    let page = (html.render)(&many(), &Style::plain());
    let (before, _) = page.split_once(" id=\"c2\"").expect("the goal");
    let opens = before.rfind("<details").expect("it opens");
    assert!(before.rfind("</details>").is_none_or(|closed| closed < opens), "{page}");
    assert!(before[opens..].contains("</summary>"), "within, for only then it opens");
}

#[test]
fn a_picture_that_cannot_be_read_is_not_shown() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let whole = icon("160x160");
    fixture.files.insert("icon.png".to_owned(), whole.clone());
    assert!(checklist(&fixture.checked(), "html").contains("<img"));
    fixture.files.insert("icon.png".to_owned(), whole[..whole.len() / 2].to_vec());
    assert!(!checklist(&fixture.checked(), "html").contains("<img"));
}

#[test]
fn what_is_not_known_is_not_claimed() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    fixture.answers.remove("publisher.type");
    fixture.answers.give("support.email", "");
    let submission = fixture.submission(false, true);
    let report = conncert::check::check(&submission, &fixture.settings());
    let checked = Checked { path: String::new(), submission, report };
    let list = checklist(&checked, "md");
    assert!(list.contains("a publisher whose type is still to be answered"), "{list}");
    let value: Value = serde_json::from_str(&checklist(&checked, "json")).expect("JSON");
    assert_eq!(value["publisher"]["told"], false);
    assert_eq!(value["standing"]["errors"], 0);
    let asked: Vec<&str> = value["errors"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["answer"].as_str())
        .collect();
    assert_eq!(asked, ["publisher.type", "support.email"], "in the order of the steps");
    assert_eq!(value["standing"]["questions"], asked.len());
    assert!(list.contains("- To answer: 2 questions"), "{list}");
}

#[test]
fn the_list_names_no_folder_of_this_machine() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    for (told, shown) in [
        ("/home/somebody/invoices", "invoices"),
        (r"C:\Users\Somebody\invoices\", "invoices"),
        ("\"~/invoices\"", "invoices"),
        ("../invoices", "../invoices"),
    ] {
        fixture.answers.give("connector.folder", told);
        let value: Value =
            serde_json::from_str(&checklist(&fixture.checked(), "json")).expect("JSON");
        let steps = value["answers"].as_array().into_iter().flatten();
        let answers = steps.flat_map(|step| step["answers"].as_array().into_iter().flatten());
        let found = answers.into_iter().find(|answer| answer["key"] == "connector.folder");
        assert_eq!(found.expect("the answer")["text"], shown, "{told}");
    }
}

#[test]
fn days_agree_with_what_an_update_takes_and_with_what_has_happened() {
    let mut fixture = updated();
    let value = |fixture: &Fixture| -> Value {
        serde_json::from_str(&checklist(&fixture.checked(), "json")).expect("JSON")
    };
    let first = value(&fixture);
    assert_eq!(first["update"]["weeks"], json!([6, 10]));
    assert_eq!(first["standing"]["days_left"], json!([42, 70]));
    assert_eq!(first["package"]["says"], "");
    fixture.answers.give("dates.handed_in", "2026-11-20");
    fixture.answers.give("dates.pull_request", "2026-11-02");
    let later = value(&fixture);
    assert_ne!(later["standing"]["days_left"], json!([42, 70]));
    let says = later["package"]["says"].as_str().unwrap_or_default();
    assert!(says.starts_with("Microsoft's turn since 2026-11-20: Review"), "{says}");
    let days: Vec<&str> = later["dates"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|day| day["when"].as_str())
        .collect();
    assert_eq!(days, ["2026-11-02", "2026-11-20"]);
    assert!(checklist(&fixture.checked(), "html").contains("✓ Handed in."));
}

#[test]
fn the_checklist_can_be_had_without_a_package() {
    let desk = Desk::new();
    let printed = desk.run(&["checklist", "sample"]);
    assert_eq!(printed.code, 1, "a question is open: {printed:?}");
    assert!(printed.out.starts_with("# Submission checklist: Contoso Invoices"), "{}", printed.out);
    let answered = desk.run(&["checklist", "sample", "--set", "connector.submission=new"]);
    assert_eq!(answered.code, 0, "{answered:?}");
    let page = desk.run(&["checklist", "sample", "--format", "html", "--out", "list.html"]);
    assert_eq!((page.code, page.out.trim()), (1, "list.html"));
    let text = std::fs::read_to_string(desk.path("list.html")).expect("the page");
    assert!(text.starts_with("<!doctype html>"));
    let again = ["checklist", "sample", "--format", "html", "--out", "list.html"];
    assert_error(&desk.run(&again), 3, "is there already");
    assert_eq!(desk.run(&[&again[..], &["--force"]].concat()).code, 1);
    let data = desk.run(&["checklist", "sample", "--format", "json"]);
    let data: Value = serde_json::from_str(&data.out).expect("JSON");
    assert_eq!(data["schema"], 1);
    desk.draft();
    let draft = desk.run(&["checklist", "--draft", "invoices.toml"]);
    assert!(draft.out.contains("# Submission checklist"), "{draft:?}");
    assert_error(&desk.run(&["checklist", "nowhere"]), 3, "nowhere");
    assert_error(&desk.run(&["checklist", "--format", "pdf"]), 2, "pdf");
}
