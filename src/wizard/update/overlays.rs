//! What lies over a page: help, questions, prompts, the diff, a finding, the trash.

use std::ops::RangeInclusive;

use super::super::history::Way;
use super::super::model::{Leaving, Model};
use super::super::msg::{Intent, Job, Now};
use super::super::overlay::{Consequence, Overlay};
use super::super::review::{self, Row};
use super::super::view;
use super::super::way::Goal;
use super::{drafts, export, form, go_to, home, leave, look, mending, palette, selection, texts};
use crate::rule::question::{question_of, step_of};
use crate::steps::STEPS;

use super::Page;

/// Characters by which a file is moved sideways.
const SIDEWAYS: isize = 20;

/// Shows help, or takes it away.
pub(super) fn toggle_help(model: &mut Model) {
    if matches!(model.overlays.last(), Some(Overlay::Help { .. })) {
        model.overlays.pop();
    } else {
        model.overlays.push(Overlay::Help { scroll: 0 });
    }
}

/// Carries out an intent in the top overlay.
pub(super) fn update(model: &mut Model, intent: Intent, now: &Now) -> Vec<Job> {
    if matches!(model.overlays.last(), Some(Overlay::Texts(_))) {
        return texts::update(model, intent, now);
    }
    if intent == Intent::Back {
        let closed = model.overlays.pop();
        if let Some(Overlay::Finding { index, .. }) = &closed {
            selection::stand_on(model, *index);
        }
        if matches!(closed, Some(Overlay::Confirm(confirm)) if confirm.then == Consequence::LeaveUnsaved)
        {
            model.leaving = Leaving::No;
        }
        return Vec::new();
    }
    if matches!(model.overlays.last(), Some(Overlay::Desk(_))) {
        return drafts::update(model, &intent, now);
    }
    if intent == Intent::Accept {
        return accept(model, now);
    }
    if matches!(model.overlays.last(), Some(Overlay::Palette { .. })) {
        palette::narrow(model, &intent);
        return Vec::new();
    }
    if let (Some(Overlay::Finding { index, .. }), Intent::Mend | Intent::SetAside | Intent::Copy) =
        (model.overlays.last(), &intent)
    {
        let index = *index;
        return mending::at_finding(model, &intent, index, now);
    }
    let trashed = model.home.as_ref().map_or(0, |home| home.trashed.len());
    let same = same_rule(model);
    let shown = model.open.as_ref().map(review::findings).unwrap_or_default();
    let reach = reach(model);
    let in_file = reach.is_some();
    match model.overlays.last_mut() {
        Some(
            Overlay::Tour { scroll }
            | Overlay::Help { scroll }
            | Overlay::Diff { scroll, .. }
            | Overlay::Rule { scroll, .. },
        ) => scroll_by(scroll, &intent),
        Some(Overlay::Icon(shown)) => scroll_by(&mut shown.scroll, &intent),
        Some(Overlay::Way { way, cursor }) => {
            let last = way.len().saturating_sub(1);
            if intent == Intent::Last {
                *cursor = last;
            } else {
                scroll_by(cursor, &intent);
            }
            *cursor = (*cursor).min(last);
        }
        Some(Overlay::Trash { cursor }) => {
            scroll_by(cursor, &intent);
            *cursor = (*cursor).min(trashed.saturating_sub(1));
        }
        Some(Overlay::Prompt { editor, choices, .. }) => match intent {
            Intent::Next => return vec![Job::Complete(editor.text())],
            Intent::Edit(edit) if editor.edit(&edit) => choices.clear(),
            _ => {}
        },
        Some(Overlay::Reason { editor, .. }) => {
            if let Intent::Edit(edit) = intent {
                editor.edit(&edit);
            }
        }
        Some(Overlay::Finding { index, scroll, line, side }) => match intent {
            Intent::Next | Intent::Previous => {
                let at = same.iter().position(|other| other == index).unwrap_or_default();
                let to =
                    if intent == Intent::Next { at + 1 } else { at + same.len().saturating_sub(1) };
                if let Some(other) = same.get(to % same.len().max(1)) {
                    (*index, *scroll, *line, *side) = (*other, 0, 0, 0);
                }
            }
            Intent::NextFinding | Intent::PreviousFinding => {
                let at = shown.iter().position(|other| other == index).unwrap_or_default();
                let step = if intent == Intent::NextFinding { 1 } else { shown.len().max(1) - 1 };
                if let Some(other) = shown.get((at + step) % shown.len().max(1)) {
                    (*index, *scroll, *line, *side) = (*other, 0, 0, 0);
                }
            }
            Intent::First if in_file => (*scroll, *line, *side) = (0, 0, 0),
            Intent::Down | Intent::Up | Intent::Rightwards | Intent::Leftwards if in_file => {
                match intent {
                    Intent::Down => *line += 1,
                    Intent::Up => *line -= 1,
                    Intent::Rightwards => *side += SIDEWAYS,
                    _ => *side -= SIDEWAYS,
                }
                if let Some((lines, columns)) = reach {
                    *line = (*line).clamp(*lines.start(), *lines.end());
                    *side = (*side).clamp(*columns.start(), *columns.end());
                }
            }
            _ => scroll_by(scroll, &intent),
        },
        Some(Overlay::Filter { editor }) => {
            if let Intent::Edit(edit) = intent {
                editor.edit(&edit);
                let text = editor.text();
                if let Some(open) = &mut model.open {
                    // The list follows while one types.
                    open.filter = text;
                    open.review_cursor = 0;
                }
            }
        }
        Some(Overlay::Mending(mends)) => {
            let again = mending::choose(mends, &intent);
            return if again { mending::again(model, now) } else { Vec::new() };
        }
        Some(
            Overlay::Confirm(_)
            | Overlay::Message { .. }
            | Overlay::Palette { .. }
            | Overlay::Desk(_)
            | Overlay::Texts(_),
        )
        | None => {}
    }
    Vec::new()
}

