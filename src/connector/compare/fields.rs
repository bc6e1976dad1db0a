//! The fields of an operation's inputs and outputs, by the names that flows know them by.

use std::collections::{BTreeMap, BTreeSet};

use crate::connector::definition::{Definition, Operation, Response};
use crate::source::json::{Node, NodeId};
use crate::source::pointer::{Pointer, resolve_reference};

/// A parameter, or a field of a body or an answer.
#[derive(Debug, Clone)]
pub(super) struct Field<'a> {
    /// The object that says what it is, after references.
    pub(super) node: Node<'a>,
    /// Makers do not see it, or something above it.
    pub(super) hidden: bool,
    /// The call fails without it: it and everything above it is required.
    pub(super) required: bool,
    /// It has a value of its own where makers give none.
    pub(super) has_default: bool,
    /// `in` of the parameter; empty in answers.
    pub(super) location: String,
}

/// Fields by name: steps joined by `/`, elements of a list by `items`. The answer itself has the
/// empty name.
#[derive(Debug, Default)]
pub(super) struct Fields<'a> {
    pub(super) known: BTreeMap<String, Field<'a>>,
    /// Names below which anything may come: dynamic schemas, circles, references that lead nowhere.
    open: BTreeSet<String>,
}

impl Fields<'_> {
    /// Whether a name lies at or below a schema whose fields nobody can tell.
    pub(super) fn is_open_above(&self, name: &str) -> bool {
        let mut above = std::iter::successors(Some(name), |name| Some(parent(name)?.0));
        above.any(|name| self.open.contains(name))
    }

    /// Whether the field above this one is missing in the other version, so that its loss says it
    /// all.
    pub(super) fn parent_is_lost(&self, name: &str, other: &Fields<'_>) -> bool {
        parent(name).is_some_and(|(above, _)| {
            self.known.contains_key(above) && !other.known.contains_key(above)
        })
    }

    /// Where a field that is gone would stand, when the one above it is there.
    pub(super) fn would_be(&self, name: &str) -> Option<Pointer> {
        let (above, last) = parent(name)?;
        let node = self.known.get(above)?.node.pointer();
        Some(if last == "items" { node.child(last) } else { node.child("properties").child(last) })
    }
}

/// The name above, and the last step; none above the empty name.
fn parent(name: &str) -> Option<(&str, &str)> {
    (!name.is_empty()).then(|| name.rsplit_once('/').unwrap_or(("", name)))
}

/// Reads fields; remembers how much it has read, so that no definition can keep it busy.
#[derive(Debug, Default)]
pub(super) struct Walk {
    read: usize,
}

/// Fields read in all; the largest published connector has far fewer.
const MOST: usize = 400_000;
/// Fields of one operation; a published one has at most 509 schemas.
const MOST_HERE: usize = 20_000;
/// Steps from a schema's root; the deepest published one has 15.
const DEEPEST: usize = 40;

/// What is handed down from a schema to its fields.
#[derive(Clone, Copy)]
struct Above<'p> {
    hidden: bool,
    required: bool,
    location: &'p str,
}

