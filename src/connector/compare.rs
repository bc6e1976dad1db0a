//! The published version of a connector against the one that is handed in: what people who use it
//! would lose. It tells differences and judges none.
//!
//! Operations belong together by their `operationId`, which is what flows keep. Fields are found
//! through references, `items` and `allOf`; where a schema becomes dynamic nobody can tell what it
//! holds, so nothing below it counts as lost.

mod fields;

use std::collections::BTreeSet;

use super::Connector;
use super::definition::{Definition, Operation};
use super::files::Role;
use super::properties::Properties;
use super::terms::is_blank;
use crate::source::hash::HashMap;
use crate::source::json::Node;
use crate::source::pointer::Pointer;
use fields::{Field, Walk};

/// What became different, with what is needed to say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// No operation has the id any more. `renamed` is the id that now stands at the same path and
    /// method.
    OperationRemoved {
        /// The new id at the old place.
        renamed: Option<String>,
    },
    /// Makers saw the operation, and do not any more.
    OperationHidden,
    /// A trigger became an action, or an action a trigger.
    TriggerChanged {
        /// Whether it begins flows now.
        is_trigger: bool,
    },
    /// The operation calls another address.
    OperationMoved {
        /// Method and path as published.
        was: String,
        /// Method and path now.
        now: String,
    },
    /// An input is gone: a parameter, or a field of the body.
    InputRemoved,
    /// Makers saw the input, and do not any more.
    InputHidden,
    /// The input travels elsewhere: query, path, header, form or body.
    InputMoved {
        /// `in` as published.
        was: String,
        /// `in` now.
        now: String,
    },
    /// The input has another type.
    InputTypeChanged {
        /// As published.
        was: String,
        /// As it is now.
        now: String,
    },
    /// An input that existing flows do not send is required.
    RequiredInputAdded,
    /// Values that flows may have chosen are not allowed any more.
    InputValuesNarrowed {
        /// A list of values was added where there was none.
        list_added: bool,
    },
    /// A field of the answer is gone.
    OutputRemoved,
    /// A field of the answer has another type or format.
    OutputTypeChanged {
        /// As published.
        was: String,
        /// As it is now.
        now: String,
    },
    /// A connection parameter is gone.
    ConnectionParameterRemoved,
    /// A connection parameter that has to be filled in came.
    ConnectionParameterAdded,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub kind: Kind,
    /// The file in which the new version lacks or changes it.
    pub role: Role,
    /// Where in the new version: the member that changed, or that would have to be there.
    pub pointer: Pointer,
    /// What it is about: an operation's id, or the id with the field's name, or a parameter's name.
    pub subject: String,
}

/// A connector beside its published version.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// As published.
    pub old: &'a Connector,
    /// As handed in.
    pub new: &'a Connector,
    /// What people would lose, in the order of the published files.
    pub differences: Vec<Difference>,
}

impl<'a> Comparison<'a> {
    /// Compares them. Without both definitions, or both properties, the part that needs them is
    /// left out.
    pub fn new(old: &'a Connector, new: &'a Connector) -> Self {
        let mut differences = Vec::new();
        if let (Some(old), Some(new)) = (old.definition(), new.definition()) {
            definitions(old, new, &mut differences);
        }
        if let (Some(old), Some(new)) = (old.properties(), new.properties()) {
            properties(old, new, &mut differences);
        }
        Self { old, new, differences }
    }
}

fn definitions(old: &Definition, new: &Definition, found: &mut Vec<Difference>) {
    let by_id: HashMap<_, _> =
        new.operations().filter_map(|operation| Some((operation.id()?, operation))).collect();
    let (mut old_walk, mut new_walk) = (Walk::default(), Walk::default());
    for before in old.operations() {
        let Some(id) = before.id().filter(|id| !is_blank(Some(id))) else { continue };
        match by_id.get(&id) {
            Some(after) => {
                let pair = Pair { id: &id, before, after: *after, old, new };
                pair.compare(&mut old_walk, &mut new_walk, found);
            }
            // Flows cannot hold what makers never saw.
            None if before.is_internal() => {}
            None => {
                let here = new
                    .operations()
                    .find(|now| now.method == before.method && now.path() == before.path());
                let renamed = here.and_then(Operation::id).map(std::borrow::Cow::into_owned);
                let pointer =
                    Pointer::root().child("paths").child(&before.path()).child(before.method);
                let pointer = match &renamed {
                    Some(_) => pointer.child("operationId"),
                    None => pointer,
                };
                let kind = Kind::OperationRemoved { renamed };
                let subject = id.into_owned();
                found.push(Difference { kind, role: Role::Definition, pointer, subject });
            }
        }
    }
}

