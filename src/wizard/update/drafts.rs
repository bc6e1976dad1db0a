//! Several drafts: searched, sorted, named, copied, put away and compared at home; answers imported
//! from another one, as one step of the history.

use std::path::{Path, PathBuf};

use super::super::drafts::{
    Comparison, Desk, DraftDone, DraftJob, Import, Pick, Purpose, listed, offered,
};
use super::super::field::Editor;
use super::super::model::{Model, Page};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::Overlay;
use super::{form, home, overlays, save, waits_for_save};
use crate::draft::compare::compare;
use crate::format::plural;
use crate::source::text::printable;
use crate::steps::carry::{borrow, loans};
use crate::store::Listed;

/// Carries out an intent about drafts at home.
pub(super) fn at_home(model: &mut Model, intent: &Intent, now: &Now) -> Vec<Job> {
    match intent {
        Intent::Search => {
            let editor = Box::new(Editor::new("home.search", &model.shelf.typed, false));
            put(model, Desk::Search { editor });
        }
        Intent::Sort => {
            let selected = home::selected(model).map(|listed| listed.path.clone());
            model.shelf.order = model.shelf.order.next();
            model.say(model.shelf.order.says());
            stand_on(model, selected.as_deref());
        }
        Intent::Archived => show_archive(model),
        Intent::Rename => {
            let Some(found) = readable(model) else { return Vec::new() };
            let (path, name) = (found.path.clone(), found.name.clone());
            let editor = Box::new(Editor::new("home.rename", &name, false));
            put(model, Desk::Rename { path, editor });
        }
        Intent::Duplicate => {
            let Some(path) = readable(model).map(|found| found.path.clone()) else {
                return Vec::new();
            };
            let mut jobs = save(model, now);
            jobs.push(Job::Drafts(DraftJob::Duplicate(path)));
            return jobs;
        }
        Intent::Archive => return archive(model, now),
        Intent::Compare => {
            let Some(own) = readable(model).map(|found| found.path.clone()) else {
                return Vec::new();
            };
            pick(model, Purpose::Compare, Some(own));
        }
        _ => {}
    }
    Vec::new()
}

/// The draft in focus, unless it cannot be read; says so.
fn readable(model: &mut Model) -> Option<&Listed> {
    let is_readable = home::selected(model).map(|found| found.error.is_none());
    match is_readable {
        Some(true) => home::selected(model),
        Some(false) => {
            model.complain("this draft cannot be read; mend it first");
            None
        }
        None => {
            model.say("stand on a draft first");
            None
        }
    }
}

fn put(model: &mut Model, desk: Desk) {
    model.overlays.push(Overlay::Desk(Box::new(desk)));
}

/// Home lists the drafts that were put away, or the others again.
fn show_archive(model: &mut Model) {
    let is_empty = model.home.as_ref().is_none_or(|home| home.archived.is_empty());
    if !model.shelf.archive && is_empty {
        model.say("no draft was put away");
        return;
    }
    model.shelf.archive = !model.shelf.archive;
    model.home_cursor = 0;
}

/// Puts the draft in focus away, or brings it back.
fn archive(model: &mut Model, now: &Now) -> Vec<Job> {
    let Some((path, away)) = readable(model).map(|found| (found.path.clone(), !found.archived))
    else {
        return Vec::new();
    };
    let mut jobs = save(model, now);
    if let Some(open) = model.open.as_mut().filter(|open| open.path.as_ref() == Some(&path)) {
        // Whatever is saved from now on says so too.
        open.draft.archived = away;
    }
    jobs.push(Job::Drafts(DraftJob::Archive { path, away }));
    jobs
}

/// Asks which draft to take answers from.
pub(super) fn import(model: &mut Model) -> Vec<Job> {
    let Some(open) = &model.open else {
        model.say("open a connector or a draft first");
        return Vec::new();
    };
    let (first, own) = (open.first, open.path.clone());
    pick(model, Purpose::Import(first), own);
    // Home may never have been read, or is of yesterday.
    vec![Job::List]
}

fn pick(model: &mut Model, purpose: Purpose, own: Option<PathBuf>) {
    let editor = Box::new(Editor::new("drafts.pick", "", false));
    put(model, Desk::Pick(Pick { purpose, own, editor, cursor: 0 }));
}

