//! What the page of the package tells: what each file is that was named for it, and what the
//! package holds.

use super::model::Open;
use crate::answers::Question;
use crate::connector::files::Role;
use crate::connector::package::{ASSETS, CUSTOM_PROPERTIES, INNER, PAGE};
use crate::connector::solution::Kind;
use crate::connector::solutions::{Part, describe, file};
use crate::steps::package;

/// What is known of the file that a question names, in a line each.
pub(crate) fn told(open: &Open, question: &Question) -> Vec<String> {
    let Some(part) = package::part(question) else { return Vec::new() };
    let named = package::named(&open.answers);
    if !named.iter().any(|(one, _)| *one == part) {
        return Vec::new();
    }
    if open.sources_read.solutions != named {
        return vec!["It is read once you leave this field.".to_owned()];
    }
    let Some(solutions) = open.solutions.as_deref() else { return Vec::new() };
    match (part, solutions.named(part).map(|one| &one.read)) {
        (Part::Solution(kind), _) => solutions
            .solution(kind)
            .map(|solution| describe(solution, solutions.package.plugin))
            .unwrap_or_default(),
        (Part::CustomProperties, Some(Ok(bytes))) => vec![format!("{} bytes", bytes.len())],
        (Part::CustomProperties, _) => Vec::new(),
    }
}

/// A line of the package: how deep it stands, its name, and whether it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) depth: usize,
    pub(crate) name: String,
    /// None where it only holds others.
    pub(crate) there: Option<bool>,
}

/// The package as it will be; nothing where no solution is named.
pub(crate) fn layout(open: &Open) -> Vec<Entry> {
    let Some(solutions) = open.solutions.as_deref() else { return Vec::new() };
    let entry = |depth, name: &str, there| Entry { depth, name: name.to_owned(), there };
    let has = |part: Part| solutions.named(part).map(|one| one.read.is_ok());
    let page =
        open.connector.as_deref().is_some_and(|found| found.facts(Role::Intro).body.is_some());
    let mut entries = vec![entry(0, PAGE, Some(page))];
    if let Some(there) = has(Part::CustomProperties) {
        entries.push(entry(0, CUSTOM_PROPERTIES, Some(there)));
    }
    entries.push(entry(0, INNER, None));
    entries.push(entry(1, &format!("{ASSETS}/"), None));
    for kind in Kind::ALL {
        let there = has(Part::Solution(kind));
        if kind != Kind::Plugin || there.is_some() {
            entries.push(entry(2, file(kind), Some(there.unwrap_or(false))));
        }
    }
    entries
}
