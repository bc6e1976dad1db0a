//! Reads the terminal in a thread of its own, which can be paused while another program has it.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::graphics::Sieve;
use super::msg::Msg;

/// How long one waits for a key before one looks whether to pause.
const LOOK: Duration = Duration::from_millis(100);
/// How long one waits for the pause, at most.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    /// Somebody else wants the terminal.
    Asked,
    Paused,
}

/// The reading thread, as those see it who pause it.
#[derive(Debug, Clone)]
pub(crate) struct Input {
    gate: Arc<(Mutex<State>, Condvar)>,
    sieve: Arc<Mutex<Sieve>>,
}

impl Input {
    /// Starts reading.
    pub(crate) fn start(to_main: Sender<Msg>) -> Self {
        let gate = Arc::new((Mutex::new(State::Reading), Condvar::new()));
        let input = Self { gate, sieve: Arc::default() };
        let own = input.clone();
        thread::spawn(move || {
            loop {
                own.wait_while_paused();
                let msg = match crossterm::event::poll(LOOK) {
                    Ok(false) => continue,
                    Ok(true) => {
                        let read = crossterm::event::read();
                        let now = Instant::now();
                        if read.as_ref().is_ok_and(|event| own.sieve().keeps(event, now)) {
                            continue;
                        }
                        read.map_or(Msg::InputLost, |event| Msg::Came(event, now))
                    }
                    Err(_) => Msg::InputLost,
                };
                let is_lost = matches!(msg, Msg::InputLost);
                if to_main.send(msg).is_err() || is_lost {
                    // Nobody reads any more, which is as good as a pause.
                    own.set(State::Paused);
                    return;
                }
            }
        });
        input
    }

    /// Stops reading. Returns once it has stopped.
    pub(crate) fn pause(&self) {
        let mut state = self.state();
        if *state == State::Reading {
            *state = State::Asked;
        }
        let waits = |state: &mut State| *state == State::Asked;
        drop(self.gate.1.wait_timeout_while(state, PATIENCE, waits));
    }

    /// Reads again.
    pub(crate) fn go_on(&self) {
        self.set(State::Reading);
    }

    /// The terminal was asked, and may answer later than anybody waits.
    pub(crate) fn expect_answer(&self) {
        self.sieve().expect(Instant::now());
    }

    fn sieve(&self) -> MutexGuard<'_, Sieve> {
        self.sieve.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while_paused(&self) {
        let mut state = self.state();
        if *state == State::Reading {
            return;
        }
        *state = State::Paused;
        self.gate.1.notify_all();
        drop(self.gate.1.wait_while(state, |state| *state != State::Reading));
    }

    fn set(&self, state: State) {
        *self.state() = state;
        self.gate.1.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A word cannot be left half written.
        self.gate.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
