//! Drives the whole wizard without a terminal and without threads: keys go in, jobs are carried
//! out on the spot, the screen is drawn into memory.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly")]

mod comfort;
mod dates;
mod drafts;
mod history;
mod journeys;
mod long;
mod mending;
mod monochrome;
mod outside;
mod package;
mod pictures;
mod plain;
mod published;
mod robust;
mod screens;
mod storm;
mod texts;

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::Timestamp;
use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use tempfile::TempDir;

use super::model::{Leaving, Model};
use super::msg::{Job, Msg, Now};
use super::theme::{Kind, Theme};
use super::worker::Worker;
use super::{update, view};
use crate::store::Store;

/// Where the connector lies on a stage, seen from where the wizard is started.
const FOLDER: &str = "certified-connectors/Contoso Invoices";

/// Where the wizard is started: one folder further down than the stage, so that an export beside
/// it stays within.
const HOME: &str = "home";

/// A wizard on a stage.
pub(super) struct Stage {
    pub(super) model: Model,
    worker: Worker,
    millis: u64,
    dir: TempDir,
    home: PathBuf,
}

impl Stage {
    /// An empty home, and a folder with the sample connector beside it.
    pub(super) fn new(width: u16, height: u16) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let here = dir.path().join(HOME);
        copy(&sample(), &here.join(FOLDER));
        Self::at(dir, &here, width, height)
    }

    fn at(dir: TempDir, here: &Path, width: u16, height: u16) -> Self {
        let store = Store::at(dir.path().join(HOME).join("data"));
        let worker = Worker::new(store, here.to_owned());
        let model = Model::new(Theme::new(Kind::Terminal, false), (width, height));
        let home = dir.path().join(HOME);
        let mut stage = Self { model, worker, millis: 0, dir, home };
        stage.perform(vec![Job::List]);
        stage
    }

    /// The same home, started again.
    pub(super) fn again(self) -> Self {
        let here = self.folder().to_owned();
        self.again_in(&here)
    }

    /// The same home, started again in a folder.
    pub(super) fn again_in(self, here: &Path) -> Self {
        let (width, height) = self.model.size;
        let Self { dir, worker, .. } = self;
        // The lock of the draft goes with the worker, as it does with a program that ends.
        drop(worker);
        Self::at(dir, here, width, height)
    }

    /// A stage with the sample connector open.
    pub(super) fn opened(width: u16, height: u16) -> Self {
        let mut stage = Self::new(width, height);
        stage.open(&stage.connector());
        stage
    }

    /// The same, with paths that are the same on every machine.
    pub(super) fn still(width: u16, height: u16) -> Self {
        let mut stage = Self::opened(width, height);
        let open = stage.model.open.as_mut().unwrap();
        let answers = std::sync::Arc::make_mut(&mut open.answers);
        answers.prefill("connector.folder", FOLDER, "the folder you opened");
        open.sources_read.folder = FOLDER.to_owned();
        open.export.target = super::field::Editor::new("export.target", "contoso-out", false);
        stage
    }

    pub(super) fn open(&mut self, path: &Path) {
        self.perform(vec![Job::Open(path.to_owned())]);
    }

    /// A dark square with a light middle, as the icon.
    pub(super) fn draw_icon(&self) {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 100, 100);
        encoder.set_color(png::ColorType::Rgb);
        let pixels: Vec<u8> = (0..100)
            .flat_map(|y| (0..100).map(move |x| (x, y)))
            .flat_map(|(x, y)| {
                let inside = (30..70).contains(&x) && (30..70).contains(&y);
                if inside { [250, 250, 250] } else { [20, 40, 60] }
            })
            .collect();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&pixels).unwrap();
        writer.finish().unwrap();
        fs::write(self.connector().join("icon.png"), bytes).unwrap();
    }

    pub(super) fn folder(&self) -> &Path {
        &self.home
    }

    pub(super) fn connector(&self) -> PathBuf {
        self.folder().join(FOLDER)
    }

    pub(super) fn now(&self) -> Now {
        Now {
            millis: self.millis,
            today: date(2026, 11, 23),
            timestamp: "2026-11-23T10:15:00Z".parse::<Timestamp>().unwrap(),
        }
    }

    pub(super) fn send(&mut self, msg: Msg) {
        self.millis += 20;
        let now = self.now();
        let jobs = update::handle(&mut self.model, msg, &now);
        self.perform(jobs);
    }

    fn perform(&mut self, jobs: Vec<Job>) {
        let mut queue = VecDeque::from(jobs);
        while let Some(job) = queue.pop_front() {
            let done = self.worker.perform(job);
            let now = self.now();
            queue.extend(update::handle(&mut self.model, Msg::Done(done), &now));
        }
    }

    /// Keys by name, separated by blanks: `tab`, `ctrl+s`, `a`.
    pub(super) fn keys(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            self.send(Msg::Event(Event::Key(key(name))));
        }
        self
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let event = KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
            self.send(Msg::Event(Event::Key(event)));
        }
        self
    }

    /// Time passes without a key.
    pub(super) fn pause(&mut self) {
        self.millis += 5_000;
        let now = self.now();
        let jobs = update::tick(&mut self.model, &now);
        self.perform(jobs);
    }

    pub(super) fn answer(&self, key: &str) -> String {
        self.model.open.as_ref().map_or(String::new(), |open| open.answers.text(key).to_owned())
    }

    pub(super) fn has_left(&self) -> bool {
        self.model.leaving == Leaving::Now
    }

    pub(super) fn buffer(&self) -> (Buffer, Option<(u16, u16)>) {
        let (width, height) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| drop(view::view(&self.model, frame))).unwrap();
        let cursor = terminal.get_cursor_position().ok().map(|at| (at.x, at.y));
        (terminal.backend().buffer().clone(), cursor)
    }

    /// The screen as lines, less the machine's own paths.
    pub(super) fn screen(&self) -> String {
        let (buffer, _) = self.buffer();
        let mut screen = String::new();
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                screen.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol).max(1)).unwrap();
            }
            screen.push('\n');
        }
        screen
    }
}

fn key(name: &str) -> KeyEvent {
    let (modifiers, code) = match name.rsplit_once('+') {
        Some((modifiers, code)) if !code.is_empty() => (modifiers, code),
        _ => ("", name),
    };
    let mut held = KeyModifiers::NONE;
    for modifier in modifiers.split('+') {
        held |= match modifier {
            "ctrl" => KeyModifiers::CONTROL,
            "shift" => KeyModifiers::SHIFT,
            "alt" => KeyModifiers::ALT,
            _ => KeyModifiers::NONE,
        };
    }
    let code = match code {
        "tab" if held.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "space" => KeyCode::Char(' '),
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "backspace" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        "f1" => KeyCode::F(1),
        other => KeyCode::Char(other.chars().next().expect("a key has a name")),
    };
    KeyEvent::new(code, held)
}

/// A connector with a few faults. Not the shipped sample, which the tour of the read-me changes.
fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/contoso-invoices")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
