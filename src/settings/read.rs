//! Reads `conncert.toml`. Everything that is wrong is collected, with its place and the mend; what
//! can be understood beside it counts all the same.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::config::{Config, Exception, Fault, Known, LevelEntry, Named, Wanted};
use crate::connector::Facts;
use crate::connector::files::{Body, Role, choose};
use crate::source::near::near;
use crate::source::pointer::Pointer;
use crate::source::text::{Span, printable};

/// More bytes than this are no settings file.
const LARGEST: u64 = 8 * 1024 * 1024;

const TABLES: [&str; 3] = ["levels", "exception", "baseline"];
const EXCEPTION: [&str; 6] = ["rule", "file", "pointer", "answer", "reason", "until"];
const BASELINE: [&str; 4] = ["rule", "file", "pointer", "fingerprint"];

/// Words for files, besides their names.
const FILES: [(&str, Role); 6] = [
    ("definition", Role::Definition),
    ("properties", Role::Properties),
    ("readme", Role::Readme),
    ("intro", Role::Intro),
    ("icon", Role::Icon),
    ("script", Role::Script),
];

impl Config {
    /// Reads a file as it was found.
    pub fn read(facts: &Facts<'_>) -> Self {
        match facts.body {
            _ if facts.size > LARGEST => {
                Self::broken(Span::at(0), "The file is larger than 8 MiB, so it was not read.")
            }
            Some(Body::Text(text)) => Self::parse(text),
            Some(Body::Bytes(bytes)) => {
                let offset =
                    std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
                Self::broken(
                    Span::at(offset),
                    "Here the file is not UTF-8, so nothing in it counts. Save it as UTF-8.",
                )
            }
            None => Self::broken(Span::at(0), "The file could not be read."),
        }
    }

    /// Reads a text.
    pub fn parse(text: &str) -> Self {
        match DeTable::parse(text) {
            Ok(table) => {
                let mut reader = Reader { text, config: Self::default() };
                reader.file(table.get_ref());
                reader.config.faults.sort_by_key(|fault| fault.span);
                reader.config
            }
            Err(error) => {
                let why = error.message().trim().replace('\n', ", ");
                let span = error.span().map_or(Span::at(0), span);
                let message = format!(
                    "This is not TOML: {}. Mend it here; until then nothing in the file counts.",
                    printable(&why)
                );
                Self::broken(span, message)
            }
        }
    }

    fn broken(span: Span, message: impl Into<String>) -> Self {
        let faults = vec![Fault { span, message: message.into() }];
        Self { faults, ..Self::default() }
    }
}

struct Reader<'a> {
    text: &'a str,
    config: Config,
}

