//! The reader: text in, flat tree out, in one loop with an explicit stack.
//! It must not recurse, and it stops at the first fault.

use std::borrow::Cow;

use super::node::{raw_key, unquoted};
use super::{JsonError, MAX_DEPTH, NONE, NodeId, SCANNED_MEMBERS, Slot};

mod blame;
mod scalar;

/// What a text becomes.
pub(super) struct Tree {
    pub(super) nodes: Vec<Slot>,
    pub(super) sorted: Vec<(NodeId, Box<[NodeId]>)>,
    pub(super) replaced: Vec<NodeId>,
}

/// An array or object that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    node: u32,
    last_child: u32,
    is_object: bool,
    /// Where its members begin in `Reader::prints`.
    prints: usize,
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    tree: Tree,
    open: Vec<Open>,
    /// For each member of the open objects a fingerprint of its name, to find duplicates.
    prints: Vec<(u64, NodeId)>,
}

type Step<T = ()> = Result<T, JsonError>;

pub(super) fn parse(text: &str) -> Step<Tree> {
    if u32::try_from(text.len()).is_ok_and(|length| length < NONE) {
        let tree = Tree { nodes: Vec::new(), sorted: Vec::new(), replaced: Vec::new() };
        let (open, prints) = (Vec::new(), Vec::new());
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut reader = Reader { text, bytes: text.as_bytes(), at, tree, open, prints };
        reader.document()?;
        reader.tree.nodes.shrink_to_fit();
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
        self.value(NONE)?;
        while let Some(&open) = self.open.last() {
            self.blank();
            let first = open.last_child == NONE;
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
            return self.value(NONE);
        }
        let key = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.no_key());
        }
        self.string()?;
        self.blank();
        if self.peek() != Some(b':') {
            return Err(self.no_colon());
        }
        self.at += 1;
        self.blank();
        self.value(offset(key))
    }

    /// Reads a scalar, or opens an array or object.
    fn value(&mut self, key: u32) -> Step {
        let start = self.at;
        let opens = match self.peek() {
            Some(b'{') => Some(true),
            Some(b'[') => Some(false),
            _ => None,
        };
        if opens.is_some() {
            if self.open.len() >= MAX_DEPTH {
                return Err(self.too_deep());
            }
            self.at += 1;
        } else {
            self.scalar()?;
        }
        let id = offset(self.tree.nodes.len());
        let parent = self.open.last().map_or(NONE, |open| open.node);
        let (start, end) = (offset(start), offset(self.at));
        self.tree.nodes.push(Slot { start, end, key, next: NONE, parent });
        if let Some(open) = self.open.last_mut() {
            let before = std::mem::replace(&mut open.last_child, id);
            if let Some(before) = self.tree.nodes.get_mut(before as usize) {
                before.next = id;
            }
        }
        if key != NONE {
            let print = fingerprint(&self.name(NodeId(id)));
            self.prints.push((print, NodeId(id)));
        }
        if let Some(is_object) = opens {
            let prints = self.prints.len();
            self.open.push(Open { node: id, last_child: NONE, is_object, prints });
        }
        Ok(())
    }

    fn close(&mut self) {
        self.at += 1;
        let Some(open) = self.open.pop() else { return };
        if let Some(slot) = self.tree.nodes.get_mut(open.node as usize) {
            slot.end = offset(self.at);
        }
        let members = self.prints.len() - open.prints;
        if members > SCANNED_MEMBERS {
            self.sort_members(open);
        } else if members > 1 {
            self.compare_members(open);
        } else if !open.is_object && open.last_child != NONE {
            self.list_elements(open);
        }
        self.prints.truncate(open.prints);
    }

    /// Finds the replaced members of a small object.
    fn compare_members(&mut self, open: Open) {
        let mut rest = self.prints.get(open.prints..).unwrap_or_default();
        let mut found = Vec::new();
        while let Some((&(print, id), later)) = rest.split_first() {
            // Equal fingerprints are a strong hint, no proof.
            let is_replaced = later
                .iter()
                .any(|&(other, twin)| other == print && self.name(twin) == self.name(id));
            if is_replaced {
                found.push(id);
            }
            rest = later;
        }
        self.tree.replaced.append(&mut found);
    }

    /// Sorts the members of a large object for lookup; equal names then stand together.
    fn sort_members(&mut self, open: Open) {
        let members = self.prints.get(open.prints..).unwrap_or_default();
        let mut sorted: Box<[NodeId]> = members.iter().map(|&(_, id)| id).collect();
        // Stable: equal names keep the order in which they are written, the last one counts.
        sorted.sort_by(|&left, &right| self.name(left).cmp(&self.name(right)));
        let replaced: Vec<_> = sorted
            .windows(2)
            .filter_map(|pair| match *pair {
                [left, right] if self.name(left) == self.name(right) => Some(left),
                _ => None,
            })
            .collect();
        self.tree.replaced.extend(replaced);
        self.tree.sorted.push((NodeId(open.node), sorted));
    }

    /// Lists the elements of a large array, so that none has to be counted to.
    fn list_elements(&mut self, open: Open) {
        let nodes = &self.tree.nodes;
        let elements = std::iter::successors(Some(open.node + 1), |&id| {
            nodes.get(id as usize).map(|slot| slot.next).filter(|&next| next != NONE)
        })
        .map(NodeId);
        if elements.clone().nth(SCANNED_MEMBERS).is_some() {
            let listed = elements.collect();
            self.tree.sorted.push((NodeId(open.node), listed));
        }
    }

    fn name(&self, id: NodeId) -> Cow<'_, str> {
        let slot = self.tree.nodes.get(id.index());
        slot.and_then(|&slot| raw_key(self.text, slot)).map_or(Cow::Borrowed(""), unquoted)
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

/// FNV-1a.
fn fingerprint(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |print, byte| {
        (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
