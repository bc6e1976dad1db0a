//! How the wizard changes: a message in, jobs out. No input, no output, no clock.

pub(crate) use home::{Row as HomeRow, draft_of, rows as home_rows};
pub(crate) use texts::unwritten;

mod burst;
mod drafts;
mod form;
mod home;
mod look;
mod mending;
mod mouse;
mod outside;
mod overlays;
mod palette;
mod replies;
mod selection;
mod suspend;
mod texts;
mod work;

use std::sync::Arc;

use crossterm::event::{Event, KeyCode, KeyEventKind};

use super::history::Writing;
use super::keymap;
use super::model::{Focus, Leaving, Model, Open, Page};
use super::msg::{Edit, Intent, Job, Msg, Now};
use super::overlay::Overlay;
use super::picture::Shown;
use super::review;
use super::way::Way;

/// Milliseconds without typing after which a draft is saved.
const PAUSE: u64 = 1_000;
/// Milliseconds after which a save that found another one under way tries again.
const AGAIN: u64 = 50;
/// Milliseconds for which a folder has to be quiet before it is read again: an editor writes in
/// several steps.
const QUIET: u64 = 150;

/// Takes a message.
pub(crate) fn handle(model: &mut Model, msg: Msg, now: &Now) -> Vec<Job> {
    match msg {
        Msg::Event(Event::Key(key)) => {
            if key.code == KeyCode::Esc
                && key.kind != KeyEventKind::Release
                && let Some(jobs) = work::cancel(model)
            {
                return jobs;
            }
            let pasted = burst::is_pasted(model, &key, now);
            let closes = matches!(key.code, KeyCode::Enter | KeyCode::Esc);
            if !closes && matches!(model.overlays.last(), Some(Overlay::Message { .. })) {
                // A message may come while one types: nothing typed is lost to it.
                model.overlays.pop();
            }
            match keymap::intent(model, key) {
                _ if pasted => match burst::as_text(&key, is_typing(model)) {
                    Some(text) => update(model, text, now),
                    None => Vec::new(),
                },
                Some(intent) => {
                    model.status = None;
                    update(model, intent, now)
                }
                None => Vec::new(),
            }
        }
        Msg::Event(Event::Paste(text)) if is_typing(model) => {
            update(model, Intent::Edit(Edit::Paste(text)), now)
        }
        Msg::Event(Event::Resize(width, height)) => {
            model.size = (width, height);
            Vec::new()
        }
        Msg::Event(Event::Mouse(event)) => mouse::handle(model, event, now),
        Msg::Came(event, _) => handle(model, Msg::Event(event), now),
        // What a wake means is seen to by who has the terminal.
        Msg::Event(_) | Msg::Woken => Vec::new(),
        Msg::InputLost => {
            model.is_alone = true;
            end(model, now)
        }
        Msg::Terminate => end(model, now),
        Msg::Suspend => suspend::told(model, now),
        Msg::Began(doing) => {
            model.works.begin(doing, now.millis);
            Vec::new()
        }
        Msg::Rests(hand) => {
            model.works.rest(hand);
            Vec::new()
        }
        Msg::FilesTouched => {
            if let Some(open) = &mut model.open {
                open.look_due = Some(now.millis + QUIET);
            }
            Vec::new()
        }
        Msg::WorkerLost => {
            model.complain("a bug: conncert cannot read or save any more; leave and start again");
            if model.leaving == Leaving::AfterSave {
                model.leaving = Leaving::Now;
            }
            Vec::new()
        }
        Msg::Done(done) => replies::receive(model, done, now),
    }
}

fn is_typing(model: &Model) -> bool {
    keymap::place(model).is_typing()
}

