//! Calls, who reaches them, and what their parameters mean.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use super::source::Meaning;
use super::*;
use crate::source::json::Json;

fn definition(text: &str) -> Definition {
    Definition::new(Json::parse(text).expect("JSON"))
}

/// Each call: where it stands, and the methods and paths of the operations that reach it.
fn calls(definition: &Definition) -> Vec<(String, Vec<String>)> {
    definition
        .dynamics()
        .calls(definition)
        .map(|call| {
            let callers = call.callers().map(|caller| caller.operation.name()).collect();
            (call.node().pointer().to_string(), callers)
        })
        .collect()
}

#[test]
fn calls_are_reached_through_every_kind_of_schema_and_around_circles() {
    let definition = definition(
        r##"{
        "paths": {
            "/a": {"get": {"responses": {"200": {"schema": {"$ref": "#/definitions/Ring"}}}}},
            "/b": {"x-ms-notification-content": {"schema": {"items": [{"$ref": "#/definitions/Ring"}]}},
                   "post": {"parameters": [{"in": "body", "schema": {"properties": {
                       "x": {"additionalProperties": {"x-ms-dynamic-list": {}}}}}}]}},
            "/c": {"get": {"parameters": [{"in": "query", "items": {"items": {"x-ms-dynamic-tree": {
                       "open": {}, "browse": {}}}}}]}},
            "/d": {"get": {"parameters": [{"$ref": "#/parameters/p"}]}}
        },
        "parameters": {"p": {"in": "query", "x-ms-dynamic-values": {}}},
        "definitions": {
            "Ring": {"properties": {"next": {"$ref": "#/definitions/Rest"}}},
            "Rest": {"allOf": [{"$ref": "#/definitions/Ring"}], "x-ms-dynamic-schema": {}},
            "Unused": {"x-ms-dynamic-values": {}, "properties": {"x-ms-dynamic-values": {}}}
        },
        "x-ms-capabilities": {"testConnection": {}, "file-picker": {"open": {}, "browse": 1}}
        }"##,
    );
    let expected = [
        (
            "/paths/~1b/post/parameters/0/schema/properties/x/additionalProperties/x-ms-dynamic-list",
            vec!["POST /b"],
        ),
        ("/paths/~1c/get/parameters/0/items/items/x-ms-dynamic-tree/open", vec!["GET /c"]),
        ("/paths/~1c/get/parameters/0/items/items/x-ms-dynamic-tree/browse", vec!["GET /c"]),
        ("/parameters/p/x-ms-dynamic-values", vec!["GET /d"]),
        ("/definitions/Rest/x-ms-dynamic-schema", vec!["GET /a", "POST /b"]),
        ("/definitions/Unused/x-ms-dynamic-values", vec![]),
        ("/x-ms-capabilities/testConnection", vec![]),
        ("/x-ms-capabilities/file-picker/open", vec![]),
    ];
    let found = calls(&definition);
    assert_eq!(found.len(), expected.len());
    for ((pointer, callers), (wanted, by)) in found.iter().zip(expected) {
        assert_eq!(
            (pointer.as_str(), callers),
            (wanted, &by.iter().map(|name| (*name).to_owned()).collect())
        );
    }
}

const BODY: &str = r#"{"paths": {"/a": {"post": {"operationId": "A",
    "parameters": [
        {"name": "q", "in": "query", "required": true}, {"name": "q", "in": "header"},
        {"name": "in", "in": "body", "required": true, "schema": {
            "required": ["hook"],
            "properties": {
                "hook": {"x-ms-visibility": "internal", "properties": {"id": {"type": "string"}}},
                "in": {"properties": {"deep": {"type": "string"}}},
                "free": {},
                "x": {"x-ms-dynamic-values": {"operationId": "A"}, "x-ms-dynamic-list": {"operationId": "A"}}
            }}}
    ]}}}}"#;

fn meaning(meaning: Meaning<'_>) -> String {
    match meaning {
        Meaning::Parameter(node) => format!("parameter {}", node.pointer()),
        Meaning::Property(node) => node.pointer().tokens().skip(7).collect::<Vec<_>>().join("/"),
        Meaning::Open => "open".to_owned(),
        Meaning::Absent => "absent".to_owned(),
    }
}

#[test]
fn references_are_read_by_their_version() {
    let definition = definition(BODY);
    let read = |kind: Kind, name: &str| {
        let mut calls = definition.dynamics().calls(&definition);
        let call = calls.find(|call| call.kind() == kind).expect("a call");
        let caller = call.callers().next().expect("a caller");
        let source = call.source(call.node(), name, Meaning::Absent, caller);
        (meaning(source.meaning), source.is_required, source.is_internal)
    };
    let parameter = "parameter /paths/~1a/post/parameters/0".to_owned();
    for kind in [Kind::Values, Kind::List] {
        assert_eq!(read(kind, "q"), (parameter.clone(), Some(true), false));
        assert_eq!(read(kind, "lost"), ("absent".to_owned(), None, false));
    }
    // The first version finds the way by itself and is not judged on it; the second needs the
    // name of the body, and is.
    for name in ["hook/id", "hook.id", "in/hook/id", "in.hook.id"] {
        assert_eq!(read(Kind::Values, name).0, "hook/properties/id", "{name}");
    }
    assert_eq!(read(Kind::Values, "in/deep").0, "in/properties/deep");
    assert_eq!(read(Kind::Values, "free.x").0, "open");
    assert_eq!(read(Kind::Values, "hook/id"), ("hook/properties/id".to_owned(), None, false));
    assert_eq!(read(Kind::List, "hook/id").0, "absent");
    assert_eq!(
        read(Kind::List, "in/hook/id"),
        ("hook/properties/id".to_owned(), Some(false), true)
    );
    assert_eq!(read(Kind::List, "in/hook"), ("hook".to_owned(), Some(true), true));
    assert_eq!(read(Kind::List, "in/free"), ("free".to_owned(), Some(false), false));
}

#[test]
fn names_of_the_first_version_are_rewritten_for_the_second() {
    let definition = definition(BODY);
    let call = definition.dynamics().calls(&definition).next().expect("a call");
    let caller = call.callers().next().expect("a caller");
    assert_eq!(caller.new_name("q").as_deref(), Some("q"));
    assert_eq!(caller.new_name("hook.id").as_deref(), Some("in/hook/id"));
    assert_eq!(caller.new_name("lost"), None);
    assert!(caller.is_ambiguous("q") && !caller.is_ambiguous("in"));
}

#[test]
fn each_of_many_operations_goes_round_a_great_ring_once() {
    use std::fmt::Write as _;
    const MANY: usize = 1000;
    let mut text = String::from(r#"{"paths": {"#);
    for number in 0..MANY {
        let _ = write!(
            text,
            r##""/{number}": {{"get": {{"responses": {{"200": {{"schema":
                {{"$ref": "#/definitions/{number}"}}}}}}}}}},"##
        );
    }
    text.push_str(r#""x-": 0}, "definitions": {"#);
    for number in 0..MANY {
        let next = (number + 1) % MANY;
        let _ = write!(text, r##""{number}": {{"items": {{"$ref": "#/definitions/{next}"}}}},"##);
    }
    text.push_str(r#""x": 0}, "parameters": {"p": {"in": "query", "x-ms-dynamic-values": {}}}}"#);
    let text = text.replacen(r#""0": {"#, r#""0": {"x-ms-dynamic-list": {},"#, 1);
    let definition = definition(&text);
    let callers: Vec<usize> =
        definition.dynamics().calls(&definition).map(|call| call.callers().count()).collect();
    assert_eq!(callers, [MANY, 0]);
}
