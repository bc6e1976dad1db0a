//! What an update changes, for people, and which of it counts as minor. Unlike
//! [`super::compare`], which asks what people would lose, this tells of everything. Layout, the
//! order of members and line ends are no change.

use std::borrow::Cow;

use serde_json::Value;

use super::Connector;
use super::definition::{Definition, Operation};
use super::files::{Body, Role};
use super::terms::is_blank;
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::Node;
use crate::source::json::equality::equal;
use crate::source::text::printable;

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// The published version does not have it.
    Added,
    /// The new version does not have it.
    Removed,
    /// Both have it, and it is not the same.
    Changed,
}

impl Verb {
    /// As printed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// One thing that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What became of it.
    pub verb: Verb,
    /// The file it is in.
    pub role: Role,
    /// `operation`, `schema`, `file`, and so on.
    pub what: &'static str,
    /// Which one, safe to print; empty where there is only one.
    pub name: String,
    /// What of it changed, in the order of the file.
    pub parts: Vec<String>,
    /// Nothing of it makes the update a major one.
    pub is_minor: bool,
}

/// Everything that changed. None while a definition cannot be read, for then nobody can tell.
pub fn changes(old: &Connector, new: &Connector) -> Option<Vec<Change>> {
    let mut found = Vec::new();
    definitions(old.definition()?, new.definition()?, &mut found);
    if let (Some(old), Some(new)) = (old.properties(), new.properties()) {
        properties(old.root(), new.root(), &mut found);
    }
    // A published version may be a definition alone; then nothing is known of the other files.
    let is_whole = old.properties().is_some();
    for role in [Role::Script, Role::Readme, Role::Intro, Role::Icon] {
        file(old, new, role, is_whole, &mut found);
    }
    Some(found)
}

/// Gathers what changed of one thing.
struct Parts {
    names: Vec<String>,
    is_minor: bool,
}

impl Parts {
    fn new() -> Self {
        Self { names: Vec::new(), is_minor: true }
    }

    fn say(&mut self, name: &str, is_minor: bool) {
        let name = printable(name).into_owned();
        if !self.names.contains(&name) {
            self.names.push(name);
        }
        self.is_minor &= is_minor;
    }

    fn change(self, role: Role, what: &'static str, name: &str) -> Option<Change> {
        (!self.names.is_empty()).then(|| Change {
            verb: Verb::Changed,
            role,
            what,
            name: printable(name).into_owned(),
            parts: self.names,
            is_minor: self.is_minor,
        })
    }
}

fn whole(verb: Verb, role: Role, what: &'static str, name: &str) -> Change {
    let name = printable(name).into_owned();
    Change { verb, role, what, name, parts: Vec::new(), is_minor: false }
}

fn differs(old: Option<Node<'_>>, new: Option<Node<'_>>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => !equal(old, new),
        (None, None) => false,
        _ => true,
    }
}

/// The names of the members of both, those of the new one first.
fn names<'a>(old: Option<Node<'a>>, new: Option<Node<'a>>) -> Vec<Cow<'a, str>> {
    let mut seen = HashSet::default();
    let all = new.into_iter().chain(old).flat_map(Node::members).map(|(name, _)| name);
    all.filter(|name| seen.insert(name.clone())).collect()
}

fn member<'a>(node: Option<Node<'a>>, name: &str) -> Option<Node<'a>> {
    node.and_then(|node| node.get(name))
}

fn definitions(old: &Definition, new: &Definition, found: &mut Vec<Change>) {
    let mut connector = Parts::new();
    for name in names(old.info(), new.info()) {
        // The number says nothing of how large an update is.
        if name != "version" && differs(member(old.info(), &name), member(new.info(), &name)) {
            connector.say(&name, matches!(&*name, "description" | "contact"));
        }
    }
    let (old_root, new_root) = (Some(old.root()), Some(new.root()));
    let mut named = Vec::new();
    for name in names(old_root, new_root) {
        let (before, after) = (member(old_root, &name), member(new_root, &name));
        match &*name {
            "info" | "paths" => {}
            "definitions" => by_name("schema", before, after, &mut named),
            "parameters" => by_name("shared parameter", before, after, &mut named),
            "responses" => by_name("shared response", before, after, &mut named),
            _ if differs(before, after) => connector.say(&name, false),
            _ => {}
        }
    }
    found.extend(connector.change(Role::Definition, "connector", ""));
    operations(old, new, found);
    found.extend(named);
}

