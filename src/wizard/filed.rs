//! The findings of a report, filed by the step that shows them and by the question that mends them,
//! and counted. Every frame asks for that, and there may be a hundred thousand.

use crate::rule::question::{question_of, step_of};
use crate::rule::{Finding, Level};
use crate::source::hash::{HashMap, HashSet};

/// Findings in numbers. A question still to be answered is no error yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) unanswered: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) advice: usize,
}

impl Counts {
    fn add(&mut self, finding: &Finding) {
        let count = match finding.level {
            _ if finding.is_unanswered() => &mut self.unanswered,
            Level::Error => &mut self.errors,
            Level::Warning => &mut self.warnings,
            Level::Advice => &mut self.advice,
        };
        *count += 1;
    }

    /// All of them.
    pub(crate) fn sum(self) -> usize {
        self.unanswered + self.errors + self.warnings + self.advice
    }
}

/// The findings of one step or of one question.
#[derive(Debug, Default)]
struct File {
    /// Their numbers in the report, gravest first.
    all: Vec<usize>,
    /// Errors one by one, of the others the first of each rule: enough to show what there is.
    heads: Vec<usize>,
    counts: Counts,
}

/// All of them.
#[derive(Debug, Default)]
pub(crate) struct Filed {
    /// By the id of a step or the key of a question; questions have a dot, steps have none.
    files: HashMap<&'static str, File>,
    all: Counts,
}

impl Filed {
    /// Files the findings of a report.
    pub(crate) fn new(findings: &[Finding]) -> Self {
        let mut filed = Self::default();
        for (index, finding) in findings.iter().enumerate() {
            filed.all.add(finding);
            let question = question_of(finding).map(|question| question.key);
            for name in [Some(step_of(finding).id), question].into_iter().flatten() {
                let file = filed.files.entry(name).or_default();
                file.all.push(index);
                file.counts.add(finding);
            }
        }
        for file in filed.files.values_mut() {
            file.all.sort_by_key(|index| findings[*index].level);
            let mut seen = HashSet::default();
            file.heads = file.all.clone();
            file.heads.retain(|index| {
                let finding = &findings[*index];
                let question = question_of(finding).map(|question| question.key);
                finding.level == Level::Error || seen.insert((finding.rule.id, question))
            });
        }
        filed
    }

    /// The numbers of the findings of a step or of a question, gravest first.
    pub(crate) fn of(&self, name: &str) -> &[usize] {
        self.files.get(name).map_or(&[], |file| &file.all)
    }

    /// Errors one by one, of the others the first of each rule.
    pub(crate) fn heads(&self, name: &str) -> &[usize] {
        self.files.get(name).map_or(&[], |file| &file.heads)
    }

    /// How many there are at a step or a question.
    pub(crate) fn counts(&self, name: &str) -> Counts {
        self.files.get(name).map(|file| file.counts).unwrap_or_default()
    }

    /// How many there are in all.
    pub(crate) fn total(&self) -> Counts {
        self.all
    }
}
