//! What the page of the package tells: what each file is that was named for it, and what the
//! package holds.

use std::borrow::Cow;

use super::model::Open;
use crate::answers::Question;
use crate::connector::files::Role;
use crate::connector::package::{ASSETS, CUSTOM_PROPERTIES, INNER, PAGE};
use crate::connector::solution::Kind;
use crate::connector::solutions::{Part, Solutions, describe, file};
use crate::rule::{Finding, Place};
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

/// Which part of the package a finding is in, and the path within it; for the package as a whole
/// the whole path. None where the finding is in no package.
pub(crate) fn place(finding: &Finding) -> Option<(&'static str, &str)> {
    let Place::Packed(path) = &finding.place else { return None };
    Some(match Solutions::part(path) {
        Some((part, within)) => (part.word(), within),
        None => ("package", path.as_str()),
    })
}

/// What a finding says, with the file in a solution that it speaks of.
pub(crate) fn said(finding: &Finding) -> Cow<'_, str> {
    match place(finding) {
        Some((_, within)) if !within.is_empty() => format!("{within}: {}", finding.message).into(),
        _ => finding.message.as_str().into(),
    }
}

/// A line of the package: how deep it stands, its name, and how it stands with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) depth: usize,
    pub(crate) name: String,
    pub(crate) standing: Standing,
}

/// How it stands with an entry of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It only holds others.
    Holds,
    /// It is not there.
    Missing,
    /// It is there, with so many errors.
    There(usize),
}

/// The package as it will be; nothing where no solution is named.
pub(crate) fn layout(open: &Open) -> Vec<Entry> {
    let Some(solutions) = open.solutions.as_deref() else { return Vec::new() };
    let entry = |depth, name: &str, standing| Entry { depth, name: name.to_owned(), standing };
    let named = |part: Part| {
        let standing = match &solutions.named(part)?.read {
            Ok(_) => Standing::There(open.filed.counts(package::key(part)).errors),
            Err(_) => Standing::Missing,
        };
        Some(standing)
    };
    let connector = open.connector.as_deref();
    let has_page = connector.is_some_and(|found| found.facts(Role::Intro).body.is_some());
    let page = if has_page { Standing::There(0) } else { Standing::Missing };
    let mut entries = vec![entry(0, PAGE, page)];
    if let Some(standing) = named(Part::CustomProperties) {
        entries.push(entry(0, CUSTOM_PROPERTIES, standing));
    }
    entries.push(entry(0, INNER, Standing::Holds));
    entries.push(entry(1, &format!("{ASSETS}/"), Standing::Holds));
    for kind in Kind::ALL {
        let standing = named(Part::Solution(kind));
        if kind != Kind::Plugin || standing.is_some() {
            entries.push(entry(2, file(kind), standing.unwrap_or(Standing::Missing)));
        }
    }
    entries
}
