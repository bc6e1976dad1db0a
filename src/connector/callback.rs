//! Marks of the callback address: every `x-ms-notification-url` that is true, on what it stands,
//! and how the bodies of webhooks lead there.

use super::definition::Definition;
use super::dynamic::is_in_body;
use super::schema::below;
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::{Node, NodeId};
use crate::source::pointer::resolve_reference;

/// The most steps by which ways through recursive bodies are told apart. Real bodies take some
/// hundred; beyond it nothing is said.
const MOST_STEPS: usize = 100_000;

/// What a mark stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A parameter itself.
    Parameter,
    /// A schema (N9), with the directions in which it is used (N10).
    Schema(Side),
}

/// The directions in which a schema is used (N10).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Side {
    /// Under a parameter.
    pub input: bool,
    /// Under a response, or under what a path announces.
    pub output: bool,
}

/// A mark of the callback address.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    /// The member `x-ms-notification-url`.
    pub member: Node<'a>,
    /// What carries it.
    pub holder: Node<'a>,
    /// What that is.
    pub on: On,
    /// The body of a webhook leads here over a property that is not required.
    pub is_optional: bool,
    /// The body of a webhook leads here without anything internal on the way.
    pub is_shown: bool,
}

/// The marks of one definition, by ids.
#[derive(Debug, Default)]
pub struct Callbacks {
    marks: Vec<(NodeId, On)>,
    optional: HashSet<NodeId>,
    shown: HashSet<NodeId>,
}

impl Callbacks {
    pub(super) fn new(definition: &Definition) -> Self {
        let members = definition.index().callbacks();
        if members.is_empty() {
            return Self::default();
        }
        let holder = |id: &NodeId| definition.node(*id).parent().map(Node::id);
        let holders: HashSet<NodeId> = members.iter().filter_map(holder).collect();
        let parameters: HashSet<NodeId> =
            definition.index().parameter_sites().iter().copied().collect();
        let schemas = sides(definition, &holders);
        let marks = members
            .iter()
            .filter_map(|id| {
                let holder = holder(id)?;
                let on = if parameters.contains(&holder) {
                    On::Parameter
                } else {
                    On::Schema(*schemas.get(&holder)?)
                };
                Some((*id, on))
            })
            .collect();
        let bodies = bodies(definition);
        let mut optional = optional(&bodies, &holders);
        if !optional.is_empty() {
            optional = confirmed(&bodies, &optional);
        }
        Self { marks, optional, shown: shown(&bodies, &holders) }
    }

    /// Every mark on a parameter or schema, in document order.
    pub fn marks<'a>(&'a self, definition: &'a Definition) -> impl Iterator<Item = Mark<'a>> {
        self.marks.iter().filter_map(|(id, on)| {
            let member = definition.node(*id);
            let holder = member.parent()?;
            Some(Mark {
                member,
                holder,
                on: *on,
                is_optional: self.optional.contains(&holder.id()),
                is_shown: self.shown.contains(&holder.id()),
            })
        })
    }
}

/// The body parameters of all webhooks, each once.
fn bodies(definition: &Definition) -> Vec<Node<'_>> {
    let mut seen = HashSet::default();
    definition
        .operations()
        .filter(|operation| definition.takes_notification_url(*operation))
        .flat_map(|operation| definition.effective_parameters(operation))
        .map(|parameter| parameter.node)
        .filter(|node| is_in_body(*node) && seen.insert(node.id()))
        .collect()
}

