//! The way to go: how far one is, in counts that can be looked up, and the tasks as a time line.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::model::Open;
use crate::answers::Kind;
use crate::format::plural;
use crate::rule::{Checked, Level};
use crate::steps::{self, STEPS};
use crate::tasks::{self, State, Who};

/// How far one is from the submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Readiness {
    /// Questions that have to be answered and are not.
    pub(crate) unanswered: usize,
    /// Errors in files and answers.
    pub(crate) errors: usize,
    /// Answers from the files that wait for a yes.
    pub(crate) unconfirmed: usize,
    /// What only the publisher can say is done.
    pub(crate) unticked: usize,
    pub(crate) warnings: usize,
    pub(crate) advice: usize,
}

impl Readiness {
    /// Counts what is left.
    pub(crate) fn of(open: &Open) -> Self {
        let findings = open.findings();
        let count = |level| {
            let of_level = findings.iter().filter(|found| found.level == level);
            of_level.filter(|found| !found.is_unanswered()).count()
        };
        let asked = || STEPS.iter().flat_map(|step| steps::asked(step, &open.answers));
        let is_tick = |kind: Kind| matches!(kind, Kind::Attestation(_));
        Self {
            unanswered: findings.iter().filter(|found| found.is_unanswered()).count(),
            errors: count(Level::Error),
            unconfirmed: asked().filter(|found| open.answers.is_unconfirmed(found.key)).count(),
            unticked: asked()
                .filter(|found| is_tick(found.kind) && open.answers.is_blank(found.key))
                .count(),
            warnings: count(Level::Warning),
            advice: count(Level::Advice),
        }
    }

    /// What stands between here and the submission, in a sentence.
    pub(crate) fn sentence(self) -> String {
        let blocking = self.unanswered + self.errors;
        if blocking > 0 {
            let things = plural(blocking, "thing blocks", "things block");
            return format!(
                "{things} the submission: {} to answer and {} to mend.",
                plural(self.unanswered, "question", "questions"),
                plural(self.errors, "error", "errors"),
            );
        }
        let yours = self.unconfirmed + self.unticked;
        if yours > 0 {
            return format!(
                "Nothing blocks the submission. {} for you to confirm or to attest.",
                plural(yours, "thing is left", "things are left")
            );
        }
        "Nothing is left to do before the submission.".to_owned()
    }
}

/// A task on the time line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) state: State,
    pub(crate) who: Who,
    pub(crate) title: &'static str,
    pub(crate) duration: &'static str,
    pub(crate) how: &'static str,
    pub(crate) address: &'static str,
    /// The days on which its attestations were ticked.
    pub(crate) ticked: Vec<Date>,
}

/// The time line as it was when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) stops: Vec<Stop>,
    /// The first that is not done.
    pub(crate) next: Option<usize>,
    /// When the connector can be there for everyone, at the earliest and at the latest.
    pub(crate) arrival: Option<(Date, Date)>,
}

impl Way {
    /// Looks at the tasks of what is open; none before the first check.
    pub(crate) fn of(open: &Open, today: Date) -> Option<Self> {
        let checked = Checked {
            path: String::new(),
            submission: open.submission(),
            report: (**open.report.as_ref()?).clone(),
        };
        let tasks = tasks::evaluate(&checked);
        let (fewest, most) = tasks::days_left(&tasks);
        let after = |days: u32| today.checked_add(i64::from(days).days()).ok();
        let stops: Vec<Stop> = tasks
            .iter()
            .map(|task| Stop {
                state: task.state,
                who: task.task.who,
                title: task.task.title,
                duration: task.task.duration,
                how: task.task.how,
                address: task.task.address,
                ticked: task.attestations.iter().filter_map(|(_, day)| *day).collect(),
            })
            .collect();
        let next = stops.iter().position(|stop| stop.state != State::Done);
        Some(Self { stops, next, arrival: after(fewest).zip(after(most)) })
    }
}
