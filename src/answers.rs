//! Questions and answers: what can be asked, how a text is understood, and where it came from.
//!
//! A question *parses*; whether an answer is any good is a rule's judgement. An answer is kept as
//! it was typed, so nothing is lost when it cannot be understood.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::connector::Connector;
use crate::connector::branch::HOMES;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::source::pointer::Pointer;

/// The two kinds of publisher that Microsoft knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Publisher {
    /// Owns the service behind the connector, or holds explicit rights to it.
    Verified,
    /// Does not own the service.
    Independent,
}

impl Publisher {
    /// The word used in files, arguments and reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Independent => "independent",
        }
    }

    /// The folder of the connectors repository for this kind.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Verified => HOMES[0],
            Self::Independent => HOMES[1],
        }
    }

    /// Reads the word, ignoring case.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Verified, Self::Independent]
            .into_iter()
            .find(|publisher| publisher.word().eq_ignore_ascii_case(text.trim()))
    }
}

/// One thing to choose from.
#[derive(Debug)]
pub struct Choice {
    /// As kept in drafts and given on the command line.
    pub value: &'static str,
    /// As shown.
    pub label: &'static str,
    /// What choosing it entails.
    pub help: &'static str,
}

/// When an attestation can be ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Before any work is done.
    Start,
    /// Before the package is exported.
    Export,
    /// Once the pull request, or the offer, exists.
    Submitted,
}

/// The shape of an answer.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Long,
    /// One of these.
    Choice(&'static [Choice]),
    /// Any of these. Kept as the values joined by `, `.
    Choices {
        /// What can be chosen.
        options: &'static [Choice],
        /// Whether values beyond the options are kept for a rule to judge.
        open: bool,
    },
    /// `yes` or `no`.
    YesNo,
    /// A decimal from 0 to 100; a comma is understood.
    Percent,
    /// A path to a folder or file, relative to the draft or absolute.
    Path,
    /// A day.
    Day,
    /// The day on which the publisher ticked it.
    Attestation(Moment),
}

/// An answer, understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// For [`Kind::Line`], [`Kind::Long`] and [`Kind::Path`].
    Text(String),
    /// One of the choices.
    Choice(&'static str),
    /// Any of the choices.
    Choices(Vec<String>),
    /// Yes or no.
    YesNo(bool),
    /// Per cent.
    Percent(f64),
    /// A day.
    Date(Date),
}

/// A value found in a connector's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The text, in the form an answer has.
    pub text: String,
    /// The file it stands in, or was derived from.
    pub role: Role,
    /// Where in that file.
    pub pointer: Pointer,
    /// What told it, when that was not the text of the file.
    pub told_by: Option<&'static str>,
}

/// Where an answer stands in the files.
#[derive(Debug, Clone, Copy)]
pub enum Stand {
    /// A text member at a fixed pointer.
    Member(Role, &'static str),
    /// The `propertyValue` of the metadata entry of this name (D7).
    Metadata(&'static str),
}

/// One question of a step.
#[derive(Debug)]
pub struct Question {
    /// `step.key`: TOML key, `--set` key and place of findings.
    pub key: &'static str,
    /// The question in a few words.
    pub prompt: &'static str,
    /// Why it is asked and what the answer entails.
    pub help: &'static str,
    /// An answer as it could be.
    pub example: &'static str,
    /// Its shape.
    pub kind: Kind,
    /// Whether it makes sense, by what was answered so far.
    pub asked: fn(&Answers) -> bool,
    /// Whether it must be answered, when it is asked.
    pub required: fn(&Answers) -> bool,
    /// Where the answer stands in the files and is written back to.
    pub stands: Option<Stand>,
    /// How the files tell the answer, where that is more than reading [`Question::stands`].
    pub prefill: Option<fn(&Connector) -> Option<Found>>,
}

impl Question {
    /// The part of the key before the dot: the step, and the table of the draft.
    pub fn step(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(step, _)| step)
    }

    /// The part of the key after the dot.
    pub fn name(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(_, name)| name)
    }

