//! The format `human`: for the eye. Connector by connector, file by file, each finding with the
//! line it stands in, and a summary at the end.

use std::collections::HashMap;
use std::fmt::Write as _;

use annotate_snippets::renderer::{AnsiColor, Effects, Style as Ansi};

mod package;
mod update;

use super::frame::Frame;
use super::{
    Counts, Format, Style, blocked, mendable, plural, policy, tally, visible, why_blocked, wrap,
};
use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Checked, Finding, Level, Outcome, Place, Spot};
use crate::source::excerpt::Excerpt;
use crate::source::text::printable;
use crate::steps::publisher::INDEPENDENT_COLOUR;

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "human", summary: "for reading, with the lines that are meant", render };

/// Of one warning or advice in one file, so many are shown with their lines.
const SHOWN: usize = 3;
/// And of the others, so many places are listed.
const LISTED: usize = 60;

fn render(checked: &[Checked], style: &Style) -> String {
    let mut out = String::new();
    for checked in checked {
        connector(&mut out, checked, style);
    }
    if checked.len() > 1 {
        let counts = checked.iter().map(|checked| Counts::of(&checked.report));
        let counts = counts.fold(Counts::default(), Counts::add);
        let all_packages = checked.iter().all(|checked| checked.submission.package.is_some());
        let connectors = if all_packages {
            plural(checked.len(), "package", "packages")
        } else {
            plural(checked.len(), "connector", "connectors")
        };
        let total = if counts.total() == 0 {
            format!("{connectors}, nothing to mend")
        } else {
            format!("{} in {connectors}", tally(counts))
        };
        paint(&mut out, style, summary_style(counts), &total);
        out.push('\n');
    }
    out
}

fn connector(out: &mut String, checked: &Checked, style: &Style) {
    let what = checked.submission.package.as_deref().map_or("connector", |_| "package");
    heading(out, checked, style);
    let findings = &checked.report.findings;
    for same_file in findings.chunk_by(|a, b| a.spot.role == b.spot.role) {
        file(out, checked, same_file, style);
    }
    let counts = Counts::of(&checked.report);
    if counts.total() > 0 {
        paint(out, style, summary_style(counts), &format!("{} in 1 {what}", tally(counts)));
        if what == "package" {
            let verdict = match counts.get(Level::Error) {
                0 => "It passes what Microsoft's script checks.",
                _ => "It does not pass.",
            };
            let _ = write!(out, "\n{verdict}");
        }
    } else {
        let clean = match what {
            "package" => "It passes what Microsoft's script checks, and what it does not look at.",
            _ => "Nothing to mend here.",
        };
        paint(out, style, summary_style(counts), clean);
    }
    out.push('\n');
    standing(out, checked, style);
    update::section(out, checked, style);
    if let Some(text) = mendable(checked) {
        let _ = writeln!(out, "{text}");
    }
    if let Some(finding) = findings.first() {
        let _ =
            writeln!(out, "`conncert explain {}` tells why, and how to mend it.", finding.rule.id);
    }
    out.push('\n');
}

/// Which connector, and as whose it is judged.
fn heading(out: &mut String, checked: &Checked, style: &Style) {
    let connector = checked.submission.connector.as_deref();
    if let Some(package) = checked.submission.package.as_deref() {
        let title = visible(&package.name).replace('\n', " ");
        paint(out, style, Ansi::new().effects(Effects::BOLD), &title);
        let _ = writeln!(out, " ({})", printable(&checked.path));
        return package::contents(out, checked, package, style);
    }
    let title = connector.and_then(Connector::shown_title);
    let title = match (&title, connector) {
        (Some(title), _) => title.as_str(),
        (None, Some(connector)) if connector.definition().is_none() => {
            "A connector without a readable definition"
        }
        (None, Some(_)) => "A connector without a title",
        (None, None) => "Answers without a connector",
    };
    paint(out, style, Ansi::new().effects(Effects::BOLD), &visible(title).replace('\n', " "));
    match checked.path.as_str() {
        "" => out.push('\n'),
        path => {
            let _ = writeln!(out, " ({})", printable(path));
        }
    }
    let publisher = checked.report.settings.publisher;
    let text = format!(
        "Judged as the connector of {} publisher: {}.",
        match publisher {
            Publisher::Verified => "a verified",
            Publisher::Independent => "an independent",
        },
        decided(checked, style)
    );
    let _ = writeln!(out, "{}\n", wrap(&text, style.width, ""));
}

