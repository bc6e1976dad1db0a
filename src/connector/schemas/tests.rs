//! Where references lead, what is input and output, counts, depths and loops.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::fmt::Write as _;

use super::*;
use crate::connector::index::Index;

fn with<T>(text: &str, ask: impl Fn(&Json, &Sites, &Schemas) -> T) -> T {
    let json = Json::parse(text).expect("the sample is JSON");
    let sites = Sites::new(&json, &Index::new(&json));
    let schemas = Schemas::new(&json, &sites);
    ask(&json, &sites, &schemas)
}

/// Count and depth of each definition.
fn extents(definitions: &str) -> Vec<(u32, u32)> {
    with(&format!("{{\"definitions\": {{{definitions}}}}}"), |_, sites, schemas| {
        let roots = sites.schemas().iter().filter(|site| site.stand == Stand::Definition);
        roots
            .map(|site| (schemas.count(sites, site.node), schemas.depth(sites, site.node)))
            .collect()
    })
}

fn looping(definitions: &str) -> Vec<String> {
    with(&format!("{{\"definitions\": {{{definitions}}}}}"), |json, sites, schemas| {
        let found = schemas.looping(json, sites).iter();
        found.filter_map(|id| Some(json.node(*id).key()?.into_owned())).collect()
    })
}

const SIDES: &str = r##"{
    "paths": {"/a": {"post": {
        "parameters": [{"in": "body", "schema": {"items": {"$ref": "#/definitions/Alias"}}}],
        "responses": {"200": {"schema": {"$ref": "#/definitions/Both"}}}
    }}},
    "definitions": {
        "Alias": {"$ref": "#/definitions/Sent/properties/part"},
        "Sent": {"properties": {"part": {}, "other": {"$ref": "#/definitions/Both"}}},
        "Both": {"properties": {"self": {"$ref": "#/definitions/Both"}}},
        "Neither": {"items": {"$ref": "#/definitions/Lost"}},
        "Lost": {"$ref": "#/definitions/Round"},
        "Round": {"$ref": "#/definitions/Lost"}
    }
}"##;

#[test]
fn input_and_output_follow_references_into_whole_definitions() {
    with(SIDES, |json, sites, schemas| {
        let sides: Vec<(String, bool, bool)> = sites
            .schemas()
            .iter()
            .filter(|site| site.stand == Stand::Definition)
            .map(|site| {
                let name = json.node(site.node).key().unwrap_or_default().into_owned();
                (name, schemas.is_input(site), schemas.is_output(site))
            })
            .collect();
        let expected = [
            ("Alias", true, false),
            ("Sent", true, false),
            ("Both", true, true),
            ("Neither", false, false),
            ("Lost", false, false),
            ("Round", false, false),
        ];
        assert_eq!(sides, expected.map(|(name, sent, got)| (name.to_owned(), sent, got)));
    });
}

#[test]
fn a_circle_of_references_leads_nowhere() {
    with(SIDES, |json, _, schemas| {
        let nowhere = schemas.references.iter().filter(|reference| reference.target.is_none());
        assert_eq!(nowhere.count(), 3);
        let definitions = json.root().get("definitions").expect("there");
        let stands = |name| stands_for(json.root(), definitions.get(name).expect("there"));
        assert!(stands("Round").is_none());
        assert_eq!(stands("Alias").and_then(Node::key).as_deref(), Some("part"));
    });
}

#[test]
fn each_definition_counts_once_and_repeated_references_as_one() {
    let found = extents(
        r##""A": {"properties": {"x": {"$ref": "#/definitions/B"}, "y": {"$ref": "#/definitions/B"}}},
            "B": {"properties": {"p": {}, "back": {"$ref": "#/definitions/A"}}},
            "C": {"$ref": "#/definitions/B", "properties": {"ignored": {"items": {"items": {}}}}},
            "D": {"items": {"$ref": "#/definitions/None"}}"##,
    );
    // From A: A, B, p, the second reference to B, the open one to A.
    // From B the way ends where A refers to B again.
    assert_eq!(found, [(5, 3), (5, 2), (5, 2), (2, 2)]);
}

#[test]
fn nothing_is_counted_or_measured_beyond_the_limits() {
    let mut chain = String::new();
    for at in 0..5000 {
        let _ =
            write!(chain, r##""N{at}": {{"items": {{"$ref": "#/definitions/N{}"}}}},"##, at + 1);
    }
    chain.push_str("\"N5000\": {}");
    let found = extents(&chain);
    assert_eq!(found[0], (COUNTED.min(5001), MEASURED));
    assert_eq!(&found[4985..4988], [(16, 16), (15, 15), (14, 14)]);
}

#[test]
fn definitions_that_all_refer_to_each_other_are_measured_in_time() {
    let mut crowd = String::new();
    for at in 0..14 {
        let _ = write!(crowd, "\"N{at}\": {{\"properties\": {{");
        for to in 0..14 {
            let _ = write!(crowd, r##""p{to}": {{"$ref": "#/definitions/N{to}"}},"##);
        }
        crowd.push_str("\"end\": {}}},");
    }
    crowd.push_str("\"Z\": {}");
    let found = extents(&crowd);
    assert_eq!(found[0].0, 14 * 16 - 13);
    assert_eq!(found[0].1, 15);
}

#[test]
fn only_what_is_required_makes_a_loop() {
    let node =
        r##"{"required": ["next"], "properties": {"next": {"$ref": "#/definitions/Next"}}}"##;
    assert_eq!(looping(&format!(r##""A": {node}, "Next": {{"$ref": "#/definitions/A"}}"##)), ["A"]);
    assert!(looping(&format!("\"A\": {node}, \"Next\": {{}}")).is_empty());
    let in_between =
        r##"{"allOf": [{"required": ["b"], "properties": {"b": {"$ref": "#/definitions/A"}}}]}"##;
    assert_eq!(looping(&format!("\"A\": {node}, \"Next\": {in_between}")), ["A", "Next"]);
    let optional = r##"{"properties": {"b": {"$ref": "#/definitions/A"}}}"##;
    assert!(looping(&format!("\"A\": {node}, \"Next\": {optional}")).is_empty());
    let list =
        r##"{"required": ["b"], "properties": {"b": {"items": {"$ref": "#/definitions/A"}}}}"##;
    assert!(looping(&format!("\"A\": {node}, \"Next\": {list}")).is_empty());
}
