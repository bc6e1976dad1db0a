//! The missing texts, asked for one after the other: what is asked, what was typed, what the rules
//! say of it, and what the files would become. And what the worker computes for it.

use std::path::PathBuf;
use std::sync::Arc;

use super::field::Editor;
use super::mending::Key;
use crate::check::check;
use crate::fix::{self, Gap, Plan, unified_diff};
use crate::rule::{Finding, Level, Report};
use crate::settings::Settings;
use crate::source::hash::{HashMap, HashSet};
use crate::submission::Submission;

/// What the worker is asked.
#[derive(Debug)]
pub(crate) enum Task {
    /// Which texts are missing.
    Find { submission: Submission, settings: Settings, start: Option<Key> },
    /// What the rules say of one.
    Judge { serial: u64, submission: Submission, before: Arc<Report>, gap: Box<Gap>, text: String },
    /// What the files become.
    Write { submission: Submission, settings: Settings, texts: HashMap<Key, String> },
}

/// What it answers.
#[derive(Debug)]
pub(crate) enum Answer {
    Found { submission: Submission, before: Arc<Report>, gaps: Vec<Gap>, start: Option<Key> },
    Judged { serial: u64, said: Vec<(Level, String)> },
    Planned { plan: Plan, written: usize, given: usize },
}

impl Task {
    /// Whether a later task of its kind makes it needless.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Self::Judge { .. })
    }

    /// Carries it out. Nothing is read or written for it.
    pub(crate) fn perform(self) -> Answer {
        match self {
            Self::Find { submission, settings, start } => {
                let before = Arc::new(check(&submission, &settings));
                let gaps = fix::gaps(&submission, &before);
                Answer::Found { submission, before, gaps, start }
            }
            Self::Judge { serial, submission, before, gap, text } => {
                let found = fix::judged(&submission, &before, &gap.finding, text.trim());
                let said = found.into_iter().map(|finding| (finding.level, finding.message));
                Answer::Judged { serial, said: said.collect() }
            }
            Self::Write { submission, settings, texts } => {
                let given =
                    |finding: &Finding| Some(texts.get(&Key::of(finding))?.trim().to_owned());
                let made = fix::write_texts(&submission, &settings, &given);
                Answer::Planned { plan: made.plan, written: made.written, given: texts.len() }
            }
        }
    }
}

/// Texts that were typed, by the connector's folder and the place; kept until they are written.
pub(crate) type Typed = HashMap<(PathBuf, Key), String>;

/// The form.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) folder: PathBuf,
    pub(crate) gaps: Vec<Gap>,
    /// Their places.
    keys: HashSet<Key>,
    /// The one that is asked for.
    pub(crate) at: usize,
    pub(crate) editor: Editor,
    /// What the texts are judged in: the files as they were when the form was opened.
    pub(crate) submission: Submission,
    pub(crate) before: Arc<Report>,
    /// The last judgement that was asked for.
    pub(crate) serial: u64,
    /// What the rules say of the text as it stands; none while they are being asked.
    pub(crate) said: Option<Vec<(Level, String)>>,
    /// The files are being made.
    pub(crate) waits: bool,
    /// What the files would become was seen and nothing was typed since: esc closes.
    pub(crate) seen: bool,
    /// The end: what the files would become.
    pub(crate) shown: Option<Shown>,
}

/// What the files would become.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) plan: Plan,
    /// What could not be placed, and the diff.
    pub(crate) lines: Vec<String>,
    pub(crate) written: usize,
    pub(crate) scroll: usize,
}

impl Form {
    /// The form at a gap.
    pub(crate) fn new(
        folder: PathBuf,
        (submission, before): (Submission, Arc<Report>),
        gaps: Vec<Gap>,
        start: Option<&Key>,
    ) -> Self {
        let at = gaps.iter().position(|gap| Some(&Key::of(&gap.finding)) == start);
        let keys = gaps.iter().map(|gap| Key::of(&gap.finding)).collect();
        Self {
            folder,
            gaps,
            keys,
            at: at.unwrap_or_default(),
            editor: Editor::new("text", "", false),
            submission,
            before,
            serial: 0,
            said: None,
            waits: false,
            seen: false,
            shown: None,
        }
    }

    /// The text that is asked for.
    pub(crate) fn gap(&self) -> Option<&Gap> {
        self.gaps.get(self.at)
    }

    /// What was typed for a gap.
    pub(crate) fn typed<'a>(&self, typed: &'a Typed, gap: &Gap) -> Option<&'a String> {
        typed.get(&(self.folder.clone(), Key::of(&gap.finding)))
    }

    /// What was typed for the gaps of this form.
    pub(crate) fn given(&self, typed: &Typed) -> HashMap<Key, String> {
        self.own(typed).map(|(key, text)| (key.clone(), text.clone())).collect()
    }

    /// For how many of them something was typed.
    pub(crate) fn count(&self, typed: &Typed) -> usize {
        self.own(typed).count()
    }

    fn own<'a>(&'a self, typed: &'a Typed) -> impl Iterator<Item = (&'a Key, &'a String)> {
        let of_folder = typed.iter().filter(|((folder, _), _)| *folder == self.folder);
        of_folder.map(|((_, key), text)| (key, text)).filter(|(key, _)| self.keys.contains(*key))
    }

    /// Shows what the files would become.
    pub(crate) fn show(&mut self, plan: Plan, written: usize, given: usize) {
        let mut lines: Vec<String> = plan
            .skipped
            .iter()
            .map(|skipped| format!("! {}: {}", skipped.file, skipped.reason))
            .collect();
        let gone = given.saturating_sub(written + plan.skipped.len());
        if gone > 0 {
            lines.push(format!(
                "! The files have changed: {gone} of your texts are not missing there any more."
            ));
        }
        for change in &plan.changes {
            lines.extend(unified_diff(change).lines().map(str::to_owned));
        }
        self.waits = false;
        self.shown = Some(Shown { plan, lines, written, scroll: 0 });
    }
}
