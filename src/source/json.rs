//! A JSON text as a tree in which every key and value knows where it stands.
//!
//! Strict RFC 8259, duplicate names kept. The tree is one flat list of spans; strings stay slices
//! of the text until asked for. It must not judge what the values mean, repair anything, or
//! recurse: depth and memory are bounded whatever the text is.

pub mod equality;
mod inert;
mod node;
mod parse;
mod print;
pub mod strict;

use std::fmt;
use std::sync::{Arc, OnceLock};

pub use inert::inert;
pub use node::{Kind, Node};

use super::text::Lines;
use print::Print;

/// The deepest nesting that is read. `serde_json`, with which the rest of the world reads, refuses
/// the 128th level.
pub const MAX_DEPTH: usize = 127;

/// No such offset or node. Offsets stay below it because larger texts are refused.
const NONE: u32 = u32::MAX;

/// Objects with more members than this have them sorted, so that looking up every one of a large
/// object is not quadratic.
const SCANNED_MEMBERS: usize = 32;

/// A parsed JSON text. Cheap to share between threads; cloning copies the tree, not the text.
#[derive(Clone)]
pub struct Json {
    text: Arc<str>,
    /// In document order; the first is the root.
    nodes: Vec<Slot>,
    /// What each container holds, side by side, so that a lookup runs over a few neighbouring
    /// numbers rather than over the text.
    children: Vec<Child>,
    /// Large objects by id, each with its members sorted by name, then by place.
    sorted: Vec<(NodeId, Box<[NodeId]>)>,
    /// Members that a later one of the same name replaces, in document order.
    replaced: Vec<NodeId>,
    /// Found at the first question: most files never need them.
    lines: OnceLock<Lines>,
}

/// One value. What can be read from the text (its kind, the end of its key) is not stored.
#[derive(Debug, Clone, Copy)]
struct Slot {
    start: u32,
    end: u32,
    /// Where the key's opening quote stands, or `NONE`.
    key: u32,
    /// `NONE` for the root.
    parent: u32,
    /// Where its children begin in [`Json::children`], and how many there are.
    first: u32,
    count: u32,
    /// Bytes of the key between its quotes, where it has no escape and is not longer than this
    /// can tell; else `UNKNOWN`.
    key_length: u16,
    kind: Kind,
    flags: u8,
}

/// A later member of the same name replaces it.
const REPLACED: u8 = 1;
/// A string without an escape, which is its own value.
const PLAIN: u8 = 2;

/// A key whose end has to be looked for.
const UNKNOWN: u16 = u16::MAX;

/// A child of a container.
#[derive(Debug, Clone, Copy)]
struct Child {
    print: Print,
    node: NodeId,
}

/// The name of a node within its [`Json`]. In document order, from 0 for the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

impl NodeId {
    /// As a number below [`Json::len`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Why a text is not JSON, for a person who has never seen a parser's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    /// The byte at which to look; at most the length of the text.
    pub offset: usize,
    /// What is wrong there and what to do.
    pub reason: String,
}

impl fmt::Display for JsonError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.reason)
    }
}

impl std::error::Error for JsonError {}

impl Json {
    /// Reads a text. One leading U+FEFF is allowed and counts in offsets.
    ///
    /// # Errors
    /// The first place at which the text stops being JSON.
    pub fn parse(text: impl Into<Arc<str>>) -> Result<Self, JsonError> {
        let text = text.into();
        let parse::Tree { nodes, children, sorted, replaced } = parse::parse(&text)?;
        Ok(Self { text, nodes, children, sorted, replaced, lines: OnceLock::new() })
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// As [`Json::parse`], and where the bytes stop being UTF-8.
    pub fn parse_bytes(bytes: &[u8]) -> Result<Self, JsonError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::parse(text),
            Err(error) => {
                let offset = error.valid_up_to();
                let reason = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])
                {
                    "the file is in UTF-16; save it as UTF-8".to_owned()
                } else {
                    let byte = bytes.get(offset).copied().unwrap_or_default();
                    format!("the byte 0x{byte:02X} is not UTF-8 text; save the file as UTF-8")
                };
                Err(JsonError { offset, reason })
            }
        }
    }

    /// The outermost value.
    pub fn root(&self) -> Node<'_> {
        self.node(NodeId(0))
    }

    /// A node by its id. The id must come from this tree; any other finds some node or the root.
    pub fn node(&self, id: NodeId) -> Node<'_> {
        let id = if id.index() < self.nodes.len() { id } else { NodeId(0) };
        Node::new(self, id)
    }

    /// The text it was read from, with its byte-order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, to share.
    pub fn shared_text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// Where the lines begin.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// How many values there are, replaced ones included; at least 1.
    #[allow(clippy::len_without_is_empty, reason = "a JSON text always holds a value")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether the text begins with U+FEFF.
    pub fn had_bom(&self) -> bool {
        self.text.starts_with('\u{feff}')
    }

    /// Members that a later one of the same name replaces, in document order. What is inside a
    /// replaced value is looked at, too.
    pub fn replaced(&self) -> impl Iterator<Item = Node<'_>> {
        self.replaced.iter().map(|id| self.node(*id))
    }

    /// Every value in document order, replaced ones included.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (0..).take(self.nodes.len()).map(|index| Node::new(self, NodeId(index)))
    }

    /// The innermost value that stands at an offset; for a place in a key, the object that has it.
    pub fn node_at(&self, offset: usize) -> Node<'_> {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        // Nodes are in document order, so the last that begins before it is inside the one sought.
        let after = self.nodes.partition_point(|slot| slot.start <= offset);
        let last = u32::try_from(after.saturating_sub(1)).unwrap_or_default();
        let mut node = self.node(NodeId(last));
        while node.span().end <= offset as usize
            && let Some(parent) = node.parent()
        {
            node = parent;
        }
        node
    }

    /// The value that begins at an offset.
    pub fn value_at(&self, offset: usize) -> Option<Node<'_>> {
        let at = self.nodes.partition_point(|slot| (slot.start as usize) < offset);
        let found = self.nodes.get(at)?.start as usize == offset;
        found.then(|| Node::new(self, NodeId(u32::try_from(at).unwrap_or_default())))
    }

    fn slot(&self, id: NodeId) -> Slot {
        // Ids are checked in `node`; the fallback is there so that no mistake can panic.
        self.nodes.get(id.index()).copied().unwrap_or(Slot {
            start: 0,
            end: 0,
            key: NONE,
            parent: NONE,
            first: 0,
            count: 0,
            key_length: UNKNOWN,
            kind: Kind::Null,
            flags: 0,
        })
    }

    fn children(&self, slot: Slot) -> &[Child] {
        let first = slot.first as usize;
        self.children.get(first..first + slot.count as usize).unwrap_or_default()
    }

    /// The members of a large object, sorted.
    fn sorted_members(&self, id: NodeId) -> Option<&[NodeId]> {
        let found = self.sorted.binary_search_by_key(&id, |entry| entry.0).ok()?;
        self.sorted.get(found).map(|entry| &*entry.1)
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The tree of a real file fills screens.
        out.debug_struct("Json")
            .field("bytes", &self.text.len())
            .field("nodes", &self.nodes.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;
