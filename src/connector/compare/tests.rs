//! Differences are found where they are, and nowhere else.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};

use super::*;
use crate::connector::files::{RawContent, RawFile};

fn connector(definition: &Value) -> Connector {
    let content = RawContent::Bytes(definition.to_string().into_bytes());
    let role = Role::Definition;
    Connector::new("x", None, vec![RawFile { role, name: role.canonical().to_owned(), content }])
}

fn compared(old: &Value, new: &Value) -> Vec<(Kind, String, String)> {
    let (old, new) = (connector(old), connector(new));
    let found = Comparison::new(&old, &new).differences.into_iter();
    found.map(|one| (one.kind, one.pointer.to_string(), one.subject)).collect()
}

fn post(body: &Value, answer: &Value) -> Value {
    json!({
        "paths": {"/a": {"post": {
            "operationId": "A",
            "parameters": [{"name": "body", "in": "body", "required": true, "schema": body}],
            "responses": {"200": {"description": "x", "schema": answer}}
        }}},
        "definitions": {
            "Tree": {"type": "object", "properties": {
                "name": {"type": "string"}, "child": {"$ref": "#/definitions/Tree"}
            }},
            "Leaf": {"type": "object", "properties": {"name": {"type": "integer"}}}
        }
    })
}

const LOST: &str = "/paths/~1a/post/responses/200/schema/properties/b";

#[test]
fn the_same_version_is_not_different() {
    let tree = json!({"$ref": "#/definitions/Tree"});
    let whole = post(&tree, &tree);
    assert_eq!(compared(&whole, &whole), []);
}

#[test]
fn the_loss_of_a_field_says_it_all() {
    let old = json!({"type": "object", "properties": {
        "a": {"type": "string"},
        "b": {"type": "object", "properties": {"c": {"type": "string"}}}
    }});
    let new = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let found = compared(&post(&json!({}), &old), &post(&json!({}), &new));
    assert_eq!(found, [(Kind::OutputRemoved, LOST.to_owned(), "A → b".to_owned())]);
    let gone = json!({"paths": {"/a": {"post": {"operationId": "A", "responses": {}}}}});
    let body = json!({"paths": {"/a": {"post": {"operationId": "A", "responses": {
        "200": {"schema": old}
    }}}}});
    let whole = [(Kind::OutputRemoved, "/paths/~1a/post/responses".to_owned(), "A".to_owned())];
    assert_eq!(compared(&body, &gone), whole);
}

#[test]
fn nobody_can_tell_what_a_dynamic_schema_holds() {
    let old = json!({"type": "object", "properties": {"b": {"type": "string"}}});
    let new = json!({"type": "object", "x-ms-dynamic-schema": {"operationId": "S"}});
    assert_eq!(compared(&post(&json!({}), &old), &post(&json!({}), &new)), []);
}

#[test]
fn fields_are_found_through_references_lists_and_all_of() {
    let old = json!({"type": "array", "items": {"allOf": [{"$ref": "#/definitions/Tree"}]}});
    let new = json!({"type": "array", "items": {"$ref": "#/definitions/Leaf"}});
    let found = compared(&post(&json!({}), &old), &post(&json!({}), &new));
    let subjects: Vec<&str> = found.iter().map(|(_, _, subject)| subject.as_str()).collect();
    assert_eq!(subjects, ["A → items/child", "A → items/name"]);
    let now = Kind::OutputTypeChanged { was: "string".to_owned(), now: "integer".to_owned() };
    assert_eq!(found[1].0, now);
    assert_eq!(found[1].1, "/definitions/Leaf/properties/name/type");
}

#[test]
fn a_new_field_is_asked_for_only_through_a_required_chain() {
    let body = |outer: Value, inner: Value| {
        json!({"type": "object", "required": outer, "properties": {
            "old": {"type": "object", "required": inner, "properties": {
                "new": {"type": "string"}
            }}
        }})
    };
    let bare = json!({"type": "object", "properties": {"old": {"type": "object"}}});
    let required = |outer: Value, inner: Value| {
        let found = compared(&post(&bare, &json!({})), &post(&body(outer, inner), &json!({})));
        found.into_iter().map(|(kind, _, subject)| (kind, subject)).collect::<Vec<_>>()
    };
    assert_eq!(required(json!([]), json!(["new"])), []);
    let old = (Kind::RequiredInputAdded, "A → body/old".to_owned());
    assert_eq!(required(json!(["old"]), json!([])), std::slice::from_ref(&old));
    let new = (Kind::RequiredInputAdded, "A → body/old/new".to_owned());
    assert_eq!(required(json!(["old"]), json!(["new"])), [old, new]);
}

#[test]
fn an_operation_that_changed_its_id_is_recognised() {
    let one = |id: &str| json!({"paths": {"/a": {"get": {"operationId": id, "responses": {}}}}});
    let found = compared(&one("ListA"), &one("GetA"));
    let kind = Kind::OperationRemoved { renamed: Some("GetA".to_owned()) };
    assert_eq!(found, [(kind, "/paths/~1a/get/operationId".to_owned(), "ListA".to_owned())]);
}

#[test]
fn hostile_references_end() {
    let mut definitions = serde_json::Map::new();
    for level in 0..60 {
        let next = json!({"$ref": format!("#/definitions/D{}", level + 1)});
        let properties = json!({"a": next, "b": next, "c": next});
        definitions
            .insert(format!("D{level}"), json!({"type": "object", "properties": properties}));
    }
    let mut whole = post(&json!({"$ref": "#/definitions/D0"}), &json!({}));
    whole.as_object_mut().unwrap().insert("definitions".to_owned(), definitions.into());
    assert_eq!(compared(&whole, &whole), []);
}
