//! Schemas as a graph: what a schema stands for, what lies below it, and value paths (N14).

use super::definition::Definition;
use crate::source::hash::HashSet;
use crate::source::json::Node;
use crate::source::pointer::resolve_reference;

/// The longest chain of references that is followed; a longer one leads nowhere, like a circle.
const LONGEST_CHAIN: usize = 100;

/// The most `allOf` elements that one question looks through. No real schema has as many; without
/// a limit a hostile file could make every question expensive. Beyond it a schema counts as open.
const MOST_PARTS: usize = 200;

/// The extensions that make the shape of a schema known only when a flow is built.
pub const DYNAMIC: [&str; 5] = [
    "x-ms-dynamic-values",
    "x-ms-dynamic-list",
    "x-ms-dynamic-schema",
    "x-ms-dynamic-properties",
    "x-ms-dynamic-tree",
];

/// The object that a schema stands for: itself, or what its references lead to in the end (N9).
/// None for what is no object, for a dead reference and for a circle.
pub fn follow(written: Node<'_>) -> Option<Node<'_>> {
    let root = written.root();
    let mut node = written;
    for _ in 0..LONGEST_CHAIN {
        if !node.is_object() {
            return None;
        }
        match node.text("$ref") {
            Some(reference) if reference.starts_with("#/definitions/") => {
                node = resolve_reference(root, &reference)?;
            }
            Some(_) => return None,
            None => return Some(node),
        }
    }
    None
}

/// The schemas directly below one (N9): properties, items, additional properties, parts.
pub fn below(schema: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    let items = schema.get("items");
    let one = items.filter(|items| items.is_object());
    let properties = schema.get("properties").into_iter().flat_map(Node::members);
    properties
        .map(|(_, child)| child)
        .chain(one)
        .chain(items.into_iter().flat_map(Node::items))
        .chain(schema.get("additionalProperties"))
        .chain(schema.get("allOf").into_iter().flat_map(Node::items))
        .filter(|child| child.is_object())
}

/// What a value path leads to (N14).
#[derive(Debug, Clone, Copy)]
pub enum Found<'a> {
    /// This schema, after references.
    At(Node<'a>),
    /// Nobody can know: the way leads through an open schema.
    Open,
    /// Nothing; every schema on the way is closed.
    Absent,
}

/// Follows a value path from a schema.
pub fn find<'a>(schema: Node<'a>, path: &str) -> Found<'a> {
    find_with(schema, path, |_, _, _| {})
}

/// Follows a value path, telling of each step the schema, the part, and the property, both after
/// references.
pub fn find_with<'a>(
    schema: Node<'a>,
    path: &str,
    mut step: impl FnMut(Node<'a>, &str, Node<'a>),
) -> Found<'a> {
    let Some(mut current) = follow(schema) else { return Found::Open };
    for part in path.split('/').filter(|part| !part.is_empty()) {
        match property(current, part) {
            Ok(Some(written)) => {
                let Some(next) = follow(written) else { return Found::Open };
                step(current, part, next);
                current = next;
            }
            Ok(None) if is_closed(current) => return Found::Absent,
            Ok(None) | Err(TooMany) => return Found::Open,
        }
    }
    Found::At(current)
}

/// The property that a path means where it misses one only by the case of its letters, as the
/// whole path in its right spelling.
pub fn spelt_right(schema: Node<'_>, path: &str) -> Option<String> {
    let mut current = follow(schema)?;
    let mut right = Vec::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let exact = property(current, part).ok()?.map(|written| (part.to_owned(), written));
        let (name, written) = exact.or_else(|| {
            let mut near = Vec::new();
            each_part(current, |schema| {
                let properties = schema.get("properties").into_iter().flat_map(Node::members);
                near.extend(properties.filter(|(name, _)| name.eq_ignore_ascii_case(part)));
                false
            })
            .ok()?;
            match near.as_slice() {
                [(name, written)] => Some((name.clone().into_owned(), *written)),
                _ => None,
            }
        })?;
        right.push(name);
        current = follow(written)?;
    }
    Some(right.join("/"))
}

