//! The checklist: the journey's tasks, what keeps them open, and all answers, as a page for reading
//! and as Markdown, and as data for programs.

mod aside;
mod html;
mod list;
mod markdown;
mod marketplace;

use super::{Artifact, ExportSettings, Exporter, Refusal};
use crate::rule::Checked;
use crate::source::json::inert;
pub use list::Checklist;

pub(super) static EXPORTER: Exporter =
    Exporter { name: "checklist", makes: "the checklist", is_package: false, export };

/// A form of the checklist.
#[derive(Debug)]
pub struct Form {
    /// As given to `--format`, and how its file ends.
    pub name: &'static str,
    /// Another word for it.
    pub alias: Option<&'static str>,
    /// Whom it is for, in a few words.
    pub summary: &'static str,
    /// Whether every export brings it along.
    is_exported: bool,
    /// The list as text.
    render: fn(&Checklist) -> String,
}

/// Every form; the first is the default.
pub static FORMS: [Form; 3] = [
    Form {
        name: "md",
        alias: Some("markdown"),
        summary: "Markdown, as GitHub shows it",
        is_exported: true,
        render: markdown::render,
    },
    Form {
        name: "html",
        alias: None,
        summary: "one page for the browser and for paper",
        is_exported: true,
        render: html::render,
    },
    Form {
        name: "json",
        alias: None,
        summary: "for programs, schema 1",
        is_exported: false,
        render: json,
    },
];

impl Form {
    /// The checklist of a submission in this form.
    pub fn of(&self, checked: &Checked, settings: &ExportSettings) -> String {
        (self.render)(&Checklist::new(checked, settings))
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the table's shape; the list itself always leaves")]
fn export(checked: &Checked, settings: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    let list = Checklist::new(checked, settings);
    let forms = FORMS.iter().filter(|form| form.is_exported);
    Ok(forms
        .map(|form| Artifact {
            path: format!("checklist.{}", form.name),
            bytes: (form.render)(&list).into_bytes(),
        })
        .collect())
}

fn json(list: &Checklist) -> String {
    // Text and numbers cannot fail to be written.
    let mut text = serde_json::to_string_pretty(list).unwrap_or_default();
    text.push('\n');
    inert(&text)
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Days, fewest and most.
fn range((fewest, most): (u32, u32)) -> String {
    if fewest == most { most.to_string() } else { format!("{fewest} to {most}") }
}
