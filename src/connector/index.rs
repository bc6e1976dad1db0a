//! What rules ask of the whole definition, computed once: operations (D13), their ids, effective
//! parameters (D16), parameter and response sites (D15), references (D18),
//! and what reaches a notification address (D20).

use std::cell::RefCell;
use std::sync::OnceLock;

use super::definition::METHODS;
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::{Json, Node, NodeId};
use crate::source::pointer::resolve_reference;

/// An operation, by ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationEntry {
    /// The operation object.
    pub node: NodeId,
    /// Its path item.
    pub path_item: NodeId,
    /// `get`, `put`, … in lower case.
    pub method: &'static str,
}

/// A string `$ref` of the walk and what it leads to (D18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The `$ref` value.
    pub node: NodeId,
    /// Its target; none when it leads nowhere.
    pub target: Option<NodeId>,
}

/// An effective parameter (D16): where it is listed, and the object it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffectiveParameter {
    /// The element of the list.
    pub listed: NodeId,
    /// The parameter object itself, after one reference.
    pub node: NodeId,
}

/// A response of an operation: what is written under its code, and the object it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResponseEntry {
    /// The value under the code.
    pub written: NodeId,
    /// The response object itself, after one reference; none where that leads to no object.
    pub node: Option<NodeId>,
}

/// The index of one definition.
#[derive(Debug)]
pub struct Index {
    operations: Vec<OperationEntry>,
    operation_ids: HashMap<String, Vec<NodeId>>,
    parameter_sites: Vec<NodeId>,
    response_sites: Vec<NodeId>,
    references: Vec<Reference>,
    noted: Noted,
    effective: Vec<Box<[EffectiveParameter]>>,
    responses: Vec<Box<[ResponseEntry]>>,
    /// Whether the definition speaks of callback addresses at all.
    has_callbacks: bool,
    notification: OnceLock<HashSet<NodeId>>,
}

/// Rare members that are noted on the walk (D17), in document order.
#[derive(Debug, Default)]
struct Noted {
    dynamic: Vec<NodeId>,
    callbacks: Vec<NodeId>,
}

impl Index {
    pub(super) fn new(json: &Json) -> Self {
        let root = json.root();
        let operations = operations(root);
        let mut operation_ids: HashMap<String, Vec<NodeId>> = HashMap::default();
        for operation in &operations {
            if let Some(id) = json.node(operation.node).text("operationId") {
                operation_ids.entry(id.into_owned()).or_default().push(operation.node);
            }
        }
        let parameter_sites = parameter_sites(root, &operations, json);
        let response_sites = response_sites(root, &operations, json);
        let effective = operations.iter().map(|operation| effective(json, *operation)).collect();
        let responses = operations.iter().map(|operation| responses(json, *operation)).collect();
        // A name may be written with escapes; then only a look at everything can tell.
        let has_callbacks = ["x-ms-notification-url", "\\u"]
            .iter()
            .any(|mark| memchr::memmem::find(json.text().as_bytes(), mark.as_bytes()).is_some());
        let mut noted = Noted::default();
        let references = references(root, &mut noted);
        Self {
            operations,
            operation_ids,
            parameter_sites,
            response_sites,
            references,
            noted,
            effective,
            responses,
            has_callbacks,
            notification: OnceLock::new(),
        }
    }

    /// Every operation (D13), in document order.
    pub fn operations(&self) -> &[OperationEntry] {
        &self.operations
    }

    /// Whether some operation has this id (D13), blank ids included.
    pub fn has_operation_id(&self, id: &str) -> bool {
        self.operation_ids.contains_key(id)
    }

    /// The operations with this id, in document order.
    pub fn operations_with_id(&self, id: &str) -> &[NodeId] {
        self.operation_ids.get(id).map_or(&[], Vec::as_slice)
    }

    /// Every parameter site (D15).
    pub fn parameter_sites(&self) -> &[NodeId] {
        &self.parameter_sites
    }

