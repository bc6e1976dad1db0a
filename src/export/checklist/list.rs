//! The checklist before it has a form: what Markdown, JSON and HTML alike say.
//!
//! Texts stand here as they were written, with secrets covered; each form makes them safe in its own
//! way. As JSON it is schema 1, published in `assets/checklist.schema.json`.

mod fill;

use serde::Serialize;

pub(super) use self::fill::Entries;
use crate::answers::Publisher;
use crate::tasks::State;
use crate::tasks::update::Update;

/// Everything that a checklist says.
#[derive(Debug, Serialize)]
pub struct Checklist {
    /// 1.
    pub schema: u32,
    /// The version that made it.
    pub conncert: &'static str,
    /// What the connector is called in the repository.
    pub title: String,
    /// The day, as ISO 8601 writes it.
    pub made: String,
    /// Whose connector it is.
    pub publisher: Whom,
    /// How the package stands.
    pub package: Package,
    /// Numbers.
    pub standing: Standing,
    /// What has to happen, in order.
    pub journey: Vec<Task>,
    /// What differs from the published version, where one is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<Update>,
    /// Days that the publisher recorded.
    pub dates: Vec<Day>,
    /// What the settings set aside.
    pub aside: Aside,
    /// Errors, in the order of the files.
    pub errors: Vec<Entry>,
    /// Warnings and advice, gravest first, by rule.
    pub lesser: Vec<Group>,
    /// Every question that was asked, by step.
    pub answers: Vec<Step>,
    /// How the package with the solutions is made, as Markdown.
    pub marketplace: String,
    /// The icon, where it is a picture of moderate size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Icon>,
}

/// A publisher.
#[derive(Debug, Serialize)]
pub struct Whom {
    /// `verified` or `independent`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whether that is answered, or the files tell it; else it is taken for granted.
    pub told: bool,
    /// As answered; empty where it is not.
    pub name: String,
}

/// How the package stands.
#[derive(Debug, Serialize)]
pub struct Package {
    /// Whether there may be one.
    pub state: PackageState,
    /// Why not, or what it goes without, or whose turn it is since when; else empty.
    pub says: String,
}

/// Whether there may be a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PackageState {
    /// Nothing holds it back.
    Ready,
    /// It is made at the publisher's wish although errors are open.
    Incomplete,
    /// It is held back.
    Refused,
}

/// Numbers.
#[derive(Debug, Serialize)]
pub struct Standing {
    /// Tasks by state, in the order of their marks.
    pub tasks: Vec<Count>,
    /// All tasks.
    pub all: usize,
    /// What to do next, by the id of its task; none where everything is done.
    pub next: Option<&'static str>,
    /// Questions that have to be answered still.
    pub questions: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub advice: usize,
    /// Days until the connector is there for everyone, fewest and most.
    pub days_left: (u32, u32),
    /// Whether there were files to check.
    pub files_checked: bool,
}

/// How many tasks are in a state.
#[derive(Debug, Serialize)]
pub struct Count {
    /// The state.
    #[serde(serialize_with = "word")]
    pub state: State,
    /// How many.
    pub count: usize,
}

fn word<S: serde::Serializer>(state: &State, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match state {
        State::Done => "done",
        State::Open => "open",
        State::ToAttest => "to-attest",
        State::Microsoft => "microsoft",
    })
}

/// A task of the journey.
#[derive(Debug, Serialize)]
pub struct Task {
    /// Stable.
    pub id: &'static str,
    /// What.
    pub title: &'static str,
    /// How it stands.
    #[serde(serialize_with = "word")]
    pub state: State,
    /// Who does it.
    pub who: &'static str,
    /// What is handed over, or where to go.
    pub address: &'static str,
    /// How long it usually takes.
    pub duration: &'static str,
    /// How many days it may still take, fewest and most.
    pub days: (u32, u32),
    /// How.
    pub how: &'static str,
    /// The day on which it began.
    pub began: Option<String>,
    /// The day on which it was done.
    pub ended: Option<String>,
    /// What only the publisher can say.
    pub ticks: Vec<Tick>,
    /// Answers read from the files that wait to be confirmed, by key.
    pub unconfirmed: Vec<&'static str>,
    /// What keeps it open.
    pub findings: Vec<Entry>,
}

