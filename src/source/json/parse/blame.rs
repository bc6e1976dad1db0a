//! What is said when a text is not JSON: the usual slips by name, each with its remedy.
//! Only called once per text, so it may look around.

use super::{Open, Reader};
use crate::source::json::{JsonError, MAX_DEPTH};
use crate::source::text::{Lines, printable};

impl Reader<'_> {
    pub(super) fn error(offset: usize, reason: impl Into<String>) -> JsonError {
        JsonError { offset, reason: reason.into() }
    }

    fn here(&self, reason: impl Into<String>) -> JsonError {
        Self::error(self.at, reason)
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The character here, made visible.
    fn found(&self) -> String {
        let found = self.rest().chars().next().map(String::from).unwrap_or_default();
        printable(&found).into_owned()
    }

    /// The bare word here, if one begins here.
    fn bare_word(&self) -> &str {
        let rest = self.rest();
        let end = rest.find(|found: char| !found.is_alphanumeric() && found != '_' && found != '$');
        let word = end.map_or(rest, |end| rest.get(..end).unwrap_or_default());
        // Long enough for any name, too short to flood a screen.
        let end = word.char_indices().nth(40).map_or(word.len(), |(at, _)| at);
        word.get(..end).unwrap_or_default()
    }

    /// "the object opened on line 3"
    fn container(&self, open: Open) -> String {
        let start = self.tree.nodes.get(open.node as usize).map_or(0, |slot| slot.start as usize);
        let line = Lines::new(self.text).position(self.text, start).line;
        format!("the {} opened on line {line}", if open.is_object { "object" } else { "array" })
    }

    /// Faults that may stand anywhere between tokens.
    fn anywhere(&self) -> Option<JsonError> {
        let rest = self.rest();
        let first = rest.chars().next()?;
        if rest.starts_with("//") || rest.starts_with("/*") || first == '#' {
            return Some(self.here("comments are not allowed in JSON; remove this one"));
        }
        let is_strange_blank = first.is_whitespace() && !matches!(first, ' ' | '\n' | '\r' | '\t');
        if is_strange_blank || matches!(first, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}') {
            let code = u32::from(first);
            return Some(self.here(format!(
                "an invisible character (U+{code:04X}) stands between the values; replace it by an \
                 ordinary space or remove it"
            )));
        }
        if first.is_control() && !matches!(first, '\n' | '\r' | '\t') {
            let found = self.found();
            return Some(
                self.here(format!("a control character ({found}) stands here; remove it")),
            );
        }
        match first {
            '\'' => Some(self.here(
                "a string uses single quotes; JSON wants double quotes (\") around names and texts",
            )),
            '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '`' => Some(self.here(format!(
                "a string uses the quote {first}; JSON wants straight double quotes (\") around \
                 names and texts"
            ))),
            _ => None,
        }
    }

    fn ended(&self) -> JsonError {
        match self.open.last() {
            Some(&open) => {
                let closing = if open.is_object { "brace (})" } else { "bracket (])" };
                let container = self.container(open);
                self.here(format!(
                    "the text ends, but {container} is not closed; add the closing {closing}"
                ))
            }
            None => self.here("the text is empty; a JSON value is expected, usually { … }"),
        }
    }

    pub(super) fn no_value(&self) -> JsonError {
        let Some(first) = self.rest().chars().next() else {
            return self.ended();
        };
        if let Some(error) = self.anywhere() {
            return error;
        }
        let word = self.bare_word();
        let reason = match word.to_ascii_lowercase().as_str() {
            right @ ("true" | "false" | "null") => {
                format!("{word} is not JSON; write {right} in small letters")
            }
            "none" | "nil" | "undefined" => format!("{word} is not JSON; write null"),
            "nan" | "infinity" => {
                format!("{word} is not a number of JSON; write a number or null")
            }
            "" => match first {
                '+' => "a number has no plus sign in JSON; remove it".to_owned(),
                '.' if self.rest().starts_with("..") => {
                    "dots stand for something left out; write the value".to_owned()
                }
                '.' => "a number needs a digit before its decimal point, as in 0.5".to_owned(),
                ',' => {
                    "a value is missing before this comma; add it, or remove the comma".to_owned()
                }
                '}' | ']' => {
                    let found = self.found();
                    format!("a value is missing before the closing {found}")
                }
                _ => format!("a value is expected here, not {}", self.found()),
            },
            _ => format!("{word} stands without quotes; put texts in double quotes (\")"),
        };
        self.here(reason)
    }

    pub(super) fn no_key(&self) -> JsonError {
        let Some(first) = self.rest().chars().next() else {
            return self.ended();
        };
        if let Some(error) = self.anywhere() {
            return error;
        }
        let word = self.bare_word();
        if !word.is_empty() {
            let reason = format!("the name {word} must stand in double quotes: \"{word}\"");
            return self.here(reason);
        }
        match first {
            ',' => self.here("a comma stands where a member is expected; remove it"),
            ']' => match self.open.last() {
                Some(&open) => self.wrong_end(open),
                None => self.here("a name in double quotes is expected here"),
            },
            _ => {
                let found = self.found();
                self.here(format!("a name in double quotes is expected here, not {found}"))
            }
        }
    }

    pub(super) fn no_colon(&self) -> JsonError {
        if self.rest().is_empty() {
            return self.ended();
        }
        if let Some(error) = self.anywhere() {
            return error;
        }
        let found = self.found();
        self.here(match found.as_str() {
            "=" => "a colon must follow the name, not an equals sign".to_owned(),
            "," | "}" => format!("a colon and a value must follow the name, not {found}"),
            _ => format!("a colon must follow the name, not {found}"),
        })
    }

    fn wrong_end(&self, open: Open) -> JsonError {
        let (right, wrong) = if open.is_object {
            ("brace (})", "bracket (])")
        } else {
            ("bracket (])", "brace (})")
        };
        let container = self.container(open);
        self.here(format!(
            "a closing {wrong} stands here, but {container} needs a closing {right} first"
        ))
    }

    pub(super) fn neither_comma_nor_end(&self, open: Open) -> JsonError {
        let Some(first) = self.rest().chars().next() else {
            return self.ended();
        };
        match first {
            '}' | ']' => return self.wrong_end(open),
            ';' => return self.here("a semicolon stands here; use a comma"),
            ':' if !open.is_object => {
                return self
                    .here("a colon stands in an array; members with names need an object: { … }");
            }
            '"' | '{' | '[' | '-' => {
                return self.here("a comma is missing before this; add it after the value before");
            }
            _ => {}
        }
        if let Some(error) = self.anywhere() {
            return error;
        }
        if self.bare_word().is_empty() {
            let found = self.found();
            self.here(format!("a comma or a closing bracket is expected here, not {found}"))
        } else {
            self.here(
                "a comma is missing before this, or a text before it was closed too early; a \
                 double quote inside a text is written \\\"",
            )
        }
    }

    pub(super) fn trailing_comma(&self, comma: usize) -> JsonError {
        let closing = if self.peek() == Some(b'}') { "brace" } else { "bracket" };
        Self::error(comma, format!("a comma stands before the closing {closing}; remove it"))
    }

    pub(super) fn after_the_end(&self) -> JsonError {
        if let Some(error) = self.anywhere() {
            return error;
        }
        self.here(match self.peek() {
            Some(b'}' | b']') => {
                format!("text after the end of the value: one closing {} too many", self.found())
            }
            Some(b',') => "text after the end of the value: remove this comma".to_owned(),
            _ => "text after the end of the value; a file holds one value, remove the rest"
                .to_owned(),
        })
    }

    pub(super) fn too_deep(&self) -> JsonError {
        self.here(format!(
            "arrays and objects are nested deeper than {MAX_DEPTH} levels, which is more than is \
             read"
        ))
    }

    pub(super) fn no_digits(&self, start: usize, reason: &str) -> JsonError {
        if self.rest().starts_with("Infinity") {
            return Self::error(start, "-Infinity is not a number of JSON; write a number or null");
        }
        self.here(reason)
    }

    pub(super) fn control(&self, start: usize, at: usize) -> JsonError {
        let byte = self.bytes.get(at).copied().unwrap_or_default();
        let reason = match byte {
            b'\n' | b'\r' => {
                // A forgotten quote is the usual cause; the string's beginning is what helps then.
                let line = Lines::new(self.text).position(self.text, start).line;
                format!(
                    "the line ends inside the string that begins on line {line}; close it with a \
                     double quote, or write a line break as \\n"
                )
            }
            b'\t' => "a tab inside a string must be written as \\t".to_owned(),
            _ => format!("a control character must be written as \\u{byte:04x}"),
        };
        Self::error(at, reason)
    }

    pub(super) fn unclosed_string(start: usize) -> JsonError {
        Self::error(start, "this string is not closed; add a double quote at its end")
    }

    pub(super) fn lone_surrogate(&self, at: usize) -> JsonError {
        let written = self.text.get(at..at + 6).unwrap_or_default();
        Self::error(
            at,
            format!(
                "{written} is a lone surrogate, half of a character; write both halves, or the \
                 character itself"
            ),
        )
    }

    pub(super) fn short_escape(at: usize) -> JsonError {
        Self::error(at, "\\u needs four hexadecimal digits behind it, as in \\u00e4")
    }

    pub(super) fn unknown_escape(&self, at: usize) -> JsonError {
        let rest = self.text.get(at + 1..).unwrap_or_default();
        let found: String = rest.chars().take(1).collect();
        let found = printable(&found);
        Self::error(
            at,
            format!("\\{found} is not an escape of JSON; a backslash itself is written \\\\"),
        )
    }
}
