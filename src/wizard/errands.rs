//! Errands: what only the thread that holds the terminal can do, such as lending it to an editor.

use std::io;
use std::process::Child;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use super::editor::{self, Spot};
use super::model::{Errand, Model};
use super::msg::{Done, Msg};
use super::terminal::Terminal;
use super::{Shell, browser, suspend, view};

/// How often one looks whether the editor has ended.
const LOOK: Duration = Duration::from_millis(20);
/// A program that opens an address and fails later than this has opened it before.
const OPENING: Duration = Duration::from_secs(10);

impl Shell {
    /// Does what the model asks of the terminal.
    pub(super) fn run_errand(&mut self, model: &mut Model, terminal: &mut Terminal) {
        match model.errand.take() {
            Some(Errand::Copy(text)) => {
                let copied = terminal.copy(&text);
                if copied.is_err() {
                    self.take(model, Msg::InputLost);
                }
            }
            Some(Errand::Edit(spot)) => self.edit(model, terminal, spot),
            Some(Errand::Browse(address)) => browse(address, self.to_main.clone()),
            None => {}
        }
    }

    /// Draws one frame.
    pub(super) fn draw(&mut self, model: &mut Model, terminal: &mut Terminal) -> io::Result<()> {
        let mut regions = Vec::new();
        let drawn = terminal.draw(|frame| {
            regions = view::view(model, frame);
            self.graphics.draw(model, &regions, frame);
        });
        model.mouse.regions = regions;
        drawn
    }

    /// Asks the terminal whether it shows pictures, while it shows the one in question as it can in
    /// any case, and draws again.
    pub(super) fn ask(&mut self, model: &mut Model, terminal: &mut Terminal) -> io::Result<()> {
        self.input.pause();
        let (typed, is_owed) = self.graphics.ask();
        if is_owed {
            self.input.expect_answer();
        }
        self.input.go_on();
        for event in typed {
            self.take(model, Msg::Event(event));
        }
        // A terminal that does not understand a question may have shown it.
        terminal.start_anew()?;
        self.draw(model, terminal)
    }

    /// Lends the terminal to the editor, and takes it again when that has ended.
    fn edit(&mut self, model: &mut Model, terminal: &mut Terminal, spot: Spot) {
        let path = std::path::absolute(&spot.path).unwrap_or(spot.path);
        self.input.pause();
        terminal.lend();
        let started = editor::start(&Spot { path, ..spot });
        let (result, missed) = match started {
            Ok(mut child) => self.wait_for(&mut child),
            Err(message) => (Err(message), Vec::new()),
        };
        self.wake(model, terminal);
        self.input.go_on();
        for msg in missed {
            self.take(model, msg);
        }
        self.take(model, Msg::Done(Done::Edited(result)));
    }

    /// Waits for the editor; what came in meanwhile and is of use afterwards.
    fn wait_for(&mut self, child: &mut Child) -> (Result<(), String>, Vec<Msg>) {
        let mut missed = Vec::new();
        let result = loop {
            match child.try_wait() {
                Ok(Some(status)) if status.success() => break Ok(()),
                Ok(Some(status)) => break Err(format!("The editor ended with {status}.")),
                Ok(None) => {}
                Err(error) => break Err(format!("The editor is lost: {error}.")),
            }
            match self.inbox.recv_timeout(LOOK) {
                // Keys were for the editor; so was the ctrl+c that the system tells everybody of.
                // A terminal that is gone is noticed when it is taken again.
                Ok(Msg::Event(_) | Msg::Terminate | Msg::Woken) | Err(_) => {}
                Ok(Msg::Suspend) => {
                    // An editor that stops means all of us, or the shell would wait for ever.
                    let _ = suspend::stop();
                }
                Ok(Msg::InputLost) => {
                    // Nobody edits any more; what was typed is saved already.
                    missed.push(Msg::InputLost);
                    break Ok(());
                }
                Ok(msg) => missed.push(msg),
            }
        };
        (result, missed)
    }
}

fn browse(address: String, to_main: Sender<Msg>) {
    thread::spawn(move || {
        let started = Instant::now();
        let result = browser::open(&address);
        if result.is_ok() || started.elapsed() < OPENING {
            // Nobody listens any more when the program has ended.
            let _ = to_main.send(Msg::Done(Done::Browsed(result)));
        }
    });
}
