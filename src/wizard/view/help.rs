//! Help: the question one is at with its source, and the keys that work here.

use ratatui::style::Style;

use super::sheet::Sheet;
use super::text::{width, wrap};
use crate::rule::sources::{of_question, titles};
use crate::wizard::keymap;
use crate::wizard::model::{Model, Page, options};
use crate::wizard::msg::Intent;

/// Columns of the keys.
const KEYS: usize = 18;

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, columns: usize) {
    let theme = model.theme;
    if let Some(question) = model.question().filter(|_| model.overlays.len() == 1) {
        sheet.text(question.prompt, columns, 0, theme.title());
        sheet.text(question.help, columns, 0, Style::new());
        for (_, label, help) in options(question) {
            if !help.is_empty() {
                sheet.gap();
                sheet.text(&format!("{label}: {help}"), columns, 0, Style::new());
            }
        }
        if !question.example.is_empty() {
            sheet.gap();
            sheet.text(&format!("For example: {}", question.example), columns, 0, theme.quiet());
        }
        let source = format!("Source: {}", titles(of_question(question)));
        sheet.text(&source, columns, 0, theme.quiet());
        sheet.gap();
    } else if let Some(text) = about(model) {
        sheet.text(text, columns, 0, Style::new());
        sheet.gap();
    }
    sheet.line("Keys that work here", theme.title());
    for (keys, label) in keys(model) {
        let mut lines = wrap(&keys, KEYS.saturating_sub(2)).into_iter();
        let first = lines.next().unwrap_or_default();
        let gap = KEYS.saturating_sub(width(&first));
        let lead = format!("  {first}{}", " ".repeat(gap));
        let room = columns.saturating_sub(width(&lead)).max(1);
        let mut labels = wrap(label, room).into_iter();
        let start = labels.next().unwrap_or_default();
        sheet.line(format!("{lead}{start}"), Style::new());
        for key in lines {
            sheet.line(format!("  {key}"), Style::new());
        }
        for label in labels {
            sheet.line(format!("{}{label}", " ".repeat(KEYS + 2)), Style::new());
        }
    }
    sheet.gap();
    sheet.text(
        "Every answer is saved by itself, in a draft on this machine. Nothing is sent. Undo and \
         redo go over answers and files alike, until the program ends; a file that was changed \
         elsewhere since is left as it is.",
        columns,
        0,
        theme.quiet(),
    );
    sheet.gap();
    sheet.text(
        "Keys are changed in config.toml, by the names that `conncert man` lists.",
        columns,
        0,
        theme.quiet(),
    );
}

/// What the page is for, where no question says so.
fn about(model: &Model) -> Option<&'static str> {
    if model.overlays.len() != 1 {
        return None;
    }
    match model.page {
        Page::Home => Some(
            "Home lists your drafts, the last one first. A draft is one submission: answers, and \
             the folder of the connector.",
        ),
        Page::Review => Some(
            "The review shows everything that stands between you and the submission, gravest \
             first, and then every answer. Whatever is chosen leads to where it is mended.",
        ),
        Page::Export => Some(
            "The export writes what you hand in into a folder of its own. It sends nothing, and \
             changes no file of the connector.",
        ),
        Page::Step(_) => None,
    }
}

/// The keys of the place under the help, which is where they will work; those that do the same
/// stand together.
fn keys(model: &Model) -> Vec<(String, &'static str)> {
    let mut listed: Vec<(String, &'static str, &'static Intent)> = Vec::new();
    for found in model.keys.bindings(keymap::place_below(model), true) {
        let (intent, names) = (found.intent(), found.names.join(", "));
        match listed.iter_mut().find(|(_, _, known)| *known == intent) {
            Some((keys, _, _)) => {
                keys.push_str(", ");
                keys.push_str(&names);
            }
            None => listed.push((names, found.label, intent)),
        }
    }
    listed.into_iter().map(|(keys, label, _)| (keys, label)).collect()
}
