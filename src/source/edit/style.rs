//! How a JSON file is laid out, and new text laid out the same way.
//! Guesses from the nearest neighbours first, then from the file; never changes what is there.

use serde_json::Value;

use super::{Edit, begin};
use crate::source::json::{Json, Node};
use crate::source::text::Span;

/// The look of one file.
pub(super) struct Style<'a> {
    json: &'a Json,
    /// What ends a line.
    newline: &'static str,
    /// One level of indentation.
    unit: String,
    /// Between a key and its value, blanks included.
    colon: String,
    /// Between two values on one line, blanks included.
    comma: String,
}

impl<'a> Style<'a> {
    pub(super) fn of(json: &'a Json) -> Self {
        let text = json.text();
        let newline = match text.find(['\n', '\r']) {
            Some(at) if text.get(at..).is_some_and(|rest| rest.starts_with("\r\n")) => "\r\n",
            Some(at) if text.get(at..).is_some_and(|rest| rest.starts_with('\r')) => "\r",
            _ => "\n",
        };
        let mut unit = None;
        let mut colon = None;
        let mut comma = None;
        for node in json.nodes() {
            unit = unit.or_else(|| unit_of(json, node.parent()?, node));
            colon = colon.or_else(|| colon_of(json, node));
            comma = comma.or_else(|| comma_of(json, node));
            if unit.is_some() && colon.is_some() && comma.is_some() {
                break;
            }
        }
        let colon = colon.unwrap_or_else(|| ": ".to_owned());
        // Who writes no blank behind a colon writes none behind a comma.
        let comma = comma.unwrap_or_else(|| format!(",{}", if colon == ":" { "" } else { " " }));
        Self { json, newline, unit: unit.unwrap_or_else(|| "  ".to_owned()), colon, comma }
    }

    /// The text of a value that takes the place of a node.
    pub(super) fn replacing(&self, node: Node<'_>, value: &Value) -> String {
        let spread = if node.is_empty() {
            node.parent().is_none_or(|parent| is_spread(self.json, parent))
        } else {
            is_spread(self.json, node)
        };
        let indent = indent_of(self.json, begin(node));
        let mut out = String::new();
        self.write(&mut out, value, spread.then_some(indent));
        out
    }

    /// A member (with its key) or an element behind the last one of a container.
    pub(super) fn appending(&self, parent: Node<'_>, key: Option<&str>, value: &Value) -> Edit {
        match parent.children().last() {
            Some(last) => self.behind(parent, last, key, value),
            None => self.filling(parent, key, value),
        }
    }

    fn behind(&self, parent: Node<'_>, last: Node<'_>, key: Option<&str>, value: &Value) -> Edit {
        let spread = is_spread(self.json, parent);
        // As between the last two; with only one, as between the opening bracket and that one.
        let previous = parent.children().take_while(|child| child.id() != last.id()).last();
        let (before, after) = match previous {
            Some(previous) => {
                let gap = self.between(previous.span().end, begin(last));
                gap.split_once(',').unwrap_or_default()
            }
            None if spread => ("", self.between(parent.span().start + 1, begin(last))),
            None => ("", self.comma.trim_start_matches(',')),
        };
        let (before, after) = (last_line(before), last_line(after));
        let on_own_line = [&before, &after].iter().any(|gap| gap.contains(['\n', '\r']));
        let mut text = format!("{before},{after}");
        if let Some(key) = key {
            text.push_str(&literal(key));
            text.push_str(&colon_of(self.json, last).unwrap_or_else(|| self.colon.clone()));
        }
        let indent = indent_of(self.json, begin(last));
        self.write(&mut text, value, on_own_line.then_some(indent));
        Edit { span: Span::at(last.span().end), text }
    }

    fn filling(&self, parent: Node<'_>, key: Option<&str>, value: &Value) -> Edit {
        let span = parent.span();
        let has_line = parent.raw().contains(['\n', '\r']);
        let spread = has_line || parent.parent().is_none_or(|above| is_spread(self.json, above));
        let outer = indent_of(self.json, begin(parent));
        let inner = format!("{outer}{}", self.unit);
        let (open, close) = if parent.is_object() { ('{', '}') } else { ('[', ']') };
        let mut text = String::from(open);
        if spread {
            text.push_str(self.newline);
            text.push_str(&inner);
        }
        if let Some(key) = key {
            text.push_str(&literal(key));
            text.push_str(&self.colon);
        }
        self.write(&mut text, value, spread.then_some(&inner));
        if spread {
            text.push_str(self.newline);
            text.push_str(outer);
        }
        text.push(close);
        // The brackets belong to the edit, so that two insertions into one empty container are
        // seen to overlap.
        Edit { span, text }
    }

