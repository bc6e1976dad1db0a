//! Writes confirmed answers into the files.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::authentication::{self, Wish};
use super::{Change, Origin, Plan, Skipped};
use crate::answers::{Answers, Publisher, Stand};
use crate::connector::Connector;
use crate::connector::files::{Body, RawContent, RawFile, Role};
use crate::rule::fix::answer::entry;
use crate::source::edit;
use crate::source::json::{Json as Tree, Node};
use crate::source::pointer::{Pointer, resolve};
use crate::steps;
use crate::steps::publisher::INDEPENDENT_COLOUR;

/// Something to write: the question's key, where it stands, the text.
type Wanted = (&'static str, Stand, String);

/// Where the brand colour stands, which no question asks for.
const COLOUR: Stand = Stand::Member(Role::Properties, "/properties/iconBrandColor");

/// What the confirmed answers change in the files. Answers that are blank, not confirmed, not
/// asked of this publisher, or in the file already change nothing.
pub fn apply_answers(answers: &Answers, connector: &Connector, publisher: Publisher) -> Plan {
    let mut plan = Plan::default();
    for role in [Role::Definition, Role::Properties] {
        let wanted = wanted(answers, connector, publisher, role);
        if !wanted.is_empty() {
            write(&mut plan, connector, role, &wanted);
        }
    }
    match authentication::wish(answers, connector) {
        Wish::Nothing => {}
        Wish::Refused(role, reason) => plan.skipped.push(Skipped {
            file: connector.name(role).to_owned(),
            reason,
            keys: vec![authentication::KEY],
            rule: None,
        }),
        Wish::Write(values) => sign_in(&mut plan, connector, &values),
    }
    plan
}

/// Writes how people sign in, into what the other answers have made of the files: all or nothing.
fn sign_in(plan: &mut Plan, connector: &Connector, values: &[(Role, Pointer, Json)]) {
    let key = authentication::KEY;
    let mut after: Vec<(Role, String)> = Vec::new();
    for (role, pointer, value) in values {
        let at = after.iter().position(|(found, _)| found == role);
        let text = match at {
            Some(at) => after.remove(at).1,
            None => match plan.changes.iter().find(|change| change.role == *role) {
                Some(change) => change.after.text().into_owned(),
                None => match connector.facts(*role).body {
                    Some(body) => body.text().into_owned(),
                    None => return,
                },
            },
        };
        let made = Tree::parse(text.as_str())
            .map_err(|error| error.reason)
            .and_then(|tree| edit::set(&tree, pointer, value).map_err(|error| error.reason))
            .and_then(|edits| edit::apply(&text, &edits).map_err(|error| error.reason));
        match made {
            Ok(text) => after.push((*role, text)),
            Err(reason) => {
                plan.skipped.push(Skipped {
                    file: connector.name(*role).to_owned(),
                    reason: format!(
                        "how people sign in cannot be written: {reason}. Mend that place by hand, \
                         then try again."
                    ),
                    keys: vec![key],
                    rule: None,
                });
                return;
            }
        }
    }
    for (role, text) in after {
        if let Some(change) = plan.changes.iter_mut().find(|change| change.role == role) {
            change.after = text.into();
            change.keys.push(key);
        } else {
            let facts = connector.facts(role);
            plan.changes.push(Change {
                role,
                file: facts.name.to_owned(),
                origin: Origin::Same,
                before: facts.body.cloned().unwrap_or_default(),
                after: text.into(),
                keys: vec![key],
                secrets: connector.secrets(role).into_iter().map(str::to_owned).collect(),
            });
        }
    }
    plan.changes.sort_by_key(|change| change.role);
}

fn wanted(
    answers: &Answers,
    connector: &Connector,
    publisher: Publisher,
    role: Role,
) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = steps::questions()
        .filter(|question| (question.asked)(answers))
        .filter_map(|question| {
            let stand = question.stands.filter(|stand| stand.role() == role)?;
            let text = answers.confirmed(question.key)?;
            let found = stand.read(connector);
            let same = found.is_some_and(|found| question.agrees(text, &found.text));
            (!same).then(|| (question.key, stand, question.in_file(text)))
        })
        .collect();
    let needs_colour = role == Role::Properties
        && publisher == Publisher::Independent
        && answers.confirmed("publisher.type").is_some()
        && COLOUR
            .read(connector)
            .is_none_or(|found| !found.text.eq_ignore_ascii_case(INDEPENDENT_COLOUR));
    if needs_colour {
        wanted.push(("publisher.type", COLOUR, INDEPENDENT_COLOUR.to_owned()));
    }
    wanted
}

fn write(plan: &mut Plan, connector: &Connector, role: Role, wanted: &[Wanted]) {
    let facts = connector.facts(role);
    let skip =
        |reason: String, keys| Skipped { file: facts.name.to_owned(), reason, keys, rule: None };
    let (Some(Body::Text(before)), Some(_)) = (facts.body, connector.json(role)) else {
        let reason = match facts.broken {
            None => "the file is missing, so nothing can be written into it. Put it into the \
                     folder first."
                .to_owned(),
            Some(broken) => format!(
                "the file cannot be read ({}), so nothing can be written into it. Mend that first.",
                broken.reason
            ),
        };
        plan.skipped.push(skip(reason, wanted.iter().map(|(key, ..)| *key).collect()));
        return;
    };
    let mut after = before.to_string();
    let mut keys = Vec::new();
    for (key, stand, value) in wanted {
        match written(role, &after, *stand, value) {
            Ok(text) => {
                after = text;
                keys.push(*key);
            }
            Err(reason) => plan.skipped.push(skip(reason, vec![*key])),
        }
    }
    if !keys.is_empty() {
        let (file, before) = (facts.name.to_owned(), Body::Text(Arc::clone(before)));
        let secrets = connector.secrets(role).into_iter().map(str::to_owned).collect();
        plan.changes.push(Change {
            role,
            file,
            origin: Origin::Same,
            before,
            after: after.into(),
            keys,
            secrets,
        });
    }
}

/// A text with one answer written into it.
fn written(role: Role, text: &str, stand: Stand, value: &str) -> Result<String, String> {
    // Read anew each time: what was written before may have moved or made the place.
    let content = RawContent::Bytes(text.as_bytes().to_vec());
    let file = RawFile { role, name: role.canonical().to_owned(), content };
    let now = Connector::new("", None, vec![file]);
    let tree = now.json(role).ok_or("the file cannot be read")?;
    let pointer = stand.pointer(&now);
    let target = match stand {
        Stand::Member(..) => Ok(member(tree, pointer, value)),
        Stand::Metadata(name) => entry(tree.root(), &pointer, name, value)
            .ok_or_else(|| format!("{pointer} is not a list, `[ … ]`")),
    };
    target
        .and_then(|(pointer, value)| {
            let edits = edit::set(tree, &pointer, &value).map_err(|error| error.to_string())?;
            edit::apply(text, &edits).map_err(|error| error.to_string())
        })
        .map_err(|why| {
            let value = crate::source::text::printable(value);
            format!("“{value}” cannot be written: {why}. Mend that place by hand, then try again.")
        })
}

/// Where and what to write for a text member; an object that is null gives way to one with it.
fn member(tree: &Tree, pointer: Pointer, value: &str) -> (Pointer, Json) {
    match (pointer.parent(), pointer.last()) {
        (Some(parent), Some(name)) if resolve(tree.root(), &parent).is_some_and(Node::is_null) => {
            (parent, json!({ name: value }))
        }
        _ => (pointer, json!(value)),
    }
}
