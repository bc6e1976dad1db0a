//! Changes of a JSON text at a pointer: set, remove, rename. Every byte outside the edit stays, and
//! new text follows the file's indentation, line ends and spacing.
//!
//! It proposes edits and applies them to a text; it writes no file and judges no value. Edits are
//! made for the text of the [`Json`] given. Apply those of one call and parse again before the next
//! call that touches the same container.

mod style;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;

use serde_json::Value;

use super::json::{Json, Kind, Node, NodeId};
use super::pointer::{Pointer, array_index, resolve};
use super::text::Span;
use crate::source::hash::HashSet;
use style::Style;

/// Replace the bytes of a span by a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes; empty to insert.
    pub span: Span,
    /// What comes in its place.
    pub text: String,
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditError {
    /// For a person to read.
    pub reason: String,
}

impl EditError {
    fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.reason)
    }
}

impl std::error::Error for EditError {}

/// Makes the edits of one text. Its layout is looked at once, however many edits are made.
pub struct Editor<'a> {
    json: &'a Json,
    style: OnceCell<Style<'a>>,
}

impl<'a> Editor<'a> {
    /// For this text.
    pub fn of(json: &'a Json) -> Self {
        Self { json, style: OnceCell::new() }
    }

    fn style(&self) -> &Style<'a> {
        self.style.get_or_init(|| Style::of(self.json))
    }

    /// Puts a value at a pointer: replaces the one there, or adds a member at the end of its object,
    /// creating missing objects on the way. In an array the step `-`, or its length, appends; a missing
    /// container whose next step is `-` becomes an array. Nothing to do yields no edit.
    ///
    /// # Errors
    /// When the way leads through a scalar, or names no element of an array.
    pub fn set(&self, pointer: &Pointer, value: &Value) -> Result<Vec<Edit>, EditError> {
        if let Some(node) = resolve(self.json.root(), pointer) {
            if node.to_value() == *value {
                return Ok(Vec::new());
            }
            let text = self.style().replacing(node, value);
            return Ok(vec![Edit { span: node.span(), text }]);
        }
        let (parent, missing) = split(self.json.root(), pointer);
        let Some((first, deeper)) = missing.split_first() else {
            return Err(EditError::new(format!("nothing stands at {pointer}")));
        };
        // Wrapped from the inside out: what is missing between the parent and the value.
        let value = deeper.iter().rev().fold(value.clone(), |inner, token| {
            if token == "-" {
                Value::Array(vec![inner])
            } else {
                Value::Object([(token.clone(), inner)].into_iter().collect())
            }
        });
        let edit = match parent.kind() {
            Kind::Object => self.style().appending(parent, Some(first), &value),
            Kind::Array => {
                if first != "-" && array_index(first) != Some(parent.items().count()) {
                    let at = place(parent);
                    return Err(EditError::new(format!(
                        "{at} is an array and has no element {first}"
                    )));
                }
                self.style().appending(parent, None, &value)
            }
            _ => {
                let at = place(parent);
                return Err(EditError::new(format!(
                    "{at} is neither an object nor an array, so nothing can be put into it"
                )));
            }
        };
        Ok(vec![edit])
    }

    /// Takes away the member or element at a pointer, and every replaced member of the same name,
    /// which would count again otherwise. Nothing there yields no edit.
    ///
    /// # Errors
    /// The root cannot be removed.
    pub fn remove(&self, pointer: &Pointer) -> Result<Vec<Edit>, EditError> {
        self.remove_all(std::slice::from_ref(pointer))
    }

    /// Takes away what stands at several pointers, neighbours among them.
    ///
    /// # Errors
    /// The root cannot be removed.
    pub fn remove_all(&self, pointers: &[Pointer]) -> Result<Vec<Edit>, EditError> {
        if pointers.iter().any(Pointer::is_root) {
            return Err(EditError::new("the whole document cannot be removed"));
        }
        let root = self.json.root();
        let nodes: Vec<Node<'_>> =
            pointers.iter().filter_map(|pointer| resolve(root, pointer)).collect();
        let mut edits = Vec::new();
        let mut done: Vec<NodeId> = Vec::new();
        for parent in nodes.iter().filter_map(|node| node.parent()) {
            if !done.contains(&parent.id()) {
                done.push(parent.id());
                edits.extend(removed(parent, &nodes));
            }
        }
        Ok(edits)
    }

    /// Gives the member at a pointer another name, and every replaced member of the same name with it.
    /// The same name yields no edit.
    ///
    /// # Errors
    /// When there is no such member, or the object has the new name already.
    pub fn rename(&self, pointer: &Pointer, new_key: &str) -> Result<Vec<Edit>, EditError> {
        let found = resolve(self.json.root(), pointer);
        let Some((parent, name)) = found.and_then(|node| Some((node.parent()?, node.key()?)))
        else {
            return Err(EditError::new(format!("there is no member {pointer} to rename")));
        };
        if name == new_key {
            return Ok(Vec::new());
        }
        if parent.get(new_key).is_some() {
            let at = place(parent);
            return Err(EditError::new(format!("{at} has a member {new_key} already")));
        }
        let text = style::literal(new_key);
        Ok(parent
            .children()
            .filter(|member| member.key().is_some_and(|key| key == name))
            .filter_map(|member| Some(Edit { span: member.key_span()?, text: text.clone() }))
            .collect())
    }
}

