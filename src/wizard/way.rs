//! The way to go: how far one is, in counts that lead to what they count, and the tasks as a time
//! line with the days that were recorded.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::filed::Counts;
use super::model::Open;
use crate::answers::{Kind, Question};
use crate::format::plural;
use crate::rule::Checked;
use crate::rule::question::question_of;
use crate::steps::{self, STEPS};
use crate::tasks::dates::{self, Consequence};
use crate::tasks::{self, Evaluated, State, Who};

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Goal {
    /// The review, with what fits this filter.
    Findings(&'static str),
    Question(&'static str),
    /// A step, by its place in the journey.
    Step(usize),
}

/// Something that is left to do, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) mark: &'static str,
    /// The step that it is counted for; none in all.
    pub(crate) step: Option<&'static str>,
    pub(crate) text: String,
    /// Whether it blocks the submission.
    pub(crate) blocks: bool,
    pub(crate) goal: Goal,
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
    /// The days that are known of it, in words.
    pub(crate) days: Vec<String>,
    /// What follows from them.
    pub(crate) follows: Vec<Consequence>,
    pub(crate) goal: Option<Goal>,
}

/// The way as it was when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Way {
    /// How far one is, in a sentence.
    pub(crate) sentence: String,
    /// In all, then by step.
    pub(crate) needs: Vec<Need>,
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
        let answers = tasks::judged_answers(&checked);
        let publisher = checked.report.settings.publisher;
        let follows = dates::consequences(&answers, publisher, today);
        let tasks = tasks::evaluate(&checked);
        let (fewest, most) = tasks::days_left(&tasks, open.update.as_deref());
        let after = |days: u32| today.checked_add(i64::from(days).days()).ok();
        let stops: Vec<Stop> = tasks.iter().map(|task| stop(task, &follows)).collect();
        let next = tasks::next(&tasks).map(|next| next.task.id);
        let next = tasks.iter().position(|task| Some(task.task.id) == next);
        let (sentence, needs) = needs(open);
        Some(Self { sentence, needs, stops, next, arrival: after(fewest).zip(after(most)) })
    }

    /// Number of rows that one can stand on.
    pub(crate) fn len(&self) -> usize {
        self.needs.len() + self.stops.len()
    }

    /// Where a row leads.
    pub(crate) fn goal(&self, row: usize) -> Option<&Goal> {
        match self.needs.get(row) {
            Some(need) => Some(&need.goal),
            None => self.stops.get(row.checked_sub(self.needs.len())?)?.goal.as_ref(),
        }
    }

    /// Where one begins to read: at what blocks, else at what comes next.
    pub(crate) fn start(&self) -> usize {
        if self.needs.first().is_some_and(|need| need.blocks) {
            return 0;
        }
        self.needs.len() + self.next.unwrap_or_default()
    }
}

fn stop(task: &Evaluated<'_>, follows: &[Consequence]) -> Stop {
    let keys = dates::questions_of(task.publisher, task.task.id);
    let ticked = task.attestations.iter().filter_map(|(_, day)| *day);
    let mut days: Vec<String> = ticked.map(|day| format!("ticked on {day}")).collect();
    if let Some(began) = task.began.filter(|_| task.ended.is_none()) {
        days.push(format!("since {began}"));
    }
    if let Some(ended) = task.ended {
        days.push(format!("done on {ended}"));
    }
    let open = task.attestations.iter().find(|(_, day)| day.is_none());
    let goal = if task.state == State::Done {
        None
    } else if !task.findings.is_empty() {
        Some(Goal::Findings("level:error"))
    } else {
        let question = open.map(|(question, _)| question.key);
        let unconfirmed = task.unconfirmed.first().map(|question| question.key);
        unconfirmed.or(question).or(keys.first().copied()).map(Goal::Question)
    };
    Stop {
        state: task.state,
        who: task.task.who,
        title: task.task.title,
        duration: task.task.duration,
        how: task.task.how,
        address: task.task.address,
        days,
        follows: follows.iter().filter(|found| keys.contains(&found.key)).cloned().collect(),
        goal,
    }
}

