//! `icon.png`: width and height, read from the header alone (D10).

/// A PNG picture, as far as its header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

impl Icon {
    /// Reads the header; `None` when the bytes are not those of a PNG.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        // 26 bytes hold signature, chunk length and name, both sizes, depth and colour type.
        if bytes.len() < 26 || bytes[..8] != SIGNATURE || &bytes[12..16] != b"IHDR" {
            return None;
        }
        let number = |at: usize| {
            bytes[at..at + 4].iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
        };
        Some(Self { width: number(16), height: number(20) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = SIGNATURE.to_vec();
        bytes.extend([0, 0, 0, 13]);
        bytes.extend(b"IHDR");
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6]);
        bytes
    }

    #[test]
    fn sizes_come_from_the_header() {
        assert_eq!(Icon::read(&header(230, 100)), Some(Icon { width: 230, height: 100 }));
    }

    #[test]
    fn a_short_or_foreign_file_is_no_png() {
        let whole = header(1, 1);
        assert_eq!(Icon::read(&whole[..25]), None);
        assert_eq!(Icon::read(b"GIF89a, and then some more bytes"), None);
    }
}
