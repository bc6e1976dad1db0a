//! The reader: text in, flat tree out, in one loop with an explicit stack.
//! It must not recurse, and it stops at the first fault.

use std::borrow::Cow;

use super::node::{Kind, key_text, unquoted};
use super::print::Print;
use super::{
    Child, JsonError, MAX_DEPTH, NONE, NodeId, PLAIN, REPLACED, SCANNED_MEMBERS, Slot, UNKNOWN,
};

mod blame;
mod scalar;

/// What a text becomes.
pub(super) struct Tree {
    pub(super) nodes: Vec<Slot>,
    pub(super) children: Vec<Child>,
    pub(super) sorted: Vec<(NodeId, Box<[NodeId]>)>,
    pub(super) replaced: Vec<NodeId>,
}

/// An array or object that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    node: u32,
    is_object: bool,
    /// Where its children begin in `Reader::waiting`.
    first: usize,
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    tree: Tree,
    open: Vec<Open>,
    /// The children of the containers that are not closed yet.
    waiting: Vec<Child>,
}

/// What is known of a member's name when its value is read.
#[derive(Clone, Copy)]
struct Key {
    at: u32,
    length: u16,
    print: Print,
}

impl Key {
    /// That of an element, or of the root.
    const NONE: Self = Self { at: NONE, length: UNKNOWN, print: Print::NONE };
}

type Step<T = ()> = Result<T, JsonError>;

pub(super) fn parse(text: &str) -> Step<Tree> {
    if u32::try_from(text.len()).is_ok_and(|length| length < NONE) {
        // Room that is not used costs nothing, but growing copies, with both copies in memory.
        let room = text.len() / 16;
        let tree = Tree {
            nodes: Vec::with_capacity(room),
            children: Vec::with_capacity(room),
            sorted: Vec::new(),
            replaced: Vec::new(),
        };
        let (open, waiting) = (Vec::new(), Vec::new());
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut reader = Reader { text, bytes: text.as_bytes(), at, tree, open, waiting };
        reader.document()?;
        reader.tree.nodes.shrink_to_fit();
        reader.tree.children.shrink_to_fit();
        reader.tree.sorted.sort_unstable_by_key(|entry| entry.0);
        reader.tree.replaced.sort_unstable();
        Ok(reader.tree)
    } else {
        let reason = "the file is larger than 4 GiB, which is more than is read here".to_owned();
        Err(JsonError { offset: 0, reason })
    }
}

