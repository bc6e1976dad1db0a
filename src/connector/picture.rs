//! What an icon shows, as far as rules ask: its corners, whether one can see through it, and how
//! much of it the logo fills. Decoded within limits, for a file may claim any size.

use png::{ColorType, Decoder, Limits, Transformations};

use super::icon::Icon;
use crate::source::text::Span;

/// Red, green, blue.
pub type Colour = [u8; 3];

/// A decoded icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Colour of the pixels at the four corners, row by row.
    pub corners: [Colour; 4],
    /// No pixel lets anything shine through.
    pub is_opaque: bool,
    /// Columns and rows from the first to the last pixel that is not background; none where every
    /// pixel is.
    pub logo: Option<(u32, u32)>,
    /// The size of the whole.
    pub size: Icon,
}

/// Pixels a side beyond which nothing is decoded: four times what is accepted.
const LARGEST: u32 = 1024;

/// Bytes that a decoder may take.
const MEMORY: usize = 16 * 1024 * 1024;

/// How far a channel may stray from the background's and still count as background: smoothing and
/// lossy tools leave such traces.
const TOLERANCE: u8 = 16;

impl Picture {
    /// Decodes the first image of a PNG file; none where it is too large or damaged.
    pub(super) fn decode(size: Icon, bytes: &[u8]) -> Option<Self> {
        if size.width.max(size.height) > LARGEST {
            return None;
        }
        Some(Pixels::decode(size, bytes)?.describe(size))
    }

    /// The corners have one colour.
    pub fn is_even(&self) -> bool {
        self.corners.iter().all(|corner| is_near(*corner, self.corners[0]))
    }

    /// Share of the larger of width and height that the logo takes, in percent; none where there
    /// is no telling it from the background.
    pub fn logo_percent(&self) -> Option<u32> {
        let (width, height) = self.logo.filter(|_| self.is_even())?;
        Some((width * 100).div_ceil(self.size.width).max((height * 100).div_ceil(self.size.height)))
    }
}

/// Decoded pixels of eight bits a channel.
pub(super) struct Pixels {
    channels: usize,
    line: usize,
    bytes: Vec<u8>,
}

impl Pixels {
    /// Decodes the first image of a PNG file; none where it takes too much memory or is damaged.
    pub(super) fn decode(size: Icon, bytes: &[u8]) -> Option<Self> {
        if size.width == 0 || size.height == 0 {
            return None;
        }
        let limits = Limits { bytes: MEMORY };
        let mut decoder = Decoder::new_with_limits(std::io::Cursor::new(bytes), limits);
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().ok()?;
        let length = reader.output_buffer_size().filter(|length| *length <= MEMORY)?;
        let mut pixels = vec![0; length];
        let frame = reader.next_frame(&mut pixels).ok()?;
        let pixels = Self {
            channels: match frame.color_type {
                ColorType::Grayscale => 1,
                ColorType::GrayscaleAlpha => 2,
                ColorType::Rgb => 3,
                ColorType::Rgba => 4,
                ColorType::Indexed => return None,
            },
            line: frame.line_size,
            bytes: pixels,
        };
        (frame.width == size.width && frame.height == size.height).then_some(pixels)
    }

    /// Colour and opacity at a place.
    pub(super) fn at(&self, x: u32, y: u32) -> (Colour, u8) {
        let start = y as usize * self.line + x as usize * self.channels;
        match self.bytes.get(start..start + self.channels) {
            Some(&[grey]) => ([grey; 3], u8::MAX),
            Some(&[grey, alpha]) => ([grey; 3], alpha),
            Some(&[red, green, blue]) => ([red, green, blue], u8::MAX),
            Some(&[red, green, blue, alpha]) => ([red, green, blue], alpha),
            _ => ([0; 3], 0),
        }
    }

