//! The reader and the editor of JSON against `serde_json`: over the published connectors when
//! `CONNCERT_CORPUS` names a folder of them, and over texts broken at random.

use std::path::{Path, PathBuf};

use conncert::source::edit::{apply, remove, rename, set};
use conncert::source::json::{Json, Node};
use conncert::source::pointer::{Pointer, resolve, resolve_reference};
use conncert::source::text::{Lines, printable};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// Small documents in the layouts of real files.
const DOCUMENTS: [&str; 7] = [
    "{\n  \"swagger\": \"2.0\",\n  \"info\": {\n    \"title\": \"Größe \\u00e4\\ud83d\\ude00\",\n    \"n\": [1, -2.5e3, 0, true, null]\n  },\n  \"paths\": {}\n}\n",
    "{\r\n\t\"a\" : [ ],\r\n\t\"b\" : {\r\n\t\t\"c/d\" : \"x\\\\\",\r\n\t\t\"e~f\" : [\r\n\t\t\t{}\r\n\t\t]\r\n\t}\r\n}",
    "{\"a\":{\"b\":[1,2,{\"c\":\"d\"}]},\"e\":false,\"\":\"\"}",
    "\u{feff}{\n    \"a\": 1,\n    \"a\": {\"b\": 2},\n    \"\\u0061\": {\"b\": 3, \"c\": 4}\n}",
    "[[], [[\"\\n\\t\\\"\\/\"]], 1e-400, 123456789012345678901234567890, -0]",
    "\"text\"",
    "{ \"a\": 1\n, \"b\": [ 1\n, 2 ]\n, \"c\": { } }",
];

fn stripped(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Valid for `serde_json` exactly when valid here, and then the same value.
fn agrees(text: &str) {
    match (Json::parse(text), serde_json::from_str::<Value>(stripped(text))) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours.root().to_value(), theirs, "{text:?}"),
        (Err(_), Err(_)) => {}
        (Ok(_), Err(theirs)) => panic!("only serde_json refuses: {theirs}: {text:?}"),
        (Err(ours), Ok(_)) => panic!("only conncert refuses: {ours:?}: {text:?}"),
    }
}

fn spans_fit(json: &Json) {
    let text = json.text();
    for node in json.nodes() {
        let span = node.span();
        assert_eq!(&text[span.start..span.end], node.raw());
        assert!(!span.is_empty());
        if let Some(found) = node.as_str() {
            assert_eq!(serde_json::from_str::<String>(node.raw()).unwrap(), found);
        }
        if let Some(span) = node.key_span() {
            let raw = &text[span.start..span.end];
            assert_eq!(serde_json::from_str::<String>(raw).unwrap(), node.key().unwrap());
            assert!(span.end < node.span().start);
        }
        if let Some(parent) = node.parent() {
            assert!(parent.span().start < span.start && span.end < parent.span().end);
            if let Some(key) = node.key() {
                assert!(parent.get(&key).is_some());
                assert_eq!(parent.get(&key).unwrap().id() == node.id(), !node.is_replaced());
            }
        }
    }
}

fn hidden(node: Node<'_>) -> bool {
    std::iter::successors(Some(node), |node| node.parent()).any(Node::is_replaced)
}

fn pointers_lead_back(json: &Json) {
    for node in json.nodes().filter(|&node| !hidden(node)) {
        let pointer = node.pointer();
        assert_eq!(resolve(json.root(), &pointer).unwrap().id(), node.id());
        let reference = format!("#{pointer}");
        assert_eq!(resolve_reference(json.root(), &reference).unwrap().id(), node.id());
    }
}

fn edited(json: &Json, edits: &[conncert::source::edit::Edit]) -> Json {
    Json::parse(apply(json.text(), edits).unwrap()).unwrap()
}

