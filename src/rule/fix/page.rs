//! Read-me and intro where there is none, or where a section is missing: what the files tell is
//! written, and what only the publisher knows is left as a stand-in, a line of its own that begins
//! with [`STAND_IN`].

mod sections;
mod stale;

use super::Mend;
use crate::answers::Publisher;
use crate::connector::definition::Definition;
use crate::connector::files::{Body, Role};
use crate::connector::readme::{Heading, Readme};
use crate::rule::Context;
use crate::source::edit::{Edit, apply};
use crate::source::json::Node;
use crate::source::markdown::running;
use crate::source::text::Span;
use sections::{INTRO, README, Section};

pub use stale::{Stale, operations_mended};

/// How a line begins that waits for a person; it ends with a star, too.
pub const STAND_IN: &str = "*Say here ";

/// A whole read-me as a proposal; none without a title.
pub fn readme(cx: &Context<'_>) -> Option<String> {
    let title = member(cx, "title")?;
    let description = member(cx, "description").map(|text| format!("\n{text}\n"));
    let mut text = format!("# {title}\n{}", description.unwrap_or_default());
    for section in &README {
        if cx.publisher() == Publisher::Verified || section.title != "Deployment Instructions" {
            text.push('\n');
            text.push_str(&section.text(cx));
        }
    }
    Some(text)
}

/// A whole intro as a proposal. It lists no operations: the public page does so by itself.
pub fn intro(cx: &Context<'_>) -> String {
    let mut text = "*Say here in two to eight sentences what the connector is for and what people \
                    gain by it, in other words than its description.*\n"
        .to_owned();
    for section in &INTRO {
        if section.phrase != "credentials" || !is_open(cx) {
            text.push('\n');
            text.push_str(&section.text(cx));
        }
    }
    text
}

/// The heading of a section of the intro, as Microsoft's template has it.
pub fn intro_heading(phrase: &str) -> &str {
    sections::INTRO.iter().find(|section| section.phrase == phrase).map_or(phrase, |it| it.title)
}

/// Whether the files say that nobody signs in.
fn is_open(cx: &Context<'_>) -> bool {
    sections::ways(cx) == ["anonymous"]
}

fn member(cx: &Context<'_>, name: &str) -> Option<String> {
    let info = cx.definition().and_then(Definition::info)?;
    written(info, name)
}

/// A text of the definition on one line, ready to stand in a page.
pub(super) fn written(node: Node<'_>, name: &str) -> Option<String> {
    node.text(name).map(|text| running(&text)).filter(|text| !text.is_empty())
}

/// Whether a heading is the one of a section.
pub fn says(heading: &Heading, phrase: &str) -> bool {
    heading.says(phrase) || phrase == "faq" && heading.says("frequently asked")
}

/// All missing sections at once, each before the next one of the template that is there, so that
/// they stand in order. Every finding of the page has the same mends.
pub fn with_sections(cx: &Context<'_>, role: Role, wanted: &[&str]) -> Option<Vec<Mend>> {
    let Body::Text(text) = cx.connector()?.facts(role).body? else { return None };
    let known: &[Section] = if role == Role::Intro { &INTRO } else { &README };
    let readme = Readme::new(text);
    let mut inserts: Vec<(usize, String)> = Vec::new();
    let mut before = text.len();
    for phrase in wanted.iter().rev() {
        let there = readme.headings.iter().find(|found| says(found, phrase));
        if let Some(heading) = there {
            before = heading.span.start.min(before);
            continue;
        }
        let section = known.iter().find(|section| section.phrase == *phrase)?.text(cx);
        match inserts.last_mut().filter(|(at, _)| *at == before) {
            Some((_, later)) => later.insert_str(0, &format!("{section}\n")),
            None => inserts.push((before, section)),
        }
    }
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let edits: Vec<Edit> = inserts
        .into_iter()
        .map(|(at, sections)| {
            let is_first = text[..at].trim().is_empty();
            let is_open = !is_first && !text[..at].ends_with(['\n', '\r']);
            let (gap, end) = match (at == text.len(), is_open) {
                (true, _) if is_first => ("", ""),
                (true, true) => ("\n\n", ""),
                (true, false) => ("\n", ""),
                (false, _) => ("", "\n"),
            };
            let text = format!("{gap}{sections}{end}").replace('\n', newline);
            Edit { span: Span::at(at), text }
        })
        .collect();
    // In a fence that is never closed nothing is a heading.
    let after = Readme::new(&apply(text, &edits).ok()?);
    if !wanted.iter().all(|phrase| after.headings.iter().any(|found| says(found, phrase))) {
        return None;
    }
    Some(edits.into_iter().map(|edit| Mend::Replace(role, edit.span, edit.text)).collect())
}
