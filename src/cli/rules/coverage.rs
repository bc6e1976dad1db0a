//! What Microsoft's rules are and which of ours stand for them, as Markdown.

use std::fmt::Write as _;

use super::level;
use crate::answers::Publisher;
use crate::rule::Rule;
use crate::rule::docs::Docs;
use crate::rules::{self, official};

/// The table of all names and codes, then the rules that have none.
pub(super) fn render() -> String {
    let mut out = String::from("# What conncert judges\n\n");
    let count = rules::all().count();
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(
        out,
        "{count} rules. A rule that stands for an error of Microsoft's validator or for a \
         certification policy is told with it; \"mend\" says whether `conncert fix` can mend it, \
         *safe* on its own or *suggested* for a person to look at.\n"
    );
    let codes: Vec<&str> = official::all().filter(|name| official::asks(name).is_some()).collect();
    let names: Vec<&str> = official::all().filter(|name| official::asks(name).is_none()).collect();
    let _ = writeln!(
        out,
        "## Errors of the official validator and of its comparison of versions ({})\n",
        names.len()
    );
    head(&mut out, &["error"]);
    for name in names {
        rows(&mut out, &[format!("`{name}`")], name);
    }
    let _ = writeln!(out, "\n## Certification policies ({})\n", codes.len());
    head(&mut out, &["policy", "asks for"]);
    for code in codes {
        let asks = official::asks(code).unwrap_or_default();
        rows(&mut out, &[code.to_owned(), asks.to_owned()], code);
    }
    let own: Vec<&Rule> = rules::all().filter(|rule| rule.official.is_empty()).collect();
    let _ = writeln!(out, "\n## Rules without an official name ({})\n", own.len());
    head(&mut out, &[]);
    for rule in own {
        let summary = Docs::parse(rule.docs).map_or("", |docs| docs.summary);
        row(&mut out, &[], rule, &cell(summary));
    }
    out
}

/// The columns that every table has behind its own.
fn head(out: &mut String, own: &[&str]) {
    let common = ["rule", "verified", "independent", "mend", "remark"];
    let columns: Vec<&str> = own.iter().copied().chain(common).collect();
    let _ = writeln!(out, "| {} |\n|{}", columns.join(" | "), "---|".repeat(columns.len()));
}

/// A line for each rule that stands for a name, or one that says why there is none.
fn rows(out: &mut String, own: &[String], name: &str) {
    let remarks = [official::assumed(name), official::unjudged(name)];
    let remark = cell(&remarks.into_iter().flatten().collect::<Vec<_>>().join(" "));
    let rules = official::rules(name);
    for rule in &rules {
        row(out, own, rule, &remark);
    }
    if rules.is_empty() {
        let _ = writeln!(out, "| {} | none | - | - | - | {remark} |", own.join(" | "));
    }
}

fn row(out: &mut String, own: &[String], rule: &Rule, remark: &str) {
    let cells = [
        format!("`{}`", rule.id),
        level(rule, Publisher::Verified).to_owned(),
        level(rule, Publisher::Independent).to_owned(),
        rule.fix.as_ref().map_or("no", |fix| fix.safety.word()).to_owned(),
        remark.to_owned(),
    ];
    let cells: Vec<&str> = own.iter().chain(&cells).map(String::as_str).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// Our own words in a cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
