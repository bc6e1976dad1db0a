//! The format `markdown`: a summary for pull requests and for `$GITHUB_STEP_SUMMARY`. Text from
//! files is only ever text in it.

use std::fmt::Write as _;

use super::path::told;
use super::portfolio::{Portfolio, Row, grouped};
use super::{Counts, Format, Style, blocked, mendable, plural, policy, tally, why_blocked};
use crate::connector::Connector;
use crate::rule::{Checked, Level, Outcome, Spot};
use crate::rules::quote;
use crate::source::markdown::{code, inert, message};
use crate::tasks::update::{unread, update};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "markdown", summary: "a summary for pull requests", render };

/// So many places that say the same are told.
const PLACES: usize = 10;
/// So many things that one rule says are told of a connector.
const SAID: usize = 8;
/// Bytes beyond which no further connector is told one by one: GitHub refuses the summary of a step
/// that is larger than a mebibyte.
const LARGEST: usize = 900_000;

fn render(checked: &[Checked], style: &Style) -> String {
    let portfolio = Portfolio::new(checked);
    let all = portfolio.counts;
    let mut out = format!("## conncert: {}\n\n", found(all));
    let several = checked.len() > 1;
    if several {
        at_a_glance(&mut out, &portfolio, style);
    }
    for (told, row) in portfolio.connectors.iter().enumerate() {
        let Row { checked, number, counts, .. } = row;
        // Writing to a String cannot fail, here and below.
        if out.len() > LARGEST {
            let left = portfolio.connectors.len() - told;
            let left = plural(left, portfolio.one, portfolio.many);
            let _ = writeln!(out, "The other {left} stand in the table alone.\n");
            break;
        }
        if several {
            let _ = writeln!(out, "<a id=\"c{number}\"></a>\n");
        }
        let _ = writeln!(out, "### {}\n", name(checked, style));
        let publisher = checked.report.settings.publisher.word();
        let _ = writeln!(out, "Judged by the rules for {publisher} publishers.\n");
        table(&mut out, checked, style);
        update_of(&mut out, checked);
        let _ = writeln!(out, "{}{}\n", standing(checked), verdict(checked, *counts, style));
        if let Some(text) = mendable(checked) {
            let _ = writeln!(out, "{text}\n");
        }
    }
    if all.total() > 0 {
        out.push_str("`conncert explain RULE` tells why, and how to mend it.\n");
    }
    out
}

/// All of them at a glance, worst first, and the rules that befall most.
fn at_a_glance(out: &mut String, portfolio: &Portfolio<'_>, style: &Style) {
    let _ = writeln!(
        out,
        "| {} | errors | warnings | advice | gravest rules |\n|---|---:|---:|---:|---|",
        portfolio.one
    );
    for one in &portfolio.connectors {
        let [errors, warnings, advice] = Level::ALL.map(|level| one.counts.get(level));
        let gravest: Vec<String> =
            one.gravest.iter().map(|(_, rule, count)| format!("{} {count}", code(rule))).collect();
        let _ = writeln!(
            out,
            "| [{}](#c{}) {} | {errors} | {warnings} | {advice} | {} |",
            inert(&quote(&one.name)),
            one.number,
            code(&told(one.checked, None, style).path),
            gravest.join(", ")
        );
    }
    if !portfolio.rules.is_empty() {
        let many = portfolio.many;
        let _ = writeln!(out, "\n| rule | level | {many} | findings |\n|---|---|---:|---:|");
    }
    for row in &portfolio.rules {
        let (rule, level) = (code(row.rule.id), row.level.word());
        let _ = writeln!(out, "| {rule} | {level} | {} | {} |", row.connectors, row.findings);
    }
    out.push('\n');
}

fn found(counts: Counts) -> String {
    if counts.total() == 0 { "nothing to mend".to_owned() } else { tally(counts) }
}

/// The connector's title and where it stands.
fn name(checked: &Checked, style: &Style) -> String {
    if checked.submission.package.is_some() {
        return format!("Package {}", code(&told(checked, None, style).path));
    }
    let connector = checked.submission.connector.as_deref();
    let title = connector.and_then(Connector::shown_title).map(|title| inert(&quote(&title)));
    let title = title.unwrap_or_else(|| "Connector without a title".to_owned());
    match told(checked, None, style).path.as_str() {
        "" | "." => title,
        path => format!("{title} ({})", code(path)),
    }
}

