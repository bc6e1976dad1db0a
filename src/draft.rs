//! Answers at rest: a TOML file that people like to edit.
//!
//! Keys and comments that conncert does not know survive a save. An answer is kept as it was
//! typed; it takes TOML's own shape (array, number, date) where that says exactly the same.

mod shape;

use jiff::Timestamp;
use serde::Deserialize;
use toml_edit::{Decor, Document, DocumentMut, Item, Table, Value};

use crate::answers::{Answers, Kind, Origin, Question};
use crate::source::text::Lines;
use crate::steps;

/// The version of the format that this program writes.
pub const VERSION: i64 = 1;

/// The tables of answers, in the order in which a new draft has them.
const TABLES: [&str; 7] =
    ["connector", "publisher", "ownership", "authentication", "support", "uptime", "attestations"];
const PROGRESS: &str = "progress";

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
    version: i64,
    document: DocumentMut,
}

/// The table `[progress]`: where the publisher was. Unlike answers its values have types.
#[derive(Debug, Default, Deserialize)]
struct Progress {
    step: Option<String>,
    #[serde(default)]
    unconfirmed: Vec<String>,
    updated: Option<toml::value::Datetime>,
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
        let name = match document.get("name") {
            Some(item) => item
                .as_str()
                .ok_or_else(|| fault(item, "`name` has to be a text in quotes".to_owned()))?
                .to_owned(),
            None => String::new(),
        };
        let mut answers = Answers::default();
        for question in steps::questions() {
            let Some(table) = document.get(question.step()) else { continue };
            if !table.is_table_like() {
                let message = format!("`{}` has to be a table, `[{0}]`", question.step());
                return Err(fault(table, message));
            }
            let Some(item) = table.get(question.name()) else { continue };
            let given = shape::read(question, item).ok_or_else(|| {
                fault(
                    item,
                    format!("`{}` has to be {}", question.name(), shape::expected(question)),
                )
            })?;
            answers.give(question.key, given);
        }
        let progress = Progress::read(text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            at(text, offset, error.message().trim().replace('\n', ", "))
        })?;
        for key in progress.unconfirmed {
            if let Some(text) = answers.get(&key).map(|answer| answer.text.clone()) {
                answers.remove(&key);
                answers.prefill(&key, text, "the files");
            }
        }
        let updated = progress.updated.and_then(|at| at.to_string().parse().ok());
        let step = progress.step;
        Ok(Self { name, answers, step, updated, version, document: document.into_mut() })
    }

    /// The text to write.
    pub fn to_text(&self) -> String {
        let mut document = self.document.clone();
        if document.get("conncert").is_none() {
            document.insert("conncert", commented(VERSION.into(), 8, "format of this file"));
        }
        if document.get("name").and_then(Item::as_str) != Some(&self.name) {
            put(document.as_table_mut(), "name", Value::from(self.name.as_str()), None);
        }
        for step in TABLES {
            let questions = steps::questions().filter(|question| question.step() == step);
            for question in questions {
                self.put_answer(&mut document, question);
            }
        }
        self.put_progress(&mut document);
        document.to_string()
    }

    fn put_answer(&self, document: &mut DocumentMut, question: &'static Question) {
        let answer = self.answers.get(question.key);
        let Some(answer) = answer else {
            if let Some(table) = document.get_mut(question.step()).and_then(Item::as_table_like_mut)
            {
                table.remove(question.name());
            }
            return;
        };
        let table = table(document, question.step());
        let same = table
            .and_then(|table| table.get(question.name()))
            .and_then(|item| shape::read(question, item))
            .is_some_and(|found| found == answer.text);
        if same {
            return;
        }
        let value = shape::write(question, &answer.text);
        if let Some(table) = document.get_mut(question.step()).and_then(Item::as_table_like_mut) {
            put_like(table, question.name(), value, Some(&comment(question)));
        }
    }

    fn put_progress(&self, document: &mut DocumentMut) {
        let unconfirmed: Vec<&str> = self
            .answers
            .iter()
            .filter(|(_, answer)| answer.origin != Origin::Given)
            .map(|(key, _)| key)
            .collect();
        table(document, PROGRESS);
        let Some(progress) = document.get_mut(PROGRESS).and_then(Item::as_table_like_mut) else {
            return;
        };
        let mut set = |key: &str, value: Option<Value>, comment: Option<&str>| match value {
            Some(value) => {
                let same = progress
                    .get(key)
                    .and_then(Item::as_value)
                    .is_some_and(|found| plain(found) == plain(&value));
                if !same {
                    put_like(progress, key, value, comment);
                }
            }
            None => {
                progress.remove(key);
            }
        };
        set("step", self.step.as_deref().map(Value::from), None);
        let list = (!unconfirmed.is_empty()).then(|| unconfirmed.into_iter().collect::<Value>());
        set("unconfirmed", list, Some("read from the files, not yet confirmed"));
        let updated =
            self.updated.and_then(|at| at.to_string().parse::<toml_edit::Datetime>().ok());
        set("updated", updated.map(Value::from), None);
    }
}

