//! Answers at rest: a TOML file that people like to edit.
//!
//! Keys and comments that conncert does not know survive a save. An answer is kept as it was
//! typed; it takes TOML's own shape (array, number, date) where that says exactly the same.

pub mod compare;
mod layout;
mod shape;

use jiff::Timestamp;
use serde::Deserialize;
use toml_edit::{Document, DocumentMut, Item, Value};

use crate::answers::{Answers, Origin, Question};
use crate::source::text::Lines;
use crate::steps;

/// The version of the format that this program writes.
pub const VERSION: i64 = 1;

/// The tables of answers, in the order in which a new draft has them.
const TABLES: [&str; 9] = [
    "connector",
    "publisher",
    "ownership",
    "authentication",
    "support",
    "uptime",
    "attestations",
    "dates",
    "package",
];
const PROGRESS: &str = "progress";
const PROGRESS_KEYS: [&str; 4] = ["step", "unconfirmed", "updated", "archived"];

/// A draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// As shown; unique in the store.
    pub name: String,
    /// The answers.
    pub answers: Answers,
    /// The step, or `review` or `export`, at which to resume.
    pub step: Option<String>,
    /// When it was last changed.
    pub updated: Option<Timestamp>,
    /// Put away: kept, and listed only when asked for.
    pub archived: bool,
    version: i64,
    document: DocumentMut,
}

/// The table `[progress]`: where the publisher was. Unlike answers its values have types.
#[derive(Debug, Default, Deserialize)]
struct Progress {
    step: Option<String>,
    #[serde(default)]
    unconfirmed: Vec<String>,
    updated: Option<toml::Value>,
    #[serde(default)]
    archived: bool,
}

impl Progress {
    fn read(text: &str) -> Result<Self, toml::de::Error> {
        /// The rest of the file is not looked at.
        #[derive(Deserialize)]
        struct File {
            #[serde(default)]
            progress: Progress,
        }
        toml::from_str::<File>(text).map(|file| file.progress)
    }

    /// What is wrong with the table, in plain words, and where it stands.
    fn fault(item: &Item) -> Option<(&Item, String)> {
        let Some(table) = item.as_table_like() else {
            return Some((item, "`progress` has to be a table, `[progress]`".to_owned()));
        };
        let texts =
            |item: &Item| item.as_array().is_some_and(|list| list.iter().all(Value::is_str));
        PROGRESS_KEYS.into_iter().find_map(|key| {
            let found = table.get(key)?;
            let (fits, expected) = match key {
                "unconfirmed" => (texts(found), "a list of texts, `[\"…\", \"…\"]`"),
                "updated" => (
                    found.is_datetime() || found.is_str(),
                    "a moment, such as 2026-11-23T10:15:00Z",
                ),
                "archived" => (found.is_bool(), "true or false"),
                _ => (found.is_str(), "a text in quotes"),
            };
            (!fits).then(|| (found, format!("`{key}` has to be {expected}")))
        })
    }

    /// The moment, as TOML's own or as a text.
    fn updated(&self) -> Option<Timestamp> {
        match self.updated.as_ref()? {
            toml::Value::String(text) => text.trim().parse().ok(),
            other => other.to_string().parse().ok(),
        }
    }
}

/// Why a text is no draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftError {
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// What is wrong, as a sentence without its place.
    pub message: String,
}

impl std::fmt::Display for DraftError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for DraftError {}