    fn describe(&self, size: Icon) -> Picture {
        let Icon { width, height } = size;
        let (right, bottom) = (width - 1, height - 1);
        let corners =
            [(0, 0), (right, 0), (0, bottom), (right, bottom)].map(|(x, y)| self.at(x, y));
        let (background, background_alpha) = corners[0];
        let mut is_opaque = true;
        let (mut columns, mut rows) = (None::<Span>, None::<Span>);
        let grow = |found: Option<Span>, at: u32| {
            let at = at as usize;
            let found = found.unwrap_or(Span { start: at, end: at });
            Some(Span { start: found.start.min(at), end: found.end.max(at + 1) })
        };
        for y in 0..height {
            for x in 0..width {
                let (colour, alpha) = self.at(x, y);
                is_opaque &= alpha == u8::MAX;
                let clear = alpha <= TOLERANCE && background_alpha <= TOLERANCE;
                let alike =
                    alpha.abs_diff(background_alpha) <= TOLERANCE && is_near(colour, background);
                if !clear && !alike {
                    columns = grow(columns, x);
                    rows = grow(rows, y);
                }
            }
        }
        let length = |span: Span| u32::try_from(span.len()).unwrap_or(u32::MAX);
        Picture {
            corners: corners.map(|(colour, _)| colour),
            is_opaque,
            logo: columns.zip(rows).map(|(columns, rows)| (length(columns), length(rows))),
            size,
        }
    }
}

/// `#rrggbb` as people write a colour; none where it is anything else.
pub fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Whether nobody would tell two colours apart.
pub fn is_near(one: Colour, other: Colour) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= TOLERANCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square of 10 with a dot of 4, in the given form.
    fn square(form: ColorType, background: &[u8], dot: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 10, 10);
        encoder.set_color(form);
        encoder.set_depth(png::BitDepth::Eight);
        let inside = |at: usize| (3..7).contains(&(at % 10)) && (3..7).contains(&(at / 10));
        let pixels: Vec<u8> =
            (0..100).flat_map(|at| if inside(at) { dot } else { background }).copied().collect();
        let mut writer = encoder.write_header().unwrap_or_else(|error| panic!("{error}"));
        writer.write_image_data(&pixels).unwrap_or_else(|error| panic!("{error}"));
        writer.finish().unwrap_or_else(|error| panic!("{error}"));
        bytes
    }

    fn decode(bytes: &[u8]) -> Option<Picture> {
        Picture::decode(Icon::read(bytes)?, bytes)
    }

    #[test]
    fn every_form_is_described() {
        let forms: [(ColorType, &[u8], &[u8], bool); 4] = [
            (ColorType::Grayscale, &[9], &[200], true),
            (ColorType::GrayscaleAlpha, &[9, 254], &[200, 255], false),
            (ColorType::Rgb, &[9, 9, 9], &[9, 9, 200], true),
            (ColorType::Rgba, &[9, 9, 9, 255], &[9, 200, 9, 255], true),
        ];
        for (form, background, dot, is_opaque) in forms {
            let size = Icon { width: 10, height: 10 };
            let wanted = Picture { corners: [[9; 3]; 4], is_opaque, logo: Some((4, 4)), size };
            assert_eq!(decode(&square(form, background, dot)), Some(wanted), "{form:?}");
            assert_eq!(wanted.logo_percent(), Some(40));
        }
    }

    #[test]
    fn traces_are_background() {
        let picture = decode(&square(ColorType::Rgb, &[9, 9, 9], &[25, 9, 9]));
        assert_eq!(picture.and_then(|picture| picture.logo), None);
        let picture = decode(&square(ColorType::Rgb, &[9, 9, 9], &[26, 9, 9]));
        assert_eq!(picture.and_then(|picture| picture.logo), Some((4, 4)));
    }

    #[test]
    fn damaged_and_boastful_files_are_not_decoded() {
        let whole = square(ColorType::Rgb, &[9, 9, 9], &[0, 0, 0]);
        for length in 0..whole.len() {
            // The last chunk holds no pixels.
            assert!(decode(&whole[..length]).is_none() || length >= whole.len() - 12, "{length}");
        }
        let mut boastful = whole;
        boastful[16..20].copy_from_slice(&1_000_000_u32.to_be_bytes());
        assert_eq!(decode(&boastful), None);
    }
}
