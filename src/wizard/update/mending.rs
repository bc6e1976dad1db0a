//! Mends in place: one finding or all safe ones as a diff, what is taken of them, exceptions; and
//! the writing, back and forth in one history with the answers.

use std::path::PathBuf;

use super::super::field::Editor;
use super::super::history::{Past, Way, Writing};
use super::super::mending::{Key, Mended, Mending, Wanted};
use super::super::model::{Errand, Model};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::Overlay;
use super::super::view::short_place;
use crate::connector::files::{Body, Role};
use crate::fix::{Change, Origin};
use crate::format::{plural, visible};
use crate::rule::FIRM;
use crate::settings::exceptions;

/// Carries out an intent about one finding.
pub(super) fn at_finding(model: &mut Model, intent: &Intent, index: usize, now: &Now) -> Vec<Job> {
    match intent {
        Intent::Mend => return one(model, index, now),
        Intent::SetAside => ask_reason(model, index),
        Intent::Copy => copy(model, index),
        _ => {}
    }
    Vec::new()
}

/// Copies a finding as compilers write one.
fn copy(model: &mut Model, index: usize) {
    let Some(finding) = model.open.as_ref().and_then(|open| open.findings().get(index)) else {
        return;
    };
    let place = match (&finding.spot.file, finding.spot.range) {
        (Some(file), Some(range)) => format!("{file}:{}:{}: ", range.line, range.column),
        (Some(file), None) => format!("{file}: "),
        (None, _) => String::new(),
    };
    let (level, rule) = (finding.level.word(), finding.rule.id);
    let text = format!("{place}{level}[{rule}]: {}", finding.message);
    model.errand = Some(Errand::Copy(visible(&text).into_owned()));
    model.say("copied, where the terminal allows it");
}

/// Asks for the mend of one finding.
pub(super) fn one(model: &mut Model, index: usize, now: &Now) -> Vec<Job> {
    let Some(finding) = model.open.as_ref().and_then(|open| open.findings().get(index)) else {
        return Vec::new();
    };
    if finding.spot.answer.is_some() {
        model.say("an answer: enter leads to it");
        return Vec::new();
    }
    if finding.rule.fix.is_none() && crate::fix::wanted(finding).is_some() {
        // A text that only a person can write is asked for.
        return super::texts::begin(model, Some(index), now);
    }
    if finding.rule.fix.is_none() {
        model.complain(format!(
            "No program can mend this one: {} Enter shows the place and the reasons.",
            finding.message
        ));
        return Vec::new();
    }
    let wanted = Wanted::One(Key::of(finding));
    ask(model, wanted, now)
}

/// Asks for all safe mends.
pub(super) fn all(model: &mut Model, now: &Now) -> Vec<Job> {
    ask(model, Wanted::Safe { but: Vec::new() }, now)
}

fn ask(model: &mut Model, wanted: Wanted, now: &Now) -> Vec<Job> {
    let Some(open) = &model.open else { return Vec::new() };
    if open.connector.is_none() {
        model.complain("there are no files yet: give the folder at the step Connector");
        return Vec::new();
    }
    let job =
        Job::Mend { wanted, submission: open.submission(), settings: open.settings(now.today) };
    model.busy = Some("looking for mends…");
    vec![job]
}

/// Shows what the worker found.
pub(super) fn offered(model: &mut Model, mended: Mended) {
    model.busy = None;
    if let Some(Overlay::Mending(mends)) = model.overlays.last_mut() {
        mends.renew(mended, short_place);
        return;
    }
    if !mended.plan.changes.is_empty() {
        let mends = Mending::new(mended, short_place);
        model.overlays.push(Overlay::Mending(Box::new(mends)));
        return;
    }
    let reason = mended.plan.skipped.first().map(|skipped| skipped.reason.clone());
    match (mended.wanted, reason) {
        (_, Some(reason)) => model.complain(format!("This cannot be mended here: {reason}")),
        (Wanted::One(_), None) => {
            model.complain(
                "At this place only you can mend it: enter shows how, m asks for a missing text.",
            );
        }
        (Wanted::Safe { .. }, None) => model.say("nothing to mend without a person"),
    }
}

/// Carries out an intent among the offers; whether they are to be computed anew.
pub(super) fn choose(mends: &mut Mending, intent: &Intent) -> bool {
    let last = mends.offers.len().saturating_sub(1);
    let is_choice = mends.is_choice();
    let most = mends.lines.len().saturating_sub(1);
    match intent {
        Intent::Down if !is_choice => mends.scroll = (mends.scroll + 1).min(most),
        Intent::Up if !is_choice => mends.scroll = mends.scroll.saturating_sub(1),
        Intent::Down => (mends.cursor, mends.scroll) = ((mends.cursor + 1).min(last), 0),
        Intent::Up => (mends.cursor, mends.scroll) = (mends.cursor.saturating_sub(1), 0),
        Intent::First => (mends.cursor, mends.scroll) = (0, 0),
        Intent::Last => mends.cursor = last,
        Intent::PageDown => {
            mends.scroll = (mends.scroll + 10).min(most);
        }
        Intent::PageUp => mends.scroll = mends.scroll.saturating_sub(10),
        Intent::Toggle if is_choice => {
            if let Some(offer) = mends.offers.get_mut(mends.cursor) {
                offer.taken = !offer.taken;
                return true;
            }
        }
        Intent::All | Intent::None if is_choice => {
            let taken = *intent == Intent::All;
            mends.offers.iter_mut().for_each(|offer| offer.taken = taken);
            return true;
        }
        _ => {}
    }
    false
}

