//! Where a definition differs from the shape of Swagger 2.0: one pass over every object of known
//! kind, each once, against the table of `kinds`.

use super::definition::Definition;
use super::kinds::{
    ENCODINGS, FLOWS, KEY_PLACES, Kind, PARAMETER_TYPES, PLACES, PLAIN_TYPES, SCHEMA_TYPES,
    SECURITY_TYPES, STATUSES, TRIGGERS, Type, VISIBILITIES,
};
use super::sites::Stand;
use crate::source::json::{Node, NodeId};

/// What is wrong with the shape of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A member that Swagger does not know in this kind, and that is no extension.
    Unknown(Kind),
    /// A member of an extension that knows only these.
    NotAllowed(&'static [&'static str]),
    /// A member of another JSON type than this one.
    Mistyped(Type),
    /// A value that is none of these.
    Unlisted(&'static [&'static str]),
    /// An object that lacks the member of this name.
    Lacks(&'static str),
    /// A member that must have a text, and has a blank one.
    Blank,
}

/// Every flaw with what it is about, in document order.
#[derive(Debug, Default)]
pub struct Flaws(Vec<(NodeId, Flaw)>);

impl Flaws {
    pub(super) fn new(definition: &Definition) -> Self {
        let mut flaws = Self::default();
        flaws.head(definition);
        for item in super::index::path_items(definition.root()) {
            flaws.object(Kind::PathItem, item);
        }
        for operation in definition.operations() {
            flaws.operation(operation.node);
        }
        let index = definition.index();
        for id in index.parameter_sites() {
            flaws.parameter(definition.node(*id));
        }
        for id in index.response_sites() {
            flaws.object(Kind::Response, definition.node(*id));
        }
        for site in definition.type_sites() {
            match site.stand() {
                // Parameters in the body are none of these, and the others had their turn.
                Stand::Parameter => {}
                Stand::Header => flaws.plain(Kind::Header, site.node),
                Stand::Items => flaws.plain(Kind::Items, site.node),
                _ => flaws.schema(site.node),
            }
        }
        flaws.0.sort_by_key(|(node, _)| *node);
        flaws
    }

    /// Every flaw with what it is about.
    pub fn all(&self) -> &[(NodeId, Flaw)] {
        &self.0
    }

    /// The flaws of one thing.
    pub fn of(&self, node: NodeId) -> impl Iterator<Item = Flaw> {
        let from = self.0.partition_point(|(found, _)| *found < node);
        let rest = self.0[from..].iter().take_while(move |(found, _)| *found == node);
        rest.map(|(_, flaw)| *flaw)
    }

    fn add(&mut self, node: Node<'_>, flaw: Flaw) {
        self.0.push((node.id(), flaw));
    }

    /// The root, what describes the connector as a whole, and signing in.
    fn head(&mut self, definition: &Definition) {
        let root = definition.root();
        self.object(Kind::Root, root);
        self.external_docs(root);
        if let Some(info) = root.get("info") {
            self.object(Kind::Info, info);
            self.annotation(info);
            for (name, kind) in [("contact", Kind::Contact), ("license", Kind::License)] {
                if let Some(node) = info.get(name).filter(|node| node.is_object()) {
                    self.object(kind, node);
                }
            }
        }
        for tag in root.get("tags").into_iter().flat_map(Node::items) {
            if tag.is_object() {
                self.object(Kind::Tag, tag);
                self.external_docs(tag);
            }
        }
        self.requirements(root);
        for (_, node) in definition.security_definitions().into_iter().flat_map(Node::members) {
            self.listed(node, "type", SECURITY_TYPES);
            match node.text("type").as_deref() {
                Some("oauth2") => self.listed(node, "flow", FLOWS),
                Some("apiKey") => self.listed(node, "in", KEY_PLACES),
                _ => {}
            }
        }
    }

    fn operation(&mut self, node: Node<'_>) {
        self.object(Kind::Operation, node);
        self.external_docs(node);
        self.requirements(node);
        self.listed(node, "x-ms-trigger", TRIGGERS);
        self.annotation(node);
        self.closed(node.get("x-ms-pageable"), &["nextLinkName"]);
        self.closed(node.get("x-ms-notification"), &["operationId"]);
        for (name, member) in
            [("x-ms-pageable", "nextLinkName"), ("x-ms-notification", "operationId")]
        {
            if let Some(extension) = node.get(name).filter(|extension| extension.is_object()) {
                self.required(extension, member);
            }
        }
        if let Some(annotation) = node.get("x-ms-api-annotation") {
            self.closed(Some(annotation), &["family", "revision", "status", "replacement"]);
            self.closed(annotation.get("replacement"), &["api", "operationId"]);
        }
    }

