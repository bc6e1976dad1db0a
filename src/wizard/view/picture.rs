//! The icon in half blocks, on its brand colour and on white, and the figures below it.

use ratatui::style::{Color, Style};
use ratatui::text::Span;

use super::sheet::Sheet;
use super::text::wrap;
use crate::connector::picture::Colour;
use crate::connector::redraw::Pixel;
use crate::wizard::model::Model;
use crate::wizard::picture::{SIDE, Shown, over};
use crate::wizard::region::Hit;
use crate::wizard::theme::Kind;

/// Columns between the icon on one ground and on the other.
const BETWEEN: usize = 3;

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, shown: &Shown, columns: usize) {
    let side = SIDE as usize;
    let can_show = model.theme.kind != Kind::Monochrome && !model.theme.ascii;
    if let Some(pixels) = shown.pixels.as_deref().filter(|_| can_show) {
        let white = [u8::MAX; 3];
        let grounds: Vec<Colour> = match shown.brand {
            Some(brand) if columns >= 2 * side + BETWEEN => vec![brand, white],
            Some(brand) => vec![brand],
            None => vec![white],
        };
        let start = sheet.len();
        // Two rows of pixels make one row of characters.
        for rows in pixels.chunks(2 * side) {
            let (upper, lower) = rows.split_at(side);
            let mut spans = Vec::new();
            for (number, ground) in grounds.iter().enumerate() {
                if number > 0 {
                    spans.push(Span::raw(" ".repeat(BETWEEN)));
                }
                spans.extend(upper.iter().zip(lower).map(|(up, low)| cell(*up, *low, *ground)));
            }
            sheet.spans(spans);
        }
        for (number, ground) in grounds.iter().enumerate() {
            let left = number * (side + BETWEEN);
            sheet.hit_block(start, left..left + side, Hit::Picture(*ground));
        }
        let under = match (shown.brand, grounds.len()) {
            (Some(_), 2) => format!("{:<width$}   on white", "on the brand colour", width = side),
            (Some(_), _) => "on the brand colour".to_owned(),
            (None, _) => "on white".to_owned(),
        };
        sheet.line(under, model.theme.quiet());
        sheet.gap();
    }
    for (colour, fact) in &shown.facts {
        match colour.filter(|_| can_show) {
            Some([red, green, blue]) => {
                let swatch = Style::new().fg(Color::Rgb(red, green, blue));
                for (number, line) in wrap(fact, columns.saturating_sub(3)).into_iter().enumerate()
                {
                    let before = if number == 0 { "██" } else { "  " };
                    sheet.spans(vec![Span::styled(before, swatch), Span::raw(format!(" {line}"))]);
                }
            }
            None => sheet.text(fact, columns, 0, Style::new()),
        }
    }
}

fn cell(up: Pixel, low: Pixel, ground: Colour) -> Span<'static> {
    let paint = |pixel| {
        let [red, green, blue] = over(pixel, ground);
        Color::Rgb(red, green, blue)
    };
    Span::styled("▀", Style::new().fg(paint(up)).bg(paint(low)))
}
