//! Mends findings, round by round: check, take the mends that do not meet, make them, check again.
//!
//! A round counts only if every finding it mended is gone and no other has come. If not, those to
//! blame are set aside and tried in ever smaller numbers; what fails alone is left as it was and
//! reported. Every round leaves fewer findings than it began with, or less text, so there is an end.

use std::sync::Arc;

use super::files::Files;
use super::group::{Editors, Group, Taken, make};
use super::{Plan, Skipped};
use crate::check::check;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Finding, Outcome, Place, Report, Safety};
use crate::rules;
use crate::settings::Settings;
use crate::source::hash::{HashMap, HashSet};
use crate::source::text::printable;
use crate::submission::Submission;

/// Checks in one run. Ordinary files need three; this bounds what can be lost to a rule whose
/// mends fail one by one.
const MOST_CHECKS: usize = 250;

/// What mending did.
#[derive(Debug)]
pub struct Fixes {
    /// What is to be written, and which mends could not be made.
    pub plan: Plan,
    /// The findings that are gone, in the order in which they went.
    pub mended: Vec<Finding>,
    /// The submission as it will be.
    pub submission: Submission,
    /// What it was judged before.
    pub before: Report,
    /// What is left.
    pub report: Report,
}

/// Mends what can be mended: findings whose rule has a fix of this class or a safer one, and that
/// `wanted` lets through.
pub fn apply_fixes(
    submission: &Submission,
    settings: &Settings,
    most: Safety,
    wanted: &dyn Fn(&Finding) -> bool,
) -> Fixes {
    let before = check(submission, settings);
    let Some(connector) = submission.connector.clone() else {
        return Fixes {
            plan: Plan::default(),
            mended: Vec::new(),
            submission: submission.clone(),
            report: before.clone(),
            before,
        };
    };
    let mut run = Run {
        settings,
        original: Arc::clone(&connector),
        files: Files::of(&connector),
        submission: submission.clone(),
        report: before.clone(),
        mended: Vec::new(),
        failed: HashMap::default(),
        suspects: HashSet::default(),
        checks: 0,
        moved: false,
    };
    while run.round(most, wanted) {}
    run.finish(before)
}

/// A finding as it is recognised in the next round.
type Key = (&'static str, Option<Role>, String);

fn key(finding: &Finding) -> Key {
    (finding.rule.id, finding.spot.role, finding.place.pointer_text())
}

struct Run<'a> {
    settings: &'a Settings,
    original: Arc<Connector>,
    files: Files,
    submission: Submission,
    report: Report,
    mended: Vec<Finding>,
    /// Mends that failed alone, and why.
    failed: HashMap<Key, String>,
    /// Those that may have spoilt a round.
    suspects: HashSet<Key>,
    checks: usize,
    /// Something was mended since the first of the failures.
    moved: bool,
}

/// The files after a round, and what they are judged.
struct Made {
    files: Files,
    submission: Submission,
    report: Report,
}

