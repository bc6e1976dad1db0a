//! Which objects are sites, and how they stand.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use super::*;

const SAMPLE: &str = r##"{
    "paths": {
        "/a": {
            "x-ms-notification-content": {"schema": {"type": "object"}},
            "get": {
                "parameters": [
                    {"name": "q", "in": "query", "items": {"items": {"type": "string"}}},
                    {"name": "l", "in": "query", "items": [{"type": "string"}]},
                    {"name": "b", "in": "body", "schema": {"allOf": [{"$ref": "#/definitions/A"}]}}
                ],
                "responses": {
                    "200": {
                        "schema": {"items": [{"type": "string"}], "default": {"properties": {"no": {}}}},
                        "headers": {"X-Left": {"type": "array", "items": {"type": "string"}}}
                    },
                    "x-no": {"schema": {}}
                }
            }
        }
    },
    "definitions": {
        "A": {"$ref": "#/definitions/B", "properties": {"p": {"$ref": 4}}},
        "B": {"additionalProperties": {"type": "string"}},
        "C": {"additionalProperties": true, "items": 3}
    }
}"##;

fn pointers<'a>(json: &Json, sites: impl Iterator<Item = &'a SiteEntry>) -> Vec<(String, Stand)> {
    sites.map(|site| (json.node(site.node).pointer().to_string(), site.stand)).collect()
}

#[test]
fn schema_sites_know_how_they_stand() {
    let json = Json::parse(SAMPLE).expect("the sample is JSON");
    let sites = Sites::new(&json, &Index::new(&json));
    let found = pointers(&json, sites.schemas().iter());
    let expected = [
        ("/paths/~1a/get/parameters/2/schema", Stand::ParameterSchema),
        ("/paths/~1a/get/parameters/2/schema/allOf/0", Stand::Nested),
        ("/paths/~1a/get/responses/200/schema", Stand::ResponseSchema),
        ("/paths/~1a/get/responses/200/schema/items/0", Stand::Nested),
        ("/paths/~1a/x-ms-notification-content/schema", Stand::NotificationSchema),
        ("/definitions/A", Stand::Definition),
        ("/definitions/A/properties/p", Stand::Nested),
        ("/definitions/B", Stand::Definition),
        ("/definitions/B/additionalProperties", Stand::Nested),
        ("/definitions/C", Stand::Definition),
    ];
    assert_eq!(found, expected.map(|(pointer, stand)| (pointer.to_owned(), stand)));
    let roots: Vec<u32> = sites.schemas().iter().map(|site| site.root).collect();
    assert_eq!(roots, [0, 0, 2, 2, 4, 5, 5, 7, 7, 9]);
}

#[test]
fn type_sites_are_those_without_a_reference_and_what_is_not_in_the_body() {
    let json = Json::parse(SAMPLE).expect("the sample is JSON");
    let sites = Sites::new(&json, &Index::new(&json));
    let found = pointers(&json, sites.types().skip(8));
    let expected = [
        ("/paths/~1a/get/parameters/0", Stand::Parameter),
        ("/paths/~1a/get/parameters/0/items", Stand::Items),
        ("/paths/~1a/get/parameters/0/items/items", Stand::Items),
        ("/paths/~1a/get/parameters/1", Stand::Parameter),
        ("/paths/~1a/get/responses/200/headers/X-Left", Stand::Header),
        ("/paths/~1a/get/responses/200/headers/X-Left/items", Stand::Items),
    ];
    assert_eq!(found, expected.map(|(pointer, stand)| (pointer.to_owned(), stand)));
}

#[test]
fn keywords_are_noted() {
    for (bit, keyword) in Keyword::ALL.iter().copied().enumerate() {
        assert_eq!(keyword as usize, bit);
        assert_eq!(Keyword::of(keyword.name()), Some(keyword));
    }
    let json = Json::parse(SAMPLE).expect("the sample is JSON");
    let sites = Sites::new(&json, &Index::new(&json));
    let site = Site::new(&json, sites.schemas()[5]);
    assert!(site.is_reference() && site.has(Keyword::Properties) && !site.has(Keyword::Type));
    assert!(site.is(Keyword::Reference, "#/definitions/B"));
    assert!(!Site::new(&json, sites.schemas()[6]).is_reference());
}
