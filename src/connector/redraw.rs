//! An icon drawn anew in another size: scaled as it is, and filled up to a square.

use png::{BitDepth, ColorType, Encoder};

use super::icon::Icon;
use super::picture::{Colour, Pixels};

/// Red, green, blue, opacity.
pub type Pixel = [u8; 4];

/// The picture of a PNG file as a square of so many pixels a side, in the middle and not
/// distorted. Around it stands its own background, where its corners agree on one, else `around`.
/// None where the picture cannot be decoded.
pub fn square(bytes: &[u8], side: u32, around: Option<Colour>) -> Option<Vec<u8>> {
    let old = Icon::read(bytes)?;
    let pixels = Pixels::decode(old, bytes)?;
    let pixel_at = |x, y| with_alpha(&pixels, x, y);
    let (right, bottom) = (old.width - 1, old.height - 1);
    let corner = pixel_at(0, 0);
    let agree =
        [(right, 0), (0, bottom), (right, bottom)].iter().all(|(x, y)| pixel_at(*x, *y) == corner);
    let fill = match around {
        Some(colour) if !agree => with_opacity(colour, u8::MAX),
        _ => corner,
    };
    encode(side, scaled(old, &pixels, side, fill).as_flattened())
}

/// The same as pixels, row by row, with nothing around it: for a screen.
pub fn thumbnail(bytes: &[u8], side: u32) -> Option<Vec<Pixel>> {
    let old = Icon::read(bytes)?;
    let pixels = Pixels::decode(old, bytes)?;
    Some(scaled(old, &pixels, side, [0; 4]))
}

fn with_alpha(pixels: &Pixels, x: u32, y: u32) -> Pixel {
    let (colour, alpha) = pixels.at(x, y);
    with_opacity(colour, alpha)
}

fn scaled(old: Icon, pixels: &Pixels, side: u32, fill: Pixel) -> Vec<Pixel> {
    let longest = old.width.max(old.height);
    let scaled = |length: u32| {
        let exact = u64::from(length) * u64::from(side) + u64::from(longest) / 2;
        u32::try_from(exact / u64::from(longest)).unwrap_or(side).clamp(1, side)
    };
    let (width, height) = (scaled(old.width), scaled(old.height));
    let columns: Vec<Vec<Share>> = (0..width).map(|at| shares(at, old.width, width)).collect();
    let (left, top) = ((side - width) / 2, (side - height) / 2);
    let mut drawn = Vec::new();
    for y in 0..side {
        let row = y.checked_sub(top).filter(|y| *y < height).map(|y| shares(y, old.height, height));
        for x in 0..side {
            let column = x.checked_sub(left).and_then(|x| columns.get(x as usize));
            drawn.push(match column.zip(row.as_ref()) {
                Some((column, row)) => blend(column, row, |x, y| with_alpha(pixels, x, y)),
                None => fill,
            });
        }
    }
    drawn
}

fn with_opacity([red, green, blue]: Colour, alpha: u8) -> Pixel {
    [red, green, blue, alpha]
}

/// A row or column of the old picture, and how much it counts.
type Share = (u32, u64);

/// What goes into a row or column of the new picture: its nearest neighbours when the picture
/// grows, everything that falls onto it when it shrinks; the nearer, the more.
fn shares(at: u32, old: u32, new: u32) -> Vec<Share> {
    // Both pictures lie over each other on a ruler of 2 * old * new marks, so all is whole numbers.
    let (at, from, to) = (u64::from(at), u64::from(old), u64::from(new));
    let centre = (2 * at + 1) * from;
    let reach = 2 * from.max(to);
    let all = (0..old).map(|one| {
        let distance = ((2 * u64::from(one) + 1) * to).abs_diff(centre);
        (one, reach.saturating_sub(distance))
    });
    all.filter(|(_, weight)| *weight > 0).collect()
}

