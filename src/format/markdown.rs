//! The format `markdown`: a summary for pull requests and for `$GITHUB_STEP_SUMMARY`. Text from
//! files is only ever text in it.

use std::fmt::Write as _;

use super::path::told;
use super::{Counts, Format, Style, blocked, mendable, plural, policy, tally, why_blocked};
use crate::connector::Connector;
use crate::rule::{Checked, Finding, Level, Outcome, Place, Spot};
use crate::rules::quote;
use crate::source::markdown::{code, escape};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "markdown", summary: "a summary for pull requests", render };

/// So many places are told of one rule.
const PLACES: usize = 10;

fn render(checked: &[Checked], style: &Style) -> String {
    let counts: Vec<Counts> = checked.iter().map(|checked| Counts::of(&checked.report)).collect();
    let all = counts.iter().copied().fold(Counts::default(), Counts::add);
    let mut out = format!("## conncert: {}\n\n", found(all));
    if checked.len() > 1 {
        out.push_str("| connector | errors | warnings | advice |\n|---|---:|---:|---:|\n");
        for (checked, counts) in checked.iter().zip(&counts) {
            let [errors, warnings, advice] = Level::ALL.map(|level| counts.get(level));
            // Writing to a String cannot fail, here and below.
            let _ =
                writeln!(out, "| {} | {errors} | {warnings} | {advice} |", name(checked, style));
        }
        out.push('\n');
    }
    for (checked, counts) in checked.iter().zip(&counts) {
        let _ = writeln!(out, "### {}\n", name(checked, style));
        let publisher = checked.report.settings.publisher.word();
        let _ = writeln!(out, "Judged by the rules for {publisher} publishers.\n");
        table(&mut out, checked, style);
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

/// One line for each rule with findings, gravest first.
fn table(out: &mut String, checked: &Checked, style: &Style) {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for level in Level::ALL {
        for finding in checked.report.findings.iter().filter(|finding| finding.level == level) {
            let same = |group: &&mut Vec<&Finding>| {
                group.first().is_some_and(|first| {
                    // Each fault of a package is of its own.
                    let is_packed = matches!(finding.place, Place::Packed(_));
                    first.rule == finding.rule
                        && first.level == finding.level
                        && (!is_packed || first.message == finding.message)
                })
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push(finding),
                None => groups.push(vec![finding]),
            }
        }
    }
    if groups.is_empty() {
        return;
    }
    out.push_str("| level | rule | where | what to do |\n|---|---|---|---|\n");
    for group in groups {
        let Some(first) = group.first() else { continue };
        let mut places: Vec<String> =
            group.iter().take(PLACES).map(|finding| place(checked, &finding.spot, style)).collect();
        if group.len() > PLACES {
            places.push(format!("and {} more", group.len() - PLACES));
        }
        let same = group.iter().all(|finding| finding.message == first.message);
        let rest = match group.len() - 1 {
            0 => String::new(),
            _ if same => String::new(),
            more => format!(" ({} likewise)", plural(more, "more place", "more places")),
        };
        let policy = policy(first).map(|policy| format!(" ({policy})")).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {}{policy}{rest} |",
            first.level.word(),
            code(first.rule.id),
            places.join("<br>"),
            message(&first.message)
        );
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

/// What separates two texts and shows nothing.
const CUT: &str = "<!-- -->";

/// A message: what stands between backticks is code, the rest nothing but text.
fn message(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('`')
        && let Some((inside, after)) = behind.split_once('`')
    {
        out.push_str(&inert(before));
        if out.ends_with('`') {
            // Two spans of code would become one.
            out.push_str(CUT);
        }
        out.push_str(&if inside.is_empty() { escape("``") } else { code(inside) });
        rest = after;
    }
    out + &inert(rest)
}

/// Text that is nothing but text: no markup, and neither an address, nor a person, nor an issue
/// that the page would link or notify.
fn inert(text: &str) -> String {
    escape(text)
        .replace('@', &format!("@{CUT}"))
        .replace("://", &format!(":{CUT}//"))
        .replace("www.", &format!("www{CUT}."))
        .replace("\\#", &format!("\\#{CUT}"))
}

#[cfg(test)]
mod tests {
    use super::{inert, message};

    #[test]
    fn text_links_nothing_and_notifies_nobody() {
        assert_eq!(inert("a|b <i> [x](y)"), r"a\|b \<i\> \[x\](y)");
        assert_eq!(inert("@x #1"), r"@<!-- -->x \#<!-- -->1");
        assert_eq!(inert("https://x www.x"), "https:<!-- -->//x www<!-- -->.x");
        assert_eq!(inert("a\nb"), r"a\\nb");
        assert_eq!(message("a `|x` b `c"), r"a `\|x` b \`c");
        assert_eq!(message("`` `a` @x"), r"\`\` `a` @<!-- -->x");
        assert_eq!(message("`a``b`"), "`a`<!-- -->`b`");
    }
}
