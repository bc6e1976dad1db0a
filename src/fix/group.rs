//! The mends of one finding as text edits, made together or not at all; and which groups can be
//! made in the same round.

use std::collections::BTreeSet;

use super::files::Files;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::secrets::betrays;
use crate::rule::{Finding, Mend};
use crate::source::edit::{Edit, Editor};
use crate::source::hash::HashMap;
use crate::source::json::Json;
use crate::source::pointer::{Pointer, nearest, resolve};

/// Everything that mends one finding.
pub(super) struct Group<'a> {
    pub(super) finding: &'a Finding,
    pub(super) parts: Vec<Part>,
    /// It makes a file readable that was not: what rules say of that file is no news.
    pub(super) opens: bool,
    /// It only takes things away. What nobody else needed may then be in nobody's need either.
    pub(super) removes: bool,
    /// Where it works, for telling who is to blame.
    pub(super) pointers: Vec<(Role, Pointer)>,
}

/// One step of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Bytes for bytes; what is new under a name takes that name, so that nothing is added twice.
    Edit(Role, Edit, Option<(usize, String)>),
    /// The file's proper name.
    RenameFile(Role),
    /// A file that there was not.
    Create(Role, String),
    /// Other bytes for all of a file that is no text.
    Redraw(Role, Vec<u8>),
    /// The file goes away.
    Discard(Role),
}

/// The editors of a round: each file's layout is looked at once.
pub(super) struct Editors<'a> {
    connector: &'a Connector,
    files: &'a Files,
    by_role: [Option<Editor<'a>>; Role::ALL.len()],
    /// Texts that no mend may write anew, not even in another spelling.
    secrets: Vec<&'a str>,
}

impl<'a> Editors<'a> {
    pub(super) fn new(connector: &'a Connector, files: &'a Files) -> Self {
        let by_role = Role::ALL.map(|role| connector.json(role).map(Editor::of));
        Self { connector, files, by_role, secrets: connector.all_secrets() }
    }

