//! One value of a JSON tree: what it is, what is in it, where it stands.
//! A view of a few bytes, copied freely; it never changes anything.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Number, Value};

use super::{Json, NONE, NodeId, Slot};
use crate::source::pointer::Pointer;
use crate::source::text::Span;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number
    Number,
    /// A string
    String,
    /// An array
    Array,
    /// An object
    Object,
}

/// A value within a [`Json`].
#[derive(Clone, Copy)]
pub struct Node<'a> {
    json: &'a Json,
    id: NodeId,
}

impl<'a> Node<'a> {
    pub(super) fn new(json: &'a Json, id: NodeId) -> Self {
        Self { json, id }
    }

    /// Its name within the tree.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        match self.raw().as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            _ => Kind::Null,
        }
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.kind() == Kind::Object
    }

    /// Whether it is an array.
    pub fn is_array(self) -> bool {
        self.kind() == Kind::Array
    }

    /// Whether it is a string.
    pub fn is_string(self) -> bool {
        self.kind() == Kind::String
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// The member of that name, the last where it is written several times; none unless this is an
    /// object.
    pub fn get(self, name: &str) -> Option<Node<'a>> {
        if !self.is_object() {
            return None;
        }
        if let Some(sorted) = self.json.sorted_members(self.id) {
            let after =
                sorted.partition_point(|&id| &*key_text(self.json, self.json.slot(id)) <= name);
            let last = self.json.node(*sorted.get(after.checked_sub(1)?)?);
            return last.key_is(name).then_some(last);
        }
        self.children().find(|member| member.key_is(name) && !member.is_replaced())
    }

    /// The text of the member of that name, when it is a string.
    pub fn text(self, name: &str) -> Option<Cow<'a, str>> {
        self.get(name)?.as_str()
    }

    /// The element at an index; none unless this is an array.
    pub fn at(self, index: usize) -> Option<Node<'a>> {
        match self.json.sorted_members(self.id).filter(|_| self.is_array()) {
            Some(elements) => elements.get(index).map(|&id| self.json.node(id)),
            None => self.items().nth(index),
        }
    }

    /// The elements of an array; nothing for anything else.
    pub fn items(self) -> impl Iterator<Item = Node<'a>> {
        self.is_array().then(|| self.children()).into_iter().flatten()
    }

    /// The members of an object in document order, without those that a later one of the same name
    /// replaces; nothing for anything else.
    pub fn members(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        self.written_members().filter(|(_, member)| !member.is_replaced())
    }

    /// The members of an object in document order, as written; nothing for anything else.
    pub fn written_members(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        let members = self.is_object().then(|| self.children());
        members.into_iter().flatten().filter_map(|member| Some((member.key()?, member)))
    }

    /// The names that an object writes more than once, each with the member that counts, in the
    /// order of those members.
    pub fn duplicates(self) -> Vec<(Cow<'a, str>, Node<'a>)> {
        let mut found: Vec<_> = self
            .children()
            .filter(|member| member.is_replaced())
            .filter_map(|member| {
                let name = member.key()?;
                let last = self.get(&name)?;
                Some((name, last))
            })
            .collect();
        found.sort_by_key(|(_, last)| last.id);
        found.dedup_by_key(|(_, last)| last.id);
        found
    }

    /// Elements or members as written; nothing for a scalar.
    pub fn children(self) -> impl Iterator<Item = Node<'a>> {
        let json = self.json;
        let first = NodeId(self.id.0.saturating_add(1));
        let first =
            json.nodes.get(first.index()).filter(|slot| slot.parent == self.id.0).map(|_| first);
        std::iter::successors(first.map(|id| Node { json, id }), |node| node.next_sibling())
    }

    /// What its parent holds next after it, as written.
    pub fn next_sibling(self) -> Option<Node<'a>> {
        let next = self.slot().next;
        (next != NONE).then(|| self.json.node(NodeId(next)))
    }

    /// Whether it has neither members nor elements.
    pub fn is_empty(self) -> bool {
        self.children().next().is_none()
    }

    /// Its text when it is a string, unescaped.
    pub fn as_str(self) -> Option<Cow<'a, str>> {
        self.is_string().then(|| unquoted(self.raw()))
    }

    /// Its value when it is `true` or `false`.
    pub fn as_bool(self) -> Option<bool> {
        match self.raw() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// Its value when it is a number.
    pub fn as_f64(self) -> Option<f64> {
        if self.kind() == Kind::Number { self.raw().parse().ok() } else { None }
    }

    /// As written, quotes and brackets included.
    pub fn raw(self) -> &'a str {
        let span = self.span();
        self.json.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Where the value stands.
    pub fn span(self) -> Span {
        let slot = self.slot();
        Span { start: slot.start as usize, end: slot.end as usize }
    }

    /// Where its key stands, quotes included; none for elements and the root.
    pub fn key_span(self) -> Option<Span> {
        key_span(&self.json.text, self.slot())
    }

    /// Its name in its object, unescaped; none for elements and the root.
    pub fn key(self) -> Option<Cow<'a, str>> {
        (self.slot().key != NONE).then(|| key_text(self.json, self.slot()))
    }

    /// The outermost value of its tree.
    #[must_use]
    pub fn root(self) -> Node<'a> {
        self.json.root()
    }

    /// What holds it; none for the root.
    pub fn parent(self) -> Option<Node<'a>> {
        let parent = self.slot().parent;
        (parent != NONE).then(|| self.json.node(NodeId(parent)))
    }

    /// How many written siblings stand before it; none for the root. Among the members of an object
    /// it counts them one by one.
    pub fn index_in_parent(self) -> Option<usize> {
        let parent = self.parent()?;
        if let Some(elements) = self.json.sorted_members(parent.id).filter(|_| parent.is_array()) {
            // Ids are in document order.
            return elements.binary_search(&self.id).ok();
        }
        parent.children().position(|sibling| sibling.id == self.id)
    }

    /// Where it stands, as a pointer. A replaced member has the pointer of the one that counts.
    pub fn pointer(self) -> Pointer {
        let path: Vec<_> = std::iter::successors(Some(self), |node| node.parent()).collect();
        path.into_iter().rev().skip(1).fold(Pointer::root(), |pointer, node| match node.key() {
            Some(key) => pointer.child(&key),
            None => pointer.index(node.index_in_parent().unwrap_or_default()),
        })
    }

    /// Whether a later member of the same name replaces it. What is inside a replaced value does
    /// not say so of itself.
    pub fn is_replaced(self) -> bool {
        self.json.is_replaced(self.id)
    }

    /// The value without places; of equal names the last one's.
    pub fn to_value(self) -> Value {
        // As deep as the parser allows, so this recursion is bounded.
        match self.kind() {
            Kind::Null => Value::Null,
            Kind::Bool => Value::Bool(self.raw() == "true"),
            Kind::Number => self.to_number().map_or(Value::Null, Value::Number),
            Kind::String => Value::String(unquoted(self.raw()).into_owned()),
            Kind::Array => Value::Array(self.items().map(Node::to_value).collect()),
            Kind::Object => {
                let members = self.members().map(|(key, node)| (key.into_owned(), node.to_value()));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }

    fn to_number(self) -> Option<Number> {
        // At the very edge of the range the two readers may round differently.
        serde_json::from_str(self.raw()).ok().or_else(|| Number::from_f64(self.as_f64()?))
    }

    fn key_is(self, name: &str) -> bool {
        let after_quote = self.slot().key as usize + 1;
        let bytes = self.json.text.as_bytes();
        let end = after_quote.saturating_add(name.len());
        // The usual case, without looking for the key's end: the name as it is, then a quote.
        match bytes.get(after_quote..end) {
            Some(written) if written == name.as_bytes() && bytes.get(end) == Some(&b'"') => {
                !name.contains(['"', '\\'])
            }
            _ => {
                let slot = self.slot();
                let escaped = raw_key(&self.json.text, slot).is_some_and(|key| key.contains('\\'));
                escaped && key_text(self.json, slot) == name
            }
        }
    }

    fn slot(self) -> Slot {
        self.json.slot(self.id)
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.span().start;
        let raw: String = self.raw().chars().take(60).collect();
        write!(out, "Node({} at {start}: {raw})", self.id.0)
    }
}

fn key_text(json: &Json, slot: Slot) -> Cow<'_, str> {
    raw_key(&json.text, slot).map_or(Cow::Borrowed(""), unquoted)
}

/// A key as written, quotes included.
pub(super) fn raw_key(text: &str, slot: Slot) -> Option<&str> {
    let span = key_span(text, slot)?;
    text.get(span.start..span.end)
}

fn key_span(text: &str, slot: Slot) -> Option<Span> {
    if slot.key == NONE {
        return None;
    }
    let start = slot.key as usize;
    let mut end = start + 1;
    loop {
        match text.as_bytes().get(end)? {
            b'"' => {
                return Some(Span { start, end: end + 1 });
            }
            b'\\' => end += 2,
            _ => end += 1,
        }
    }
}

/// The text of a valid string literal.
pub(super) fn unquoted(literal: &str) -> Cow<'_, str> {
    let inner = literal.get(1..literal.len().saturating_sub(1)).unwrap_or_default();
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    serde_json::from_str(literal).map_or(Cow::Borrowed(inner), Cow::Owned)
}