/// What a schema refers to, one step.
fn referred(schema: Node<'_>) -> Option<Node<'_>> {
    let reference = schema.text("$ref").filter(|text| text.starts_with("#/definitions/"))?;
    resolve_reference(schema.root(), &reference).filter(|node| node.is_object())
}

fn is_reference(schema: Node<'_>) -> bool {
    schema.get("$ref").is_some_and(Node::is_string)
}

fn is_internal(node: Node<'_>) -> bool {
    node.text("x-ms-visibility").is_some_and(|value| value == "internal")
}

/// The schemas among some objects, with the directions in which they are used.
fn sides(definition: &Definition, wanted: &HashSet<NodeId>) -> HashMap<NodeId, Side> {
    let index = definition.index();
    let root = definition.root();
    let schema = |id: &NodeId| definition.node(*id).get("schema");
    let content = |item: Node<'_>| item.get("x-ms-notification-content").map(Node::id);
    let contents: HashSet<NodeId> =
        definition.operations().filter_map(|operation| content(operation.path_item)).collect();
    let inputs: Vec<Node<'_>> = index.parameter_sites().iter().filter_map(schema).collect();
    let outputs: Vec<Node<'_>> =
        index.response_sites().iter().chain(&contents).filter_map(schema).collect();
    let mut found: HashMap<NodeId, Side> = HashMap::default();
    let definitions: Vec<Node<'_>> =
        root.get("definitions").into_iter().flat_map(Node::members).map(|(_, node)| node).collect();
    // Those that nothing reaches are schemas all the same.
    spread(definitions, wanted, false, |id| {
        found.entry(id).or_default();
    });
    spread(inputs, wanted, true, |id| found.entry(id).or_default().input = true);
    spread(outputs, wanted, true, |id| found.entry(id).or_default().output = true);
    found
}

/// Tells of every wanted schema below some roots; where references count, of whole definitions
/// that they, or parts of them, are referred to.
fn spread(
    mut open: Vec<Node<'_>>,
    wanted: &HashSet<NodeId>,
    with_references: bool,
    mut tell: impl FnMut(NodeId),
) {
    let mut seen = HashSet::default();
    while let Some(node) = open.pop() {
        if !node.is_object() || !seen.insert(node.id()) {
            continue;
        }
        if wanted.contains(&node.id()) {
            tell(node.id());
        }
        if with_references {
            open.extend(referred(node).and_then(whole_definition));
        }
        open.extend(below(node));
    }
}

/// The value of `/definitions` that a node is, or is in.
fn whole_definition(node: Node<'_>) -> Option<Node<'_>> {
    let mut lineage: Vec<Node<'_>> =
        std::iter::successors(Some(node), |node| node.parent()).collect();
    // The root, `definitions`, and then its value.
    lineage.truncate(lineage.len().checked_sub(2)?);
    lineage.pop()
}

/// The wanted schemas that bodies lead to with nothing internal on the way.
fn shown(bodies: &[Node<'_>], wanted: &HashSet<NodeId>) -> HashSet<NodeId> {
    let mut found = HashSet::default();
    let mut seen = HashSet::default();
    let visible = bodies.iter().filter(|body| !is_internal(**body));
    let mut open: Vec<Node<'_>> = visible.filter_map(|body| body.get("schema")).collect();
    while let Some(node) = open.pop() {
        if !node.is_object() || is_internal(node) || !seen.insert(node.id()) {
            continue;
        }
        if is_reference(node) {
            open.extend(referred(node));
            continue;
        }
        if wanted.contains(&node.id()) {
            found.insert(node.id());
        }
        open.extend(below(node));
    }
    found
}

/// One step down from a schema, and whether it is over a property that is not required.
fn steps(schema: Node<'_>) -> impl Iterator<Item = (Node<'_>, bool)> {
    let map = schema.get("properties").map(Node::id);
    let required: HashSet<_> =
        schema.get("required").into_iter().flat_map(Node::items).filter_map(Node::as_str).collect();
    below(schema).map(move |child| {
        let is_property = map.is_some() && child.parent().map(Node::id) == map;
        let name = child.key().filter(|_| is_property);
        (child, name.is_some_and(|name| !required.contains(&name)))
    })
}

/// The wanted schemas that bodies may lead to over a property that is not required. Ways that
/// pass one definition twice count here too.
fn optional(bodies: &[Node<'_>], wanted: &HashSet<NodeId>) -> HashSet<NodeId> {
    let mut found = HashSet::default();
    let mut seen = HashSet::default();
    let schemas = bodies.iter().filter_map(|body| body.get("schema"));
    let mut open: Vec<(Node<'_>, bool)> = schemas.map(|schema| (schema, false)).collect();
    while let Some((node, optional)) = open.pop() {
        if !node.is_object() || !seen.insert((node.id(), optional)) {
            continue;
        }
        if is_reference(node) {
            open.extend(referred(node).map(|target| (target, optional)));
            continue;
        }
        if optional && wanted.contains(&node.id()) {
            found.insert(node.id());
        }
        open.extend(steps(node).map(|(child, loose)| (child, optional || loose)));
    }
    found
}

/// Those that bodies lead to so without passing an open definition again.
fn confirmed(bodies: &[Node<'_>], wanted: &HashSet<NodeId>) -> HashSet<NodeId> {
    enum Step<'a> {
        Enter(Node<'a>, bool),
        Leave(NodeId),
    }
    let mut found = HashSet::default();
    let mut passing = HashSet::default();
    let schemas = bodies.iter().filter_map(|body| body.get("schema"));
    let mut open: Vec<Step<'_>> = schemas.map(|schema| Step::Enter(schema, false)).collect();
    let mut taken = 0;
    while taken < MOST_STEPS {
        match open.pop() {
            None => break,
            Some(Step::Leave(id)) => {
                passing.remove(&id);
            }
            Some(Step::Enter(node, optional)) if is_reference(node) => {
                if let Some(target) = referred(node)
                    && passing.insert(target.id())
                {
                    open.push(Step::Leave(target.id()));
                    open.push(Step::Enter(target, optional));
                }
            }
            Some(Step::Enter(node, optional)) => {
                if optional && wanted.contains(&node.id()) {
                    found.insert(node.id());
                    if found.len() == wanted.len() {
                        break;
                    }
                }
                let before = open.len();
                open.extend(
                    steps(node).map(|(child, loose)| Step::Enter(child, optional || loose)),
                );
                taken += open.len() - before + 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::source::json::Json;

    /// Each mark: what carries it, on what, and whether it is optional and shown.
    fn marks(text: &str) -> Vec<(String, On, bool, bool)> {
        let definition = Definition::new(Json::parse(text).expect("JSON"));
        definition
            .callbacks()
            .marks(&definition)
            .map(|mark| {
                (mark.holder.pointer().to_string(), mark.on, mark.is_optional, mark.is_shown)
            })
            .collect()
    }

    fn webhook(schema: &str, definitions: &str) -> String {
        format!(
            r#"{{"paths": {{"/h": {{"post": {{"parameters": [{{"in": "body", "schema": {schema}}}]}}}}}},
                "definitions": {definitions}}}"#
        )
    }

    const INPUT: On = On::Schema(Side { input: true, output: false });

    #[test]
    fn directions_are_those_of_whole_definitions() {
        let text = r##"{
            "paths": {"/a": {"get": {
                "parameters": [{"in": "query", "x-ms-notification-url": true},
                               {"in": "body", "schema": {"$ref": "#/definitions/In"}}],
                "responses": {"200": {"schema": {"$ref": "#/definitions/Out/properties/part"}}}
            }}},
            "definitions": {
                "In": {"x-ms-notification-url": "true", "items": {"$ref": "#/definitions/Both"}},
                "Out": {"x-ms-notification-url": true, "properties": {
                    "part": {}, "x-ms-notification-url": {}, "other": {"$ref": "#/definitions/Both"}}},
                "Both": {"x-ms-notification-url": true},
                "None": {"x-ms-notification-url": true},
                "False": {"x-ms-notification-url": false, "example": {"x-ms-notification-url": true}}
            }
        }"##;
        let found: Vec<On> = marks(text).into_iter().map(|mark| mark.1).collect();
        let schema = |input, output| On::Schema(Side { input, output });
        assert_eq!(
            found,
            [
                On::Parameter,
                schema(true, false),
                schema(false, true),
                schema(true, true),
                schema(false, false)
            ]
        );
    }

    #[test]
    fn one_optional_property_on_the_way_is_enough() {
        let url = r#"{"x-ms-notification-url": true, "x-ms-visibility": "internal"}"#;
        let way = |required: &str| {
            webhook(
                &format!(
                    r##"{{{required} "properties": {{"a": {{"items": {{"$ref": "#/definitions/A"}}}}}}}}"##
                ),
                &format!(r#"{{"A": {{"required": ["url"], "properties": {{"url": {url}}}}}}}"#),
            )
        };
        let at = "/definitions/A/properties/url".to_owned();
        assert_eq!(marks(&way("")), [(at.clone(), INPUT, true, false)]);
        assert_eq!(marks(&way(r#""required": ["a"],"#)), [(at, INPUT, false, false)]);
    }

    #[test]
    fn a_way_does_not_pass_an_open_definition_twice() {
        let text = webhook(
            r##"{"$ref": "#/definitions/A"}"##,
            r##"{"A": {"required": ["url"], "properties": {
                "url": {"x-ms-notification-url": true}, "next": {"$ref": "#/definitions/A"}}}}"##,
        );
        let at = "/definitions/A/properties/url".to_owned();
        assert_eq!(marks(&text), [(at, INPUT, false, true)]);
    }

    #[test]
    fn hidden_anywhere_above_is_hidden_even_beside_a_reference() {
        let definitions = r#"{"A": {"required": ["url"], "properties": {"url": {"x-ms-notification-url": true}}}}"#;
        let hidden = r##"{"$ref": "#/definitions/A", "x-ms-visibility": "internal"}"##;
        let shown = r##"{"$ref": "#/definitions/A", "x-ms-visibility": "advanced"}"##;
        assert!(!marks(&webhook(hidden, definitions))[0].3);
        assert!(marks(&webhook(shown, definitions))[0].3);
    }
}