impl Draft {
    /// A draft without answers.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            answers: Answers::default(),
            step: None,
            updated: None,
            archived: false,
            version: VERSION,
            document: DocumentMut::new(),
        }
    }

    /// Made by a newer conncert: it may be looked at, but not written.
    pub fn is_read_only(&self) -> bool {
        self.version > VERSION
    }

    /// Reads a draft.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn parse(text: &str) -> Result<Self, DraftError> {
        let document = Document::parse(text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            at(text, offset, error.message().trim().replace('\n', ", "))
        })?;
        let fault = |item: &Item, message: String| {
            at(text, item.span().map_or(0, |span| span.start), message)
        };
        let version = match document.get("conncert") {
            Some(item) => item.as_integer().filter(|version| *version >= 1).ok_or_else(|| {
                fault(item, "`conncert` has to be the number of the format, 1".to_owned())
            })?,
            None => {
                return Err(at(
                    text,
                    0,
                    "this is no draft: it has to begin with `conncert = 1`".to_owned(),
                ));
            }
        };
        // A newer format may have other shapes; what can be understood of it is shown.
        let newer = version > VERSION;
        let name = match document.get("name") {
            Some(item) if !item.is_str() && !newer => {
                return Err(fault(item, "`name` has to be a text in quotes".to_owned()));
            }
            item => item.and_then(Item::as_str).unwrap_or_default().to_owned(),
        };
        // Places are known to the one, numbers as they were typed to the other.
        let editable = document.clone().into_mut();
        let mut answers = Answers::default();
        for question in steps::questions() {
            let Some(table) = document.get(question.step()) else { continue };
            if !table.is_table_like() && !newer {
                let message = format!("`{}` has to be a table, `[{0}]`", question.step());
                return Err(fault(table, message));
            }
            let Some(item) = table.get(question.name()) else { continue };
            let typed = editable.get(question.step()).and_then(|table| table.get(question.name()));
            match typed.and_then(|item| shape::read(question, item)) {
                Some(given) => answers.give(question.key, given),
                None if newer => {}
                None => {
                    let expected = shape::expected(question);
                    return Err(fault(item, format!("`{}` has to be {expected}", question.name())));
                }
            }
        }
        if let Some((item, message)) =
            document.get(PROGRESS).filter(|_| !newer).and_then(Progress::fault)
        {
            return Err(fault(item, message));
        }
        let progress = match Progress::read(text) {
            Ok(progress) => progress,
            Err(_) if newer => Progress::default(),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                return Err(at(text, offset, error.message().trim().replace('\n', ", ")));
            }
        };
        let updated = progress.updated();
        let archived = progress.archived;
        for key in progress.unconfirmed {
            if let Some(text) = answers.get(&key).map(|answer| answer.text.clone()) {
                answers.remove(&key);
                answers.prefill(&key, text, "the files");
            }
        }
        let step = progress.step;
        Ok(Self { name, answers, step, updated, archived, version, document: editable })
    }

    /// The text to write.
    pub fn to_text(&self) -> String {
        let mut document = self.document.clone();
        let root = document.as_item_mut();
        if root.get("conncert").is_none() {
            layout::set(root, "conncert", VERSION.into(), Some("format of this file"), &[]);
        }
        if root.get("name").and_then(Item::as_str).unwrap_or_default() != self.name {
            layout::set(root, "name", self.name.as_str().into(), None, &["conncert", "name"]);
        }
        for step in TABLES {
            let asked: Vec<_> = steps::questions().filter(|asked| asked.step() == step).collect();
            let order: Vec<_> = asked.iter().map(|question| question.name()).collect();
            for question in asked {
                self.put_answer(&mut document, question, &order);
            }
        }
        self.put_progress(&mut document);
        document.to_string()
    }

    fn put_answer(&self, document: &mut DocumentMut, question: &Question, order: &[&str]) {
        let Some(answer) = self.answers.get(question.key) else {
            if let Some(table) = document.get_mut(question.step()) {
                layout::remove(table, question.name());
            }
            return;
        };
        let table = layout::table(document, question.step(), &TABLES);
        let same = table
            .get(question.name())
            .and_then(|item| shape::read(question, item))
            .is_some_and(|found| found == answer.text);
        if !same {
            let value = shape::write(question, &answer.text);
            let comment = shape::comment(question);
            layout::set(table, question.name(), value, Some(&comment), order);
        }
    }

    fn put_progress(&self, document: &mut DocumentMut) {
        let unconfirmed: Vec<&str> = self
            .answers
            .iter()
            .filter(|(_, answer)| answer.origin != Origin::Given)
            .map(|(key, _)| key)
            .collect();
        let progress = layout::table(document, PROGRESS, &TABLES);
        let mut set = |key: &str, value: Option<Value>, comment: Option<&str>| match value {
            Some(value) => {
                let same = progress
                    .get(key)
                    .and_then(Item::as_value)
                    .is_some_and(|found| layout::plain(found) == layout::plain(&value));
                if !same {
                    layout::set(progress, key, value, comment, &PROGRESS_KEYS);
                }
            }
            None => layout::remove(progress, key),
        };
        set("step", self.step.as_deref().map(Value::from), None);
        let list = (!unconfirmed.is_empty()).then(|| unconfirmed.into_iter().collect::<Value>());
        set("unconfirmed", list, Some("read from the files, not yet confirmed"));
        let updated =
            self.updated.and_then(|at| at.to_string().parse::<toml_edit::Datetime>().ok());
        set("updated", updated.map(Value::from), None);
        let put_away = Some("put away; `conncert drafts restore` brings it back");
        set("archived", self.archived.then(|| Value::from(true)), put_away);
    }
}

fn at(text: &str, offset: usize, message: String) -> DraftError {
    let place = Lines::new(text).position(text, offset);
    DraftError { line: place.line, column: place.column, message }
}