/// The findings of the rule that the finding overlay shows.
fn same_rule(model: &Model) -> Vec<usize> {
    let (Some(Overlay::Finding { index, .. }), Some(open)) = (model.overlays.last(), &model.open)
    else {
        return Vec::new();
    };
    let findings = open.findings();
    let Some(shown) = findings.get(*index) else { return Vec::new() };
    (0..findings.len())
        .filter(|other| findings.get(*other).is_some_and(|finding| finding.rule == shown.rule))
        .collect()
}

/// How far the file can be moved, where the finding that is shown stands in one.
fn reach(model: &Model) -> Option<(RangeInclusive<isize>, RangeInclusive<isize>)> {
    let (Some(Overlay::Finding { index, .. }), Some(open)) = (model.overlays.last(), &model.open)
    else {
        return None;
    };
    let spot = &open.findings().get(*index)?.spot;
    let text = open.connector.as_deref()?.shown(spot.role?)?;
    Some(view::reach(model.size, &text, spot.range?))
}

/// Whether an intent moves through a text.
pub(super) fn scrolls(intent: &Intent) -> bool {
    matches!(intent, Intent::Down | Intent::Up | Intent::PageDown | Intent::PageUp | Intent::First)
}

pub(super) fn scroll_by(scroll: &mut usize, intent: &Intent) {
    *scroll = match intent {
        Intent::Down => scroll.saturating_add(1),
        Intent::Up => scroll.saturating_sub(1),
        Intent::PageDown => scroll.saturating_add(10),
        Intent::PageUp => scroll.saturating_sub(10),
        Intent::First => 0,
        _ => *scroll,
    };
}

fn accept(model: &mut Model, now: &Now) -> Vec<Job> {
    match model.overlays.pop() {
        Some(Overlay::Confirm(confirm)) => match confirm.then {
            Consequence::Trash(path) => {
                if model.open.as_ref().is_some_and(|open| open.path.as_ref() == Some(&path)) {
                    model.close();
                }
                vec![Job::Trash(path)]
            }
            Consequence::LeaveUnsaved => {
                model.leaving = Leaving::Now;
                Vec::new()
            }
            Consequence::ReplaceExport => export(model, now, false, true),
            Consequence::KeepLook => look::keep(model),
            Consequence::ForgetTexts => {
                model.typed.clear();
                leave(model, now)
            }
        },
        Some(Overlay::Prompt { editor, title, choices }) => {
            let text = editor.text();
            if text.trim().is_empty() {
                model.overlays.push(Overlay::Prompt { editor, title, choices });
                model.complain("type a path, or press esc");
                return Vec::new();
            }
            home::open(model, text.trim().into(), now)
        }
        Some(Overlay::Diff { plan, .. }) => mending::write(model, plan.changes, Way::New),
        Some(Overlay::Palette { editor, cursor }) => palette::obey(model, editor, cursor, now),
        Some(Overlay::Mending(mends)) => mending::accept(model, mends),
        Some(Overlay::Reason { index, editor }) => mending::set_aside(model, index, editor),
        Some(Overlay::Finding { index, .. }) => {
            let finding = model.open.as_ref().and_then(|open| open.findings().get(index).cloned());
            let Some(finding) = finding else { return Vec::new() };
            if let Some(question) = question_of(&finding) {
                return form::focus_question(model, question.key, now);
            }
            let id = step_of(&finding).id;
            let step = STEPS.iter().position(|step| step.id == id).unwrap_or_default();
            go_to(model, Page::Step(step), now)
        }
        Some(Overlay::Way { way, cursor }) => match way.goal(cursor).cloned() {
            Some(Goal::Findings(filter)) => {
                if let Some(open) = &mut model.open {
                    filter.clone_into(&mut open.filter);
                    open.review_cursor = 0;
                }
                go_to(model, Page::Review, now)
            }
            Some(Goal::Question(key)) => form::focus_question(model, key, now),
            Some(Goal::Step(index)) => go_to(model, Page::Step(index), now),
            None => {
                model.overlays.push(Overlay::Way { way, cursor });
                model.say("there is nothing to do here");
                Vec::new()
            }
        },
        Some(Overlay::Trash { cursor }) => model
            .home
            .as_ref()
            .and_then(|home| home.trashed.get(cursor))
            .map(|listed| Job::Restore(listed.path.clone()))
            .into_iter()
            .collect(),
        Some(
            Overlay::Help { .. }
            | Overlay::Tour { .. }
            | Overlay::Message { .. }
            | Overlay::Filter { .. }
            | Overlay::Texts(_)
            | Overlay::Rule { .. }
            | Overlay::Desk(_)
            | Overlay::Icon(_),
        )
        | None => Vec::new(),
    }
}

/// Goes where a row of the review leads.
pub(super) fn open_row(model: &mut Model, row: Option<&Row>, now: &Now) -> Vec<Job> {
    match row {
        Some(&Row::Finding { index, .. }) => {
            let answer = model
                .open
                .as_ref()
                .and_then(|open| open.findings().get(index))
                .and_then(|finding| finding.spot.answer);
            if let Some(key) = answer {
                return form::focus_question(model, key, now);
            }
            model.overlays.push(Overlay::Finding { index, scroll: 0, line: 0, side: 0 });
            Vec::new()
        }
        Some(Row::Answer(question)) => form::focus_question(model, question.key, now),
        Some(Row::Heading(_) | Row::Note(_)) | None => Vec::new(),
    }
}
