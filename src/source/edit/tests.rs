//! Edits of texts laid out in every way that real files are.

use serde_json::{Value, json};

use super::*;

fn at(text: &str) -> Pointer {
    Pointer::parse(text).unwrap()
}

fn after_set(text: &str, pointer: &str, value: &Value) -> String {
    let json = Json::parse(text).unwrap();
    apply(text, &set(&json, &at(pointer), value).unwrap()).unwrap()
}

fn after_remove(text: &str, pointer: &str) -> String {
    let json = Json::parse(text).unwrap();
    apply(text, &remove(&json, &at(pointer)).unwrap()).unwrap()
}

fn after_rename(text: &str, pointer: &str, key: &str) -> Result<String, EditError> {
    let json = Json::parse(text).unwrap();
    apply(text, &rename(&json, &at(pointer), key)?)
}

#[test]
fn replacing_touches_only_the_value() {
    let text = "{\r\n\t\"a\" :  1,\r\n\t\"b\": \"x\"\r\n}\r\n";
    assert_eq!(after_set(text, "/a", &json!("ä😀\n")), text.replace('1', "\"ä😀\\n\""));
    assert_eq!(after_set(text, "/b", &json!("x")), text);
    assert_eq!(
        after_set(text, "/b", &json!({"c": [1]})),
        text.replace("\"x\"", "{\r\n\t\t\"c\" :  [\r\n\t\t\t1\r\n\t\t]\r\n\t}")
    );
}

#[test]
fn a_new_member_follows_its_siblings() {
    for (text, expected) in [
        ("{\n    \"a\" : 1\n}\n", "{\n    \"a\" : 1,\n    \"n\" : 7\n}\n"),
        ("{\r\n\t\"a\":1,\r\n\t\"b\":2\r\n}", "{\r\n\t\"a\":1,\r\n\t\"b\":2,\r\n\t\"n\":7\r\n}"),
        ("{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":2,\"n\":7}"),
        ("{\"a\":1}", "{\"a\":1,\"n\":7}"),
        ("{ \"a\": 1, \"b\": 2 }", "{ \"a\": 1, \"b\": 2, \"n\": 7 }"),
        ("{\"a\": 1}", "{\"a\": 1, \"n\": 7}"),
        ("{\n  \"a\": 1\n\n\n, \"b\": 2\n}", "{\n  \"a\": 1\n\n\n, \"b\": 2\n, \"n\": 7\n}"),
        ("{}", "{\n  \"n\": 7\n}"),
        ("\u{feff}{\n\n \"a\":{}\n}", "\u{feff}{\n\n \"a\":{},\n \"n\":7\n}"),
        ("{\n  \"a\": 1\n  ,\"b\": 2\n}", "{\n  \"a\": 1\n  ,\"b\": 2\n  ,\"n\": 7\n}"),
    ] {
        assert_eq!(after_set(text, "/n", &json!(7)), expected);
    }
}

#[test]
fn missing_parents_are_made() {
    let text = "{\n  \"info\": {\n    \"title\": \"T\"\n  }\n}";
    assert_eq!(
        after_set(text, "/info/contact/email", &json!("a@b.c")),
        "{\n  \"info\": {\n    \"title\": \"T\",\n    \"contact\": {\n      \"email\": \"a@b.c\"\n    }\n  }\n}"
    );
    assert_eq!(
        after_set("{\"a\":{},\"b\":[]}", "/a/x/y", &json!([1, {"z": 2}])),
        "{\"a\":{\"x\":{\"y\":[1,{\"z\":2}]}},\"b\":[]}"
    );
    assert_eq!(after_set("{\"a\":1}", "/b/-", &json!(2)), "{\"a\":1,\"b\":[2]}");
    assert_eq!(
        after_set("{\n  \"a\": {}\n}", "/a/b", &json!({})),
        "{\n  \"a\": {\n    \"b\": {}\n  }\n}"
    );
}

