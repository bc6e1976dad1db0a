//! What git tells of a clone of the connectors repository: its branch, where that came from, and
//! what is on it.

use std::path::Path;
use std::time::{Duration, Instant};

use super::super::git;
use crate::connector::branch::{HOMES, SHARED};

/// What git tells of a whole clone.
#[derive(Debug)]
pub(super) struct State {
    /// The branch that is checked out, if one is.
    pub(super) name: Option<String>,
    /// The branch to which pull requests go, if it is known here.
    pub(super) target: Option<String>,
    /// The other shared branch that it grew out of, if it did.
    pub(super) origin: Option<String>,
    /// What was committed on it, or is staged.
    pub(super) changes: Vec<Change>,
    /// New or changed, staged or not, in the folders of connectors.
    pub(super) loose: Vec<String>,
}

/// A file that differs, with its objects before and after; zeros stand for none.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) path: String,
    pub(super) old: String,
    pub(super) new: String,
}

impl Change {
    pub(super) fn is_gone(&self) -> bool {
        self.new.bytes().all(|byte| byte == b'0')
    }
}

impl State {
    /// Asks git; none where it cannot tell, or where this is another repository.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        let git = Git::new(folder);
        let tree = git.say(&["ls-tree", "-z", "--name-only", "--full-tree", "HEAD"])?;
        if !HOMES.iter().all(|home| tree.split('\0').any(|name| name == *home)) {
            return None;
        }
        let head = git.say(&["symbolic-ref", "-q", "HEAD"]);
        let name = head.and_then(|head| Some(head.trim().strip_prefix(LOCAL)?.to_owned()));
        let shared = git.shared(name.as_deref());
        let target = git.fork(&shared, SHARED[0]);
        let origin = target.as_ref().and_then(|target| {
            let others = SHARED[1..].iter().filter_map(|name| git.fork(&shared, name));
            // What both hold is no sign of either.
            others.into_iter().find(|other| !git.holds(&target.branch, &other.commit))
        });
        let base = origin.as_ref().or(target.as_ref()).map_or("HEAD", |fork| &fork.commit);
        let staged = ["diff-index", "--cached", "--raw", "--no-abbrev", "--no-renames", "-z", base];
        let staged = git.say(&staged)?;
        let status = git.status().unwrap_or_default();
        Some(Self {
            name,
            target: target.map(|fork| fork.shown()),
            origin: origin.map(|fork| fork.shown()),
            changes: changes(&staged),
            // Two letters and a blank stand before each path.
            loose: status.split('\0').filter_map(|one| Some(one.get(3..)?.to_owned())).collect(),
        })
    }
}

const LOCAL: &str = "refs/heads/";
const REMOTE: &str = "refs/remotes/";

/// Where the present branch left a shared one.
struct Fork {
    /// The full name of the shared branch.
    branch: String,
    commit: String,
}

impl Fork {
    fn shown(&self) -> String {
        let name = self.branch.strip_prefix(REMOTE).or_else(|| self.branch.strip_prefix(LOCAL));
        name.unwrap_or(&self.branch).to_owned()
    }
}

/// The longest that git may take for all that is asked of a clone.
const PATIENCE: Duration = Duration::from_secs(5);

/// Git in a folder, and its configuration there: each entry a key, a line end and a value.
struct Git<'a> {
    folder: &'a Path,
    config: String,
    /// When nobody waits for it any more.
    end: Instant,
}

impl<'a> Git<'a> {
    fn new(folder: &'a Path) -> Self {
        let mut git = Self { folder, config: String::new(), end: Instant::now() + PATIENCE };
        git.config = git.say(&["config", "-z", "--list"]).unwrap_or_default();
        git
    }