/// A value without what stands around it.
fn plain(value: &Value) -> String {
    let mut value = value.clone();
    value.decor_mut().clear();
    value.to_string()
}

fn at(text: &str, offset: usize, message: String) -> DraftError {
    let place = Lines::new(text).position(text, offset);
    DraftError { line: place.line, column: place.column, message }
}

/// A table of the draft; made, in the order of the steps, where there is none.
fn table<'a>(
    document: &'a mut DocumentMut,
    name: &str,
) -> Option<&'a mut dyn toml_edit::TableLike> {
    if document.get(name).is_none() {
        let order = |name: &str| TABLES.iter().position(|table| *table == name);
        // Room between the tables, then a place behind the last one that comes before.
        let mut last = 0;
        let mut after = 0;
        for (key, item) in document.iter_mut() {
            if let Some(table) = item.as_table_mut() {
                spread(table);
                last = last.max(deepest(table));
                let before = match (order(&key), order(name)) {
                    (Some(there), Some(here)) => there < here,
                    (_, None) => true,
                    (None, Some(_)) => false,
                };
                if before {
                    after = after.max(deepest(table));
                }
            }
        }
        let mut fresh = Table::new();
        fresh.set_position(Some(if after == 0 && last > 0 { -1 } else { after + 1 }));
        if !document.is_empty() {
            fresh.decor_mut().set_prefix("\n");
        }
        document.insert(name, Item::Table(fresh));
    }
    document.get_mut(name).and_then(Item::as_table_like_mut)
}

fn spread(table: &mut Table) {
    if let Some(position) = table.position() {
        table.set_position(Some(position.saturating_mul(2)));
    }
    for (_, item) in table.iter_mut() {
        if let Some(table) = item.as_table_mut() {
            spread(table);
        }
        for table in item.as_array_of_tables_mut().into_iter().flat_map(|list| list.iter_mut()) {
            spread(table);
        }
    }
}

fn deepest(table: &Table) -> isize {
    let below = table.iter().map(|(_, item)| {
        let nested = item.as_table().map_or(0, deepest);
        let listed =
            item.as_array_of_tables().map_or(0, |list| list.iter().map(deepest).max().unwrap_or(0));
        nested.max(listed)
    });
    table.position().unwrap_or(0).max(below.max().unwrap_or(0))
}

fn put(table: &mut Table, key: &str, value: Value, comment: Option<&str>) {
    put_like(table, key, value, comment);
}

/// Sets a value; a value that stands there keeps its comment, a new one gets one.
fn put_like(
    table: &mut dyn toml_edit::TableLike,
    key: &str,
    mut value: Value,
    comment: Option<&str>,
) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(found) => {
            let decor: Decor = found.decor().clone();
            *found = value;
            *found.decor_mut() = decor;
        }
        None => {
            if let Some(comment) = comment {
                decorate(&mut value, key.len(), comment);
            }
            table.insert(key, Item::Value(value));
        }
    }
}

fn commented(mut value: Value, key: usize, comment: &str) -> Item {
    decorate(&mut value, key, comment);
    Item::Value(value)
}

/// A comment behind a value, in a column of its own where the value leaves room.
fn decorate(value: &mut Value, key: usize, comment: &str) {
    const COLUMN: usize = 35;
    let used = key + 3 + plain(value).chars().count();
    let gap = COLUMN.saturating_sub(used).max(2);
    value.decor_mut().set_prefix(" ");
    value.decor_mut().set_suffix(format!("{}# {comment}", " ".repeat(gap)));
}

/// What a key means, in a few words.
fn comment(question: &Question) -> String {
    match question.kind {
        Kind::Choice(options) => {
            options.iter().map(|choice| choice.value).collect::<Vec<_>>().join(" | ")
        }
        Kind::Choices { options, open: false } => {
            let values: Vec<_> = options.iter().map(|choice| choice.value).collect();
            format!("any of {}", values.join(", "))
        }
        _ => question.prompt.to_owned(),
    }
}
