//! `check --watch` as a shell sees it: it prints what there is, then only what changed, tells what
//! goes away, and ends when asked to.

use std::fs;
use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::desk::Desk;

/// Systems tell of changes when it suits them.
const PATIENCE: Duration = Duration::from_secs(30);

/// A watch that runs. It ends with the test, however that ends.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    /// Starts it, and waits until it watches and has said this.
    fn start(desk: &Desk, arguments: &[&str], word: &str) -> (Self, String) {
        let arguments = [&["check", "--watch"], arguments].concat();
        let mut command = desk.command(&arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let (sender, lines) = channel();
        listen(child.stdout.take().expect("its output"), sender.clone());
        listen(child.stderr.take().expect("its errors"), sender);
        let watching = Self { child, lines };
        let first = watching.until(&["waiting for changes", word]);
        (watching, first)
    }

    /// All that is said until each of these was.
    #[track_caller]
    fn until(&self, words: &[&str]) -> String {
        let begun = Instant::now();
        let mut said = String::new();
        while !words.iter().all(|word| said.contains(word)) {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            let Ok(line) = self.lines.recv_timeout(left) else {
                panic!("waited in vain for {words:?}: {said}");
            };
            said += &line;
            said.push('\n');
        }
        said
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn listen(from: impl Read + Send + 'static, to: Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if to.send(line).is_err() {
                return;
            }
        }
    });
}

const DEFINITION: &str = "apiDefinition.swagger.json";

/// Two connectors in a folder.
fn two() -> Desk {
    let desk = Desk::new();
    for name in ["all/one", "all/two"] {
        fs::create_dir_all(desk.path(name)).expect("a folder");
        for entry in fs::read_dir(desk.path("sample")).expect("the sample") {
            let entry = entry.expect("a file");
            fs::copy(entry.path(), desk.path(name).join(entry.file_name())).expect("a copy");
        }
    }
    desk
}

fn replace(desk: &Desk, file: &str, from: &str, to: &str) {
    let path = desk.path(file);
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replace(from, to)).expect("a file");
}

#[test]
fn only_what_changed_is_printed_again() {
    let desk = two();
    let (watching, first) = Watching::start(&desk, &["all"], "2 connectors,");
    assert_eq!(first.matches("Nothing to mend here.").count(), 2, "{first}");
    let definition = format!("all/two/{DEFINITION}");
    replace(&desk, &definition, "\"care@contoso.com\"", "\"nobody\"");
    let said = watching.until(&["1 error in 1 connector", "1 finding is new", "`conncert explain"]);
    assert!(said.contains("note: checked again at ") && said.contains("two"), "{said}");
    assert!(said.contains("contact-email-malformed"), "{said}");
    assert!(!said.contains("Nothing to mend"), "the other one is as it was: {said}");
    replace(&desk, &definition, "\"nobody\"", "\"care@contoso.com\"");
    let said = watching.until(&["1 finding is gone", "Nothing to mend here."]);
    assert!(!said.contains("error["), "{said}");
    // The settings are watched as well.
    fs::write(desk.path("all/one/conncert.toml"), "[levels]\nx = \"off\"\n").expect("a file");
    watching.until(&["1 finding is new", "settings-invalid", "conncert.toml:2:1"]);
    // A change that is of no consequence is noticed, and told in one line.
    replace(&desk, "all/one/readme.md", "\n", "\n\n");
    watching.until(&["one: the same findings"]);
}

#[cfg(not(windows))] // where nobody can take away a folder that another program looks into
#[test]
fn what_goes_away_is_told_and_waited_for() {
    let desk = two();
    let (watching, _) = Watching::start(&desk, &["all/one"], "asked");
    fs::rename(desk.path("all/one"), desk.path("elsewhere")).expect("it moves");
    let said = watching.until(&["it is no longer there", "error: "]);
    assert!(said.contains("does not exist"), "{said}");
    fs::rename(desk.path("elsewhere"), desk.path("all/one")).expect("it moves back");
    watching.until(&["it is new here", "Nothing to mend here."]);
    // It is not only seen once.
    fs::remove_file(desk.path("all/one/readme.md")).expect("it goes");
    watching.until(&["1 finding is new", "readme-missing"]);
}

#[cfg(unix)] // elsewhere a test cannot press Ctrl+C for one program alone
#[test]
fn an_interrupt_ends_it_well() {
    let desk = two();
    let (mut watching, _) = Watching::start(&desk, &["all", "--format", "json"], "counts");
    let id = watching.child.id().to_string();
    let sent = std::process::Command::new("kill").args(["-INT", &id]).status();
    assert!(sent.expect("kill").success());
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = watching.child.try_wait().expect("a state") {
            break status;
        }
        assert!(begun.elapsed() < PATIENCE, "it does not end");
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(status.code(), Some(0));
}

#[test]
fn a_path_with_a_slip_is_not_waited_for() {
    let desk = two();
    let ran = desk.run(&["check", "--watch", "nowhere"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("does not exist"), "{ran:?}");
    let ran = desk.run(&["check", "--watch", "--write-baseline", "all"]);
    assert_eq!(ran.code, 2, "{ran:?}");
}
