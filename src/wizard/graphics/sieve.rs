//! Keeps back a terminal's answer that comes too late, and would otherwise be taken for keys.

use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How long after a question an answer may still come.
const LATE: Duration = Duration::from_secs(10);
/// How fast the bytes of one answer follow each other; hands are slower.
const NEXT: Duration = Duration::from_millis(50);
/// Characters of the longest answer.
const LONGEST: usize = 64;

/// What is kept back. Answers that begin with `ESC [` need no sieve: those that are no keys are let
/// drop where bytes become keys.
#[derive(Debug, Default)]
pub(in crate::wizard) struct Sieve {
    until: Option<Instant>,
    /// When the last character of an answer came, and how many there were.
    within: Option<(Instant, usize)>,
}

impl Sieve {
    /// An answer is still to come.
    pub(in crate::wizard) fn expect(&mut self, now: Instant) {
        self.until = Some(now + LATE);
    }

    /// Whether an event is part of an answer.
    pub(in crate::wizard) fn keeps(&mut self, event: &Event, now: Instant) -> bool {
        if self.until.is_none_or(|until| now > until) {
            return false;
        }
        let Event::Key(KeyEvent { code: KeyCode::Char(sign), modifiers, .. }) = event else {
            return false;
        };
        let after_escape = modifiers.contains(KeyModifiers::ALT);
        let within = self.within.take();
        match within.filter(|(last, count)| now - *last <= NEXT && *count < LONGEST) {
            // The end of an answer.
            Some(_) if after_escape && *sign == '\\' => true,
            Some((_, count)) => {
                self.within = Some((now, count + 1));
                true
            }
            // `ESC _` and `ESC P` begin one.
            None if after_escape && matches!(sign, '_' | 'P') => {
                self.within = Some((now, 1));
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn char(sign: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(sign), modifiers))
    }

    /// As what was typed, of keys that come so many milliseconds after each other; `^` before alt.
    fn sifted(sieve: &mut Sieve, keys: &str, start: Instant, apart: u64) -> String {
        let mut now = start;
        let mut passed = String::new();
        let mut is_alt = false;
        for sign in keys.chars() {
            if sign == '^' {
                is_alt = true;
                continue;
            }
            now += Duration::from_millis(apart);
            let held = if is_alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
            if !sieve.keeps(&char(sign, held), now) {
                passed.push(sign);
            }
            is_alt = false;
        }
        passed
    }

    #[test]
    fn a_late_answer_is_no_typing() {
        let start = Instant::now();
        let mut sieve = Sieve::default();
        let keys = "ab^_Gi=31;OK^\\^P>|kitty(0.31.0)^\\cd";
        assert_eq!(sifted(&mut sieve, "^_Gi", start, 1), "_Gi", "nothing was asked");
        sieve.expect(start);
        assert_eq!(sifted(&mut sieve, keys, start, 1), "abcd");
        assert_eq!(sifted(&mut sieve, keys, start + LATE, 1), keys.replace('^', ""));
    }

    #[test]
    fn hands_are_slower_and_lose_one_key_at_most() {
        let start = Instant::now();
        let mut sieve = Sieve::default();
        sieve.expect(start);
        assert_eq!(sifted(&mut sieve, "^Pabc", start, 120), "abc");
        let long = format!("^_{}", "x".repeat(200));
        assert_eq!(sifted(&mut sieve, &long, start, 1).len(), 200 + 1 - LONGEST);
    }
}