/// Carries out an intent where it was meant.
pub(crate) fn update(model: &mut Model, intent: Intent, now: &Now) -> Vec<Job> {
    match intent {
        Intent::Leave if texts::asks_before_leaving(model) => return Vec::new(),
        Intent::Leave => return leave(model, now),
        Intent::Help => {
            overlays::toggle_help(model);
            return Vec::new();
        }
        Intent::Palette => {
            palette::open(model);
            return Vec::new();
        }
        Intent::Icon => {
            match &model.open {
                Some(open) => {
                    let shown = Box::new(Shown::of(open));
                    model.overlays.push(Overlay::Icon(shown));
                }
                None => model.say("open a connector or a draft first"),
            }
            return Vec::new();
        }
        Intent::Tour => {
            model.overlays.push(Overlay::Tour { scroll: 0 });
            return Vec::new();
        }
        Intent::Mouse => {
            look::switch_mouse(model);
            return Vec::new();
        }
        Intent::Ascii => {
            look::switch_ascii(model);
            return Vec::new();
        }
        Intent::KeepLook => return look::keep(model),
        Intent::Way => {
            show_way(model, now);
            return Vec::new();
        }
        Intent::Save => {
            let jobs = save(model, now);
            if jobs.is_empty() {
                model.say("saved");
            }
            return jobs;
        }
        Intent::OpenEditor | Intent::OpenLink => return outside::update(model, &intent, now),
        Intent::Suspend => return suspend::asked(model, now),
        Intent::Import if model.overlays.is_empty() => return drafts::import(model),
        _ => {}
    }
    if !model.overlays.is_empty() {
        return overlays::update(model, intent, now);
    }
    match (model.page, model.focus) {
        (Page::Home, _) => home::update(model, &intent, now),
        (_, Focus::Journey) => journey(model, &intent, now),
        (Page::Step(_), Focus::Page) => form::update(model, intent, now),
        (Page::Review, Focus::Page) => review_page(model, &intent, now),
        (Page::Export, Focus::Page) => export_page(model, intent, now),
    }
}

/// Shows how far one is, from the first task that is not done.
fn show_way(model: &mut Model, now: &Now) {
    let Some(open) = &model.open else {
        model.say("open a connector or a draft first");
        return;
    };
    match Way::of(open, now.today) {
        Some(way) => {
            let cursor = way.start();
            model.overlays.push(Overlay::Way { way: Box::new(way), cursor });
        }
        None => model.say("still checking"),
    }
}

/// What is due without any message: the save after a pause.
pub(crate) fn tick(model: &mut Model, now: &Now) -> Vec<Job> {
    model.works.tick(now.millis);
    let is_due = |due: Option<u64>| due.is_some_and(|due| due <= now.millis);
    let Some(open) = &mut model.open else { return Vec::new() };
    let mut jobs = Vec::new();
    if is_due(open.look_due) && open.writing == Writing::No {
        open.look_due = None;
        jobs.extend(read_again(open));
    }
    if is_due(open.save_due) {
        jobs.extend(save(model, now));
    }
    jobs
}

/// When `tick` wants to be called, in milliseconds.
pub(crate) fn deadline(model: &Model) -> Option<u64> {
    let works = model.works.deadline();
    let Some(open) = &model.open else { return works };
    let look = open.look_due.filter(|_| open.writing == Writing::No);
    open.save_due.into_iter().chain(look).chain(works).min()
}

/// Saves what is not saved.
fn save(model: &mut Model, now: &Now) -> Vec<Job> {
    let page = model.page;
    let Some(open) = &mut model.open else { return Vec::new() };
    open.save_due = None;
    let step = match page {
        Page::Step(index) => crate::steps::STEPS.get(index).map(|step| step.id.to_owned()),
        Page::Review => Some("review".to_owned()),
        Page::Export => Some("export".to_owned()),
        Page::Home => open.draft.step.clone(),
    };
    let moved = step != open.draft.step;
    if open.saving {
        // One at a time: the first gives the draft its file.
        open.save_due = Some(now.millis + AGAIN);
        return Vec::new();
    }
    if open.draft.is_read_only() || !(open.is_dirty() || moved && open.on_disk) {
        return Vec::new();
    }
    if !open.on_disk {
        // Whoever answers in a folder means that folder.
        Arc::make_mut(&mut open.answers).confirm("connector.folder");
    }
    open.saving = true;
    open.draft.step = step;
    open.draft.answers = (*open.answers).clone();
    open.draft.updated = Some(now.timestamp);
    vec![Job::Save {
        revision: open.revision,
        draft: Box::new((*open.draft).clone()),
        path: open.path.clone(),
    }]
}