/// The mean of pixels; one that lets half shine through counts half for the colour.
fn blend(columns: &[Share], rows: &[Share], pixel_at: impl Fn(u32, u32) -> Pixel) -> Pixel {
    let (mut colours, mut opacity, mut all) = ([0_u64; 3], 0_u64, 0_u64);
    for (y, row) in rows {
        for (x, column) in columns {
            let [red, green, blue, alpha] = pixel_at(*x, *y);
            let weight = row * column;
            let seen = weight * u64::from(alpha);
            for (sum, channel) in colours.iter_mut().zip([red, green, blue]) {
                *sum += seen * u64::from(channel);
            }
            opacity += seen;
            all += weight;
        }
    }
    let mean = |sum: u64, of: u64| match of {
        0 => 0,
        of => u8::try_from((sum + of / 2) / of).unwrap_or(u8::MAX),
    };
    with_opacity(colours.map(|sum| mean(sum, opacity)), mean(opacity, all))
}

fn encode(side: u32, pixels: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side, side);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLUE: Pixel = [10, 92, 143, 255];
    const CLEAR: Pixel = [0, 0, 0, 0];

    fn png(width: u32, height: u32, pixel: impl Fn(u32, u32) -> Pixel) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, width, height);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap_or_else(|error| panic!("{error}"));
        let pixels: Vec<u8> = (0..height)
            .flat_map(|y| (0..width).map(move |x| (x, y)))
            .flat_map(|(x, y)| pixel(x, y))
            .collect();
        writer.write_image_data(&pixels).unwrap_or_else(|error| panic!("{error}"));
        writer.finish().unwrap_or_else(|error| panic!("{error}"));
        bytes
    }

    fn at(bytes: &[u8], x: u32, y: u32) -> Option<Pixel> {
        let ([red, green, blue], alpha) = Pixels::decode(Icon::read(bytes)?, bytes)?.at(x, y);
        Some([red, green, blue, alpha])
    }

    #[test]
    fn a_picture_of_the_wanted_size_stays_as_it_is() {
        let checked = png(7, 7, |x, y| if (x + y) % 2 == 0 { BLUE } else { CLEAR });
        assert_eq!(square(&checked, 7, None), Some(checked));
    }

    #[test]
    fn a_long_picture_is_filled_up_with_its_background() {
        let wide = png(20, 10, |x, y| if x == 10 && y == 5 { [9, 9, 9, 255] } else { BLUE });
        let drawn = square(&wide, 20, Some([1, 2, 3])).unwrap_or_default();
        assert_eq!(Icon::read(&drawn), Some(Icon { width: 20, height: 20 }));
        assert_eq!(at(&drawn, 0, 0), Some(BLUE));
        assert_eq!(at(&drawn, 10, 10), Some([9, 9, 9, 255]), "in the middle");
        let uneven = png(10, 20, |x, _| if x == 0 { CLEAR } else { BLUE });
        let drawn = square(&uneven, 20, Some([1, 2, 3])).unwrap_or_default();
        assert_eq!(at(&drawn, 4, 0), Some([1, 2, 3, 255]));
        assert_eq!(at(&drawn, 5, 0), Some(CLEAR));
        assert_eq!(at(&drawn, 6, 19), Some(BLUE));
        assert_eq!(at(&drawn, 15, 19), Some([1, 2, 3, 255]));
    }

    #[test]
    fn shrinking_takes_the_mean_and_what_is_clear_has_no_colour() {
        let stripes = png(8, 8, |x, _| if x % 2 == 0 { [200, 0, 0, 255] } else { [99, 99, 99, 0] });
        let drawn = square(&stripes, 2, None).unwrap_or_default();
        let half = at(&drawn, 0, 0).unwrap_or_default();
        assert_eq!(half[..3], [200, 0, 0]);
        assert!((110..=145).contains(&half[3]), "{half:?}");
    }

    #[test]
    fn a_thin_or_tiny_picture_is_drawn_as_well() {
        for (width, height) in [(1, 1), (300, 1), (1, 300)] {
            let drawn = square(&png(width, height, |_, _| BLUE), 100, None).unwrap_or_default();
            assert_eq!(Icon::read(&drawn), Some(Icon { width: 100, height: 100 }));
            assert!(
                [(0, 0), (50, 50), (99, 99)].iter().all(|(x, y)| at(&drawn, *x, *y) == Some(BLUE))
            );
        }
        assert_eq!(square(b"no picture", 100, None), None);
    }
}
