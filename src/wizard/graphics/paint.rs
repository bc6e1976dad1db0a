//! A picture as a terminal takes it.

use image::{DynamicImage, Rgba, RgbaImage, imageops};
use ratatui::layout::Size;
use ratatui_image::protocol::Protocol;
use ratatui_image::protocol::iterm2::Iterm2;
use ratatui_image::protocol::kitty::Kitty;
use ratatui_image::protocol::sixel::Sixel;

use super::reply::Way;
use crate::connector::picture::Colour;
use crate::wizard::picture::{Fine, over};

/// A picture on a ground, in so many characters of such a size in pixels. Kitty knows it by a
/// number.
pub(super) fn encode(
    way: Way,
    fine: &Fine,
    ground: Colour,
    (columns, rows): (u16, u16),
    cell: (u16, u16),
    number: u32,
) -> Option<Protocol> {
    let pixels = (u32::from(columns) * u32::from(cell.0), u32::from(rows) * u32::from(cell.1));
    let picture = DynamicImage::ImageRgba8(compose(fine, ground, pixels)?);
    let size = Size::new(columns, rows);
    match way {
        Way::Kitty => Kitty::new(picture, size, number, false, false).map(Protocol::Kitty),
        Way::Iterm2 => Iterm2::new(picture, size, false).map(Protocol::ITerm2),
        Way::Sixel => Sixel::new(picture, size, false).map(Protocol::Sixel),
    }
    .ok()
}

/// The picture in the middle of its ground, as large as it fits, not distorted. Nothing shines
/// through: what a terminal makes of that is its own affair.
fn compose(fine: &Fine, ground: Colour, (width, height): (u32, u32)) -> Option<RgbaImage> {
    let opaque = |[red, green, blue]: Colour| Rgba([red, green, blue, u8::MAX]);
    let mixed = fine.pixels.iter().flat_map(|pixel| opaque(over(*pixel, ground)).0);
    let picture = RgbaImage::from_raw(fine.side, fine.side, mixed.collect())?;
    let side = width.min(height);
    let picture = imageops::resize(&picture, side, side, imageops::FilterType::Triangle);
    let mut whole = RgbaImage::from_pixel(width, height, opaque(ground));
    let (left, top) = (i64::from((width - side) / 2), i64::from((height - side) / 2));
    imageops::replace(&mut whole, &picture, left, top);
    Some(whole)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::widgets::Widget as _;
    use ratatui_image::Image;

    use super::*;

    const GROUND: Colour = [10, 92, 143];

    fn fine() -> Fine {
        let pixels = [[255, 0, 0, 255], [0, 0, 0, 0], [0, 0, 0, 0], [255, 0, 0, 255]];
        Fine { side: 2, pixels: pixels.to_vec() }
    }

    #[test]
    fn the_first_character_carries_the_picture() {
        for (way, begins, holds) in [
            (Way::Kitty, "\u{1b}_G", "\u{10EEEE}"),
            (Way::Iterm2, "\u{1b}[", "\u{1b}]1337;File=inline=1;"),
            (Way::Sixel, "\u{1b}[", "\u{1b}P"),
        ] {
            let protocol = encode(way, &fine(), GROUND, (4, 2), (10, 20), 7);
            let protocol = protocol.unwrap_or_else(|| panic!("{way:?} does not encode"));
            let area = Rect::new(0, 0, 6, 3);
            let mut buffer = Buffer::empty(area);
            Image::new(&protocol).render(area, &mut buffer);
            let first = buffer[(0, 0)].symbol();
            assert!(first.starts_with(begins) && first.contains(holds), "{way:?}: {first:?}");
            assert_eq!(buffer[(4, 0)].symbol(), " ", "{way:?} keeps to its place");
        }
    }

    #[test]
    fn a_picture_stands_in_the_middle_and_what_is_clear_shows_the_ground() {
        let whole = compose(&fine(), GROUND, (40, 20)).unwrap_or_else(|| panic!("it is composed"));
        let at = |x, y| whole.get_pixel(x, y).0;
        assert_eq!(at(0, 0), [10, 92, 143, 255], "beside it");
        assert_eq!(at(10, 0), [255, 0, 0, 255], "its first corner");
        assert_eq!(at(29, 0), [10, 92, 143, 255], "a clear corner");
        assert_eq!(at(29, 19), [255, 0, 0, 255], "its last corner");
        let broken = Fine { side: 3, pixels: vec![[0; 4]] };
        assert!(compose(&broken, GROUND, (4, 4)).is_none());
    }
}
