//! Where a finding is: by meaning first ([`Place`]), in lines and columns at the end ([`Spot`]).

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::source::json::Node;
use crate::source::pointer::{self, Pointer};
use crate::source::text::Span;

/// A place by meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// An answer, by its key.
    Answer(&'static str),
    /// A file as a whole.
    File(Role),
    /// Bytes of a file, told without a pointer.
    Bytes(Role, Span),
    /// A pointer into a JSON file; the member need not exist.
    Member(Role, Pointer),
    /// The key of an existing member.
    Key(Role, Pointer),
    /// A heading that a read-me should have, as the phrase with `-` for blanks.
    Section(Role, String),
    /// A path in the package, through the zips in it; empty for the package itself.
    Packed(String),
}

impl Place {
    /// The place of an existing node.
    pub fn node(role: Role, node: Node<'_>) -> Self {
        Self::Member(role, node.pointer())
    }

    /// The place of a member of a node, whether it exists or not.
    pub fn member(role: Role, node: Node<'_>, name: &str) -> Self {
        Self::Member(role, node.pointer().child(name))
    }

    /// A pointer in the definition. The text is one of the program's own, so it is well-formed.
    pub fn definition(pointer: &str) -> Self {
        Self::Member(Role::Definition, Pointer::parse(pointer).unwrap_or_else(Pointer::root))
    }

    /// A pointer in the properties.
    pub fn properties(pointer: &str) -> Self {
        Self::Member(Role::Properties, Pointer::parse(pointer).unwrap_or_else(Pointer::root))
    }

    /// The file it is in.
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::Answer(_) | Self::Packed(_) => None,
            Self::File(role)
            | Self::Bytes(role, _)
            | Self::Member(role, _)
            | Self::Key(role, _)
            | Self::Section(role, _) => Some(*role),
        }
    }

    /// The file and the pointer, when it is one.
    pub fn pointer(&self) -> Option<(Role, &Pointer)> {
        match self {
            Self::Member(role, pointer) | Self::Key(role, pointer) => Some((*role, pointer)),
            Self::Answer(_)
            | Self::File(_)
            | Self::Bytes(..)
            | Self::Section(..)
            | Self::Packed(_) => None,
        }
    }

    /// The pointer as reports print it: RFC 6901, or `#section`, or empty.
    pub fn pointer_text(&self) -> String {
        match self {
            Self::Answer(_) | Self::File(_) | Self::Bytes(..) | Self::Packed(_) => String::new(),
            Self::Member(_, pointer) | Self::Key(_, pointer) => pointer.to_string(),
            Self::Section(_, phrase) => format!("#{phrase}"),
        }
    }
}

/// A stretch of text; lines and columns are 1-based, columns count characters, the end is the
/// column after the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// Column after the last character.
    pub end_column: usize,
}

/// A place that people can find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The answer, when it is one.
    pub answer: Option<&'static str>,
    /// The role of the file, when it is in one.
    pub role: Option<Role>,
    /// The file's name on disk, or its path in the package.
    pub file: Option<String>,
    /// RFC 6901, or `#section` in a read-me, or empty.
    pub pointer: String,
    /// Bytes of the file; none where it is missing or not text.
    pub span: Option<Span>,
    /// The same in lines and columns.
    pub range: Option<Range>,
}

impl Spot {
    /// Finds a place in a connector's files.
    pub fn locate(place: &Place, connector: Option<&Connector>) -> Self {
        let role = place.role();
        let span = connector.and_then(|connector| span(place, connector));
        let range = span.and_then(|span| range(span, role?, connector?));
        Self {
            answer: match place {
                Place::Answer(key) => Some(key),
                _ => None,
            },
            role,
            file: match place {
                Place::Packed(path) => Some(path.clone()),
                _ => role.map(|role| {
                    connector.map_or(role.canonical(), |connector| connector.name(role)).to_owned()
                }),
            },
            pointer: place.pointer_text(),
            span,
            range,
        }
    }
}

fn span(place: &Place, connector: &Connector) -> Option<Span> {
    let role = place.role()?;
    // Without a body the file is missing or was not read: there is nothing to point at.
    connector.facts(role).body.filter(|_| role.is_text())?;
    match place {
        Place::Answer(_) | Place::Packed(_) => None,
        Place::File(_) | Place::Section(..) => Some(Span { start: 0, end: 0 }),
        Place::Bytes(_, span) => Some(*span),
        Place::Member(_, pointer) | Place::Key(_, pointer) => {
            let Some(json) = connector.json(role) else { return Some(Span { start: 0, end: 0 }) };
            let (node, exact) = pointer::nearest(json.root(), pointer);
            let named = exact && !matches!(place, Place::Key(..));
            Some(visible_span(node, named))
        }
    }
}

/// The value where it is a scalar, else the key: nobody is helped by a whole object underlined.
/// A missing member is shown at the key of its nearest ancestor.
fn visible_span(node: Node<'_>, exact: bool) -> Span {
    let value = node.span();
    let container = node.is_object() || node.is_array();
    match node.key_span() {
        Some(key) if container || !exact => key,
        _ if container => Span { start: value.start, end: value.start + 1 },
        _ => value,
    }
}

fn range(span: Span, role: Role, connector: &Connector) -> Option<Range> {
    let (start, end) = if let Some(json) = connector.json(role) {
        let at = |offset| json.lines().position(json.text(), offset);
        (at(span.start), at(span.end))
    } else {
        let text = connector.facts(role).body?.text();
        let lines = connector.lines(role)?;
        (lines.position(&text, span.start), lines.position(&text, span.end))
    };
    Some(Range {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    })
}
