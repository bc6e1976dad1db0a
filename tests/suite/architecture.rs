//! The house holds: who may import whom, who may touch the world, what every file begins with, and
//! how large it may grow. Read from the sources, so it sees what is written, not what is meant.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from left to right; a room imports only rooms that stand left of it.
const ROOMS: [&[&str]; 14] = [
    &["source"],
    &["connector"],
    &["answers"],
    &["submission"],
    &["steps"],
    &["settings"],
    &["rule"],
    &["rules"],
    &["check"],
    &["tasks", "fix", "draft"],
    &["format", "export"],
    &["store"],
    &["cli", "wizard"],
    &["main"],
];

/// Neighbours that may be imported all the same: without a command, the command line starts the
/// wizard.
const DOORS: [(&str, &str); 1] = [("cli", "wizard")];

/// Crates of the terminal; only the wizard names them.
const TERMINAL: [&str; 3] = ["ratatui", "crossterm", "tui_textarea"];

/// What touches the world, and the rooms that may.
const WORLD: [&str; 7] = [
    "std::fs",
    "std::env",
    "std::process",
    "std::time::SystemTime",
    "std::time::Instant",
    "Zoned::now",
    "Timestamp::now",
];
const PRINTING: [&str; 4] = ["print", "println", "eprint", "eprintln"];
const WORLDLY: [&str; 4] = ["store", "cli", "wizard", "main"];

/// The most lines a file has: any, nine of ten, one of two.
const SIZES: [usize; 3] = [600, 400, 150];

#[test]
fn rooms_import_only_what_stands_left_of_them() {
    report(&all_faults(imports));
}

#[test]
fn only_the_wizard_names_the_terminal() {
    report(&all_faults(terminal));
}

#[test]
fn only_the_shells_touch_the_world() {
    report(&all_faults(world));
}

#[test]
fn every_file_begins_with_its_purpose() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut bare = Vec::new();
    for path in ["src", "tests"].iter().flat_map(|folder| sources(&root.join(folder))) {
        let text = fs::read_to_string(&path).expect("a source file");
        if !text.starts_with("//! ") {
            bare.push(format!("{} does not begin with `//!`", path.display()));
        }
    }
    report(&bare);
}

#[test]
fn files_stay_small() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sizes: Vec<(usize, PathBuf)> = sources(&root)
        .into_iter()
        .map(|path| (fs::read_to_string(&path).expect("a source file").lines().count(), path))
        .collect();
    sizes.sort();
    assert!(sizes.len() > 20, "the sources were not found");
    let [most, nine_of_ten, half] = SIZES;
    let (largest, path) = sizes.last().expect("there are files");
    assert!(*largest <= most, "{} has {largest} lines", path.display());
    let (size, path) = &sizes[sizes.len() * 9 / 10];
    assert!(*size < nine_of_ten, "one of ten files is as large as {}: {size}", path.display());
    let (size, _) = sizes[sizes.len() / 2];
    assert!(size < half, "the median file has {size} lines");
}

