//! Which operations reach which dynamic extensions: through their parameters, the schemas of
//! their bodies and answers, and what their path announces, references followed.
//!
//! Every schema that something begins at or refers to is a unit. A unit is looked through once;
//! then each operation goes only through those units that lead to an extension at all, so a
//! thousand operations on one great schema cost little more than one.

use super::is_in_body;
use crate::connector::definition::{Definition, Operation};
use crate::connector::schema::{below, follow};
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::{Node, NodeId};

/// A set of operations by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Set(Vec<u64>);

impl Set {
    fn insert(&mut self, number: usize) {
        let word = number / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << (number % 64);
        }
    }

    fn join(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + use<'_> {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let word = *word;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        })
    }
}

/// A parameter or a schema with all that is written in it.
#[derive(Debug, Default)]
struct Unit {
    extensions: Vec<NodeId>,
    leads_to: Vec<usize>,
    callers: Set,
    /// It, or something it leads to, has an extension.
    matters: bool,
    /// The last operation that came by, plus one.
    visitor: usize,
}

/// Where an operation begins, and what else its calls are judged by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Roots {
    units: Vec<usize>,
    parameters: Vec<NodeId>,
    is_internal: bool,
}

/// Who reaches what.
#[derive(Debug, Default)]
pub(super) struct Reach {
    by_extension: HashMap<NodeId, Vec<usize>>,
    units: Vec<Unit>,
}

impl Reach {
    pub(super) fn new(definition: &Definition, extensions: &[(NodeId, &'static str)]) -> Self {
        if extensions.is_empty() {
            return Self::default();
        }
        let mut carried: HashMap<NodeId, Vec<NodeId>> = HashMap::default();
        for (id, _) in extensions {
            if let Some(holder) = definition.node(*id).parent() {
                carried.entry(holder.id()).or_default().push(*id);
            }
        }
        let mut survey = Survey { carried, numbers: HashMap::default(), waiting: Vec::new() };
        let roots: Vec<Roots> =
            definition.operations().map(|operation| survey.roots(definition, operation)).collect();
        let mut reach = Self { by_extension: HashMap::default(), units: survey.units() };
        reach.mark();
        // Operations with the same parameters that begin at the same units are judged alike.
        let mut kinds = HashSet::default();
        for (number, mut roots) in roots.into_iter().enumerate() {
            roots.units.retain(|unit| reach.units.get(*unit).is_some_and(|unit| unit.matters));
            if !roots.units.is_empty() && kinds.insert(roots.clone()) {
                reach.visit(number, roots.units);
            }
        }
        for (number, unit) in reach.units.iter().enumerate() {
            for id in &unit.extensions {
                reach.by_extension.entry(*id).or_default().push(number);
            }
        }
        reach
    }

    /// The operations that reach an extension, one of each kind.
    pub(super) fn callers(&self, extension: NodeId) -> Set {
        let mut callers = Set::default();
        for number in self.by_extension.get(&extension).into_iter().flatten() {
            if let Some(unit) = self.units.get(*number) {
                callers.join(&unit.callers);
            }
        }
        callers
    }

    /// Marks the units that have an extension, and all that lead to one.
    fn mark(&mut self) {
        let mut comes_from: Vec<Vec<usize>> = vec![Vec::new(); self.units.len()];
        let mut open = Vec::new();
        for (number, unit) in self.units.iter().enumerate() {
            for next in &unit.leads_to {
                if let Some(sources) = comes_from.get_mut(*next) {
                    sources.push(number);
                }
            }
            if !unit.extensions.is_empty() {
                open.push(number);
            }
        }
        while let Some(number) = open.pop() {
            let Some(unit) = self.units.get_mut(number) else { continue };
            if !unit.matters {
                unit.matters = true;
                open.extend(comes_from.get(number).into_iter().flatten());
            }
        }
        for unit in &mut self.units {
            if !unit.matters {
                unit.leads_to = Vec::new();
            }
        }
    }

    /// Lets an operation go through everything it reaches.
    fn visit(&mut self, number: usize, mut open: Vec<usize>) {
        while let Some(at) = open.pop() {
            let Some(unit) = self.units.get_mut(at) else { continue };
            if !unit.matters || unit.visitor == number + 1 {
                continue;
            }
            unit.visitor = number + 1;
            unit.callers.insert(number);
            open.extend(&unit.leads_to);
        }
    }
}

/// Units under way.
struct Survey<'a> {
    /// Extensions by what carries them.
    carried: HashMap<NodeId, Vec<NodeId>>,
    numbers: HashMap<NodeId, usize>,
    waiting: Vec<(Node<'a>, bool)>,
}

impl<'a> Survey<'a> {
    /// The number of the unit that begins at a node; a new one waits to be looked through.
    fn number(&mut self, node: Node<'a>, is_parameter: bool) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(node.id()).or_insert_with(|| {
            self.waiting.push((node, is_parameter));
            next
        })
    }

    /// What an operation begins at.
    fn roots(&mut self, definition: &'a Definition, operation: Operation<'a>) -> Roots {
        let mut roots = Roots { is_internal: operation.is_internal(), ..Roots::default() };
        let mut schemas = Vec::new();
        for parameter in definition.effective_parameters(operation) {
            roots.parameters.push(parameter.node.id());
            roots.units.push(self.number(parameter.node, true));
            if is_in_body(parameter.node) {
                schemas.extend(parameter.node.get("schema"));
            }
        }
        schemas.extend(definition.responses(operation).filter_map(|response| response.schema()));
        let content = operation.path_item.get("x-ms-notification-content");
        schemas.extend(content.and_then(|content| content.get("schema")));
        for schema in schemas.into_iter().filter_map(follow) {
            roots.units.push(self.number(schema, false));
        }
        roots
    }

    /// Looks through every unit, those found on the way included.
    fn units(mut self) -> Vec<Unit> {
        let mut units = Vec::new();
        let mut at = 0;
        while let Some((root, is_parameter)) = self.waiting.get(at).copied() {
            at += 1;
            let mut unit = Unit::default();
            let mut leads_to = HashSet::default();
            let mut open = vec![root];
            while let Some(node) = open.pop() {
                unit.extensions.extend(self.carried.get(&node.id()).into_iter().flatten());
                if is_parameter {
                    open.extend(node.get("items").filter(|items| items.is_object()));
                    continue;
                }
                for child in below(node) {
                    if child.get("$ref").is_some_and(Node::is_string) {
                        if let Some(target) = follow(child) {
                            leads_to.insert(self.number(target, false));
                        }
                    } else {
                        open.push(child);
                    }
                }
            }
            unit.leads_to = leads_to.into_iter().collect();
            units.push(unit);
        }
        units
    }
}