    /// Prints a value: over several lines when an indentation is given, otherwise on one.
    fn write(&self, out: &mut String, value: &Value, indent: Option<&str>) {
        let deeper = indent.map(|indent| format!("{indent}{}", self.unit));
        let deeper = deeper.as_deref();
        match value {
            Value::Array(items) if !items.is_empty() => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.separate(out, index, deeper);
                    self.write(out, item, deeper);
                }
                self.end(out, indent);
                out.push(']');
            }
            Value::Object(members) if !members.is_empty() => {
                out.push('{');
                for (index, (key, member)) in members.iter().enumerate() {
                    self.separate(out, index, deeper);
                    out.push_str(&literal(key));
                    out.push_str(&self.colon);
                    self.write(out, member, deeper);
                }
                self.end(out, indent);
                out.push('}');
            }
            // Scalars and empty containers; everything but control characters is written raw.
            _ => out.push_str(&value.to_string()),
        }
    }

    fn separate(&self, out: &mut String, index: usize, indent: Option<&str>) {
        match indent {
            Some(indent) => {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(self.newline);
                out.push_str(indent);
            }
            None if index > 0 => out.push_str(&self.comma),
            None => {}
        }
    }

    fn end(&self, out: &mut String, indent: Option<&str>) {
        if let Some(indent) = indent {
            out.push_str(self.newline);
            out.push_str(indent);
        }
    }

    fn between(&self, start: usize, end: usize) -> &'a str {
        between(self.json, start, end)
    }
}

/// A string as JSON writes it.
pub(super) fn literal(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

fn between(json: &Json, start: usize, end: usize) -> &str {
    json.text().get(start..end).unwrap_or_default()
}

/// Whether the first child of a container stands on a line of its own.
fn is_spread(json: &Json, container: Node<'_>) -> bool {
    container.children().next().is_some_and(|first| {
        between(json, container.span().start, begin(first)).contains(['\n', '\r'])
    })
}

/// The blanks at the beginning of the line on which an offset lies.
fn indent_of(json: &Json, offset: usize) -> &str {
    let before = json.text().get(..offset).unwrap_or_default();
    let line = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line = before.get(line..).unwrap_or_default();
    // A mark of byte order is no indentation.
    let end = line.find(|found| found != ' ' && found != '\t').unwrap_or(line.len());
    line.get(..end).unwrap_or_default()
}

/// How much deeper a child on its own line stands than its container.
fn unit_of(json: &Json, container: Node<'_>, child: Node<'_>) -> Option<String> {
    // Only the first child's gap is all blank; the others would tell the same.
    if child.id().index() != container.id().index() + 1 {
        return None;
    }
    let gap = between(json, container.span().start + 1, begin(child));
    let inner = gap.rsplit_once(['\n', '\r'])?.1;
    let outer = indent_of(json, begin(container));
    let unit = inner.strip_prefix(outer)?;
    (!unit.is_empty() && unit.trim().is_empty()).then(|| unit.to_owned())
}

fn colon_of(json: &Json, member: Node<'_>) -> Option<String> {
    let gap = between(json, member.key_span()?.end, member.span().start);
    (!gap.contains(['\n', '\r'])).then(|| gap.to_owned())
}

/// What stands between two children on one line, seen from the first.
fn comma_of(json: &Json, first: Node<'_>) -> Option<String> {
    let second = first.next()?;
    let gap = between(json, first.span().end, begin(second));
    (!gap.contains(['\n', '\r'])).then(|| gap.to_owned())
}

/// Blanks without the empty lines among them: from the last line end on.
fn last_line(blanks: &str) -> String {
    let Some(at) = blanks.rfind(['\n', '\r']) else {
        return blanks.to_owned();
    };
    let crlf = at.checked_sub(1).filter(|&before| blanks.get(before..=at) == Some("\r\n"));
    blanks.get(crlf.unwrap_or(at)..).unwrap_or_default().to_owned()
}
