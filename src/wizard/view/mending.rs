//! Mends on offer: what would be mended, and what the files would become.

use ratatui::style::Style;

use super::sheet::Sheet;
use super::text::{cut, width, wrap};
use crate::format::plural;
use crate::rule::{Level, Safety};
use crate::wizard::mending::{Mending, Wanted};
use crate::wizard::model::Model;
use crate::wizard::region::Hit;
use crate::wizard::theme::mark;

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, mends: &Mending, columns: usize) {
    let theme = model.theme;
    match (&mends.wanted, mends.offers.first()) {
        (Wanted::One(_), Some(offer)) => {
            let what = match offer.safety {
                Safety::Safe => {
                    "This mend is safe: the meaning stays, or the rule leaves no choice."
                }
                Safety::Suggested => "This is a suggestion: read it before you take it.",
            };
            sheet.text(&format!("{}. {what}", offer.says), columns, 0, Style::new());
        }
        _ => {
            let (taken, all) = (mends.taken(), mends.offers.len());
            let text = format!(
                "{taken} of {} taken. These are safe: the meaning stays, or the rule leaves no \
                 other way. Enter writes what is taken, in one step that ctrl+z undoes.",
                plural(all, "mend", "mends")
            );
            sheet.text(&text, columns, 0, Style::new());
        }
    }
    sheet.gap();
    let is_choice = mends.is_choice();
    // A window of the list, so that the lines of the one in focus are seen below it.
    let first = mends.cursor.saturating_sub(LISTED - 1);
    for (number, offer) in mends.offers.iter().enumerate().skip(first).take(LISTED) {
        let here = is_choice && number == mends.cursor;
        let lead = if here { "›" } else { " " };
        let tick = match (is_choice, offer.taken) {
            (false, _) => mark(offer.level),
            (true, true) => "[x]",
            (true, false) => "[ ]",
        };
        let style = if here { theme.focus() } else { Style::new() };
        let left = format!("{lead} {tick} {}", offer.rule);
        sheet.hit_at(0..columns, Hit::Mending(number));
        sheet.ends((&left, style), (&offer.place, theme.quiet()), columns);
        if here {
            sheet.text(&format!("{}.", offer.says), columns, 6, theme.quiet());
        }
    }
    if mends.offers.len() > first + LISTED {
        let more = mends.offers.len() - first - LISTED;
        sheet.line(format!("      and {more} more below"), theme.quiet());
    }
    sheet.gap();
    if mends.waits {
        sheet.line("Looking what that makes of the files…", theme.quiet());
    } else if mends.lines.is_empty() {
        sheet.line("Nothing is taken, so nothing changes.", theme.quiet());
    }
    let focused = mends.offers.get(mends.cursor).filter(|_| is_choice);
    let hunk = focused.and_then(|offer| mends.hunk(offer)).unwrap_or_default();
    let from = (hunk + mends.scroll).min(mends.lines.len());
    diff(sheet, model, &mends.lines[from..], columns);
}

/// Mends that are listed at once.
const LISTED: usize = 6;

/// The lines of a diff.
pub(super) fn diff(sheet: &mut Sheet, model: &Model, lines: &[String], columns: usize) {
    for line in lines {
        let style = match line.chars().next() {
            Some('+') => model.theme.done(),
            Some('-') => model.theme.level(Level::Error),
            _ => model.theme.quiet(),
        };
        let is_header = line.starts_with("+++") || line.starts_with("---");
        match line.split_at_checked(1) {
            // What differs may stand at the very end of a long line, so none of it is cut.
            Some((sign @ ("+" | "-"), rest)) if !is_header && width(line) > columns => {
                let text = rest.trim_start();
                let indent = (width(rest) - width(text)).min(columns / 3);
                for (number, part) in wrap(text, columns - indent - 1).into_iter().enumerate() {
                    let sign = if number == 0 { sign } else { " " };
                    sheet.line(format!("{sign}{}{part}", " ".repeat(indent)), style);
                }
            }
            _ => sheet.line(cut(line, columns), style),
        }
    }
}
