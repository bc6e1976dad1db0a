//! `apiDefinition.swagger.json` as operations, parameters, responses and references.
//! A view over the JSON tree: nothing is copied, nothing is judged.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::callback::Callbacks;
use super::dynamic::Dynamics;
use super::flaws::{Flaw, Flaws};
use super::index::{Index, OperationEntry};
use super::schemas::Schemas;
use super::sites::{Site, Sites};
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::equality::repeated;
use crate::source::json::{Json, Node, NodeId};
use crate::source::pointer::Pointer;
use crate::source::text::printable;

/// Characters of a path that a message shows.
const LONGEST_PATH: usize = 80;

/// The seven method names that make an operation (D13), in lower case as the files have them.
pub const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// A definition whose root is an object.
#[derive(Debug)]
pub struct Definition {
    json: Json,
    index: OnceLock<Index>,
    sites: OnceLock<Sites>,
    schemas: OnceLock<Schemas>,
    flaws: OnceLock<Flaws>,
    dynamics: OnceLock<Dynamics>,
    callbacks: OnceLock<Callbacks>,
    uses: OnceLock<HashMap<String, Vec<usize>>>,
}

impl Definition {
    pub(super) fn new(json: Json) -> Self {
        Self {
            json,
            index: OnceLock::new(),
            sites: OnceLock::new(),
            schemas: OnceLock::new(),
            flaws: OnceLock::new(),
            dynamics: OnceLock::new(),
            callbacks: OnceLock::new(),
            uses: OnceLock::new(),
        }
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

    /// For each definition, by its name as references write it, the places of the references to it.
    pub fn uses(&self) -> &HashMap<String, Vec<usize>> {
        self.uses.get_or_init(|| {
            let mut uses: HashMap<String, Vec<usize>> = HashMap::default();
            for reference in self.index().references() {
                let node = self.node(reference.node);
                let text = node.as_str().unwrap_or_default();
                let Some(rest) = text.strip_prefix("#/definitions/") else { continue };
                let name = rest.split('/').next().unwrap_or_default();
                uses.entry(name.to_owned()).or_default().push(node.span().start);
            }
            uses
        })
    }

    /// Its calls of operations (N13); found at the first question.
    pub fn dynamics(&self) -> &Dynamics {
        self.dynamics.get_or_init(|| Dynamics::new(self))
    }

    /// Where the platform is to put its callback address; found at the first question.
    pub fn callbacks(&self) -> &Callbacks {
        self.callbacks.get_or_init(|| Callbacks::new(self))
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
        self.index().operations().iter().map(|entry| self.operation(*entry))
    }

    /// An operation by its ids.
    pub(super) fn operation(&self, entry: OperationEntry) -> Operation<'_> {
        Operation {
            node: self.json.node(entry.node),
            path_item: self.json.node(entry.path_item),
            method: entry.method,
        }
    }