/// An operation that both versions have.
struct Pair<'a> {
    id: &'a str,
    before: Operation<'a>,
    after: Operation<'a>,
    old: &'a Definition,
    new: &'a Definition,
}

impl<'a> Pair<'a> {
    fn compare(&self, old_walk: &mut Walk, new_walk: &mut Walk, found: &mut Vec<Difference>) {
        if self.before.is_internal() {
            // Makers never saw it: whatever became of it, no flow holds it.
            return;
        }
        if self.after.is_internal() {
            let pointer = self.after.pointer().child("x-ms-visibility");
            found.push(self.difference(Kind::OperationHidden, pointer, None));
        }
        let begins = |operation: Operation<'_>| operation.node.text("x-ms-trigger").is_some();
        if begins(self.before) != begins(self.after) {
            let kind = Kind::TriggerChanged { is_trigger: begins(self.after) };
            let pointer = self.after.pointer().child("x-ms-trigger");
            found.push(self.difference(kind, pointer, None));
        }
        let places = (self.before.method, self.before.path(), self.after.method, self.after.path());
        if (places.0, &places.1) != (places.2, &places.3) {
            let kind = Kind::OperationMoved { was: self.before.name(), now: self.after.name() };
            found.push(self.difference(kind, self.after.pointer(), None));
        }
        self.inputs(old_walk, new_walk, found);
        self.outputs(old_walk, new_walk, found);
    }

    fn difference(&self, kind: Kind, pointer: Pointer, field: Option<&str>) -> Difference {
        let subject = match field {
            Some(field) if !field.is_empty() => format!("{} → {field}", self.id),
            _ => self.id.to_owned(),
        };
        Difference { kind, role: Role::Definition, pointer, subject }
    }

    fn inputs(&self, old_walk: &mut Walk, new_walk: &mut Walk, found: &mut Vec<Difference>) {
        let old = old_walk.inputs(self.old, self.before);
        let new = new_walk.inputs(self.new, self.after);
        for (name, before) in &old.known {
            match new.known.get(name) {
                Some(after) => self.input(name, before, after, found),
                None if before.hidden || new.is_open_above(name) => {}
                None if old.parent_is_lost(name, &new) => {}
                None => {
                    let pointer = new
                        .would_be(name)
                        .unwrap_or_else(|| self.after.pointer().child("parameters").child(name));
                    found.push(self.difference(Kind::InputRemoved, pointer, Some(name)));
                }
            }
        }
        for (name, after) in &new.known {
            let added = !old.known.contains_key(name);
            let newly = old.known.get(name).is_some_and(|before| !before.required);
            // A body that is optional, or new itself, asks nothing of the fields below it.
            if after.required
                && !after.has_default
                && (newly || added && !new.parent_is_lost(name, &old))
                && !old.is_open_above(name)
            {
                let pointer = after.node.pointer();
                found.push(self.difference(Kind::RequiredInputAdded, pointer, Some(name)));
            }
        }
    }