/// Asks for the plan of another choice.
pub(super) fn again(model: &mut Model, now: &Now) -> Vec<Job> {
    let wanted = match model.overlays.last_mut() {
        Some(Overlay::Mending(mends)) => mends.choose().clone(),
        _ => return Vec::new(),
    };
    ask(model, wanted, now)
}

/// The offers again, after the files were changed under them.
pub(super) fn renew(model: &mut Model, now: &Now) -> Vec<Job> {
    let wanted = match model.overlays.last_mut() {
        Some(Overlay::Mending(mends)) => {
            mends.waits = true;
            mends.wanted.clone()
        }
        _ => return Vec::new(),
    };
    ask(model, wanted, now)
}

/// Writes what was taken.
pub(super) fn accept(model: &mut Model, mends: Box<Mending>) -> Vec<Job> {
    if mends.waits {
        // What is shown is not yet what was chosen.
        model.overlays.push(Overlay::Mending(mends));
        model.say("still looking");
        return Vec::new();
    }
    if mends.plan.changes.is_empty() {
        model.say("nothing was taken, nothing is written");
        return Vec::new();
    }
    write(model, mends.plan.changes, Way::New)
}

/// Writes changes into the files.
pub(super) fn write(model: &mut Model, changes: Vec<Change>, way: Way) -> Vec<Job> {
    let Some(open) = &mut model.open else { return Vec::new() };
    let Some(connector) = &open.connector else { return Vec::new() };
    open.writing = Writing::Now;
    let folder = connector.folder().to_owned();
    model.busy = Some("writing…");
    vec![Job::WriteBack { changes, folder, way }]
}

/// Takes note of what was written, or why not, and looks at the files again.
pub(super) fn written(
    model: &mut Model,
    changes: &[Change],
    way: Way,
    result: Result<Vec<PathBuf>, String>,
) -> Vec<Job> {
    model.busy = None;
    let Some(open) = &mut model.open else { return Vec::new() };
    open.writing = Writing::No;
    match result {
        Ok(kept) => {
            let step = Past::Files(changes.iter().map(Change::reversed).collect());
            open.writing = Writing::Done;
            open.last_edit = None;
            match way {
                Way::New => {
                    open.undo.push(step);
                    open.redo.clear();
                }
                Way::Back => open.redo.push(step),
                Way::Forth => open.undo.push(step),
            }
            let files = plural(changes.len(), "file", "files");
            match (way, kept.first()) {
                (_, Some(kept)) => {
                    model.complain(format!("What was taken away is kept: {}", kept.display()));
                }
                (Way::New, None) => model.say(format!("written: {files}; ctrl+z undoes")),
                (Way::Back, None) => model.say(format!("undone in {files}")),
                (Way::Forth, None) => model.say(format!("done again in {files}")),
            }
        }
        Err(message) => model.complain(match way {
            Way::New => {
                format!("{message} The files are read again: the same key shows it anew.")
            }
            Way::Back => format!("Not undone: {message} This step is out of the history now."),
            Way::Forth => format!("Not done again: {message} This step is out of the history now."),
        }),
    }
    model.open.as_ref().and_then(super::read_again).into_iter().collect()
}

/// Asks why a finding shall be left alone.
pub(super) fn ask_reason(model: &mut Model, index: usize) {
    let Some(open) = &model.open else { return };
    let Some(finding) = open.findings().get(index) else { return };
    if FIRM.contains(&finding.rule.id) {
        model.complain(format!("{} cannot be set aside: it has to be mended.", finding.rule.id));
    } else if open.connector.is_none() {
        model.complain("there is no folder yet that a conncert.toml could stand in");
    } else {
        let editor = Box::new(Editor::new("exception.reason", "", false));
        model.overlays.push(Overlay::Reason { index, editor });
    }
}

/// Writes the exception.
pub(super) fn set_aside(model: &mut Model, index: usize, editor: Box<Editor>) -> Vec<Job> {
    let reason = editor.text();
    if reason.trim().is_empty() {
        model.overlays.push(Overlay::Reason { index, editor });
        model.complain("an exception needs a reason; say in a sentence why, or press esc");
        return Vec::new();
    }
    let Some(open) = &model.open else { return Vec::new() };
    let (Some(finding), Some(connector)) = (open.findings().get(index), &open.connector) else {
        return Vec::new();
    };
    let facts = connector.facts(Role::Settings);
    let before = facts.body.cloned().unwrap_or_default();
    let Some(text) = before.as_text() else {
        model.complain("conncert.toml is no text: mend that first");
        return Vec::new();
    };
    match exceptions::added(text, &finding.site(), &reason) {
        Ok(after) => {
            let change = Change {
                role: Role::Settings,
                file: facts.name.to_owned(),
                origin: if facts.found { Origin::Same } else { Origin::Created },
                after: Body::from(after.into_bytes()),
                before,
                keys: Vec::new(),
                secrets: Vec::new(),
            };
            // What was shown is set aside: back to the list.
            model.overlays.retain(|overlay| !matches!(overlay, Overlay::Finding { .. }));
            write(model, vec![change], Way::New)
        }
        Err(message) => {
            model.complain(message);
            Vec::new()
        }
    }
}
