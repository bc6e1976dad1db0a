//! `RULES`: what Microsoft asks. One file per rule, in folders by what it looks at.

use crate::connector::terms::{is_address, is_mail};
use crate::rule::{Context, Place, Rule, Sink};

mod annotations;
mod answers;
mod branch;
mod changes;
mod contact;
mod dynamic;
mod files;
mod host;
mod judgement;
mod lists;
mod models;
mod notifications;
mod operations;
mod package;
mod parameters;
mod paths;
mod properties;
mod readme;
mod references;
mod responses;
mod schemas;
mod script;
mod security;
mod settings;
mod shape;
mod text;
mod types;

pub mod official;
pub mod reading;
mod wording;

/// The rulebook, folder by folder, as one reads the files: first whether they can be read, then the
/// definition from its head to its smallest parts, the other files, what was answered, what an
/// update changes; at last what only may be a fault.
static RULES: &[&[&Rule]] = &[
    files::RULES,
    shape::RULES,
    text::RULES,
    contact::RULES,
    host::RULES,
    lists::RULES,
    paths::RULES,
    operations::RULES,
    annotations::RULES,
    parameters::RULES,
    responses::RULES,
    schemas::RULES,
    types::RULES,
    models::RULES,
    references::RULES,
    dynamic::RULES,
    notifications::RULES,
    security::RULES,
    properties::RULES,
    script::RULES,
    readme::RULES,
    answers::RULES,
    changes::RULES,
    branch::RULES,
    settings::RULES,
    package::RULES,
    judgement::RULES,
];

/// Every rule, in the order of the rulebook.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().flat_map(|folder| folder.iter().copied())
}

/// The rules that judge by appearance and may be wrong, in the order of the rulebook.
pub fn judgement() -> impl Iterator<Item = &'static Rule> {
    judgement::RULES.iter().copied()
}

/// A rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// Text from a file as a message quotes it: at most 60 characters, safe on a terminal.
pub(crate) fn quote(text: &str) -> String {
    let mut start: String = text.chars().take(60).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    crate::source::text::printable(&start).into_owned()
}

/// Says that something is missing. Where the publisher has answered it already, the answer only
/// has to be written into the file; else `remedy` says what to do.
pub(crate) fn say_missing(
    cx: &Context<'_>,
    out: &mut Sink<'_>,
    place: Place,
    key: &'static str,
    what: &str,
    remedy: &str,
) {
    let fits: fn(&str) -> bool = match key {
        "support.email" => is_mail,
        "support.url" | "support.website" | "support.privacy_policy" => is_address,
        _ => |_| true,
    };
    match cx.answer(key).filter(|answer| fits(answer.trim())) {
        Some(answer) => out.say_with(
            place,
            format!(
                "{what} Your answer “{}” is ready and only has to be written into the file: run \
                 `conncert apply`, or press `w` on the review page.",
                quote(answer.trim())
            ),
            vec![Place::Answer(key)],
        ),
        None => out.say(place, format!("{what} {remedy}")),
    }
}
