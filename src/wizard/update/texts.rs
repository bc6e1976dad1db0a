//! The form of the missing texts: what is typed, one after the other, and the writing of all of
//! them in one step.

use super::super::field::Editor;
use super::super::history::{Way, Writing};
use super::super::mending::Key;
use super::super::model::{Model, Page};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::{Confirm, Consequence, Overlay};
use super::super::review::Row;
use super::super::texts::{Answer, Form, Task, Typed};
use super::mending;
use super::overlays::scroll_by;
use crate::fix::wanted;
use crate::format::plural;
use crate::rule::Finding;

/// Asks which texts are missing; the form begins at the finding one stands on, if it is one of
/// them.
pub(super) fn ask(model: &mut Model, row: Option<&Row>, now: &Now) -> Vec<Job> {
    let start = match row {
        Some(Row::Finding { index, .. }) => Some(*index),
        _ => None,
    };
    begin(model, start, now)
}

/// The same, for a finding by its place in the report.
pub(super) fn begin(model: &mut Model, start: Option<usize>, now: &Now) -> Vec<Job> {
    let Some(open) = &model.open else { return Vec::new() };
    if open.connector.is_none() {
        model.complain("there are no files yet: give the folder at the step Connector");
        return Vec::new();
    }
    let start = start.and_then(|index| open.findings().get(index)).map(Key::of);
    let (submission, settings) = (open.submission(), open.settings(now.today));
    model.busy = Some("looking for missing texts…");
    vec![Job::Texts(Box::new(Task::Find { submission, settings, start }))]
}

/// Takes the worker's answer.
pub(super) fn answered(model: &mut Model, answer: Answer) -> Vec<Job> {
    match answer {
        Answer::Found { submission, before, gaps, start } => {
            model.busy = None;
            let found = submission.connector.as_ref().map(|connector| connector.folder());
            let shown = model.open.as_ref().and_then(|open| open.connector.as_deref());
            let is_here =
                found.is_some() && found == shown.map(crate::connector::Connector::folder);
            let is_covered =
                model.overlays.iter().any(|overlay| !matches!(overlay, Overlay::Finding { .. }));
            let (Some(folder), true) = (found.map(ToOwned::to_owned), is_here && !is_covered)
            else {
                return Vec::new();
            };
            if model.page != Page::Review {
                return Vec::new();
            }
            if gaps.is_empty() {
                model.say("no text is missing");
                return Vec::new();
            }
            let form = Form::new(folder, (submission, before), gaps, start.as_ref());
            model.overlays.push(Overlay::Texts(Box::new(form)));
            return go(model, |_| {});
        }
        Answer::Judged { serial, said } => {
            if let Some(form) = form(model).filter(|form| form.serial == serial) {
                form.said = Some(said);
            }
        }
        Answer::Planned { plan, written, given } => {
            model.busy = None;
            if let Some(form) = form(model).filter(|form| form.waits) {
                form.show(plan, written, given);
            }
        }
    }
    Vec::new()
}

/// The form, wherever it lies under help or a message.
fn form(model: &mut Model) -> Option<&mut Form> {
    model.overlays.iter_mut().rev().find_map(|overlay| match overlay {
        Overlay::Texts(form) => Some(form.as_mut()),
        _ => None,
    })
}

/// Carries out an intent in the form, or in the diff at its end. Esc shows what the files would
/// become, then the texts again, then closes.
pub(super) fn update(model: &mut Model, intent: Intent, now: &Now) -> Vec<Job> {
    let Some(Overlay::Texts(form)) = model.overlays.last_mut() else { return Vec::new() };
    if let Some(shown) = &mut form.shown {
        match intent {
            Intent::Accept => return write(model),
            Intent::Back => {
                form.shown = None;
                form.seen = true;
                return go(model, |_| {});
            }
            other => scroll_by(&mut shown.scroll, &other),
        }
        return Vec::new();
    }
    if form.waits {
        model.say("still looking");
        return Vec::new();
    }
    match intent {
        Intent::Edit(edit) => {
            let changes = form.editor.edit(&edit);
            if changes {
                form.seen = false;
                keep(form, &mut model.typed);
                return judge(form);
            }
        }
        Intent::Accept => {
            form.seen = false;
            keep(form, &mut model.typed);
            if form.at + 1 == form.gaps.len() {
                return finish(model, now);
            }
            return go(model, |at| *at += 1);
        }
        Intent::Next | Intent::Down if form.at + 1 < form.gaps.len() => {
            return go(model, |at| *at += 1);
        }
        Intent::Previous | Intent::Up => return go(model, |at| *at = at.saturating_sub(1)),
        Intent::Back if form.seen => {
            model.overlays.pop();
            model.say("not written; m shows your texts again");
        }
        Intent::Back | Intent::Next => return finish(model, now),
        _ => {}
    }
    Vec::new()
}

