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

/// The part of a line that can be seen, in pieces: so many characters, after so many that are left
/// out. Tabs as blanks, anything that is no text made visible. Of Markdown one has to know whether
/// the line stands between fences.
pub(super) fn line(
    role: Role,
    line: &str,
    (from, count): (usize, usize),
    is_fenced: bool,
    theme: Theme,
) -> Vec<Span<'static>> {
    let start = offset(line, from);
    let shown = &line[start..];
    let shown = &shown[..offset(shown, count)];
    let tokens = match role {
        Role::Definition | Role::Properties => json(shown, ends_inside(&line[..start])),
        Role::Readme | Role::Intro if is_fenced => vec![(Token::Value, shown)],
        Role::Readme | Role::Intro => vec![(markdown(line), shown)],
        Role::Icon | Role::Script | Role::Settings => vec![(Token::Plain, shown)],
    };
    let span = |(token, text): (Token, &str)| {
        Span::styled(printable(&text.replace('\t', "  ")).into_owned(), token.style(theme))
    };
    tokens.into_iter().map(span).collect()
}

/// Whether a line of Markdown begins or ends a block of code.
pub(super) fn is_fence(role: Role, line: &str) -> bool {
    matches!(role, Role::Readme | Role::Intro) && line.trim_start().starts_with("```")
}

/// Where a character begins, by its number.
fn offset(text: &str, number: usize) -> usize {
    text.char_indices().nth(number).map_or(text.len(), |(at, _)| at)
}

/// Whether the beginning of a line of JSON ends within a text.
fn ends_inside(text: &str) -> bool {
    let mut bytes = text.bytes();
    let mut inside = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => inside = !inside,
            b'\\' if inside => {
                bytes.next();
            }
            _ => {}
        }
    }
    inside
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
/// It may begin within one, though.
fn json(line: &str, begins_inside: bool) -> Vec<(Token, &str)> {
    let bytes = line.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let token = match bytes[at] {
            byte if byte == b'"' || begins_inside && at == 0 => {
                at += usize::from(byte == b'"' && !(begins_inside && at == 0));
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
    use crate::wizard::theme::Kind;

    #[test]
    fn names_texts_and_values_are_told_apart() {
        let found = json(r#"  "a\"b" : "x", "n": -1.5e3, "t": [true, null]"#, false);
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
            for inside in [false, true] {
                let whole: String = json(line, inside).into_iter().map(|(_, text)| text).collect();
                assert_eq!(whole, line);
            }
        }
    }

    #[test]
    fn a_minified_line_is_read_from_the_middle() {
        let line = r#"{"title":"Contoso \"quoted\" text","n":1}"#;
        let from = line.find("quoted").unwrap_or_default();
        let spans = super::line(
            Role::Definition,
            line,
            (from, 12),
            false,
            Theme::new(Kind::Terminal, false),
        );
        let shown: String = spans.iter().map(|span| span.content.as_ref()).collect();
        assert_eq!(shown, "quoted\\\" tex");
        assert!(ends_inside(&line[..from]) && !ends_inside(line));
        let found = json(&line[from..], true);
        assert_eq!(found.first(), Some(&(Token::Text, r#"quoted\" text""#)));
        assert!(found.contains(&(Token::Name, "\"n\"")) && found.contains(&(Token::Value, "1")));
    }

    #[test]
    fn code_of_markdown_is_told_from_words() {
        let theme = Theme::new(Kind::Terminal, false);
        let style = |line: &str, fenced| {
            super::line(Role::Readme, line, (0, 80), fenced, theme).first().map(|span| span.style)
        };
        assert_eq!(style("## Deployment", false), Some(theme.title()));
        assert_eq!(style("## Deployment", true), Some(theme.value()));
        assert!(is_fence(Role::Readme, "```json") && !is_fence(Role::Definition, "```json"));
    }
}
