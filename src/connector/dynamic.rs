//! Calls of operations from within the definition (N13): lists and schemas that are fetched while
//! a flow is built, tests of a connection, pickers, simulations, notifications.
//!
//! Found once per definition. A call knows its target and the operations from which it can be
//! reached; what its parameters mean stands in [`source`], who reaches it in `reach`.

mod reach;
pub mod source;

use std::borrow::Cow;
use std::sync::OnceLock;

use super::definition::{Definition, Effective, Operation};
use super::schema::DYNAMIC;
use crate::source::json::{Node, NodeId};
use reach::{Reach, Set};

/// What a call is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `x-ms-dynamic-values`
    Values,
    /// `x-ms-dynamic-list`
    List,
    /// `x-ms-dynamic-schema`
    Schema,
    /// `x-ms-dynamic-properties`
    Properties,
    /// `x-ms-dynamic-tree`, `open` or `browse`
    Tree,
    /// A capability of the connector
    Capability,
    /// `x-ms-operation-context.simulate`
    Simulation,
    /// `x-ms-notification`
    Notification,
}

impl Kind {
    /// Written in the first version of the extensions, which names parameters loosely.
    pub fn is_first_version(self) -> bool {
        matches!(self, Self::Values | Self::Schema | Self::Capability)
    }
}

/// A dynamic extension, wherever the walk (D17) finds one.
#[derive(Debug, Clone, Copy)]
pub struct Extension<'a> {
    /// `x-ms-dynamic-values`, …
    pub name: &'static str,
    /// The extension.
    pub node: Node<'a>,
    /// What it stands on.
    pub holder: Node<'a>,
}

/// The calls of one definition, by ids.
#[derive(Debug)]
pub struct Dynamics {
    extensions: Vec<(NodeId, &'static str)>,
    calls: Vec<Entry>,
    facts: Vec<OnceLock<Facts>>,
}

#[derive(Debug)]
struct Entry {
    kind: Kind,
    node: NodeId,
    extension: NodeId,
    target: Option<usize>,
    callers: Set,
}

/// What calls ask of an operation.
#[derive(Debug)]
struct Facts {
    /// The effective parameters, by name; of equal names in their order.
    parameters: Vec<NodeId>,
    /// The first parameter in the body.
    body: Option<NodeId>,
    success: Option<NodeId>,
}

impl Dynamics {
    pub(super) fn new(definition: &Definition) -> Self {
        let json = definition.json();
        let index = definition.index();
        let extensions: Vec<(NodeId, &'static str)> = index
            .dynamic()
            .iter()
            .filter_map(|id| {
                let key = json.node(*id).key()?;
                Some((*id, DYNAMIC.into_iter().find(|name| *name == key)?))
            })
            .collect();
        let reach = Reach::new(definition, &extensions);
        let mut calls = Vec::new();
        let mut add = |kind, node: Option<Node<'_>>, extension: Node<'_>| {
            let Some(node) = node.filter(|node| node.is_object()) else { return };
            let target = node.text("operationId").filter(|id| !id.trim().is_empty());
            let target = target.and_then(|id| index.operations_with_id(&id).first().copied());
            calls.push(Entry {
                kind,
                node: node.id(),
                extension: extension.id(),
                target: target.and_then(|id| number(definition, id)),
                callers: reach.callers(extension.id()),
            });
        };
        for (id, name) in &extensions {
            let node = json.node(*id);
            match *name {
                "x-ms-dynamic-values" => add(Kind::Values, Some(node), node),
                "x-ms-dynamic-list" => add(Kind::List, Some(node), node),
                "x-ms-dynamic-schema" => add(Kind::Schema, Some(node), node),
                "x-ms-dynamic-properties" => add(Kind::Properties, Some(node), node),
                _ => {
                    add(Kind::Tree, node.get("open"), node);
                    add(Kind::Tree, node.get("browse"), node);
                }
            }
        }
        if let Some(capabilities) = definition.root().get("x-ms-capabilities") {
            add(Kind::Capability, capabilities.get("testConnection"), capabilities);
            if let Some(picker) = capabilities.get("file-picker") {
                add(Kind::Capability, picker.get("open"), picker);
                add(Kind::Capability, picker.get("browse"), picker);
            }
        }
        for operation in definition.operations() {
            if let Some(context) = operation.node.get("x-ms-operation-context") {
                add(Kind::Simulation, context.get("simulate"), context);
            }
            let notification = operation.node.get("x-ms-notification");
            add(Kind::Notification, notification, operation.node);
        }
        let facts = index.operations().iter().map(|_| OnceLock::new()).collect();
        Self { extensions, calls, facts }
    }

    /// Every dynamic extension, in document order.
    pub fn extensions<'a>(
        &'a self,
        definition: &'a Definition,
    ) -> impl Iterator<Item = Extension<'a>> {
        self.extensions.iter().filter_map(|(id, name)| {
            let node = definition.node(*id);
            Some(Extension { name, node, holder: node.parent()? })
        })
    }