/// How the publisher type was decided.
fn decided(checked: &Checked, style: &Style) -> String {
    let publisher = checked.report.settings.publisher;
    if style.publisher_told {
        return "as you asked".to_owned();
    }
    let submission = &checked.submission;
    let answered =
        submission.answers.as_ref().and_then(|answers| answers.confirmed("publisher.type"));
    if answered.and_then(Publisher::parse) == Some(publisher) {
        return "the answers say so".to_owned();
    }
    if submission.connector.as_deref().and_then(|found| found.parent()) == Some(publisher.folder())
    {
        return format!("it stands in the folder {}", publisher.folder());
    }
    match publisher {
        Publisher::Independent => format!("its brand colour is {INDEPENDENT_COLOUR}"),
        Publisher::Verified => "nothing tells of an independent one".to_owned(),
    }
}

/// The findings of one file, or those of the answers.
fn file(out: &mut String, checked: &Checked, findings: &[Finding], style: &Style) {
    let connector = checked.submission.connector.as_deref();
    let role = findings.first().and_then(|finding| finding.spot.role);
    let text = role.and_then(|role| connector?.shown(role));
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut rest: Vec<(&Finding, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let count = seen.entry(finding.rule.id).or_default();
        *count += 1;
        let is_short = matches!(finding.place, Place::Section(..));
        if finding.level == Level::Error || *count <= SHOWN || is_short {
            out.push_str(&frame(checked, finding, text.as_deref()).render(style));
            out.push('\n');
        } else if let Some((_, more)) =
            rest.iter_mut().find(|(first, _)| first.rule == finding.rule)
        {
            more.push(finding);
        } else {
            rest.push((finding, vec![finding]));
        }
    }
    for (first, more) in rest {
        let listed = more.iter().take(LISTED);
        let mut places: Vec<String> = listed.map(|finding| short_place(&finding.spot)).collect();
        if more.len() > LISTED {
            places.push(format!("and {} that --format json lists", more.len() - LISTED));
        }
        let text = format!(
            "… {}[{}] at {}: {}",
            first.level.word(),
            first.rule.id,
            plural(more.len(), "more place", "more places"),
            places.join(", ")
        );
        let _ = writeln!(out, "{}\n", wrap(&visible(&text), style.width, "  "));
    }
}

/// One finding by itself.
pub(super) fn single(checked: &Checked, finding: &Finding, style: &Style) -> String {
    let connector = checked.submission.connector.as_deref();
    let text = finding.spot.role.and_then(|role| connector?.shown(role));
    frame(checked, finding, text.as_deref()).render(style)
}

fn frame<'a>(checked: &'a Checked, finding: &'a Finding, text: Option<&str>) -> Frame<'a> {
    let spot = &finding.spot;
    // A file as a whole, or a heading that is not there, is no stretch of text to show.
    let whole = matches!(
        finding.place,
        Place::Answer(_) | Place::File(_) | Place::Section(..) | Place::Packed(_)
    );
    let excerpt = match (text, spot.span) {
        (Some(text), Some(span)) if !whole => Excerpt::of(text, span),
        _ => None,
    };
    Frame {
        level: finding.level,
        rule: finding.rule.id,
        message: &finding.message,
        origin: origin(checked, spot),
        label: if excerpt.is_some() { &spot.pointer } else { "" },
        range: spot.range.filter(|_| !whole),
        excerpt,
        notes: policy(finding)
            .into_iter()
            .chain(finding.related.iter().map(|spot| note(checked, spot)))
            .collect(),
    }
}