#[test]
fn arrays_are_appended_to() {
    let text = "{\n  \"a\": [\n    1\n  ],\n  \"b\": [\"x\", \"y\"],\n  \"c\": []\n}";
    assert_eq!(after_set(text, "/a/-", &json!(2)), text.replace("1\n", "1,\n    2\n"));
    assert_eq!(after_set(text, "/a/1", &json!(2)), text.replace("1\n", "1,\n    2\n"));
    assert_eq!(after_set(text, "/b/-", &json!("z")), text.replace("\"y\"", "\"y\", \"z\""));
    assert_eq!(after_set(text, "/c/0", &json!(1)), text.replace("[]", "[\n    1\n  ]"));
    let json = Json::parse(text).unwrap();
    for pointer in ["/a/2", "/a/x", "/a/00", "/a/0/x", "/b/0/-"] {
        assert!(set(&json, &at(pointer), &json!(1)).is_err(), "{pointer}");
    }
}

#[test]
fn removing_leaves_valid_text() {
    let text = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n";
    assert_eq!(after_remove(text, "/a"), "{\n  \"b\": 2,\n  \"c\": 3\n}\n");
    assert_eq!(after_remove(text, "/b"), "{\n  \"a\": 1,\n  \"c\": 3\n}\n");
    assert_eq!(after_remove(text, "/c"), "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
    assert_eq!(after_remove(text, "/d"), text);
    assert_eq!(after_remove("{\n  \"a\": [\n 1 ]\n}", "/a/0"), "{\n  \"a\": []\n}");
    assert_eq!(after_remove("[1,2,3]", "/2"), "[1,2]");
    // A replaced member would count again.
    assert_eq!(after_remove("{\"a\":1,\"b\":2,\"a\":3}", "/a"), "{\"b\":2}");
    assert_eq!(after_remove("{\"a\":1,\"\\u0061\":3}", "/a"), "{}");
    assert_eq!(after_remove("{\"b\":2,\"a\":1,\"a\":3}", "/a"), "{\"b\":2}");
    assert!(remove(&Json::parse("1").unwrap(), &Pointer::root()).is_err());
}

#[test]
fn renaming_touches_only_the_key() {
    assert_eq!(after_rename("{ \"a\" : 1 }", "/a", "ä\"").unwrap(), "{ \"ä\\\"\" : 1 }");
    assert_eq!(after_rename("{\"a\":1,\"a\":2}", "/a", "b").unwrap(), "{\"b\":1,\"b\":2}");
    assert_eq!(after_rename("{\"a\":1}", "/a", "a").unwrap(), "{\"a\":1}");
    assert!(after_rename("{\"a\":1,\"b\":2}", "/a", "b").is_err());
    assert!(after_rename("[1]", "/0", "b").is_err());
    assert!(after_rename("{}", "/a", "b").is_err());
}

#[test]
fn edits_that_do_not_fit_are_refused() {
    let edit = |start, end| Edit { span: Span { start, end }, text: "x".to_owned() };
    assert_eq!(apply("abcd", &[edit(3, 4), edit(0, 1), edit(1, 1)]).unwrap(), "xxbcx");
    assert!(apply("abcd", &[edit(0, 2), edit(1, 3)]).is_err());
    assert!(apply("abcd", &[edit(3, 9)]).is_err());
    assert!(apply("abcd", &[edit(3, 1)]).is_err());
    assert!(apply("ä", &[edit(1, 2)]).is_err());
    // Two insertions into one empty container would leave out the comma.
    let json = Json::parse("{}").unwrap();
    let mut edits = set(&json, &at("/a"), &json!(1)).unwrap();
    edits.extend(set(&json, &at("/b"), &json!(1)).unwrap());
    assert!(apply("{}", &edits).is_err());
}

#[test]
fn the_root_can_be_replaced() {
    assert_eq!(after_set(" 1 ", "", &json!([2])), " [\n   2\n ] ");
    assert_eq!(after_set("{\"a\":1}", "", &json!({"b": 2, "c": 3})), "{\"b\":2,\"c\":3}");
}

#[test]
fn a_large_minified_file_is_edited_quickly() {
    let text = format!("[{}0]", "{\"a\":[1]},".repeat(100_000));
    let expected = text.replacen("[1]", "[1],\"b\":{\"c\":1}", 1);
    assert_eq!(after_set(&text, "/0/b", &json!({"c": 1})), expected);
}