    /// Whether the files can tell the answer at all.
    pub fn is_in_files(&self) -> bool {
        self.prefill.is_some() || self.stands.is_some()
    }

    /// What the files say.
    pub fn read(&self, connector: &Connector) -> Option<Found> {
        match (self.prefill, self.stands) {
            (Some(prefill), _) => prefill(connector),
            (None, Some(stand)) => stand.read(connector),
            (None, None) => None,
        }
    }

    /// An answer as the files spell it: without blanks around, a list joined by `;`, known values
    /// in Microsoft's spelling.
    pub fn in_file(&self, answer: &str) -> String {
        match self.parse(answer) {
            Ok(Value::Choices(chosen)) => {
                let mut kept: Vec<String> = Vec::new();
                for item in chosen {
                    if !kept.contains(&item) {
                        kept.push(item);
                    }
                }
                kept.join(";")
            }
            _ => answer.trim().to_owned(),
        }
    }

    /// Whether an answer and a text in the files say the same. Neither blanks around nor the order
    /// of a list count.
    pub fn agrees(&self, answer: &str, found: &str) -> bool {
        let answer = self.in_file(answer);
        if matches!(self.kind, Kind::Choices { .. }) {
            let set = |text| terms::categories(text).collect::<BTreeSet<_>>();
            set(&answer) == set(found)
        } else {
            answer == found.trim()
        }
    }

    /// Understands a text.
    ///
    /// # Errors
    /// A sentence that says what was expected.
    pub fn parse(&self, text: &str) -> Result<Value, String> {
        let trimmed = text.trim();
        match self.kind {
            Kind::Line | Kind::Long | Kind::Path => Ok(Value::Text(trimmed.to_owned())),
            Kind::Choice(options) => options
                .iter()
                .find(|choice| choice.value.eq_ignore_ascii_case(trimmed))
                .map(|choice| Value::Choice(choice.value))
                .ok_or_else(|| format!("Choose one of: {}.", values(options))),
            Kind::Choices { options, open } => {
                let mut chosen = Vec::new();
                for item in items(text) {
                    let known =
                        options.iter().find(|choice| choice.value.eq_ignore_ascii_case(item));
                    match known {
                        Some(choice) => chosen.push(choice.value.to_owned()),
                        None if open => chosen.push(item.to_owned()),
                        None => {
                            return Err(format!(
                                "`{item}` is not known. Choose from: {}.",
                                values(options)
                            ));
                        }
                    }
                }
                Ok(Value::Choices(chosen))
            }
            Kind::YesNo => match trimmed.to_ascii_lowercase().as_str() {
                "yes" | "y" | "true" => Ok(Value::YesNo(true)),
                "no" | "n" | "false" => Ok(Value::YesNo(false)),
                _ => Err("Answer yes or no.".to_owned()),
            },
            Kind::Percent => {
                let plain = trimmed.trim_end_matches('%').trim_end().replace(',', ".");
                let digits = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
                plain
                    .parse::<f64>()
                    .ok()
                    .filter(|percent| digits && (0.0..=100.0).contains(percent))
                    .map(Value::Percent)
                    .ok_or_else(|| "Give a number from 0 to 100, such as 99.9.".to_owned())
            }
            Kind::Day => trimmed.parse::<Date>().map(Value::Date).map_err(|_| {
                "Give a day that exists as year, month and day, such as 2026-11-23.".to_owned()
            }),
            Kind::Attestation(_) => trimmed
                .parse::<Date>()
                .map(Value::Date)
                .map_err(|_| "Give the day on which it was ticked, such as 2026-11-23.".to_owned()),
        }
    }
}

/// The items of a list answer, which are separated by commas.
pub fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

fn values(options: &[Choice]) -> String {
    options.iter().map(|choice| choice.value).collect::<Vec<_>>().join(", ")
}

impl Stand {
    /// The file it stands in.
    pub const fn role(self) -> Role {
        match self {
            Self::Member(role, _) => role,
            Self::Metadata(_) => Role::Definition,
        }
    }