impl Run<'_> {
    /// One round; false when nothing is left to try.
    fn round(&mut self, most: Safety, wanted: &dyn Fn(&Finding) -> bool) -> bool {
        let Some(connector) = self.submission.connector.clone() else { return false };
        let report = std::mem::replace(&mut self.report, Report::empty(self.settings.clone()));
        let files = self.files.clone();
        let editors = Editors::new(&connector, &files);
        let submission = self.submission.clone();
        let cx = Context { submission: &submission, settings: self.settings };
        let mut groups = Vec::new();
        for finding in report.findings.iter().filter(|finding| wanted(finding)) {
            if self.failed.contains_key(&key(finding)) {
                continue;
            }
            let Some(fix) = finding.rule.fix.as_ref().filter(|fix| fix.safety <= most) else {
                continue;
            };
            let Some(mends) = (fix.make)(&cx, &finding.place) else { continue };
            match editors.group(finding, mends) {
                Ok(group) => groups.push(group),
                Err(reason) => {
                    self.failed.insert(key(finding), reason);
                }
            }
        }
        let goes_on = self.try_groups(&report, &groups);
        if self.report.outcomes.is_empty() {
            self.report = report;
        }
        goes_on
    }

    /// Tries what can be made together, and less of it when that fails.
    fn try_groups(&mut self, report: &Report, groups: &[Group<'_>]) -> bool {
        let mut batch = self.batch(groups);
        if batch.is_empty() {
            // What failed before may succeed now that the rest is in order.
            let again = self.moved && !self.failed.is_empty();
            self.moved = false;
            if again {
                self.failed.clear();
            }
            return again;
        }
        loop {
            if self.checks >= MOST_CHECKS {
                for group in batch {
                    self.failed.insert(key(group.finding), TOO_MANY.to_owned());
                }
                return true;
            }
            let fault = match self.attempt(report, &batch) {
                Ok(made) => {
                    self.accept(made, &batch);
                    return true;
                }
                Err(fault) => fault,
            };
            if let [only] = batch.as_slice() {
                if fault.general {
                    // One more byte is too many: whichever comes next, it fails as this one.
                    let growing = groups.iter().filter(|group| group.grows());
                    let keys = growing.map(|group| key(group.finding));
                    self.failed.extend(keys.map(|key| (key, fault.reason.clone())));
                }
                self.failed.insert(key(only.finding), fault.reason);
                self.suspects.remove(&key(only.finding));
                return true;
            }
            let blamed: HashSet<usize> = fault.suspects.into_iter().collect();
            for index in &blamed {
                self.suspects.insert(key(batch[*index].finding));
            }
            if blamed.is_empty() || blamed.len() == batch.len() {
                batch.truncate(batch.len() / 2);
            } else {
                let mut index = 0;
                batch.retain(|_| {
                    index += 1;
                    !blamed.contains(&(index - 1))
                });
            }
        }
    }

    /// What can be made together: files that cannot be read yet first, suspects last.
    fn batch<'g, 'f>(&self, groups: &'g [Group<'f>]) -> Vec<&'g Group<'f>> {
        let mut taken = Taken::default();
        let opening = groups.iter().any(|group| group.opens);
        let is_suspect = |group: &Group<'_>| self.suspects.contains(&key(group.finding));
        let now = |group: &&Group<'_>| group.opens == opening;
        let clear = groups.iter().filter(now).any(|group| !is_suspect(group));
        groups
            .iter()
            .filter(now)
            .filter(|group| !clear || !is_suspect(group))
            .filter(|group| taken.admit(group))
            .collect()
    }

    fn attempt(&mut self, before: &Report, batch: &[&Group<'_>]) -> Result<Made, Fault> {
        let files = make(&self.files, batch).ok_or_else(|| Fault {
            suspects: Vec::new(),
            general: false,
            reason: "its changes do not fit the file".to_owned(),
        })?;
        let connector = Arc::new(files.connector(&self.original));
        let submission = Submission { connector: Some(connector), ..self.submission.clone() };
        self.checks += 1;
        let report = check(&submission, self.settings);
        judge(before, &report, batch)?;
        Ok(Made { files, submission, report })
    }

    fn accept(&mut self, made: Made, batch: &[&Group<'_>]) {
        for group in batch {
            self.suspects.remove(&key(group.finding));
            self.mended.push(group.finding.clone());
        }
        self.files = made.files;
        self.submission = made.submission;
        self.report = made.report;
        self.moved = true;
    }

    fn finish(self, before: Report) -> Fixes {
        let now = self.submission.connector.clone().unwrap_or_else(|| Arc::clone(&self.original));
        let skipped = self.report.findings.iter().filter_map(|finding| {
            let reason = self.failed.get(&key(finding))?;
            let place = match finding.place.pointer_text() {
                pointer if pointer.is_empty() => String::new(),
                pointer => format!("{}: ", printable(&pointer)),
            };
            Some(Skipped {
                file: finding.spot.file.clone().unwrap_or_default(),
                reason: format!("{place}{reason}. Mend it by hand."),
                keys: Vec::new(),
                rule: Some(finding.rule.id),
            })
        });
        let plan =
            Plan { changes: self.files.changes(&self.original, &now), skipped: skipped.collect() };
        Fixes {
            plan,
            mended: self.mended,
            submission: self.submission,
            before,
            report: self.report,
        }
    }
}

const TOO_MANY: &str = "too many mends failed before its turn came";

/// Why a round does not count, and which of its groups may be to blame.
struct Fault {
    suspects: Vec<usize>,
    /// The file as a whole is at fault, as when it has become too large.
    general: bool,
    reason: String,
}

/// Every mended finding must be gone, and no other may have come. Findings are counted rule by
/// rule, because places move when something before them is removed.
fn judge(before: &Report, after: &Report, batch: &[&Group<'_>]) -> Result<(), Fault> {
    let opens = batch.iter().any(|group| group.opens);
    let mut allowed: HashMap<&str, usize> = HashMap::default();
    for finding in &before.findings {
        *allowed.entry(finding.rule.id).or_default() += 1;
    }
    let mut mended: HashMap<&str, usize> = HashMap::default();
    for group in batch {
        *mended.entry(group.finding.rule.id).or_default() += 1;
    }
    let mut found: HashMap<&str, Vec<&Finding>> = HashMap::default();
    for finding in &after.findings {
        found.entry(finding.rule.id).or_default().push(finding);
    }
    let blocked: HashSet<&str> = before
        .outcomes
        .iter()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Blocked(_)))
        .map(|(rule, _)| rule.id)
        .collect();
    let (mut suspects, mut general, mut reason) = (Vec::new(), false, None);
    for (rule, findings) in &found {
        let own = mended.get(rule).copied().unwrap_or(0);
        let most = allowed.get(rule).copied().unwrap_or(0).saturating_sub(own);
        let is_news = own == 0 && (opens || blocked.contains(rule));
        if findings.len() <= most || is_news {
            continue;
        }
        if own > 0 {
            let left: HashSet<Key> = findings.iter().map(|finding| key(finding)).collect();
            let same = |index: &usize| batch[*index].finding.rule.id == *rule;
            let mut blamed: Vec<usize> = (0..batch.len()).filter(same).collect();
            if blamed.iter().any(|index| left.contains(&key(batch[*index].finding))) {
                blamed.retain(|index| left.contains(&key(batch[*index].finding)));
            } else if blamed.iter().all(|index| batch[*index].removes) {
                // What went was all that needed something else; that goes in the next round.
                continue;
            }
            suspects.extend(blamed);
            reason.get_or_insert("its mend does not take the fault away".to_owned());
        } else if rules::judgement().any(|judgement| judgement.id == *rule) {
            // What may be wrong by itself holds back no mend.
        } else {
            let known: HashSet<Key> = before.findings.iter().map(key).collect();
            for finding in findings.iter().filter(|finding| !known.contains(&key(finding))) {
                if matches!(finding.place, Place::File(_)) {
                    general = true;
                    suspects.extend((0..batch.len()).filter(|index| batch[*index].grows()));
                } else {
                    suspects.extend(nearest(finding, batch));
                }
            }
            reason = Some(format!("its mend would bring a new finding, {rule}"));
        }
    }
    match reason {
        None => Ok(()),
        Some(reason) => {
            suspects.sort_unstable();
            suspects.dedup();
            Err(Fault { suspects, general, reason })
        }
    }
}

/// The groups that work nearest to a finding.
fn nearest(finding: &Finding, batch: &[&Group<'_>]) -> Vec<usize> {
    let text = finding.place.pointer_text();
    let role = finding.spot.role;
    let closeness = |group: &Group<'_>| {
        let here = group.pointers.iter().filter(|(of, _)| Some(*of) == role);
        here.map(|(_, pointer)| {
            let steps = pointer.as_str().split('/').zip(text.split('/'));
            1 + steps.take_while(|(a, b)| a == b).count()
        })
        .max()
        .unwrap_or(0)
    };
    let scores: Vec<usize> = batch.iter().map(|group| closeness(group)).collect();
    let best = scores.iter().copied().max().unwrap_or(0);
    (0..batch.len()).filter(|index| scores[*index] == best).collect()
}
