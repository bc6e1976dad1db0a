//! The terminal interface: takes the terminal, starts the threads, runs the loop.
//!
//! Keys become intents, `update` turns intents into a changed model and jobs, the worker carries
//! out jobs, `view` draws the model. Nothing here judges a connector.

mod browser;
mod clipboard;
mod drafts;
mod editor;
mod errands;
mod field;
mod filed;
mod filter;
mod graphics;
mod hands;
mod history;
mod input;
mod keymap;
mod keys;
mod looks;
mod mending;
mod model;
mod msg;
mod overlay;
mod palette;
mod picture;
mod plain;
mod region;
mod review;
mod solutions;
mod suspend;
mod terminal;
mod texts;
mod theme;
mod update;
mod view;
mod watch;
mod way;
mod words;
mod work;
mod worker;

#[cfg(test)]
mod tests;

use std::io::IsTerminal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::store::{Preferences, Store, StoreError};
use graphics::Graphics;
use hands::Hands;
use input::Input;
use keys::Keys;
use looks::Looks;
use model::{Leaving, Model};
use msg::{Done, Job, Msg, Now};
use overlay::Overlay;
use suspend::Suspending;
use terminal::Terminal;
pub use theme::Kind as ThemeKind;
use watch::Watch;
use worker::Worker;

/// How the wizard is started.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Start {
    /// A connector folder or a draft to go straight to; home without one.
    pub path: Option<PathBuf>,
    /// Where to keep the draft, instead of the store; made where there is none.
    pub draft: Option<PathBuf>,
    /// Whether colours are refused.
    pub no_color: bool,
    /// The theme that was asked for.
    pub theme: Option<ThemeKind>,
    /// Whether only characters that every terminal has are to be used.
    pub ascii: bool,
    /// Whether the mouse is to be heard.
    pub mouse: bool,
    /// Whether to ask in lines instead of drawing.
    pub plain: bool,
}

/// Every key of the wizard by the place where it works: the place, then keys with their meanings.
pub fn keys() -> impl Iterator<Item = (&'static str, Vec<(&'static str, &'static str)>)> {
    keymap::listed().map(|(place, keys)| (place.title(), keys))
}