    /// Where it stands in this connector, present or not.
    pub fn pointer(self, connector: &Connector) -> Pointer {
        match self {
            Self::Member(_, pointer) => Pointer::parse(pointer).unwrap_or_else(Pointer::root),
            Self::Metadata(name) => {
                connector.definition().and_then(|definition| definition.metadata(name)).map_or_else(
                    || Pointer::root().child("x-ms-connector-metadata"),
                    |entry| entry.pointer().child("propertyValue"),
                )
            }
        }
    }

    /// The text that stands there, unless it is blank.
    pub fn read(self, connector: &Connector) -> Option<Found> {
        let role = self.role();
        let root = connector.json(role)?.root();
        let node = match self {
            Self::Member(_, pointer) => {
                crate::source::pointer::resolve(root, &Pointer::parse(pointer)?)?
            }
            Self::Metadata(name) => connector.definition()?.metadata(name)?.get("propertyValue")?,
        };
        let text = node.as_str()?;
        if text.trim().is_empty() {
            return None;
        }
        Some(Found { text: text.into_owned(), role, pointer: node.pointer(), told_by: None })
    }
}

/// Where an answer came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The publisher gave or confirmed it.
    Given,
    /// Read from this file and not yet confirmed; it raises no finding of its own.
    Read(Cow<'static, str>),
}

/// One answer, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The text, verbatim.
    pub text: String,
    /// Where it came from.
    pub origin: Origin,
}

/// All answers, by question key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    map: BTreeMap<String, Answer>,
}

impl Answers {
    /// The answer to a question, blank ones included.
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.map.get(key)
    }

    /// The text of an answer; empty when there is none.
    pub fn text(&self, key: &str) -> &str {
        self.map.get(key).map_or("", |answer| answer.text.as_str())
    }

    /// Whether an answer is this word, ignoring case and blanks around.
    pub fn is(&self, key: &str, value: &str) -> bool {
        self.text(key).trim().eq_ignore_ascii_case(value)
    }

    /// Whether nothing was answered.
    pub fn is_blank(&self, key: &str) -> bool {
        self.text(key).trim().is_empty()
    }

    /// The text of an answer that the publisher gave or confirmed, unless it is blank.
    pub fn confirmed(&self, key: &str) -> Option<&str> {
        self.map
            .get(key)
            .filter(|answer| answer.origin == Origin::Given && !answer.text.trim().is_empty())
            .map(|answer| answer.text.as_str())
    }

    /// Whether an answer still waits for the publisher to confirm it.
    pub fn is_unconfirmed(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(|answer| answer.origin != Origin::Given)
    }

    /// The publisher's own answer.
    pub fn give(&mut self, key: &str, text: impl Into<String>) {
        self.map.insert(key.to_owned(), Answer { text: text.into(), origin: Origin::Given });
    }

    /// An answer read from a file; never replaces one that the publisher gave.
    pub fn prefill(
        &mut self,
        key: &str,
        text: impl Into<String>,
        from: impl Into<Cow<'static, str>>,
    ) {
        if self.get(key).is_none_or(|answer| answer.origin != Origin::Given) {
            let answer = Answer { text: text.into(), origin: Origin::Read(from.into()) };
            self.map.insert(key.to_owned(), answer);
        }
    }

    /// Marks a prefilled answer as the publisher's own. Says whether anything changed.
    pub fn confirm(&mut self, key: &str) -> bool {
        match self.map.get_mut(key) {
            Some(answer) if answer.origin != Origin::Given => {
                answer.origin = Origin::Given;
                true
            }
            _ => false,
        }
    }

    /// Forgets an answer.
    pub fn remove(&mut self, key: &str) {
        self.map.remove(key);
    }

    /// Every answer, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.map.iter().map(|(key, answer)| (key.as_str(), answer))
    }

    /// The publisher type, when it was answered.
    pub fn publisher(&self) -> Option<Publisher> {
        Publisher::parse(self.text("publisher.type"))
    }
}
