//! What answers and files say of the connector, as the texts that are pasted elsewhere take it. What
//! looks like a secret is covered.

use super::{answers, covered};
use crate::answers::items;
use crate::connector::definition::{Definition, Operation};
use crate::rule::Checked;
use crate::source::json::Node;
use crate::source::pointer::resolve_reference;
use crate::source::text::printable;
use crate::steps;
use crate::steps::authentication::detect;

/// What stands for a question: the answer, else what the files say. None when neither does.
pub(super) fn told(checked: &Checked, key: &str) -> Option<String> {
    let answered = answers(checked).map(|answers| answers.text(key).trim());
    let text = match answered.filter(|text| !text.is_empty()) {
        Some(text) => text.to_owned(),
        None => {
            let connector = checked.submission.connector.as_deref()?;
            steps::question(key)?.stands?.read(connector)?.text
        }
    };
    Some(covered(checked, text.trim()))
}

/// The title as users see it.
pub(super) fn title(checked: &Checked) -> Option<String> {
    member(checked, "title")
}

/// The description as users see it.
pub(super) fn description(checked: &Checked) -> Option<String> {
    member(checked, "description")
}

fn member(checked: &Checked, name: &str) -> Option<String> {
    let definition = checked.submission.connector.as_deref()?.definition()?;
    let text = definition.info()?.text(name)?;
    Some(covered(checked, text.trim())).filter(|text| !text.is_empty())
}

/// The ways to sign in, by their words: as answered, else as the files have them.
pub(super) fn ways(checked: &Checked) -> Vec<String> {
    let answered = answers(checked).map(|answers| answers.text("authentication.types"));
    let answered: Vec<String> =
        answered.into_iter().flat_map(items).map(str::to_ascii_lowercase).collect();
    if !answered.is_empty() {
        return answered;
    }
    let connector = checked.submission.connector.as_deref();
    let found = connector.and_then(detect).unwrap_or_default();
    found.into_iter().map(str::to_owned).collect()
}

/// Whether an update of a published connector is handed in.
pub(super) fn is_update(checked: &Checked) -> bool {
    checked.submission.previous.is_some()
        || answers(checked).is_some_and(|answers| answers.is("connector.submission", "update"))
}

/// An operation that makers see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its summary, else its id.
    pub(super) name: String,
    /// It begins flows.
    pub(super) is_trigger: bool,
    /// How many things have to be filled in.
    pub(super) required: usize,
    /// Not the one to show first: it is to fade out, or it takes something away.
    pub(super) is_last: bool,
}

impl Shown {
    /// Its name, and that it begins flows where it does.
    pub(super) fn told(&self) -> String {
        if self.is_trigger { format!("{} (trigger)", self.name) } else { self.name.clone() }
    }
}

/// The operations that makers see, in the order of the file.
pub(super) fn operations(checked: &Checked) -> Vec<Shown> {
    let connector = checked.submission.connector.as_deref();
    let Some(definition) = connector.and_then(|connector| connector.definition()) else {
        return Vec::new();
    };
    let seen = definition.operations().filter(|operation| !operation.is_internal());
    seen.map(|operation| Shown {
        name: covered(checked, &called(operation)),
        is_trigger: operation.node.get("x-ms-trigger").is_some(),
        required: required(definition, operation),
        is_last: is_last(operation),
    })
    .collect()
}

/// How many things makers have to fill in: parameters, and the fields of a body.
fn required(definition: &Definition, operation: Operation<'_>) -> usize {
    let is_hidden = |node: Node<'_>| {
        let is_internal = node.text("x-ms-visibility").is_some_and(|shown| shown == "internal");
        // What has a value already has not to be filled in.
        is_internal || node.get("default").is_some()
    };
    let parameters = definition.effective_parameters(operation);
    let count = parameters.iter().map(|parameter| {
        let node = parameter.node;
        let is_required = node.get("required").and_then(Node::as_bool) == Some(true);
        match node.get("schema").filter(|_| node.text("in").is_some_and(|place| place == "body")) {
            Some(schema) => {
                let schema = referred(definition, schema);
                let fields = schema.get("required").into_iter().flat_map(Node::items);
                let asked = fields.filter(|field| {
                    let name = field.as_str().unwrap_or_default();
                    let of = schema.get("properties").and_then(|all| all.get(&name));
                    of.is_none_or(|field| !is_hidden(referred(definition, field)))
                });
                asked.count().max(usize::from(is_required))
            }
            None => usize::from(is_required && !is_hidden(node)),
        }
    });
    count.sum()
}

/// A schema, behind its references.
fn referred<'a>(definition: &'a Definition, mut schema: Node<'a>) -> Node<'a> {
    // So many steps lead somewhere, or round in a circle.
    for _ in 0..20 {
        let Some(reference) = schema.text("$ref") else { break };
        let Some(next) = resolve_reference(definition.root(), &reference) else { break };
        schema = next;
    }
    schema
}

/// Words that a name begins with where something is taken away.
const TAKES: [&str; 18] = [
    "archive",
    "cancel",
    "clear",
    "close",
    "deactivate",
    "delete",
    "deletes",
    "destroy",
    "disable",
    "erase",
    "purge",
    "remove",
    "removes",
    "reset",
    "revoke",
    "revokes",
    "terminate",
    "void",
];

fn is_last(operation: Operation<'_>) -> bool {
    let name = called(operation).to_lowercase();
    let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    operation.node.get("deprecated").and_then(Node::as_bool) == Some(true)
        || name.contains("deprecated")
        || operation.method == "delete"
        || TAKES.contains(&first)
}

fn called(operation: Operation<'_>) -> String {
    let summary = operation.node.text("summary").filter(|text| !text.trim().is_empty());
    let name = summary.or_else(|| operation.id().filter(|id| !id.trim().is_empty()));
    name.map_or_else(|| operation.name(), |name| printable(&one_line(&name)).into_owned())
}

/// Text with one blank where there are several, or a line ends.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The three that are quickest to show in a flow: what harms nothing first, actions before triggers,
/// then what asks for least.
pub(super) fn quickest(mut operations: Vec<Shown>) -> Vec<Shown> {
    operations.sort_by_key(|one| (one.is_last, one.is_trigger, one.required));
    operations.truncate(3);
    operations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quickest_are_actions_that_ask_for_little() {
        let shown = |name: &str, is_trigger, required| Shown {
            name: name.to_owned(),
            is_trigger,
            required,
            is_last: name == "Delete",
        };
        let all = vec![
            shown("Delete", false, 0),
            shown("Pay", false, 4),
            shown("When paid", true, 0),
            shown("List", false, 0),
            shown("Get", false, 1),
        ];
        let names: Vec<String> = quickest(all).into_iter().map(|shown| shown.name).collect();
        assert_eq!(names, ["List", "Get", "Pay"]);
        assert_eq!(quickest(vec![shown("When paid", true, 0)]).len(), 1);
    }
}
