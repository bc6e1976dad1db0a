//! How many schemas hang from each root and how deep they go (N11).
//!
//! Both are only asked in comparison with a limit, so both stop there: without that, counting for
//! every root would be quadratic, and the deepest way through definitions that refer to each other
//! in circles cannot be found in reasonable time at all.

use super::super::sites::Sites;
use super::Reference;
use super::graph::components;
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::NodeId;

/// Schemas are counted up to this number.
pub const COUNTED: u32 = 513;

/// Depth is measured up to this number.
pub const MEASURED: u32 = 16;

/// How many steps through circles are tried in one definition before the depth found so far is
/// taken for the depth.
const STEPS: u32 = 200_000;

/// A root, or what a reference leads to, with all that is below it short of references.
#[derive(Debug, Default)]
struct Tree {
    /// Schemas and references in it.
    count: u32,
    /// The deepest of them that is no live reference.
    depth: u32,
    /// The trees that it refers to, each once, with the deepest place from which it does.
    edges: Vec<(u32, u32)>,
}

/// The extent of every root.
#[derive(Debug)]
pub(super) struct Extents {
    numbers: HashMap<NodeId, u32>,
    counts: Vec<u32>,
    depths: Vec<u32>,
}

impl Extents {
    pub(super) fn new(sites: &Sites, references: &[Reference]) -> Self {
        let (numbers, trees) = trees(sites, references);
        Self { numbers, counts: counts(&trees), depths: depths(&trees) }
    }

    pub(super) fn count(&self, root: NodeId) -> u32 {
        self.numbers.get(&root).map_or(1, |number| self.counts[*number as usize])
    }

    pub(super) fn depth(&self, root: NodeId) -> u32 {
        self.numbers.get(&root).map_or(1, |number| self.depths[*number as usize])
    }
}

fn trees(sites: &Sites, references: &[Reference]) -> (HashMap<NodeId, u32>, Vec<Tree>) {
    let schemas = sites.schemas();
    let targets: HashSet<NodeId> =
        references.iter().filter_map(|reference| reference.target).collect();
    let mut numbers: HashMap<NodeId, u32> = HashMap::default();
    let mut starts = Vec::new();
    for (at, site) in schemas.iter().enumerate() {
        if site.depth == 1 || targets.contains(&site.node) {
            numbers.insert(site.node, u32::try_from(starts.len()).unwrap_or(u32::MAX));
            starts.push(at);
        }
    }
    let mut trees = Vec::with_capacity(starts.len());
    for start in starts {
        let mut tree = Tree::default();
        let (above, end) = (schemas[start].depth - 1, schemas[start].end as usize);
        let mut next = references.partition_point(|reference| (reference.site as usize) < start);
        let mut at = start;
        while at < end {
            let site = &schemas[at];
            let depth = site.depth - above;
            tree.count += 1;
            if !site.is_reference() {
                tree.depth = tree.depth.max(depth);
                at += 1;
                continue;
            }
            while references[next].site as usize != at {
                next += 1;
            }
            // What a reference leads to may be no schema at all, and then has nothing below it.
            let target = references[next].target.and_then(|target| numbers.get(&target));
            match target {
                Some(target) => tree.edges.push((*target, depth)),
                None => tree.depth = tree.depth.max(depth),
            }
            // What is beside a reference is ignored.
            at = site.end as usize;
        }
        tree.edges.sort_unstable_by(|a, b| b.cmp(a));
        tree.edges.dedup_by_key(|(to, _)| *to);
        trees.push(tree);
    }
    (numbers, trees)
}

/// Every tree that a root reaches counts once; of the references to it the first counts nothing and
/// every other one counts as one. So each tree adds what is in it, less the one by which it was
/// reached. No sum is followed beyond the limit, and no tree adds less than the work it makes.
fn counts(trees: &[Tree]) -> Vec<u32> {
    let mut seen_by = vec![u32::MAX; trees.len()];
    let mut open = Vec::new();
    (0..trees.len())
        .zip(0..)
        .map(|(root, mark)| {
            let mut count = 1;
            seen_by[root] = mark;
            open.clear();
            open.push(root);
            while let Some(number) = open.pop() {
                let tree = &trees[number];
                count += tree.count - 1;
                if count >= COUNTED {
                    return COUNTED;
                }
                for (to, _) in &tree.edges {
                    let to = *to as usize;
                    if seen_by[to] != mark {
                        seen_by[to] = mark;
                        open.push(to);
                    }
                }
            }
            count
        })
        .collect()
}

/// The depth of each tree, of those first that others lead to.
fn depths(trees: &[Tree]) -> Vec<u32> {
    let edges: Vec<Vec<u32>> =
        trees.iter().map(|tree| tree.edges.iter().map(|(to, _)| *to).collect()).collect();
    let mut climb =
        Climb { trees, component: components(&edges), depths: vec![0; trees.len()], steps: STEPS };
    let mut order: Vec<usize> = (0..trees.len()).collect();
    order.sort_by_key(|number| climb.component[*number]);
    let mut on_way = vec![false; trees.len()];
    for number in order {
        let depth = climb.depth(number, &mut on_way, 0);
        climb.depths[number] = depth;
    }
    climb.depths
}

struct Climb<'a> {
    trees: &'a [Tree],
    component: Vec<u32>,
    /// Known for every tree of a lower component: nothing there leads back onto the way.
    depths: Vec<u32>,
    steps: u32,
}

impl Climb<'_> {
    /// The depth of a tree whose root stands below `above` others, when those on the way may not be
    /// entered again. Every step goes at least one deeper, so the limit bounds the recursion.
    fn depth(&mut self, number: usize, on_way: &mut [bool], above: u32) -> u32 {
        let tree = &self.trees[number];
        let mut deepest = tree.depth;
        on_way[number] = true;
        for (to, depth) in &tree.edges {
            let to = *to as usize;
            if above + deepest >= MEASURED {
                break;
            }
            if self.component[to] != self.component[number] {
                deepest = deepest.max(depth - 1 + self.depths[to]);
            } else if on_way[to] {
                deepest = deepest.max(depth - 1);
            } else if self.steps > 0 {
                self.steps -= 1;
                deepest = deepest.max(depth - 1 + self.depth(to, on_way, above + depth - 1));
            }
        }
        on_way[number] = false;
        deepest.min(MEASURED)
    }
}