/// One line for each thing that a rule says, gravest first.
fn table(out: &mut String, checked: &Checked, style: &Style) {
    let groups = grouped(&checked.report.findings);
    if groups.is_empty() {
        return;
    }
    out.push_str("| level | rule | where | what to do |\n|---|---|---|---|\n");
    for group in groups {
        let (level, rule) = (group.level.word(), code(group.rule.id));
        let policy = group.first().and_then(policy);
        let policy = policy.map(|policy| format!(" ({policy})")).unwrap_or_default();
        for (text, findings) in group.said.iter().take(SAID) {
            let shown = findings.iter().take(PLACES);
            let mut places: Vec<String> =
                shown.map(|finding| place(checked, &finding.spot, style)).collect();
            if findings.len() > PLACES {
                places.push(format!("and {} more", findings.len() - PLACES));
            }
            let (places, text) = (places.join("<br>"), message(text));
            let _ = writeln!(out, "| {level} | {rule} | {places} | {text}{policy} |");
        }
        let more: usize = group.said.iter().skip(SAID).map(|(_, same)| same.len()).sum();
        if more > 0 {
            let more = plural(more, "more place", "more places");
            let _ = writeln!(out, "| {level} | {rule} | and {more} | likewise |");
        }
    }
    out.push('\n');
}

fn place(checked: &Checked, spot: &Spot, style: &Style) -> String {
    if let Some(answer) = spot.answer {
        return format!("answer {}", code(answer));
    }
    let file = told(checked, spot.file.as_deref(), style).path;
    match spot.range {
        Some(range) => code(&format!("{file}:{}:{}", range.line, range.column)),
        None => code(&file),
    }
}

/// So many changes of an update are told.
const CHANGES: usize = 30;

/// What an update changes, where a published version is known.
fn update_of(out: &mut String, checked: &Checked) {
    if let Some(reason) = unread(&checked.submission) {
        let _ = writeln!(out, "**Nothing of the definition was compared:** {}.\n", inert(&reason));
    }
    let Some(update) = update(&checked.submission, &checked.report) else { return };
    let _ = writeln!(out, "#### Against the published version\n\n{}\n", update.says);
    for change in update.changes.iter().take(CHANGES) {
        let minor = if change.minor { " (minor)" } else { "" };
        let _ = writeln!(out, "- {} {}{minor}", change.verb, inert(&change.what));
    }
    if update.changes.len() > CHANGES {
        let _ = writeln!(out, "- and {} more", update.changes.len() - CHANGES);
    }
    if !update.resubmit.is_empty() {
        out.push_str("\nTo hand in:\n\n");
    }
    for sentence in &update.resubmit {
        let _ = writeln!(out, "- {sentence}");
    }
    out.push('\n');
}

/// How many rules were asked, and which could not be.
fn standing(checked: &Checked) -> String {
    let outcomes = &checked.report.outcomes;
    let count = |wanted: Outcome| outcomes.iter().filter(|(_, is)| *is == wanted).count();
    let (passed, failed) = (count(Outcome::Passed), count(Outcome::Failed));
    let mut text =
        format!("{} asked, {passed} passed.", plural(passed + failed, "rule was", "rules were"));
    for (role, count) in blocked(&checked.report) {
        let connector = checked.submission.connector.as_deref();
        let name = connector.map_or(role.canonical(), |connector| connector.name(role));
        let _ = write!(
            text,
            " {} could not be asked, because {} {}.",
            plural(count, "rule", "rules"),
            code(name),
            why_blocked(connector, role)
        );
    }
    text
}

/// Whether the check fails, as its exit code says it.
fn verdict(checked: &Checked, counts: Counts, style: &Style) -> &'static str {
    let fails = style.fails_at.is_some_and(|level| checked.report.reaches(level));
    match (fails, counts.total()) {
        (true, _) => " **The check fails.**",
        (false, 0) => "",
        (false, _) => " The check passes.",
    }
}