    fn input(
        &self,
        name: &str,
        before: &Field<'a>,
        after: &Field<'a>,
        found: &mut Vec<Difference>,
    ) {
        let place = after.node.pointer();
        if !before.hidden && after.hidden {
            let pointer = place.child("x-ms-visibility");
            found.push(self.difference(Kind::InputHidden, pointer, Some(name)));
        }
        if before.location != after.location {
            let (was, now) = (before.location.clone(), after.location.clone());
            let kind = Kind::InputMoved { was, now };
            found.push(self.difference(kind, place.child("in"), Some(name)));
        }
        if let Some((was, now)) = changed(before.node, after.node, &["type"]) {
            let kind = Kind::InputTypeChanged { was, now };
            found.push(self.difference(kind, place.child("type"), Some(name)));
        }
        if let Some(values) = after.node.get("enum").filter(|node| node.is_array()) {
            let allowed: Vec<&str> = values.items().map(Node::raw).collect();
            let earlier = before.node.get("enum").filter(|node| node.is_array());
            let lost = earlier
                .is_none_or(|earlier| earlier.items().any(|value| !allowed.contains(&value.raw())));
            if lost {
                let kind = Kind::InputValuesNarrowed { list_added: earlier.is_none() };
                found.push(self.difference(kind, place.child("enum"), Some(name)));
            }
        }
    }

    fn outputs(&self, old_walk: &mut Walk, new_walk: &mut Walk, found: &mut Vec<Difference>) {
        let old = old_walk.outputs(self.old, self.before);
        let new = new_walk.outputs(self.new, self.after);
        for (name, before) in &old.known {
            match new.known.get(name) {
                Some(after) => {
                    let keywords = ["type", "format"];
                    if let Some((was, now)) = changed(before.node, after.node, &keywords) {
                        let kind = Kind::OutputTypeChanged { was, now };
                        let pointer = after.node.pointer().child("type");
                        found.push(self.difference(kind, pointer, Some(name)));
                    }
                }
                None if before.hidden || new.is_open_above(name) => {}
                None if old.parent_is_lost(name, &new) => {}
                None => {
                    let pointer = new
                        .would_be(name)
                        .unwrap_or_else(|| self.after.pointer().child("responses"));
                    found.push(self.difference(Kind::OutputRemoved, pointer, Some(name)));
                }
            }
        }
    }
}

/// The values of some keywords before and after, as people write them, where one that was there
/// is another now.
fn changed(before: Node<'_>, after: Node<'_>, keywords: &[&str]) -> Option<(String, String)> {
    let differs = keywords.iter().any(|keyword| {
        before.text(keyword).is_some_and(|was| after.text(keyword).as_deref() != Some(&*was))
    });
    let shown = |node: Node<'_>| {
        let words: Vec<_> = keywords.iter().filter_map(|keyword| node.text(keyword)).collect();
        if words.is_empty() { "nothing".to_owned() } else { words.join(" ") }
    };
    differs.then(|| (shown(before), shown(after)))
}

fn properties(old: &Properties, new: &Properties, found: &mut Vec<Difference>) {
    let names = |properties: &Properties| -> BTreeSet<String> {
        let parameters = properties.connection_parameters();
        parameters.into_iter().map(|parameter| parameter.name.into_owned()).collect()
    };
    let now = names(new);
    for name in names(old).into_iter().filter(|name| !now.contains(name)) {
        let pointer =
            Pointer::root().child("properties").child("connectionParameters").child(&name);
        let kind = Kind::ConnectionParameterRemoved;
        found.push(Difference { kind, role: Role::Properties, pointer, subject: name });
    }
    let before = names(old);
    // Whoever had no connection at all has none that could break, and where something is gone,
    // that breaks them already.
    let is_kept = !before.is_empty() && before.is_subset(&now);
    let added = new.connection_parameters().into_iter().filter(|_| is_kept);
    for parameter in added.filter(|parameter| !before.contains(&*parameter.name)) {
        let shown = parameter.node.get("uiDefinition");
        let constraints = shown.and_then(|shown| shown.get("constraints"));
        let required = constraints.and_then(|all| all.get("required")).is_some_and(|required| {
            required.as_bool() == Some(true) || required.as_str().is_some_and(|text| text == "true")
        });
        let has_value = constraints.is_some_and(|all| all.get("default").is_some());
        if required && !has_value {
            let name = parameter.name.into_owned();
            let kind = Kind::ConnectionParameterAdded;
            let pointer =
                Pointer::root().child("properties").child("connectionParameters").child(&name);
            found.push(Difference { kind, role: Role::Properties, pointer, subject: name });
        }
    }
}

#[cfg(test)]
mod tests;