    /// Every response object without a reference, of operations and under `/responses`.
    pub fn response_sites(&self) -> &[NodeId] {
        &self.response_sites
    }

    /// Every string `$ref` of the walk (D17) with its target (D18).
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// What a `$ref` value leads to (D18); none where it is not on the walk (D17).
    pub fn target(&self, reference: NodeId) -> Option<Option<NodeId>> {
        let found = self.references.binary_search_by_key(&reference, |reference| reference.node);
        found.ok().map(|at| self.references[at].target)
    }

    /// Every object that the walk (D17) finds under a name that begins with `x-ms-dynamic-`, in
    /// document order.
    pub fn dynamic(&self) -> &[NodeId] {
        &self.noted.dynamic
    }

    /// Every `x-ms-notification-url` of the walk (D17) that is true, in document order.
    pub fn callbacks(&self) -> &[NodeId] {
        &self.noted.callbacks
    }

    /// The effective parameters of an operation (D16), by the operation's object.
    pub fn effective_parameters(&self, operation: NodeId) -> &[EffectiveParameter] {
        // Operations stand in document order, and so do ids.
        let found = self.operations.binary_search_by_key(&operation, |entry| entry.node);
        found.map_or(&[], |at| &self.effective[at])
    }

    /// The responses of an operation, extensions left out, by the operation's object.
    pub fn responses(&self, operation: NodeId) -> &[ResponseEntry] {
        let found = self.operations.binary_search_by_key(&operation, |entry| entry.node);
        found.map_or(&[], |at| &self.responses[at])
    }

    /// Whether a parameter reaches, through members, elements and references, an
    /// `x-ms-notification-url` that is true (D20). Remembered.
    pub fn reaches_notification_url(&self, json: &Json, parameter: NodeId) -> bool {
        if !self.has_callbacks {
            return false;
        }
        self.notification.get_or_init(|| reaching(json)).contains(&parameter)
    }
}

/// Path items (D13): object values of `/paths` whose key is no extension.
pub(super) fn path_items(root: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    root.get("paths")
        .filter(|paths| paths.is_object())
        .into_iter()
        .flat_map(Node::members)
        .filter(|(key, item)| !key.starts_with("x-") && item.is_object())
        .map(|(_, item)| item)
}

fn operations(root: Node<'_>) -> Vec<OperationEntry> {
    let mut found = Vec::new();
    for item in path_items(root) {
        for (key, node) in item.members() {
            if let Some(method) = METHODS.into_iter().find(|method| *method == key)
                && node.is_object()
            {
                found.push(OperationEntry { node: node.id(), path_item: item.id(), method });
            }
        }
    }
    found
}

fn is_reference(node: Node<'_>) -> bool {
    node.get("$ref").is_some_and(Node::is_string)
}

fn sites_of(holder: Node<'_>) -> impl Iterator<Item = NodeId> + use<'_> {
    holder
        .get("parameters")
        .filter(|list| list.is_array())
        .into_iter()
        .flat_map(Node::items)
        .filter(|node| node.is_object() && !is_reference(*node))
        .map(Node::id)
}

fn parameter_sites(root: Node<'_>, operations: &[OperationEntry], json: &Json) -> Vec<NodeId> {
    let own = operations.iter().flat_map(|operation| sites_of(json.node(operation.node)));
    let shared = path_items(root).flat_map(sites_of);
    own.chain(shared).chain(values_of(root, "parameters")).collect()
}

/// Object values without a reference under a member of the root.
fn values_of<'a>(root: Node<'a>, name: &str) -> impl Iterator<Item = NodeId> + use<'a> {
    root.get(name)
        .filter(|map| map.is_object())
        .into_iter()
        .flat_map(Node::members)
        .map(|(_, node)| node)
        .filter(|node| node.is_object() && !is_reference(*node))
        .map(Node::id)
}