/// The type of a schema or parameter, where it is one of the six.
pub fn kind(node: Node<'_>) -> Option<&'static str> {
    let kind = node.text("type")?;
    ["string", "boolean", "array", "object", "number", "integer"]
        .into_iter()
        .find(|known| *known == kind)
}

/// Whether `required` of an object schema names a property.
pub fn requires(schema: Node<'_>, name: &str) -> bool {
    let list = schema.get("required").into_iter().flat_map(Node::items);
    list.filter_map(Node::as_str).any(|found| found == name)
}

/// More parts than are looked through.
struct TooMany;

/// A property of a schema: its own, or one of its parts.
fn property<'a>(schema: Node<'a>, name: &str) -> Result<Option<Node<'a>>, TooMany> {
    let own = |schema: Node<'a>| schema.get("properties")?.get(name);
    // Most schemas have no parts, and nothing needs remembering.
    if let Some(found) = own(schema) {
        return Ok(Some(found));
    }
    if schema.get("allOf").is_none() {
        return Ok(None);
    }
    let mut found = None;
    each_part(schema, |part| {
        found = own(part);
        found.is_some()
    })?;
    Ok(found)
}

/// Shows a schema and its parts, references followed, each once, until one is the one.
fn each_part<'a>(schema: Node<'a>, mut is_it: impl FnMut(Node<'a>) -> bool) -> Result<(), TooMany> {
    let mut seen = HashSet::default();
    let mut open = vec![schema];
    let mut looked = 0;
    while let Some(part) = open.pop() {
        if !seen.insert(part.id()) {
            continue;
        }
        if is_it(part) {
            return Ok(());
        }
        let before = open.len();
        for element in part.get("allOf").into_iter().flat_map(Node::items) {
            looked += 1;
            if looked > MOST_PARTS {
                return Err(TooMany);
            }
            open.extend(follow(element));
        }
        if let Some(added) = open.get_mut(before..) {
            added.reverse();
        }
    }
    Ok(())
}

/// Whether a schema names everything that can be in it.
fn is_closed(schema: Node<'_>) -> bool {
    let mut is_open = false;
    let looked = each_part(schema, |part| {
        let mut parts = part.get("allOf").into_iter().flat_map(Node::items);
        is_open = is_open_itself(part) || parts.any(|element| follow(element).is_none());
        is_open
    });
    looked.is_ok() && !is_open
}

/// The test of one schema, its parts left out: a dynamic extension, additional properties, or
/// an object that names nothing.
fn is_open_itself(schema: Node<'_>) -> bool {
    let is_dynamic = || DYNAMIC.iter().any(|name| schema.get(name).is_some());
    let takes_more = || {
        schema
            .get("additionalProperties")
            .is_some_and(|more| more.is_object() || more.as_bool() == Some(true))
    };
    let is_bare = || {
        schema.text("type").is_none_or(|kind| kind == "object")
            && schema.get("items").is_none()
            && !has_property(schema)
    };
    is_bare() || takes_more() || is_dynamic()
}

/// Whether a schema or one of its parts has a property.
fn has_property(schema: Node<'_>) -> bool {
    let own = |schema: Node<'_>| schema.get("properties").is_some_and(|map| !map.is_empty());
    if own(schema) || schema.get("allOf").is_none() {
        return own(schema);
    }
    let mut found = false;
    let _ = each_part(schema, |part| {
        found = own(part);
        found
    });
    found
}

