//! What an update changes, and what that means for its publisher.

use std::fmt::Write as _;

use annotate_snippets::renderer::{Effects, Style as Ansi};

use super::paint;
use crate::format::{Style, plural, visible, wrap};
use crate::rule::Checked;
use crate::tasks::update::{unread, update};

/// Changes that are listed; their count stands beside them.
const LISTED: usize = 20;

/// The update, where a published version is known.
pub(super) fn section(out: &mut String, checked: &Checked, style: &Style) {
    let found = update(&checked.submission, &checked.report);
    let broken = unread(&checked.submission);
    if found.is_none() && broken.is_none() {
        return;
    }
    out.push('\n');
    paint(out, style, Ansi::new().effects(Effects::BOLD), "Against the published version");
    if let Some(reason) = broken {
        let text = format!("Nothing of the definition was compared: {}.", visible(&reason));
        // Writing to a String cannot fail.
        let _ = writeln!(out, "\n{}", wrap(&text, style.width, ""));
    }
    let Some(update) = found else { return };
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
