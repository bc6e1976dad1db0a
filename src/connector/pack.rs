//! Makes zips: the same bytes for the same files on every system.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Packs files in the order in which they come. Paths are separated by forward slashes; what is a
/// zip already is stored as it is.
///
/// # Errors
/// Two files have the same path, or something is beyond the limits of the format.
pub fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> ZipResult<Vec<u8>> {
    // Everything a writer would take from its surroundings is fixed.
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let stored = options.compression_method(CompressionMethod::Stored);
    let deflated =
        options.compression_method(CompressionMethod::Deflated).compression_level(Some(6));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let is_packed = path.to_lowercase().ends_with(".zip");
        writer.start_file(path, if is_packed { stored } else { deflated })?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::super::archive::{Archive, Budget};
    use super::*;

    /// FNV-1a, to pin bytes by a number.
    fn hash(bytes: &[u8]) -> u64 {
        bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    #[test]
    fn the_bytes_are_the_same_everywhere() {
        let text = "An invoice, and another invoice.\n".repeat(3000);
        let inner = pack([("PkgAssets/One.zip", &b"PK"[..])]).unwrap();
        let files = [
            ("intro.md", text.as_bytes()),
            ("Übersicht der Dinge.md", b""),
            ("package.zip", &inner),
        ];
        let bytes = pack(files).unwrap();
        // A number of every system: where it differs, so do the packages that people hand in.
        assert_eq!((bytes.len(), hash(&bytes)), (1102, 3_522_018_514_767_616_179));
        assert_eq!(bytes, pack(files).unwrap());
    }

    #[test]
    fn what_was_packed_can_be_read() {
        let files = [("a b/ö.txt", &b"x"[..]), ("a b/z.ZIP", b"PK"), ("é", b"")];
        let archive = Archive::read(&pack(files).unwrap(), &mut Budget::default());
        assert_eq!(archive.flaws, []);
        let read: Vec<(&str, &[u8])> = archive
            .entries
            .iter()
            .map(|entry| (entry.path.as_str(), entry.bytes.as_deref().unwrap()))
            .collect();
        assert_eq!(read, files);
        assert!(pack([("a", &b""[..]), ("a", b"")]).is_err());
    }
}
