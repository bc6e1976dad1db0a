//! A whole log of the validator or the bot: each thing it says once, with its rule and its place.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::super::exit::Failure;
use super::place;
use crate::format::{Style, plural, visible, wrap};
use crate::rule::Checked;
use crate::rule::docs::Docs;
use crate::rules::official;
use crate::rules::reading::{Reading, read};

/// So many lines that nothing is known of are shown.
const SHOWN: usize = 5;

/// What the lines mean.
pub(super) fn explain(
    text: &str,
    checked: Option<&Checked>,
    style: &Style,
) -> Result<String, Failure> {
    let mut known: Vec<(&str, Reading)> = Vec::new();
    let mut seen = HashSet::new();
    let mut unknown: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        let reading = read(line);
        if reading.is_understood() {
            let rules: Vec<&str> = reading.rules.iter().map(|rule| rule.id).collect();
            if seen.insert((rules, reading.names.clone(), reading.path.clone())) {
                known.push((line, reading));
            }
        } else if reading.path.is_some() || line.contains("##[error]") {
            // What else a log holds is no complaint.
            unknown.push(line);
        }
    }
    if known.is_empty() {
        return Err(Failure::usage(
            "no line names or words a rule",
            "paste the lines of the validator or the bot as they are, with their ValuePath",
        ));
    }
    let mut out = String::new();
    for (line, reading) in &mut known {
        if let Some(checked) = checked {
            place::narrow(checked, reading);
        }
        out.push_str(&entry(line, reading, checked, style));
    }
    let mut told = format!("{} understood", plural(known.len(), "message", "messages"));
    if unknown.is_empty() {
        told.push('.');
    } else {
        // Writing to a String cannot fail, here and below.
        let _ = write!(told, ", {} not:", unknown.len());
    }
    let _ = writeln!(out, "{told}");
    for line in unknown.iter().take(SHOWN) {
        let _ = writeln!(out, "  {}", wrap(&visible(line), style.width, "    "));
    }
    if unknown.len() > SHOWN {
        let _ = writeln!(out, "  and {} more", unknown.len() - SHOWN);
    }
    out.push_str("`conncert explain RULE` tells why a rule exists, and how to keep it.\n");
    Ok(out)
}

/// One message: its line, its rules, its places.
fn entry(line: &str, reading: &Reading, checked: Option<&Checked>, style: &Style) -> String {
    let mut out = format!("{}\n", wrap(&visible(line), style.width, ""));
    for rule in &reading.rules {
        let summary = Docs::parse(rule.docs).map_or("", |docs| docs.summary);
        let text = format!("{}: {summary}", rule.id);
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(out, "  {}", wrap(&text, style.width.saturating_sub(2), "    "));
    }
    for name in reading.names.iter().filter(|_| reading.rules.is_empty()) {
        let asks = official::asks(name).map_or(String::new(), |asks| format!(" ({asks})"));
        let why = official::unjudged(name).unwrap_or("No rule of conncert stands for it.");
        let text = format!("{name}{asks}: {why}");
        let _ = writeln!(out, "  {}", wrap(&text, style.width.saturating_sub(2), "    "));
    }
    out.push('\n');
    if let Some(checked) = checked {
        out.push_str(&place::show(checked, reading, style));
    }
    out
}