    /// Every parameter site (D15), in the order of operations, path items, shared parameters.
    pub fn parameter_sites(&self) -> impl Iterator<Item = ParameterSite<'_>> {
        let internal: HashSet<NodeId> = self
            .operations()
            .filter(|operation| operation.is_internal())
            .map(|operation| operation.node.id())
            .collect();
        self.index().parameter_sites().iter().map(move |id| {
            let node = self.json.node(*id);
            let holder = node.parent().and_then(Node::parent);
            let on_internal_operation =
                holder.is_some_and(|holder| internal.contains(&holder.id()));
            ParameterSite { node, on_internal_operation }
        })
    }

    /// The effective parameters of an operation (D16).
    pub fn effective_parameters(&self, operation: Operation<'_>) -> Vec<Effective<'_>> {
        self.index()
            .effective_parameters(operation.node.id())
            .iter()
            .map(|found| Effective {
                listed: self.json.node(found.listed),
                node: self.json.node(found.node),
            })
            .collect()
    }

    /// Whether an operation has a parameter that carries a callback address (D20).
    pub fn takes_notification_url(&self, operation: Operation<'_>) -> bool {
        self.effective_parameters(operation)
            .iter()
            .any(|parameter| self.index().reaches_notification_url(&self.json, parameter.node.id()))
    }

    /// The responses of an operation, extensions left out, each after one reference. Those whose
    /// reference leads to no object have none.
    pub fn responses<'a>(
        &'a self,
        operation: Operation<'a>,
    ) -> impl ExactSizeIterator<Item = Response<'a>> {
        self.index().responses(operation.node.id()).iter().map(|entry| {
            let written = self.json.node(entry.written);
            let code = written.key().unwrap_or_default();
            Response { code, written, node: entry.node.map(|node| self.json.node(node)) }
        })
    }

    /// Schema sites and type sites (N9); found at the first question.
    pub fn sites(&self) -> &Sites {
        self.sites.get_or_init(|| Sites::new(&self.json, self.index()))
    }

    /// What rules ask of the schemas together; computed at the first question.
    pub fn schemas(&self) -> &Schemas {
        self.schemas.get_or_init(|| Schemas::new(&self.json, self.sites()))
    }

    /// How many schemas hang from a root (N11), see [`Schemas::count`].
    pub fn schema_count(&self, root: Node<'_>) -> u32 {
        self.schemas().count(self.sites(), root.id())
    }

    /// How deep the schemas below a root go (N11), see [`Schemas::depth`].
    pub fn schema_depth(&self, root: Node<'_>) -> u32 {
        self.schemas().depth(self.sites(), root.id())
    }

    /// The definitions that require themselves.
    pub fn looping(&self) -> &[NodeId] {
        self.schemas().looping(&self.json, self.sites())
    }

    /// Every schema site (N9), those with a reference included.
    pub fn schema_sites(&self) -> impl ExactSizeIterator<Item = Site<'_>> {
        self.sites().schemas().iter().map(|entry| Site::new(&self.json, *entry))
    }

    /// Every type site (N9).
    pub fn type_sites(&self) -> impl Iterator<Item = Site<'_>> {
        self.sites().types().map(|entry| Site::new(&self.json, *entry))
    }

    /// Where the definition differs from the shape of Swagger 2.0 (N4); found at the first
    /// question.
    pub fn flaws(&self) -> impl Iterator<Item = (Node<'_>, Flaw)> {
        self.all_flaws().all().iter().map(|(id, flaw)| (self.json.node(*id), *flaw))
    }

    /// What is wrong with the shape of one thing.
    pub fn flaws_of(&self, node: Node<'_>) -> impl Iterator<Item = Flaw> {
        self.all_flaws().of(node.id())
    }

    fn all_flaws(&self) -> &Flaws {
        self.flaws.get_or_init(|| Flaws::new(self))
    }

    /// Path items (D13): object values of `/paths` whose key is no extension.
    pub fn path_items(&self) -> impl Iterator<Item = Node<'_>> {
        super::index::path_items(self.root())
    }

    /// The parameters that an operation or a path item lists: each element, and the object it
    /// stands for after one reference. What leads nowhere is left out.
    pub fn listed<'a>(&'a self, holder: Node<'a>) -> Vec<Effective<'a>> {
        super::index::listed(&self.json, holder)
            .into_iter()
            .map(|found| Effective {
                listed: self.json.node(found.listed),
                node: self.json.node(found.node),
            })
            .collect()
    }

    /// The elements of such a list that have name and place of an earlier one and say something
    /// else. What is written exactly like an earlier element is left out.
    pub fn redefined<'a>(&'a self, holder: Node<'a>) -> Vec<Node<'a>> {
        let listed = self.listed(holder);
        if listed.len() < 2 {
            return Vec::new();
        }
        let mut seen = HashSet::default();
        let mut found = Vec::new();
        for parameter in &listed {
            if let (Some(name), Some(place)) =
                (parameter.node.text("name"), parameter.node.text("in"))
                && !seen.insert((name, place))
            {
                found.push(parameter.listed);
            }
        }
        if !found.is_empty()
            && let Some(list) = holder.get("parameters")
        {
            let twins: HashSet<NodeId> = repeated(list).into_iter().map(Node::id).collect();
            found.retain(|element| !twins.contains(&element.id()));
        }
        found
    }

    /// The media types that an operation `consumes` or `produces`, its own even where they are
    /// none, else those of the whole definition (N8).
    pub fn media_types(&self, operation: Operation<'_>, member: &str) -> Vec<String> {
        let list = operation.node.get(member).or_else(|| self.root().get(member));
        let texts = list.into_iter().flat_map(Node::items).filter_map(Node::as_str);
        texts.map(|text| media_type(&text)).collect()
    }

    /// A node by its id.
    pub fn node(&self, id: NodeId) -> Node<'_> {
        self.json.node(id)
    }
}

/// A media type as such types are compared (N8): without parameters and blanks, in lower case.
pub fn media_type(text: &str) -> String {
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
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

    /// Method and path, safe to print, as people speak of it.
    pub fn name(self) -> String {
        let path = self.path();
        let mut shown: String = path.chars().take(LONGEST_PATH).collect();
        if shown.len() < path.len() {
            shown.push('…');
        }
        format!("{} {}", self.method.to_ascii_uppercase(), printable(&shown))
    }

    /// Where it stands.
    pub fn pointer(self) -> Pointer {
        self.node.pointer()
    }
}

/// A place where a parameter is written (D15).
#[derive(Debug, Clone, Copy)]
pub struct ParameterSite<'a> {
    /// The parameter object.
    pub node: Node<'a>,
    /// It stands in the list of an operation that makers do not see.
    pub on_internal_operation: bool,
}

impl ParameterSite<'_> {
    /// `in` is exactly this.
    pub fn is_in(&self, place: &str) -> bool {
        self.node.text("in").is_some_and(|found| found == place)
    }

    /// Makers do not see it: it, or its operation, is internal.
    pub fn is_hidden(&self) -> bool {
        let own = self.node.text("x-ms-visibility").is_some_and(|value| value == "internal");
        own || self.on_internal_operation
    }
}

/// An effective parameter (D16).
#[derive(Debug, Clone, Copy)]
pub struct Effective<'a> {
    /// The element of the list.
    pub listed: Node<'a>,
    /// The parameter object, after one reference.
    pub node: Node<'a>,
}

/// A response of an operation.
#[derive(Debug, Clone)]
pub struct Response<'a> {
    /// `200`, `default`, …
    pub code: Cow<'a, str>,
    /// What is written under the code.
    pub written: Node<'a>,
    /// The response object, after one reference.
    pub node: Option<Node<'a>>,
}

impl<'a> Response<'a> {
    /// The member `schema`, whatever it is.
    pub fn schema(&self) -> Option<Node<'a>> {
        self.node?.get("schema")
    }

    /// A code from 200 to 299.
    pub fn is_success(&self) -> bool {
        let bytes = self.code.as_bytes();
        bytes.len() == 3 && bytes[0] == b'2' && bytes.iter().all(u8::is_ascii_digit)
    }
}
