//! The icon as the screen shows it, with the figures that matter.

use super::model::Open;
use crate::connector::files::Role;
use crate::connector::picture::{Colour, Picture, colour};
use crate::connector::redraw::Pixel;

/// Pixels a side that are shown: half as many rows of characters.
pub(crate) const SIDE: u32 = 24;

/// A square of pixels, row by row.
#[cfg(feature = "pictures")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fine {
    pub(crate) side: u32,
    pub(crate) pixels: Vec<Pixel>,
}

/// The pixels of an icon as it is; a huge one is made smaller.
#[cfg(feature = "pictures")]
impl Fine {
    const MOST: u32 = 256;

    fn of(connector: &crate::connector::Connector) -> Option<Self> {
        let icon = connector.icon.ready()?;
        let side = icon.width.max(icon.height).min(Self::MOST);
        Some(Self { side, pixels: connector.thumbnail(side)? })
    }
}

/// The icon, looked at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Row by row; none where the icon cannot be decoded.
    pub(crate) pixels: Option<Vec<Pixel>>,
    /// The same for terminals that show every pixel.
    #[cfg(feature = "pictures")]
    pub(crate) fine: Option<std::sync::Arc<Fine>>,
    pub(crate) brand: Option<Colour>,
    /// What there is to say about it, a line each, with the colour that is spoken of.
    pub(crate) facts: Vec<(Option<Colour>, String)>,
    /// Lines that are scrolled away, on a small screen.
    pub(crate) scroll: usize,
}

impl Shown {
    /// Looks at the icon of what is open.
    pub(crate) fn of(open: &Open) -> Self {
        let connector = open.connector.as_deref();
        let brand = connector
            .and_then(|connector| connector.properties())
            .and_then(|properties| properties.text("iconBrandColor"));
        let brand_colour = brand.as_deref().and_then(colour);
        let mut facts = Vec::new();
        let facts_of_file = connector.map(|connector| connector.facts(Role::Icon));
        match facts_of_file.filter(|facts| facts.found) {
            None => facts.push((None, "There is no icon in the folder.".to_owned())),
            Some(file) => {
                let size = connector.and_then(|connector| connector.icon.ready());
                let size = size.map_or("not a PNG".to_owned(), |icon| {
                    format!("{} × {} pixels", icon.width, icon.height)
                });
                facts.push((None, format!("{}: {size}, {} bytes", file.name, file.size)));
            }
        }
        let picture = connector.and_then(|connector| connector.picture());
        if let Some(percent) = picture.and_then(Picture::logo_percent) {
            facts.push((None, format!("The logo fills {percent} % of the side")));
        }
        let ground = picture
            .filter(|picture| picture.is_even() && picture.is_opaque)
            .map(|picture| picture.corners[0]);
        if let Some(picture) = picture {
            let text = match ground {
                Some(ground) => format!("Background {}, the same in every corner", hex(ground)),
                None if picture.is_even() => "Something shines through it".to_owned(),
                None => "The corners have different colours".to_owned(),
            };
            facts.push((ground, text));
        }
        let text = match (&brand, brand_colour, ground) {
            (None, ..) => "No brand colour is given".to_owned(),
            (Some(text), None, _) => format!("Brand colour {text}, which is no colour"),
            (Some(_), Some(brand), None) => format!("Brand colour {}", hex(brand)),
            (Some(_), Some(brand), Some(ground)) => {
                let ratio = contrast(brand, ground);
                format!("Brand colour {}, contrast with that {ratio:.1} to 1", hex(brand))
            }
        };
        facts.push((brand_colour, text));
        let pixels = connector.and_then(|connector| connector.thumbnail(SIDE));
        if let (Some(brand), Some(mean)) = (brand_colour, pixels.as_deref().and_then(mean)) {
            let ratio = contrast(brand, mean);
            let text = format!("The icon on it: {} (contrast {ratio:.1} to 1)", in_words(ratio));
            facts.push((None, text));
        }
        Self {
            pixels,
            #[cfg(feature = "pictures")]
            fine: connector.and_then(Fine::of).map(std::sync::Arc::new),
            brand: brand_colour,
            facts,
            scroll: 0,
        }
    }
}

/// As files write a colour.
pub(crate) fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// What one sees of a pixel on a ground.
pub(crate) fn over([red, green, blue, alpha]: Pixel, ground: Colour) -> Colour {
    let mix = |own: u8, under: u8| {
        let mixed = u32::from(own) * u32::from(alpha) + u32::from(under) * (255 - u32::from(alpha));
        u8::try_from(mixed / 255).unwrap_or(u8::MAX)
    };
    [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])]
}

/// The mean of what is not the background, which is the pixel in the first corner.
fn mean(pixels: &[Pixel]) -> Option<Colour> {
    let ground = *pixels.first()?;
    let far = |pixel: &&Pixel| {
        pixel[3] > 127 && pixel.iter().zip(ground).any(|(one, other)| one.abs_diff(other) > 24)
    };
    let (mut sum, mut count) = ([0_u32; 3], 0_u32);
    for pixel in pixels.iter().filter(far) {
        for (sum, channel) in sum.iter_mut().zip(pixel) {
            *sum += u32::from(*channel);
        }
        count += 1;
    }
    (count > 0).then(|| sum.map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)))
}

/// How much two colours differ in brightness, as the guidelines for accessible content count it:
/// from 1 to 21.
pub(crate) fn contrast(one: Colour, other: Colour) -> f64 {
    let luminance = |[red, green, blue]: Colour| {
        let channel = |value: u8| {
            let part = f64::from(value) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const fn in_words(ratio: f64) -> &'static str {
    if ratio < 1.5 {
        "hardly to be told apart"
    } else if ratio < 3.0 {
        "hard to see"
    } else {
        "easy to see"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.01);
        assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.01);
        assert!((contrast([9, 9, 9], [9, 9, 9]) - 1.0).abs() < 0.01);
    }

    #[test]
    fn what_shines_through_is_mixed() {
        assert_eq!(over([255, 0, 0, 255], [0, 0, 255]), [255, 0, 0]);
        assert_eq!(over([255, 0, 0, 0], [0, 0, 255]), [0, 0, 255]);
        assert_eq!(over([255, 255, 255, 51], [0; 3]), [51; 3]);
    }
}
