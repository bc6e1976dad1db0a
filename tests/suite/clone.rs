//! Connectors in a clone of the connectors repository, made with the real git: what a branch takes
//! along is told, and nothing is told where there is nothing to hand in.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use conncert::answers::Publisher;
use conncert::check::check;
use conncert::settings::Settings;
use conncert::store::read_submitted;
use conncert::submission::Submission;
use serde_json::Value;
use tempfile::TempDir;

use crate::desk::{Desk, ran};
use crate::support::{Fixture, TODAY};

const OWN: &str = "certified-connectors/Contoso Rechnungen (ü)";
const OTHER: &str = "independent-publisher-connectors/Fabrikam Orders";
const DEFINITION: &str = "apiDefinition.swagger.json";

/// Runs git, if there is one; it has to succeed.
fn try_git(at: &Path, arguments: &[&str]) -> Option<String> {
    let out = Command::new("git")
        .args([
            "-c",
            "init.defaultBranch=dev",
            "-c",
            "protocol.file.allow=always",
            "-c",
            "checkout.defaultRemote=origin",
        ])
        .args(arguments)
        .current_dir(at)
        .env("GIT_CONFIG_GLOBAL", at.join("no such file"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "Contoso")
        .env("GIT_AUTHOR_EMAIL", "help@contoso.com")
        .env("GIT_COMMITTER_NAME", "Contoso")
        .env("GIT_COMMITTER_EMAIL", "help@contoso.com")
        .output();
    match out {
        Ok(out) => {
            assert!(
                out.status.success(),
                "{arguments:?}: {}",
                String::from_utf8_lossy(&out.stderr)
            );
            Some(String::from_utf8(out.stdout).expect("text"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => panic!("{error}"),
    }
}

/// A working folder with a program called git in it.
#[cfg(unix)]
fn strange_git(at: &Path, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::create_dir_all(at).expect("a folder");
    fs::write(at.join("git"), format!("#!/bin/sh\n{script}\n")).expect("a file");
    fs::set_permissions(at.join("git"), fs::Permissions::from_mode(0o755)).expect("it may run");
}

#[cfg(unix)]
#[test]
fn nobody_waits_for_a_git_that_does_not_answer() {
    let desk = Desk::new();
    let own = "clone/certified-connectors/Contoso Invoices";
    fs::create_dir_all(desk.path("clone/certified-connectors")).expect("a folder");
    fs::create_dir(desk.path("clone/.git")).expect("a folder");
    fs::rename(desk.path("sample"), desk.path(own)).expect("a move");
    for script in ["echo x >> asked; sleep 60", "echo x >> asked; while :; do echo x; done"] {
        strange_git(&desk.path("bin"), script);
        let begun = std::time::Instant::now();
        let mut command = desk.command(&["check", own]);
        command.env("PATH", format!("{}:/usr/bin:/bin", desk.path("bin").display()));
        assert_eq!(ran(&command.output().expect("it runs")).code, 0);
        assert!(begun.elapsed().as_secs() < 10, "{script}");
        assert!(desk.path("asked").exists(), "it was asked");
        fs::remove_file(desk.path("asked")).expect("it goes");
    }
}

#[cfg(unix)]
#[test]
fn a_program_that_lies_about_is_not_started() {
    let desk = Desk::new();
    strange_git(&desk.path("sample"), "echo ran > was-here");
    for path in ["", ".", ":"] {
        let mut command = desk.command(&["check", ".", "--against", "git:HEAD"]);
        command.env("PATH", path).current_dir(desk.path("sample"));
        let ran = ran(&command.output().expect("it runs"));
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(ran.err.contains("git is not on this machine"), "{ran:?}");
        assert!(!desk.path("sample/was-here").exists());
    }
}

/// Microsoft's repository, and a clone of a fork of it.
struct World {
    dir: TempDir,
}

impl World {
    /// None where there is no git.
    fn new() -> Option<Self> {
        let dir = tempfile::tempdir().expect("a folder");
        let world = Self { dir };
        let at = world.dir.path();
        if try_git(at, &["init", "-q", "upstream"]).is_none() {
            eprintln!("SKIPPED: there is no git");
            return None;
        }
        let upstream = at.join("upstream");
        let connector = |folder: &str, kind: Publisher| {
            for (name, bytes) in Fixture::clean(kind).files {
                put(&upstream.join(folder).join(name), bytes);
            }
        };
        connector(OTHER, Publisher::Independent);
        connector("certified-connectors/Fabrikam", Publisher::Verified);
        put(&upstream.join("schemas/schema.json"), "{}");
        put(&upstream.join("certified-connectors/readme.md"), "All of them.");
        commit(&upstream, "begin");
        // What is on `master` comes from `dev` by merges of its own.
        git(&upstream, &["switch", "-qc", "master"]);
        put(&upstream.join("schemas/master.json"), "{}");
        commit(&upstream, "release");
        git(&upstream, &["switch", "-q", "dev"]);
        git(at, &["clone", "-q", "--bare", "upstream", "fork.git"]);
        git(at, &["clone", "-q", "fork.git", "clone"]);
        git(&world.clone(), &["remote", "add", "upstream", "../upstream"]);
        git(&world.clone(), &["fetch", "-q", "upstream"]);
        Some(world)
    }

    fn clone(&self) -> PathBuf {
        self.dir.path().join("clone")
    }

    fn own(&self) -> PathBuf {
        self.clone().join(OWN)
    }

    /// Begins a branch, at `dev` unless told otherwise.
    fn begin(&self, from: &str) {
        git(&self.clone(), &["switch", "-qc", "add-contoso", "--no-track", from]);
    }

    /// Puts the connector into its folder.
    fn write(&self) {
        for (name, bytes) in Fixture::clean(Publisher::Verified).files {
            put(&self.own().join(name), bytes);
        }
    }

    /// The same, committed.
    fn add(&self) {
        self.write();
        commit(&self.clone(), "add");
    }

    fn put(&self, path: &str, text: &str) {
        put(&self.clone().join(path), text);
    }

    fn told(&self) -> BTreeSet<&'static str> {
        told(&self.own())
    }
}

fn git(at: &Path, arguments: &[&str]) -> String {
    try_git(at, arguments).expect("there is git")
}

fn put(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn commit(at: &Path, message: &str) {
    git(at, &["add", "-A"]);
    git(at, &["commit", "-qm", message]);
}

/// What is said of the branch of a connector, by rule, with the texts.
fn findings(folder: &Path) -> Vec<(&'static str, String)> {
    let connector = Arc::new(read_submitted(folder).expect("a connector"));
    let settings = Settings::of(Publisher::Verified, TODAY, Some(&connector));
    let submission = Submission { connector: Some(connector), ..Submission::default() };
    let found = check(&submission, &settings).findings;
    let about = found.into_iter().filter(|one| one.rule.id.starts_with("branch-"));
    about.map(|one| (one.rule.id, one.message)).collect()
}

pub(crate) fn told(folder: &Path) -> BTreeSet<&'static str> {
    findings(folder).into_iter().map(|(rule, _)| rule).collect()
}

const NOTHING: [&str; 0] = [];

fn set<const N: usize>(rules: [&'static str; N]) -> BTreeSet<&'static str> {
    BTreeSet::from(rules)
}

#[test]
fn one_connector_on_a_branch_of_its_own_is_as_it_should_be() {
    let Some(world) = World::new() else { return };
    for from in ["upstream/dev", "origin/dev", "dev"] {
        world.begin(from);
        world.write();
        assert_eq!(world.told(), set(NOTHING), "not staged");
        git(&world.clone(), &["add", "."]);
        assert_eq!(world.told(), set(NOTHING), "staged");
        commit(&world.clone(), "add");
        assert_eq!(world.told(), set(NOTHING), "committed");
        // Others went on meanwhile.
        put(&world.dir.path().join("upstream").join(OTHER).join("readme.md"), from);
        commit(&world.dir.path().join("upstream"), "go on");
        git(&world.clone(), &["fetch", "-q", "upstream"]);
        assert_eq!(world.told(), set(NOTHING), "behind");
        git(&world.clone(), &["switch", "-q", "dev"]);
        git(&world.clone(), &["branch", "-qD", "add-contoso"]);
    }
}

#[test]
fn a_clone_in_which_nothing_was_done_is_silent() {
    let Some(world) = World::new() else { return };
    let other = world.clone().join(OTHER);
    for branch in ["dev", "master"] {
        git(&world.clone(), &["switch", "-q", branch]);
        assert!(read_submitted(&other).expect("it").branch().is_none(), "{branch}");
        // Somebody saved a file as it was.
        let text = fs::read(other.join("readme.md")).expect("text");
        put(&other.join("readme.md"), text);
        let index = || fs::read(world.clone().join(".git/index")).expect("the index");
        let before = index();
        assert!(read_submitted(&other).expect("it").branch().is_none(), "{branch}");
        assert!(index() == before, "the index was written");
    }
    // What somebody else works at is no business of this one.
    world.put("certified-connectors/Fabrikam/readme.md", "Changed.");
    world.put("notes.txt", "mine");
    assert!(read_submitted(&other).expect("it").branch().is_none());
}

#[test]
fn work_on_a_shared_branch_is_told_before_anything_is_committed() {
    let Some(world) = World::new() else { return };
    world.write();
    assert_eq!(world.told(), set(["branch-shared"]), "new files");
    fs::remove_dir_all(world.own()).expect("a folder");
    let other = world.clone().join(OTHER);
    put(&other.join("readme.md"), "# Changed\n");
    assert_eq!(told(&other), set(["branch-shared"]), "a changed file");
    git(&world.clone(), &["commit", "-qam", "change"]);
    assert_eq!(told(&other), set(["branch-shared"]), "committed");
    git(&world.clone(), &["push", "-q", "origin", "dev"]);
    assert_eq!(told(&other), set(["branch-shared"]), "in the fork, too");
    let said = findings(&other);
    assert!(said[0].1.contains("`git switch -c NAME`"), "{said:?}");
    git(&world.clone(), &["switch", "-qc", "mine"]);
    assert_eq!(told(&other), set(NOTHING));
}

#[test]
fn a_branch_from_master_is_told_and_the_command_moves_it() {
    let Some(world) = World::new() else { return };
    world.begin("upstream/master");
    world.add();
    assert_eq!(world.told(), set(["branch-from-master"]));
    let said = findings(&world.own());
    let command = "git rebase --onto upstream/dev upstream/master";
    assert!(said[0].1.contains(command), "{said:?}");
    git(&world.clone(), &command.split(' ').skip(1).collect::<Vec<_>>());
    assert_eq!(world.told(), set(NOTHING));
    let list = git(&world.clone(), &["diff", "--name-only", "-z", "upstream/dev...HEAD"]);
    assert!(list.split_terminator('\0').all(|path| path.starts_with(OWN)), "{list}");
    // On master itself there is one thing to say, and it leads to dev.
    git(&world.clone(), &["switch", "-q", "master"]);
    world.add();
    assert_eq!(world.told(), set(["branch-shared"]));
    let said = findings(&world.own());
    assert!(said[0].1.contains("--no-track upstream/dev"), "{said:?}");
}

#[test]
fn foreign_files_are_told_by_name() {
    let Some(world) = World::new() else { return };
    world.begin("upstream/dev");
    world.add();
    // What lies about is not in the change.
    world.put("notes.txt", "mine");
    world.put("schemas/schema.json", "{\"changed\": true}");
    assert_eq!(world.told(), set(NOTHING));
    git(&world.clone(), &["add", "schemas"]);
    assert_eq!(world.told(), set(["branch-holds-foreign-files"]), "staged");
    git(&world.clone(), &["commit", "-qm", "oops"]);
    let said = findings(&world.own());
    assert!(said[0].1.contains("schemas/schema.json"), "{said:?}");
    // As the documentation says it.
    let path = "schemas/schema.json";
    let back = ["restore", "--source", "upstream/dev", "--staged", "--worktree", path];
    git(&world.clone(), &back);
    assert_eq!(world.told(), set(NOTHING), "brought back");
    fs::remove_file(world.clone().join("notes.txt")).expect("a file");
    git(&world.clone(), &["commit", "-qm", "back"]);

    world.put(&format!("{OWN}/settings.json"), "{}");
    assert_eq!(world.told(), set(NOTHING), "not staged");
    world.put("certified-connectors/readme.md", "Mine, too.");
    let more = ["script.csx", "icon.png", "intro.md"].map(|name| format!("schemas/{name}"));
    for path in &more {
        world.put(path, "x");
    }
    git(&world.clone(), &["rm", "-q", &format!("{OTHER}/intro.md")]);
    commit(&world.clone(), "more");
    let said = findings(&world.own());
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].1.contains("settings.json"), "{said:?}");
    assert!(said[0].1.contains("certified-connectors/readme.md"), "{said:?}");
    assert!(said[0].1.contains("intro.md (taken away)"), "{said:?}");
    assert!(said[0].1.contains(" and 1 more"), "{said:?}");
}

#[test]
fn two_connectors_in_one_change_are_told_of_both() {
    let Some(world) = World::new() else { return };
    world.begin("upstream/dev");
    world.add();
    world.put(&format!("{OTHER}/readme.md"), "# Changed\n");
    assert_eq!(world.told(), set(NOTHING), "not staged");
    git(&world.clone(), &["add", "."]);
    assert_eq!(world.told(), set(["branch-holds-two-connectors"]));
    assert_eq!(told(&world.clone().join(OTHER)), set(["branch-holds-two-connectors"]));
    assert_eq!(told(&world.clone().join("certified-connectors/Fabrikam")), set(NOTHING));
}

#[test]
fn a_folder_that_gets_another_name_is_one_connector() {
    let Some(world) = World::new() else { return };
    world.begin("upstream/dev");
    let name = "independent-publisher-connectors/Fabrikam Commandes";
    git(&world.clone(), &["mv", OTHER, name]);
    assert_eq!(told(&world.clone().join(name)), set(NOTHING), "staged");
    world.put(&format!("{name}/readme.md"), "# Fabrikam Commandes\n");
    commit(&world.clone(), "rename");
    assert_eq!(told(&world.clone().join(name)), set(NOTHING), "and edited");
}

#[test]
fn what_git_cannot_tell_is_not_told() {
    let Some(world) = World::new() else { return };
    let at = world.dir.path();
    let make = |name: &str, arguments: &[&str]| {
        let from = format!("file://{}", at.join("upstream").display());
        git(at, &[&["clone", "-q"], arguments, &[&from, name]].concat());
        git(&at.join(name), &["switch", "-qc", "add-contoso"]);
        for (file, bytes) in Fixture::clean(Publisher::Verified).files {
            put(&at.join(name).join(OWN).join(file), bytes);
        }
        commit(&at.join(name), "add");
        at.join(name)
    };
    // Of `master` alone nobody knows what `dev` holds.
    let single = make("single", &["--single-branch", "-b", "master"]);
    assert_eq!(told(&single.join(OWN)), set(NOTHING));
    put(&single.join("notes.txt"), "mine");
    put(&single.join(OWN).join("readme.md"), "# Changed\n");
    git(&single, &["add", "."]);
    assert_eq!(told(&single.join(OWN)), set(["branch-holds-foreign-files"]), "staged");
    let shallow = make("shallow", &["--depth", "1"]);
    assert_eq!(told(&shallow.join(OWN)), set(NOTHING));
    // A detached head is how servers look at it.
    git(&shallow, &["checkout", "-q", "--detach"]);
    assert_eq!(told(&shallow.join(OWN)), set(NOTHING));

    let worktree = at.join("beside");
    let path = worktree.display().to_string();
    git(&world.clone(), &["worktree", "add", "-q", "-b", "side", &path, "upstream/dev"]);
    put(&worktree.join("notes.txt"), "mine");
    for (file, bytes) in Fixture::clean(Publisher::Verified).files {
        put(&worktree.join(OWN).join(file), bytes);
    }
    commit(&worktree, "add");
    assert_eq!(told(&worktree.join(OWN)), set(["branch-holds-foreign-files"]));

    // Another repository that happens to have such a folder.
    git(at, &["init", "-q", "own"]);
    for (file, bytes) in Fixture::clean(Publisher::Verified).files {
        put(&at.join("own").join(OWN).join(file), bytes);
    }
    assert_eq!(told(&at.join("own").join(OWN)), set(NOTHING), "without a commit");
    commit(&at.join("own"), "begin");
    put(&at.join("own").join(OWN).join("readme.md"), "# Changed\n");
    assert_eq!(told(&at.join("own").join(OWN)), set(NOTHING));
    // A folder that only looks like a clone.
    put(&at.join("odd/.git"), "nonsense");
    for (file, bytes) in Fixture::clean(Publisher::Verified).files {
        put(&at.join("odd").join(OWN).join(file), bytes);
    }
    assert_eq!(told(&at.join("odd").join(OWN)), set(NOTHING));
}

#[test]
fn what_a_partial_clone_left_out_is_not_fetched() {
    let Some(world) = World::new() else { return };
    let at = world.dir.path();
    let from = at.join("upstream");
    git(&from, &["config", "uploadpack.allowFilter", "true"]);
    let address = format!("file://{}", from.display());
    let lean = ["clone", "-q", "--filter=blob:none", "--sparse", &address, "lean"];
    git(at, &lean);
    git(&at.join("lean"), &["switch", "-qc", "add-contoso"]);
    let own = at.join("lean").join(OWN);
    for (file, bytes) in Fixture::clean(Publisher::Verified).files {
        put(&own.join(file), bytes);
    }
    git(&at.join("lean"), &["add", "--sparse", "."]);
    git(&at.join("lean"), &["commit", "-qm", "add"]);
    fs::rename(&from, at.join("gone")).expect("a folder");
    assert_eq!(told(&own), set(NOTHING));
    assert!(read_submitted(&own).expect("it").branch().is_some());
}

#[cfg(unix)]
#[test]
fn nothing_that_the_repository_names_is_started_and_nothing_is_written() {
    use std::os::unix::fs::PermissionsExt as _;

    let Some(world) = World::new() else { return };
    let at = world.dir.path();
    world.begin("upstream/dev");
    world.add();
    put(&world.own().join("readme.md"), "# Changed\n");
    let trap = at.join("trap.sh");
    put(&trap, format!("#!/bin/sh\necho \"$@\" >> '{}'\ncat\n", at.join("sprung").display()));
    fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).expect("rights");
    put(&world.clone().join(".git/info/attributes"), "* filter=trap diff=trap text\n");
    let trap = trap.display().to_string();
    for name in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
        "credential.helper",
        "alias.diff-index",
    ] {
        git(&world.clone(), &["-c", "core.fsmonitor=false", "config", name, &trap]);
    }
    git(&world.clone(), &["config", "filter.trap.required", "true"]);
    let hooks = world.clone().join(".git/hooks/post-index-change");
    put(&hooks, fs::read(&trap).expect("the trap"));
    fs::set_permissions(&hooks, fs::Permissions::from_mode(0o755)).expect("rights");
    let index = || fs::read(world.clone().join(".git/index")).expect("the index");
    let before = index();
    assert_eq!(world.told(), set(NOTHING));
    assert!(read_submitted(&world.own()).expect("it").branch().is_some());
    let connectors = world.clone().join(OTHER);
    put(&connectors.join("readme.md"), "# Changed\n");
    assert_eq!(told(&connectors), set(["branch-holds-two-connectors"]));
    // What no option can take away is not asked at all.
    git(&world.clone(), &["config", "filter.a=b.clean", &trap]);
    put(&world.clone().join(".git/info/attributes"), "* filter=a=b\n");
    assert_eq!(told(&connectors), set(NOTHING));
    assert_eq!(fs::read_to_string(at.join("sprung")).unwrap_or_default(), "");
    assert!(index() == before, "the index was written");
}

#[test]
fn every_command_knows_the_branch_and_manages_without_git() {
    let Some(world) = World::new() else { return };
    let desk = Desk::new();
    world.add();
    world.put("schemas/schema.json", "{\"changed\": true}");
    commit(&world.clone(), "oops");
    let own = world.own().display().to_string();
    let rules = |ran: &crate::desk::Ran| -> BTreeSet<String> {
        let told: Value = serde_json::from_str(&ran.out).expect("JSON");
        let connectors = told["connectors"].as_array().expect("a list");
        let found = connectors.iter().flat_map(|one| one["findings"].as_array().expect("a list"));
        let ids = found.map(|one| one["rule"].as_str().expect("an id").to_owned());
        ids.filter(|id| id.starts_with("branch-")).collect()
    };
    let both = ["branch-holds-foreign-files", "branch-shared"].map(str::to_owned);
    let checked = desk.run(&["check", &own, "--format", "json"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert_eq!(rules(&checked), BTreeSet::from(both.clone()));
    // As a hook of git would start it.
    let mut command = desk.command(&["check", ".", "--format", "json"]);
    command.current_dir(world.own()).env("GIT_DIR", ".git").env("GIT_INDEX_FILE", "nowhere");
    assert_eq!(rules(&ran(&command.output().expect("it runs"))), BTreeSet::from(both.clone()));
    // All of the clone at once.
    let all = desk.run(&["check", &world.clone().display().to_string(), "--format", "json"]);
    assert_eq!(rules(&all), BTreeSet::from(both));
    let mut command = desk.command(&["check", &own, "--format", "json"]);
    let empty = desk.path("empty");
    fs::create_dir(&empty).expect("a folder");
    let without = ran(&command.env("PATH", &empty).output().expect("it runs"));
    assert_eq!(without.code, 0, "{without:?}");
    assert_eq!(without.err, checked.err);
    assert_eq!(rules(&without), BTreeSet::new());
    for arguments in [&["checklist", &own, "--format", "md"][..], &["fix", &own, "--dry-run"]] {
        let told = desk.run(arguments);
        let text = format!("{}{}", told.out, told.err);
        assert!(text.contains("schemas/schema.json") || text.contains("branch-shared"), "{told:?}");
    }
    let definition = fs::read(world.own().join(DEFINITION)).expect("it");
    assert_eq!(definition, Fixture::clean(Publisher::Verified).files[DEFINITION]);
}
