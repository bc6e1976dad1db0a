//! The export page: where to write, what will be written, and what to do next.

use ratatui::style::Style;

use super::sheet::Sheet;
use super::step::text_field;
use crate::export::what_is_open;
use crate::rule::Level;
use crate::source::text::printable;
use crate::wizard::model::Model;
use crate::wizard::msg::Exported;
use crate::wizard::region::Hit;

/// Its lines.
pub(super) fn sheet(model: &Model, columns: usize) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(open) = &model.open else { return sheet };
    let theme = model.theme;
    let page = &open.export;
    if let Some(result) = page.result.as_ref().filter(|result| result.written) {
        let target = page.target.text();
        sheet.text(&format!("Written to {}", target.trim()), columns, 0, theme.title());
        told(&mut sheet, model, result, columns);
        sheet.gap();
        sheet.text("Enter or tab leads back to the form.", columns, 0, theme.quiet());
        sheet.scroll_to(page.scroll);
        return sheet;
    }
    let errors = open.findings().iter().filter(|finding| finding.level == Level::Error).count();
    sheet.text(
        "conncert writes the checklist, the folder for the pull request, the same as a zip, what \
         the pull request and the offer take and, where solutions are named, the marketplace \
         package. Nothing is sent anywhere.",
        columns,
        0,
        Style::new(),
    );
    sheet.gap();
    let lead = |number| if page.cursor == number { "›" } else { " " };
    let style = |number| if page.cursor == number { theme.focus() } else { Style::new() };
    let start = sheet.len();
    sheet.line(format!("{} Where to write", lead(0)), style(0));
    text_field(&mut sheet, model, &page.target, columns, page.cursor == 0);
    if page.cursor == 0 {
        sheet.focus_from(start);
    }
    sheet.hit_from(start, Hit::Export(0));
    sheet.gap();
    sheet.hit_at(0..columns, Hit::Export(1));
    let tick = if page.incomplete { "[x]" } else { "[ ]" };
    sheet.line(format!("{} {tick} Write the package although errors are open", lead(1)), style(1));
    if errors > 0 && !page.incomplete {
        sheet.marked(
            "✗",
            &format!(
                "{}, so only the checklist will be written: an incomplete package would be sent \
                 back.",
                what_is_open(open.findings())
            ),
            columns,
            4,
            theme.level(Level::Error),
        );
    }
    sheet.gap();
    sheet.hit_at(0..columns, Hit::Export(2));
    sheet.line(format!("{} [ Write ]", lead(2)), style(2));
    if page.cursor == 2 {
        sheet.focus_from(sheet.len() - 1);
    }
    sheet.gap();
    if let Some(result) = &page.result {
        sheet.line("This will be written", theme.title());
        told(&mut sheet, model, result, columns);
    }
    sheet
}

/// What was or would be written, why something is missing, and what comes next.
fn told(sheet: &mut Sheet, model: &Model, result: &Exported, columns: usize) {
    let theme = model.theme;
    let mark = if result.written { "✓" } else { "·" };
    let mut folder = "";
    for path in &result.paths {
        let (inside, name) = path.rsplit_once('/').unwrap_or(("", path));
        if inside != folder {
            folder = inside;
            if !inside.is_empty() {
                sheet.text(&format!("{}/", printable(inside)), columns, 2, theme.quiet());
            }
        }
        let indent = if inside.is_empty() { 2 } else { 4 };
        sheet.marked(mark, &printable(name), columns, indent, Style::new());
    }
    if let Some(refusal) = &result.refusal {
        sheet.gap();
        sheet.marked("✗", refusal, columns, 2, theme.level(Level::Error));
    }
    if let Some(gap) = &result.gap {
        sheet.gap();
        sheet.marked("○", gap, columns, 2, theme.quiet());
    }
    if !result.next.is_empty() {
        sheet.gap();
        sheet.line("What to do next", theme.title());
        for next in &result.next {
            sheet.marked("○", next, columns, 2, Style::new());
        }
    }
}
