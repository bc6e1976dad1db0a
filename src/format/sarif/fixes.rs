//! What a fix would replace, as a viewer can offer it.

use super::log::{ArtifactChange, Content, Fix, Message, Region, Replacement};
use super::{Checked, Style, artifact};
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::fix::Proposal;
use crate::rule::Finding;
use crate::source::edit::Edit;
use crate::source::text::{Lines, Span};

/// The fix of a finding. One that would write a secret out, or that cannot be told in lines and
/// columns, is left to `conncert fix`.
pub(super) fn of(
    checked: &Checked,
    finding: &Finding,
    proposal: Proposal,
    style: &Style,
) -> Option<Fix> {
    let fix = finding.rule.fix.as_ref()?;
    let connector = checked.submission.connector.as_deref()?;
    let mut by_file: Vec<(Role, Vec<Edit>)> = Vec::new();
    for (role, edit) in proposal {
        if connector.secrets(role).iter().any(|secret| edit.text.contains(secret)) {
            return None;
        }
        match by_file.iter_mut().find(|(of, _)| *of == role) {
            Some((_, edits)) => edits.push(edit),
            None => by_file.push((role, vec![edit])),
        }
    }
    let changes = by_file.into_iter().map(|(role, mut edits)| {
        edits.sort_by_key(|edit| edit.span);
        Some(ArtifactChange {
            artifact_location: artifact(checked, connector.name(role), style),
            replacements: replacements(connector, role, edits)?,
        })
    });
    Some(Fix {
        description: Message::new(&format!("{} ({}).", fix.says, fix.safety.word())),
        artifact_changes: changes.collect::<Option<_>>()?,
    })
}

fn replacements(connector: &Connector, role: Role, edits: Vec<Edit>) -> Option<Vec<Replacement>> {
    let text = match connector.json(role) {
        Some(json) => json.text().into(),
        None => connector.facts(role).body?.text(),
    };
    // A byte order mark has no column, so nothing can be said of it in lines and columns.
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if edits.iter().any(|edit| edit.span.start < mark) {
        return None;
    }
    let lines = Lines::new(&text);
    let replacement = |edit: Edit| Replacement {
        deleted_region: region(&lines, &text, edit.span),
        inserted_content: Some(Content { text: edit.text }).filter(|new| !new.text.is_empty()),
    };
    Some(edits.into_iter().map(replacement).collect())
}

fn region(lines: &Lines, text: &str, span: Span) -> Region {
    let (start, end) = (lines.position(text, span.start), lines.position(text, span.end));
    Region {
        start_line: start.line,
        start_column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
    }
}