/// Saves, then ends.
fn leave(model: &mut Model, now: &Now) -> Vec<Job> {
    if model.leaving == Leaving::AfterSave {
        // Asked twice: do not wait for a disk that does not answer.
        model.leaving = Leaving::Now;
        return Vec::new();
    }
    let jobs = save(model, now);
    model.leaving = if jobs.is_empty() && !model.open.as_ref().is_some_and(waits_for_save) {
        Leaving::Now
    } else {
        Leaving::AfterSave
    };
    jobs
}

/// The same where nobody asks for it: a terminal that vanishes says so in several ways at once, and
/// none of them may cut the save short.
fn end(model: &mut Model, now: &Now) -> Vec<Job> {
    if model.leaving == Leaving::AfterSave { Vec::new() } else { leave(model, now) }
}

fn waits_for_save(open: &Open) -> bool {
    (open.is_dirty() || open.saving) && !open.draft.is_read_only()
}

/// Asks for a check of what is known now.
fn check(open: &Open, now: &Now) -> Job {
    Job::Check {
        revision: open.revision,
        submission: open.submission(),
        settings: open.settings(now.today),
    }
}

/// Goes to a page, at its first field; saves on the way.
fn go_to(model: &mut Model, page: Page, now: &Now) -> Vec<Job> {
    let mut jobs = form::leave_field(model);
    model.page = page;
    model.focus = Focus::Page;
    model.journey = page.index();
    if let Some(open) = &mut model.open {
        open.field = 0;
    }
    form::enter_field(model);
    jobs.extend(save(model, now));
    match page {
        Page::Export => {
            // What is packed may have been exported again meanwhile.
            let packed = model.open.as_ref().filter(|open| open.solutions.is_some());
            jobs.extend(packed.and_then(read_again));
            jobs.extend(preview(model, now));
        }
        Page::Home => jobs.push(Job::List),
        // Files may have been mended in an editor meanwhile.
        Page::Review => jobs.extend(model.open.as_ref().and_then(read_again)),
        Page::Step(_) => {}
    }
    jobs
}

/// Reads the connector's folder once more.
fn read_again(open: &Open) -> Option<Job> {
    let sources = open.sources_read.clone();
    (!sources.folder.is_empty()).then(|| Job::Read { sources, draft: open.path.clone() })
}

fn turn_page(model: &mut Model, forward: bool, now: &Now) -> Vec<Job> {
    let index = model.page.index();
    let last = Page::Export.index();
    match (forward, index) {
        (true, index) if index < last => go_to(model, Page::at(index + 1), now),
        (false, index) if index > 0 => go_to(model, Page::at(index - 1), now),
        _ => Vec::new(),
    }
}

fn journey(model: &mut Model, intent: &Intent, now: &Now) -> Vec<Job> {
    let last = Page::Export.index();
    match intent {
        Intent::Down => model.journey = (model.journey + 1).min(last),
        Intent::Up => model.journey = model.journey.saturating_sub(1),
        Intent::First | Intent::PageUp => model.journey = 0,
        Intent::Last | Intent::PageDown => model.journey = last,
        Intent::Next | Intent::Previous => {
            model.focus = Focus::Page;
            form::enter_field(model);
        }
        Intent::Accept => return go_to(model, Page::at(model.journey), now),
        Intent::Review => return go_to(model, Page::Review, now),
        Intent::Export => return go_to(model, Page::Export, now),
        Intent::Undo => return form::undo(model, now),
        Intent::Redo => return form::redo(model, now),
        Intent::Back => return go_to(model, Page::Home, now),
        _ => {}
    }
    Vec::new()
}

fn to_journey(model: &mut Model) -> Vec<Job> {
    let jobs = form::leave_field(model);
    model.focus = Focus::Journey;
    model.journey = model.page.index();
    jobs
}