fn one_set(json: &Json, pointer: &Pointer, value: &Value) {
    let Ok(edits) = set(json, pointer, value) else {
        return;
    };
    let after = edited(json, &edits);
    let found = resolve(after.root(), pointer).map(Node::to_value);
    assert!(pointer.as_str().contains('-') || found.as_ref() == Some(value), "{pointer} {found:?}");
    if let [edit] = edits.as_slice() {
        let tail = json.text().len() - edit.span.end;
        assert_eq!(&json.text()[..edit.span.start], &after.text()[..edit.span.start]);
        assert!(after.text().ends_with(&json.text()[json.text().len() - tail..]));
    }
    assert!(edits.len() <= 1);
    if found.is_some() {
        assert_eq!(set(&after, pointer, value).unwrap(), [], "setting twice changes nothing");
    }
}

/// Removing `pointer` leaves exactly what is left of the value without it.
fn one_removal(json: &Json, pointer: &Pointer) {
    let Ok(edits) = remove(json, pointer) else {
        return;
    };
    let after = edited(json, &edits);
    let mut expected = json.root().to_value();
    let parent = pointer.parent().and_then(|parent| expected.pointer_mut(parent.as_str()));
    match (parent, pointer.last()) {
        (Some(Value::Object(members)), Some(name)) => {
            members.shift_remove(&*name);
        }
        (Some(Value::Array(items)), Some(index)) => {
            items.remove(index.parse().unwrap());
        }
        _ => {}
    }
    assert_eq!(after.root().to_value(), expected);
}

fn one_renaming(json: &Json, pointer: &Pointer) {
    let Ok(edits) = rename(json, pointer, "new ä\"") else {
        return;
    };
    let after = edited(json, &edits);
    let renamed = pointer.parent().unwrap().child("new ä\"");
    let before = resolve(json.root(), pointer).map(Node::to_value);
    assert_eq!(resolve(after.root(), &renamed).map(Node::to_value), before);
    assert!(resolve(after.root(), pointer).is_none());
    assert_eq!(json.len(), after.len());
}

fn json_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            json_files(&path, found);
        } else if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json")) {
            found.push(path);
        }
    }
}

