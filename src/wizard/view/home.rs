//! The home page: what there is to go on with.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::sheet::Sheet;
use super::{READABLE, framed};
use crate::source::text::printable;
use crate::wizard::keymap::Place;
use crate::wizard::model::Model;
use crate::wizard::msg::Intent;
use crate::wizard::region::{Hit, Region};
use crate::wizard::update::{HomeRow as Row, draft_of, home_rows};

/// Draws it.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) -> Vec<Region> {
    let active = model.overlays.is_empty();
    let inner = framed(" Home ", model, active, frame, area);
    let columns = usize::from(inner.width.min(READABLE));
    let theme = model.theme;
    let mut sheet = Sheet::default();
    sheet.text(
        "From five questions to a certified connector. conncert asks what must be asked, checks \
         your files by Microsoft's rules on this machine, and makes the checklist and the package.",
        columns,
        0,
        Style::new(),
    );
    sheet.gap();
    if model.home.is_none() {
        sheet.line("Looking for drafts…", theme.quiet());
        return sheet.draw(frame, inner, false);
    }
    let rows = home_rows(model);
    let drafts = rows.iter().filter(|row| draft_of(model, row).is_some()).count();
    if let Some(told) = model.shelf.told(drafts) {
        let out = model.keys.name(Place::Home, &Intent::Back).unwrap_or_default();
        let out = if model.shelf.is_narrow() { format!("{out}: all") } else { String::new() };
        sheet.ends((&printable(&told), theme.title()), (&out, theme.quiet()), columns);
        sheet.gap();
    }
    for (index, row) in rows.into_iter().enumerate() {
        let here = index == model.home_cursor;
        let mark = if here { "›" } else { " " };
        let style = if here { theme.focus() } else { Style::new() };
        let start = sheet.len();
        match row {
            Row::Offered(folder) => {
                sheet.ends(
                    (&format!("{mark} Certify the connector in this folder"), style),
                    ("no draft yet", theme.quiet()),
                    columns,
                );
                sheet.text(&folder.display().to_string(), columns, 2, theme.quiet());
                sheet.gap();
            }
            Row::Draft(_) | Row::Archived(_) => {
                let Some(listed) = draft_of(model, &row) else { continue };
                super::drafts::row(&mut sheet, model, listed, here, columns);
            }
            Row::OpenFolder => {
                sheet.gap();
                sheet.line(format!("{mark} Open a connector folder or a draft…"), style);
            }
            Row::New => {
                sheet.line(format!("{mark} Start without a folder"), style);
            }
        }
        sheet.hit_from(start, Hit::Home(index));
        if here {
            sheet.focus_from(start);
        }
    }
    sheet.draw(frame, inner, active)
}
