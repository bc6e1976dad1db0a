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
const ON_BRAND: &str = "on the brand colour";

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, shown: &Shown, columns: usize) {
    let can_show = model.theme.kind != Kind::Monochrome && !model.theme.ascii;
    let facts = facts(shown, columns, can_show);
    // Above and below stand the header, the footer and a frame.
    let room = usize::from(model.size.1).saturating_sub(4);
    let sides = [SIDE, SIDE / 2].map(|side| side as usize);
    let side = sides.into_iter().find(|side| facts.len() + side / 2 < room);
    if let Some((pixels, side)) = shown.pixels.as_deref().filter(|_| can_show).zip(side) {
        picture(sheet, model, (pixels, side), shown.brand, columns);
        if sheet.len() + facts.len() < room {
            sheet.gap();
        }
    }
    for fact in facts {
        sheet.spans(fact);
    }
    sheet.scroll_to(shown.scroll);
}

/// The icon on one ground or on two, as there is room.
fn picture(
    sheet: &mut Sheet,
    model: &Model,
    (pixels, side): (&[Pixel], usize),
    brand: Option<Colour>,
    columns: usize,
) {
    let white = [u8::MAX; 3];
    // Below each stands what it lies on.
    let each = side.max(ON_BRAND.len());
    let grounds: Vec<Colour> = match brand {
        Some(brand) if columns >= 2 * each + BETWEEN => vec![brand, white],
        Some(brand) => vec![brand],
        None => vec![white],
    };
    let between = " ".repeat(each - side + BETWEEN);
    let start = sheet.len();
    // Two rows of pixels make one row of characters.
    for y in (0..side).step_by(2) {
        let mut spans = Vec::new();
        for (number, ground) in grounds.iter().enumerate() {
            if number > 0 {
                spans.push(Span::raw(between.clone()));
            }
            let paint = |x, y| {
                let [red, green, blue] = seen(pixels, side, *ground, x, y);
                Color::Rgb(red, green, blue)
            };
            let cell = |x| Span::styled("▀", Style::new().fg(paint(x, y)).bg(paint(x, y + 1)));
            spans.extend((0..side).map(cell));
        }
        sheet.spans(spans);
    }
    for (number, ground) in grounds.iter().enumerate() {
        let left = number * (each + BETWEEN);
        sheet.hit_block(start, left..left + side, Hit::Picture(*ground));
    }
    let under = match (brand, grounds.len()) {
        (Some(_), 2) => format!("{ON_BRAND:<width$}on white", width = each + BETWEEN),
        (Some(_), _) => ON_BRAND.to_owned(),
        (None, _) => "on white".to_owned(),
    };
    sheet.line(under, model.theme.quiet());
}

/// What one sees at a place of the icon on a ground, when it is shown so large: the mean of all the
/// pixels that fall there.
fn seen(pixels: &[Pixel], side: usize, ground: Colour, x: usize, y: usize) -> Colour {
    let whole = SIDE as usize;
    let step = whole / side;
    let places = (0..step * step).map(|at| (y * step + at / step) * whole + x * step + at % step);
    let colours = places.filter_map(|at| pixels.get(at)).map(|pixel| over(*pixel, ground));
    let (mut sum, mut count) = ([0_u32; 3], 0);
    for colour in colours {
        for (sum, channel) in sum.iter_mut().zip(colour) {
            *sum += u32::from(channel);
        }
        count += 1;
    }
    sum.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
}

/// What there is to say, each colour with a swatch before it.
fn facts(shown: &Shown, columns: usize, can_show: bool) -> Vec<Vec<Span<'static>>> {
    let mut lines = Vec::new();
    for (colour, fact) in &shown.facts {
        let Some([red, green, blue]) = colour.filter(|_| can_show) else {
            lines.extend(wrap(fact, columns).into_iter().map(|line| vec![Span::raw(line)]));
            continue;
        };
        let swatch = Style::new().fg(Color::Rgb(red, green, blue));
        for (number, line) in wrap(fact, columns.saturating_sub(3)).into_iter().enumerate() {
            let before = if number == 0 { "██" } else { "  " };
            lines.push(vec![Span::styled(before, swatch), Span::raw(format!(" {line}"))]);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_picture_shows_the_mean_of_the_large_one() {
        let whole = SIDE as usize;
        let mut pixels = vec![[0, 0, 0, 255]; whole * whole];
        pixels[0] = [200, 100, 0, 255];
        // Nothing to be seen here but the ground.
        pixels[whole + 1] = [0; 4];
        assert_eq!(seen(&pixels, whole, [8; 3], 0, 0), [200, 100, 0]);
        assert_eq!(seen(&pixels, whole, [8; 3], 1, 1), [8; 3]);
        assert_eq!(seen(&pixels, whole / 2, [8; 3], 0, 0), [52, 27, 2]);
        assert_eq!(seen(&pixels, whole / 2, [8; 3], 11, 11), [0; 3]);
    }
}
