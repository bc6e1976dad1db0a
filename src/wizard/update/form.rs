//! The form of a step: fields, options, ticks, and the undo of answers.

use std::sync::Arc;

use super::super::field::Editor;
use super::super::history::{Past, Way, Writing};
use super::super::model::{Focus, Model, Page, fields, is_text, options};
use super::super::msg::{Edit, Intent, Job, Now, Sources};
use super::{PAUSE, check, go_to, to_journey, turn_page};
use crate::answers::{Answers, Kind, Question, items};
use crate::steps;

/// Carries out an intent in the focused field.
pub(super) fn update(model: &mut Model, intent: Intent, now: &Now) -> Vec<Job> {
    let Some(question) = model.question() else { return elsewhere(model, &intent, now) };
    match intent {
        Intent::Edit(edit) => edit_text(model, question, &edit, now),
        Intent::Accept => accept(model, question, now),
        Intent::Toggle => toggle(model, question, now),
        Intent::Down => down(model, question),
        Intent::Up => up(model, question),
        Intent::Next => next(model, now),
        Intent::Previous => previous(model, now),
        other => elsewhere(model, &other, now),
    }
}

fn elsewhere(model: &mut Model, intent: &Intent, now: &Now) -> Vec<Job> {
    match intent {
        Intent::PageDown | Intent::Next => turn_page(model, true, now),
        Intent::PageUp | Intent::Previous => turn_page(model, false, now),
        Intent::Undo => undo(model, now),
        Intent::Redo => redo(model, now),
        Intent::Review => go_to(model, Page::Review, now),
        Intent::Back => to_journey(model),
        _ => Vec::new(),
    }
}

/// Changes answers: remembers the state before, asks for a check, sets the save.
pub(super) fn change(
    model: &mut Model,
    key: &str,
    now: &Now,
    alter: impl FnOnce(&mut Answers),
) -> Vec<Job> {
    let Some(open) = &mut model.open else { return Vec::new() };
    let before = Arc::clone(&open.answers);
    alter(Arc::make_mut(&mut open.answers));
    if open.answers == before {
        return Vec::new();
    }
    // The publisher type decides what else the files can tell.
    if key == "publisher.type"
        && let Some(connector) = open.connector.clone()
    {
        steps::prefill(Arc::make_mut(&mut open.answers), &connector);
    }
    let continues = open
        .last_edit
        .as_ref()
        .is_some_and(|(last, at)| last == key && now.millis.saturating_sub(*at) < PAUSE);
    if !continues {
        open.undo.push(Past::Answers(before));
    }
    open.redo.clear();
    open.last_edit = Some((key.to_owned(), now.millis));
    touched(model, now)
}

/// The answers are other ones now.
fn touched(model: &mut Model, now: &Now) -> Vec<Job> {
    let Some(open) = &mut model.open else { return Vec::new() };
    open.revision += 1;
    // What is worked on is not put away.
    open.draft.archived = false;
    open.save_due = Some(now.millis + PAUSE);
    open.export.result = None;
    vec![check(open, now)]
}

pub(super) fn undo(model: &mut Model, now: &Now) -> Vec<Job> {
    swap(model, now, true)
}

pub(super) fn redo(model: &mut Model, now: &Now) -> Vec<Job> {
    swap(model, now, false)
}

fn swap(model: &mut Model, now: &Now, back: bool) -> Vec<Job> {
    let Some(open) = &mut model.open else { return Vec::new() };
    if open.writing == Writing::Now {
        model.say("still writing");
        return Vec::new();
    }
    let from = if back { &mut open.undo } else { &mut open.redo };
    let Some(state) = from.pop() else {
        model.say(if back { "nothing to undo" } else { "nothing to redo" });
        return Vec::new();
    };
    let state = match state {
        Past::Answers(state) => state,
        Past::Files(changes) => {
            let way = if back { Way::Back } else { Way::Forth };
            return super::mending::write(model, changes, way);
        }
    };
    let current = std::mem::replace(&mut open.answers, state);
    let to = if back { &mut open.redo } else { &mut open.undo };
    to.push(Past::Answers(current));
    open.last_edit = None;
    let count = model.fields().len();
    if let Some(open) = &mut model.open {
        open.field = open.field.min(count.saturating_sub(1));
    }
    enter_field(model);
    model.say(if back { "undone" } else { "done again" });
    touched(model, now)
}

