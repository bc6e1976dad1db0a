//! Lines of a file with their words told apart: names, texts, numbers and marks of JSON; headings
//! and code of Markdown. Line by line, so that the largest file costs as little as a small one.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::connector::files::Role;
use crate::source::text::printable;
use crate::wizard::theme::Theme;

/// What a stretch of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Name,
    Text,
    /// Numbers, `true`, `false`, `null`.
    Value,
    Heading,
    Plain,
}

impl Token {
    fn style(self, theme: Theme) -> Style {
        match self {
            Self::Name => theme.name(),
            Self::Text => theme.done(),
            Self::Value => theme.value(),
            Self::Heading => theme.title(),
            Self::Plain => Style::new(),
        }
    }
}

/// Lines longer than this are shown plainly: they are minified, and nobody reads them.
const LONGEST: usize = 4_000;

/// A line in pieces: tabs as blanks, anything that is no text made visible.
pub(super) fn line(role: Role, line: &str, theme: Theme) -> Vec<Span<'static>> {
    let tokens = match role {
        _ if line.len() > LONGEST => vec![(Token::Plain, line)],
        Role::Definition | Role::Properties => json(line),
        Role::Readme | Role::Intro => vec![(markdown(line), line)],
        Role::Icon | Role::Script | Role::Settings => vec![(Token::Plain, line)],
    };
    let span = |(token, text): (Token, &str)| {
        Span::styled(printable(&text.replace('\t', "  ")).into_owned(), token.style(theme))
    };
    tokens.into_iter().map(span).collect()
}

fn markdown(line: &str) -> Token {
    if line.starts_with('#') {
        Token::Heading
    } else if line.starts_with("    ") || line.starts_with("```") {
        Token::Value
    } else {
        Token::Plain
    }
}

/// Strings of JSON never go on in the next line, so a line can be read by itself.
fn json(line: &str) -> Vec<(Token, &str)> {
    let bytes = line.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let token = match bytes[at] {
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(bytes.len());
                let rest = line.get(at..).unwrap_or_default().trim_start();
                if rest.starts_with(':') { Token::Name } else { Token::Text }
            }
            b'0'..=b'9' | b'-' | b'a'..=b'z' => {
                while at < bytes.len()
                    && (bytes[at].is_ascii_alphanumeric() || b"+-.".contains(&bytes[at]))
                {
                    at += 1;
                }
                Token::Value
            }
            _ => {
                at += 1;
                while at < bytes.len()
                    && !(bytes[at] == b'"'
                        || bytes[at] == b'-'
                        || bytes[at].is_ascii_alphanumeric())
                {
                    at += 1;
                }
                Token::Plain
            }
        };
        // A broken file may end in the middle of anything, never in the middle of a character.
        while !line.is_char_boundary(at) {
            at += 1;
        }
        tokens.push((token, &line[start..at]));
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_texts_and_values_are_told_apart() {
        let found = json(r#"  "a\"b" : "x", "n": -1.5e3, "t": [true, null]"#);
        let of = |token| {
            let pieces = found.iter().filter(|(found, _)| *found == token);
            pieces.map(|(_, text)| *text).collect::<Vec<_>>()
        };
        assert_eq!(of(Token::Name), [r#""a\"b""#, "\"n\"", "\"t\""]);
        assert_eq!(of(Token::Text), ["\"x\""]);
        assert_eq!(of(Token::Value), ["-1.5e3", "true", "null"]);
    }

    #[test]
    fn nothing_is_lost_of_any_line() {
        for line in ["", "\"", "\"\\", "\"ä\\", "é漢\"", "}}}", "\u{1b}[31m", "Zebra: x"] {
            let whole: String = json(line).into_iter().map(|(_, text)| text).collect();
            assert_eq!(whole, line);
        }
    }
}
