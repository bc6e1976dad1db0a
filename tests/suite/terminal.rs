//! The wizard on a real pseudo-terminal: it starts, and whatever ends it, the terminal comes back
//! and the draft is on the disk. Unix only: a Windows console gives programs keys, not these bytes;
//! what does not depend on the terminal is proved in the wizard's own tests on every system.

#![cfg(unix)]

mod editor;
mod first;
#[cfg(feature = "pictures")]
mod picture;
mod suspend;
mod vanish;

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

const ROWS: NonZeroU16 = NonZeroU16::new(24).unwrap();
const COLUMNS: NonZeroU16 = NonZeroU16::new(80).unwrap();
const PATIENCE: Duration = Duration::from_secs(20);

/// A program on a terminal.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Box<dyn Write + Send>,
    seen: Arc<Mutex<(vt100::Parser, Vec<u8>)>>,
    /// Whether the reader lets go of the terminal at the next byte.
    lets_go: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    dir: TempDir,
}

impl Session {
    fn start(prepare: impl FnOnce(&mut CommandBuilder)) -> Self {
        Self::start_as(CommandBuilder::new(env!("CARGO_BIN_EXE_conncert")), |command, folder| {
            command.arg(folder);
            prepare(command);
        })
    }

    /// A program with what it needs around it; the folder holds the connector.
    fn start_as(
        mut command: CommandBuilder,
        prepare: impl FnOnce(&mut CommandBuilder, &Path),
    ) -> Self {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let folder = dir.path().join("Contoso Invoices");
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/contoso-invoices"),
            &folder,
        );
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        command.cwd(dir.path());
        command.env("CONNCERT_DATA", dir.path().join("data"));
        command.env("TERM", "xterm-256color");
        prepare(&mut command, &folder);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let writer = pair.master.take_writer().expect("its input");
        let seen = Arc::new(Mutex::new((vt100::Parser::new(ROWS, COLUMNS, 0), Vec::new())));
        let shared = Arc::clone(&seen);
        let lets_go = Arc::new(AtomicBool::new(false));
        let goes = Arc::clone(&lets_go);
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if goes.load(Ordering::SeqCst) {
                    return;
                }
                let mut seen = shared.lock().expect("nobody panics with it");
                seen.0.process(&bytes[..count]);
                seen.1.extend_from_slice(&bytes[..count]);
            }
        });
        let (master, reader) = (Some(pair.master), Some(reader));
        Self { child, master, writer, seen, lets_go, reader, dir }
    }

    fn screen(&self) -> String {
        self.seen.lock().expect("nobody panics with it").0.screen().contents()
    }

    fn raw(&self) -> String {
        let seen = self.seen.lock().expect("nobody panics with it");
        String::from_utf8_lossy(&seen.1).into_owned()
    }

    fn wait(&self, text: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.screen().contains(text) {
            assert!(Instant::now() < end, "`{text}` never came:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn type_in(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
    }

    fn ended(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it never ended:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What the terminal was told last: everything switched on is off again.
    fn assert_restored(&self) {
        std::thread::sleep(Duration::from_millis(100));
        let raw = self.raw();
        for (on, off) in [("\u{1b}[?1049h", "\u{1b}[?1049l"), ("\u{1b}[?2004h", "\u{1b}[?2004l")] {
            let (on, off) = (raw.rfind(on), raw.rfind(off));
            assert!(on.is_some() && off > on, "the terminal was not given back:\n{raw:?}");
        }
        assert!(raw.rfind("\u{1b}[?25h") > raw.rfind("\u{1b}[?25l"), "the cursor stays hidden");
    }

    fn draft(&self) -> String {
        let drafts = self.dir.path().join("data/drafts");
        let found: Vec<PathBuf> = fs::read_dir(&drafts)
            .expect("drafts were saved")
            .map(|entry| entry.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        assert_eq!(found.len(), 1, "{found:?}");
        fs::read_to_string(&found[0]).expect("the draft can be read")
    }

    /// To the e-mail of the support step, with something typed into it.
    fn typing(&mut self) {
        self.wait("Publisher");
        self.type_in("\r\u{1b}[6~\u{1b}[6~\u{1b}[6~");
        self.wait("4 of 9");
        self.type_in("\t");
        self.type_in("help@contoso");
        self.wait("help@contoso");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the sample") {
        let entry = entry.expect("a file of the sample");
        fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
    }
}

#[test]
fn leaving_saves_and_gives_the_terminal_back() {
    let mut session = Session::start(|_| {});
    session.typing();
    session.type_in("\u{3}");
    assert_eq!(session.ended(), 0);
    session.assert_restored();
    assert!(session.draft().contains("email = \"help@contoso\""), "{}", session.draft());
}

#[test]
fn a_signal_saves_and_gives_the_terminal_back() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let mut session = Session::start(|_| {});
        session.typing();
        let process = session.child.process_id().expect("a process").to_string();
        let sent = std::process::Command::new("kill").args([signal, &process]).status();
        assert!(sent.expect("kill runs").success());
        assert_eq!(session.ended(), 0, "{signal}");
        session.assert_restored();
        assert!(session.draft().contains("email = \"help@contoso\""), "{signal}");
    }
}

#[test]
fn a_bug_gives_the_terminal_back_and_saves() {
    let mut session = Session::start(|command| command.env("CONNCERT_TEST_PANIC", "1"));
    session.typing();
    session.type_in("\u{1b}[24~");
    assert_eq!(session.ended(), 3);
    session.assert_restored();
    assert!(session.draft().contains("email = \"help@contoso\""));
    assert!(session.raw().contains("your draft is saved"), "{}", session.raw());
}

#[test]
fn a_bracketed_paste_of_several_lines_stays_in_its_field() {
    let mut session = Session::start(|_| {});
    session.typing();
    session.type_in("\u{1b}[200~.com\r\nsecond\u{1b}[201~");
    session.wait("help@contoso.com second");
    assert!(session.screen().contains("4 of 9"));
    session.type_in("\u{3}");
    session.ended();
}

#[test]
fn no_color_writes_no_colour() {
    let mut session = Session::start(|command| command.env("NO_COLOR", "1"));
    session.typing();
    session.type_in("\u{3}");
    session.ended();
    let raw = session.raw();
    let coloured = (30..38).chain(90..98).any(|code| raw.contains(&format!("\u{1b}[{code}m")))
        || raw.contains("\u{1b}[38;");
    assert!(!coloured, "{raw:?}");
}
