//! Definitions that require themselves: no value could ever be complete.

use super::super::sites::{Keyword, Sites};
use super::Reference;
use super::graph::components;
use crate::source::hash::HashMap;
use crate::source::json::{Json, Node, NodeId};

/// The definitions from which required properties and `allOf` lead back to themselves. Those that
/// are nothing but a reference are passed through.
pub(super) fn looping(
    json: &Json,
    sites: &Sites,
    references: &[Reference],
    definitions: &HashMap<NodeId, u32>,
) -> Vec<NodeId> {
    let schemas = sites.schemas();
    let targets: HashMap<NodeId, NodeId> = references
        .iter()
        .filter_map(|reference| Some((schemas[reference.site as usize].node, reference.target?)))
        .collect();
    let mut whole: Vec<u32> = definitions.values().copied().collect();
    whole.sort_unstable();
    let numbers: HashMap<NodeId, u32> =
        whole.iter().map(|site| schemas[*site as usize].node).zip(0..).collect();
    let edges: Vec<Vec<u32>> = whole
        .iter()
        .map(|site| {
            let site = &schemas[*site as usize];
            let forces = site.has(Keyword::Required) || site.has(Keyword::AllOf);
            if site.is_reference() || !forces {
                return Vec::new();
            }
            let mut found = Vec::new();
            forced(json.node(site.node), &targets, &numbers, &mut found);
            found.sort_unstable();
            found.dedup();
            found
        })
        .collect();
    let component = components(&edges);
    let mut members = vec![0; whole.len()];
    for number in &component {
        members[*number as usize] += 1;
    }
    whole
        .iter()
        .zip(0_u32..)
        .filter(|(_, number)| {
            let at = *number as usize;
            members[component[at] as usize] > 1 || edges[at].contains(number)
        })
        .map(|(site, _)| schemas[*site as usize].node)
        .collect()
}

/// The definitions that every value of this schema must hold.
fn forced(
    schema: Node<'_>,
    targets: &HashMap<NodeId, NodeId>,
    numbers: &HashMap<NodeId, u32>,
    found: &mut Vec<u32>,
) {
    let mut open = vec![schema];
    while let Some(node) = open.pop() {
        if node.get("$ref").is_some_and(Node::is_string) {
            let target = targets.get(&node.id()).and_then(|target| numbers.get(target));
            found.extend(target);
            continue;
        }
        open.extend(node.get("allOf").into_iter().flat_map(Node::items));
        let properties = node.get("properties").filter(|map| map.is_object());
        let required = node.get("required");
        if let (Some(properties), Some(required)) = (properties, required) {
            let named = required.items().filter_map(Node::as_str);
            open.extend(named.filter_map(|name| properties.get(&name)));
        }
    }
}
