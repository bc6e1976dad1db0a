//! Another check gives every finding another number. Whoever stands on one goes on standing on it,
//! known by its rule and its place; where it is gone, on the next one.

use std::sync::Arc;

use super::super::mending::Key;
use super::super::model::Model;
use super::super::overlay::Overlay;
use super::super::review::{self, Row};
use crate::answers::Question;
use crate::rule::Report;
use crate::tasks::update::Update;

/// Where one stands in the review.
enum Stand {
    Finding(Key),
    Answer(&'static Question),
}

/// Takes a report, and keeps what is shown and where the cursor is.
pub(super) fn take(model: &mut Model, report: Arc<Report>, update: Option<Arc<Update>>) {
    let Some(open) = &mut model.open else { return };
    let old: Vec<Key> = open.findings().iter().map(Key::of).collect();
    let order = review::findings(open);
    // Before the first check nobody stands anywhere.
    let current = open.report.as_ref().and_then(|_| review::current(open));
    let stand = current.and_then(|row| match row {
        Row::Finding { index, .. } => old.get(index).cloned().map(Stand::Finding),
        Row::Answer(question) => Some(Stand::Answer(question)),
        Row::Heading(_) | Row::Note(_) => None,
    });
    open.take(report, update);
    let new: Vec<Key> = open.findings().iter().map(Key::of).collect();
    let left = review::findings(open);
    if let Some(row) = stand.and_then(|stand| row_of(&review::rows(open), &new, &stand)) {
        open.review_cursor = row;
    }
    let mut is_gone = None;
    model.overlays.retain_mut(|overlay| {
        let (Overlay::Finding { index, .. } | Overlay::Reason { index, .. }) = overlay else {
            return true;
        };
        if let Some(at) = again(&old, &new, *index) {
            *index = at;
            return true;
        }
        let Overlay::Finding { index, scroll, line, side } = overlay else {
            is_gone = Some("that finding is gone");
            return false;
        };
        let at = order.iter().position(|other| other == index).unwrap_or_default();
        let Some(next) = left.get(at).or(left.last()) else {
            is_gone = Some("mended; nothing is left");
            return false;
        };
        is_gone = Some("mended; this is the next one");
        (*index, *scroll, *line, *side) = (*next, 0, 0, 0);
        true
    });
    if let Some(text) = is_gone.filter(|_| model.status.is_none()) {
        model.say(text);
    }
}

/// Puts the cursor of the review on a finding, or on the row of its rule.
pub(super) fn stand_on(model: &mut Model, index: usize) {
    let Some(open) = &mut model.open else { return };
    let keys: Vec<Key> = open.findings().iter().map(Key::of).collect();
    let rows = review::rows(open);
    let own = |row: &Row| matches!(row, Row::Finding { index: at, .. } if *at == index);
    let row = rows.iter().position(own).or_else(|| {
        let stand = keys.get(index).cloned().map(Stand::Finding)?;
        row_of(&rows, &keys, &stand)
    });
    if let Some(row) = row {
        open.review_cursor = row;
    }
}

/// The number that a finding has now; of several of one rule in one place, in their order.
fn again(old: &[Key], new: &[Key], index: usize) -> Option<usize> {
    let key = old.get(index)?;
    let before = old[..index].iter().filter(|other| *other == key).count();
    let mut same = (0..new.len()).filter(|at| new[*at] == *key);
    same.clone().nth(before).or_else(|| same.next_back())
}

/// The row on which a finding or an answer stands; of a finding that is gone, or that stands in
/// one row with others of its rule, the row of its rule.
fn row_of(rows: &[Row], keys: &[Key], stand: &Stand) -> Option<usize> {
    let finding = |row: &Row| match row {
        Row::Finding { index, .. } => keys.get(*index),
        Row::Heading(_) | Row::Note(_) | Row::Answer(_) => None,
    };
    match stand {
        Stand::Finding(key) => {
            rows.iter().position(|row| finding(row) == Some(key)).or_else(|| {
                rows.iter().position(|row| finding(row).is_some_and(|at| at.rule() == key.rule()))
            })
        }
        Stand::Answer(question) => {
            rows.iter().position(|row| matches!(row, Row::Answer(at) if at.key == question.key))
        }
    }
}
