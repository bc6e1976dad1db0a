//! Long work: it is told while it lasts, and what was asked for can be cancelled.

use super::super::model::Model;
use super::super::msg::{Job, Sources};
use super::super::overlay::Overlay;

/// Cancels what the top line tells can be cancelled; none where there is nothing.
pub(super) fn cancel(model: &mut Model) -> Option<Vec<Job>> {
    let what = model.works.cancel()?;
    model.busy = None;
    // Home can be used without the list of drafts, too.
    model.home.get_or_insert_default();
    if let Some(Overlay::Mending(mends)) = model.overlays.last()
        && mends.waits
    {
        // What it shows is not what was chosen.
        model.overlays.pop();
    }
    if let Some(open) = &mut model.open
        && what == "reading"
    {
        // Not read, so the next time it is.
        open.sources_read = Sources::default();
    }
    model.say(format!("cancelled: {what}"));
    Some(vec![Job::Cancel])
}
