//! How a finding is mended: what its rule proposes, by meaning. Nothing is written here; the
//! engine in `fix` turns it into text, and the shells decide what reaches the disk.

pub mod answer;
pub mod operation;
pub mod page;
pub mod template;
pub mod text;
pub mod value;

use std::borrow::Cow;

use serde_json::Value;

use super::{Context, Place};
use crate::connector::files::Role;
use crate::source::json::Node;
use crate::source::pointer::{Pointer, resolve};
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
    /// Puts other bytes in place of a file that is no text.
    Redraw(Role, Vec<u8>),
    /// Takes a file away.
    Discard(Role),
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
            | Self::Create(role, _)
            | Self::Redraw(role, _)
            | Self::Discard(role) => *role,
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

/// What stands at a place, when it is a pointer that leads somewhere.
pub fn node<'a>(cx: &Context<'a>, place: &Place) -> Option<Node<'a>> {
    let (role, pointer) = place.pointer()?;
    resolve(cx.connector()?.json(role)?.root(), pointer)
}

/// What stands one step above a place.
pub fn parent<'a>(cx: &Context<'a>, place: &Place) -> Option<Node<'a>> {
    let (role, pointer) = place.pointer()?;
    resolve(cx.connector()?.json(role)?.root(), &pointer.parent()?)
}

/// Puts a value at a place.
pub fn set(place: &Place, value: impl Into<Value>) -> Option<Vec<Mend>> {
    let (role, pointer) = place.pointer()?;
    Some(vec![Mend::Set(role, pointer.clone(), value.into())])
}

/// Takes away what stands at a place.
pub fn remove(place: &Place) -> Option<Vec<Mend>> {
    let (role, pointer) = place.pointer()?;
    Some(vec![Mend::Remove(role, pointer.clone())])
}

/// Gives the member at a place another name.
pub fn rename(place: &Place, name: impl Into<String>) -> Option<Vec<Mend>> {
    let (role, pointer) = place.pointer()?;
    Some(vec![Mend::Rename(role, pointer.clone(), name.into())])
}

/// Puts another text in place of the one that stands there.
pub fn rewrite(
    cx: &Context<'_>,
    place: &Place,
    better: impl FnOnce(&str) -> Option<String>,
) -> Option<Vec<Mend>> {
    let text: Cow<'_, str> = node(cx, place)?.as_str()?;
    let better = better(&text)?;
    if better == text { None } else { set(place, better) }
}
