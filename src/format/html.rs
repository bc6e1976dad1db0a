//! The format `html`: many connectors on one page, for a browser. A table of connectors, worst first,
//! and one of rules; below them each connector with what was found in it. Nothing is loaded and
//! nothing runs; a thousand connectors open without delay, since each is closed until one looks.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::path::told;
use super::portfolio::{Portfolio, Row};
use super::{Format, Style, plural, policy, tally, visible};
use crate::rule::{Checked, Finding, Level, Place};
use crate::source::html::{Message, Text, page};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "html", summary: "a page for the browser, over one connector or many", render };

/// So many places of one rule are listed for a connector.
const PLACES: usize = 8;

fn render(checked: &[Checked], style: &Style) -> String {
    let portfolio = Portfolio::new(checked);
    let mut out = String::new();
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(
        out,
        "<a class=\"skip\" href=\"#connectors\">Skip to the connectors</a>\n<header><div>\n<h1>{} \
         checked</h1>\n<p class=\"soft\">By conncert {}.</p>\n</div></header>\n<main>",
        plural(checked.len(), portfolio.one, portfolio.many),
        env!("CARGO_PKG_VERSION")
    );
    totals(&mut out, &portfolio, style);
    connectors(&mut out, &portfolio, style);
    rules(&mut out, &portfolio);
    out.push_str("<section aria-labelledby=\"details\">\n<h2 id=\"details\">What was found</h2>\n");
    for one in &portfolio.connectors {
        connector(&mut out, one, checked.len() == 1, style);
    }
    out.push_str("</section>\n</main>\n");
    page(&format!("conncert: {}", plural(checked.len(), portfolio.one, portfolio.many)), &out)
}

fn totals(out: &mut String, portfolio: &Portfolio<'_>, style: &Style) {
    let clean = portfolio.connectors.iter().filter(|one| one.counts.get(Level::Error) == 0).count();
    let failing = portfolio
        .connectors
        .iter()
        .filter(|one| style.fails_at.is_some_and(|level| one.checked.report.reaches(level)))
        .count();
    let (class, verdict) = if failing > 0 {
        ("error", format!("✗ {failing} of {} fail the check.", portfolio.connectors.len()))
    } else {
        ("done", "✓ The check passes.".to_owned())
    };
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"totals\">\n<h2 id=\"totals\">Totals</h2>\n<div class=\"verdict \
         {class}\"><p><strong>{verdict}</strong></p></div>\n<dl class=\"numbers\">"
    );
    for (what, class, count) in [
        ("without errors", "", clean),
        ("errors", "n-error", portfolio.counts.get(Level::Error)),
        ("warnings", "n-warning", portfolio.counts.get(Level::Warning)),
        ("advice", "n-advice", portfolio.counts.get(Level::Advice)),
    ] {
        let _ = writeln!(out, "<div><dt>{what}</dt><dd class=\"{class}\">{count}</dd></div>");
    }
    out.push_str("</dl>\n</section>\n");
}

fn connectors(out: &mut String, portfolio: &Portfolio<'_>, style: &Style) {
    let what = portfolio.many;
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"connectors\">\n<h2 id=\"connectors\">{}, worst first</h2>\n<div \
         class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{what}, \
         table\">\n<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">publisher</th><th \
         scope=\"col\" class=\"number\">errors</th><th scope=\"col\" class=\"number\">warnings</th><th \
         scope=\"col\" class=\"number\">advice</th><th scope=\"col\">gravest \
         rules</th></tr></thead>\n<tbody>",
        capital(what),
        portfolio.one
    );
    for one in &portfolio.connectors {
        let [errors, warnings, advice] = Level::ALL.map(|level| one.counts.get(level));
        let gravest: Vec<String> = one
            .gravest
            .iter()
            .map(|(rule, count)| format!("<code>{rule}</code> {count}"))
            .collect();
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#c{}\">{}</a> <span \
             class=\"soft\">{}</span></th><td>{}</td><td class=\"number\">{errors}</td><td \
             class=\"number\">{warnings}</td><td class=\"number\">{advice}</td><td>{}</td></tr>",
            one.number,
            Text(&one.name),
            Text(&told(one.checked, None, style).path),
            one.checked.report.settings.publisher.word(),
            gravest.join(", ")
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}

fn rules(out: &mut String, portfolio: &Portfolio<'_>) {
    if portfolio.rules.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n<div class=\"scroll\" \
         tabindex=\"0\" role=\"region\" aria-label=\"rules, table\">\n<table>\n<thead><tr><th \
         scope=\"col\">rule</th><th scope=\"col\">level</th><th scope=\"col\" \
         class=\"number\">{}</th><th scope=\"col\" class=\"number\">findings</th><th \
         scope=\"col\">what it asks</th></tr></thead>\n<tbody>",
        portfolio.many
    );
    for row in &portfolio.rules {
        let level = row.level.word();
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\"><code>{}</code></th><td><strong class=\"level \
             {level}\">{level}</strong></td><td class=\"number\">{}</td><td \
             class=\"number\">{}</td><td>{}</td></tr>",
            row.rule.id,
            row.connectors,
            row.findings,
            Message(super::summary(row.rule))
        );
    }
    out.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}

fn connector(out: &mut String, one: &Row<'_>, is_only: bool, style: &Style) {
    let Row { checked, number, counts, name, .. } = one;
    let found = if counts.total() == 0 { "nothing to mend".to_owned() } else { tally(*counts) };
    let _ = writeln!(
        out,
        "<details id=\"c{number}\"{open}>\n<summary><h3>{}</h3> — {found}</summary>\n<p \
         class=\"soft\">{}</p>",
        Text(name),
        Text(&told(checked, None, style).path),
        open = if is_only { " open" } else { "" },
    );
    let mut rules: BTreeMap<(Level, &str, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in &checked.report.findings {
        // Each fault of a package is of its own.
        let is_packed = matches!(finding.place, Place::Packed(_));
        let own = if is_packed { finding.message.as_str() } else { "" };
        rules.entry((finding.level, finding.rule.id, own)).or_default().push(finding);
    }
    if !rules.is_empty() {
        out.push_str("<ul>\n");
    }
    for ((level, rule, _), findings) in rules {
        let word = level.word();
        let Some(first) = findings.first() else { continue };
        let _ = write!(
            out,
            "<li><strong class=\"level {word}\">{word}</strong> <code>{rule}</code>: {}{} <span \
             class=\"soft\">",
            Message(&first.message),
            policy(first).map(|policy| format!(" ({policy})")).unwrap_or_default()
        );
        let places: Vec<String> = findings.iter().take(PLACES).map(|found| place(found)).collect();
        out.push_str(&places.join(", "));
        if findings.len() > PLACES {
            let _ = write!(out, " and {} more", findings.len() - PLACES);
        }
        out.push_str("</span></li>\n");
    }
    if !checked.report.findings.is_empty() {
        out.push_str("</ul>\n");
    }
    out.push_str("</details>\n");
}

/// Where a finding is, in a few characters.
fn place(finding: &Finding) -> String {
    let spot = &finding.spot;
    let file = spot.file.as_deref().unwrap_or_default();
    let text = match (spot.range, spot.answer, &finding.place) {
        (_, Some(key), _) => format!("answer {key}"),
        (_, _, Place::Packed(path)) if path.is_empty() => "the package".to_owned(),
        (Some(range), ..) => format!("{file}:{}:{}", range.line, range.column),
        (None, ..) => file.to_owned(),
    };
    Text(&visible(&text)).to_string()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