    /// Every call: extensions in document order, then capabilities, then operations.
    pub fn calls<'a>(&'a self, definition: &'a Definition) -> impl Iterator<Item = Call<'a>> {
        self.calls.iter().map(move |entry| Call { definition, dynamics: self, entry })
    }

    fn facts(&self, definition: &Definition, number: usize) -> Option<&Facts> {
        let entry = definition.index().operations().get(number)?;
        let slot = self.facts.get(number)?;
        Some(slot.get_or_init(|| Facts::new(definition, definition.operation(*entry))))
    }
}

impl Facts {
    fn new(definition: &Definition, operation: Operation<'_>) -> Self {
        let parameters = definition.effective_parameters(operation);
        let body = parameters
            .iter()
            .find(|parameter| is_in_body(parameter.node))
            .map(|parameter| parameter.node.id());
        let mut named: Vec<(Cow<'_, str>, NodeId)> = parameters
            .iter()
            .filter_map(|Effective { node, .. }| Some((node.text("name")?, node.id())))
            .collect();
        named.sort_by(|a, b| a.0.cmp(&b.0));
        Self {
            parameters: named.into_iter().map(|(_, id)| id).collect(),
            body,
            success: definition.success_schema(operation).map(Node::id),
        }
    }
}

/// The number of an operation in the list of all.
fn number(definition: &Definition, id: NodeId) -> Option<usize> {
    // Operations are in document order, and so are ids.
    definition.index().operations().binary_search_by_key(&id, |entry| entry.node).ok()
}

/// A parameter whose `in` is `body`.
pub fn is_in_body(parameter: Node<'_>) -> bool {
    parameter.text("in").is_some_and(|place| place == "body")
}

/// A call of an operation.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    definition: &'a Definition,
    dynamics: &'a Dynamics,
    entry: &'a Entry,
}

impl<'a> Call<'a> {
    /// What it is for.
    pub fn kind(self) -> Kind {
        self.entry.kind
    }

    /// The object with the `operationId`.
    pub fn node(self) -> Node<'a> {
        self.definition.node(self.entry.node)
    }

    /// The extension it belongs to: itself, or the whole tree.
    pub fn extension(self) -> Node<'a> {
        self.definition.node(self.entry.extension)
    }

    /// Whether the object that carries it carries another extension too.
    pub fn has_sibling(self, name: &str) -> bool {
        self.extension().parent().is_some_and(|holder| holder.get(name).is_some())
    }

    /// What it calls, where some operation reaches the call: only then it is judged.
    pub fn target(self) -> Option<Party<'a>> {
        if self.entry.callers.is_empty() {
            return None;
        }
        self.party(self.entry.target?)
    }

    /// The operations from which it can be reached; of those that would be judged alike, with the
    /// same parameters, the first.
    pub fn callers(self) -> impl Iterator<Item = Party<'a>> {
        self.entry.callers.iter().filter_map(move |number| self.party(number))
    }

    /// The parameters it gives, as written.
    pub fn arguments(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        self.node().get("parameters").into_iter().flat_map(Node::members)
    }

    fn party(self, number: usize) -> Option<Party<'a>> {
        let facts = self.dynamics.facts(self.definition, number)?;
        let entry = self.definition.index().operations().get(number)?;
        let operation = self.definition.operation(*entry);
        Some(Party { definition: self.definition, operation, facts })
    }
}

/// An operation on one end of a call.
#[derive(Debug, Clone, Copy)]
pub struct Party<'a> {
    definition: &'a Definition,
    /// The operation.
    pub operation: Operation<'a>,
    facts: &'a Facts,
}

impl<'a> Party<'a> {
    /// The parameter in the body.
    pub fn body(self) -> Option<Node<'a>> {
        self.facts.body.map(|id| self.definition.node(id))
    }

    /// The schema of a successful answer.
    pub fn success(self) -> Option<Node<'a>> {
        self.facts.success.map(|id| self.definition.node(id))
    }

    /// Every effective parameter that has a name, by name.
    pub fn parameters(self) -> impl Iterator<Item = Node<'a>> {
        self.facts.parameters.iter().map(move |id| self.definition.node(*id))
    }

    /// The effective parameters of a name, in their order.
    pub fn named(self, name: &str) -> impl Iterator<Item = Node<'a>> + use<'a> {
        let key = |id: &NodeId| self.definition.node(*id).text("name").unwrap_or_default();
        let parameters = &self.facts.parameters;
        let from = parameters.partition_point(|id| &*key(id) < name);
        let to = parameters.partition_point(|id| &*key(id) <= name);
        let found = parameters.get(from..to).unwrap_or_default();
        found.iter().map(move |id| self.definition.node(*id))
    }
}

#[cfg(test)]
mod tests;
