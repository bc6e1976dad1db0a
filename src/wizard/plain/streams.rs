//! The standard streams, the worker and the signals, as plain mode's world.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::super::hands::Hands;
use super::super::msg::{Job, Msg, Now};
use super::super::watch::Watch;
use super::{Heard, World};
use crate::source::text::printable;

/// Bytes of a line that are taken; no answer is as long, and an endless line must not fill the
/// memory.
const LONGEST: u64 = 1 << 20;

/// The standard streams and what stands behind them.
pub(super) struct Streams {
    jobs: Hands,
    inbox: Receiver<Heard>,
    to_reader: Sender<()>,
    watch: Watch,
    started: Instant,
    /// Whether lines are printed as they are read, since nothing else shows them.
    echoes: bool,
    /// A line was asked for and has not come.
    asked: bool,
    /// Nobody reads what is printed.
    deaf: bool,
}

impl Streams {
    pub(super) fn new(
        jobs: Hands,
        from_worker: Receiver<Msg>,
        watch: Watch,
        started: Instant,
    ) -> Self {
        let (to_main, inbox) = channel();
        let (to_reader, wanted) = channel();
        read_lines(wanted, to_main.clone());
        thread::spawn(move || {
            for msg in from_worker {
                if to_main.send(Heard::Msg(msg)).is_err() {
                    return;
                }
            }
        });
        let echoes = !io::stdin().is_terminal();
        Self { jobs, inbox, to_reader, watch, started, echoes, asked: false, deaf: false }
    }

    fn write(&mut self, text: &str) {
        let mut out = io::stdout();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        self.deaf |= written.is_err();
    }
}

impl World for Streams {
    fn now(&self) -> Now {
        super::super::now(self.started)
    }

    fn print(&mut self, text: &str) {
        self.write(text);
    }

    fn ask(&mut self) {
        // A reader that is gone has told of the end.
        self.asked = self.asked || self.to_reader.send(()).is_ok();
    }

    fn start(&mut self, job: Job) {
        // A worker that is gone has said so.
        let _ = self.jobs.give(job);
    }

    fn hear(&mut self, most: Option<Duration>) -> Heard {
        if self.deaf && self.asked {
            // Told once; what is being done meanwhile is still heard of.
            self.asked = false;
            return Heard::End;
        }
        let heard = match most {
            Some(most) => self.inbox.recv_timeout(most),
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match heard {
            Ok(Heard::Line(line)) => {
                self.asked = false;
                if self.echoes {
                    let shown = format!("{}\n", printable(&line));
                    self.write(&shown);
                }
                Heard::Line(line)
            }
            Ok(heard) => heard,
            Err(RecvTimeoutError::Timeout) => Heard::Nothing,
            Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }

    fn follow(&mut self, folder: Option<&Path>) {
        self.watch.follow(folder);
    }
}

/// Reads a line whenever one is wanted, in a thread of its own, so that signals and replies are
/// heard meanwhile.
fn read_lines(wanted: Receiver<()>, to_main: Sender<Heard>) {
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        for () in wanted {
            let mut bytes = Vec::new();
            let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes);
            let heard = match read {
                Ok(1..) => Heard::Line(line(&bytes)),
                Ok(0) | Err(_) => Heard::End,
            };
            let ended = matches!(heard, Heard::End);
            if to_main.send(heard).is_err() || ended {
                return;
            }
        }
    });
}

/// A line without its end; what is not UTF-8 is replaced.
fn line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    text.trim_end_matches(['\n', '\r']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_its_end_and_what_windows_puts_before_it() {
        assert_eq!(line(b"yes\r\n"), "yes");
        assert_eq!(line(b"\xef\xbb\xbfyes\n"), "yes");
        assert_eq!(line(b"\xff\n"), "\u{fffd}");
    }
}