fn by_name(
    what: &'static str,
    old: Option<Node<'_>>,
    new: Option<Node<'_>>,
    found: &mut Vec<Change>,
) {
    for name in names(old, new) {
        let (before, after) = (member(old, &name), member(new, &name));
        let role = Role::Definition;
        let change = match (before, after) {
            (None, _) => whole(Verb::Added, role, what, &name),
            (_, None) => whole(Verb::Removed, role, what, &name),
            (Some(before), Some(after)) if !equal(before, after) => {
                let is_text = what == "shared response" && is_described(before, after);
                let parts = fields(before, after);
                Change { is_minor: is_text, parts, ..whole(Verb::Changed, role, what, &name) }
            }
            _ => continue,
        };
        found.push(change);
    }
}

/// By id, which is what flows keep, else by method and path.
fn keyed(definition: &Definition) -> Vec<(String, Operation<'_>)> {
    let key = |operation: Operation<'_>| match operation.id().filter(|id| !is_blank(Some(id))) {
        Some(id) => id.into_owned(),
        None => operation.name(),
    };
    definition.operations().map(|operation| (key(operation), operation)).collect()
}

fn operations(old: &Definition, new: &Definition, found: &mut Vec<Change>) {
    let before: HashMap<String, Operation<'_>> = keyed(old).into_iter().collect();
    let after = keyed(new);
    let kept: HashSet<&str> = after.iter().map(|(key, _)| key.as_str()).collect();
    for (key, operation) in &after {
        match before.get(key) {
            None => found.push(whole(Verb::Added, Role::Definition, "operation", key)),
            Some(old) => {
                let parts = operation_parts(*old, *operation);
                found.extend(parts.change(Role::Definition, "operation", key));
            }
        }
    }
    for (key, _) in keyed(old) {
        if !kept.contains(key.as_str()) {
            found.push(whole(Verb::Removed, Role::Definition, "operation", &key));
        }
    }
}

fn operation_parts(old: Operation<'_>, new: Operation<'_>) -> Parts {
    let mut parts = Parts::new();
    if (old.method, old.path()) != (new.method, new.path()) {
        parts.say("address", false);
    }
    for name in names(Some(old.node), Some(new.node)) {
        let (before, after) = (old.node.get(&name), new.node.get(&name));
        if !differs(before, after) {
            continue;
        }
        match &*name {
            "summary" | "description" => parts.say(&name, true),
            "responses" => match (before, after) {
                (Some(before), Some(after)) => responses(before, after, &mut parts),
                _ => parts.say("responses", false),
            },
            "parameters" => parameters(before, after, &mut parts),
            _ => parts.say(&name, false),
        }
    }
    // What an operation has from its path.
    let (before, after) = (old.path_item.get("parameters"), new.path_item.get("parameters"));
    if differs(before, after) {
        parameters(before, after, &mut parts);
    }
    let name = "x-ms-notification-content";
    if differs(old.path_item.get(name), new.path_item.get(name)) {
        parts.say(name, false);
    }
    parts
}

/// Which parameters of a list came, went or changed; their order, where nothing else did.
fn parameters(old: Option<Node<'_>>, new: Option<Node<'_>>, parts: &mut Parts) {
    let named = |list: Option<Node<'_>>| -> Vec<(String, Value)> {
        let name = |node: Node<'_>| {
            let name = node.text("name").or_else(|| node.text("$ref")).unwrap_or_default();
            name.rsplit('/').next().unwrap_or_default().to_owned()
        };
        list.into_iter().flat_map(Node::items).map(|node| (name(node), node.to_value())).collect()
    };
    let (before, after) = (named(old), named(new));
    let find = |list: &[(String, Value)], name: &str| -> Vec<Value> {
        list.iter().filter(|(found, _)| found == name).map(|(_, value)| value.clone()).collect()
    };
    let mut is_told = false;
    let mut say = |text: String| {
        parts.say(&text, false);
        is_told = true;
    };
    for (name, _) in &after {
        match find(&before, name) {
            was if was.is_empty() => say(format!("new parameter {name}")),
            was if was != find(&after, name) => say(format!("parameter {name}")),
            _ => {}
        }
    }
    for (name, _) in before.iter().filter(|(name, _)| find(&after, name).is_empty()) {
        say(format!("parameter {name} gone"));
    }
    if !is_told {
        parts.say("order of parameters", false);
    }
}