fn corpus() -> Vec<(PathBuf, Vec<u8>)> {
    let Some(folder) = crate::support::corpus() else { return Vec::new() };
    let mut files = Vec::new();
    json_files(Path::new(&folder), &mut files);
    assert!(!files.is_empty(), "CONNCERT_CORPUS holds no JSON file");
    files.sort();
    files.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn published_files_are_read_as_serde_json_reads_them() {
    let mut valid = 0;
    for (path, bytes) in corpus() {
        let text = std::str::from_utf8(&bytes);
        let theirs = text.is_ok_and(|text| serde_json::from_str::<Value>(stripped(text)).is_ok());
        let ours = Json::parse_bytes(&bytes);
        assert_eq!(ours.is_ok(), theirs, "{}: {:?}", path.display(), ours.err());
        if let Ok(json) = ours {
            agrees(json.text());
            spans_fit(&json);
            valid += 1;
        }
    }
    eprintln!("{valid} valid files");
}

#[test]
fn published_files_survive_edits() {
    for (_, bytes) in corpus() {
        let Ok(json) = Json::parse_bytes(&bytes) else {
            continue;
        };
        // One place in each file, another one in the next: all of them would take minutes.
        let chosen = json.nodes().nth(bytes.len() * 7 % json.len()).unwrap();
        if hidden(chosen) {
            continue;
        }
        let pointer = chosen.pointer();
        one_set(&json, &pointer, &json!({"x": ["y", {}]}));
        one_set(&json, &pointer.child("new").child("deep"), &json!([1]));
        one_removal(&json, &pointer);
        one_renaming(&json, &pointer);
    }
}

#[test]
fn own_documents_are_read_right() {
    for text in DOCUMENTS {
        agrees(text);
        let json = Json::parse(text).unwrap();
        spans_fit(&json);
        pointers_lead_back(&json);
    }
}

#[test]
fn every_place_of_own_documents_can_be_edited() {
    let values = [json!(null), json!("é\u{2028}"), json!({"x": [1, {"y": []}]}), json!([[]])];
    for text in DOCUMENTS {
        let json = Json::parse(text).unwrap();
        for node in json.nodes().filter(|&node| !hidden(node)) {
            let pointer = node.pointer();
            for value in &values {
                one_set(&json, &pointer, value);
                one_set(&json, &pointer.child("k/1").child("~"), value);
                one_set(&json, &pointer.index(node.children().count()), value);
                one_set(&json, &pointer.child("-"), value);
            }
            one_set(&json, &pointer, &node.to_value());
            assert_eq!(set(&json, &pointer, &node.to_value()).unwrap(), []);
            one_removal(&json, &pointer);
            one_renaming(&json, &pointer);
        }
    }
}

/// What breaks JSON, or nearly does, between strokes.
const SCRAPS: &str = concat!(
    "{|}|[|]|,|:|\"|\\|'|/|//|/*|#|\u{feff}|\u{a0}| |\n|\r|\t|\0|\u{1b}|\u{7f}|ä|😀|",
    r"\u|\ud800|\udc00|\u0061|0|1|-|+|.|e|1e309|1e-999|true|null|nul|NaN",
);

fn mutated() -> impl Strategy<Value = String> {
    let change = (any::<Index>(), 0..4_usize, select(SCRAPS.split('|').collect::<Vec<_>>()));
    (select(&DOCUMENTS[..]), proptest::collection::vec(change, 0..4)).prop_map(|(text, changes)| {
        let mut characters: Vec<char> = text.chars().collect();
        for (place, length, scrap) in changes {
            let start = place.index(characters.len() + 1);
            let end = (start + length).min(characters.len());
            characters.splice(start..end, scrap.chars());
        }
        characters.into_iter().collect()
    })
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((any::<String>(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Enough to meet each scrap at each document many times over.
const CASES: u32 = 1500;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn broken_texts_are_judged_as_serde_json_judges_them(text in mutated()) {
        agrees(&text);
        match Json::parse(text.as_str()) {
            Ok(json) => {
                spans_fit(&json);
                pointers_lead_back(&json);
            }
            Err(error) => {
                prop_assert!(text.is_char_boundary(error.offset), "{error:?}");
                prop_assert!(!error.reason.is_empty());
                prop_assert_eq!(printable(&error.reason), error.reason.as_str());
                let _ = Lines::new(&text).position(&text, error.offset);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        match Json::parse_bytes(&bytes) {
            Ok(json) => spans_fit(&json),
            Err(error) => prop_assert!(error.offset <= bytes.len()),
        }
    }

    #[test]
    fn broken_bytes_are_read_or_refused(
        text in mutated(), place in any::<Index>(), byte in any::<u8>(),
    ) {
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        match (Json::parse_bytes(&bytes), std::str::from_utf8(&bytes)) {
            (_, Ok(text)) => agrees(text),
            (ours, Err(_)) => prop_assert!(ours.is_err()),
        }
    }

    #[test]
    fn printed_values_are_read_back(value in value(), pretty in any::<bool>()) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        let json = Json::parse(text).unwrap();
        prop_assert_eq!(json.root().to_value(), value);
        spans_fit(&json);
    }

    #[test]
    fn edits_do_what_they_say(
        text in mutated(), new in value(), place in any::<Index>(), key in "[a-c/~ä]{0,2}",
    ) {
        if let Ok(json) = Json::parse(text) {
            let node = json.nodes().nth(place.index(json.len())).unwrap();
            one_set(&json, &node.pointer(), &new);
            one_set(&json, &node.pointer().child(&key), &new);
            one_removal(&json, &node.pointer());
            one_renaming(&json, &node.pointer());
        }
    }

    #[test]
    fn lines_and_pointers_take_any_text(text in any::<String>(), offset in 0..400_usize) {
        let lines = Lines::new(&text);
        let position = lines.position(&text, offset);
        let before: String = text.bytes().take(offset).map(char::from).collect();
        prop_assert!(position.line >= 1 && position.column >= 1);
        prop_assert!(position.line <= 1 + before.matches(['\n', '\r']).count());
        let pointer = Pointer::root().child(&text).child("x");
        prop_assert_eq!(pointer.tokens().next().unwrap(), text.as_str());
        prop_assert_eq!(Pointer::parse(pointer.as_str()), Some(pointer.clone()));
        prop_assert_eq!(printable(&text).find(char::is_control), None);
        let json = Json::parse("{\"a\":[1]}").unwrap();
        let _ = resolve_reference(json.root(), &text);
    }
}