    /// The group of a finding, or why its mends cannot be made.
    pub(super) fn group(
        &self,
        finding: &'a Finding,
        mends: Vec<Mend>,
    ) -> Result<Group<'a>, String> {
        if mends.iter().any(|mend| self.betrays_secret(mend)) {
            return Err("what it would write looks like a secret; take that out first".to_owned());
        }
        let removes = mends.iter().all(|mend| matches!(mend, Mend::Remove(..)));
        let mut group =
            Group { finding, parts: Vec::new(), opens: false, removes, pointers: Vec::new() };
        let mut own = Taken::default();
        self.remove_together(&mut group, &mends)?;
        group.parts.iter().for_each(|part| own.take(part));
        for mend in mends {
            let role = mend.role();
            let from = group.parts.len();
            match mend {
                Mend::Set(_, pointer, value) => {
                    let (json, editor) = self.tree(role)?;
                    let (pointer, value) = through_null(json, pointer, value);
                    let edits = editor.set(&pointer, &value).map_err(|error| error.reason)?;
                    let claim = claim(json, &pointer);
                    group.push(role, edits, claim.as_ref());
                    group.pointers.push((role, pointer));
                }
                // Done already.
                Mend::Remove(..) => {}
                Mend::Rename(_, pointer, name) => {
                    let (json, editor) = self.tree(role)?;
                    let edits = editor.rename(&pointer, &name).map_err(|error| error.reason)?;
                    let parent = pointer.parent().and_then(|above| resolve(json.root(), &above));
                    let claim = parent.map(|parent| (parent.id().index(), name));
                    group.push(role, edits, claim.as_ref());
                    group.pointers.push((role, pointer));
                }
                Mend::Replace(_, span, text) => {
                    let fits = self.files.text(role).is_some_and(|old| {
                        span.end <= old.len() && old.get(span.start..span.end).is_some()
                    });
                    if !fits {
                        return Err(format!("{} is no text there", self.connector.name(role)));
                    }
                    group.opens |= self.connector.facts(role).broken.is_some();
                    group.push(role, vec![Edit { span, text }], None);
                    group.pointers.push((role, Pointer::root()));
                }
                Mend::RenameFile(_) => {
                    if self.files.text(role).is_none() {
                        return Err(format!("{} is no text", self.connector.name(role)));
                    }
                    group.parts.push(Part::RenameFile(role));
                }
                Mend::Create(_, text) => {
                    if self.files.holds(role) {
                        let name = self.connector.name(role);
                        return Err(format!("something stands under the name {name} already"));
                    }
                    group.opens = true;
                    group.parts.push(Part::Create(role, text));
                }
                Mend::Redraw(..) | Mend::Discard(_) if !self.files.has_bytes(role) => {
                    return Err(format!("{} cannot be read", self.connector.name(role)));
                }
                Mend::Redraw(_, bytes) => group.parts.push(Part::Redraw(role, bytes)),
                Mend::Discard(_) => group.parts.push(Part::Discard(role)),
            }
            for part in &group.parts[from..] {
                if own.meets(part) != Meeting::Free {
                    return Err("two of its changes meet in the same place".to_owned());
                }
            }
            group.parts[from..].iter().for_each(|part| own.take(part));
        }
        if group.parts.is_empty() {
            return Err("nothing of it is left to be done".to_owned());
        }
        Ok(group)
    }

    /// Neighbours that go are one cut.
    fn remove_together(&self, group: &mut Group<'a>, mends: &[Mend]) -> Result<(), String> {
        for role in [Role::Definition, Role::Properties] {
            let pointers: Vec<Pointer> = mends
                .iter()
                .filter_map(|mend| match mend {
                    Mend::Remove(of, pointer) if *of == role => Some(pointer.clone()),
                    _ => None,
                })
                .collect();
            if !pointers.is_empty() {
                let (_, editor) = self.tree(role)?;
                let edits = editor.remove_all(&pointers).map_err(|error| error.reason)?;
                group.push(role, edits, None);
                group.pointers.extend(pointers.into_iter().map(|pointer| (role, pointer)));
            }
        }
        Ok(())
    }

    /// What comes is made of what is there, and that may be a secret. No cover fits it once its
    /// letters are capitals or stand apart.
    fn betrays_secret(&self, mend: &Mend) -> bool {
        match mend {
            _ if self.secrets.is_empty() => false,
            Mend::Set(_, _, value) => betrays(&value.to_string(), &self.secrets),
            Mend::Rename(_, _, text) | Mend::Replace(_, _, text) | Mend::Create(_, text) => {
                betrays(text, &self.secrets)
            }
            Mend::Remove(..) | Mend::RenameFile(_) | Mend::Redraw(..) | Mend::Discard(_) => false,
        }
    }

    fn tree(&self, role: Role) -> Result<(&'a Json, &Editor<'a>), String> {
        self.connector
            .json(role)
            .zip(self.by_role[role as usize].as_ref())
            .ok_or_else(|| format!("{} cannot be read", self.connector.name(role)))
    }
}

impl Group<'_> {
    /// Whether a file is larger afterwards.
    pub(super) fn grows(&self) -> bool {
        let (gone, come) = self.parts.iter().fold((0, 0), |(gone, come), part| match part {
            Part::Edit(_, edit, _) => (gone + edit.span.len(), come + edit.text.len()),
            Part::RenameFile(_) | Part::Create(..) | Part::Redraw(..) | Part::Discard(_) => {
                (gone, come)
            }
        });
        come > gone
    }

    fn push(&mut self, role: Role, edits: Vec<Edit>, claim: Option<&(usize, String)>) {
        let parts = edits.into_iter().map(|edit| Part::Edit(role, edit, claim.cloned()));
        self.parts.extend(parts);
    }
}

/// An object that is null gives way to one with the member.
fn through_null(
    json: &Json,
    pointer: Pointer,
    value: serde_json::Value,
) -> (Pointer, serde_json::Value) {
    let (mut at, mut value) = (pointer, value);
    let (found, exact) = nearest(json.root(), &at);
    if !exact && found.is_null() && found.parent().is_some() {
        let depth = found.pointer();
        while at != depth {
            let (Some(parent), Some(name)) = (at.parent(), at.last()) else { break };
            value = serde_json::Value::Object([(name.into_owned(), value)].into_iter().collect());
            at = parent;
        }
    }
    (at, value)
}

