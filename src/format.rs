//! `FORMATS`: how reports leave the house. A format turns verdicts into one text; it prints nothing,
//! reads nothing and judges nothing.

mod frame;
mod github;
mod human;
mod json;
mod junit;
mod markdown;
mod path;
mod sarif;

use std::path::PathBuf;

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Checked, Finding, Level, Outcome, Place, Report, Safety};
pub use crate::source::text::visible;

/// How a text is dressed, and what is around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// Whether colours may be used, as ANSI sequences.
    pub colour: bool,
    /// Columns to stay within; `usize::MAX` where lines need not be broken.
    pub width: usize,
    /// Whether the publisher type was told by whoever asked, and not found out.
    pub publisher_told: bool,
    /// The folder from which programs see the files; paths below it are told relative to it.
    pub here: Option<PathBuf>,
    /// The mildest level at which the check fails; none where it never does.
    pub fails_at: Option<Level>,
}

impl Style {
    /// For files and pipes: no colour, lines as long as they are.
    pub const fn plain() -> Self {
        Self {
            colour: false,
            width: usize::MAX,
            publisher_told: false,
            here: None,
            fails_at: Some(Level::Error),
        }
    }
}

/// A way to print verdicts.
#[derive(Debug)]
pub struct Format {
    /// As given to `--format`.
    pub name: &'static str,
    /// Whom it is for, in a few words.
    pub summary: &'static str,
    /// Verdicts as text.
    pub render: fn(&[Checked], &Style) -> String,
}

/// Every format; the first is the default.
pub static FORMATS: [Format; 6] =
    [human::FORMAT, json::FORMAT, sarif::FORMAT, junit::FORMAT, github::FORMAT, markdown::FORMAT];

/// A format by its name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// One finding with the line it stands in, as `human` shows it.
pub fn finding(checked: &Checked, finding: &Finding, style: &Style) -> String {
    human::single(checked, finding, style)
}

/// Numbers of findings by level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts([usize; Level::ALL.len()]);

impl Counts {
    pub(crate) fn of(report: &Report) -> Self {
        Self(Level::ALL.map(|level| report.count(level)))
    }

    pub(crate) fn add(self, other: Self) -> Self {
        let [errors, warnings, advice] = self.0;
        let [more_errors, more_warnings, more_advice] = other.0;
        Self([errors + more_errors, warnings + more_warnings, advice + more_advice])
    }

    pub(crate) fn get(self, level: Level) -> usize {
        self.0[level as usize]
    }

    pub(crate) fn total(self) -> usize {
        self.0.iter().sum()
    }
}

/// How many rules could not be asked for want of a file, file by file.
fn blocked(report: &Report) -> Vec<(Role, usize)> {
    let mut blocked: Vec<(Role, usize)> = Vec::new();
    for (_, outcome) in &report.outcomes {
        if let Outcome::Blocked(role) = outcome {
            match blocked.iter_mut().find(|(by, _)| by == role) {
                Some((_, count)) => *count += 1,
                None => blocked.push((*role, 1)),
            }
        }
    }
    blocked.sort_unstable();
    blocked
}

/// Why a file cannot be judged, as words behind its name.
fn why_blocked(connector: Option<&Connector>, role: Role) -> &'static str {
    if connector.is_some_and(|connector| connector.facts(role).found) {
        "cannot be read"
    } else {
        "is missing"
    }
}

/// The policies by which a package is refused for a finding, as the certification report names them.
fn policy(finding: &Finding) -> Option<String> {
    if !matches!(finding.place, Place::Packed(_)) {
        return None;
    }
    let codes: Vec<&str> = finding.rule.codes().collect();
    (!codes.is_empty()).then(|| format!("it falls under Microsoft's policy {}", codes.join(", ")))
}

/// How much of it `conncert fix` can mend.
fn mendable(checked: &Checked) -> Option<String> {
    let cx = checked.context();
    let fixes = checked.report.findings.iter().filter_map(|finding| finding.fix(&cx));
    let (safe, suggested): (Vec<_>, Vec<_>) = fixes.partition(|fix| fix.safety == Safety::Safe);
    let more = "`--suggested`, for you to look over";
    match (safe.len(), suggested.len()) {
        (0, 0) => None,
        (safe, 0) => Some(format!("{safe} can be mended by `conncert fix`.")),
        (0, suggested) => Some(format!(
            "{suggested} can be mended by `conncert fix --suggested`, for you to look over."
        )),
        (safe, suggested) => Some(format!(
            "{safe} can be mended by `conncert fix`, and {suggested} more with {more}."
        )),
    }
}

/// The levels that were found, in words.
fn tally(counts: Counts) -> String {
    let words = [("error", "errors"), ("warning", "warnings"), ("advice", "advice")];
    Level::ALL
        .iter()
        .zip(words)
        .filter(|(level, _)| counts.get(**level) > 0)
        .map(|(level, (one, many))| plural(counts.get(*level), one, many))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A number with its noun.
pub(crate) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Breaks a paragraph at blanks so that no line is wider than `width`; a longer word stays whole.
/// Every line but the first begins with `indent`.
pub fn wrap(text: &str, width: usize, indent: &str) -> String {
    let columns = unicode_width::UnicodeWidthStr::width;
    let mut out = String::with_capacity(text.len() + 16);
    let mut used = 0;
    for word in text.split_whitespace() {
        let wide = columns(word);
        if out.is_empty() {
            used = wide;
        } else if used.saturating_add(1 + wide) > width {
            out.push('\n');
            out.push_str(indent);
            used = columns(indent) + wide;
        } else {
            out.push(' ');
            used += 1 + wide;
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_broken_at_blanks_only() {
        assert_eq!(wrap("one two three", 7, "  "), "one two\n  three");
        assert_eq!(wrap("a\n  b", 80, ""), "a b");
        assert_eq!(wrap("unbreakable x", 3, ""), "unbreakable\nx");
        assert_eq!(wrap("a b", usize::MAX, ""), "a b");
        assert_eq!(wrap("", 10, ""), "");
    }

    #[test]
    fn formats_are_found_by_name() {
        assert_eq!(find("json").map(|format| format.name), Some("json"));
        assert!(find("xml").is_none());
    }
}