type Table<'a> = DeTable<'a>;
type Value<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn fault(&mut self, range: Range<usize>, message: impl Into<String>) {
        self.config.faults.push(Fault { span: span(range), message: message.into() });
    }

    fn file(&mut self, file: &Table<'_>) {
        self.refuse_unknown(file, &TABLES, "the file");
        if let Some(levels) = file.get("levels") {
            match levels.get_ref() {
                DeValue::Table(levels) => self.levels(levels),
                _ => self.fault(
                    levels.span(),
                    "`levels` has to be a table: write `[levels]`, and below it lines such as \
                     `host-not-production = \"warning\"`.",
                ),
            }
        }
        self.entries(file, "exception", Self::exception);
        self.entries(file, "baseline", Self::known);
    }

    fn levels(&mut self, levels: &Table<'_>) {
        for (rule, value) in levels {
            let word = value.get_ref().as_str();
            match Wanted::ALL.into_iter().find(|level| Some(level.word()) == word) {
                Some(level) => {
                    let rule = Named { text: rule.get_ref().to_string(), span: span(rule.span()) };
                    self.config.levels.push(LevelEntry { rule, level });
                }
                None => self.fault(
                    value.span(),
                    "A level is one of \"error\", \"warning\", \"advice\" and \"off\", in quotes.",
                ),
            }
        }
    }

    /// The entries of an array of tables, each written under a heading of its own.
    fn entries(
        &mut self,
        file: &Table<'_>,
        name: &str,
        read: fn(&mut Self, &Table<'_>, Range<usize>),
    ) {
        let Some(found) = file.get(name) else { return };
        let entries: Vec<&Value<'_>> = match found.get_ref() {
            DeValue::Array(entries) => entries.iter().collect(),
            _ => vec![found],
        };
        for entry in entries {
            let heading = self.text.get(entry.span()).unwrap_or_default();
            match entry.get_ref() {
                DeValue::Table(table) if heading.starts_with("[[") => {
                    read(self, table, entry.span());
                }
                _ => self.fault(
                    entry.span(),
                    format!(
                        "Each entry has a heading of its own: write `[[{name}]]` above its lines."
                    ),
                ),
            }
        }
        if entries_are_missing(found) {
            self.fault(found.span(), format!("There is no entry in it: take `{name}` out."));
        }
    }

    fn exception(&mut self, entry: &Table<'_>, at: Range<usize>) {
        let before = self.config.faults.len();
        self.refuse_unknown(entry, &EXCEPTION, "an exception");
        let rule = self.rule(entry, &at, "exception");
        let file = self.role(entry);
        let answer = self.words(entry, "answer");
        let pointer = self.pointer(entry);
        let reason = self.words(entry, "reason");
        let until = self.day(entry, "until");
        if reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
            let at = entry.get("reason").map_or(at.clone(), Spanned::span);
            self.fault(
                at,
                "An exception needs a reason: add `reason = \"…\"` and say in a sentence why the \
                 finding shall be left alone.",
            );
        }
        if let (Some(answer), true) = (entry.get("answer"), file.is_some() || pointer.is_some()) {
            self.fault(
                answer.span(),
                "An exception is about an answer or about a place in a file: take one of the two \
                 out.",
            );
        }
        if let (Some(rule), true) = (rule, self.config.faults.len() == before) {
            let reason = reason.unwrap_or_default().trim().to_owned();
            self.config.exceptions.push(Exception {
                rule,
                role: file,
                answer,
                pointer,
                reason,
                until,
            });
        }
    }

    fn known(&mut self, entry: &Table<'_>, at: Range<usize>) {
        let before = self.config.faults.len();
        self.refuse_unknown(entry, &BASELINE, "an entry of the baseline");
        let rule = self.rule(entry, &at, "entry of the baseline");
        let file = self.role(entry);
        let pointer = self.words(entry, "pointer").unwrap_or_default();
        let fingerprint = self.words(entry, "fingerprint");
        for (name, missing) in [("file", file.is_none()), ("fingerprint", fingerprint.is_none())] {
            if missing && entry.get(name).is_none() {
                self.fault(
                    at.clone(),
                    format!(
                        "This entry of the baseline has no `{name}`. Take the entry out, and let \
                         `conncert check --write-baseline` write it anew."
                    ),
                );
            }
        }
        if let (Some(rule), Some(role), Some(fingerprint), true) =
            (rule, file, fingerprint, self.config.faults.len() == before)
        {
            let end = entry.iter().map(|(_, value)| value.span().end).fold(at.end, usize::max);
            let span = Span { start: at.start, end };
            self.config.baseline.push(Known { rule, role, pointer, fingerprint, span });
        }
    }

    fn rule(&mut self, entry: &Table<'_>, at: &Range<usize>, what: &str) -> Option<Named> {
        let Some(value) = entry.get("rule") else {
            self.fault(at.clone(), format!("This {what} names no rule: add `rule = \"…\"`."));
            return None;
        };
        let text = self.words(entry, "rule")?;
        Some(Named { text, span: span(value.span()) })
    }

    fn role(&mut self, entry: &Table<'_>) -> Option<Role> {
        let value = entry.get("file")?;
        let name = self.words(entry, "file")?;
        let word = FILES.into_iter().find(|(word, _)| *word == name).map(|(_, role)| role);
        let known = FILES.into_iter().map(|(_, role)| role);
        let role =
            word.or_else(|| known.clone().find(|role| choose(*role, [name.as_str()]).is_some()));
        if role.is_none() {
            let names: Vec<&str> =
                FILES.into_iter().flat_map(|(word, role)| [word, role.canonical()]).collect();
            let meant = match near(&name, names.into_iter()).first() {
                Some(near) => format!("Did you mean \"{near}\"?"),
                None => format!(
                    "Write one of {}.",
                    known
                        .map(|role| format!("\"{}\"", role.canonical()))
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
            };
            self.fault(value.span(), format!("No file of a connector has this name. {meant}"));
        }
        role
    }

    fn pointer(&mut self, entry: &Table<'_>) -> Option<String> {
        let value = entry.get("pointer")?;
        let text = self.words(entry, "pointer")?;
        if text.starts_with('#') || Pointer::parse(&text).is_some() {
            return Some(text);
        }
        self.fault(
            value.span(),
            "This is no pointer: copy it from the report, where it looks like \
             \"/info/contact/email\" or, in a read-me, like \"#prerequisites\".",
        );
        None
    }

    fn day(&mut self, entry: &Table<'_>, name: &str) -> Option<Date> {
        let value = entry.get(name)?;
        let text = match value.get_ref() {
            DeValue::Datetime(moment) => moment.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        let day = (text.len() == 10).then(|| text.parse().ok()).flatten();
        if day.is_none() {
            self.fault(
                value.span(),
                format!("`{name}` has to be a day of the calendar, such as 2027-01-31."),
            );
        }
        day
    }

    /// A text in quotes; none where it is not there, or is something else, which is told.
    fn words(&mut self, entry: &Table<'_>, name: &str) -> Option<String> {
        let value = entry.get(name)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.fault(value.span(), format!("`{name}` has to be a text in quotes."));
        }
        text
    }

    fn refuse_unknown(&mut self, table: &Table<'_>, known: &[&str], of: &str) {
        let unknown = table.keys().filter(|key| !known.contains(&&**key.get_ref()));
        for key in unknown {
            let meant = match near(key.get_ref(), known.iter().copied()).first() {
                Some(near) => format!("Did you mean `{near}`?"),
                None => format!("It knows {}.", listed(known)),
            };
            let name = printable(key.get_ref());
            self.fault(key.span(), format!("`{name}` is no key of {of}. {meant}"));
        }
    }
}

/// `[]` says nothing, and stands in the way of entries that are to be written.
fn entries_are_missing(found: &Value<'_>) -> bool {
    found.get_ref().as_array().is_some_and(|entries| entries.iter().next().is_none())
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn span(range: Range<usize>) -> Span {
    Span { start: range.start, end: range.end }
}

#[cfg(test)]
mod tests;
