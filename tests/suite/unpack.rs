//! Zips that conncert makes are unpacked by the programs that people have: the same names, the same
//! bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use conncert::connector::pack::pack;

const PYTHON: &str = "import sys, zipfile\n\
    zip = zipfile.ZipFile(sys.argv[1])\n\
    assert zip.testzip() is None\n\
    zip.extractall(sys.argv[2])\n";

/// Programs that unpack, with their arguments; `{zip}` and `{to}` stand for the paths.
const PROGRAMS: [(&str, &[&str]); 5] = [
    ("unzip", &["-q", "{zip}", "-d", "{to}"]),
    ("python3", &["-c", PYTHON, "{zip}", "{to}"]),
    ("7z", &["x", "-bd", "-y", "-o{to}", "{zip}"]),
    ("bsdtar", &["-x", "-f", "{zip}", "-C", "{to}"]),
    ("tar", &["-x", "-f", "{zip}", "-C", "{to}"]),
];

/// Unpacks a zip, and gives what the program has made of it; none where there is no such program.
fn unpack(program: usize, zip: &Path, to: &Path) -> Option<BTreeMap<String, Vec<u8>>> {
    let (name, arguments) = PROGRAMS[program];
    // Only the tar of Windows and of macOS knows zips.
    if name == "tar" && !cfg!(any(windows, target_os = "macos")) {
        return None;
    }
    fs::create_dir(to).expect("a folder");
    let (from, into) = (zip.display().to_string(), to.display().to_string());
    let mut command = Command::new(name);
    for argument in arguments {
        command.arg(argument.replace("{zip}", &from).replace("{to}", &into));
    }
    // Names that are no ASCII ask for a locale that knows them.
    command.env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    let ran = match command.output() {
        Ok(ran) => ran,
        Err(error) => {
            eprintln!("SKIPPED: {name} ({error})");
            return None;
        }
    };
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    // A program that Windows only offers to install is none.
    if cfg!(windows) && !ran.status.success() && fs::read_dir(to).expect("it").next().is_none() {
        eprintln!("SKIPPED: {name} ({told})");
        return None;
    }
    assert!(ran.status.success(), "{name}: {told}{}", String::from_utf8_lossy(&ran.stdout));
    let mut files = BTreeMap::new();
    collect(to, "", &mut files);
    Some(files)
}

fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name that is text");
        let path = format!("{below}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read(entry.path()).expect("a file"));
        }
    }
}

#[test]
fn every_program_unpacks_the_same_bytes() {
    // Large enough for several blocks of deflate, and not only of one kind.
    let mut large = Vec::new();
    let mut state = 7_u32;
    while large.len() < 3 << 20 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        large.extend_from_slice(&state.to_le_bytes());
        large.extend_from_slice(b"an invoice and another invoice ");
    }
    let inner = pack([("PkgAssets/ConnectorSolution.zip", &b"PK"[..])]).expect("a zip");
    let files: [(&str, &[u8]); 7] = [
        ("intro.md", b"About invoices.\r\n"),
        ("package.zip", &inner),
        ("with blanks in/its name (1).txt", b"x"),
        ("Rechnungen für Zoë.txt", b"\xff\x00\n"),
        ("請求書/インボイス.txt", "請求書".as_bytes()),
        ("empty.txt", b""),
        ("large.bin", &large),
    ];
    let dir = tempfile::tempdir().expect("a folder");
    let zip = dir.path().join("a package.zip");
    fs::write(&zip, pack(files).expect("a zip")).expect("a file");
    let expected: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    let mut ran = Vec::new();
    for (index, (name, _)) in PROGRAMS.iter().enumerate() {
        let Some(found) = unpack(index, &zip, &dir.path().join(name)) else { continue };
        let names =
            |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> { files.keys().cloned().collect() };
        assert_eq!(names(&found), names(&expected), "{name}");
        assert!(found == expected, "{name} unpacks other bytes");
        ran.push(*name);
    }
    eprintln!("unpacked by {}", ran.join(", "));
    let is_wanted =
        ["CI", "CONNCERT_UNPACKERS"].iter().any(|name| std::env::var_os(name).is_some());
    assert!(!ran.is_empty() || !is_wanted, "no program to unpack with");
}
