//! Keeps what lies over the page at the finding that it is about: after another check the same
//! finding may stand elsewhere in the report, or be gone.

use super::super::mending::Key;
use super::super::model::Model;
use super::super::overlay::Overlay;

/// The finding that each overlay is about.
pub(super) fn shown(model: &Model) -> Vec<Option<Key>> {
    let findings = model.open.as_ref().map_or(&[][..], |open| open.findings());
    let key = |overlay: &Overlay| match overlay {
        Overlay::Finding { index, .. } | Overlay::Reason { index, .. } => {
            findings.get(*index).map(Key::of)
        }
        _ => None,
    };
    model.overlays.iter().map(key).collect()
}

/// Leads each overlay to its finding in the new report; closes those whose finding is gone.
pub(super) fn hold(model: &mut Model, shown: Vec<Option<Key>>) {
    let findings = model.open.as_ref().map_or(&[][..], |open| open.findings());
    let mut shown = shown.into_iter();
    let mut is_lost = false;
    model.overlays.retain_mut(|overlay| {
        let key = shown.next().flatten();
        let (Overlay::Finding { index, .. } | Overlay::Reason { index, .. }) = overlay else {
            return true;
        };
        let found = key.and_then(|key| findings.iter().position(|other| Key::of(other) == key));
        match found {
            Some(found) => *index = found,
            None => is_lost |= matches!(overlay, Overlay::Reason { .. }),
        }
        found.is_some()
    });
    if is_lost {
        model.say("that finding is gone");
    }
}