#[test]
fn the_scanner_sees_what_is_forbidden() {
    let faults = |room: &str, depth: usize, text: &str| {
        let code = Code { room: room.to_owned(), depth, paths: paths(text), macros: macros(text) };
        [imports(&code), terminal(&code), world(&code)].concat()
    };
    let bad = [
        ("rules", 1, "use crate::store::Store;"),
        ("rules", 1, "use crate::{answers::Answers, check::{self, check}};"),
        ("rules", 2, "fn f() { crate::format::wrap(\"\", 1, \"\") }"),
        ("connector", 2, "use super::super::rule::Rule;"),
        ("answers", 1, "use super::submission::Submission;"),
        ("fix", 1, "use crate::draft::Draft;"),
        ("wizard", 1, "use crate::cli;"),
        ("nowhere", 1, "use crate::source;"),
        ("source", 1, "use crate::elsewhere;"),
        ("cli", 1, "use crossterm::event;"),
        ("format", 1, "use std::{io, fs::{self, File}};"),
        ("export", 1, "let now = std::time::Instant::now();"),
        ("export", 1, "use std::time::{Duration, SystemTime};"),
        ("check", 1, "let day = jiff::Zoned::now().date();"),
        ("check", 1, "let word = r#\" \" \"#; println!(\"{word}\");"),
        ("check", 1, "let quote = '\"'; std::process::exit(1)"),
        ("check", 1, "#[cfg(test)] mod tests { } use crate::cli;"),
    ];
    for (room, depth, text) in bad {
        assert_eq!(faults(room, depth, text).len(), 1, "{room}: {text}");
    }
    let good = [
        ("rules", 2, "use crate::{answers::{Answers, Kind}, rule}; use super::near;"),
        ("rules", 2, "use super::Rule; // use crate::store;\n/* use crate::cli; /* */ std::fs */"),
        ("cli", 1, "use crate::wizard; use std::fs; println!();"),
        (
            "format",
            1,
            "let text = \"crate::store std::fs println!\"; env!(\"X\"); write!(out, \"\");",
        ),
        ("source", 2, "#[cfg(test)]\nmod tests { use super::*; fn f() { std::fs::read(\"}\"); } }"),
        ("source", 1, "fn f<'a>(x: &'a str) -> char { '\\'' } use std::io::Read as fs;"),
        ("main", 1, "conncert::cli::run(std::env::args_os())"),
    ];
    for (room, depth, text) in good {
        assert_eq!(faults(room, depth, text), Vec::<String>::new(), "{room}: {text}");
    }
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A source file, as far as it matters here.
struct Code {
    /// The first part of its module path.
    room: String,
    /// How many parts its module path has.
    depth: usize,
    paths: Vec<String>,
    macros: Vec<String>,
}

fn all_faults(judge: fn(&Code) -> Vec<String>) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    for path in sources(&root) {
        let inside = path.strip_prefix(&root).expect("below src").with_extension("");
        let parts: Vec<String> =
            inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if parts[0] == "lib" || parts.iter().any(|part| part == "tests") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source file");
        let code = Code {
            room: parts[0].clone(),
            depth: parts.len(),
            paths: paths(&text),
            macros: macros(&text),
        };
        faults.extend(judge(&code).iter().map(|fault| format!("{}: {fault}", path.display())));
    }
    faults
}

/// Every Rust file below a folder, sorted.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

fn imports(code: &Code) -> Vec<String> {
    let Some(own) = rank(&code.room) else {
        return vec![format!("the room `{}` is not in the table", code.room)];
    };
    let mut faults = Vec::new();
    for path in &code.paths {
        let Some(other) = room_of(path, code.depth) else { continue };
        let allowed = other == code.room
            || rank(&other).is_some_and(|other| other < own)
            || DOORS.contains(&(code.room.as_str(), other.as_str()));
        if !allowed {
            faults.push(format!("`{}` may not import `{path}`", code.room));
        }
    }
    faults
}

/// The room a path leads to, when it goes by the root of the crate.
fn room_of(path: &str, depth: usize) -> Option<String> {
    let mut parts = path.split("::").peekable();
    match parts.peek()? {
        &"crate" | &"conncert" => {
            parts.next();
        }
        &"super" => {
            let mut climbed = 0;
            while parts.next_if_eq(&"super").is_some() {
                climbed += 1;
            }
            if climbed < depth {
                return None;
            }
        }
        _ => return None,
    }
    parts.next().map(str::to_owned)
}

fn terminal(code: &Code) -> Vec<String> {
    let named = code.paths.iter().filter(|path| {
        TERMINAL.contains(&path.split("::").next().unwrap_or_default()) && code.room != "wizard"
    });
    named.map(|path| format!("`{path}` is for the wizard alone")).collect()
}

fn world(code: &Code) -> Vec<String> {
    if WORLDLY.contains(&code.room.as_str()) {
        return Vec::new();
    }
    let touched = code.paths.iter().filter(|path| {
        let path = format!("::{path}::");
        WORLD.iter().any(|world| path.contains(&format!("::{world}::")))
    });
    let printed = code.macros.iter().filter(|name| PRINTING.contains(&name.as_str()));
    touched.chain(printed).map(|found| format!("`{found}` is for the shells alone")).collect()
}

