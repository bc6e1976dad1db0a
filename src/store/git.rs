//! Reads a connector folder out of a git repository, by the `git` program. Nothing is checked out,
//! and no hook, filter or text conversion of the repository runs.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

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

/// The longest that git may take for one answer.
const LONGEST: Duration = Duration::from_secs(30);
/// The most that is read of an answer.
const MOST: u64 = 256 * 1024 * 1024;
/// How often one looks whether git has ended.
const PAUSE: Duration = Duration::from_millis(2);

/// Runs git in a folder and gives what it printed. It changes nothing and starts nothing.
///
/// # Errors
/// There is no git, it failed, or it took too long.
pub(super) fn run(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, StoreError> {
    run_until(Instant::now() + LONGEST, folder, arguments)
}

/// The same, until a moment.
///
/// # Errors
/// As above.
pub(super) fn run_until(
    end: Instant,
    folder: &Path,
    arguments: &[&str],
) -> Result<Vec<u8>, StoreError> {
    let program = program().ok_or_else(|| {
        StoreError::new(
            "git is not on this machine, or not on the path",
            "install it, or name a folder with the published files",
        )
    })?;
    let mut command = Command::new(program);
    // Whatever called this program may have told its own git where to work.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
        command.env_remove(name);
    }
    let mut child = command
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
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| StoreError::io("run git in", folder, &error))?;
    let said = listen(child.stdout.take());
    let faults = listen(child.stderr.take());
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if Instant::now() < end => thread::sleep(PAUSE),
            other => {
                // It may have ended meanwhile; then there is nothing to end.
                let _ = child.kill();
                let _ = child.wait();
                return Err(match other {
                    Err(error) => StoreError::io("run git in", folder, &error),
                    Ok(_) => StoreError::new(
                        format!("git takes too long in {}", show(folder)),
                        "see what `git status` says there",
                    ),
                });
            }
        }
    };
    let left = || end.saturating_duration_since(Instant::now()).max(Duration::from_secs(1));
    // Something that git started may still hold its outputs open.
    let out = said.recv_timeout(left()).unwrap_or_default();
    if status.success() {
        return Ok(out);
    }
    let faults = faults.recv_timeout(left()).unwrap_or_default();
    let faults = String::from_utf8_lossy(&faults);
    let reason = faults.lines().next().unwrap_or("it failed").trim_start_matches("fatal: ");
    let remedy = if reason.contains("dubious ownership") {
        "the repository belongs to somebody else; `git status` there says how to trust it"
    } else {
        "name a tag, a branch or a commit of the repository that holds the connector"
    };
    Err(StoreError::new(format!("git cannot read {}: {reason}", show(folder)), remedy))
}

/// Reads an output to its end, beside the program that writes it.
fn listen(output: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(output) = output {
            // What came until it broke is told; the status says the rest.
            let _ = output.take(MOST).read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    });
    receiver
}

/// The git of the path. Where the path is empty or has parts that are no whole folders, systems look
/// into the folder one is in, and in a strange repository that may hold anything.
fn program() -> Option<PathBuf> {
    let name = format!("git{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}