/// Keeps what stands in the editor; nothing is kept of an empty one.
fn keep(form: &Form, typed: &mut Typed) {
    let Some(gap) = form.gap() else { return };
    let place = (form.folder.clone(), Key::of(&gap.finding));
    let text = form.editor.text();
    if text.trim().is_empty() {
        typed.remove(&place);
    } else {
        typed.insert(place, text);
    }
}

/// Goes to another text: what was typed for it, else what may be written there.
fn go(model: &mut Model, to: impl FnOnce(&mut usize)) -> Vec<Job> {
    let Some(Overlay::Texts(form)) = model.overlays.last_mut() else { return Vec::new() };
    to(&mut form.at);
    let text = form.gap().map(|gap| {
        let typed = form.typed(&model.typed, gap).cloned();
        typed.or_else(|| gap.proposal.clone()).unwrap_or_default()
    });
    form.editor = Editor::new("text", &text.unwrap_or_default(), false);
    judge(form)
}

/// Asks the rules about the text as it stands.
fn judge(form: &mut Form) -> Vec<Job> {
    form.serial += 1;
    form.said = None;
    let text = form.editor.text();
    let Some(gap) = form.gap().filter(|_| !text.trim().is_empty()) else { return Vec::new() };
    vec![Job::Texts(Box::new(Task::Judge {
        serial: form.serial,
        submission: form.submission.clone(),
        before: std::sync::Arc::clone(&form.before),
        gap: Box::new(gap.clone()),
        text,
    }))]
}

/// Asks what the files become of what was typed; closes the form where nothing was.
fn finish(model: &mut Model, now: &Now) -> Vec<Job> {
    let Some(Overlay::Texts(form)) = model.overlays.last_mut() else { return Vec::new() };
    let texts = form.given(&model.typed);
    let Some(open) = model.open.as_ref().filter(|_| !texts.is_empty()) else {
        model.overlays.pop();
        model.say("nothing was typed, nothing is written");
        return Vec::new();
    };
    form.waits = true;
    let (submission, settings) = (open.submission(), open.settings(now.today));
    model.busy = Some("looking what that makes of the files…");
    vec![Job::Texts(Box::new(Task::Write { submission, settings, texts }))]
}

/// Writes the texts. What was typed is kept: where the writing fails, or is undone, the form knows
/// it again.
fn write(model: &mut Model) -> Vec<Job> {
    let Some(Overlay::Texts(form)) = model.overlays.pop() else { return Vec::new() };
    match form.shown {
        Some(shown) if !shown.plan.changes.is_empty() => {
            mending::write(model, shown.plan.changes, Way::New)
        }
        _ => {
            model.say("nothing is written");
            Vec::new()
        }
    }
}

/// The diff at the end again, after the files were changed under it.
pub(super) fn renew(model: &mut Model, now: &Now) -> Vec<Job> {
    match model.overlays.last_mut() {
        Some(Overlay::Texts(form)) if form.shown.is_some() => form.shown = None,
        _ => return Vec::new(),
    }
    finish(model, now)
}

/// How many texts were typed that are in no file yet.
pub(crate) fn unwritten(model: &Model) -> usize {
    let Some(open) = model.open.as_ref().filter(|open| open.writing == Writing::No) else {
        return 0;
    };
    let Some(connector) = open.connector.as_deref().filter(|_| !model.typed.is_empty()) else {
        return 0;
    };
    let folder = connector.folder();
    let is_typed = |finding: &Finding| {
        wanted(finding).is_some()
            && model.typed.contains_key(&(folder.to_owned(), Key::of(finding)))
    };
    open.findings().iter().filter(|finding| is_typed(finding)).count()
}

/// Whether texts would be lost by leaving; asks about it, if so.
pub(super) fn asks_before_leaving(model: &mut Model) -> bool {
    let lost = unwritten(model);
    if lost == 0 || matches!(model.overlays.last(), Some(Overlay::Confirm(_))) {
        return false;
    }
    let text = format!(
        "{} that you typed {} not in the files yet, and no draft keeps them. Leave without?",
        plural(lost, "text", "texts"),
        if lost == 1 { "is" } else { "are" },
    );
    let then = Consequence::ForgetTexts;
    model.overlays.push(Overlay::Confirm(Confirm { text, then }));
    true
}