fn edit_text(model: &mut Model, question: &Question, edit: &Edit, now: &Now) -> Vec<Job> {
    let Some(editor) = model.open.as_mut().and_then(|open| open.editor.as_mut()) else {
        return Vec::new();
    };
    if !editor.edit(edit) {
        return Vec::new();
    }
    let text = editor.text();
    let is_stretch = match edit {
        Edit::Insert(c) => c.is_whitespace(),
        Edit::Paste(_) => true,
        _ => false,
    };
    if is_stretch && let Some(open) = &mut model.open {
        // A word, and what is pasted, is a stretch that undo takes back by itself.
        open.last_edit = None;
    }
    change(model, question.key, now, |answers| answers.give(question.key, text))
}

fn accept(model: &mut Model, question: &'static Question, now: &Now) -> Vec<Job> {
    let mut jobs = match question.kind {
        Kind::Long => {
            let editor = model.open.as_mut().and_then(|open| open.editor.as_mut());
            let Some(editor) = editor else { return Vec::new() };
            if !editor.ends_blank() {
                return edit_text(model, question, &Edit::Insert('\n'), now);
            }
            let text = editor.text();
            change(model, question.key, now, |answers| {
                if answers.text(question.key) != text {
                    answers.give(question.key, text);
                }
                answers.confirm(question.key);
            })
        }
        Kind::Choice(_) | Kind::YesNo => choose(model, question, now),
        _ => change(model, question.key, now, |answers| {
            answers.confirm(question.key);
        }),
    };
    jobs.extend(next(model, now));
    jobs
}

fn choose(model: &mut Model, question: &Question, now: &Now) -> Vec<Job> {
    let Some(open) = &model.open else { return Vec::new() };
    let Some((value, _, _)) = options(question).get(open.option).copied() else {
        return Vec::new();
    };
    change(model, question.key, now, |answers| answers.give(question.key, value))
}

fn toggle(model: &mut Model, question: &'static Question, now: &Now) -> Vec<Job> {
    match question.kind {
        Kind::Attestation(_) => change(model, question.key, now, |answers| {
            if answers.is_blank(question.key) {
                answers.give(question.key, now.today.to_string());
            } else {
                answers.remove(question.key);
            }
        }),
        Kind::Choices { .. } => {
            let option = model.open.as_ref().map_or(0, |open| open.option);
            let options = options(question);
            let Some((value, _, _)) = options.get(option).copied() else { return Vec::new() };
            change(model, question.key, now, |answers| {
                let text = answers.text(question.key).to_owned();
                answers.give(question.key, toggled(&text, value, &options));
            })
        }
        _ => choose(model, question, now),
    }
}

