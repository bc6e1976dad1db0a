//! The terminal interface: takes the terminal, starts the threads, runs the loop.
//!
//! Keys become intents, `update` turns intents into a changed model and jobs, the worker carries
//! out jobs, `view` draws the model. Nothing here judges a connector.

mod field;
mod filter;
mod history;
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
mod terminal;
mod texts;
mod theme;
mod update;
mod view;
mod watch;
mod way;
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
use keys::Keys;
use looks::Looks;
use model::{Errand, Leaving, Model};
use msg::{Done, Job, Msg, Now};
use overlay::Overlay;
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
    read_input(to_main.clone());
    let signals = to_main.clone();
    // Without a handler the program still works; a signal then ends it as any other.
    let _ = ctrlc::set_handler(move || {
        let _ = signals.send(Msg::Terminate);
    });
    let watch = Watch::new(to_main.clone());
    let jobs = start_worker(worker, to_main);
    let mut shell = Shell { jobs, inbox, watch, started };
    let _ = shell.jobs.send(Job::Greeted);
    let ended = catch_unwind(AssertUnwindSafe(|| shell.run(&mut model, &mut terminal, first)));
    drop(terminal);
    match ended {
        Ok(ended) => ended.map_err(failed),
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
    jobs: Sender<Job>,
    inbox: Receiver<Msg>,
    watch: Watch,
    started: Instant,
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
        let mut regions = Vec::new();
        terminal.draw(|frame| regions = view::view(model, frame))?;
        model.mouse.regions = regions;
        let opening = !matches!(first, Job::List);
        self.send(model, vec![first]);
        if opening {
            self.send(model, vec![Job::List]);
        }
        while model.leaving != Leaving::Now {
            if let Some(msg) = self.wait(model) {
                self.take(model, msg);
            }
            while let Ok(msg) = self.inbox.try_recv() {
                self.take(model, msg);
            }
            let jobs = update::tick(model, &self.now());
            self.send(model, jobs);
            if let Some(Errand::Copy(text)) = model.errand.take()
                && terminal.copy(&text).is_err()
            {
                self.take(model, Msg::InputLost);
            }
            let connector = model.open.as_ref().and_then(|open| open.connector.as_deref());
            self.watch.follow(connector.map(crate::connector::Connector::folder));
            // The mouse is a comfort: a terminal without it is none the worse.
            let _ = terminal.hear_mouse(model.mouse.on);
            let mut regions = Vec::new();
            let drawn = terminal.draw(|frame| regions = view::view(model, frame));
            model.mouse.regions = regions;
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
            if self.jobs.send(job).is_err() {
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

/// Reads the terminal in a thread of its own.
fn read_input(to_main: Sender<Msg>) {
    thread::spawn(move || {
        loop {
            let read = crossterm::event::read();
            let msg = read.map_or(Msg::InputLost, |event| Msg::Came(event, Instant::now()));
            let lost = matches!(msg, Msg::InputLost);
            if to_main.send(msg).is_err() || lost {
                return;
            }
        }
    });
}

/// Starts the worker. Saves go first, and of several checks only the newest is done.
fn start_worker(mut worker: Worker, to_main: Sender<Msg>) -> Sender<Job> {
    let (jobs, queue) = channel::<Job>();
    thread::spawn(move || {
        while let Ok(job) = queue.recv() {
            let mut batch = vec![job];
            batch.extend(queue.try_iter());
            for job in in_order(batch) {
                let done = catch_unwind(AssertUnwindSafe(|| worker.perform(job)));
                let lost = done.is_err();
                if to_main.send(done.map_or(Msg::WorkerLost, Msg::Done)).is_err() || lost {
                    return;
                }
            }
        }
    });
    jobs
}

/// Saves before anything else; older checks than the last are not worth doing.
fn in_order(jobs: Vec<Job>) -> Vec<Job> {
    let last_check = jobs.iter().rposition(|job| matches!(job, Job::Check { .. }));
    let is_judgement = |job: &Job| matches!(job, Job::Texts(task) if task.is_passing());
    let last_judgement = jobs.iter().rposition(is_judgement);
    let mut kept: Vec<Job> = jobs
        .into_iter()
        .enumerate()
        .filter(|(at, job)| !matches!(job, Job::Check { .. }) || Some(*at) == last_check)
        .filter(|(at, job)| !is_judgement(job) || Some(*at) == last_judgement)
        .map(|(_, job)| job)
        .collect();
    kept.sort_by_key(|job| !matches!(job, Job::Save { .. }));
    kept
}
