//! What rules ask of the schemas together: where references lead (N9), which schemas are input and
//! which are output (N10), how many there are and how deep they go (N11), and which definitions
//! require themselves. Computed once, in a time that does not depend on how they refer to each other.

mod extent;
mod graph;
mod loops;

use std::sync::OnceLock;

use super::sites::{SiteEntry, Sites, Stand};
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::{Json, Node, NodeId};
use crate::source::pointer::resolve_reference;
use extent::Extents;
pub use extent::{COUNTED, MEASURED};

/// A schema site with a string `$ref`.
#[derive(Debug, Clone, Copy)]
struct Reference {
    /// The number of the site.
    site: u32,
    /// The object that it names.
    hop: Option<NodeId>,
    /// The object without a reference at the end of the chain.
    target: Option<NodeId>,
}

const INPUT: u8 = 1;
const OUTPUT: u8 = 2;

/// The schemas of one definition.
#[derive(Debug)]
pub struct Schemas {
    /// In the order of their sites.
    references: Vec<Reference>,
    /// The sites that are values of `/definitions`.
    definitions: HashMap<NodeId, u32>,
    /// For each root, whether it is sent and received.
    flow: Vec<u8>,
    /// What is referred to from inside another schema.
    inner: HashSet<NodeId>,
    extents: OnceLock<Extents>,
    looping: OnceLock<Vec<NodeId>>,
}

impl Schemas {
    pub(super) fn new(json: &Json, sites: &Sites) -> Self {
        let references = references(json, sites);
        let definitions = sites
            .schemas()
            .iter()
            .zip(0..)
            .filter(|(site, _)| site.stand == Stand::Definition)
            .map(|(site, number)| (site.node, number))
            .collect();
        let flow = flow(json, sites, &references, &definitions);
        let inner = references
            .iter()
            .filter(|reference| {
                let site = sites.schemas()[reference.site as usize];
                // A definition that is nothing but a reference only passes on who refers to it.
                !matches!(
                    site.stand,
                    Stand::ParameterSchema | Stand::ResponseSchema | Stand::Definition
                )
            })
            .filter_map(|reference| reference.target)
            .collect();
        Self {
            references,
            definitions,
            flow,
            inner,
            extents: OnceLock::new(),
            looping: OnceLock::new(),
        }
    }

    /// Whether a schema is sent: it is under a parameter, or in a definition that one reaches.
    pub fn is_input(&self, site: &SiteEntry) -> bool {
        self.side(site) & INPUT != 0
    }

    /// Whether a schema is received: it is under a response or a notification, or in a definition
    /// that one reaches.
    pub fn is_output(&self, site: &SiteEntry) -> bool {
        self.side(site) & OUTPUT != 0
    }

    /// Whether a schema is only ever sent.
    pub fn is_only_input(&self, site: &SiteEntry) -> bool {
        self.side(site) == INPUT
    }

    /// Whether some schema refers to this definition from inside: not as the whole schema of a
    /// parameter or response.
    pub fn is_used_inside(&self, definition: NodeId) -> bool {
        self.inner.contains(&definition)
    }

    /// How many schemas hang from a root, references followed, each definition once; at most
    /// [`COUNTED`].
    pub fn count(&self, sites: &Sites, root: NodeId) -> u32 {
        self.extents(sites).count(root)
    }

    /// How deep a root goes, references followed; at most [`MEASURED`].
    pub fn depth(&self, sites: &Sites, root: NodeId) -> u32 {
        self.extents(sites).depth(root)
    }

    /// The definitions that cannot be filled in because they require themselves.
    pub fn looping(&self, json: &Json, sites: &Sites) -> &[NodeId] {
        self.looping
            .get_or_init(|| loops::looping(json, sites, &self.references, &self.definitions))
    }

    fn extents(&self, sites: &Sites) -> &Extents {
        self.extents.get_or_init(|| Extents::new(sites, &self.references))
    }

