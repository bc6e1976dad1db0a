//! The home page: what there is to go on with.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::sheet::Sheet;
use super::{READABLE, framed};
use crate::source::text::printable;
use crate::wizard::model::Model;
use crate::wizard::region::{Hit, Region};
use crate::wizard::update::HomeRow as Row;
use crate::wizard::update::home_rows;

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
    let Some(home) = &model.home else {
        sheet.line("Looking for drafts…", theme.quiet());
        return sheet.draw(frame, inner, false);
    };
    for (index, row) in home_rows(model).into_iter().enumerate() {
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
            Row::Draft(index) => {
                let Some(listed) = home.drafts.get(index) else { continue };
                let name = printable(&listed.name);
                let (answered, of) = listed.answered;
                let changed = listed.updated.map_or(String::new(), |at| {
                    let at = at.to_zoned(jiff::tz::TimeZone::system());
                    at.strftime("%Y-%m-%d %H:%M").to_string()
                });
                sheet.ends((&format!("{mark} {name}"), style), (&changed, theme.quiet()), columns);
                match &listed.error {
                    Some(error) => {
                        sheet.marked(
                            "✗",
                            error,
                            columns,
                            2,
                            theme.level(crate::rule::Level::Error),
                        );
                    }
                    None => {
                        let publisher =
                            listed.publisher.map_or("publisher type open", |found| found.word());
                        sheet.text(
                            &format!("{publisher} · {answered} of {of} answered"),
                            columns,
                            2,
                            theme.quiet(),
                        );
                    }
                }
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