impl Definition {
    /// The schema of a successful answer (N14): of 200, else of 201, else of the lowest 2xx.
    pub fn success_schema<'a>(
        &'a self,
        operation: super::definition::Operation<'a>,
    ) -> Option<Node<'a>> {
        let mut successes: Vec<_> = self
            .responses(operation)
            .filter(|response| response.is_success() && response.node.is_some())
            .collect();
        // 200 and 201 are the lowest there can be.
        successes.sort_by(|a, b| a.code.cmp(&b.code));
        successes.first()?.schema().filter(|schema| schema.is_object())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::source::json::Json;

    const SAMPLE: &str = r##"{"definitions": {
        "Order": {"type": "object", "properties": {
            "id": {"type": "string"}, "lines": {"type": "array", "items": {"type": "string"}},
            "free": {}, "map": {"type": "object", "additionalProperties": true},
            "later": {"type": "object", "x-ms-dynamic-schema": {}}, "dead": {"$ref": "#/no"},
            "sub": {"$ref": "#/definitions/Sub"}, "odd": 1
        }},
        "Sub": {"allOf": [{"$ref": "#/definitions/Base"}, {"properties": {"own": {"type": "string"}}}]},
        "Base": {"type": "object", "properties": {"Name": {"type": "string"}}},
        "Loose": {"allOf": [{"$ref": "#/definitions/Base"}, {"description": "More."}]},
        "Circle": {"$ref": "#/definitions/Round"}, "Round": {"$ref": "#/definitions/Circle"},
        "Self": {"allOf": [{"$ref": "#/definitions/Self"}], "properties": {"a": {"type": "string"}}}
    }}"##;

    fn found(name: &str, path: &str) -> String {
        let json = Json::parse(SAMPLE).expect("the sample is JSON");
        let schema = json.root().get("definitions").and_then(|map| map.get(name));
        match find(schema.expect("a definition"), path) {
            Found::At(node) => node.pointer().to_string(),
            Found::Open => "open".to_owned(),
            Found::Absent => "absent".to_owned(),
        }
    }

    #[test]
    fn paths_go_through_properties_references_and_parts() {
        assert_eq!(found("Order", ""), "/definitions/Order");
        assert_eq!(found("Order", "//id/"), "/definitions/Order/properties/id");
        assert_eq!(found("Order", "sub/Name"), "/definitions/Base/properties/Name");
        assert_eq!(found("Sub", "own"), "/definitions/Sub/allOf/1/properties/own");
    }

    #[test]
    fn open_schemas_may_hold_anything_and_closed_ones_may_not() {
        for path in ["free/x", "map/x", "later/x", "dead", "dead/x", "odd"] {
            assert_eq!(found("Order", path), "open", "{path}");
        }
        for path in ["x", "id/x", "lines/x", "sub/x", "sub/name"] {
            assert_eq!(found("Order", path), "absent", "{path}");
        }
        // A part that names nothing opens the whole.
        assert_eq!(found("Loose", "x"), "open");
        assert_eq!(found("Loose", "Name"), "/definitions/Base/properties/Name");
    }

    #[test]
    fn circles_end() {
        assert_eq!(found("Circle", ""), "open");
        assert_eq!(found("Self", "b"), "absent");
    }

    #[test]
    fn too_many_parts_count_as_open() {
        let parts = vec![r#"{"properties":{"a":{"type":"string"}}}"#; MOST_PARTS + 1].join(",");
        let text = format!(r#"{{"definitions":{{"A":{{"allOf":[{parts}]}}}}}}"#);
        let json = Json::parse(text).expect("JSON");
        let schema = json.root().get("definitions").and_then(|map| map.get("A"));
        assert!(matches!(find(schema.expect("a definition"), "b"), Found::Open));
    }

    #[test]
    fn a_slip_of_case_is_put_right_when_only_one_name_fits() {
        let json = Json::parse(SAMPLE).expect("the sample is JSON");
        let order = json.root().get("definitions").and_then(|map| map.get("Order"));
        let order = order.expect("a definition");
        assert_eq!(spelt_right(order, "SUB/name").as_deref(), Some("sub/Name"));
        assert_eq!(spelt_right(order, "sub/names"), None);
        let twice = Json::parse(r#"{"properties": {"A": {}, "a": {}}}"#).expect("JSON");
        assert_eq!(spelt_right(twice.root(), "a").as_deref(), Some("a"));
        let three = Json::parse(r#"{"properties": {"AB": {}, "Ab": {}}}"#).expect("JSON");
        assert_eq!(spelt_right(three.root(), "ab"), None);
    }
}
