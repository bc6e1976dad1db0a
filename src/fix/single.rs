//! What would mend each finding by itself: for those who show fixes and leave the choice to others.

use super::files::Files;
use super::group::{Editors, Part};
use crate::connector::files::Role;
use crate::rule::{Context, Finding};
use crate::settings::Settings;
use crate::source::edit::Edit;
use crate::submission::Submission;

/// The changes that mend one finding.
pub type Proposal = Vec<(Role, Edit)>;

/// For each finding the edits of the files as they are; none where its rule has no fix for it, or
/// where it takes more than edits.
pub fn proposals(
    submission: &Submission,
    settings: &Settings,
    findings: &[Finding],
) -> Vec<Option<Proposal>> {
    let Some(connector) = submission.connector.as_deref() else {
        return findings.iter().map(|_| None).collect();
    };
    let files = Files::of(connector);
    let editors = Editors::new(connector, &files);
    let context = Context { submission, settings };
    findings.iter().map(|finding| propose(&editors, &context, finding)).collect()
}

fn propose<'a>(
    editors: &Editors<'a>,
    context: &Context<'_>,
    finding: &'a Finding,
) -> Option<Proposal> {
    let mends = (finding.rule.fix.as_ref()?.make)(context, &finding.place)?;
    let group = editors.group(finding, mends).ok()?;
    let edits = group.parts.into_iter().map(|part| match part {
        Part::Edit(role, edit, _) => Some((role, edit)),
        Part::RenameFile(_) | Part::Create(..) | Part::Redraw(..) | Part::Discard(_) => None,
    });
    edits.collect()
}
