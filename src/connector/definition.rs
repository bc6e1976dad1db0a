//! `apiDefinition.swagger.json` as operations, parameters, responses and references.
//! A view over the JSON tree: nothing is copied, nothing is judged.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::index::Index;
use crate::source::json::{Json, Node, NodeId};
use crate::source::pointer::Pointer;

/// The seven method names that make an operation (D13), in lower case as the files have them.
pub const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// A definition whose root is an object.
#[derive(Debug)]
pub struct Definition {
    json: Json,
    index: OnceLock<Index>,
}

impl Definition {
    pub(super) fn new(json: Json) -> Self {
        Self { json, index: OnceLock::new() }
    }

    /// The tree.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// The root object.
    pub fn root(&self) -> Node<'_> {
        self.json.root()
    }

    /// What rules ask of the whole definition; computed at the first question.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.json))
    }

    /// `/info` when it is an object.
    pub fn info(&self) -> Option<Node<'_>> {
        self.root().get("info").filter(|node| node.is_object())
    }

    /// `/info/title` when it is text.
    pub fn title(&self) -> Option<Cow<'_, str>> {
        self.info()?.text("title")
    }

    /// `/info/contact` when it is an object.
    pub fn contact(&self) -> Option<Node<'_>> {
        self.info()?.get("contact").filter(|node| node.is_object())
    }

    /// A metadata entry by its name, ignoring ASCII case (D7): the first object of
    /// `/x-ms-connector-metadata` with that `propertyName`.
    pub fn metadata(&self, name: &str) -> Option<Node<'_>> {
        self.root().get("x-ms-connector-metadata")?.items().find(|entry| {
            entry.text("propertyName").is_some_and(|found| found.eq_ignore_ascii_case(name))
        })
    }

    /// The object `/securityDefinitions`.
    pub fn security_definitions(&self) -> Option<Node<'_>> {
        self.root().get("securityDefinitions").filter(|node| node.is_object())
    }

    /// Every operation (D13), in document order.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        self.index().operations().iter().map(|entry| Operation {
            node: self.json.node(entry.node),
            path_item: self.json.node(entry.path_item),
            method: entry.method,
        })
    }

    /// A node by its id.
    pub fn node(&self, id: NodeId) -> Node<'_> {
        self.json.node(id)
    }
}

/// One operation: `/paths/KEY/METHOD`.
#[derive(Debug, Clone, Copy)]
pub struct Operation<'a> {
    /// The operation object.
    pub node: Node<'a>,
    /// The path item that holds it.
    pub path_item: Node<'a>,
    /// `get`, `put`, … in lower case.
    pub method: &'static str,
}

impl<'a> Operation<'a> {
    /// The path as written, the key under `/paths`.
    pub fn path(self) -> Cow<'a, str> {
        self.path_item.key().unwrap_or_default()
    }

    /// `operationId` when it is text, blank or not.
    pub fn id(self) -> Option<Cow<'a, str>> {
        self.node.text("operationId")
    }

    /// Hidden from makers: `x-ms-visibility` is exactly `internal` (D13).
    pub fn is_internal(self) -> bool {
        self.node.text("x-ms-visibility").is_some_and(|value| value == "internal")
    }

    /// Where it stands.
    pub fn pointer(self) -> Pointer {
        self.node.pointer()
    }
}