    fn parameter(&mut self, node: Node<'_>) {
        self.object(Kind::Parameter, node);
        self.listed(node, "x-ms-url-encoding", ENCODINGS);
        self.listed_text(node, "in", PLACES);
        let place = node.text("in");
        if place.as_deref() != Some("body") {
            self.listed_text(node, "type", PARAMETER_TYPES);
            if place.is_some() {
                self.required(node, "type");
            }
        }
    }

    fn plain(&mut self, kind: Kind, node: Node<'_>) {
        self.object(kind, node);
        self.listed_text(node, "type", PLAIN_TYPES);
    }

    fn schema(&mut self, node: Node<'_>) {
        for (name, member) in node.members() {
            match &*name {
                "type" if member.is_string() => self.one_of(member, SCHEMA_TYPES),
                "externalDocs" => self.external_docs(node),
                _ => {}
            }
            self.member(Kind::Schema, &name, member);
        }
    }

    /// The members of an object, and that those which must be there are.
    fn object(&mut self, kind: Kind, node: Node<'_>) {
        for (name, member) in node.members() {
            self.member(kind, &name, member);
        }
        for name in kind.required() {
            self.required(node, name);
        }
    }

    fn member(&mut self, kind: Kind, name: &str, member: Node<'_>) {
        if name.starts_with("x-") {
            if name == "x-ms-visibility" {
                self.one_of(member, VISIBILITIES);
            }
            return;
        }
        match kind.member(name) {
            None => self.add(member, Flaw::Unknown(kind)),
            Some(wanted) if !wanted.fits(member) => self.add(member, Flaw::Mistyped(wanted)),
            Some(_) => {}
        }
    }

    fn required(&mut self, node: Node<'_>, name: &'static str) {
        match node.get(name) {
            None => self.add(node, Flaw::Lacks(name)),
            Some(member) => {
                if member.as_str().is_some_and(|text| text.trim().is_empty()) {
                    self.add(member, Flaw::Blank);
                }
            }
        }
    }

    fn external_docs(&mut self, holder: Node<'_>) {
        if let Some(node) = holder.get("externalDocs").filter(|node| node.is_object()) {
            self.object(Kind::ExternalDocs, node);
        }
    }

    fn annotation(&mut self, holder: Node<'_>) {
        if let Some(annotation) = holder.get("x-ms-api-annotation") {
            self.listed(annotation, "status", STATUSES);
        }
    }

    /// A requirement has a list of scopes; that `null` is none, another rule says.
    fn requirements(&mut self, holder: Node<'_>) {
        let requirements = holder.get("security").into_iter().flat_map(Node::items);
        for (_, value) in requirements.flat_map(Node::members) {
            if !value.is_array() && !value.is_null() {
                self.add(value, Flaw::Mistyped(Type::Array));
            }
        }
    }

    fn closed(&mut self, node: Option<Node<'_>>, known: &'static [&'static str]) {
        for (name, member) in node.into_iter().flat_map(Node::members) {
            if !known.contains(&&*name) {
                self.add(member, Flaw::NotAllowed(known));
            }
        }
    }

    /// A member, when it is there, whatever its JSON type.
    fn listed(&mut self, node: Node<'_>, name: &str, values: &'static [&'static str]) {
        if let Some(member) = node.get(name) {
            self.one_of(member, values);
        }
    }

    /// A member whose JSON type is judged already.
    fn listed_text(&mut self, node: Node<'_>, name: &str, values: &'static [&'static str]) {
        if let Some(member) = node.get(name).filter(|member| member.is_string()) {
            self.one_of(member, values);
        }
    }

    fn one_of(&mut self, member: Node<'_>, values: &'static [&'static str]) {
        if !member.as_str().is_some_and(|text| values.contains(&&*text)) {
            self.add(member, Flaw::Unlisted(values));
        }
    }
}

#[cfg(test)]
mod tests;