fn response_sites(root: Node<'_>, operations: &[OperationEntry], json: &Json) -> Vec<NodeId> {
    let own = operations.iter().flat_map(|operation| {
        json.node(operation.node)
            .get("responses")
            .filter(|map| map.is_object())
            .into_iter()
            .flat_map(Node::members)
            .filter(|(code, node)| {
                !code.starts_with("x-") && node.is_object() && !is_reference(*node)
            })
            .map(|(_, node)| node.id())
    });
    own.chain(values_of(root, "responses")).collect()
}

/// Every string `$ref` of the walk of D17: not below `example` or `examples`, unless that member
/// sits in a properties map. Rare members on the way are noted.
fn references(root: Node<'_>, noted: &mut Noted) -> Vec<Reference> {
    let mut found = Vec::new();
    let targets: RefCell<HashMap<String, Option<NodeId>>> = RefCell::default();
    let mut open = vec![(root, false)];
    while let Some((node, in_map)) = open.pop() {
        if node.is_array() {
            open.extend(node.items().map(|child| (child, false)));
            continue;
        }
        for (key, child) in node.members() {
            if !in_map && (key == "example" || key == "examples") {
                continue;
            }
            if key == "$ref"
                && let Some(text) = child.as_str()
            {
                let target = *targets
                    .borrow_mut()
                    .entry(text.clone().into_owned())
                    .or_insert_with(|| resolve_reference(root, &text).map(Node::id));
                found.push(Reference { node: child.id(), target });
            }
            if !in_map && key.starts_with("x-ms-dynamic-") && child.is_object() {
                noted.dynamic.push(child.id());
            } else if !in_map && key == CALLBACK && is_marked(child) {
                noted.callbacks.push(child.id());
            }
            // The value of a member `properties` is a map, unless it is itself a map's value.
            open.push((child, !in_map && key == "properties" && child.is_object()));
        }
    }
    found.sort_by_key(|reference| reference.node);
    noted.dynamic.sort_unstable();
    noted.callbacks.sort_unstable();
    found
}

/// The effective parameters of an operation (D16).
fn effective(json: &Json, operation: OperationEntry) -> Box<[EffectiveParameter]> {
    let own = listed(json, json.node(operation.node));
    let shared = listed(json, json.node(operation.path_item));
    if shared.is_empty() {
        return own.into();
    }
    // Texts by what they say, anything else as it is written.
    let said = |value: Node<'_>| match value.as_str() {
        Some(text) => (true, text.into_owned()),
        None => (false, value.raw().to_owned()),
    };
    let identity = |parameter: &EffectiveParameter| {
        let node = json.node(parameter.node);
        (node.get("name").map(said), node.get("in").map(said))
    };
    let names: HashSet<_> = own.iter().map(identity).collect();
    let shared = shared.into_iter().filter(|parameter| !names.contains(&identity(parameter)));
    own.iter().copied().chain(shared).collect()
}

/// The responses of an operation.
fn responses(json: &Json, operation: OperationEntry) -> Box<[ResponseEntry]> {
    let responses = json.node(operation.node).get("responses");
    responses
        .into_iter()
        .flat_map(Node::members)
        .filter(|(code, _)| !code.starts_with("x-"))
        .map(|(_, written)| {
            let node = match written.text("$ref") {
                Some(reference) => resolve_reference(json.root(), &reference),
                None => Some(written),
            };
            let node = node.filter(|node| node.is_object()).map(Node::id);
            ResponseEntry { written: written.id(), node }
        })
        .collect()
}

pub(super) fn listed(json: &Json, holder: Node<'_>) -> Vec<EffectiveParameter> {
    let list = holder.get("parameters").filter(|list| list.is_array());
    list.into_iter()
        .flat_map(Node::items)
        .filter(|element| element.is_object())
        .filter_map(|element| {
            let node = match element.text("$ref") {
                Some(reference) if reference.starts_with("#/parameters/") => {
                    resolve_reference(json.root(), &reference).filter(|node| node.is_object())?
                }
                Some(_) => return None,
                None => element,
            };
            Some(EffectiveParameter { listed: element.id(), node: node.id() })
        })
        .collect()
}

/// The member that marks where the platform puts its callback address.
const CALLBACK: &str = "x-ms-notification-url";

