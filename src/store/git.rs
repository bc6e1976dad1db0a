//! Reads a connector folder out of a git repository, by the `git` program. Nothing is checked out,
//! and no hook, filter or text conversion of the repository runs.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{StoreError, show};
use crate::connector::Connector;
use crate::connector::files::{LARGEST_READ, RawContent, RawFile, Role, choose};

/// The connector that stood in `folder` at a revision of the repository that holds the folder;
/// none where none did.
///
/// # Errors
/// There is no git, no repository, or no such revision.
pub(super) fn connector_at(revision: &str, folder: &Path) -> Result<Option<Connector>, StoreError> {
    let revision = revision.trim();
    // What begins with a hyphen would be an option, and a colon would name another path.
    if revision.is_empty() || revision.starts_with('-') || revision.contains(':') {
        return Err(StoreError::new(
            format!("`git:{revision}` names no revision"),
            "write git: and a tag, a branch or a commit, such as git:v1.0",
        ));
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let listing = run(folder, &["ls-tree", "-z", "-l", revision, "./"])?;
    let listing = String::from_utf8_lossy(&listing).into_owned();
    let files: Vec<Listed<'_>> = listing.split('\0').filter_map(Listed::parse).collect();
    let mut raw = Vec::new();
    for role in Role::ALL {
        let Some(name) = choose(role, files.iter().map(|file| file.name)) else { continue };
        let Some(file) = files.iter().find(|file| file.name == name) else { continue };
        let content = if file.size > LARGEST_READ {
            RawContent::TooLarge(file.size)
        } else {
            RawContent::Bytes(run(folder, &["cat-file", "blob", file.object])?)
        };
        raw.push(RawFile { role, name: name.to_owned(), content });
    }
    let there = raw.iter().any(|file| matches!(file.role, Role::Definition | Role::Properties));
    Ok(there.then(|| Connector::new(folder, None, raw)))
}

/// A regular file in a listing: mode, kind, object, size, a tab, and its path from the folder.
struct Listed<'a> {
    object: &'a str,
    size: u64,
    name: &'a str,
}

impl<'a> Listed<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let (facts, name) = line.split_once('\t')?;
        let mut facts = facts.split_ascii_whitespace();
        let (mode, kind) = (facts.next()?, facts.next()?);
        let (object, size) = (facts.next()?, facts.next()?.parse().ok()?);
        // A link would have to be followed into the tree; nobody publishes one.
        (kind == "blob" && mode != "120000").then_some(Self { object, size, name })
    }
}

/// Runs git in a folder and gives what it printed. It changes nothing and starts nothing.
///
/// # Errors
/// There is no git, or it failed.
pub(super) fn run(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, StoreError> {
    let mut command = Command::new("git");
    // Whatever called this program may have told its own git where to work.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
        command.env_remove(name);
    }
    let output = command
        // What a partial clone left out would be fetched; nothing here needs it.
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_ALLOW_PROTOCOL", "")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .arg("-C")
        .arg(folder)
        // A repository may name a program to run on many occasions.
        .args(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"])
        .args(["-c", "diff.relative=false", "--no-pager"])
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => StoreError::new(
                "git is not on this machine, or not on the path",
                "install it, or name a folder with the published files",
            ),
            _ => StoreError::io("run git in", folder, &error),
        })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("it failed").trim_start_matches("fatal: ");
    Err(StoreError::new(
        format!("git cannot read {}: {said}", show(folder)),
        "name a tag, a branch or a commit of the repository that holds the connector",
    ))
}