/// Something that the publisher attests.
#[derive(Debug, Serialize)]
pub struct Tick {
    /// The question's key.
    pub key: &'static str,
    /// The statement.
    pub says: &'static str,
    /// The day on which it was ticked.
    pub day: Option<String>,
}

/// A day that the publisher recorded.
#[derive(Debug, Serialize)]
pub struct Day {
    /// What happened.
    pub what: &'static str,
    /// When, as ISO 8601 writes it.
    pub when: String,
    /// What follows from it.
    pub follows: String,
}

/// What the settings set aside.
#[derive(Debug, Default, Serialize)]
pub struct Aside {
    /// What Microsoft's rules call an error, each with why it does not count here.
    pub errors: Vec<Excused>,
    /// How many lesser findings besides.
    pub lesser: usize,
}

/// A finding that does not count.
#[derive(Debug, Serialize)]
pub struct Excused {
    /// The finding.
    #[serde(flatten)]
    pub finding: Entry,
    /// Why, as a sentence.
    pub why: String,
}

/// A finding.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// The rule's id.
    pub rule: &'static str,
    /// `error`, `warning` or `advice`.
    pub level: &'static str,
    /// The answer it is about, by key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<&'static str>,
    /// The file it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// 1-based.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// 1-based, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// RFC 6901; empty where it is about no member.
    pub pointer: String,
    /// What is wrong and how to mend it.
    pub message: String,
    /// The line, in three parts: before the place, the place, behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<(String, String, String)>,
}

/// The findings of one rule.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The rule's id.
    pub rule: &'static str,
    /// `warning` or `advice`.
    pub level: &'static str,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub findings: Vec<Entry>,
}

/// Answers of a step.
#[derive(Debug, Serialize)]
pub struct Step {
    /// The step's name.
    pub title: &'static str,
    /// Its questions.
    pub answers: Vec<Answer>,
}

/// A question and its answer.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The question's key.
    pub key: &'static str,
    /// The question.
    pub question: &'static str,
    /// As typed; none where it is not answered.
    pub text: Option<String>,
    /// What that means, where it needs saying; stands behind the text.
    pub note: String,
    /// Where it was read, when nobody has confirmed it.
    pub read_from: Option<String>,
}

/// The connector's icon.
#[derive(Debug, Serialize)]
pub struct Icon {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// The PNG, as a `data:` address.
    pub address: String,
}

impl Checklist {
    /// What to do next: the task with its number, from 1.
    pub(super) fn next(&self) -> Option<(usize, &Task)> {
        let at = self.journey.iter().position(|task| Some(task.id) == self.standing.next)?;
        Some((at + 1, self.journey.get(at)?))
    }

    /// For whom it is, in words.
    pub fn whom(&self) -> &'static str {
        if !self.publisher.told {
            "a publisher whose type is still to be answered, judged as a verified one"
        } else if self.publisher.kind == Publisher::Verified.word() {
            "a verified publisher"
        } else {
            "an independent publisher"
        }
    }
}

impl Entry {
    /// File, line and column, or the answer it is about; `file` makes the name of either safe.
    pub(super) fn place(&self, file: impl Fn(&str) -> String) -> String {
        match (&self.file, self.line.zip(self.column), self.answer) {
            (Some(name), Some((line, column)), _) => format!("{}:{line}:{column}", file(name)),
            (Some(name), None, _) => file(name),
            (None, _, Some(key)) => format!("answer {}", file(key)),
            (None, _, None) => String::new(),
        }
    }
}
