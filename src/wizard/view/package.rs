//! The page of the package: under each field what the file is, below them what is packed.

use super::sheet::Sheet;
use crate::answers::Question;
use crate::format::plural;
use crate::rule::Level;
use crate::wizard::model::{Model, Open};
use crate::wizard::solutions::{Standing, layout, told};

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
        let fault =
            |what: &str| ("✗", format!("{}: {what}", entry.name), model.theme.level(Level::Error));
        let (mark, text, style) = match entry.standing {
            Standing::Holds => (" ", entry.name, model.theme.quiet()),
            Standing::There(0) => ("✓", entry.name, model.theme.done()),
            Standing::There(errors) => fault(&plural(errors, "error", "errors")),
            Standing::Missing => fault("missing"),
        };
        sheet.marked(mark, &text, columns, indent, style);
    }
}
