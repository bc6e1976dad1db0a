//! States, findings and answers in words: nothing here is told by a sign or a place on a screen.

use super::super::model::{Open, Page, options};
use super::super::solutions;
use crate::answers::{Answers, Kind, Origin, Question, items};
use crate::connector::files::Role;
use crate::format::plural;
use crate::rule::{Finding, Level};
use crate::source::text::printable;
use crate::steps::STEPS;

/// A line as it may be printed: no control character, a tab as blanks, frames and marks as words
/// that a screen reader speaks.
pub(super) fn listened(line: &str) -> String {
    printable(&line.replace('\t', "  ")).into_owned()
}

/// What the full screen says, without the keys that only it has.
pub(super) fn spoken(text: &str) -> String {
    const KEYS: [(&str, &str); 11] = [
        ("run `conncert apply`, or press `w` on the review page", "the word write does it"),
        ("(`conncert apply`)", "(the word write does it)"),
        ("ctrl+z undoes", "the word undo takes it back"),
        ("type a path, or press esc", "type a path"),
        ("say in a sentence why, or press esc", "say in a sentence why"),
        ("m shows your texts again", "the word texts tells them again"),
        ("m asks for a missing text", "the word texts asks for a missing text"),
        ("enter shows how", "its number in the review shows how"),
        ("enter leads to it", "its number in the review leads to it"),
        ("; r restores it", "; the word restore at home brings it back"),
        ("; A shows it", "; the word archived lists it"),
    ];
    let mut text = text.to_owned();
    for (key, word) in KEYS {
        text = text.replace(key, word);
    }
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

/// A finding: how grave, what is wrong and how to mend it, where, and the name of its rule.
pub(super) fn finding(finding: &Finding) -> String {
    let place = place(finding);
    let place = if place.is_empty() { place } else { format!(", {place}") };
    format!("{}{place}: {} ({})", level(finding.level), spoken(&finding.message), finding.rule.id)
}

/// How grave, in a word.
pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "Error",
        Level::Warning => "Warning",
        Level::Advice => "Advice",
    }
}

/// File, line and column; nothing for answers.
pub(super) fn place(finding: &Finding) -> String {
    if let Some((part, within)) = solutions::place(finding) {
        return if within.is_empty() { part.to_owned() } else { format!("{part}, {within}") };
    }
    let spot = &finding.spot;
    let file = match spot.role {
        Some(Role::Definition) => "definition",
        Some(Role::Properties) => "properties",
        Some(Role::Readme) => "read-me",
        Some(Role::Intro) => "intro",
        Some(Role::Icon) => "icon",
        Some(Role::Script) => "script",
        Some(Role::Settings) => "settings",
        None => return String::new(),
    };
    match spot.range {
        Some(range) => format!("{file} line {} column {}", range.line, range.column),
        None => file.to_owned(),
    }
}

/// A question with its answer on one line.
pub(super) fn answer(question: &Question, answers: &Answers) -> String {
    let text = shown(question, answers.text(question.key)).replace('\n', " / ");
    let text = if text.trim().is_empty() { "not answered".to_owned() } else { text };
    let from = match answers.get(question.key).map(|answer| &answer.origin) {
        Some(Origin::Read(from)) => format!(" (from {from}, not confirmed)"),
        _ => String::new(),
    };
    format!("{}: {text}{from}", question.prompt.trim_end_matches(['?', '.', ':']))
}

/// An answer as people say it: labels for values.
pub(in crate::wizard) fn shown(question: &Question, text: &str) -> String {
    let options = options(question);
    let label = |item: &str| {
        let found = options.iter().find(|(value, _, _)| value.eq_ignore_ascii_case(item));
        found.map_or_else(|| item.to_owned(), |(_, label, _)| (*label).to_owned())
    };
    match question.kind {
        Kind::Choice(_) | Kind::YesNo if !text.trim().is_empty() => label(text.trim()),
        Kind::Choices { .. } => items(text).map(label).collect::<Vec<_>>().join(", "),
        Kind::Attestation(_) if !text.trim().is_empty() => format!("yes, on {}", text.trim()),
        _ => text.to_owned(),
    }
}

/// How a page of the journey stands, with a colon before it.
pub(super) fn state(open: &Open, page: Page) -> String {
    let Page::Step(index) = page else {
        let counts = counts(open.findings());
        return if page == Page::Review { format!(": {counts}") } else { String::new() };
    };
    let Some(step) = STEPS.get(index) else { return String::new() };
    let state = open.state(step);
    let mut parts = Vec::new();
    let mut tell = |count: usize, one: &str, many: &str| {
        if count > 0 {
            parts.push(plural(count, one, many));
        }
    };
    tell(state.errors, "error", "errors");
    tell(state.open, "question to answer", "questions to answer");
    tell(state.unticked, "thing to attest", "things to attest");
    tell(state.unconfirmed, "answer to confirm", "answers to confirm");
    tell(state.warnings, "warning", "warnings");
    match parts.is_empty() {
        true if state.later && state.untouched => ": for later".to_owned(),
        true => ": done".to_owned(),
        false => format!(": {}", parts.join(", ")),
    }
}

/// Findings in numbers.
pub(super) fn counts(findings: &[Finding]) -> String {
    let of = |level| {
        findings.iter().filter(|found| found.level == level && !found.is_unanswered()).count()
    };
    let open = findings.iter().filter(|found| found.is_unanswered()).count();
    format!(
        "{open} to answer, {}, {}, {} advice",
        plural(of(Level::Error), "error", "errors"),
        plural(of(Level::Warning), "warning", "warnings"),
        of(Level::Advice)
    )
}
