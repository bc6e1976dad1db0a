//! What surrounds a text that is missing: the operation, the parameter, what is there already.

use crate::connector::files::Role;
use crate::rule::Context;
use crate::rules::quote;
use crate::source::json::Node;
use crate::source::pointer::{Pointer, resolve};

/// Texts that may stand beside the one that is missing, and what they are called.
const BESIDE: [(&str, &str); 7] = [
    ("operationId", "id"),
    ("summary", "summary"),
    ("x-ms-summary", "display name"),
    ("displayName", "display name"),
    ("title", "title"),
    ("description", "description"),
    ("value", "value"),
];

/// Values of a list that are named; more would hide the question.
const NAMED: usize = 6;

/// From the operation down, a line each.
pub(super) fn of(cx: &Context<'_>, role: Role, pointer: &Pointer) -> Vec<String> {
    let Some(json) = cx.connector().and_then(|connector| connector.json(role)) else {
        return Vec::new();
    };
    let root = json.root();
    let tokens: Vec<_> = pointer.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    // How far down a line of its own speaks of the place.
    let (depth, mut lines) = match (role, tokens.as_slice()) {
        (Role::Definition, ["paths", path, "parameters", ..]) => {
            (2, vec![format!("all operations of {}", quote(path))])
        }
        (Role::Definition, ["paths", path, method, ..]) => {
            let operation = at(root, &tokens[..3]);
            let called = operation.and_then(|node| {
                let told = |name| node.text(name).filter(|text| !text.trim().is_empty());
                told("summary").or_else(|| told("operationId"))
            });
            let place = format!("{} {}", method.to_ascii_uppercase(), quote(path));
            (
                3,
                vec![match called {
                    Some(called) => format!("{place} · {}", quote(&called)),
                    None => place,
                }],
            )
        }
        (Role::Definition, ["definitions", name, ..]) => {
            (2, vec![format!("shared schema {}", quote(name))])
        }
        (Role::Definition, ["responses", name, ..]) => {
            (2, vec![format!("shared answer {}", quote(name))])
        }
        (Role::Definition, ["parameters", ..]) => (0, vec!["shared by operations".to_owned()]),
        (Role::Properties, ["properties", "connectionParameters", name, ..]) => {
            (3, vec![format!("field {} of a connection", quote(name))])
        }
        _ => (tokens.len(), Vec::new()),
    };
    let inner: Vec<&[&str]> = (depth + 1..tokens.len()).map(|end| &tokens[..end]).collect();
    lines.extend(inner.into_iter().filter_map(|way| part(at(root, way)?, way)));
    if let Some(holder) = at(root, &tokens[..tokens.len().saturating_sub(1)]) {
        lines.extend(beside(holder, tokens.last().copied().unwrap_or_default()));
    }
    lines
}

/// What stands at the end of a way.
fn at<'a>(root: Node<'a>, way: &[&str]) -> Option<Node<'a>> {
    resolve(root, &way.iter().fold(Pointer::root(), |above, token| above.child(token)))
}

/// A step of the way that people know by a name.
fn part(node: Node<'_>, way: &[&str]) -> Option<String> {
    let (last, holder) = (way.last()?, way.iter().rev().nth(1)?);
    let line = match *holder {
        "parameters" => {
            let name = node.text("name")?;
            let place = node.text("in").unwrap_or_default();
            let must = node.get("required").and_then(Node::as_bool) == Some(true);
            let must = if must { "required" } else { "optional" };
            format!("parameter {} · {} · {}{must}", quote(&name), quote(&place), kind(node))
        }
        "properties" => format!("field {} · {}", quote(last), kind(node)),
        "responses" => format!("answer {}", quote(last)),
        _ => return None,
    };
    Some(line.trim_end_matches([' ', '·']).to_owned())
}

/// The type, with something behind it to go on.
fn kind(node: Node<'_>) -> String {
    let told = |name| node.text(name).map(|text| quote(&text));
    match (told("type"), told("format")) {
        (Some(kind), Some(format)) => format!("{kind} ({format}) · "),
        (Some(kind), None) => format!("{kind} · "),
        _ => String::new(),
    }
}

/// What is written beside the missing text already.
fn beside(holder: Node<'_>, missing: &str) -> Vec<String> {
    let mut lines: Vec<String> = BESIDE
        .iter()
        .filter(|(member, _)| *member != missing)
        .filter_map(|(member, called)| {
            let text = holder.text(member)?;
            (!text.trim().is_empty()).then(|| format!("{called}: {}", quote(&text)))
        })
        .collect();
    let values: Vec<String> = holder
        .get("enum")
        .into_iter()
        .flat_map(Node::items)
        .map(|value| quote(&value.as_str().unwrap_or_else(|| value.raw().into())))
        .collect();
    if !values.is_empty() {
        let more = if values.len() > NAMED { ", …" } else { "" };
        let named = values[..values.len().min(NAMED)].join(", ");
        lines.push(format!("one of: {named}{more}"));
    }
    lines
}