/// Where, so that a click on it opens the file.
fn origin(checked: &Checked, spot: &Spot) -> String {
    if let Some(key) = spot.answer {
        return format!("answer {key}");
    }
    let name = spot.file.as_deref().unwrap_or_default();
    let path = printable(&checked.path);
    let path = path.trim_end_matches(['/', std::path::MAIN_SEPARATOR]);
    let mut origin = match path {
        "." | "" => name.to_owned(),
        // The package itself.
        _ if name.is_empty() => path.to_owned(),
        // A settings file may stand elsewhere.
        _ if std::path::Path::new(name).is_absolute() => name.to_owned(),
        _ => format!("{path}{}{name}", std::path::MAIN_SEPARATOR),
    };
    if spot.range.is_none() && !spot.pointer.is_empty() {
        let _ = write!(origin, " {}", spot.pointer);
    }
    origin
}

fn note(checked: &Checked, spot: &Spot) -> String {
    let mut text = format!("it is also about {}", origin(checked, spot));
    if let Some(range) = spot.range {
        let _ = write!(text, ":{}:{}", range.line, range.column);
        if !spot.pointer.is_empty() {
            let _ = write!(text, " ({})", spot.pointer);
        }
    }
    text
}

fn short_place(spot: &Spot) -> String {
    match (spot.range, spot.answer) {
        (Some(range), _) => format!("{}:{}", range.line, range.column),
        (None, Some(key)) => key.to_owned(),
        (None, None) => spot.pointer.clone(),
    }
}

/// How many rules were asked, and which could not be.
fn standing(out: &mut String, checked: &Checked, style: &Style) {
    let outcomes = &checked.report.outcomes;
    let count = |wanted: Outcome| outcomes.iter().filter(|(_, is)| *is == wanted).count();
    let (passed, failed) = (count(Outcome::Passed), count(Outcome::Failed));
    let off = count(Outcome::Off);
    let mut text =
        format!("{} asked, {passed} passed.", plural(passed + failed, "rule was", "rules were"));
    for (role, count) in blocked(&checked.report) {
        let connector = checked.submission.connector.as_deref();
        let name = connector.map_or(role.canonical(), |connector| connector.name(role));
        let _ = write!(
            text,
            " {} could not be asked, because {} {}.",
            plural(count, "rule", "rules"),
            visible(name),
            why_blocked(connector, role)
        );
    }
    if off > 0 {
        let _ = write!(text, " {} switched off.", plural(off, "rule is", "rules are"));
    }
    let _ = writeln!(out, "{}", wrap(&text, style.width, ""));
    if !checked.report.excepted.is_empty() {
        let _ = writeln!(out, "{}", wrap(&set_aside(checked), style.width, ""));
    }
}

/// How many findings the settings set aside, and by what.
fn set_aside(checked: &Checked) -> String {
    let excepted = &checked.report.excepted;
    let ways = [
        ("exception", "by an exception"),
        ("baseline", "in the baseline"),
        ("off", "of rules that are switched off"),
    ];
    let count = |word: &str| excepted.iter().filter(|excepted| excepted.why.word() == word).count();
    let parts: Vec<String> = ways
        .into_iter()
        .filter(|(word, _)| count(word) > 0)
        .map(|(word, how)| format!("{} {how}", count(word)))
        .collect();
    let name =
        checked.submission.connector.as_deref().map_or("", |found| found.name(Role::Settings));
    format!(
        "{} set aside by {}, though Microsoft will see {}: {}.",
        plural(excepted.len(), "finding is", "findings are"),
        visible(name),
        if excepted.len() == 1 { "it" } else { "them" },
        parts.join(", ")
    )
}

fn summary_style(counts: Counts) -> Ansi {
    let colour = if counts.get(Level::Error) > 0 {
        AnsiColor::Red
    } else if counts.get(Level::Warning) > 0 {
        AnsiColor::Yellow
    } else {
        AnsiColor::Green
    };
    colour.on_default().effects(Effects::BOLD)
}

fn paint(out: &mut String, style: &Style, ansi: Ansi, text: &str) {
    // Writing to a String cannot fail.
    let _ = if style.colour { write!(out, "{ansi}{text}{ansi:#}") } else { write!(out, "{text}") };
}

#[cfg(test)]
mod tests;
