//! One value of a JSON tree: what it is, what is in it, where it stands.
//! A view of a few bytes, copied freely; it never changes anything.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Number, Value};

use super::print::Print;
use super::{Json, NONE, NodeId, PLAIN, REPLACED, SCANNED_MEMBERS, Slot, UNKNOWN};
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
        self.slot().kind
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
    #[inline]
    pub fn get(self, name: &str) -> Option<Node<'a>> {
        self.member(name, Print::of(name))
    }

    fn member(self, name: &str, print: Print) -> Option<Node<'a>> {
        let slot = self.slot();
        if slot.kind != Kind::Object {
            return None;
        }
        if slot.count as usize > SCANNED_MEMBERS
            && let Some(sorted) = self.json.sorted_members(self.id)
        {
            let after = sorted
                .partition_point(|&id| &*key_text(&self.json.text, self.json.slot(id)) <= name);
            let last = self.json.node(*sorted.get(after.checked_sub(1)?)?);
            return last.key_is(name).then_some(last);
        }
        // From the end, because the last of equal names counts.
        let members = self.json.children(slot).iter().rev().filter(|member| member.print == print);
        let mut members = members.map(|member| self.json.node(member.node));
        if print.is_own() { members.next() } else { members.find(|member| member.key_is(name)) }
    }

    /// The text of the member of that name, when it is a string.
    #[inline]
    pub fn text(self, name: &str) -> Option<Cow<'a, str>> {
        self.get(name)?.as_str()
    }

    /// The element at an index; none unless this is an array.
    pub fn at(self, index: usize) -> Option<Node<'a>> {
        let slot = self.slot();
        let elements = self.json.children(slot).get(index).filter(|_| slot.kind == Kind::Array);
        elements.map(|child| self.json.node(child.node))
    }

    /// The elements of an array; nothing for anything else.
    pub fn items(self) -> impl Iterator<Item = Node<'a>> {
        self.held_by(Kind::Array)
    }

    /// The members of an object in document order, without those that a later one of the same name
    /// replaces; nothing for anything else.
    pub fn members(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        self.written_members().filter(|(_, member)| !member.is_replaced())
    }

    /// The members of an object in document order, as written; nothing for anything else.
    pub fn written_members(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        let json = self.json;
        self.held_by(Kind::Object)
            .map(move |member| (key_text(&json.text, json.slot(member.id)), member))
    }

    /// What it holds, when it is of this kind.
    fn held_by(self, kind: Kind) -> impl Iterator<Item = Node<'a>> {
        let (json, slot) = (self.json, self.slot());
        let children = if slot.kind == kind { json.children(slot) } else { &[] };
        children.iter().map(|child| json.node(child.node))
    }

    /// Elements or members as written; nothing for a scalar.
    pub fn children(self) -> impl Iterator<Item = Node<'a>> {
        let json = self.json;
        json.children(self.slot()).iter().map(|child| json.node(child.node))
    }

    /// Whether it has neither members nor elements.
    pub fn is_empty(self) -> bool {
        self.slot().count == 0
    }

    /// Its text when it is a string, unescaped.
    pub fn as_str(self) -> Option<Cow<'a, str>> {
        let slot = self.slot();
        if slot.flags & PLAIN != 0 {
            let (start, end) = (slot.start as usize + 1, slot.end as usize);
            let inner = self.json.text.get(start..end.saturating_sub(1));
            return Some(Cow::Borrowed(inner.unwrap_or_default()));
        }
        (slot.kind == Kind::String).then(|| unquoted(self.raw()))
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
        (self.slot().key != NONE).then(|| key_text(&self.json.text, self.slot()))
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

    /// How many written siblings stand before it; none for the root.
    pub fn index_in_parent(self) -> Option<usize> {
        let siblings = self.json.children(self.parent()?.slot());
        // Ids are in document order.
        siblings.binary_search_by_key(&self.id, |sibling| sibling.node).ok()
    }

    /// The written sibling behind it.
    pub fn next(self) -> Option<Self> {
        let siblings = self.json.children(self.parent()?.slot());
        Some(self.json.node(siblings.get(self.index_in_parent()? + 1)?.node))
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
        self.slot().flags & REPLACED != 0
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

    /// Whether its name in its object is this one.
    pub fn key_is(self, name: &str) -> bool {
        let slot = self.slot();
        if slot.key == NONE {
            return false;
        }
        if slot.key_length == UNKNOWN {
            return key_text(&self.json.text, slot) == name;
        }
        let start = slot.key as usize + 1;
        slot.key_length as usize == name.len()
            && self.json.text.as_bytes().get(start..start + name.len()) == Some(name.as_bytes())
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

/// A key, unescaped.
pub(super) fn key_text(text: &str, slot: Slot) -> Cow<'_, str> {
    if slot.key_length != UNKNOWN {
        let start = slot.key as usize + 1;
        let key = text.get(start..start + slot.key_length as usize);
        return Cow::Borrowed(key.unwrap_or_default());
    }
    raw_key(text, slot).map_or(Cow::Borrowed(""), unquoted)
}

/// A key as written, quotes included.
fn raw_key(text: &str, slot: Slot) -> Option<&str> {
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
