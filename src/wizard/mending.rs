//! Mends on offer: findings that a program can mend, each to be taken or left, and what the files
//! would become.

use crate::connector::files::Role;
use crate::fix::{Plan, unified_diff};
use crate::rule::{Finding, Level, Safety};

/// A finding as it is known again after another check.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    rule: &'static str,
    role: Option<Role>,
    place: String,
}

impl Key {
    pub(crate) fn of(finding: &Finding) -> Self {
        let place = finding.place.pointer_text();
        Self { rule: finding.rule.id, role: finding.spot.role, place }
    }

    /// Of which rule.
    pub(crate) fn rule(&self) -> &'static str {
        self.rule
    }
}

/// Which findings are to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// This one, safely or not.
    One(Key),
    /// All that can be mended safely, but for these.
    Safe { but: Vec<Key> },
}

impl Wanted {
    /// Whether a finding is among them.
    pub(crate) fn takes(&self, finding: &Finding) -> bool {
        match self {
            Self::One(key) => *key == Key::of(finding),
            Self::Safe { but } => !but.contains(&Key::of(finding)),
        }
    }

    /// The least safe mend that is made.
    pub(crate) fn most(&self) -> Safety {
        match self {
            Self::One(_) => Safety::Suggested,
            Self::Safe { .. } => Safety::Safe,
        }
    }
}

/// What the worker made of it.
#[derive(Debug)]
pub(crate) struct Mended {
    pub(crate) wanted: Wanted,
    /// The findings that would be gone.
    pub(crate) findings: Vec<Finding>,
    pub(crate) plan: Plan,
}

/// A mend to be taken or left.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) key: Key,
    /// What it is, as shown.
    pub(crate) rule: &'static str,
    pub(crate) says: &'static str,
    pub(crate) place: String,
    pub(crate) level: Level,
    pub(crate) safety: Safety,
    pub(crate) taken: bool,
    /// File and line as they are now, for the place of its hunk.
    file: String,
    line: usize,
}

/// The mends on offer.
#[derive(Debug)]
pub(crate) struct Mending {
    /// In the order of the files.
    pub(crate) offers: Vec<Offer>,
    pub(crate) cursor: usize,
    pub(crate) wanted: Wanted,
    pub(crate) plan: Plan,
    /// The plan as a diff.
    pub(crate) lines: Vec<String>,
    pub(crate) scroll: usize,
    /// The plan is being made anew.
    pub(crate) waits: bool,
}

impl Mending {
    /// What the worker found, each mend taken.
    pub(crate) fn new(mended: Mended, place: impl Fn(&Finding) -> String) -> Self {
        let Mended { wanted, findings, plan } = mended;
        let mut mending = Self {
            offers: Vec::new(),
            cursor: 0,
            wanted,
            plan: Plan::default(),
            lines: Vec::new(),
            scroll: 0,
            waits: false,
        };
        mending.offer(&findings, place);
        mending.show(plan);
        mending
    }

    /// The worker's answer to another choice.
    pub(crate) fn renew(&mut self, mended: Mended, place: impl Fn(&Finding) -> String) {
        if mended.wanted == self.wanted {
            self.waits = false;
            self.offer(&mended.findings, place);
            self.show(mended.plan);
        }
    }

    /// Puts findings on offer that are not yet; some can be mended only after others.
    fn offer(&mut self, findings: &[Finding], place: impl Fn(&Finding) -> String) {
        for finding in findings {
            let key = Key::of(finding);
            let Some(fix) = finding.rule.fix.as_ref() else { continue };
            if self.offers.iter().all(|offer| offer.key != key) {
                self.offers.push(Offer {
                    key,
                    rule: finding.rule.id,
                    says: fix.says,
                    place: place(finding),
                    level: finding.level,
                    safety: fix.safety,
                    taken: true,
                    file: finding.spot.file.clone().unwrap_or_default(),
                    line: finding.spot.range.map_or(1, |range| range.line),
                });
            }
        }
    }

    fn show(&mut self, plan: Plan) {
        self.lines = plan
            .changes
            .iter()
            .flat_map(|change| unified_diff(change).lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        self.plan = plan;
    }

    /// Where in the diff the hunk of an offer begins; none where it is not taken, or became part
    /// of something else.
    pub(crate) fn hunk(&self, offer: &Offer) -> Option<usize> {
        let header = format!("--- a/{}", offer.file);
        let start = self.lines.iter().position(|line| *line == header)?;
        let mut found = None;
        for (number, line) in self.lines.iter().enumerate().skip(start + 1) {
            if line.starts_with("--- ") {
                break;
            }
            // `@@ -12,7 +12,7 @@`: so many lines from there on, as they are now.
            let Some(rest) = line.strip_prefix("@@ -") else { continue };
            let old = rest.split(' ').next().unwrap_or_default();
            let (first, count) = old.split_once(',').unwrap_or((old, "1"));
            let first = first.parse::<usize>().unwrap_or_default();
            let count = count.parse::<usize>().unwrap_or_default();
            if first <= offer.line {
                found = Some(number);
            }
            if offer.line < first + count {
                break;
            }
        }
        found.filter(|_| offer.taken)
    }

    /// Whether there is more than yes or no to say.
    pub(crate) fn is_choice(&self) -> bool {
        matches!(self.wanted, Wanted::Safe { .. })
    }

    /// How many are taken.
    pub(crate) fn taken(&self) -> usize {
        self.offers.iter().filter(|offer| offer.taken).count()
    }

    /// What is wanted now, after a choice.
    pub(crate) fn choose(&mut self) -> &Wanted {
        let left = self.offers.iter().filter(|offer| !offer.taken);
        self.wanted = Wanted::Safe { but: left.map(|offer| offer.key.clone()).collect() };
        self.waits = true;
        &self.wanted
    }
}
