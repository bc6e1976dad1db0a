//! What an update changes, and what that means for its publisher.

use std::fmt::Write as _;

use annotate_snippets::renderer::{Effects, Style as Ansi};

use super::paint;
use crate::format::{Style, plural, visible, wrap};
use crate::rule::Checked;
use crate::tasks::update::update;

/// Changes that are listed; their count stands beside them.
const LISTED: usize = 20;

/// The update, where a published version is known.
pub(super) fn section(out: &mut String, checked: &Checked, style: &Style) {
    let Some(update) = update(&checked.submission, &checked.report) else { return };
    out.push('\n');
    paint(out, style, Ansi::new().effects(Effects::BOLD), "Against the published version");
    // Writing to a String cannot fail.
    let _ = writeln!(out, "\n{}", wrap(&update.says, style.width, ""));
    for change in update.changes.iter().take(LISTED) {
        let minor = if change.minor { " (minor)" } else { "" };
        let line = format!("- {} {}{minor}", change.verb, visible(&change.what));
        let _ = writeln!(out, "{}", wrap(&line, style.width, "  "));
    }
    if update.changes.len() > LISTED {
        let more = plural(update.changes.len() - LISTED, "more change", "more changes");
        let _ = writeln!(out, "- and {more} that --format json lists");
    }
    if !update.resubmit.is_empty() {
        out.push_str("To hand in:\n");
        for sentence in &update.resubmit {
            let line = format!("- {}", sentence.replace('`', ""));
            let _ = writeln!(out, "{}", wrap(&line, style.width, "  "));
        }
    }
    out.push('\n');
}