/// True, or the text `true`.
fn is_marked(value: Node<'_>) -> bool {
    value.as_bool() == Some(true) || value.as_str().is_some_and(|text| text == "true")
}

/// Everything that reaches a mark through members, elements and references: whatever holds a mark,
/// and whatever holds a reference to something that reaches one.
fn reaching(json: &Json) -> HashSet<NodeId> {
    let mut open = Vec::new();
    let mut references: HashMap<NodeId, Vec<Node<'_>>> = HashMap::default();
    for node in json.nodes() {
        if node.key_is(CALLBACK) && is_marked(node) {
            open.push(node);
        } else if node.key_is("$ref")
            && let Some(text) = node.as_str()
            && let Some(target) = resolve_reference(json.root(), &text)
        {
            references.entry(target.id()).or_default().push(node);
        }
    }
    let mut reaching = HashSet::default();
    while let Some(node) = open.pop() {
        // What a later member replaces is not there.
        let above = std::iter::successors(Some(node), |node| node.parent());
        for node in above.take_while(|node| !node.is_replaced()) {
            if !reaching.insert(node.id()) {
                break;
            }
            open.extend(references.get(&node.id()).into_iter().flatten());
        }
    }
    reaching
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test may fail loudly")]

    use super::*;

    const SAMPLE: &str = r##"{
        "paths": {
            "x-hidden": {"get": {"operationId": "No"}},
            "/a/{id}": {
                "parameters": [
                    {"name": "id", "in": "path"},
                    {"name": "q", "in": "query"},
                    {"$ref": "#/parameters/hook"}
                ],
                "get": {
                    "operationId": "Get",
                    "parameters": [{"name": "q", "in": "query", "x": 1}, {"$ref": "#/definitions/Body"}, 3],
                    "responses": {"200": {"schema": {"items": {"$ref": "#/definitions/Body"}}}, "x-a": {}}
                },
                "GET": {"operationId": "No"},
                "post": 4
            }
        },
        "parameters": {"hook": {"name": "hook", "in": "body", "schema": {"$ref": "#/definitions/Body"}}},
        "definitions": {
            "Body": {"properties": {"example": {"$ref": "#/definitions/Url"}}, "example": {"$ref": "#/no"}},
            "Url": {"x-ms-notification-url": "true"}
        }
    }"##;

    fn index() -> (Json, Index) {
        let json = Json::parse(SAMPLE).expect("the sample is JSON");
        let index = Index::new(&json);
        (json, index)
    }

    #[test]
    fn operations_skip_extensions_capitals_and_non_objects() {
        let (_, index) = index();
        assert_eq!(index.operations().len(), 1);
        assert!(index.has_operation_id("Get") && !index.has_operation_id("No"));
    }

    #[test]
    fn own_parameters_come_first_and_replace_shared_ones() {
        let (json, index) = index();
        let names: Vec<String> = index
            .effective_parameters(index.operations()[0].node)
            .iter()
            .map(|parameter| json.node(parameter.node).pointer().to_string())
            .collect();
        assert_eq!(
            names,
            [
                "/paths/~1a~1{id}/get/parameters/0",
                "/paths/~1a~1{id}/parameters/0",
                "/parameters/hook"
            ]
        );
    }

    #[test]
    fn sites_and_references() {
        let (_, index) = index();
        assert_eq!(index.parameter_sites().len(), 4);
        assert_eq!(index.response_sites().len(), 1);
        // The property called `example` is walked, the member `example` is not.
        assert!(index.references().iter().all(|reference| reference.target.is_some()));
        assert_eq!(index.references().len(), 5);
    }

    #[test]
    fn notification_addresses_are_reached_through_references() {
        let (json, index) = index();
        let parameters = index.effective_parameters(index.operations()[0].node);
        let reached: Vec<bool> = parameters
            .iter()
            .map(|parameter| index.reaches_notification_url(&json, parameter.node))
            .collect();
        assert_eq!(reached, [false, false, true]);
    }
}
