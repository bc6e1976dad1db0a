//! `conncert rules`: the rulebook as a table, as what it covers, and as data.

mod coverage;
mod data;

use std::fmt::Write as _;

use super::args::RulesFormat;
use super::exit::{Exit, Failure};
use super::shell::Shell;
use crate::answers::Publisher;
use crate::rule::{Publishers, Rule};
use crate::rules;

/// Runs it.
pub(crate) fn run(format: RulesFormat, shell: Shell) -> Result<Exit, Failure> {
    let text = match format {
        RulesFormat::Human => table(&rules::all().collect::<Vec<_>>()),
        RulesFormat::Md => coverage::render(),
        RulesFormat::Json => data::render(),
    };
    shell.print(&text)?;
    Ok(Exit::Clean)
}

fn table(rules: &[&Rule]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let row = |id: &str, verified: &str, independent: &str, official: &str| {
        let row = format!("{id:width$}  {verified:8}  {independent:11}  {official}");
        row.trim_end().to_owned() + "\n"
    };
    let mut out = row("RULE", "VERIFIED", "INDEPENDENT", "OFFICIAL NAMES");
    for rule in rules {
        out.push_str(&row(
            rule.id,
            level(rule, Publisher::Verified),
            level(rule, Publisher::Independent),
            &rule.official.join(", "),
        ));
    }
    // Writing to a String cannot fail.
    let _ = writeln!(out, "\n`conncert explain RULE` tells more of one.");
    out
}

/// The level for a publisher; a dash where the rule is not for them.
pub(crate) fn level(rule: &Rule, publisher: Publisher) -> &'static str {
    match rule.publishers {
        Publishers::Only(only) if only != publisher => "-",
        _ => rule.level.of(publisher).word(),
    }
}
