//! The files of a connector while they are mended: texts that change from round to round, and the
//! plan that leads from the first to the last.

use std::sync::Arc;

use super::{Change, Origin};
use crate::connector::Connector;
use crate::connector::files::{Body, RawContent, RawFile, Role};
use crate::source::edit::{Edit, apply};

/// All files by role; cheap to clone.
#[derive(Clone)]
pub(super) struct Files {
    slots: [Option<Slot>; Role::ALL.len()],
}

#[derive(Clone)]
struct Slot {
    name: String,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Body(Body),
    TooLarge(u64),
    NotRegular,
}

impl Files {
    /// As they were read.
    pub(super) fn of(connector: &Connector) -> Self {
        let slot = |role| {
            let facts = connector.facts(role);
            let content = match facts.body {
                Some(body) => Content::Body(body.clone()),
                None if facts.found => Content::TooLarge(facts.size),
                None if connector.is_obstructed(role) => Content::NotRegular,
                None => return None,
            };
            Some(Slot { name: facts.name.to_owned(), content })
        };
        Self { slots: Role::ALL.map(slot) }
    }

    /// The text of a file, where it is one.
    pub(super) fn text(&self, role: Role) -> Option<&Arc<str>> {
        match &self.slots[role as usize].as_ref()?.content {
            Content::Body(Body::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether anything stands under the role's name.
    pub(super) fn holds(&self, role: Role) -> bool {
        self.slots[role as usize].is_some()
    }

    /// Whether a file's bytes are known.
    pub(super) fn has_bytes(&self, role: Role) -> bool {
        let slot = self.slots[role as usize].as_ref();
        slot.is_some_and(|slot| matches!(slot.content, Content::Body(_)))
    }

    /// Makes edits of a text; false where they do not fit.
    pub(super) fn edit(&mut self, role: Role, edits: &[Edit]) -> bool {
        let Some(after) = self.text(role).and_then(|text| apply(text, edits).ok()) else {
            return false;
        };
        if let Some(slot) = &mut self.slots[role as usize] {
            slot.content = Content::Body(Body::Text(after.into()));
        }
        true
    }

    /// Gives a file its proper name.
    pub(super) fn rename(&mut self, role: Role) {
        if let Some(slot) = &mut self.slots[role as usize] {
            role.canonical().clone_into(&mut slot.name);
        }
    }

    /// Makes a file.
    pub(super) fn create(&mut self, role: Role, text: &str) {
        let content = Content::Body(Body::Text(text.into()));
        self.slots[role as usize] = Some(Slot { name: role.canonical().to_owned(), content });
    }

    /// Puts other bytes in place of a file's.
    pub(super) fn redraw(&mut self, role: Role, bytes: Vec<u8>) {
        if let Some(slot) = &mut self.slots[role as usize] {
            slot.content = Content::Body(bytes.into());
        }
    }

    /// Takes a file away.
    pub(super) fn discard(&mut self, role: Role) {
        self.slots[role as usize] = None;
    }

    /// The connector that they make.
    pub(super) fn connector(&self, like: &Connector) -> Connector {
        let files = Role::ALL.into_iter().filter_map(|role| {
            let slot = self.slots[role as usize].as_ref()?;
            let content = match &slot.content {
                Content::Body(body) => RawContent::Bytes(body.bytes().to_vec()),
                Content::TooLarge(size) => RawContent::TooLarge(*size),
                Content::NotRegular => RawContent::NotRegular,
            };
            Some(RawFile { role, name: slot.name.clone(), content })
        });
        let parent = like.parent().map(str::to_owned);
        Connector::new(like.folder(), parent, files.collect()).on_branch(like.branch().cloned())
    }

    /// What leads from the files of a connector to these.
    pub(super) fn changes(&self, before: &Connector, after: &Connector) -> Vec<Change> {
        let change = |role: Role| {
            let facts = before.facts(role);
            let slot = self.slots[role as usize].as_ref();
            let (origin, name, new) = match slot {
                None if facts.found => (Origin::Removed, facts.name, Body::default()),
                Some(Slot { name, content: Content::Body(body) }) => {
                    let origin = match (facts.found, facts.name == name) {
                        (false, _) => Origin::Created,
                        (true, true) => Origin::Same,
                        (true, false) => Origin::Renamed(facts.name.to_owned()),
                    };
                    (origin, name.as_str(), body.clone())
                }
                // Never there, or never read.
                None | Some(_) => return None,
            };
            let old = facts.body.cloned().unwrap_or_default();
            if origin == Origin::Same && old == new {
                return None;
            }
            // A broken file hides its secrets until it can be read.
            let mut secrets: Vec<String> = [before, after]
                .iter()
                .flat_map(|one| one.secrets(role))
                .map(str::to_owned)
                .collect();
            secrets.sort();
            secrets.dedup();
            Some(Change {
                role,
                file: name.to_owned(),
                origin,
                before: old,
                after: new,
                keys: Vec::new(),
                secrets,
            })
        };
        Role::ALL.into_iter().filter_map(change).collect()
    }
}
