//! `conncert check --watch`: checks again whenever a file changes, and prints only what changed.
//!
//! The folders of the connectors are watched, and those above them, so that a folder that goes away
//! is noticed when it comes back. Whatever the system tells, everything is read again; that takes
//! milliseconds, and no report of the system is trusted to be complete.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::args::CheckArguments;
use super::check::{Round, round, show, text};
use super::exit::{Exit, Failure};
use super::shell::Shell;
use crate::connector::files::{Body, Role};
use crate::format::plural;
use crate::rule::Checked;

/// An editor writes in several steps; so long it has to be quiet.
const QUIET: Duration = Duration::from_millis(100);
/// But no longer than this is waited for quiet.
const PATIENCE: Duration = Duration::from_secs(2);

/// What ends the waiting.
enum News {
    /// Something changed; of these paths there may be another thing now, or nothing.
    Changed(Vec<PathBuf>),
    /// The system could not tell.
    Fault(String),
    /// The user has seen enough.
    Stop,
}

/// Runs it.
pub(super) fn run(arguments: &CheckArguments, shell: Shell) -> Result<Exit, Failure> {
    let (sender, inbox) = channel();
    let stop = sender.clone();
    // Without a handler the program still works; the signal then ends it as any other.
    let _ = ctrlc::set_handler(move || {
        let _ = stop.send(News::Stop);
    });
    let mut watched = Watched::new(sender.clone())?;
    let first = round(arguments, shell)?;
    watched.follow(&first)?;
    show(&first.checked, arguments, shell)?;
    let mut seen = Seen::default();
    seen.tell_failures(&first.failures, shell);
    if first.checked.is_empty() {
        // Most likely a slip in a path; there is nothing to wait for.
        return Ok(Exit::Failed);
    }
    let render = |one: &Checked| text(std::slice::from_ref(one), arguments, shell);
    seen.take(first.checked, render);
    shell.note("waiting for changes; Ctrl+C ends it");
    // A change between the first look and the watch would have been missed.
    let _ = sender.send(News::Changed(Vec::new()));
    while let Some((moved, faults)) = wait(&inbox) {
        watched.forget(&moved);
        for fault in faults {
            let failure = Failure::new(fault, "what changes there may not be noticed");
            shell.error(&failure);
        }
        match round(arguments, shell) {
            Ok(again) => {
                if let Err(failure) = watched.follow(&again) {
                    shell.error(&failure);
                }
                seen.tell_failures(&again.failures, shell);
                let (changed, lines) = seen.take(again.checked, render);
                for line in lines {
                    shell.note(format!("checked again at {}: {line}", Shell::time()));
                }
                show(&changed, arguments, shell)?;
            }
            Err(failure) => seen.tell_failures(&[failure], shell),
        }
    }
    Ok(Exit::Clean)
}

/// Waits for a change, and until it is quiet; none when the user has seen enough.
fn wait(inbox: &Receiver<News>) -> Option<(Vec<PathBuf>, Vec<String>)> {
    let (mut moved, mut faults) = (Vec::new(), Vec::new());
    let mut news = inbox.recv().ok()?;
    let begun = Instant::now();
    loop {
        match news {
            News::Changed(paths) => moved.extend(paths),
            News::Fault(fault) => faults.push(fault),
            News::Stop => return None,
        }
        if begun.elapsed() > PATIENCE {
            break;
        }
        news = match inbox.recv_timeout(QUIET) {
            Ok(news) => news,
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return None,
        };
    }
    Some((moved, faults))
}