    fn side(&self, site: &SiteEntry) -> u8 {
        self.flow.get(site.root as usize).copied().unwrap_or_default()
    }
}

/// The object that a schema stands for: itself, or the end of its chain of references; none where
/// that leads nowhere.
pub fn stands_for<'a>(root: Node<'a>, schema: Node<'a>) -> Option<Node<'a>> {
    let mut seen = HashSet::default();
    let mut at = schema;
    while let Some(text) = at.text("$ref") {
        if !seen.insert(at.id()) {
            return None;
        }
        at = hop(root, &text)?;
    }
    Some(at)
}

/// One step along a schema reference.
fn hop<'a>(root: Node<'a>, reference: &str) -> Option<Node<'a>> {
    let target = resolve_reference(root, reference).filter(|node| node.is_object())?;
    reference.starts_with("#/definitions/").then_some(target)
}

/// Every reference with where it leads. Each text is resolved once and each chain followed once.
fn references(json: &Json, sites: &Sites) -> Vec<Reference> {
    let root = json.root();
    let mut hops: HashMap<String, Option<NodeId>> = HashMap::default();
    let mut ends: HashMap<NodeId, Option<NodeId>> = HashMap::default();
    let mut hop_of = |node: Node<'_>| -> Option<Option<NodeId>> {
        let text = node.text("$ref")?;
        if let Some(known) = hops.get(&*text) {
            return Some(*known);
        }
        let found = hop(root, &text).map(Node::id);
        hops.insert(text.into_owned(), found);
        Some(found)
    };
    let mut found = Vec::new();
    for (site, number) in sites.schemas().iter().zip(0..) {
        if !site.is_reference() {
            continue;
        }
        let first = hop_of(json.node(site.node)).flatten();
        let mut path = Vec::new();
        let mut at = first;
        let target = loop {
            let Some(id) = at else { break None };
            if let Some(known) = ends.get(&id) {
                break *known;
            }
            // Meeting it again before it is settled means going in a circle: that leads nowhere.
            ends.insert(id, None);
            path.push(id);
            match hop_of(json.node(id)) {
                None => break Some(id),
                Some(next) => at = next,
            }
        };
        for id in path {
            ends.insert(id, target);
        }
        found.push(Reference { site: number, hop: first, target });
    }
    found
}

/// For each root whether it is sent and received: seen from parameters and responses, then along
/// the references into definitions and their parts.
fn flow(
    json: &Json,
    sites: &Sites,
    references: &[Reference],
    definitions: &HashMap<NodeId, u32>,
) -> Vec<u8> {
    let schemas = sites.schemas();
    let mut flow = vec![0; schemas.len()];
    let mut open: Vec<(u32, u8)> = Vec::new();
    for (site, number) in schemas.iter().zip(0..) {
        match site.stand {
            Stand::ParameterSchema => open.push((number, INPUT)),
            Stand::ResponseSchema | Stand::NotificationSchema => open.push((number, OUTPUT)),
            _ => {}
        }
    }
    while let Some((root, side)) = open.pop() {
        let known = &mut flow[root as usize];
        if *known & side != 0 {
            continue;
        }
        *known |= side;
        let inside = |reference: &Reference| reference.site < schemas[root as usize].end;
        let from = references.partition_point(|reference| reference.site < root);
        for reference in references[from..].iter().take_while(|reference| inside(reference)) {
            let target = reference.hop.and_then(|hop| definition_of(json.node(hop), definitions));
            open.extend(target.map(|target| (target, side)));
        }
    }
    flow
}

/// The definition that an object is, or is a part of.
fn definition_of(node: Node<'_>, definitions: &HashMap<NodeId, u32>) -> Option<u32> {
    std::iter::successors(Some(node), |node| node.parent())
        .find_map(|node| definitions.get(&node.id()).copied())
}

#[cfg(test)]
mod tests;