/// Carries out an intent in what lies over a page about drafts.
pub(super) fn update(model: &mut Model, intent: &Intent, now: &Now) -> Vec<Job> {
    if *intent == Intent::Accept {
        return accept(model, now);
    }
    let offers = match model.overlays.last() {
        Some(Overlay::Desk(desk)) => match &**desk {
            Desk::Pick(pick) => offered(model, pick).len(),
            _ => 0,
        },
        _ => return Vec::new(),
    };
    let Some(Overlay::Desk(desk)) = model.overlays.last_mut() else { return Vec::new() };
    match (&mut **desk, intent) {
        (Desk::Search { editor }, Intent::Edit(edit)) => {
            editor.edit(edit);
            // The list follows while one types.
            model.shelf.typed = editor.text();
            model.home_cursor = 0;
        }
        (Desk::Rename { editor, .. }, Intent::Edit(edit)) => {
            editor.edit(edit);
        }
        (Desk::Pick(pick), Intent::Edit(edit)) => {
            pick.editor.edit(edit);
            pick.cursor = 0;
        }
        (Desk::Pick(pick), intent) => {
            move_by(&mut pick.cursor, intent, offers);
        }
        (Desk::Compared(comparison), Intent::Toggle) => {
            comparison.unfolded = !comparison.unfolded;
        }
        (Desk::Compared(comparison), intent) => {
            overlays::scroll_by(&mut comparison.scroll, intent);
        }
        (Desk::Import(import), Intent::Toggle) => {
            if let Some((_, taken)) = import.loans.get_mut(import.cursor) {
                *taken = !*taken;
            }
        }
        (Desk::Import(import), Intent::All | Intent::None) => {
            for (_, taken) in &mut import.loans {
                *taken = *intent == Intent::All;
            }
        }
        (Desk::Import(import), intent) => {
            let count = import.loans.len();
            move_by(&mut import.cursor, intent, count);
        }
        _ => {}
    }
    Vec::new()
}

fn move_by(cursor: &mut usize, intent: &Intent, count: usize) {
    if *intent == Intent::Last {
        *cursor = usize::MAX;
    } else {
        overlays::scroll_by(cursor, intent);
    }
    *cursor = (*cursor).min(count.saturating_sub(1));
}

fn accept(model: &mut Model, now: &Now) -> Vec<Job> {
    let Some(Overlay::Desk(desk)) = model.overlays.pop() else { return Vec::new() };
    match *desk {
        Desk::Search { .. } | Desk::Compared(_) => Vec::new(),
        Desk::Rename { path, editor } => {
            let name = editor.text();
            let before = model.home.as_ref().and_then(|home| listed(home, &path));
            if before.is_some_and(|before| before.name == name.trim()) {
                return Vec::new();
            }
            let mut jobs = save(model, now);
            jobs.push(Job::Drafts(DraftJob::Rename { path, name }));
            jobs
        }
        Desk::Pick(pick) => {
            let chosen = offered(model, &pick).get(pick.cursor).map(|found| found.path.clone());
            let Some(chosen) = chosen else {
                put(model, Desk::Pick(pick));
                model.say("no draft of that name");
                return Vec::new();
            };
            let paths = match pick.purpose {
                Purpose::Compare => pick.own.into_iter().chain([chosen]).collect(),
                Purpose::Import(_) => vec![chosen],
            };
            vec![Job::Drafts(DraftJob::Fetch { paths, purpose: pick.purpose })]
        }
        Desk::Import(import) => take(model, &import, now),
    }
}

/// Takes the answers that are ticked, as one step of the history.
fn take(model: &mut Model, import: &Import, now: &Now) -> Vec<Job> {
    let Some(open) = model.open.as_mut().filter(|open| open.first == import.into) else {
        return Vec::new();
    };
    open.last_edit = None;
    let count = import.taken().count();
    if count == 0 {
        model.say("nothing was taken");
        return Vec::new();
    }
    // The publisher type decides what else the files can tell.
    let key = "publisher.type";
    let has_type = import.taken().any(|loan| loan.question.key == key);
    let key = if has_type { key } else { "drafts.import" };
    let jobs = form::change(model, key, now, |answers| borrow(answers, import.taken()));
    let fields = model.fields().len();
    if let Some(open) = &mut model.open {
        // What is typed next is a step of its own.
        open.last_edit = None;
        open.field = open.field.min(fields.saturating_sub(1));
    }
    form::enter_field(model);
    model.say(format!("{} taken; ctrl+z undoes", plural(count, "answer", "answers")));
    jobs
}

