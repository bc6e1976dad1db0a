//! Operation ids: derived from what people read, and changed with every reference to them.

use super::{Mend, text};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::{Body, Role};
use crate::connector::properties::Properties;
use crate::connector::readme::Readme;
use crate::rule::Context;
use crate::source::json::Node;
use crate::source::text::Span;

/// A new id from the summary, or from method and path; of those that no operation has.
pub fn derived(definition: &Definition, operation: Operation<'_>) -> Option<String> {
    let from_summary =
        operation.node.text("summary").and_then(|summary| text::pascal_case(&summary));
    let id = from_summary
        .or_else(|| text::pascal_case(&format!("{} {}", operation.method, operation.path())))?;
    let index = definition.index();
    let numbered = (2..100).map(|number| format!("{id}{number}"));
    std::iter::once(id.clone()).chain(numbered).find(|id| !index.has_operation_id(id))
}

/// Gives an operation another id and writes it wherever the old one is meant: calls in extensions,
/// custom code and its list, policies, headings of the read-me.
pub fn renamed(cx: &Context<'_>, id: Node<'_>, new: &str) -> Option<Vec<Mend>> {
    let definition = cx.definition()?;
    let old = id.as_str()?;
    if definition.index().has_operation_id(new)
        || definition.index().operations_with_id(&old).len() > 1
    {
        return None;
    }
    let mut mends = vec![Mend::Set(Role::Definition, id.pointer(), new.into())];
    mends.extend(calls(definition, &old, new));
    mends.extend(in_properties(cx, &old, new));
    mends.extend(in_script(cx, &old, new));
    mends.extend(in_headings(cx, &old, new));
    Some(mends)
}

/// Members `operationId` inside extensions. Found by their text, so that a file with hundreds of
/// operations is not walked for each of them.
fn calls<'a>(
    definition: &'a Definition,
    old: &str,
    new: &'a str,
) -> impl Iterator<Item = Mend> + use<'a> {
    let json = definition.json();
    let literal = serde_json::Value::from(old).to_string();
    let places: Vec<usize> = json.text().match_indices(&literal).map(|(at, _)| at).collect();
    places
        .into_iter()
        .filter_map(|at| json.value_at(at))
        .filter(|node| node.is_string() && node.key().is_some_and(|key| key == "operationId"))
        .filter(|node| is_in_extension(*node))
        .map(|node| Mend::Set(Role::Definition, node.pointer(), new.into()))
}

fn is_in_extension(node: Node<'_>) -> bool {
    std::iter::successors(node.parent(), |node| node.parent())
        .any(|above| above.key().is_some_and(|key| key.starts_with("x-ms-")))
}

fn in_properties(cx: &Context<'_>, old: &str, new: &str) -> Vec<Mend> {
    let Some(object) = cx.properties().and_then(Properties::properties) else {
        return Vec::new();
    };
    let served = object.get("scriptOperations").into_iter().flat_map(Node::items);
    let policies = object.get("policyTemplateInstances").into_iter().flat_map(Node::items);
    let bound = policies
        .filter_map(|policy| policy.get("parameters")?.get("x-ms-apimTemplate-operationName"))
        .flat_map(Node::items);
    served
        .chain(bound)
        .filter(|element| element.as_str().is_some_and(|text| text == old))
        .map(|element| Mend::Set(Role::Properties, element.pointer(), new.into()))
        .collect()
}

/// Texts in quotes that are exactly the old id.
fn in_script(cx: &Context<'_>, old: &str, new: &str) -> Vec<Mend> {
    let Some(script) = text_of(cx, Role::Script) else { return Vec::new() };
    let quoted = format!("\"{old}\"");
    script
        .match_indices(&quoted)
        .map(|(at, _)| {
            let span = Span { start: at + 1, end: at + 1 + old.len() };
            Mend::Replace(Role::Script, span, new.to_owned())
        })
        .collect()
}

/// Whole words in headings.
fn in_headings(cx: &Context<'_>, old: &str, new: &str) -> Vec<Mend> {
    let Some(text) = text_of(cx, Role::Readme) else { return Vec::new() };
    let mut mends = Vec::new();
    for heading in Readme::new(text).headings {
        let Some(line) = text.get(heading.span.start..heading.span.end) else { continue };
        for (at, _) in line.match_indices(old) {
            let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
            let before = line.get(..at).and_then(|line| line.chars().next_back());
            let after = line.get(at + old.len()..).and_then(|line| line.chars().next());
            if !is_part(before) && !is_part(after) {
                let start = heading.span.start + at;
                let span = Span { start, end: start + old.len() };
                mends.push(Mend::Replace(Role::Readme, span, new.to_owned()));
            }
        }
    }
    mends
}

fn text_of<'a>(cx: &Context<'a>, role: Role) -> Option<&'a str> {
    match cx.connector()?.facts(role).body? {
        Body::Text(text) => Some(text),
        Body::Bytes(_) => None,
    }
}
