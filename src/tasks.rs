//! `TASKS`: the publisher experience itself. What has to happen, in order, who does it, and what
//! proves it.

pub mod dates;
mod independent;
pub mod link;
pub mod update;
mod verified;

use std::borrow::Cow;

use jiff::civil::Date;

use self::update::Update;
use crate::answers::{Answers, Publisher, Question, Value, items};
use crate::connector::solutions::Solutions;
use crate::rule::question::step_of;
use crate::rule::{Checked, Finding, Level};
use crate::steps;
use crate::steps::connector::is_update;

/// Who has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The publisher.
    Publisher,
    /// Microsoft.
    Microsoft,
}

impl Who {
    /// As printed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Publisher => "you",
            Self::Microsoft => "Microsoft",
        }
    }
}

/// What proves a task besides its ticks. Without ticks the answers alone prove one; whatever is
/// done elsewhere stays open, however clean the files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Nothing that can be seen from here.
    Ticks,
    /// No error among the answers.
    Answers,
    /// No error in the files, or in what one step asks of them where it is named.
    Files(Option<&'static str>),
    /// Every solution is named, and no error is in the package that they make.
    Package,
}

/// One thing that has to happen.
#[derive(Debug)]
pub struct Task {
    /// Stable, kebab-case.
    pub id: &'static str,
    /// What, in a few words.
    pub title: &'static str,
    /// Who does it.
    pub who: Who,
    /// What is handed over, or where to go.
    pub address: &'static str,
    /// How long it usually takes.
    pub duration: &'static str,
    /// The same in calendar days, fewest and most, for the length of the whole journey. A second
    /// round of a review is within the most.
    pub days: (u32, u32),
    /// How, in a sentence or two.
    pub how: &'static str,
    /// The ticks that belong to it, by question key.
    pub attestations: &'static [&'static str],
    /// What else has to be in order.
    pub proof: Proof,
    /// Whether it has to be done at all.
    pub applies: fn(&Answers) -> bool,
}

/// How a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is left to do.
    Done,
    /// Findings or missing answers keep it open, or it has to be done elsewhere.
    Open,
    /// Only the publisher can say that it is done: ticks or confirmations are missing.
    ToAttest,
    /// Nothing to do but wait.
    Microsoft,
}

impl State {
    /// As printed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Open => "open",
            Self::ToAttest => "to attest",
            Self::Microsoft => "Microsoft's turn",
        }
    }

    /// The mark beside the word.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Done => "✓",
            Self::Open => "✗",
            Self::ToAttest => "○",
            Self::Microsoft => "…",
        }
    }
}

/// A task with its state and what decides it.
#[derive(Debug)]
pub struct Evaluated<'a> {
    /// The task.
    pub task: &'static Task,
    /// How it stands.
    pub state: State,
    /// Findings that keep it open.
    pub findings: Vec<&'a Finding>,
    /// Its ticks, with the day where there is one.
    pub attestations: Vec<(&'static Question, Option<Date>)>,
    /// The publisher whose task it is.
    pub publisher: Publisher,
    /// The day on which it began, as the publisher recorded it.
    pub began: Option<Date>,
    /// The day on which it was done, as the publisher recorded it.
    pub ended: Option<Date>,
    /// How many days it may still take, fewest and most.
    pub days: (u32, u32),
    /// Answers that were read from the files and wait to be confirmed.
    pub unconfirmed: Vec<&'static Question>,
}

/// The tasks of a publisher type, in order.
pub fn journey(publisher: Publisher) -> &'static [Task] {
    match publisher {
        Publisher::Verified => &verified::TASKS,
        Publisher::Independent => &independent::TASKS,
    }
}

/// Days until the connector is there for everyone, fewest and most, if everything that is left goes
/// one after the other. What comes afterwards does not count. Of an update of which nothing has
/// begun Microsoft's own figures count.
pub fn days_left(tasks: &[Evaluated<'_>], update: Option<&Update>) -> (u32, u32) {
    let has_begun = tasks.iter().any(|task| task.began.is_some() || task.ended.is_some());
    if let Some((fewest, most)) = update.and_then(|update| update.weeks).filter(|_| !has_begun) {
        return (fewest * 7, most * 7);
    }
    let left = ahead(tasks).filter(|task| task.state != State::Done);
    left.fold((0, 0), |(fewest, most), task| (fewest + task.days.0, most + task.days.1))
}

/// What to do next: the first that is not done of what is still ahead.
pub fn next<'t, 'a>(tasks: &'t [Evaluated<'a>]) -> Option<&'t Evaluated<'a>> {
    ahead(tasks).find(|task| task.state != State::Done)
}

/// Tasks from the last one that has begun or is done by its day: everything before it is over.
fn ahead<'t, 'a>(tasks: &'t [Evaluated<'a>]) -> impl Iterator<Item = &'t Evaluated<'a>> {
    let over = tasks.iter().rposition(|task| task.began.is_some() || task.ended.is_some());
    tasks.iter().skip(over.unwrap_or_default())
}

fn always(_: &Answers) -> bool {
    true
}

/// What is done once for a connector, and not again for an update of it.
fn is_new(answers: &Answers) -> bool {
    !is_update(answers)
}