    /// What is new or changed in the folders of connectors. Git reads files for that, through the
    /// programs that the repository names as filters, unless they are taken away.
    fn status(&self) -> Option<String> {
        let mut asked: Vec<String> = Vec::new();
        for entry in self.config.split('\0').filter(|entry| entry.starts_with("filter.")) {
            let key = entry.split('\n').next().unwrap_or(entry);
            // Where the value begins could not be told.
            if key.contains('=') {
                return None;
            }
            let filter = key.rsplit_once('.').map_or(key, |(filter, _)| filter);
            for off in ["clean=", "process=", "required=false"] {
                asked.extend(["-c".to_owned(), format!("{filter}.{off}")]);
            }
        }
        let asked = asked.iter().map(String::as_str).chain(["status", "--porcelain=v1", "-z"]);
        let within = HOMES.map(|home| format!(":/{home}"));
        let how = ["--untracked-files=all", "--no-renames", "--ignore-submodules", "--"];
        self.say(&asked.chain(how).chain(within.iter().map(String::as_str)).collect::<Vec<_>>())
    }

    /// What it prints; none where it fails.
    fn say(&self, arguments: &[&str]) -> Option<String> {
        let said = git::run_until(self.end, self.folder, arguments).ok()?;
        Some(String::from_utf8_lossy(&said).into_owned())
    }

    /// The branches that everybody shares, by their full names, of Microsoft's repository or what
    /// comes nearest to it.
    fn shared(&self, current: Option<&str>) -> Vec<String> {
        let listing = self.say(&["for-each-ref", "--format=%(refname)", REMOTE, LOCAL]);
        let listing = listing.unwrap_or_default();
        let of = |start: &str| -> Vec<String> {
            let name =
                |line: &str| line.strip_prefix(start).is_some_and(|name| SHARED.contains(&name));
            listing.lines().filter(|line| name(line)).map(str::to_owned).collect()
        };
        let official = self.official();
        let remotes = official.as_deref().into_iter().chain(["upstream", "origin"]);
        let has_target = |found: &Vec<String>| found.iter().any(|name| name.ends_with("/dev"));
        let found = remotes.map(|remote| of(&format!("{REMOTE}{remote}/"))).find(has_target);
        found.unwrap_or_else(|| {
            let mut own = of(LOCAL);
            own.retain(|name| name.strip_prefix(LOCAL) != current);
            own
        })
    }

    /// What Microsoft's repository is called here.
    fn official(&self) -> Option<String> {
        self.config.split('\0').find_map(|entry| {
            let (key, address) = entry.split_once('\n')?;
            let is_official = address.to_lowercase().contains("microsoft/powerplatformconnectors");
            let name = key.strip_prefix("remote.")?.strip_suffix(".url")?;
            // It goes into commands that people copy.
            let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            (is_official && name.chars().all(is_plain)).then(|| name.to_owned())
        })
    }

    /// Where the present branch left one of the shared branches.
    fn fork(&self, shared: &[String], name: &str) -> Option<Fork> {
        let branch = shared.iter().find(|found| found.rsplit('/').next() == Some(name))?;
        let commit = self.say(&["merge-base", "HEAD", branch])?.trim().to_owned();
        Some(Fork { branch: branch.clone(), commit })
    }

    /// Whether a branch holds a commit.
    fn holds(&self, branch: &str, commit: &str) -> bool {
        let lacking = self.say(&["rev-list", "-n1", commit, &format!("^{branch}")]);
        lacking.is_none_or(|lacking| lacking.trim().is_empty())
    }
}

/// What git prints with `--raw -z`: modes, objects and a letter, then the path.
fn changes(told: &str) -> Vec<Change> {
    let fields: Vec<&str> = told.split('\0').collect();
    let one = |pair: &[&str]| {
        let mut objects = pair[0].split(' ').skip(2);
        let (old, new) = (objects.next()?.to_owned(), objects.next()?.to_owned());
        Some(Change { path: (*pair.get(1)?).to_owned(), old, new })
    };
    fields.chunks(2).filter_map(one).collect()
}
