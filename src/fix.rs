//! Writes answers back into the files: byte-preserving edits, computed here and written by the
//! store. Without it an answer never reaches the package.

use serde_json::{Value as Json, json};
use similar::TextDiff;

use crate::answers::{Answers, Kind, Publisher, Question, Stand, items};
use crate::connector::Connector;
use crate::connector::files::{Body, Role};
use crate::source::edit;
use crate::source::json::Json as Tree;
use crate::source::pointer::{Pointer, resolve};
use crate::steps;
use crate::steps::publisher::INDEPENDENT_COLOUR;

/// One file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which file.
    pub role: Role,
    /// Its name on disk.
    pub file: String,
    /// The whole text as read.
    pub before: String,
    /// The whole text as it will be.
    pub after: String,
    /// The answers that are written into it, by question key.
    pub keys: Vec<&'static str>,
}

/// Something that could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file it belongs into.
    pub file: String,
    /// Why not, and the way out, in one sentence.
    pub reason: String,
    /// The answers concerned.
    pub keys: Vec<&'static str>,
}

/// What writing the answers would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the files.
    pub changes: Vec<Change>,
    /// In the order of the files.
    pub skipped: Vec<Skipped>,
}

/// Something to write: the question's key, where it stands, the text.
type Wanted = (&'static str, Stand, String);

/// What the confirmed answers change in the files. Answers that are blank, not confirmed, not
/// asked of this publisher, or in the file already change nothing.
pub fn apply_answers(answers: &Answers, connector: &Connector, publisher: Publisher) -> Plan {
    let mut plan = Plan::default();
    for role in [Role::Definition, Role::Properties] {
        let wanted = wanted(answers, publisher, role);
        if wanted.is_empty() {
            continue;
        }
        let facts = connector.facts(role);
        let keys = || wanted.iter().map(|(key, ..)| *key).collect();
        let (Some(Body::Text(text)), Some(_)) = (facts.body, connector.json(role)) else {
            let why = if facts.found { "is not valid JSON" } else { "is missing" };
            plan.skipped.push(Skipped {
                file: facts.name.to_owned(),
                reason: format!("the file {why}, so nothing was written into it; mend that first"),
                keys: keys(),
            });
            continue;
        };
        write(&mut plan, role, facts.name, text, &wanted);
    }
    plan
}

fn wanted(answers: &Answers, publisher: Publisher, role: Role) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = steps::questions()
        .filter(|question| (question.asked)(answers))
        .filter_map(|question| {
            let stand = question.stands.filter(|stand| stand.role() == role)?;
            let text = answers.confirmed(question.key)?;
            Some((question.key, stand, as_in_file(question, text)))
        })
        .collect();
    if role == Role::Properties
        && publisher == Publisher::Independent
        && answers.confirmed("publisher.type").is_some()
    {
        let stand = Stand::Member(Role::Properties, "/properties/iconBrandColor");
        wanted.push(("publisher.type", stand, INDEPENDENT_COLOUR.to_owned()));
    }
    wanted
}

/// The files join lists by `;`, answers by commas.
fn as_in_file(question: &Question, text: &str) -> String {
    match question.kind {
        Kind::Choices { .. } => items(text).collect::<Vec<_>>().join(";"),
        _ => text.trim().to_owned(),
    }
}

fn write(plan: &mut Plan, role: Role, file: &str, before: &str, wanted: &[Wanted]) {
    let mut text = before.to_owned();
    let mut keys = Vec::new();
    for (key, stand, value) in wanted {
        match written(&text, *stand, value) {
            Ok(after) if after == text => {}
            Ok(after) => {
                text = after;
                keys.push(*key);
            }
            Err(reason) => {
                plan.skipped.push(Skipped { file: file.to_owned(), reason, keys: vec![*key] })
            }
        }
    }
    if text != before {
        plan.changes.push(Change {
            role,
            file: file.to_owned(),
            before: before.to_owned(),
            after: text,
            keys,
        });
    }
}

/// A text with one answer written into it.
fn written(text: &str, stand: Stand, value: &str) -> Result<String, String> {
    let tree = Tree::parse(text).map_err(|error| error.reason)?;
    let root = tree.root();
    let (pointer, value) = match stand {
        Stand::Member(_, pointer) => {
            let pointer = Pointer::parse(pointer).unwrap_or_else(Pointer::root);
            let same =
                resolve(root, &pointer).and_then(|node| node.as_str()).is_some_and(|found| {
                    found.trim().eq_ignore_ascii_case(value) && (found == value || is_colour(value))
                });
            if same {
                return Ok(text.to_owned());
            }
            (pointer, json!(value))
        }
        Stand::Metadata(name) => metadata(&tree, name, value),
    };
    let edits = edit::set(&tree, &pointer, &value).map_err(|error| {
        format!(
            "{} cannot be written to {pointer}: {error}; mend that place by hand",
            printable(&value)
        )
    })?;
    edit::apply(text, &edits).map_err(|error| error.to_string())
}

/// Colours differ by more than case.
fn is_colour(value: &str) -> bool {
    value == INDEPENDENT_COLOUR
}

fn printable(value: &Json) -> String {
    crate::source::text::printable(&value.to_string()).into_owned()
}

/// Where and what to write for a metadata entry: its value, a further entry, or the whole list.
fn metadata(tree: &Tree, name: &str, value: &str) -> (Pointer, Json) {
    let list = Pointer::root().child("x-ms-connector-metadata");
    let entry = json!({ "propertyName": name, "propertyValue": value });
    let Some(entries) = tree.root().get("x-ms-connector-metadata").filter(|node| !node.is_null())
    else {
        return (list, json!([entry]));
    };
    let found = entries.items().find(|entry| {
        entry.text("propertyName").is_some_and(|found| found.eq_ignore_ascii_case(name))
    });
    match found {
        Some(found) => (found.pointer().child("propertyValue"), json!(value)),
        None => (list.child("-"), entry),
    }
}

/// A change as a unified diff, three lines of context.
pub fn unified_diff(change: &Change) -> String {
    TextDiff::from_lines(&change.before, &change.after)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{}", change.file), &format!("b/{}", change.file))
        .to_string()
}

#[cfg(test)]
#[path = "fix/tests.rs"]
mod tests;
