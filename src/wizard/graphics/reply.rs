//! What a terminal is asked about pictures, what its answer says, and which way of showing them
//! follows from it.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// The ways of showing a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Kitty,
    Iterm2,
    Sixel,
}

/// Does it know kitty's pictures; its name; what it can (4: sixel); the size of a character in
/// pixels; and last what every terminal answers, so that one knows when all is said.
const KITTY: &str = "\u{1b}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\\\u{1b}[>q";
const ALL: &str = "\u{1b}[c\u{1b}[16t\u{1b}[5n";

/// What to ask; none where nobody would answer, or the question itself would be shown.
pub(super) fn question(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let text = |name| variable(name).filter(|value| !value.is_empty());
    let term = text("TERM").unwrap_or_default();
    let is_old = ["linux", "vt", "cons25", "sun", "wsvt", "dumb"];
    let is_old = term.is_empty() || is_old.iter().any(|old| term.starts_with(old));
    let is_apple = text("TERM_PROGRAM").is_some_and(|name| name == "Apple_Terminal");
    if is_old || is_apple || text("STY").is_some() {
        return None;
    }
    // tmux takes the first question for a title. It says itself whether it can show sixel.
    Some(if text("TMUX").is_some() { ALL.to_owned() } else { format!("{KITTY}{ALL}") })
}

/// What a terminal has said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Reply {
    kitty: bool,
    sixel: bool,
    name: String,
    /// Width and height of a character in pixels.
    pub(super) cell: Option<(u16, u16)>,
    /// What was typed meanwhile.
    pub(super) typed: Vec<Event>,
}

/// Whether the last answer has come.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    [b"\x1b[0n", b"\x1b[3n"].iter().any(|last| bytes.windows(4).any(|part| part == *last))
}

impl Reply {
    /// Takes an answer apart. What is no answer was typed.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut reply = Self::default();
        let mut rest = &*text;
        while let Some(sign) = rest.chars().next() {
            let after = &rest[sign.len_utf8()..];
            rest = match (sign, after.chars().next()) {
                ('\u{1b}', Some('_' | 'P')) => {
                    let (said, left) = after.split_once("\u{1b}\\").unwrap_or((after, ""));
                    reply.string(said);
                    left
                }
                ('\u{1b}', Some('[')) => {
                    let end = after[1..].find(|c| ('@'..='~').contains(&c));
                    let end = end.map_or(after.len(), |end| end + 2);
                    reply.control(&after[1..end]);
                    &after[end..]
                }
                // A key with alt, or one of those that send three characters: which, is not worth
                // knowing for once. An escape before an answer is the key.
                ('\u{1b}', Some('O')) => after.get(2..).unwrap_or_default(),
                ('\u{1b}', Some(other)) if other != '\u{1b}' => &after[other.len_utf8()..],
                _ => {
                    reply.typed.extend(key(sign));
                    after
                }
            };
        }
        reply
    }

    fn string(&mut self, said: &str) {
        self.kitty |= said == "_Gi=31;OK";
        if let Some(name) = said.strip_prefix("P>|") {
            self.name = name.to_lowercase();
        }
    }

    fn control(&mut self, said: &str) {
        if let Some(abilities) = said.strip_prefix('?').and_then(|said| said.strip_suffix('c')) {
            self.sixel |= abilities.split(';').skip(1).any(|ability| ability == "4");
        } else if let Some(size) = said.strip_prefix("6;").and_then(|said| said.strip_suffix('t')) {
            let (height, width) = size.split_once(';').unwrap_or_default();
            let size = width.parse().ok().zip(height.parse().ok());
            self.cell = size.filter(|(width, height)| *width > 0 && *height > 0);
        }
    }

    /// The way that shows most here.
    pub(super) fn way(&self, variable: impl Fn(&str) -> Option<String>) -> Option<Way> {
        let text = |name| variable(name).unwrap_or_default().to_lowercase();
        let is = |name: &str| self.name.starts_with(name);
        let is_nameless = self.name.is_empty();
        if !text("TMUX").is_empty() {
            // What lies around tmux is nothing to it, whatever it has left in the environment.
            return self.sixel.then_some(Way::Sixel);
        }
        let around = [text("TERM_PROGRAM"), text("LC_TERMINAL")];
        let by_name =
            |name: &str| is(name) || is_nameless && around.iter().any(|a| a.starts_with(name));
        // Pictures that move with the text, as kitty has them, are not all that calls itself so.
        if self.kitty && (is("kitty") || is("ghostty")) {
            Some(Way::Kitty)
        } else if by_name("iterm") || by_name("wezterm") {
            Some(Way::Iterm2)
        } else {
            // Konsole's sixel leaves traces.
            (self.sixel && !is("konsole")).then_some(Way::Sixel)
        }
    }
}

