//! The section about operations of a read-me that somebody wrote, brought up to date with as few
//! bytes changed as can be.

use super::sections::listed;
use super::written;
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::{Body, Role};
use crate::connector::readme::{Heading, Readme};
use crate::rule::{Context, Mend};
use crate::source::hash::{HashMap, HashSet};
use crate::source::json::Node;
use crate::source::markdown::unescaped;
use crate::source::text::Span;

/// What of the section is not as the definition is.
#[derive(Debug, Default)]
pub struct Stale {
    /// Summaries of operations that the read-me does not name.
    pub missing: Vec<String>,
    /// Headings that say only what the published version said of an operation, which now has
    /// another name or is gone.
    pub old: Vec<String>,
    /// Headings of operations that are gone under which somebody wrote more, and where they are.
    /// No mend touches these.
    pub kept: Vec<(String, Span)>,
    /// What brings the section up to date, in order.
    edits: Vec<(Span, String)>,
}

impl Stale {
    /// Compares; none where the read-me has no such section, or nothing can be told.
    pub fn of(cx: &Context<'_>, text: &str, readme: &Readme) -> Option<Self> {
        let section = Section::find(text, readme)?;
        let definition = cx.definition()?;
        let renamed = renamed(cx, definition);
        let mut stale = Self::default();
        let mut told: HashSet<String> = HashSet::default();
        for entry in &section.entries {
            match renamed.get(&folded(&entry.heading.text)) {
                Some(Now::Gone(old)) => stale.take_out(entry, *old),
                Some(Now::Renamed(old, new)) => {
                    told.extend(stale.rename(entry, *old, *new).map(|name| folded(&name)));
                }
                None => {}
            }
        }
        let missing: Vec<(Operation<'_>, String)> = missing(definition, text)
            .filter_map(|operation| Some((operation, written(operation.node, "summary")?)))
            .filter(|(_, summary)| !told.contains(&folded(summary)))
            .collect();
        // Where few are named by their names, somebody describes them in other words. What came
        // since the published version could not be named.
        let published = published(cx);
        let is_old = |operation: &Operation<'_>| {
            published.is_none_or(|old| old.operations().any(|one| one.id() == operation.id()))
        };
        let seen = definition.operations().filter(|operation| !operation.is_internal());
        let seen = seen.filter(is_old).count();
        let forgotten = missing.iter().filter(|(operation, _)| is_old(operation)).count();
        let is_told_otherwise = forgotten * 2 > seen;
        let added = if is_told_otherwise { Vec::new() } else { missing };
        if !added.is_empty() {
            let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
            let (at, new) = addition(text, &section, &added, newline);
            let taken = stale.edits.iter_mut().find(|(span, said)| {
                said.is_empty() && span.start < at.start && at.start <= span.end
            });
            match taken {
                // What is gone stood last: the new takes its place.
                Some((span, said)) => {
                    let rest = if span.end < text.len() { newline } else { "" };
                    *said = format!("{}{newline}{rest}", new.trim());
                }
                None => stale.edits.push((at, new)),
            }
            stale.edits.sort_by_key(|(span, _)| span.start);
        }
        let names = added.iter().filter_map(|(operation, _)| operation.node.text("summary"));
        stale.missing = names.map(|name| name.trim().to_owned()).collect();
        Some(stale)
    }

    /// What an operation that is gone has left goes, unless somebody wrote more about it.
    fn take_out(&mut self, entry: &Entry<'_>, old: Node<'_>) {
        let name = unescaped(&entry.heading.text);
        if entry.says_only(old) {
            self.old.push(name);
            self.edits.push((entry.span, String::new()));
        } else {
            self.kept.push((name, entry.heading.span));
        }
    }

    /// The new name goes where the old one is, and the new description where nothing but the old
    /// one is. Returns the new name.
    fn rename(&mut self, entry: &Entry<'_>, old: Node<'_>, new: Node<'_>) -> Option<String> {
        let name = written(new, "summary")?;
        let span = entry.find(&entry.heading.text, entry.span.start)?;
        self.old.push(unescaped(&entry.heading.text));
        self.edits.push((span, name.clone()));
        let said = written(new, "description").filter(|_| !entry.body.is_empty());
        if let Some(said) = said.filter(|said| entry.says_only(old) && said != entry.body) {
            self.edits.push((entry.find(entry.body, entry.heading.span.end)?, said));
        }
        Some(name)
    }
}

/// What became of a published operation.
enum Now<'a> {
    /// It has another name: as it was, and as it is.
    Renamed(Node<'a>, Node<'a>),
    /// It is no more; as it was.
    Gone(Node<'a>),
}

/// The published definition, where it is known.
fn published<'a>(cx: &Context<'a>) -> Option<&'a Definition> {
    let previous = cx.submission.previous.as_ref().and_then(|read| read.as_deref().ok());
    previous.and_then(|connector| connector.definition())
}

