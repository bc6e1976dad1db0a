//! How a finding is mended: what its rule proposes, by meaning. Nothing is written here; the
//! engine in `fix` turns it into text, and the shells decide what reaches the disk.

use serde_json::Value;

use super::{Context, Place};
use crate::connector::files::Role;
use crate::source::pointer::Pointer;
use crate::source::text::Span;

/// Whether a mend may be made without a person looking at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// The meaning stays, or the rule leaves only this one way.
    Safe,
    /// A person should read it first: the meaning may change, or a text is only a proposal.
    Suggested,
}

impl Safety {
    /// The word used in reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Suggested => "suggested",
        }
    }
}

/// One change of one file.
#[derive(Debug, Clone, PartialEq)]
pub enum Mend {
    /// Puts a JSON value at a pointer, creating missing objects on the way; the step `-` appends
    /// to an array.
    Set(Role, Pointer, Value),
    /// Takes away the member or element at a pointer.
    Remove(Role, Pointer),
    /// Gives the member at a pointer another name; its value stays as it is.
    Rename(Role, Pointer, String),
    /// Replaces bytes of a file by a text; an empty span inserts.
    Replace(Role, Span, String),
    /// Gives a misspelt file its proper name.
    RenameFile(Role),
    /// Makes a file that is missing, with this text.
    Create(Role, String),
}

impl Mend {
    /// The file that it changes.
    pub const fn role(&self) -> Role {
        match self {
            Self::Set(role, ..)
            | Self::Remove(role, _)
            | Self::Rename(role, ..)
            | Self::Replace(role, ..)
            | Self::RenameFile(role)
            | Self::Create(role, _) => *role,
        }
    }
}

/// How the findings of a rule are mended.
pub struct Fix {
    /// Whether a person should look first.
    pub safety: Safety,
    /// What it does, as an imperative without a full stop: “Set `required` to true”.
    pub says: &'static str,
    /// The mends for the finding at a place, all or none of them made; nothing where this finding
    /// needs a person.
    pub make: fn(&Context<'_>, &Place) -> Option<Vec<Mend>>,
}
