//! The format `html`: many connectors on one page, for a browser. A table of connectors, worst first,
//! and one of rules; below them each connector with what was found in it. Nothing is loaded and
//! nothing runs; a thousand connectors open without delay, since each is closed until one looks.

use std::fmt::Write as _;

use super::path::told;
use super::portfolio::{Portfolio, Row, grouped};
use super::{Format, Style, plural, policy, tally, visible};
use crate::rule::{Checked, Finding, Level, Place};
use crate::source::html::{Message, Prose, Text, page};
use crate::tasks::update::{unread, update};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "html", summary: "a page for the browser, over one connector or many", render };

/// So many places that say the same, and so many things that a rule says, are listed of a connector.
const PLACES: usize = 8;

fn render(checked: &[Checked], style: &Style) -> String {
    let portfolio = Portfolio::new(checked);
    let mut out = String::new();
    // Writing to a String cannot fail, here and below.
    let heading = match portfolio.connectors.as_slice() {
        [only] => only.name.clone(),
        all => format!("{} checked", plural(all.len(), portfolio.one, portfolio.many)),
    };
    let _ = writeln!(
        out,
        "<a class=\"skip\" href=\"#details\">Skip to what was found</a>\n<header><div>\n<h1>{}</h1>\n\
         <p class=\"soft\">Checked by conncert {}.</p>\n</div></header>\n<main>",
        Text(&heading),
        env!("CARGO_PKG_VERSION")
    );
    totals(&mut out, &portfolio, style);
    // One alone has no order and shares its rules with nobody.
    if checked.len() > 1 {
        connectors(&mut out, &portfolio, style);
        rules(&mut out, &portfolio);
    }
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
        let verb = if failing == 1 { "fails" } else { "fail" };
        ("error", format!("✗ {failing} of {} {verb} the check.", portfolio.connectors.len()))
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
        let class = if count == 0 { "" } else { class };
        let _ = writeln!(out, "<div><dt>{what}</dt><dd class=\"{class}\">{count}</dd></div>");
    }
    out.push_str("</dl>\n");
    if portfolio.connectors.len() > 1 && !portfolio.rules.is_empty() {
        out.push_str(
            "<p>Further down: <a href=\"#rules\">rules</a>, <a href=\"#details\">what was \
             found</a>.</p>\n",
        );
    }
    out.push_str("</section>\n");
}

fn connectors(out: &mut String, portfolio: &Portfolio<'_>, style: &Style) {
    let what = portfolio.many;
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"connectors\">\n<h2 id=\"connectors\">{}, worst first</h2>\n<div \
         class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{what}, \
         table\">\n<table class=\"connectors\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" \
         class=\"wide\">publisher</th><th scope=\"col\" class=\"number\">errors</th><th scope=\"col\" class=\"number\">warnings</th><th \
         scope=\"col\" class=\"number\">advice</th><th scope=\"col\" class=\"wide\">gravest \
         rules</th></tr></thead>\n<tbody>",
        capital(what),
        portfolio.one
    );
    for one in &portfolio.connectors {
        let [errors, warnings, advice] = Level::ALL.map(|level| one.counts.get(level));
        let gravest: Vec<String> = one
            .gravest
            .iter()
            .map(|(level, rule, count)| {
                let level = level.word();
                format!("<a href=\"#r-{level}-{rule}\"><code>{rule}</code></a> {count}")
            })
            .collect();
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#c{}\">{}</a> <span \
             class=\"soft\">{}</span></th><td class=\"wide\">{}</td><td \
             class=\"number\">{errors}</td><td class=\"number\">{warnings}</td><td \
             class=\"number\">{advice}</td><td class=\"wide\">{}</td></tr>",
            one.number,
            Text(&one.name),
            Text(&told(one.checked, None, style).shown()),
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
         scope=\"col\" class=\"wide\">what is wrong</th></tr></thead>\n<tbody>",
        portfolio.many
    );
    for row in &portfolio.rules {
        let (level, rule) = (row.level.word(), row.rule.id);
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\" id=\"r-{level}-{rule}\"><code>{rule}</code></th><td><strong class=\"level \
             {level}\">{level}</strong></td><td class=\"number\">{}</td><td \
             class=\"number\">{}</td><td class=\"wide\">{}</td></tr>",
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
        // Within it, a link to it opens it.
        "<details{class}{open}>\n<summary><h3>{}</h3> — {found}</summary>\n<p id=\"c{number}\" \
         class=\"soft\">{}</p>",
        Text(name),
        Text(&told(checked, None, style).shown()),
        class = if counts.get(Level::Error) > 0 { " class=\"failing\"" } else { "" },
        open = if is_only { " open" } else { "" },
    );
    update_of(out, checked);
    let groups = grouped(&checked.report.findings);
    if !groups.is_empty() {
        out.push_str("<ul>\n");
    }
    for group in &groups {
        let (level, rule) = (group.level.word(), group.rule.id);
        let policy = group.first().and_then(policy);
        let policy = policy.map(|policy| format!(" ({policy})")).unwrap_or_default();
        let _ = write!(
            out,
            "<li><strong class=\"level {level}\">{level}</strong> <code>{rule}</code>{policy}"
        );
        if let [(message, findings)] = group.said.as_slice() {
            let _ = writeln!(out, ": {}{}</li>", Message(message), places(findings));
            continue;
        }
        let _ = writeln!(out, ", {}\n<ul>", plural(group.count(), "place", "places"));
        for (message, findings) in group.said.iter().take(PLACES) {
            let _ = writeln!(out, "<li>{}{}</li>", Message(message), places(findings));
        }
        let more: usize = group.said.iter().skip(PLACES).map(|(_, same)| same.len()).sum();
        if more > 0 {
            let _ = writeln!(out, "<li>and {more} more</li>");
        }
        out.push_str("</ul>\n</li>\n");
    }
    if !groups.is_empty() {
        out.push_str("</ul>\n");
    }
    out.push_str("</details>\n");
}

/// What an update changes, where a published version is known.
fn update_of(out: &mut String, checked: &Checked) {
    if let Some(reason) = unread(&checked.submission) {
        let _ = writeln!(
            out,
            "<p><strong>Nothing of the definition was compared:</strong> {}.</p>",
            Text(&reason)
        );
    }
    let Some(update) = update(&checked.submission, &checked.report) else { return };
    let _ = writeln!(out, "<p>Against the published version: {}</p>", Prose(&update.says));
    if update.changes.is_empty() {
        return;
    }
    out.push_str("<ul>\n");
    for change in &update.changes {
        let minor = if change.minor { " (minor)" } else { "" };
        let _ = writeln!(out, "<li>{} {}{minor}</li>", change.verb, Text(&change.what));
    }
    for sentence in &update.resubmit {
        let _ = writeln!(out, "<li>To hand in: {}</li>", Prose(sentence));
    }
    out.push_str("</ul>\n");
}

/// Where findings are that say the same.
fn places(findings: &[&Finding]) -> String {
    let shown: Vec<String> = findings.iter().take(PLACES).map(|found| place(found)).collect();
    let more = match findings.len().saturating_sub(PLACES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(" <span class=\"soft\">{}{more}</span>", shown.join(", "))
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