fn uses_oauth(answers: &Answers) -> bool {
    items(answers.text("authentication.types")).any(|item| item.eq_ignore_ascii_case("oauth2"))
}

/// The day on which an attestation was ticked.
pub fn ticked(answers: &Answers, question: &Question) -> Option<Date> {
    match question.parse(answers.confirmed(question.key)?) {
        Ok(Value::Date(day)) => Some(day),
        _ => None,
    }
}

/// The answers that decide what is asked: those given, with the publisher type that the submission
/// was judged by, which may be known from the files alone.
pub fn judged_answers(checked: &Checked) -> Cow<'_, Answers> {
    let publisher = checked.report.settings.publisher;
    let answers = match checked.submission.answers.as_deref() {
        Some(answers) if answers.publisher() == Some(publisher) => return Cow::Borrowed(answers),
        other => other,
    };
    let mut answers = answers.cloned().unwrap_or_default();
    answers.give("publisher.type", publisher.word());
    Cow::Owned(answers)
}

/// How every task of a submission stands.
pub fn evaluate(checked: &Checked) -> Vec<Evaluated<'_>> {
    let answers = judged_answers(checked);
    journey(checked.report.settings.publisher)
        .iter()
        .filter(|task| (task.applies)(&answers))
        .map(|task| {
            let attestations: Vec<_> = task
                .attestations
                .iter()
                .filter_map(|key| steps::question(key))
                .filter(|question| (question.asked)(&answers))
                .map(|question| (question, ticked(&answers, question)))
                .collect();
            let findings: Vec<&Finding> = checked
                .report
                .findings
                .iter()
                .filter(|finding| finding.level == Level::Error && keeps_open(task.proof, finding))
                .collect();
            let unconfirmed: Vec<_> = steps::questions()
                .filter(|_| task.proof == Proof::Answers)
                .filter(|question| (question.asked)(&answers))
                .filter(|question| answers.is_unconfirmed(question.key))
                .collect();
            let all_said =
                unconfirmed.is_empty() && attestations.iter().all(|(_, day)| day.is_some());
            let provable =
                matches!(task.proof, Proof::Answers | Proof::Package) || !attestations.is_empty();
            let today = checked.report.settings.as_of;
            let publisher = checked.report.settings.publisher;
            let (began, ended) = dates::course_of(&answers, publisher, task, today);
            let state = if ended.is_some() {
                State::Done
            } else if task.who == Who::Microsoft {
                State::Microsoft
            } else if !findings.is_empty() || !is_seen(task.proof, checked) {
                State::Open
            } else if !all_said {
                State::ToAttest
            } else if provable {
                State::Done
            } else {
                // Done elsewhere, and nothing here can tell.
                State::Open
            };
            let days = dates::left(task, began, today);
            Evaluated {
                task,
                state,
                findings,
                attestations,
                publisher,
                began,
                ended,
                days,
                unconfirmed,
            }
        })
        .collect()
}

fn keeps_open(proof: Proof, finding: &Finding) -> bool {
    let step = step_of(finding).id;
    let is_package = step == steps::package::STEP.id;
    let is_answer = finding.spot.answer.is_some();
    match proof {
        Proof::Ticks => false,
        Proof::Answers => is_answer && !is_package,
        Proof::Files(None) => !is_answer && !is_package,
        Proof::Files(Some(wanted)) => !is_answer && step == wanted,
        Proof::Package => is_package,
    }
}

/// Whether what proves a task was there to be judged.
fn is_seen(proof: Proof, checked: &Checked) -> bool {
    match proof {
        Proof::Ticks => true,
        Proof::Answers => checked.submission.answers.is_some(),
        Proof::Files(_) => checked.submission.connector.is_some(),
        Proof::Package => {
            let solutions = checked.submission.solutions.as_deref();
            solutions.is_some_and(Solutions::is_complete)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_attestation_belongs_to_one_task_of_its_publisher() {
        for publisher in [Publisher::Verified, Publisher::Independent] {
            let mut answers = Answers::default();
            answers.give("publisher.type", publisher.word());
            answers.give("authentication.types", "oauth2");
            answers.give("ownership.claim", "rights");
            for key in journey(publisher).iter().flat_map(|task| task.attestations) {
                assert!(steps::question(key).is_some(), "{key} is no question");
            }
            for submission in ["new", "update"] {
                answers.give("connector.submission", submission);
                let applies = |task: &&Task| (task.applies)(&answers);
                let claimed: Vec<_> = journey(publisher)
                    .iter()
                    .filter(applies)
                    .flat_map(|task| task.attestations)
                    .collect();
                for question in steps::asked(&steps::attestations::STEP, &answers) {
                    let key = question.key;
                    let tasks = claimed.iter().filter(|claimed| **claimed == &key).count();
                    assert_eq!(tasks, 1, "{key}, {submission}");
                }
            }
        }
    }

    #[test]
    fn ids_are_unique() {
        for publisher in [Publisher::Verified, Publisher::Independent] {
            let ids: HashSet<_> = journey(publisher).iter().map(|task| task.id).collect();
            assert_eq!(ids.len(), journey(publisher).len());
        }
    }
}