/// One [`Editor::set`].
///
/// # Errors
/// As there.
pub fn set(json: &Json, pointer: &Pointer, value: &Value) -> Result<Vec<Edit>, EditError> {
    Editor::of(json).set(pointer, value)
}

/// One [`Editor::remove`].
///
/// # Errors
/// As there.
pub fn remove(json: &Json, pointer: &Pointer) -> Result<Vec<Edit>, EditError> {
    Editor::of(json).remove(pointer)
}

/// One [`Editor::rename`].
///
/// # Errors
/// As there.
pub fn rename(json: &Json, pointer: &Pointer, new_key: &str) -> Result<Vec<Edit>, EditError> {
    Editor::of(json).rename(pointer, new_key)
}

/// The text with the edits made. Their order does not matter, except that insertions at the same
/// place come in the order given.
///
/// # Errors
/// When edits overlap, or a span lies outside the text or inside a character.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut sorted: Vec<_> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in sorted {
        if edit.span.start < done {
            return Err(EditError::new("two edits change the same text"));
        }
        let kept = text.get(done..edit.span.start);
        let (Some(kept), Some(_)) = (kept, text.get(edit.span.start..edit.span.end)) else {
            return Err(EditError::new("an edit does not fit the text"));
        };
        out.push_str(kept);
        out.push_str(&edit.text);
        done = edit.span.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Ok(out)
}

/// The deepest node on the way, and the steps that lead nowhere.
fn split<'a>(root: Node<'a>, pointer: &Pointer) -> (Node<'a>, Vec<String>) {
    let mut node = root;
    let mut at = Pointer::root();
    let mut missing = Vec::new();
    for token in pointer.tokens() {
        at = at.child(&token);
        let next = if missing.is_empty() { resolve(root, &at) } else { None };
        match next {
            Some(next) => node = next,
            None => missing.push(token.into_owned()),
        }
    }
    (node, missing)
}

/// The edits that take some children of a container away.
fn removed(parent: Node<'_>, nodes: &[Node<'_>]) -> Vec<Edit> {
    let here = nodes.iter().filter(|node| node.parent().is_some_and(|at| at.id() == parent.id()));
    let names: HashSet<Cow<'_, str>> = here.clone().filter_map(|node| node.key()).collect();
    let ids: HashSet<NodeId> = here.map(|node| node.id()).collect();
    let goes = |sibling: &Node<'_>| match sibling.key() {
        Some(key) => names.contains(&key),
        None => ids.contains(&sibling.id()),
    };
    if parent.children().all(|sibling| goes(&sibling)) {
        let text = if parent.is_object() { "{}" } else { "[]" };
        return vec![Edit { span: parent.span(), text: text.to_owned() }];
    }
    let mut edits = Vec::new();
    let mut kept: Option<Node<'_>> = None;
    // The first and the last of the siblings in a row that go.
    let mut run: Option<(Node<'_>, Node<'_>)> = None;
    for sibling in parent.children() {
        if goes(&sibling) {
            run = Some((run.map_or(sibling, |(first, _)| first), sibling));
        } else {
            if let Some((first, _)) = run.take() {
                edits.push(cut(begin(first), begin(sibling)));
            }
            kept = Some(sibling);
        }
    }
    if let (Some((_, last)), Some(kept)) = (run, kept) {
        edits.push(cut(kept.span().end, last.span().end));
    }
    edits
}

/// Where an element or member begins, its key included.
fn begin(node: Node<'_>) -> usize {
    node.key_span().unwrap_or(node.span()).start
}

fn cut(start: usize, end: usize) -> Edit {
    Edit { span: Span { start, end }, text: String::new() }
}

fn place(node: Node<'_>) -> String {
    let pointer = node.pointer();
    if pointer.is_root() { "the document".to_owned() } else { pointer.to_string() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;
