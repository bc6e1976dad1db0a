//! What an update of a published connector means: how large it is, what has to be handed in again,
//! and how long that takes (section 2.2 of the rulebook; the weeks are Microsoft's of 2022).

use std::fmt::Write as _;

use serde::Serialize;

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::secrets::hidden;
use crate::connector::update::{Change, Verb, changes};
use crate::rule::{Look, Report};
use crate::submission::Submission;

/// How large an update is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Nothing differs.
    Nothing,
    /// Texts, contact, colours, read-me and icon alone.
    Minor,
    /// Anything else.
    Major,
}

impl Size {
    /// As printed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// Weeks until everyone has it, fewest and most. None where there is nothing to wait for.
    pub const fn weeks(self) -> Option<(u32, u32)> {
        match self {
            Self::Nothing => None,
            Self::Minor => Some((4, 5)),
            Self::Major => Some((6, 10)),
        }
    }
}

/// An update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Update {
    /// How large it is.
    #[serde(serialize_with = "word")]
    pub size: Size,
    /// What it is, in a sentence or two.
    pub says: String,
    /// How many things of it break what people have built, be they set aside or not.
    pub breaking: usize,
    /// Weeks until everyone has it, fewest and most; none where nothing differs.
    pub weeks: Option<(u32, u32)>,
    /// Everything that changed, in the order of the files.
    pub changes: Vec<Line>,
    /// What has to be handed in again and done, each a sentence.
    pub resubmit: Vec<&'static str>,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// `added`, `removed` or `changed`.
    pub verb: &'static str,
    /// The file, by its canonical name.
    pub file: &'static str,
    /// What it is, which one, and what of it.
    pub what: String,
    /// It alone would make a minor update.
    pub minor: bool,
}

fn word<S: serde::Serializer>(size: &Size, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(size.word())
}

/// The update that a submission is. None where no published version is known or can be read.
pub fn update(submission: &Submission, report: &Report) -> Option<Update> {
    let old = submission.previous.as_ref()?.as_deref().ok()?;
    let new = submission.connector.as_deref()?;
    let changes = changes(old, new)?;
    let size = match changes.iter().all(|change| change.is_minor) {
        _ if changes.is_empty() => Size::Nothing,
        true => Size::Minor,
        false => Size::Major,
    };
    let aside = report.excepted.iter().map(|excepted| &excepted.finding);
    let breaking =
        report.findings.iter().chain(aside).filter(|finding| {
            finding.rule.looks.iter().any(|look| matches!(look, Look::Changes(_)))
        });
    let breaking = breaking.count();
    let secrets = [new.all_secrets(), old.all_secrets()].concat();
    let line = |change: &Change| Line {
        verb: change.verb.word(),
        file: change.role.canonical(),
        what: hidden(what(change), &secrets),
        minor: change.is_minor,
    };
    Some(Update {
        size,
        says: says(size, breaking),
        breaking,
        weeks: size.weeks(),
        changes: changes.iter().map(line).collect(),
        resubmit: resubmit(&changes, report.settings.publisher, breaking > 0),
    })
}

/// Why a published version that was named cannot be compared with; none where it can, or none was
/// named.
pub fn unread(submission: &Submission) -> Option<String> {
    let old = match submission.previous.as_ref()? {
        Ok(old) => old,
        Err(reason) => return Some(reason.clone()),
    };
    let facts = old.facts(Role::Definition);
    facts.broken.map(|broken| format!("its {} cannot be read: {}", facts.name, broken.reason))
}

/// So many parts of what changed are named.
const PARTS: usize = 6;

/// What changed, which one, and what of it.
fn what(change: &Change) -> String {
    let mut text = change.what.to_owned();
    if !change.name.is_empty() {
        text.push(' ');
        text.push_str(&change.name);
    }
    if !change.parts.is_empty() {
        text.push_str(": ");
        let shown = change.parts.iter().take(PARTS).map(String::as_str);
        text.push_str(&shown.collect::<Vec<_>>().join(", "));
        if change.parts.len() > PARTS {
            // Writing to a String cannot fail.
            let _ = write!(text, " and {} more", change.parts.len() - PARTS);
        }
    }
    text
}

fn resubmit(changes: &[Change], publisher: Publisher, breaks: bool) -> Vec<&'static str> {
    let mut all = Vec::new();
    if changes.is_empty() {
        return all;
    }
    all.push("The folder of the connector, by a pull request to `dev`.");
    let is_packed = |change: &Change| change.role != Role::Readme;
    if changes.iter().any(is_packed) {
        all.push(match publisher {
            Publisher::Verified => {
                "The package: bring the changes into the connector in the maker portal, test it, \
                 export both solutions anew, and hand the package in through the same offer, with a \
                 new link."
            }
            Publisher::Independent => {
                "`package.zip`: bring the changes into the connector in the maker portal, test it, \
                 export both solutions anew, and add the package to the same pull request."
            }
        });
    } else {
        all.push("Not the package: the read-me is no part of it.");
    }
    let is_called = |change: &Change| {
        change.what == "operation" && change.verb != Verb::Removed && !change.is_minor
    };
    if changes.iter().any(is_called) {
        all.push("Ten calls that succeed of every operation that is new or changed.");
    }
    if breaks {
        all.push(
            "Mend what breaks, or confirm to the reviewers in writing that nobody is hurt, and \
             announce it to your users before.",
        );
    }
    all
}

fn says(size: Size, breaking: usize) -> String {
    let Some((fewest, most)) = size.weeks() else {
        return "Nothing differs from the published version but layout and version number."
            .to_owned();
    };
    let why = match size {
        Size::Minor => "only texts, contact, colours, read-me or icon changed",
        _ => "more than texts, contact, colours, read-me and icon changed",
    };
    let breaks = match breaking {
        0 => "Nothing of it breaks what people have built.".to_owned(),
        1 => "One thing of it breaks what people have built.".to_owned(),
        count => format!("{count} things of it break what people have built."),
    };
    format!(
        "A {} update, for {why}. By Microsoft's figures it takes {fewest} to {most} weeks. {breaks}",
        size.word()
    )
}