fn review_page(model: &mut Model, intent: &Intent, now: &Now) -> Vec<Job> {
    let Some(open) = &mut model.open else { return Vec::new() };
    let rows = review::rows(open);
    let stops: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].is_stop()).collect();
    let at = stops.iter().position(|stop| *stop >= open.review_cursor);
    let at = at.unwrap_or(stops.len().saturating_sub(1));
    let mut jump = |to: usize| {
        open.review_cursor = stops.get(to).or(stops.last()).copied().unwrap_or_default();
    };
    match intent {
        Intent::Down => jump(at + 1),
        Intent::Up => jump(at.saturating_sub(1)),
        Intent::PageDown => jump(at + 10),
        Intent::PageUp => jump(at.saturating_sub(10)),
        Intent::First => jump(0),
        Intent::Last => jump(usize::MAX),
        Intent::Accept => {
            let row = stops.get(at).and_then(|stop| rows.get(*stop));
            return overlays::open_row(model, row, now);
        }
        Intent::WriteBack => {
            let Some(connector) = open.connector.clone() else {
                model.complain("there are no files yet: give the folder at the step Connector");
                return Vec::new();
            };
            let answers = Arc::clone(&open.answers);
            return vec![Job::Plan { answers, connector, settings: open.settings(now.today) }];
        }
        Intent::Mend | Intent::SetAside | Intent::Copy => {
            let row = stops.get(at).and_then(|stop| rows.get(*stop));
            let Some(&review::Row::Finding { index, .. }) = row else {
                model.say("stand on a finding first");
                return Vec::new();
            };
            return mending::at_finding(model, intent, index, now);
        }
        Intent::Filter => {
            let editor = Box::new(super::field::Editor::new("review.filter", &open.filter, false));
            model.overlays.push(Overlay::Filter { editor });
        }
        Intent::Group => {
            open.by_place = !open.by_place;
            open.review_cursor = 0;
            let by_place = open.by_place;
            model.say(if by_place { "by file and line" } else { "by level and rule" });
        }
        Intent::MendAll => return mending::all(model, now),
        Intent::Texts => {
            let row = stops.get(at).and_then(|stop| rows.get(*stop));
            return texts::ask(model, row, now);
        }
        Intent::Export => return go_to(model, Page::Export, now),
        Intent::Undo => return form::undo(model, now),
        Intent::Redo => return form::redo(model, now),
        Intent::Back => return to_journey(model),
        _ => {}
    }
    Vec::new()
}

fn export_page(model: &mut Model, intent: Intent, now: &Now) -> Vec<Job> {
    let Some(open) = &mut model.open else { return Vec::new() };
    let is_move = !matches!(
        intent,
        Intent::Back | Intent::Review | Intent::Undo | Intent::Redo | Intent::Edit(_)
    );
    if open.export.is_written() && overlays::scrolls(&intent) {
        overlays::scroll_by(&mut open.export.scroll, &intent);
        return Vec::new();
    }
    if open.export.is_written() && is_move {
        // What was written has been read: back to the form.
        open.export.result = None;
        return preview(model, now);
    }
    match intent {
        Intent::Edit(edit) if open.export.cursor == 0 => {
            open.export.target.edit(&edit);
        }
        Intent::Next | Intent::Down => open.export.cursor = (open.export.cursor + 1).min(2),
        Intent::Previous | Intent::Up => {
            open.export.cursor = open.export.cursor.saturating_sub(1);
        }
        Intent::Toggle if open.export.cursor == 1 => {
            open.export.incomplete = !open.export.incomplete;
            return preview(model, now);
        }
        Intent::Accept | Intent::Toggle => return export(model, now, false, false),
        Intent::PageUp => return turn_page(model, false, now),
        Intent::Review => return go_to(model, Page::Review, now),
        Intent::Undo => return form::undo(model, now),
        Intent::Redo => return form::redo(model, now),
        Intent::Back => return to_journey(model),
        _ => {}
    }
    Vec::new()
}

fn preview(model: &mut Model, now: &Now) -> Vec<Job> {
    if let Some(open) = &mut model.open
        && open.export.target.text().trim().is_empty()
    {
        open.export.target =
            super::field::Editor::new("export.target", &review::target(open), false);
    }
    export(model, now, true, false)
}

/// Exports, or says what would be exported.
fn export(model: &mut Model, now: &Now, preview: bool, force: bool) -> Vec<Job> {
    let Some(open) = &model.open else { return Vec::new() };
    let target = open.export.target.text().trim().to_owned();
    if target.is_empty() && !preview {
        model.complain("say where to write");
        return Vec::new();
    }
    let job = super::msg::ExportJob {
        submission: open.submission(),
        settings: open.settings(now.today),
        target: target.into(),
        incomplete: open.export.incomplete,
        force,
        preview,
    };
    if !preview {
        model.busy = Some("writing…");
    }
    vec![Job::Export(Box::new(job))]
}
