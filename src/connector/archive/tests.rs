//! Zips made to harm, and zips that are only odd.

use std::io::Write as _;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        if name.ends_with('/') {
            assert!(writer.add_directory(*name, options).is_ok());
        } else {
            assert!(writer.start_file(*name, options).is_ok(), "{name}");
            assert!(writer.write_all(bytes).is_ok());
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn read(bytes: &[u8]) -> Archive {
    Archive::read(bytes, &mut Budget::default())
}

/// The only flaw: the entry, its kind, its text.
fn flaw(bytes: &[u8]) -> (String, FlawKind, String) {
    let archive = read(bytes);
    assert_eq!(archive.flaws.len(), 1, "{:?}", archive.flaws);
    let flaw = archive.flaws[0].clone();
    (flaw.entry, flaw.kind, flaw.text)
}

#[test]
fn folders_and_files_are_found_whatever_their_capitals() {
    let bytes =
        zip(&[("a/B.ZIP", b"x"), ("A/c.txt", b""), ("d/", b""), ("e.md", b"y"), ("a/f/g", b"")]);
    let archive = read(&bytes);
    assert_eq!(archive.flaws, []);
    assert_eq!(archive.folders(""), ["a", "d"]);
    assert_eq!(archive.folders("A"), ["f"]);
    assert_eq!(archive.files("a").map(|(name, _)| name).collect::<Vec<_>>(), ["B.ZIP", "c.txt"]);
    assert_eq!(archive.files_ending("a", ".zip"), [("B.ZIP", Some(b"x".as_slice()))]);
    assert!(archive.file("E.MD").is_some() && archive.file("d").is_none());
}

#[test]
fn what_is_no_zip_is_told() {
    for (bytes, said) in [
        (b"".as_slice(), "it is empty"),
        (b"hello", "it is no zip"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"PK\x03\x04 cut", "damaged"),
    ] {
        let (entry, kind, text) = flaw(bytes);
        assert!(entry.is_empty() && kind == FlawKind::Unreadable && text.contains(said), "{text}");
        assert!(!read(bytes).is_readable());
    }
}

#[test]
fn paths_that_lead_out_are_told_and_not_read() {
    for name in ["../evil.txt", "/evil.txt", "C:/evil.txt", "a/../../b", "aux/b", "a?b", "a\nb"] {
        let bytes = zip(&[(name, b"x"), ("good.md", b"y")]);
        let (entry, kind, _) = flaw(&bytes);
        assert_eq!((entry.as_str(), kind), (name, FlawKind::Unsafe));
        let paths: Vec<String> = read(&bytes).entries.into_iter().map(|entry| entry.path).collect();
        assert_eq!(paths, ["good.md"]);
    }
}

#[test]
fn parts_of_paths_that_say_nothing_go() {
    let archive = read(&zip(&[("./intro.md", b"x"), ("a//b/./c.txt", b"y"), ("./", b"")]));
    assert_eq!(archive.flaws, []);
    let paths: Vec<&str> = archive.entries.iter().map(|entry| entry.path.as_str()).collect();
    assert_eq!(paths, ["intro.md", "a/b/c.txt"]);
}

#[test]
fn what_other_programs_would_read_otherwise_is_told() {
    let good = zip(&[("a.md", b"x"), ("b.md", b"yz")]);
    let (entry, kind, text) = flaw(&[b"MZ".as_slice(), &good].concat());
    assert_eq!((entry.as_str(), kind), ("", FlawKind::Unsafe));
    assert!(text.contains("before its beginning"), "{text}");

    let mut named = good.clone();
    named[30] = b'z';
    let (entry, kind, text) = flaw(&named);
    assert_eq!((entry.as_str(), kind), ("a.md", FlawKind::Unsafe));
    assert!(text.contains("another where it lies"), "{text}");

    // Both entries of the list lead to the first.
    let mut twice = zip(&[("a.md", b"x"), ("a.mz", b"x")]);
    let first = find(&twice, b"PK\x01\x02");
    let second = first + 4 + find(&twice[first + 4..], b"PK\x01\x02");
    twice[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
    let flaws = read(&twice).flaws;
    assert!(flaws.iter().any(|flaw| flaw.text.contains("over one another")), "{flaws:?}");

    let (entry, kind, text) = flaw(&zip(&[("Connector", b"x"), ("connector/a.json", b"y")]));
    assert_eq!((entry.as_str(), kind), ("Connector", FlawKind::Unsafe));
    assert!(text.contains("a folder has the same name"), "{text}");
}

#[test]
fn backslashes_are_folders_and_told() {
    let bytes = zip(&[("PkgAssets\\a.zip", b"x")]);
    assert_eq!(flaw(&bytes).1, FlawKind::Backslash);
    assert_eq!(read(&bytes).folders(""), ["PkgAssets"]);
}

#[test]
fn names_that_fall_together_are_told() {
    let bytes = zip(&[("a.md", b"x"), ("A.md", b"y")]);
    let (entry, kind, text) = flaw(&bytes);
    assert_eq!((entry.as_str(), kind), ("A.md", FlawKind::Unsafe));
    assert!(text.contains("capitals"));
    // The writer refuses the same name twice, so it is written over another of its length.
    let mut bytes = zip(&[("aa.md", b"x"), ("bb.md", b"y")]);
    replace(&mut bytes, b"bb.md", b"aa.md");
    assert!(flaw(&bytes).2.contains("two entries of the same name"));
}

#[test]
fn links_passwords_and_methods_are_told() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    assert!(writer.add_symlink("link", "/etc/passwd", SimpleFileOptions::default()).is_ok());
    let bytes = writer.finish().map(Cursor::into_inner).unwrap_or_default();
    let (entry, kind, text) = flaw(&bytes);
    assert_eq!((entry.as_str(), kind), ("link", FlawKind::Unsafe));
    assert!(text.contains("symbolic link"));

    // Flags and method, in the local header and in the central one.
    for (local, central, value, said) in [(6, 8, 1, "encrypted"), (8, 10, 14, "packed by a method")]
    {
        let mut bytes = zip(&[("a.md", b"some text")]);
        bytes[local] = value;
        let start = find(&bytes, b"PK\x01\x02");
        bytes[start + central] = value;
        let (entry, kind, text) = flaw(&bytes);
        assert_eq!((entry.as_str(), kind), ("a.md", FlawKind::Unreadable), "{text}");
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn damage_is_found_by_the_checksum() {
    let mut bytes = zip(&[("a.md", b"some text"), ("b.md", b"x")]);
    let start = find(&bytes, b"PK\x01\x02");
    bytes[start + 16] ^= 1;
    let (entry, _, text) = flaw(&bytes);
    assert_eq!(entry, "a.md");
    assert!(text.contains("damaged"), "{text}");
    assert!(read(&bytes).file("b.md").is_some() && read(&bytes).is_readable());
}

#[test]
fn what_is_too_much_is_not_read() {
    let bomb = zip(&[("bomb.bin", &vec![0; 20 << 20])]);
    assert!(bomb.len() < 64 * 1024);
    assert!(flaw(&bomb).2.contains("times"));

    // A size that lies.
    let mut lie = zip(&[("lie.bin", &vec![0; 1000])]);
    let start = find(&lie, b"PK\x01\x02");
    lie[start + 24..start + 28].copy_from_slice(&10_u32.to_le_bytes());
    assert!(flaw(&lie).2.contains("damaged"));

    let mut small = Budget { entries: 2, bytes: 10 };
    let bytes = zip(&[("a", b"123456"), ("b", b"123456")]);
    let archive = Archive::read(&bytes, &mut small);
    // That the second is there is known all the same.
    let read: Vec<bool> = archive.entries.iter().map(|entry| entry.bytes.is_some()).collect();
    assert_eq!(read, [true, false]);
    assert!(archive.file("b").is_some_and(|entry| !entry.is_folder));
    assert!(archive.flaws[0].text.contains("MiB"), "{:?}", archive.flaws);
    let archive = Archive::read(&bytes, &mut small);
    assert!(archive.flaws[0].text.contains("more than 10000"), "{:?}", archive.flaws);
}

#[test]
fn no_bytes_make_it_panic() {
    let good = zip(&[("intro.md", b"# Contoso"), ("package.zip", b"PK\x05\x06")]);
    for at in 0..good.len() {
        for value in [0, 1, 0x7f, 0xff] {
            let mut bytes = good.clone();
            bytes[at] = value;
            let _ = read(&bytes);
        }
        let _ = read(&good[..at]);
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|part| part == wanted).unwrap_or_default()
}

fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if &bytes[at..at + from.len()] == from {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
}