impl Reader<'_> {
    fn document(&mut self) -> Step {
        self.blank();
        self.value(Key::NONE)?;
        while let Some(&open) = self.open.last() {
            self.blank();
            let first = self.waiting.len() == open.first;
            match self.peek() {
                Some(b'}') if open.is_object => self.close(),
                Some(b']') if !open.is_object => self.close(),
                Some(b',') if !first => {
                    let comma = self.at;
                    self.at += 1;
                    self.blank();
                    if matches!(self.peek(), Some(b'}' | b']')) {
                        return Err(self.trailing_comma(comma));
                    }
                    self.child(open)?;
                }
                Some(_) if first => self.child(open)?,
                _ => return Err(self.neither_comma_nor_end(open)),
            }
        }
        self.blank();
        if self.at < self.bytes.len() { Err(self.after_the_end()) } else { Ok(()) }
    }

    /// One element or member of the innermost container.
    fn child(&mut self, open: Open) -> Step {
        if !open.is_object {
            return self.value(Key::NONE);
        }
        let key = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.no_key());
        }
        let is_plain = self.string()?;
        let name = self.text.get(key..self.at).map_or(Cow::Borrowed(""), |raw| {
            if is_plain {
                Cow::Borrowed(raw.get(1..raw.len() - 1).unwrap_or_default())
            } else {
                unquoted(raw)
            }
        });
        let length = u16::try_from(name.len()).ok().filter(|_| is_plain).unwrap_or(UNKNOWN);
        let key = Key { at: offset(key), length, print: Print::of(&name) };
        self.blank();
        if self.peek() != Some(b':') {
            return Err(self.no_colon());
        }
        self.at += 1;
        self.blank();
        self.value(key)
    }

    /// Reads a scalar, or opens an array or object.
    fn value(&mut self, key: Key) -> Step {
        let start = self.at;
        let (kind, opens) = match self.peek() {
            Some(b'{') => (Kind::Object, Some(true)),
            Some(b'[') => (Kind::Array, Some(false)),
            Some(b'"') => (Kind::String, None),
            Some(b't' | b'f') => (Kind::Bool, None),
            Some(b'-' | b'0'..=b'9') => (Kind::Number, None),
            _ => (Kind::Null, None),
        };
        if opens.is_some() {
            if self.open.len() >= MAX_DEPTH {
                return Err(self.too_deep());
            }
            self.at += 1;
        }
        let is_plain = opens.is_none() && self.scalar()?;
        let id = offset(self.tree.nodes.len());
        let parent = self.open.last().map_or(NONE, |open| open.node);
        let (start, end) = (offset(start), offset(self.at));
        self.tree.nodes.push(Slot {
            start,
            end,
            key: key.at,
            parent,
            first: 0,
            count: 0,
            key_length: key.length,
            kind,
            flags: if is_plain { PLAIN } else { 0 },
        });
        if !self.open.is_empty() {
            self.waiting.push(Child { print: key.print, node: NodeId(id) });
        }
        if let Some(is_object) = opens {
            self.open.push(Open { node: id, is_object, first: self.waiting.len() });
        }
        Ok(())
    }

    fn close(&mut self) {
        self.at += 1;
        let Some(open) = self.open.pop() else { return };
        let (first, count) = (self.tree.children.len(), self.waiting.len() - open.first);
        self.tree.children.extend(self.waiting.drain(open.first..));
        if let Some(slot) = self.tree.nodes.get_mut(open.node as usize) {
            slot.end = offset(self.at);
            (slot.first, slot.count) = (offset(first), offset(count));
        }
        if open.is_object && count > SCANNED_MEMBERS {
            self.sort_members(open, first);
        } else if open.is_object && count > 1 {
            self.compare_members(first);
        }
    }

    /// Finds the replaced members of a small object.
    fn compare_members(&mut self, first: usize) {
        let mut rest = self.tree.children.get(first..).unwrap_or_default();
        let mut found = Vec::new();
        while let Some((child, later)) = rest.split_first() {
            // Equal fingerprints are a strong hint, no proof.
            let is_replaced = later.iter().any(|twin| {
                twin.print == child.print && self.name(twin.node) == self.name(child.node)
            });
            if is_replaced {
                found.push(child.node);
            }
            rest = later;
        }
        self.replace(&found);
    }

    /// Sorts the members of a large object for lookup; equal names then stand together.
    fn sort_members(&mut self, open: Open, first: usize) {
        let members = self.tree.children.get(first..).unwrap_or_default();
        let mut sorted: Box<[NodeId]> = members.iter().map(|child| child.node).collect();
        // Stable: equal names keep the order in which they are written, the last one counts.
        sorted.sort_by(|&left, &right| self.name(left).cmp(&self.name(right)));
        let replaced: Vec<_> = sorted
            .windows(2)
            .filter_map(|pair| match *pair {
                [left, right] if self.name(left) == self.name(right) => Some(left),
                _ => None,
            })
            .collect();
        self.replace(&replaced);
        self.tree.sorted.push((NodeId(open.node), sorted));
    }

    fn replace(&mut self, members: &[NodeId]) {
        for member in members {
            if let Some(slot) = self.tree.nodes.get_mut(member.index()) {
                slot.flags |= REPLACED;
            }
        }
        self.tree.replaced.extend(members);
    }

    fn name(&self, id: NodeId) -> Cow<'_, str> {
        let slot = self.tree.nodes.get(id.index());
        slot.map_or(Cow::Borrowed(""), |&slot| key_text(self.text, slot))
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

/// Offsets and counts fit, because the length of the text does.
fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(NONE)
}