/// Published operations by their old name, where no operation bears it any more.
fn renamed<'a>(cx: &Context<'a>, definition: &'a Definition) -> HashMap<String, Now<'a>> {
    let Some(old) = published(cx) else { return HashMap::default() };
    let summary = |operation: &Operation<'_>| {
        operation.node.text("summary").map(|text| folded(&text)).filter(|text| !text.is_empty())
    };
    let current: HashSet<String> =
        definition.operations().filter_map(|operation| summary(&operation)).collect();
    let by_id: HashMap<_, _> = definition
        .operations()
        .filter_map(|operation| Some((operation.id()?, operation)))
        .collect();
    old.operations()
        .filter_map(|operation| {
            let name = summary(&operation).filter(|name| !current.contains(name))?;
            let now = match by_id.get(&operation.id()?) {
                Some(now) => Now::Renamed(operation.node, now.node),
                None => Now::Gone(operation.node),
            };
            Some((name, now))
        })
        .collect()
}

/// Operations that makers see and the text does not name. What is deprecated need not be named.
fn missing<'a>(definition: &'a Definition, text: &str) -> impl Iterator<Item = Operation<'a>> {
    let text = folded(text);
    definition.operations().filter(move |operation| {
        let is_old = operation.node.get("deprecated").and_then(Node::as_bool) == Some(true)
            || operation.node.text("summary").is_some_and(|text| says_deprecated(&text));
        let summary = operation.node.text("summary").map(|summary| folded(&summary));
        let Some(summary) = summary.filter(|summary| !summary.is_empty()) else { return false };
        let id = operation.id().map(|id| folded(&id)).filter(|id| !id.is_empty());
        !operation.is_internal()
            && !is_old
            && !text.contains(&summary)
            && id.is_none_or(|id| !text.contains(&id))
    })
}

fn says_deprecated(summary: &str) -> bool {
    summary.to_ascii_lowercase().contains("deprecated")
}

/// As names are compared: small letters, no escapes, one blank between words.
fn folded(text: &str) -> String {
    let text = unescaped(text).to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The section, with what stands under each of its headings.
struct Section<'a> {
    heading: &'a Heading,
    end: usize,
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    heading: &'a Heading,
    /// From its heading to the next.
    span: Span,
    /// The text of the page.
    page: &'a str,
    /// What stands under the heading.
    body: &'a str,
}

impl Entry<'_> {
    /// Whether no more stands here than the description of an operation.
    fn says_only(&self, operation: Node<'_>) -> bool {
        self.body.is_empty()
            || written(operation, "description").is_some_and(|said| said == self.body)
    }

    /// Where a part of the entry is, from a place on.
    fn find(&self, part: &str, from: usize) -> Option<Span> {
        let start = from + self.page.get(from..self.span.end)?.find(part)?;
        Some(Span { start, end: start + part.len() })
    }
}

impl<'a> Section<'a> {
    fn find(text: &'a str, readme: &'a Readme) -> Option<Self> {
        let at = readme.headings.iter().position(|found| found.says("supported operations"))?;
        let heading = &readme.headings[at];
        let below = &readme.headings[at + 1..];
        let count = below.iter().take_while(|found| found.depth > heading.depth).count();
        let end = below.get(count).map_or(text.len(), |next| next.span.start);
        let entries = below[..count].iter().enumerate().map(|(number, heading)| {
            let next = below[..count].get(number + 1).map_or(end, |next| next.span.start);
            let body = text[heading.span.end..next].trim();
            Entry { heading, span: Span { start: heading.span.start, end: next }, page: text, body }
        });
        Some(Self { heading, end, entries: entries.collect() })
    }
}

/// The mends that bring the section up to date; none where nothing is to be done.
pub fn operations_mended(cx: &Context<'_>) -> Option<Vec<Mend>> {
    let Body::Text(text) = cx.connector()?.facts(Role::Readme).body? else { return None };
    let edits = Stale::of(cx, text, &Readme::new(text))?.edits;
    let mends = edits.into_iter().map(|(span, new)| Mend::Replace(Role::Readme, span, new));
    Some(mends.collect::<Vec<_>>()).filter(|mends| !mends.is_empty())
}

/// The operations that are missing, behind the last line of the section, in its own style.
fn addition(
    text: &str,
    section: &Section<'_>,
    added: &[(Operation<'_>, String)],
    newline: &str,
) -> (Span, String) {
    let body = &text[section.heading.span.end..section.end];
    let at = section.heading.span.end + body.trim_end().len();
    let is_list = |line: &str| line.starts_with(['-', '*', '+']) && line[1..].starts_with(' ');
    let last = body.lines().rev().find(|line| !line.trim().is_empty());
    let new = match last.map(str::trim_start).filter(|line| is_list(line)) {
        Some(line) if section.entries.is_empty() => {
            let mark = &line[..1];
            let item = |(operation, summary): &(Operation<'_>, String)| {
                let said = written(operation.node, "description");
                let said = said.map(|said| format!(": {said}")).unwrap_or_default();
                format!("\n{mark} {summary}{said}")
            };
            added.iter().map(item).collect::<String>()
        }
        _ => {
            let depth = section
                .entries
                .first()
                .map_or_else(|| (section.heading.depth + 1).min(6), |entry| entry.heading.depth);
            let marks = "#".repeat(depth);
            let entries = added.iter().filter_map(|(operation, _)| listed(operation.node, &marks));
            let entries: Vec<String> =
                entries.map(|entry| format!("\n\n{}", entry.trim_end())).collect();
            entries.concat()
        }
    };
    let end = if text[at..].is_empty() { "\n" } else { "" };
    (Span::at(at), format!("{new}{end}").replace('\n', newline))
}
