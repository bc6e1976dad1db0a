//! `conncert explain RULE`: a rule's documentation for the terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::exit::{Exit, Failure};
use super::rules::level;
use super::shell::Shell;
use super::suggest;
use crate::answers::Publisher;
use crate::format::wrap;
use crate::rule::Rule;
use crate::rule::docs::{Block, Docs, Example};
use crate::rules;

/// The documents that rules rest on, by the code under which a rule cites them.
static SOURCES: [(&str, &str); 15] = [
    ("S0", "Get your connector certified (2022-06-08)"),
    ("S1", "Verified publisher certification process (2022-06-08)"),
    ("S2", "Independent publisher certification process (2022-06-28)"),
    ("S3", "the connectors repository: read-me, templates, pull request form (2024-10)"),
    ("S4", "the custom connector questions, coding standards and submission pages (2021 to 2023)"),
    ("S5", "Fix Swagger Validator errors (2022-09-14)"),
    ("S6", "the repository's templates for independent publishers (2024-10)"),
    ("S7", "Connector string guidance (2022-06-28)"),
    ("S8", "Prepare connector files for certification, and what reviewers ask for (2024 to 2026)"),
    ("S9", "Fix certification policy errors (2025 and 2026)"),
    ("S10", "the repository's JSON schema of the definition (2024-10)"),
    ("S11", "the repository's JSON schema of the properties (2024-10)"),
    ("S12", "the manual of the paconn command (2024-10)"),
    ("S13", "the Solution Checker's rules on icons (2024 and 2025)"),
    ("S14", "the repository's package validator script (2024-08)"),
];

/// Runs it.
pub(crate) fn run(word: &str, shell: Shell) -> Result<Exit, Failure> {
    let found = find(word.trim());
    if found.is_empty() {
        return Err(unknown(word));
    }
    let width = Shell::text_width();
    let pages: Vec<String> = found.into_iter().map(|rule| page(rule, width)).collect();
    shell.print(&pages.join("\n"))?;
    Ok(Exit::Clean)
}

/// The rules that a word means: one by its id, or all that have this official name or code.
fn find(word: &str) -> Vec<&'static Rule> {
    if let Some(rule) = rules::find(&word.to_ascii_lowercase()) {
        return vec![rule];
    }
    rules::all()
        .filter(|rule| rule.official.iter().any(|name| name.eq_ignore_ascii_case(word)))
        .collect()
}

fn unknown(word: &str) -> Failure {
    let names =
        rules::all().flat_map(|rule| [rule.id].into_iter().chain(rule.official.iter().copied()));
    let near = suggest::near(word.trim(), names);
    let message = format!("there is no rule “{word}”");
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
    let sources: Vec<&str> = rule.cites.iter().map(|cited| source(cited)).collect();
    fact("Sources", &sources.join("; "));
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

fn source(code: &'static str) -> &'static str {
    SOURCES.iter().find(|(known, _)| *known == code).map_or(code, |(_, title)| title)
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
        // Writing to a String cannot fail.
        let _ = writeln!(out, "    {line}");
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
