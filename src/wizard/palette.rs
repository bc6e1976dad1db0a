//! The palette: everything there is to do or to go to, found by a few letters of its name.

use std::path::PathBuf;

use super::keymap;
use super::model::{Model, Page, fields};
use super::msg::Intent;
use super::theme::Kind as ThemeKind;
use crate::rule::Rule;
use crate::rules;
use crate::source::text::printable;
use crate::steps::STEPS;

/// What choosing an entry does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Do(Intent),
    Page(Page),
    Question(&'static str),
    Rule(&'static Rule),
    /// An operation, by the pointer under which its findings stand.
    Operation(String),
    Draft(PathBuf),
    Theme(ThemeKind),
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// What it is, or the key that does it.
    pub(crate) hint: String,
    pub(crate) target: Target,
}

/// Most entries that are listed; who looks further types another letter.
const MOST: usize = 60;

/// The entries that fit what was typed, the best first.
pub(crate) fn found(model: &Model, typed: &str) -> Vec<Entry> {
    let mut scored: Vec<(i32, Entry)> = entries(model)
        .into_iter()
        .filter_map(|entry| {
            let whole = format!("{} {}", entry.name, entry.hint);
            Some((score(&whole, typed)?, entry))
        })
        .collect();
    // Stable: equals stay in the order of the list, actions first.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().take(MOST).map(|(_, entry)| entry).collect()
}

fn entries(model: &Model) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |name: &str, hint: &str, target: Target| {
        let name = printable(name).into_owned();
        entries.push(Entry { name, hint: hint.to_owned(), target });
    };
    let mut done: Vec<&Intent> = Vec::new();
    for found in model.keys.bindings(keymap::place_below(model), true) {
        // The first key of an action is the one to learn.
        if let Some(name) = found.intent().name().filter(|_| !done.contains(&found.intent())) {
            done.push(found.intent());
            add(name, &found.shown, Target::Do(found.intent().clone()));
        }
    }
    if let Some(open) = &model.open {
        for page in Page::journey() {
            add(page.title(), "page", Target::Page(page));
        }
        add("Home", "page", Target::Page(Page::Home));
        if !done.contains(&&Intent::Import) {
            let name = Intent::Import.name().unwrap_or_default();
            add(name, "answers", Target::Do(Intent::Import));
        }
        for question in STEPS.iter().flat_map(|step| fields(step, &open.answers)) {
            add(question.prompt, "question", Target::Question(question.key));
        }
        let definition = open.connector.as_deref().and_then(|connector| connector.definition());
        for operation in definition.iter().flat_map(|definition| definition.operations()) {
            let name = match operation.id() {
                Some(id) => format!("{id} · {}", operation.name()),
                None => operation.name(),
            };
            let pointer = operation.pointer().to_string();
            add(&name, "operation", Target::Operation(pointer));
        }
    }
    for draft in model.home.iter().flat_map(|home| &home.drafts) {
        add(&draft.name, "draft", Target::Draft(draft.path.clone()));
    }
    for kind in ThemeKind::ALL {
        let hint = if kind == model.theme.kind { "look, now on" } else { "look" };
        add(&format!("Theme: {}", kind.name()), hint, Target::Theme(kind));
    }
    let state = |on| if on { "now on" } else { "now off" };
    for (intent, hint) in [
        (Intent::Mouse, state(model.mouse.on)),
        (Intent::Ascii, state(model.theme.ascii)),
        (Intent::KeepLook, "look"),
        (Intent::Tour, "help"),
    ] {
        add(intent.name().unwrap_or_default(), hint, Target::Do(intent.clone()));
    }
    for rule in rules::all() {
        add(rule.id, "rule", Target::Rule(rule));
    }
    entries
}

/// How well a name fits: every letter typed has to be there, in order. Letters at the beginning of
/// words and letters side by side count more, long names less.
fn score(name: &str, typed: &str) -> Option<i32> {
    let letters: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let mut at = 0;
    let mut total = 0;
    let mut last = None;
    for wanted in typed.chars().flat_map(char::to_lowercase).filter(|found| *found != ' ') {
        let begins = |at: usize| at == 0 || !letters[at - 1].is_alphanumeric();
        // The beginning of a word, if one is left that begins so; else the next such letter.
        let rest = at..letters.len();
        let next = rest.clone().find(|at| letters[*at] == wanted)?;
        let word = rest.clone().find(|at| letters[*at] == wanted && begins(*at));
        let found = match (last, word) {
            (Some(last), _) if next == last + 1 => next,
            (_, Some(word)) => word,
            _ => next,
        };
        total += 1;
        if begins(found) {
            total += if found == 0 { 12 } else { 6 };
        }
        if last.is_some_and(|last| found == last + 1) {
            total += 8;
        }
        last = Some(found);
        at = found + 1;
    }
    Some(total * 8 - i32::try_from(letters.len()).unwrap_or(i32::MAX).min(200) / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_order_are_enough_and_beginnings_count() {
        assert!(score("Support contact", "spc").is_some());
        assert!(score("Support contact", "cs").is_none());
        assert!(score("Review page", "rev") > score("Preserve", "rev"));
        assert!(score("contact-email-missing", "cem") > score("concern", "cem"));
        assert!(score("Incoming_SMS_Received", "incom") > score("settings-incomplete", "incom"));
        assert!(score("anything", "").is_some());
    }
}