impl Walk {
    /// Every input: parameters by name, fields of the body below the body's name.
    pub(super) fn inputs<'a>(
        &mut self,
        definition: &'a Definition,
        operation: Operation<'a>,
    ) -> Fields<'a> {
        let mut fields = Fields::default();
        for parameter in definition.effective_parameters(operation) {
            let node = parameter.node;
            let (Some(name), Some(location)) = (node.text("name"), node.text("in")) else {
                continue;
            };
            let hidden = is_internal(node);
            let required = node.get("required").and_then(Node::as_bool) == Some(true);
            let above = Above { hidden, required, location: &location };
            match node.get("schema").filter(|_| location == "body") {
                Some(schema) => {
                    let mut way = Vec::new();
                    self.schema(definition, schema, &name, above, &mut way, &mut fields);
                }
                None => {
                    fields.known.insert(name.into_owned(), field(node, above));
                }
            }
        }
        fields
    }

    /// Every field of the answer that makers use: of the first success response with a schema, or
    /// of the notification that a trigger receives.
    pub(super) fn outputs<'a>(
        &mut self,
        definition: &'a Definition,
        operation: Operation<'a>,
    ) -> Fields<'a> {
        let mut responses: Vec<_> = definition.responses(operation).collect();
        responses.sort_by(|a, b| a.code.cmp(&b.code));
        let mut success = responses.iter().filter(|response| response.is_success());
        let response = success.find_map(Response::schema);
        let notification = operation
            .path_item
            .get("x-ms-notification-content")
            .filter(|_| operation.node.get("x-ms-trigger").is_some())
            .and_then(|content| content.get("schema"));
        let mut fields = Fields::default();
        if let Some(schema) = notification.or(response) {
            let above = Above { hidden: false, required: false, location: "" };
            self.schema(definition, schema, "", above, &mut Vec::new(), &mut fields);
        }
        fields
    }

    fn schema<'a>(
        &mut self,
        definition: &'a Definition,
        written: Node<'a>,
        name: &str,
        above: Above<'_>,
        way: &mut Vec<NodeId>,
        fields: &mut Fields<'a>,
    ) {
        self.read += 1;
        let Some(node) = target(definition, written) else {
            fields.open.insert(name.to_owned());
            return;
        };
        // A reference may have a visibility of its own beside it.
        let hidden = above.hidden || is_internal(node) || is_internal(written);
        let above = Above { hidden, ..above };
        fields.known.entry(name.to_owned()).or_insert_with(|| field(node, above));
        let goes_on = self.read <= MOST
            && fields.known.len() <= MOST_HERE
            && way.len() <= DEEPEST
            && !way.contains(&node.id());
        if !goes_on || is_dynamic(node) || is_dynamic(written) {
            fields.open.insert(name.to_owned());
        }
        if !goes_on {
            return;
        }
        way.push(node.id());
        for part in node.get("allOf").into_iter().flat_map(Node::items) {
            self.schema(definition, part, name, above, way, fields);
        }
        let required = node.get("required").into_iter().flat_map(Node::items);
        let required: Vec<_> = required.filter_map(Node::as_str).collect();
        let properties = node.get("properties").filter(|node| node.is_object());
        for (key, property) in properties.into_iter().flat_map(Node::members) {
            let required = above.required && required.contains(&key);
            let below = Above { required, ..above };
            self.schema(definition, property, &joined(name, &key), below, way, fields);
        }
        if let Some(items) = node.get("items").filter(|node| node.is_object()) {
            // A list may be empty, so what its elements need is not asked of every call.
            let below = Above { required: false, ..above };
            self.schema(definition, items, &joined(name, "items"), below, way, fields);
        }
        way.pop();
    }
}

fn joined(name: &str, step: &str) -> String {
    if name.is_empty() { step.to_owned() } else { format!("{name}/{step}") }
}

/// The schema itself, or what its reference leads to in the end.
fn target<'a>(definition: &'a Definition, written: Node<'a>) -> Option<Node<'a>> {
    let mut node = written;
    for _ in 0..DEEPEST {
        match node.text("$ref") {
            Some(reference) => node = resolve_reference(definition.root(), &reference)?,
            None => return Some(node).filter(|node| node.is_object()),
        }
    }
    None
}

fn field<'a>(node: Node<'a>, above: Above<'_>) -> Field<'a> {
    Field {
        node,
        hidden: above.hidden,
        required: above.required,
        has_default: node.get("default").is_some(),
        location: above.location.to_owned(),
    }
}

fn is_internal(node: Node<'_>) -> bool {
    node.text("x-ms-visibility").is_some_and(|value| value == "internal")
}

/// Whether the fields are asked for at run time.
fn is_dynamic(node: Node<'_>) -> bool {
    ["x-ms-dynamic-schema", "x-ms-dynamic-properties"].iter().any(|name| node.get(name).is_some())
}
