//! What the worker's replies change. A check of an older revision is dropped; a save never is.

use std::sync::Arc;

use super::super::field::Editor;
use super::super::history::Writing;
use super::super::model::{Leaving, Model, Page};
use super::super::msg::{Done, ExportFailed, Job, Now, Opened, Saved};
use super::super::overlay::{Confirm, Consequence, Overlay};
use super::super::suspend::Suspending;
use super::{check, form, go_to, waits_for_save};
use crate::fix::unified_diff;
use crate::steps::{self, STEPS};
use crate::store::Completion;

/// Takes a reply.
pub(super) fn receive(model: &mut Model, done: Done, now: &Now) -> Vec<Job> {
    match done {
        Done::LookKept(Ok(path)) => {
            model.look.kept = crate::store::Kept::default();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            model.say(format!("remembered in {name}"));
        }
        Done::LookKept(Err(message)) => model.complain(message),
        Done::Listed(result) => {
            model.busy = None;
            match result {
                Ok(home) => {
                    let selected = super::home::selected(model).map(|found| found.path.clone());
                    model.shelf.archive &= !home.archived.is_empty();
                    model.home = Some(home);
                    super::drafts::stand_on(model, selected.as_deref());
                }
                Err(message) => model.complain(message),
            }
        }
        Done::Opened(result) => {
            model.busy = None;
            match result {
                Ok(opened) => return open(model, opened, now),
                Err(message) => {
                    model.complain(message);
                    return vec![super::drafts::hold(model)];
                }
            }
        }
        Done::Read { sources, result, previous, solutions, found } => {
            let Some(open) = model.open.as_mut().filter(|open| open.sources_read == sources) else {
                return Vec::new();
            };
            let before = Arc::clone(&open.answers);
            let was_saved = open.saved == open.revision;
            let old = open.connector.take();
            let is_own = open.writing == Writing::Done;
            if is_own {
                open.writing = Writing::No;
            }
            if let (Ok(Some(new)), Some(known)) = (&result, &old)
                && !is_own
                && previous.is_none()
                && open.previous.is_none()
                && solutions.is_none()
                && open.solutions.is_none()
                && known.folder() == new.folder()
                && known.has_same_files(new)
            {
                // Somebody looked at the files, or saved them as they were.
                open.connector = old;
                return Vec::new();
            }
            let mut is_foreign = false;
            open.previous = previous;
            open.solutions = solutions;
            let is_renamed = !found.is_empty();
            open.sources_read.take(&found);
            for (part, whole) in found {
                Arc::make_mut(&mut open.answers).give(steps::package::key(part), whole);
            }
            open.problem = None;
            match result {
                Ok(Some(connector)) => {
                    is_foreign = !is_own && old.is_some_and(|old| !old.has_same_files(&connector));
                    steps::prefill(Arc::make_mut(&mut open.answers), &connector);
                    open.connector = Some(connector);
                }
                Ok(None) => {}
                Err(message) => {
                    open.problem = Some(message.clone());
                    model.complain(message);
                }
            }
            if is_foreign {
                model.say("the files have changed; read again");
            }
            if is_renamed {
                form::refresh(model);
            }
            if let Some(open) = &mut model.open {
                open.revision += 1;
                if was_saved && open.answers == before {
                    // Only the files are other ones; there is nothing to save.
                    open.saved = open.revision;
                } else {
                    open.save_due = Some(now.millis + super::PAUSE);
                }
                let mut jobs = vec![check(open, now)];
                if is_foreign {
                    jobs.extend(super::mending::renew(model, now));
                    jobs.extend(super::texts::renew(model, now));
                }
                return jobs;
            }
        }
        Done::Checked { revision, report, update } => {
            if model.open.as_ref().is_some_and(|open| open.revision == revision) {
                super::selection::take(model, report, update);
            }
        }
        Done::Saved { revision, result } => return saved(model, revision, result, now),
        Done::Trashed(result) | Done::Restored(result) => {
            match result {
                Ok(message) => model.say(message),
                Err(message) => model.complain(message),
            }
            return vec![Job::List];
        }
        Done::Planned(plan) => {
            if plan.changes.is_empty() && plan.skipped.is_empty() {
                model.say("the files already say what you answered");
            } else {
                let mut lines: Vec<String> = plan
                    .skipped
                    .iter()
                    .map(|skipped| format!("{}: {}", skipped.file, skipped.reason))
                    .collect();
                for change in &plan.changes {
                    lines.extend(unified_diff(change).lines().map(str::to_owned));
                }
                model.overlays.push(Overlay::Diff { plan, lines, scroll: 0 });
            }
        }
        Done::Mended(mended) => super::mending::offered(model, *mended),
        Done::WrittenBack { changes, way, result } => {
            return super::mending::written(model, &changes, way, result);
        }
        Done::Exported(result) => exported(model, result),
        Done::Texts(answer) => return super::texts::answered(model, *answer),
        Done::Edited(result) => return super::outside::edited(model, result),
        Done::Browsed(result) => super::outside::browsed(model, result),
        // What was shown of it was taken back when it was cancelled; if it was a draft that was
        // about to be opened, its lock is given back.
        Done::Cancelled => return vec![super::drafts::hold(model)],
        Done::Greeted => {}
        Done::Drafts(done) => return super::drafts::receive(model, done),
        Done::Completed { typed, completion } => complete(model, &typed, completion),
    }
    Vec::new()
}