/// Which members of a schema, a shared parameter or a response came, went or changed.
fn fields(old: Node<'_>, new: Node<'_>) -> Vec<String> {
    let mut parts = Parts::new();
    for name in names(Some(old), Some(new)) {
        let (before, after) = (old.get(&name), new.get(&name));
        if !differs(before, after) {
            continue;
        }
        if name != "properties" {
            parts.say(&name, false);
            continue;
        }
        for field in names(before, after) {
            match (member(before, &field), member(after, &field)) {
                (None, _) => parts.say(&format!("new field {field}"), false),
                (_, None) => parts.say(&format!("field {field} gone"), false),
                (one, other) if differs(one, other) => parts.say(&format!("field {field}"), false),
                _ => {}
            }
        }
    }
    parts.names
}

fn responses(old: Node<'_>, new: Node<'_>, parts: &mut Parts) {
    for code in names(Some(old), Some(new)) {
        match (old.get(&code), new.get(&code)) {
            (Some(before), Some(after)) if equal(before, after) => {}
            (Some(before), Some(after)) if is_described(before, after) => {
                parts.say("response descriptions", true);
            }
            _ => parts.say("responses", false),
        }
    }
}

/// Whether two responses differ in their descriptions alone.
fn is_described(old: Node<'_>, new: Node<'_>) -> bool {
    let without = |node: Node<'_>| {
        let mut value = node.to_value();
        if let Some(members) = value.as_object_mut() {
            members.shift_remove("description");
        }
        value
    };
    without(old) == without(new)
}

/// Members of `properties` that are texts and colours.
const MINOR_PROPERTIES: [&str; 3] = ["iconBrandColor", "publisher", "stackOwner"];

fn properties(old: Node<'_>, new: Node<'_>, found: &mut Vec<Change>) {
    let mut parts = Parts::new();
    for name in names(Some(old), Some(new)) {
        // A schema's address for editors is no change.
        if !["properties", "$schema"].contains(&&*name) && differs(old.get(&name), new.get(&name)) {
            parts.say(&name, false);
        }
    }
    let (old, new) = (old.get("properties"), new.get("properties"));
    for name in names(old, new) {
        let (before, after) = (member(old, &name), member(new, &name));
        if differs(before, after) {
            let is_tooltip = before.zip(after).is_some_and(|(before, after)| {
                name.starts_with("connectionParameter")
                    && without_tooltips(before.to_value()) == without_tooltips(after.to_value())
            });
            let is_minor = is_tooltip || MINOR_PROPERTIES.contains(&&*name);
            let which = names(before, after).into_iter().filter(|one| {
                name == "connectionParameters" && differs(member(before, one), member(after, one))
            });
            let which: Vec<String> = which.map(|one| format!("{name}: {one}")).collect();
            if is_tooltip {
                parts.say("tooltips", true);
            } else if which.is_empty() {
                parts.say(&name, is_minor);
            }
            for one in which.iter().filter(|_| !is_tooltip) {
                parts.say(one, is_minor);
            }
        }
    }
    found.extend(parts.change(Role::Properties, "properties", ""));
}

fn without_tooltips(mut value: Value) -> Value {
    match &mut value {
        Value::Object(members) => {
            if let Some(Value::Object(shown)) = members.get_mut("uiDefinition") {
                shown.shift_remove("tooltip");
            }
            for member in members.values_mut() {
                *member = without_tooltips(member.take());
            }
        }
        Value::Array(items) => {
            for item in items {
                *item = without_tooltips(item.take());
            }
        }
        _ => {}
    }
    value
}

fn file(old: &Connector, new: &Connector, role: Role, is_whole: bool, found: &mut Vec<Change>) {
    let bytes = |connector: &Connector| {
        let bytes = connector.facts(role).body.map(Body::bytes)?.to_vec();
        Some(if role.is_text() { unix(bytes) } else { bytes })
    };
    let verb = match (bytes(old), bytes(new)) {
        (Some(old), Some(new)) if old != new => Verb::Changed,
        (Some(_), None) => Verb::Removed,
        (None, Some(_)) if is_whole => Verb::Added,
        _ => return,
    };
    let change = whole(verb, role, "file", role.canonical());
    found.push(Change { is_minor: role != Role::Script, ..change });
}

/// Without what an editor or git makes of line ends.
fn unix(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(..3);
    }
    bytes.retain(|byte| *byte != b'\r');
    bytes
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail loudly")]
mod tests;
