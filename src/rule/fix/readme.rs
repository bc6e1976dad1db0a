//! Sections that a read-me lacks, put where they belong.

use super::{Mend, template};
use crate::connector::files::{Body, Role};
use crate::connector::readme::Readme;
use crate::rule::Context;
use crate::source::edit::{Edit, apply};
use crate::source::text::Span;

/// All missing sections at once, each before the next one of the template that is there, so that
/// they stand in order. Every finding of the read-me has the same mends.
pub fn with_sections(cx: &Context<'_>, role: Role, wanted: &[&str]) -> Option<Vec<Mend>> {
    let Body::Text(text) = cx.connector()?.facts(role).body? else { return None };
    let readme = Readme::new(text);
    let mut inserts: Vec<(usize, String)> = Vec::new();
    let mut before = text.len();
    for section in wanted.iter().rev() {
        let phrase = section.to_ascii_lowercase();
        let there = readme.headings.iter().find(|found| found.says(&phrase));
        if let Some(heading) = there {
            before = heading.span.start.min(before);
            continue;
        }
        let section = template::section(cx, &phrase)?;
        match inserts.last_mut().filter(|(at, _)| *at == before) {
            Some((_, later)) => later.insert_str(0, &format!("{section}\n")),
            None => inserts.push((before, section)),
        }
    }
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let edits: Vec<Edit> = inserts
        .into_iter()
        .map(|(at, sections)| {
            let is_open = !text[..at].ends_with(['\n', '\r']);
            let (gap, end) = match (at == text.len(), is_open) {
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
    if !wanted.iter().all(|section| after.has_heading(&section.to_ascii_lowercase())) {
        return None;
    }
    Some(edits.into_iter().map(|edit| Mend::Replace(role, edit.span, edit.text)).collect())
}