/// Every path that is written out, those of grouped imports one by one.
fn paths(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = path(&tokens, at, "", &mut found).max(at + 1);
    }
    found.sort();
    found.dedup();
    // `fs::{self, File}` is one import of `fs` and what is in it.
    let all = found.clone();
    found.retain(|path| !all.iter().any(|other| path.starts_with(&format!("{other}::"))));
    found.retain(|path| path.contains("::"));
    found
}

/// Reads one path, and the group it may end with; says where it ends.
fn path(tokens: &[String], mut at: usize, before: &str, found: &mut Vec<String>) -> usize {
    let mut path = before.to_owned();
    while let Some(token) = tokens.get(at).filter(|token| is_word(token)) {
        at += 1;
        if token != "self" || path.is_empty() {
            path = if path.is_empty() { token.clone() } else { format!("{path}::{token}") };
        }
        if tokens.get(at).is_none_or(|token| token != "::") {
            break;
        }
        at += 1;
    }
    if tokens.get(at).is_some_and(|token| token == "{") && at > 0 && tokens[at - 1] == "::" {
        at += 1;
        while tokens.get(at).is_some_and(|token| token != "}") {
            at = self::path(tokens, at, &path, found).max(at + 1);
            while tokens.get(at).is_some_and(|token| token != "," && token != "}") {
                at += 1;
            }
            at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
        }
        return at + 1;
    }
    if !path.is_empty() {
        found.push(path);
    }
    at
}

/// The names of the macros that are called.
fn macros(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let calls = tokens.windows(2).filter(|pair| is_word(&pair[0]) && pair[1] == "!");
    calls.map(|pair| pair[0].clone()).collect()
}

fn is_word(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Words and signs, without comments, literals, and what is compiled for tests only.
fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let is_part = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let starts = |at: usize, word: &str| {
        word.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c))
    };
    let mut tokens: Vec<String> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        if starts(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            let mut deep = 0;
            loop {
                if starts(at, "/*") {
                    deep += 1;
                    at += 2;
                } else if starts(at, "*/") {
                    deep -= 1;
                    at += 2;
                } else {
                    at += 1;
                }
                if deep == 0 || at >= chars.len() {
                    break;
                }
            }
        } else if let Some(end) = raw_string(&chars, at) {
            at = end;
        } else if chars[at] == '"' {
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
        } else if chars[at] == '\'' {
            // A character, or else a lifetime.
            if chars.get(at + 1) == Some(&'\\') {
                at += 3;
                while at < chars.len() && chars[at] != '\'' {
                    at += 1;
                }
                at += 1;
            } else {
                at += if chars.get(at + 2) == Some(&'\'') { 3 } else { 1 };
            }
        } else if is_part(at) {
            while is_part(at) {
                at += 1;
            }
            tokens.push(chars[start..at].iter().collect());
        } else if starts(at, "::") {
            tokens.push("::".to_owned());
            at += 2;
        } else {
            if !chars[at].is_whitespace() {
                tokens.push(chars[at].to_string());
            }
            at += 1;
        }
    }
    without_tests(&tokens)
}

/// Where a raw string that begins here ends.
fn raw_string(chars: &[char], at: usize) -> Option<usize> {
    let joined = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    let mut start = at + usize::from(chars[at] == 'b');
    if joined || chars.get(start) != Some(&'r') {
        return None;
    }
    start += 1;
    let hashes = chars[start..].iter().take_while(|c| **c == '#').count();
    if chars.get(start + hashes) != Some(&'"') {
        return None;
    }
    let mut end = start + hashes + 1;
    while end < chars.len() {
        let closed =
            chars[end] == '"' && (1..=hashes).all(|hash| chars.get(end + hash) == Some(&'#'));
        if closed {
            break;
        }
        end += 1;
    }
    Some(end + 1 + hashes)
}

/// Leaves out each `#[cfg(test)]` with the item behind it.
fn without_tests(tokens: &[String]) -> Vec<String> {
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !mark.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|t| t == word)) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += mark.len();
        let mut deep = 0_usize;
        while at < tokens.len() {
            let token = tokens[at].as_str();
            at += 1;
            match token {
                "{" => deep += 1,
                "}" => deep = deep.saturating_sub(1),
                _ => {}
            }
            if deep == 0 && matches!(token, "}" | ";") {
                break;
            }
        }
    }
    kept
}