/// A list with one value put in or taken out, in the order of the options; unknown values stay.
fn toggled(
    text: &str,
    value: &str,
    options: &[(&'static str, &'static str, &'static str)],
) -> String {
    let mut chosen: Vec<&str> = items(text).collect();
    match chosen.iter().position(|item| item.eq_ignore_ascii_case(value)) {
        Some(at) => {
            chosen.remove(at);
        }
        None => chosen.push(value),
    }
    chosen.sort_by_key(|item| {
        options
            .iter()
            .position(|(value, _, _)| value.eq_ignore_ascii_case(item))
            .unwrap_or(usize::MAX)
    });
    chosen.join(", ")
}

fn down(model: &mut Model, question: &Question) -> Vec<Job> {
    let count = options(question).len();
    if let Some(open) = &mut model.open {
        if open.editor.as_mut().is_some_and(|editor| editor.line(true)) {
            return Vec::new();
        }
        if open.option + 1 < count {
            open.option += 1;
            return Vec::new();
        }
    }
    let last = model.fields().len().saturating_sub(1);
    match model.open.as_ref().map(|open| open.field) {
        Some(field) if field < last => focus(model, field + 1),
        _ => Vec::new(),
    }
}

fn up(model: &mut Model, question: &Question) -> Vec<Job> {
    let has_options = !options(question).is_empty();
    if let Some(open) = &mut model.open {
        if open.editor.as_mut().is_some_and(|editor| editor.line(false)) {
            return Vec::new();
        }
        if has_options && open.option > 0 {
            open.option -= 1;
            return Vec::new();
        }
    }
    match model.open.as_ref().map(|open| open.field) {
        Some(field) if field > 0 => focus(model, field - 1),
        _ => Vec::new(),
    }
}

fn next(model: &mut Model, now: &Now) -> Vec<Job> {
    let count = model.fields().len();
    match model.open.as_ref().map(|open| open.field) {
        Some(field) if field + 1 < count => focus(model, field + 1),
        _ => turn_page(model, true, now),
    }
}

fn previous(model: &mut Model, now: &Now) -> Vec<Job> {
    match model.open.as_ref().map(|open| open.field) {
        Some(field) if field > 0 => focus(model, field - 1),
        _ => {
            let before = model.page;
            let jobs = turn_page(model, false, now);
            if model.page != before {
                // Going back arrives where going on left.
                let last = model.fields().len().saturating_sub(1);
                if let Some(open) = &mut model.open {
                    open.field = last;
                }
                enter_field(model);
            }
            jobs
        }
    }
}

/// Goes to a field of this page.
pub(super) fn focus(model: &mut Model, field: usize) -> Vec<Job> {
    let jobs = leave_field(model);
    if let Some(open) = &mut model.open {
        open.field = field;
    }
    enter_field(model);
    jobs
}

/// Goes to a question, wherever it is asked.
pub(super) fn focus_question(model: &mut Model, key: &str, now: &Now) -> Vec<Job> {
    let Some(open) = &model.open else { return Vec::new() };
    let found = steps::STEPS.iter().enumerate().find_map(|(index, step)| {
        let field = fields(step, &open.answers).iter().position(|question| question.key == key)?;
        Some((index, field))
    });
    let Some((step, field)) = found else { return Vec::new() };
    let mut jobs = go_to(model, Page::Step(step), now);
    jobs.extend(focus(model, field));
    jobs
}

/// Prepares the field one arrives at.
pub(super) fn enter_field(model: &mut Model) {
    let question = model.question();
    let Some(open) = &mut model.open else { return };
    open.editor = None;
    open.option = 0;
    let Some(question) = question else { return };
    let text = open.answers.text(question.key);
    if is_text(question) {
        open.editor = Some(Editor::new(question.key, text, matches!(question.kind, Kind::Long)));
    } else {
        let chosen = items(text).next().unwrap_or_default();
        open.option = options(question)
            .iter()
            .position(|(value, _, _)| value.eq_ignore_ascii_case(chosen))
            .unwrap_or_default();
    }
}

/// The focused field shows its answer anew where that was changed from elsewhere.
pub(super) fn refresh(model: &mut Model) {
    let stale = model.open.as_ref().is_some_and(|open| {
        let editor = open.editor.as_ref();
        editor.is_some_and(|editor| editor.text() != open.answers.text(&editor.key))
    });
    if stale {
        enter_field(model);
    }
}

/// What a field owes when it is left: a folder that was typed is read.
pub(super) fn leave_field(model: &mut Model) -> Vec<Job> {
    if model.focus != Focus::Page {
        return Vec::new();
    }
    let Some(open) = &mut model.open else { return Vec::new() };
    open.last_edit = None;
    let sources = Sources::of(&open.answers);
    if sources == open.sources_read {
        return Vec::new();
    }
    open.sources_read = sources.clone();
    vec![Job::Read { sources, draft: open.path.clone() }]
}
