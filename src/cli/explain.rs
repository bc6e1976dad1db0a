//! `conncert explain`: a rule's documentation for the terminal, and what a line of Microsoft's
//! tools means, with its place in the connector.

mod log;
mod place;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use super::args::ExplainArguments;
use super::case::{Files, judge};
use super::exit::{Exit, Failure};
use super::rules::level;
use super::shell::Shell;
use super::suggest;
use crate::answers::Publisher;
use crate::format::{Style, wrap};
use crate::rule::docs::{Block, Docs, Example};
use crate::rule::sources;
use crate::rule::{Checked, Rule};
use crate::rules::reading::{self, Reading};
use crate::rules::{self, official};
use crate::source::text::printable;
use crate::store;

/// Bytes that are read of a log.
const LONGEST_LOG: u64 = 16 * 1024 * 1024;

/// Runs it.
pub(crate) fn run(arguments: &ExplainArguments, shell: Shell) -> Result<Exit, Failure> {
    let checked = connector(arguments.folder.as_deref())?;
    let style = Style { width: Shell::text_width(), ..shell.style() };
    let text = match arguments.words.join(" ") {
        dash if dash == "-" => standard_input()?,
        text => text,
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let out = match (lines.next(), lines.next()) {
        (Some(_), Some(_)) => log::explain(&text, checked.as_ref(), &style)?,
        (Some(line), None) => one(line.trim(), checked.as_ref(), &style)?,
        (None, _) => {
            return Err(Failure::usage(
                "there is nothing to explain",
                "name a rule, or paste a line of the validator or the bot",
            ));
        }
    };
    shell.print(&out)?;
    Ok(Exit::Clean)
}

/// The connector in which places are shown: the one that was named, or the one that is here.
fn connector(named: Option<&Path>) -> Result<Option<Checked>, Failure> {
    let here = Path::new(".");
    let folder = match named {
        Some(folder) => folder,
        None if store::is_connector(here) => here,
        None => return Ok(None),
    };
    let connector = match store::read_connector(folder) {
        Ok(connector) => Arc::new(connector),
        // Nobody asked for the one that happens to be here.
        Err(_) if named.is_none() => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let path = folder.display().to_string();
    let files = Files { connector: Some(connector), ..Files::default() };
    Ok(Some(judge(path, files, None, None, Shell::today())))
}

fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    io::stdin().take(LONGEST_LOG).read_to_end(&mut bytes).map_err(|error| {
        Failure::new(format!("the standard input cannot be read: {error}"), "try again")
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a rule's id, an official name, a code, or a line means.
fn one(word: &str, checked: Option<&Checked>, style: &Style) -> Result<String, Failure> {
    let exact = rules::find(&word.to_ascii_lowercase());
    let mut reading = match exact {
        Some(rule) => Reading { rules: vec![rule], ..Reading::default() },
        None => reading::read(word),
    };
    let is_understood = reading.is_understood();
    let found = checked.map(|checked| place::show(checked, &reading, style)).unwrap_or_default();
    if let Some(checked) = checked {
        place::narrow(checked, &mut reading);
    }
    if !is_understood && found.is_empty() {
        return Err(unknown(word));
    }
    let mut parts: Vec<String> = facts(&reading, style.width).into_iter().collect();
    if !is_understood {
        let text = "The words say nothing to conncert, but at their place it finds this:";
        parts.push(wrap(text, style.width, "") + "\n");
    }
    parts.extend(Some(found).filter(|found| !found.is_empty()));
    parts.extend(reading.rules.iter().map(|rule| page(rule, style.width)));
    Ok(parts.join("\n"))
}

/// What is to be said of the official names themselves.
fn facts(reading: &Reading, width: usize) -> Option<String> {
    let mut out = String::new();
    for name in &reading.names {
        let mut text = match official::asks(name) {
            Some(asks) => format!("{name} asks: {asks}."),
            None if reading.rules.len() == 1 && official::assumed(name).is_none() => continue,
            None => format!("{name} is an error of the official validator."),
        };
        // Writing to a String cannot fail, here and below.
        if let Some(assumed) = official::assumed(name) {
            let _ = write!(text, " Judged by: {assumed}.");
        }
        if let Some(unjudged) = official::unjudged(name) {
            let _ = write!(text, " {unjudged}");
        }
        if reading.rules.is_empty() {
            text.push_str(" No rule of conncert stands for it.");
        } else {
            let ids: Vec<&str> = reading.rules.iter().map(|rule| rule.id).collect();
            let noun = if ids.len() == 1 { "Rule" } else { "Rules" };
            let _ = write!(text, " {noun}: {}.", ids.join(", "));
        }
        let _ = writeln!(out, "{}", wrap(&text, width, ""));
    }
    (!out.is_empty()).then_some(out)
}

fn unknown(word: &str) -> Failure {
    let names = rules::all().map(|rule| rule.id).chain(official::all());
    let near = suggest::near(word.trim(), names);
    let message = if word.trim().contains(' ') {
        format!("nothing in “{}” names or words a rule", rules::quote(word))
    } else {
        format!("there is no rule “{}”", rules::quote(word))
    };
    if near.is_empty() {
        Failure::usage(message, "`conncert rules` lists them all")
    } else {
        Failure::usage(message, format!("did you mean {}?", near.join(", ")))
    }
}

fn page(rule: &Rule, width: usize) -> String {
    let mut out = format!("{}\n", rule.id);
    // Writing to a String cannot fail, here and below.
    let mut fact = |name: &str, text: &str| {
        if !text.is_empty() {
            let indent = " ".repeat(12);
            let _ = writeln!(out, "  {name:8}  {}", wrap(text, width.saturating_sub(12), &indent));
        }
    };
    fact("Level", &levels(rule));
    fact("Official", &rule.official.join(", "));
    fact("Since", &rule.since.map_or_else(String::new, |date| date.to_string()));
    fact("Sources", &sources::titles(rule.cites));
    // A test parses every rule's documentation; one that escaped it is shown as it stands.
    let Ok(docs) = Docs::parse(rule.docs) else { return out + "\n" + rule.docs };
    let _ = writeln!(out, "\n{}", wrap(docs.summary, width, ""));
    for block in &docs.blocks {
        match block {
            Block::Text(text) => {
                for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty())
                {
                    let _ = writeln!(out, "\n{}", prose(paragraph, width));
                }
            }
            Block::Example(example) => out.push_str(&shown(example, width)),
        }
    }
    if docs.examples().any(|example| example.language == "json" && example.text.contains("null")) {
        let text =
            "The examples show only what matters; `null` stands for a member that is missing.";
        let _ = writeln!(out, "\n{}", wrap(text, width, ""));
    }
    out
}

fn levels(rule: &Rule) -> String {
    let [verified, independent] =
        [Publisher::Verified, Publisher::Independent].map(|publisher| level(rule, publisher));
    match (verified, independent) {
        (level, "-") => format!("{level}, for verified publishers only"),
        ("-", level) => format!("{level}, for independent publishers only"),
        (one, other) if one == other => format!("{one}, for every publisher"),
        (one, other) => format!("{one} for verified publishers, {other} for independent ones"),
    }
}

/// A paragraph, or a list whose items keep their lines.
fn prose(paragraph: &str, width: usize) -> String {
    let lines: Vec<&str> = paragraph.lines().collect();
    if lines.iter().all(|line| line.starts_with("- ") || line.starts_with("  ")) {
        return lines.iter().map(|line| wrap(line, width, "  ")).collect::<Vec<_>>().join("\n");
    }
    wrap(paragraph, width, "")
}

fn shown(example: &Example<'_>, width: usize) -> String {
    let text = spread(example, width.saturating_sub(4));
    let mut out = format!("\n{}:\n\n", example.lead());
    for line in text.trim_end().lines() {
        // An example may be about a character that nobody sees. Writing to a String cannot fail.
        let _ = writeln!(out, "    {}", printable(line));
    }
    out
}

/// JSON that is wider than the page, spread over lines.
fn spread<'a>(example: &Example<'a>, width: usize) -> Cow<'a, str> {
    if example.language != "json" || example.text.lines().all(|line| line.len() <= width) {
        return Cow::Borrowed(example.text);
    }
    serde_json::from_str::<serde_json::Value>(example.text)
        .and_then(|value| serde_json::to_string_pretty(&value))
        .map_or(Cow::Borrowed(example.text), Cow::Owned)
}
