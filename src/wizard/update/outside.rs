//! Other programs: the editor at the place of a finding, the browser at what Microsoft says of it.

use super::super::editor::Spot;
use super::super::model::{Errand, Focus, Model, Page};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::Overlay;
use super::super::review::{self, Row};
use super::{read_again, save};
use crate::answers::{Publisher, Question};
use crate::connector::files::Role;
use crate::rule::{Finding, Rule, sources};

/// What one stands on.
enum Subject<'a> {
    Finding(&'a Finding),
    Question(&'static Question),
    Rule(&'static Rule),
}

/// Carries out such an intent.
pub(super) fn update(model: &mut Model, intent: &Intent, now: &Now) -> Vec<Job> {
    match intent {
        Intent::OpenEditor => edit(model, now),
        _ => {
            browse(model);
            Vec::new()
        }
    }
}

fn subject(model: &Model) -> Option<Subject<'_>> {
    let open = model.open.as_ref();
    let finding = |index: usize| Some(Subject::Finding(open?.findings().get(index)?));
    match (model.overlays.last(), model.page, model.focus) {
        (Some(Overlay::Finding { index, .. }), _, _) => finding(*index),
        (Some(Overlay::Rule { rule, .. }), _, _) => Some(Subject::Rule(rule)),
        (None, Page::Review, Focus::Page) => match review::current(open?)? {
            Row::Finding { index, .. } => finding(index),
            Row::Answer(question) => Some(Subject::Question(question)),
            Row::Heading(_) | Row::Note(_) => None,
        },
        (None, Page::Step(_), Focus::Page) => model.question().map(Subject::Question),
        _ => None,
    }
}

/// Lends the terminal to the editor, at the place of the finding. What is not saved is saved first:
/// nobody knows how long one edits.
fn edit(model: &mut Model, now: &Now) -> Vec<Job> {
    let Some(Subject::Finding(finding)) = subject(model) else {
        model.say("stand on a finding first");
        return Vec::new();
    };
    let place = (finding.spot.role, finding.spot.range);
    let is_answer = finding.spot.answer.is_some();
    let connector = model.open.as_ref().and_then(|open| open.connector.as_deref());
    match (place, connector) {
        (_, _) if is_answer => model.say("an answer: enter leads to it"),
        ((Some(Role::Icon), _), Some(connector)) => {
            let path = connector.folder().join(connector.facts(Role::Icon).name);
            model.complain(format!(
                "The icon is a picture. Mend it in a program for pictures: {}",
                path.display()
            ));
        }
        ((Some(role), range), Some(connector)) => {
            let path = connector.folder().join(connector.facts(role).name);
            let at = range.map(|range| (range.line, range.column));
            model.errand = Some(Errand::Edit(Spot { path, at }));
            return save(model, now);
        }
        _ => model.say("this is in no single file"),
    }
    Vec::new()
}

/// Takes note that the editor has ended: the files are read again, whatever it says of itself.
pub(super) fn edited(model: &mut Model, result: Result<(), String>) -> Vec<Job> {
    match result {
        Ok(()) => model.say("back from the editor"),
        // Not in the top line, which tells of the changed files next.
        Err(text) => model.overlays.push(Overlay::Message { text }),
    }
    model.open.as_ref().and_then(read_again).into_iter().collect()
}

/// Opens the page that says most about what one stands on.
fn browse(model: &mut Model) {
    let publisher =
        model.open.as_ref().map_or(Publisher::Verified, super::super::model::Open::publisher);
    let address = subject(model).and_then(|subject| match subject {
        Subject::Finding(finding) => sources::page(finding.rule),
        Subject::Rule(rule) => sources::page(rule),
        Subject::Question(question) => {
            sources::named_in(question.help).or(sources::process(publisher).map(str::to_owned))
        }
    });
    match address {
        Some(address) => {
            model.errand = Some(Errand::Browse(address));
            model.say("opening Microsoft's page");
        }
        None => model.say("stand on a finding or a question first"),
    }
}

/// Takes note of what became of it.
pub(super) fn browsed(model: &mut Model, result: Result<(), String>) {
    if let Err(message) = result {
        model.complain(message);
    }
}