/// Takes a reply of the worker.
pub(super) fn receive(model: &mut Model, done: DraftDone) -> Vec<Job> {
    match done {
        DraftDone::Held(Ok(())) => {}
        DraftDone::Held(Err(message))
        | DraftDone::Duplicated(Err(message))
        | DraftDone::Fetched { result: Err(message), .. } => model.complain(message),
        DraftDone::Renamed { path, name, result } => match result {
            Ok(name) => {
                if let Some(open) = &mut model.open
                    && open.path.as_ref() == Some(&path)
                {
                    open.draft.name = name;
                }
                model.say("renamed");
                return vec![Job::List];
            }
            Err(message) => {
                // What was typed is there again, to be typed otherwise.
                let editor = Box::new(Editor::new("home.rename", &name, false));
                put(model, Desk::Rename { path, editor });
                model.overlays.push(Overlay::Message { text: message });
            }
        },
        DraftDone::Duplicated(Ok(name)) => {
            model.say(format!("copied as “{}”", printable(&name)));
            return vec![Job::List];
        }
        DraftDone::Archived { path, away, result } => return archived(model, &path, away, result),
        DraftDone::Fetched { purpose, result: Ok(lent) } => {
            let mut lent = lent.into_iter();
            match (purpose, lent.next(), lent.next()) {
                (Purpose::Compare, Some(first), Some(second)) => {
                    let pairs = compare(&first.answers, &second.answers);
                    put(
                        model,
                        Desk::Compared(Comparison {
                            names: [first.name, second.name],
                            pairs,
                            unfolded: false,
                            scroll: 0,
                        }),
                    );
                }
                (Purpose::Import(into), Some(from), _) => {
                    let Some(open) = model.open.as_ref().filter(|open| open.first == into) else {
                        return Vec::new();
                    };
                    let loans = loans(&open.answers, &from.answers);
                    if loans.is_empty() {
                        model.complain(format!(
                            "There is nothing to take: “{}” has no answer of the publisher that \
                             this draft lacks. What belongs to one connector stays there.",
                            printable(&from.name)
                        ));
                        return Vec::new();
                    }
                    put(model, Desk::Import(Import::new(from.name, into, loans)));
                }
                _ => {}
            }
        }
    }
    Vec::new()
}

fn archived(model: &mut Model, path: &Path, away: bool, result: Result<(), String>) -> Vec<Job> {
    let is_open = |open: &super::Open| open.path.as_deref() == Some(path);
    match result {
        Ok(()) => {
            model.say(if away { "put away; A shows it" } else { "brought back" });
            let is_done = |open: &super::Open| is_open(open) && !waits_for_save(open);
            if away && model.page == Page::Home && model.open.as_ref().is_some_and(is_done) {
                model.close();
                return vec![Job::Drafts(DraftJob::Hold(None)), Job::List];
            }
            return vec![Job::List];
        }
        Err(message) => {
            if let Some(open) = model.open.as_mut().filter(|open| is_open(open)) {
                open.draft.archived = !away;
            }
            model.complain(message);
        }
    }
    Vec::new()
}

/// The locks of all drafts but the one that is open are given back.
pub(super) fn hold(model: &Model) -> Job {
    let path = model.open.as_ref().and_then(|open| open.path.clone());
    Job::Drafts(DraftJob::Hold(path))
}

/// Puts the cursor of home on a draft, where it is listed; else it stays in reach.
pub(super) fn stand_on(model: &mut Model, path: Option<&Path>) {
    let rows = home::rows(model);
    let at = rows.iter().position(|row| {
        path.is_some() && home::draft_of(model, row).map(|found| found.path.as_path()) == path
    });
    model.home_cursor = at.unwrap_or(model.home_cursor).min(rows.len().saturating_sub(1));
}

/// One level out at home: from the words that are searched for, from those put away.
pub(super) fn back(model: &mut Model) -> bool {
    let selected = home::selected(model).map(|found| found.path.clone());
    if !model.shelf.typed.trim().is_empty() {
        model.shelf.typed.clear();
    } else if model.shelf.archive {
        model.shelf.archive = false;
    } else {
        return false;
    }
    stand_on(model, selected.as_deref());
    true
}
