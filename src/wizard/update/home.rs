//! The home page: drafts, a new one, a folder.

use std::path::PathBuf;

use super::super::field::Editor;
use super::super::model::{Model, Open};
use super::super::msg::{Intent, Job, Now, Opened};
use super::super::overlay::{Confirm, Consequence, Overlay};
use super::{Page, drafts, form, go_to, save};
use crate::draft::Draft;
use crate::store::{Listed, arranged};

/// A row of the home page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    /// The working folder is a connector.
    Offered(PathBuf),
    /// A draft, by its place in the list.
    Draft(usize),
    /// A draft that was put away, by its place among those.
    Archived(usize),
    OpenFolder,
    New,
}

/// The rows, in order.
pub(crate) fn rows(model: &Model) -> Vec<Row> {
    let Some(home) = &model.home else { return Vec::new() };
    let shelf = &model.shelf;
    let arranged = |drafts| arranged(drafts, &shelf.typed, shelf.order).into_iter();
    if shelf.archive {
        return arranged(&home.archived).map(Row::Archived).collect();
    }
    let mut rows = Vec::new();
    if shelf.typed.trim().is_empty() {
        rows.extend(home.offered.clone().map(Row::Offered));
    }
    rows.extend(arranged(&home.drafts).map(Row::Draft));
    rows.extend([Row::OpenFolder, Row::New]);
    rows
}

/// The draft that a row stands for, if it does.
pub(crate) fn draft_of<'a>(model: &'a Model, row: &Row) -> Option<&'a Listed> {
    let home = model.home.as_ref()?;
    match row {
        Row::Draft(index) => home.drafts.get(*index),
        Row::Archived(index) => home.archived.get(*index),
        Row::Offered(_) | Row::OpenFolder | Row::New => None,
    }
}

/// The draft in focus.
pub(super) fn selected(model: &Model) -> Option<&Listed> {
    draft_of(model, rows(model).get(model.home_cursor)?)
}

/// Carries out an intent at home.
pub(super) fn update(model: &mut Model, intent: &Intent, now: &Now) -> Vec<Job> {
    let rows = rows(model);
    let last = rows.len().saturating_sub(1);
    let row = rows.get(model.home_cursor).cloned();
    match intent {
        Intent::Down => model.home_cursor = (model.home_cursor + 1).min(last),
        Intent::Up => model.home_cursor = model.home_cursor.saturating_sub(1),
        Intent::PageDown => model.home_cursor = (model.home_cursor + 10).min(last),
        Intent::PageUp => model.home_cursor = model.home_cursor.saturating_sub(10),
        Intent::First => model.home_cursor = 0,
        Intent::Last => model.home_cursor = last,
        Intent::New => return new(model, now),
        Intent::OpenFolder => ask_folder(model),
        Intent::Restore => {
            if model.home.as_ref().is_some_and(|home| home.trashed.is_empty()) {
                model.say("the trash is empty");
            } else {
                model.overlays.push(Overlay::Trash { cursor: 0 });
            }
        }
        Intent::Delete => {
            if let Some(listed) = selected(model) {
                let text = format!("Move the draft “{}” to the trash?", listed.name);
                let then = Consequence::Trash(listed.path.clone());
                model.overlays.push(Overlay::Confirm(Confirm { text, then }));
            }
        }
        Intent::Accept => match row {
            Some(Row::Offered(folder)) => return open(model, folder, now),
            Some(row @ (Row::Draft(_) | Row::Archived(_))) => {
                if let Some(path) = draft_of(model, &row).map(|listed| listed.path.clone()) {
                    return open(model, path, now);
                }
            }
            Some(Row::OpenFolder) => ask_folder(model),
            Some(Row::New) => return new(model, now),
            None => {}
        },
        Intent::Back if drafts::back(model) => {}
        Intent::Back if model.open.is_some() => {
            let step = model.journey;
            return go_to(model, Page::at(step), now);
        }
        _ => return drafts::at_home(model, intent, now),
    }
    Vec::new()
}

fn ask_folder(model: &mut Model) {
    model.overlays.push(Overlay::Prompt {
        title: "Which folder holds the connector, or which file the draft?",
        editor: Box::new(Editor::new("home.folder", "", false)),
        choices: Vec::new(),
    });
}

/// Opens a folder or a draft; what is open is saved before.
pub(super) fn open(model: &mut Model, path: PathBuf, now: &Now) -> Vec<Job> {
    let same = |open: &Open| open.path.as_ref() == Some(&path);
    if model.open.as_ref().is_some_and(same) {
        let step = model.journey;
        return go_to(model, Page::at(step), now);
    }
    let mut jobs = save(model, now);
    model.busy = Some("reading…");
    jobs.push(Job::Open(path));
    jobs
}

fn new(model: &mut Model, now: &Now) -> Vec<Job> {
    let mut jobs = save(model, now);
    model.put(Opened {
        draft: Box::new(Draft::new("")),
        path: None,
        connector: None,
        previous: None,
        solutions: None,
        problem: None,
    });
    jobs.extend(go_to(model, Page::Step(0), now));
    form::enter_field(model);
    jobs.push(drafts::hold(model));
    jobs.extend(model.open.as_ref().map(|open| super::check(open, now)));
    jobs
}
