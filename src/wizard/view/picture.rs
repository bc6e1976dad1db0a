//! The icon in half blocks, on its brand colour and on white, and the figures below it.

use ratatui::style::{Color, Style};
use ratatui::text::Span;

use super::sheet::Sheet;
use crate::connector::picture::Colour;
use crate::connector::redraw::Pixel;
use crate::wizard::model::Model;
use crate::wizard::picture::{SIDE, Shown, over};
use crate::wizard::theme::Kind;

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, shown: &Shown, columns: usize) {
    let side = SIDE as usize;
    let can_show = model.theme.kind != Kind::Monochrome && !model.theme.ascii;
    if let Some(pixels) = shown.pixels.as_deref().filter(|_| can_show) {
        let white = [u8::MAX; 3];
        let grounds: Vec<Colour> = match shown.brand {
            Some(brand) if columns >= 2 * side + 3 => vec![brand, white],
            Some(brand) => vec![brand],
            None => vec![white],
        };
        // Two rows of pixels make one row of characters.
        for rows in pixels.chunks(2 * side) {
            let (upper, lower) = rows.split_at(side);
            let mut spans = Vec::new();
            for (number, ground) in grounds.iter().enumerate() {
                if number > 0 {
                    spans.push(Span::raw("   "));
                }
                spans.extend(upper.iter().zip(lower).map(|(up, low)| cell(*up, *low, *ground)));
            }
            sheet.spans(spans);
        }
        let under = match (shown.brand, grounds.len()) {
            (Some(_), 2) => format!("{:<width$}   on white", "on the brand colour", width = side),
            (Some(_), _) => "on the brand colour".to_owned(),
            (None, _) => "on white".to_owned(),
        };
        sheet.line(under, model.theme.quiet());
        sheet.gap();
    }
    for fact in &shown.facts {
        sheet.text(fact, columns, 0, Style::new());
    }
}

fn cell(up: Pixel, low: Pixel, ground: Colour) -> Span<'static> {
    let paint = |pixel| {
        let [red, green, blue] = over(pixel, ground);
        Color::Rgb(red, green, blue)
    };
    Span::styled("▀", Style::new().fg(paint(up)).bg(paint(low)))
}