/// Every action that `config.toml` can give a key to, by its name, with what it does.
pub fn actions() -> Vec<(String, &'static str)> {
    let all = keymap::places().flat_map(|place| keymap::bindings(place, true));
    let mut named: Vec<(String, &'static str)> =
        all.map(|binding| (keys::action(binding.intent()), binding.label)).collect();
    named.sort_by(|one, other| one.0.cmp(&other.0));
    named.dedup_by(|one, other| one.0 == other.0);
    named
}

/// Every place of the wizard by the name that `config.toml` gives it.
pub fn places() -> Vec<(String, &'static str)> {
    keymap::places().map(|place| (keys::place(place), place.title())).collect()
}

/// How often one looks whether the terminal is still there.
const LOOK: Duration = Duration::from_secs(2);
/// How long after we took the terminal again the system may still tell that we were woken.
const ECHO: Duration = Duration::from_millis(500);

/// How long a last save may take after a panic.
const LAST_SAVE: Duration = Duration::from_secs(3);

/// Runs the wizard until the publisher leaves.
///
/// # Errors
/// There is no terminal, or it failed, or the wizard met a bug; the draft is saved all the same.
pub fn run(start: Start, store: Store) -> Result<(), StoreError> {
    let here = std::env::current_dir().map_err(|error| {
        StoreError::new(
            format!("the working folder cannot be read: {error}"),
            "change to another folder",
        )
    })?;
    let started = Instant::now();
    let is_first = store.is_first_start();
    let worker = Worker::new(store, here).remembering(Preferences::path());
    let preferences = Preferences::read();
    let look = Looks::of(&start, &preferences);
    let first = match (start.path, start.draft) {
        (path, Some(draft)) => Job::OpenAt { draft, folder: path },
        (Some(path), None) => Job::Open(path),
        (None, None) => Job::List,
    };
    if start.plain || is_plain_asked() {
        let list = (!matches!(first, Job::List)).then_some(Job::List);
        return plain::run(worker, [first].into_iter().chain(list).collect(), started);
    }
    let failed = |error: std::io::Error| {
        StoreError::new(
            format!("the terminal failed: {error}"),
            "try another terminal, or `conncert check`",
        )
    };
    let mut terminal = Terminal::take().map_err(failed)?;
    let mut model = Model::new(look.theme, terminal.size());
    model.look.no_color = look.no_color;
    model.mouse.on = start.mouse || preferences.mouse;
    model.guards_bursts |= looks::is_paste_unmarked(std::env::var("TERM").ok().as_deref());
    let (keys, odd) = Keys::of(&preferences.keys, &preferences.file);
    model.keys = keys;
    if is_first {
        model.overlays.push(Overlay::Tour { scroll: 0 });
    }
    if let Some(told) = looks::told([look.faults, preferences.faults, odd].concat()) {
        model.complain(told);
    }
    let (to_main, inbox) = channel();
    let input = Input::start(to_main.clone());
    let signals = to_main.clone();
    // Without a handler the program still works; a signal then ends it as any other.
    let _ = ctrlc::set_handler(move || {
        let _ = signals.send(Msg::Terminate);
    });
    let watch = Watch::new(to_main.clone());
    suspend::watch(to_main.clone());
    model.can_suspend = suspend::is_possible();
    guard_terminal(to_main.clone());
    let jobs = Hands::start(worker, &to_main);
    let graphics = Graphics::default();
    let mut shell = Shell { jobs, inbox, watch, started, input, to_main, woken: started, graphics };
    let _ = shell.jobs.give(Job::Greeted);
    let ended = catch_unwind(AssertUnwindSafe(|| shell.run(&mut model, &mut terminal, first)));
    drop(terminal);
    match ended {
        Ok(ended) => match model.lost {
            Some(why) => Err(StoreError::new(
                format!("the last answers are not saved: {}", why.trim_end_matches('.')),
                "see to it, and answer again",
            )),
            None => ended.map_err(failed),
        },
        Err(_) => {
            let kept = shell.save_after_panic(&mut model);
            Err(StoreError::new("the wizard met a bug", kept))
        }
    }
}

/// Whether the surroundings ask for plain mode.
fn is_plain_asked() -> bool {
    let on_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let text = |name| std::env::var(name).ok();
    plain::is_asked(text("ACCESSIBLE").as_deref(), text("TERM").as_deref(), on_terminal)
}

/// The moment, on a clock that began then.
fn now(started: Instant) -> Now {
    let zoned = jiff::Zoned::now();
    Now {
        millis: u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        today: zoned.date(),
        timestamp: zoned.timestamp().round(jiff::Unit::Second).unwrap_or(zoned.timestamp()),
    }
}

/// What the loop holds besides the model.
struct Shell {
    jobs: Hands,
    inbox: Receiver<Msg>,
    watch: Watch,
    started: Instant,
    input: Input,
    to_main: Sender<Msg>,
    /// When the terminal was taken again last.
    woken: Instant,
    graphics: Graphics,
}

impl Shell {
    fn now(&self) -> Now {
        now(self.started)
    }

    fn run(
        &mut self,
        model: &mut Model,
        terminal: &mut Terminal,
        first: Job,
    ) -> std::io::Result<()> {
        // The first frame comes before anything is read.
        self.draw(model, terminal)?;
        let opening = !matches!(first, Job::List);
        self.send(model, vec![first]);
        if opening {
            self.send(model, vec![Job::List]);
        }
        while model.leaving != Leaving::Now {
            let mut was_woken = false;
            if let Some(msg) = self.wait(model) {
                was_woken |= matches!(msg, Msg::Woken);
                self.take(model, msg);
            }
            while let Ok(msg) = self.inbox.try_recv() {
                was_woken |= matches!(msg, Msg::Woken);
                self.take(model, msg);
            }
            if was_woken && self.woken.elapsed() > ECHO {
                // Stopped without being asked.
                self.wake(model, terminal);
            }
            let jobs = update::tick(model, &self.now());
            self.send(model, jobs);
            self.run_errand(model, terminal);
            let connector = model.open.as_ref().and_then(|open| open.connector.as_deref());
            self.watch.follow(connector.map(crate::connector::Connector::folder));
            self.suspend(model, terminal);
            // The mouse is a comfort: a terminal without it is none the worse.
            let _ = terminal.hear_mouse(model.mouse.on);
            let mut drawn = self.draw(model, terminal);
            if self.graphics.is_curious(&model.mouse.regions) {
                drawn = drawn.and_then(|()| self.ask(model, terminal));
            }
            if drawn.is_err() && model.leaving == Leaving::No {
                // The terminal is gone: save, and end without it.
                self.take(model, Msg::InputLost);
            }
        }
        Ok(())
    }

    /// The next message; none when a deadline comes first.
    fn wait(&self, model: &Model) -> Option<Msg> {
        let Some(deadline) = update::deadline(model) else {
            return Some(self.inbox.recv().unwrap_or(Msg::InputLost));
        };
        let left = Duration::from_millis(deadline.saturating_sub(self.now().millis));
        match self.inbox.recv_timeout(left) {
            Ok(msg) => Some(msg),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Msg::InputLost),
        }
    }

    /// Stops where that is asked for, once what is not saved was saved.
    fn suspend(&mut self, model: &mut Model, terminal: &mut Terminal) {
        if model.suspending == Suspending::No || model.open.as_ref().is_some_and(|o| o.saving) {
            return;
        }
        let was_told = model.suspending == Suspending::Told;
        model.suspending = Suspending::No;
        let done = if was_told {
            terminal.lend();
            let stopped = suspend::stop();
            self.wake(model, terminal);
            stopped
        } else {
            suspend::ask()
        };
        if let Err(error) = done {
            model.complain(format!("The system does not let conncert stop: {error}."));
        }
    }

    /// Takes the terminal again after a stop: the shell has used it meanwhile.
    fn wake(&mut self, model: &mut Model, terminal: &mut Terminal) {
        self.woken = Instant::now();
        self.graphics.forget();
        if terminal.take_again().is_err() {
            return self.take(model, Msg::InputLost);
        }
        let (width, height) = terminal.size();
        self.take(model, Msg::Event(crossterm::event::Event::Resize(width, height)));
    }

    fn take(&mut self, model: &mut Model, msg: Msg) {
        let mut now = self.now();
        let msg = match msg {
            Msg::Came(event, at) => {
                let passed = at.saturating_duration_since(self.started).as_millis();
                now.millis = u64::try_from(passed).unwrap_or(u64::MAX);
                Msg::Event(event)
            }
            msg => msg,
        };
        provoked(&msg);
        let jobs = update::handle(model, msg, &now);
        self.send(model, jobs);
    }

    fn send(&mut self, model: &mut Model, jobs: Vec<Job>) {
        for job in jobs {
            if !self.jobs.give(job) {
                update::handle(model, Msg::WorkerLost, &self.now());
            }
        }
    }

    /// Saves what a bug would lose, and says what became of it.
    fn save_after_panic(&mut self, model: &mut Model) -> &'static str {
        let jobs = update::handle(model, Msg::Terminate, &self.now());
        self.send(model, jobs);
        let end = Instant::now() + LAST_SAVE;
        // A save may have been under way; what was typed since takes another one.
        while model.leaving != Leaving::Now {
            match self.inbox.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(Msg::Done(done @ Done::Saved { result: Ok(_), .. })) => {
                    let jobs = update::handle(model, Msg::Done(done), &self.now());
                    self.send(model, jobs);
                }
                Ok(Msg::Done(Done::Saved { .. })) | Err(_) => {
                    return "the last words may not be saved; please report the message above";
                }
                // Whatever else comes may be what the bug is about.
                Ok(_) => {}
            }
        }
        "your draft is saved; please report the message above"
    }
}

/// A bug on demand, so that a test can see what one costs. Only in debug builds, and only where
/// the environment asks for it.
fn provoked(msg: &Msg) {
    use crossterm::event::{Event, KeyCode};
    let asked = cfg!(debug_assertions) && std::env::var_os("CONNCERT_TEST_PANIC").is_some();
    let key = matches!(msg, Msg::Event(Event::Key(key)) if key.code == KeyCode::F(12));
    assert!(!(asked && key), "provoked");
}

/// Tells when the terminal is gone. A signal should, but does not reach every program; and who
/// reads from a terminal that is gone may read nothing for ever.
fn guard_terminal(to_main: Sender<Msg>) {
    thread::spawn(move || {
        while std::io::stdin().is_terminal() {
            thread::sleep(LOOK);
        }
        // Whoever listens may have left.
        let _ = to_main.send(Msg::InputLost);
    });
}