/// The folders that the system watches for us.
struct Watched {
    watcher: RecommendedWatcher,
    /// All that was ever read: what cannot be read now may come back.
    read: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Watched {
    fn new(sender: Sender<News>) -> Result<Self, Failure> {
        let tell = move |event: notify::Result<Event>| {
            let news = match event {
                Ok(event) => match moved(event) {
                    Some(paths) => News::Changed(paths),
                    None => return,
                },
                Err(error) => News::Fault(format!("watching failed: {error}")),
            };
            // Nobody listens any more when the program ends.
            let _ = sender.send(news);
        };
        let watcher = notify::recommended_watcher(tell).map_err(|error| {
            Failure::new(
                format!("this system cannot watch files: {error}"),
                "check without --watch instead",
            )
        })?;
        Ok(Self { watcher, read: BTreeSet::new(), folders: BTreeSet::new() })
    }

    /// Watches everything that a round has read.
    fn follow(&mut self, round: &Round) -> Result<(), Failure> {
        let folders = round.checked.iter().filter_map(|checked| {
            checked.submission.connector.as_deref().map(|found| found.folder().to_owned())
        });
        self.read.extend(folders.chain(round.read.iter().cloned()));
        let wanted: BTreeSet<PathBuf> = self.read.iter().flat_map(|path| around(path)).collect();
        for gone in self.folders.iter().filter(|folder| !folder.is_dir()) {
            // It is most likely forgotten already.
            let _ = self.watcher.unwatch(gone);
        }
        self.folders.retain(|folder| folder.is_dir());
        for folder in wanted {
            if self.folders.contains(&folder) {
                continue;
            }
            self.watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(|error| {
                Failure::new(
                    format!("{} cannot be watched: {error}", folder.display()),
                    "name fewer folders, or check without --watch",
                )
            })?;
            self.folders.insert(folder);
        }
        Ok(())
    }

    /// What has moved away is watched anew if it is there again.
    fn forget(&mut self, moved: &[PathBuf]) {
        for path in moved {
            if self.folders.remove(path) {
                let _ = self.watcher.unwatch(path);
            }
        }
    }
}

/// The folder itself, or that of a file, and the nearest one above it; both as far as they exist.
fn around(path: &Path) -> Vec<PathBuf> {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.ancestors().filter(|folder| folder.is_dir()).take(2).map(Path::to_owned).collect()
}

/// The paths that an event takes away or exchanges; none where nothing changed.
fn moved(event: Event) -> Option<Vec<PathBuf>> {
    match event.kind {
        // Our own reading must not wake us.
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Vec::new()),
        EventKind::Access(_)
        | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => None,
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => Some(event.paths),
        _ => Some(Vec::new()),
    }
}

/// What was printed last of a connector, and what was read for it.
struct Last {
    text: String,
    findings: HashMap<Key, usize>,
    bodies: Vec<Option<Body>>,
}

/// A finding, wherever its line is now.
type Key = (&'static str, Option<Role>, Option<&'static str>, String);

/// All that was told so far.
#[derive(Default)]
struct Seen {
    connectors: BTreeMap<String, Last>,
    failures: Vec<String>,
}

impl Seen {
    /// Tells failures, unless they are those that were told before.
    fn tell_failures(&mut self, failures: &[Failure], shell: Shell) {
        let texts: Vec<String> = failures.iter().map(ToString::to_string).collect();
        if texts != self.failures {
            for failure in failures {
                shell.error(failure);
            }
        }
        self.failures = texts;
    }

    /// Takes new verdicts. Gives those that read otherwise than before, and a line for each that
    /// tells how it differs.
    fn take(
        &mut self,
        checked: Vec<Checked>,
        render: impl Fn(&Checked) -> String,
    ) -> (Vec<Checked>, Vec<String>) {
        let mut before = std::mem::take(&mut self.connectors);
        let (mut changed, mut lines) = (Vec::new(), Vec::new());
        for checked in checked {
            let path = checked.path.clone();
            let last = Last {
                text: render(&checked),
                findings: counted(&checked),
                bodies: bodies(&checked),
            };
            match before.remove(&path) {
                None => {
                    lines.push(format!("{path}: it is new here"));
                    changed.push(checked);
                }
                Some(old) if old.text != last.text => {
                    lines.push(format!("{path}: {}", difference(&old, &last)));
                    changed.push(checked);
                }
                Some(old) if old.bodies != last.bodies => {
                    lines.push(format!("{path}: the same findings"));
                }
                Some(_) => {}
            }
            self.connectors.insert(path, last);
        }
        lines.extend(before.into_keys().map(|path| format!("{path}: it is no longer there")));
        (changed, lines)
    }
}

fn counted(checked: &Checked) -> HashMap<Key, usize> {
    let mut counts = HashMap::new();
    for finding in &checked.report.findings {
        let spot = &finding.spot;
        let key = (finding.rule.id, spot.role, spot.answer, spot.pointer.clone());
        *counts.entry(key).or_default() += 1;
    }
    counts
}

fn bodies(checked: &Checked) -> Vec<Option<Body>> {
    let Some(connector) = checked.submission.connector.as_deref() else { return Vec::new() };
    Role::ALL.into_iter().map(|role| connector.facts(role).body.cloned()).collect()
}

/// How many findings came and went.
fn difference(old: &Last, new: &Last) -> String {
    let more = |these: &Last, those: &Last| -> usize {
        let left = these.findings.iter().map(|(key, count)| {
            count.saturating_sub(those.findings.get(key).copied().unwrap_or_default())
        });
        left.sum()
    };
    let come = |count: usize| format!("{count} {}", if count == 1 { "is new" } else { "are new" });
    match (more(old, new), more(new, old)) {
        (0, 0) => "the same findings, otherwise told".to_owned(),
        (0, new) => format!("{} new", plural(new, "finding is", "findings are")),
        (gone, 0) => plural(gone, "finding is gone", "findings are gone"),
        (gone, new) => {
            format!("{}, {}", plural(gone, "finding is gone", "findings are gone"), come(new))
        }
    }
}
