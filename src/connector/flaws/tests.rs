//! Each kind of object is found once, and each flaw at its limit.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::fmt::Debug;

use super::*;
use crate::source::json::Json;

/// The flaws of a definition, as `pointer flaw`.
fn flaws(text: &str) -> Vec<String> {
    let definition = Definition::new(Json::parse(text).expect("the sample is JSON"));
    let lines = definition.flaws().map(|(node, flaw)| {
        let short = match flaw {
            Flaw::NotAllowed(_) => "not allowed".to_owned(),
            Flaw::Unlisted(_) => "unlisted".to_owned(),
            other => words(other),
        };
        format!("{} {short}", node.pointer())
    });
    lines.collect()
}

fn words(flaw: impl Debug) -> String {
    format!("{flaw:?}")
}

/// A definition with this operation and these further members.
fn with(operation: &str, rest: &str) -> String {
    format!(
        r#"{{"info": {{"title": "T", "version": "1", "description": "D", "contact": {{}}}},
            "paths": {{"/p": {{"get": {{{operation}}}}}}} {rest}}}"#
    )
}

#[test]
fn every_kind_has_its_turn_once() {
    let text = with(
        r##""z": 1, "externalDocs": {"url": "u", "z": 1},
           "parameters": [{"name": "n", "in": "query", "type": "array", "z": 1,
                           "items": {"type": "string", "z": 1}}],
           "responses": {"200": {"description": "d", "z": 1,
               "headers": {"H": {"type": "string", "z": 1}},
               "schema": {"z": 1, "externalDocs": {"url": "u", "z": 1}, "properties": {
                   "free": {"z": 1}, "reference": {"$ref": "#/definitions/Z", "z": 1}}}},
             "x-none": {"z": 1}}"##,
        r#", "z": 1, "x-free": 1, "tags": [{"name": "t", "z": 1, "externalDocs": {"url": "u", "z": 1}}],
           "definitions": {"Z": {"not": {}, "x-free": {"z": 1}}}"#,
    );
    let found: Vec<String> =
        flaws(&text).into_iter().filter(|line| !line.contains("/not ")).collect();
    let get = "/paths/~1p/get";
    let expected = [
        format!("{get}/z Unknown(Operation)"),
        format!("{get}/externalDocs/z Unknown(ExternalDocs)"),
        format!("{get}/parameters/0/z Unknown(Parameter)"),
        format!("{get}/parameters/0/items/z Unknown(Items)"),
        format!("{get}/responses/200/z Unknown(Response)"),
        format!("{get}/responses/200/headers/H/z Unknown(Header)"),
        format!("{get}/responses/200/schema/z Unknown(Schema)"),
        format!("{get}/responses/200/schema/externalDocs/z Unknown(ExternalDocs)"),
        format!("{get}/responses/200/schema/properties/free/z Unknown(Schema)"),
        "/z Unknown(Root)".to_owned(),
        "/tags/0/z Unknown(Tag)".to_owned(),
        "/tags/0/externalDocs/z Unknown(ExternalDocs)".to_owned(),
    ];
    assert_eq!(found, expected);
}

#[test]
fn values_are_of_their_type_and_in_their_list() {
    let parameter = |rest: &str| with(&format!(r#""parameters": [{{"name": "n", {rest}}}]"#), "");
    for (rest, expected) in [
        (r#""in": "query", "type": "file", "maxLength": 10.0"#, &[][..]),
        (r#""in": "query", "type": "object""#, &["type unlisted"]),
        (r#""in": "query", "type": 1"#, &["type Mistyped(String)"]),
        (r#""in": "query""#, &[" Lacks(\"type\")"]),
        (r#""in": "query", "type": " ""#, &["type unlisted", "type Blank"]),
        (r#""in": "body", "schema": {"type": "object"}"#, &[]),
        (r#""in": "Body", "type": "string""#, &["in unlisted"]),
        (r#""type": "string""#, &[" Lacks(\"in\")"]),
        (r#""in": "query", "type": "string", "maxLength": 1.5"#, &["maxLength Mistyped(Integer)"]),
        (r#""in": "query", "type": "string", "maximum": 1.5, "default": null"#, &[]),
        (r#""in": "query", "type": "string", "required": null"#, &["required Mistyped(Boolean)"]),
        (r#""in": "query", "type": "string", "x-ms-visibility": """#, &[]),
        (
            r#""in": "query", "type": "string", "x-ms-visibility": null"#,
            &["x-ms-visibility unlisted"],
        ),
        (
            r#""in": "query", "type": "string", "x-ms-url-encoding": "triple""#,
            &["x-ms-url-encoding unlisted"],
        ),
    ] {
        let found = flaws(&parameter(rest));
        let expected: Vec<String> = expected
            .iter()
            .map(|line| match line.strip_prefix(' ') {
                Some(own) => format!("/paths/~1p/get/parameters/0 {own}"),
                None => format!("/paths/~1p/get/parameters/0/{line}"),
            })
            .collect();
        assert_eq!(found, expected, "{rest}");
    }
}

#[test]
fn extensions_of_operations_are_closed() {
    let text = with(
        r#""x-ms-trigger": "Single", "x-ms-pageable": {"nextLinkName": "", "z": 1},
           "x-ms-notification": {}, "security": [{"a": null, "b": [], "c": {}}],
           "x-ms-api-annotation": {"status": "Beta", "x-z": 1, "replacement": {"api": "a", "z": 1}}"#,
        r#", "securityDefinitions": {"a": {"type": "oauth2", "flow": "code", "in": "z"},
                                     "b": {"type": "apiKey", "in": "body", "flow": "z"}, "c": 1}"#,
    );
    let get = "/paths/~1p/get";
    let expected = [
        format!("{get}/x-ms-trigger unlisted"),
        format!("{get}/x-ms-pageable/nextLinkName Blank"),
        format!("{get}/x-ms-pageable/z not allowed"),
        format!("{get}/x-ms-notification Lacks(\"operationId\")"),
        format!("{get}/security/0/c Mistyped(Array)"),
        format!("{get}/x-ms-api-annotation/status unlisted"),
        format!("{get}/x-ms-api-annotation/x-z not allowed"),
        format!("{get}/x-ms-api-annotation/replacement/z not allowed"),
        "/securityDefinitions/a/flow unlisted".to_owned(),
        "/securityDefinitions/b/in unlisted".to_owned(),
    ];
    assert_eq!(flaws(&text), expected);
}
