//! Asks the terminal, and waits a moment for what it says. Unix only: a Windows console does not
//! hand such answers on reliably.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::read;

use super::reply::is_whole;

/// How long one waits, all in all. Terminals answer at once; a connection may be slow.
const PATIENCE: Duration = Duration::from_millis(600);
/// Bytes that an answer has at most.
const MOST: usize = 4096;

/// What the terminal says to a question, and whatever was typed meanwhile. Nobody else may be
/// reading.
pub(super) fn ask(question: &str) -> Vec<u8> {
    let mut answer = Vec::new();
    let mut out = io::stdout();
    if out.write_all(question.as_bytes()).and_then(|()| out.flush()).is_err() {
        return answer;
    }
    let end = Instant::now() + PATIENCE;
    while !is_whole(&answer) && answer.len() < MOST {
        let left = end.saturating_duration_since(Instant::now());
        let Ok(left) = Timespec::try_from(left) else { break };
        let input = io::stdin();
        let mut waits = [PollFd::new(&input, PollFlags::IN)];
        match poll(&mut waits, Some(&left)) {
            Ok(1..) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Ok(_) | Err(_) => break,
        }
        if !waits[0].revents().contains(PollFlags::IN) {
            // Whatever has happened, reading now might wait for ever.
            break;
        }
        let mut bytes = [0; 256];
        // An end is noticed by whoever reads next.
        let Ok(count @ 1..) = read(&input, &mut bytes) else { break };
        answer.extend_from_slice(&bytes[..count]);
    }
    answer
}