/// Which name of which object a new member takes.
fn claim(json: &Json, pointer: &Pointer) -> Option<(usize, String)> {
    let (found, exact) = nearest(json.root(), pointer);
    if exact || !found.is_object() {
        return None;
    }
    let depth = found.pointer().tokens().count();
    let name = pointer.tokens().nth(depth)?.into_owned();
    Some((found.id().index(), name))
}

/// What the groups of a round have taken already.
#[derive(Default)]
pub(super) struct Taken {
    /// Replaced bytes; they never overlap.
    spans: BTreeSet<(Role, usize, usize)>,
    texts: HashMap<(Role, usize, usize), String>,
    names: HashMap<(Role, usize, String), String>,
    renamed: BTreeSet<Role>,
    /// Files that are made, redrawn or taken away: one change is all that they bear.
    whole: BTreeSet<Role>,
}

/// How a part meets what is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meeting {
    Free,
    /// The very same is done already.
    Same,
    Overlaps,
}

impl Taken {
    /// Takes the parts of a group, unless one of them meets another group's.
    pub(super) fn admit(&mut self, group: &Group<'_>) -> bool {
        if group.parts.iter().any(|part| self.meets(part) == Meeting::Overlaps) {
            return false;
        }
        group.parts.iter().for_each(|part| self.take(part));
        true
    }

    fn meets(&self, part: &Part) -> Meeting {
        match part {
            Part::RenameFile(role) if self.renamed.contains(role) => Meeting::Same,
            Part::Create(role, _) | Part::Redraw(role, _) | Part::Discard(role)
                if self.whole.contains(role) =>
            {
                Meeting::Overlaps
            }
            Part::RenameFile(_) | Part::Create(..) | Part::Redraw(..) | Part::Discard(_) => {
                Meeting::Free
            }
            Part::Edit(role, edit, claim) => {
                if let Some((object, name)) = claim
                    && let Some(text) = self.names.get(&(*role, *object, name.clone()))
                {
                    return if *text == edit.text { Meeting::Same } else { Meeting::Overlaps };
                }
                let (start, end) = (edit.span.start, edit.span.end);
                if self.texts.get(&(*role, start, end)).is_some_and(|text| *text == edit.text) {
                    return Meeting::Same;
                }
                let before = self.spans.range(..(*role, start, end)).next_back();
                let after = self.spans.range((*role, start, end)..).next();
                let overlaps = |(taken, from, to): &(Role, usize, usize)| {
                    taken == role && *from < end && start < *to
                };
                let doubled = start < end && self.spans.contains(&(*role, start, end));
                if doubled || before.is_some_and(overlaps) || after.is_some_and(overlaps) {
                    Meeting::Overlaps
                } else {
                    Meeting::Free
                }
            }
        }
    }

    fn take(&mut self, part: &Part) {
        match part {
            Part::RenameFile(role) => {
                self.renamed.insert(*role);
            }
            Part::Create(role, _) | Part::Redraw(role, _) | Part::Discard(role) => {
                self.whole.insert(*role);
            }
            Part::Edit(role, edit, claim) => {
                let place = (*role, edit.span.start, edit.span.end);
                self.spans.insert(place);
                self.texts.insert(place, edit.text.clone());
                if let Some((object, name)) = claim {
                    self.names.insert((*role, *object, name.clone()), edit.text.clone());
                }
            }
        }
    }
}

/// Makes the groups; none where an edit does not fit after all.
pub(super) fn make(files: &Files, groups: &[&Group<'_>]) -> Option<Files> {
    let mut files = files.clone();
    let mut taken = Taken::default();
    let mut edits: [Vec<Edit>; Role::ALL.len()] = Default::default();
    for part in groups.iter().flat_map(|group| &group.parts) {
        match taken.meets(part) {
            Meeting::Same => continue,
            Meeting::Overlaps => return None,
            Meeting::Free => taken.take(part),
        }
        match part {
            Part::Edit(role, edit, _) => edits[*role as usize].push(edit.clone()),
            Part::RenameFile(role) => files.rename(*role),
            Part::Create(role, text) => files.create(*role, text),
            Part::Redraw(role, bytes) => files.redraw(*role, bytes.clone()),
            Part::Discard(role) => files.discard(*role),
        }
    }
    for role in Role::ALL {
        let edits = &edits[role as usize];
        if !edits.is_empty() && !files.edit(role, edits) {
            return None;
        }
    }
    Some(files)
}