/// What is asked of somebody at a step, or at all of them.
#[derive(Debug, Default)]
struct Asked {
    unconfirmed: Vec<&'static str>,
    unticked: Vec<&'static str>,
}

impl Asked {
    fn of(open: &Open, questions: impl Iterator<Item = &'static Question>) -> Self {
        let mut asked = Self::default();
        for question in questions {
            if open.answers.is_unconfirmed(question.key) {
                asked.unconfirmed.push(question.key);
            } else if matches!(question.kind, Kind::Attestation(_))
                && open.answers.is_blank(question.key)
            {
                asked.unticked.push(question.key);
            }
        }
        asked
    }
}

fn needs(open: &Open) -> (String, Vec<Need>) {
    let all = open.filed.total();
    let asked = Asked::of(open, STEPS.iter().flat_map(|step| steps::asked(step, &open.answers)));
    let unanswered = open.findings().iter().find(|found| found.is_unanswered());
    let unanswered = unanswered.and_then(question_of).map(|question| question.key);
    let mut needs = Vec::new();
    let mut add = |mark, text: Option<String>, blocks, goal: Option<Goal>| {
        if let (Some(text), Some(goal)) = (text, goal) {
            needs.push(Need { mark, step: None, text, blocks, goal });
        }
    };
    let some = |count: usize, one: &str, many: &str, what: &str| {
        (count > 0).then(|| format!("{} {what}", plural(count, one, many)))
    };
    add(
        "✗",
        some(all.unanswered, "question", "questions", "to answer"),
        true,
        unanswered.map(Goal::Question),
    );
    let errors = some(all.errors, "error", "errors", "to mend");
    add("✗", errors, true, Some(Goal::Findings("level:error")));
    add(
        "○",
        some(asked.unconfirmed.len(), "answer", "answers", "from the files to confirm"),
        false,
        asked.unconfirmed.first().copied().map(Goal::Question),
    );
    add(
        "○",
        some(asked.unticked.len(), "thing", "things", "only you can attest"),
        false,
        asked.unticked.first().copied().map(Goal::Question),
    );
    let warnings = some(all.warnings, "warning", "warnings", "asked for, often waived");
    add("!", warnings, false, Some(Goal::Findings("level:warning")));
    let advice = (all.advice > 0).then(|| format!("{} advice, as you like", all.advice));
    add("·", advice, false, Some(Goal::Findings("level:advice")));
    for (index, step) in STEPS.iter().enumerate() {
        let counts = open.filed.counts(step.id);
        let asked = Asked::of(open, steps::asked(step, &open.answers));
        if let Some(text) = of_step(counts, &asked) {
            let blocks = counts.errors + counts.unanswered > 0;
            let mark = if blocks { "✗" } else { "○" };
            let goal = Goal::Step(index);
            needs.push(Need { mark, step: Some(step.title), text, blocks, goal });
        }
    }
    (sentence(all, &asked), needs)
}

/// What a step still needs; nothing where it needs nothing.
fn of_step(counts: Counts, asked: &Asked) -> Option<String> {
    let parts = [
        (counts.unanswered, "to answer".to_owned()),
        (counts.errors, if counts.errors == 1 { "error" } else { "errors" }.to_owned()),
        (asked.unconfirmed.len(), "to confirm".to_owned()),
        (asked.unticked.len(), "to attest".to_owned()),
        (counts.warnings, if counts.warnings == 1 { "warning" } else { "warnings" }.to_owned()),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// What stands between here and the submission.
fn sentence(all: Counts, asked: &Asked) -> String {
    let blocking = all.unanswered + all.errors;
    let yours = asked.unconfirmed.len() + asked.unticked.len();
    if blocking > 0 {
        let things = plural(blocking, "thing blocks", "things block");
        return format!("{things} the submission.");
    }
    if yours > 0 {
        let things = plural(yours, "thing is left", "things are left");
        return format!("Nothing blocks the submission. {things} for you to confirm or to attest.");
    }
    "Nothing is left to do before the submission.".to_owned()
}