/// A key that came among answers; of those with an escape sequence one cannot tell any more.
fn key(sign: char) -> Option<Event> {
    let (code, held) = match sign {
        '\r' => (KeyCode::Enter, KeyModifiers::NONE),
        '\t' => (KeyCode::Tab, KeyModifiers::NONE),
        '\u{1b}' => (KeyCode::Esc, KeyModifiers::NONE),
        '\u{7f}' => (KeyCode::Backspace, KeyModifiers::NONE),
        '\u{1}'..='\u{1a}' => (KeyCode::Char(char::from(b'`' + sign as u8)), KeyModifiers::CONTROL),
        sign if !sign.is_control() => (KeyCode::Char(sign), KeyModifiers::NONE),
        _ => return None,
    };
    Some(Event::Key(KeyEvent::new(code, held)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn among<'a>(known: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| {
            let found = known.iter().find(|(one, _)| *one == name);
            found.map(|(_, value)| (*value).to_owned())
        }
    }

    fn way(answer: &str, known: &[(&str, &str)]) -> Option<Way> {
        Reply::parse(answer.as_bytes()).way(among(known))
    }

    #[test]
    fn nobody_is_asked_who_would_show_the_question() {
        let xterm = ("TERM", "xterm-256color");
        let asked = |known: &[(&str, &str)]| question(among(known));
        for known in [
            &[][..],
            &[("TERM", "linux")],
            &[("TERM", "dumb")],
            &[("TERM", "vt220")],
            &[xterm, ("TERM_PROGRAM", "Apple_Terminal")],
            &[xterm, ("STY", "1.here")],
        ] {
            assert_eq!(asked(known), None, "{known:?}");
        }
        let plain = asked(&[xterm]).unwrap_or_default();
        assert!(plain.starts_with("\u{1b}_G") && plain.ends_with("\u{1b}[5n"), "{plain:?}");
        let tmux = asked(&[("TERM", "tmux-256color"), ("TMUX", "/tmp/tmux-0/default,1,0")]);
        assert_eq!(tmux.as_deref(), Some("\u{1b}[c\u{1b}[16t\u{1b}[5n"));
    }

    #[test]
    fn an_answer_is_taken_apart() {
        let kitty = "\u{1b}_Gi=31;OK\u{1b}\\\u{1b}P>|kitty(0.31.0)\u{1b}\\\u{1b}[?62;c\
                     \u{1b}[6;20;10t\u{1b}[0n";
        let reply = Reply::parse(kitty.as_bytes());
        assert!(reply.kitty && !reply.sixel && reply.name.starts_with("kitty"));
        assert_eq!((reply.cell, reply.typed.len()), (Some((10, 20)), 0));
        assert!(is_whole(kitty.as_bytes()) && !is_whole(&kitty.as_bytes()[..kitty.len() - 1]));
        let odd = "\u{1b}_Gi=31;ENOTSUPPORTED:no\u{1b}\\\u{1b}[6;0;0t\u{1b}[?4;6c\u{1b}[6;t\u{1b}[";
        assert_eq!(Reply::parse(odd.as_bytes()), Reply::default());
        assert_eq!(Reply::parse(b"\x1b_G").typed, Vec::new());
    }

    #[test]
    fn what_was_typed_meanwhile_is_kept() {
        let reply = Reply::parse("a\u{1b}[?62;4cé\u{1b}OA\u{1b}x\u{1b}\u{1b}[0n\r\u{3}".as_bytes());
        assert!(reply.sixel);
        let key = |code, held| Event::Key(KeyEvent::new(code, held));
        let expected = [
            key(KeyCode::Char('a'), KeyModifiers::NONE),
            key(KeyCode::Char('é'), KeyModifiers::NONE),
            key(KeyCode::Esc, KeyModifiers::NONE),
            key(KeyCode::Enter, KeyModifiers::NONE),
            key(KeyCode::Char('c'), KeyModifiers::CONTROL),
        ];
        assert_eq!(reply.typed, expected);
    }

    #[test]
    fn the_way_is_the_one_that_the_terminal_does_well() {
        let kitty = "\u{1b}_Gi=31;OK\u{1b}\\";
        let sixel = "\u{1b}[?62;4;22c";
        let named = |name: &str, more: &str| format!("{more}\u{1b}P>|{name}\u{1b}\\");
        let both = format!("{kitty}{sixel}");
        for (answer, known, expected) in [
            (named("kitty(0.31.0)", kitty), &[][..], Some(Way::Kitty)),
            (named("ghostty 1.2.0", kitty), &[], Some(Way::Kitty)),
            (named("WezTerm 20240203", &both), &[], Some(Way::Iterm2)),
            (named("iTerm2 3.6.1", &both), &[], Some(Way::Iterm2)),
            (named("Konsole 24.02", &both), &[], None),
            (named("foot(1.16.2)", sixel), &[], Some(Way::Sixel)),
            (named("foot(1.16.2)", sixel), &[("TERM_PROGRAM", "iTerm.app")], Some(Way::Sixel)),
            (named("XTerm(390)", ""), &[], None),
            (kitty.to_owned(), &[], None),
            (String::new(), &[("LC_TERMINAL", "iTerm2")], Some(Way::Iterm2)),
            (String::new(), &[], None),
            (sixel.to_owned(), &[("TMUX", "x"), ("LC_TERMINAL", "iTerm2")], Some(Way::Sixel)),
            ("\u{1b}[?1;2c".to_owned(), &[("TMUX", "x"), ("LC_TERMINAL", "iTerm2")], None),
        ] {
            assert_eq!(way(&answer, known), expected, "{answer:?} {known:?}");
        }
    }
}
