//! The page of the package: under each field what the file is, below them what is packed.

use super::sheet::Sheet;
use crate::answers::Question;
use crate::rule::Level;
use crate::wizard::model::{Model, Open};
use crate::wizard::solutions::{layout, told};

/// What is known of the file that a question names.
pub(super) fn file(
    sheet: &mut Sheet,
    model: &Model,
    open: &Open,
    question: &Question,
    columns: usize,
) {
    for line in told(open, question) {
        sheet.marked("→", &line, columns, 2, model.theme.quiet());
    }
}

/// The package, as the export will make it.
pub(super) fn whole(sheet: &mut Sheet, model: &Model, open: &Open, columns: usize) {
    let entries = layout(open);
    if entries.is_empty() {
        return;
    }
    sheet.gap();
    sheet.line("The package", model.theme.title());
    for entry in entries {
        let indent = 2 + 2 * entry.depth;
        let (mark, text, style) = match entry.there {
            None => (" ", entry.name, model.theme.quiet()),
            Some(true) => ("✓", entry.name, model.theme.done()),
            Some(false) => {
                ("✗", format!("{}: missing", entry.name), model.theme.level(Level::Error))
            }
        };
        sheet.marked(mark, &text, columns, indent, style);
    }
}
