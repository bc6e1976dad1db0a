//! What a command has around it: the two streams, the day, and how much colour they bear.
//! The only place of the command line that prints.

use std::fmt;
use std::io::{self, IsTerminal as _, Write as _};

use anstream::{AutoStream, ColorChoice};
use jiff::Zoned;
use jiff::civil::Date;

use super::exit::Failure;
use crate::format::Style;
use crate::source::text::printable;

/// Lines of running text are no longer than this, however wide the terminal.
const WIDEST_TEXT: u16 = 100;

/// The surroundings of a command.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shell {
    pub(crate) no_color: bool,
}

impl Shell {
    pub(crate) const fn new(no_color: bool) -> Self {
        Self { no_color }
    }

    /// The day, where the user is.
    pub(crate) fn today() -> Date {
        Zoned::now().date()
    }

    /// The time of the day, where the user is.
    pub(crate) fn time() -> String {
        Zoned::now().strftime("%H:%M:%S").to_string()
    }

    /// How a report for people is dressed on the standard output.
    pub(crate) fn style(self) -> Style {
        let width = if io::stdout().is_terminal() { usize::from(columns()) } else { usize::MAX };
        let colour = !matches!(self.choice(&io::stdout()), ColorChoice::Never);
        Style { colour, width, ..Style::plain() }
    }

    /// Columns for running text.
    pub(crate) fn text_width() -> usize {
        usize::from(columns().min(WIDEST_TEXT))
    }

    /// Writes to the standard output. A reader that has gone away is no error.
    pub(crate) fn print(self, text: &str) -> Result<(), Failure> {
        let stdout = io::stdout();
        let choice = self.choice(&stdout);
        let mut out = AutoStream::new(stdout.lock(), choice);
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(Failure::new(
                format!("the output cannot be written: {error}"),
                "see where it goes, and try again",
            )),
        }
    }

    /// Tells something besides the output, in one line.
    pub(crate) fn note(self, text: impl fmt::Display) {
        self.tell("note", &text.to_string());
    }

    /// Tells why a command failed, in one line.
    pub(crate) fn error(self, failure: &Failure) {
        self.tell("error", &failure.to_string());
    }

    /// A line on the standard error that begins with this word.
    pub(crate) fn tell(self, word: &str, text: &str) {
        let stderr = io::stderr();
        let choice = self.choice(&stderr);
        let mut out = AutoStream::new(stderr.lock(), choice);
        let colour = if word == "error" { "\u{1b}[1;31m" } else { "\u{1b}[1m" };
        // Where even this cannot be written, nothing can be told.
        let _ = writeln!(out, "{colour}{word}\u{1b}[0m: {}", printable(text));
    }

    fn choice(self, stream: &impl anstream::stream::RawStream) -> ColorChoice {
        if self.no_color { ColorChoice::Never } else { AutoStream::choice(stream) }
    }
}

/// Columns of the terminal, or the usual number where there is none.
fn columns() -> u16 {
    terminal_size::terminal_size().map_or(80, |(width, _)| width.0.max(20))
}
