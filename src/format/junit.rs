//! The format `junit`: XML as build servers show it. A connector is a suite, a rule is a
//! case; a case fails when the check fails because of it.

use std::fmt::Write as _;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::path::told;
use super::{Format, Style, summary, visible, why_blocked};
use crate::rule::{Checked, Finding, Outcome, Rule};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "junit", summary: "JUnit XML for build servers", render };

type Xml = Writer<Vec<u8>>;

fn render(checked: &[Checked], style: &Style) -> String {
    let suites: Vec<Suite<'_>> = checked.iter().map(|checked| suite(checked, style)).collect();
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to a vector cannot fail.
    let _ = write(&mut xml, &suites);
    let mut text = String::from_utf8(xml.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

/// A connector's cases.
struct Suite<'a> {
    name: String,
    cases: Vec<Case<'a>>,
}

struct Case<'a> {
    rule: &'static Rule,
    verdict: Verdict<'a>,
}

enum Verdict<'a> {
    /// With what is below the level at which the check fails.
    Passed(Vec<Told<'a>>),
    Failed(Vec<Told<'a>>),
    Skipped(String),
}

/// A finding with its place in words.
struct Told<'a> {
    finding: &'a Finding,
    place: String,
}

fn suite<'a>(checked: &'a Checked, style: &Style) -> Suite<'a> {
    let case = |(rule, outcome): &(&'static Rule, Outcome)| {
        let mine: Vec<Told<'_>> = checked
            .report
            .findings
            .iter()
            .filter(|finding| finding.rule == *rule)
            .map(|finding| Told { finding, place: place(checked, finding, style) })
            .collect();
        let fails = |told: &Told<'_>| style.fails_at.is_some_and(|most| told.finding.level <= most);
        let verdict = match outcome {
            Outcome::Passed | Outcome::Failed if mine.iter().any(fails) => Verdict::Failed(mine),
            Outcome::Passed | Outcome::Failed => Verdict::Passed(mine),
            Outcome::Blocked(role) => {
                let connector = checked.submission.connector.as_deref();
                let name = connector.map_or(role.canonical(), |connector| connector.name(*role));
                Verdict::Skipped(format!("{name} {}", why_blocked(connector, *role)))
            }
            Outcome::NotApplicable => Verdict::Skipped(excluded(checked, rule)),
            Outcome::Off => Verdict::Skipped("switched off by the settings".to_owned()),
        };
        Case { rule, verdict }
    };
    let name = match told(checked, None, style).shown() {
        path if path.is_empty() => ".".to_owned(),
        path => path,
    };
    Suite { name, cases: checked.report.outcomes.iter().map(case).collect() }
}

/// Why a rule does not apply.
fn excluded(checked: &Checked, rule: &Rule) -> String {
    let settings = &checked.report.settings;
    if !rule.publishers.include(settings.publisher) {
        return format!("not for {} publishers", settings.publisher.word());
    }
    match rule.since.filter(|since| *since > settings.as_of) {
        Some(since) => format!("in force since {since} only"),
        None => "there is nothing it looks at".to_owned(),
    }
}

fn place(checked: &Checked, finding: &Finding, style: &Style) -> String {
    let spot = &finding.spot;
    if let Some(answer) = spot.answer {
        return format!("answer {answer}");
    }
    let mut text = told(checked, spot.file.as_deref(), style).shown();
    // Writing to a String cannot fail.
    if let Some(range) = spot.range {
        let _ = write!(text, ":{}:{}", range.line, range.column);
    }
    if !spot.pointer.is_empty() {
        let _ = write!(text, " ({})", spot.pointer);
    }
    text
}

fn write(xml: &mut Xml, suites: &[Suite<'_>]) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all = || suites.iter().flat_map(|suite| &suite.cases);
    xml.create_element("testsuites")
        .with_attribute(("name", env!("CARGO_PKG_NAME")))
        .with_attributes(numbers(all()).iter().map(|(name, count)| (*name, count.as_str())))
        .write_inner_content(|xml| {
            for suite in suites {
                xml.create_element("testsuite")
                    .with_attribute(("name", legal(&suite.name).as_str()))
                    .with_attributes(
                        numbers(suite.cases.iter())
                            .iter()
                            .map(|(name, count)| (*name, count.as_str())),
                    )
                    .write_inner_content(|xml| {
                        suite.cases.iter().try_for_each(|case| write_case(xml, suite, case))
                    })?;
            }
            Ok(())
        })?;
    Ok(())
}

fn numbers<'a>(cases: impl Iterator<Item = &'a Case<'a>>) -> [(&'static str, String); 4] {
    let (mut tests, mut failures, mut skipped) = (0, 0, 0);
    for case in cases {
        tests += 1;
        match case.verdict {
            Verdict::Passed(_) => {}
            Verdict::Failed(_) => failures += 1,
            Verdict::Skipped(_) => skipped += 1,
        }
    }
    [("tests", tests), ("failures", failures), ("errors", 0), ("skipped", skipped)]
        .map(|(name, count)| (name, count.to_string()))
}

fn write_case(xml: &mut Xml, suite: &Suite<'_>, case: &Case<'_>) -> io::Result<()> {
    let class = legal(&suite.name);
    let element = xml
        .create_element("testcase")
        .with_attribute(("classname", class.as_str()))
        .with_attribute(("name", case.rule.id));
    match &case.verdict {
        Verdict::Passed(told) if told.is_empty() => element.write_empty()?,
        Verdict::Passed(told) => element.write_inner_content(|xml| {
            xml.create_element("system-out").write_text_content(BytesText::new(&lines(told)))?;
            Ok(())
        })?,
        Verdict::Failed(told) => element.write_inner_content(|xml| {
            let level = told.iter().map(|told| told.finding.level).min();
            xml.create_element("failure")
                .with_attribute(("type", level.map_or("", crate::rule::Level::word)))
                .with_attribute(("message", summary(case.rule)))
                .write_text_content(BytesText::new(&lines(told)))?;
            Ok(())
        })?,
        Verdict::Skipped(reason) => element.write_inner_content(|xml| {
            xml.create_element("skipped")
                .with_attribute(("message", legal(reason).as_str()))
                .write_empty()?;
            Ok(())
        })?,
    };
    Ok(())
}

fn lines(told: &[Told<'_>]) -> String {
    let line = |told: &Told<'_>| {
        format!("{}: {}: {}", told.place, told.finding.level.word(), told.finding.message)
    };
    legal(&told.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Text without the characters that XML does not allow.
fn legal(text: &str) -> String {
    visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::legal;

    #[test]
    fn only_what_xml_allows_is_left() {
        let text = legal("a\0\u{1b}\r\n\t\u{7f}\u{fffe}\u{ffff}ä😀");
        assert_eq!(text, "a\u{2400}\u{241b}\u{240d}\n\t\u{2421}\u{fffd}\u{fffd}ä😀");
    }
}