fn open(model: &mut Model, opened: Opened, now: &Now) -> Vec<Job> {
    if model.open.as_ref().is_some_and(waits_for_save) {
        model.complain("what is open could not be saved, so nothing else was opened");
        return vec![super::drafts::hold(model)];
    }
    let step = opened.draft.step.clone();
    let read_only = opened.draft.is_read_only();
    model.put(opened);
    model.overlays.clear();
    let page = match step.as_deref() {
        Some("review") => Page::Review,
        Some("export") => Page::Export,
        Some(id) => Page::Step(STEPS.iter().position(|step| step.id == id).unwrap_or_default()),
        None => Page::Step(0),
    };
    let mut jobs = go_to(model, page, now);
    jobs.push(super::drafts::hold(model));
    form::enter_field(model);
    if let Some(open) = &mut model.open {
        jobs.push(check(open, now));
        if let Some(problem) = open.problem.clone() {
            model.complain(problem);
        } else if read_only {
            model.complain("made by a newer conncert: shown, but not saved");
        }
    }
    jobs
}

fn saved(model: &mut Model, revision: u64, result: Result<Saved, String>, now: &Now) -> Vec<Job> {
    let mine = model.open.as_mut().filter(|open| open.first <= revision);
    match result {
        Ok(Saved { path, name, aside }) => {
            if let Some(open) = mine {
                open.saving = false;
                open.saved = open.saved.max(revision);
                open.path = Some(path);
                open.on_disk = true;
                open.draft.name = name;
            }
            if let Some(aside) = aside.filter(|_| model.leaving == Leaving::No) {
                model.complain(format!(
                    "Another program had changed the draft. Yours is saved; that version is kept \
                     in {}.",
                    aside.display()
                ));
            }
            if model.leaving == Leaving::AfterSave {
                let jobs = super::save(model, now);
                if jobs.is_empty() {
                    model.leaving = Leaving::Now;
                }
                return jobs;
            }
            if model.suspending != Suspending::No {
                // What was typed while this was saved is saved as well before one stops.
                return super::save(model, now);
            }
        }
        Err(message) => {
            if let Some(open) = mine {
                open.saving = false;
            }
            if model.leaving == Leaving::AfterSave && model.is_alone {
                model.lost = Some(message);
                model.leaving = Leaving::Now;
            } else if model.leaving == Leaving::AfterSave {
                model.leaving = Leaving::No;
                model.overlays.push(Overlay::Confirm(Confirm {
                    text: format!("{message} Leave without saving?"),
                    then: Consequence::LeaveUnsaved,
                }));
            } else {
                model.complain(message);
            }
        }
    }
    Vec::new()
}

/// What was typed meanwhile counts more.
fn complete(model: &mut Model, typed: &str, completion: Completion) {
    let Some(Overlay::Prompt { editor, choices, .. }) = model.overlays.last_mut() else { return };
    if editor.text() != typed {
        return;
    }
    if completion.text != typed {
        **editor = Editor::new(&editor.key, &completion.text, false);
    }
    if completion.choices.is_empty() {
        model.say("no folder and no draft begins so");
    } else {
        *choices = if completion.choices.len() > 1 { completion.choices } else { Vec::new() };
    }
}

fn exported(model: &mut Model, result: Result<super::super::msg::Exported, ExportFailed>) {
    model.busy = None;
    match result {
        Ok(exported) => {
            if exported.written {
                model.say("written");
            }
            if let Some(open) = &mut model.open {
                open.export.result = Some(exported);
                open.export.scroll = 0;
            }
        }
        Err(failed) if failed.exists => {
            let text = format!("{} Replace what conncert wrote there?", failed.message);
            let then = Consequence::ReplaceExport;
            model.overlays.push(Overlay::Confirm(Confirm { text, then }));
        }
        Err(failed) => model.complain(failed.message),
    }
}
