//! What a baseline has to be so that nothing found today counts, and nothing else is hidden.

use super::aside;
use crate::connector::files::Role;
use crate::rule::fingerprint::fingerprint;
use crate::rule::{Checked, FIRM};
use crate::rules;
use crate::settings::Why;
use crate::settings::baseline::Accepted;
use crate::settings::config::Known;

/// The change of a baseline.
#[derive(Debug)]
pub struct Renewal<'a> {
    /// Entries that stand for nothing any more.
    pub gone: Vec<&'a Known>,
    /// Findings that are not in it yet.
    pub come: Vec<Accepted>,
    /// How many entries stay as they are.
    pub kept: usize,
    /// Rules with findings that no baseline can hold.
    pub refused: Vec<&'static str>,
}

/// What has to change in the baseline by which a connector was judged. Answers are no part of it:
/// they belong to a draft.
pub fn renewal(checked: &Checked) -> Renewal<'_> {
    let report = &checked.report;
    let connector = checked.submission.connector.as_deref();
    let mut come = Vec::new();
    let mut refused = Vec::new();
    for finding in &report.findings {
        match finding.spot.role {
            _ if FIRM.contains(&finding.rule.id) => refused.push(finding.rule.id),
            Some(Role::Settings) | None => {}
            Some(role) => come.push(Accepted {
                rule: finding.rule.id,
                role,
                pointer: finding.spot.pointer.clone(),
                fingerprint: fingerprint(finding, connector),
            }),
        }
    }
    refused.dedup();
    let Some(config) = report.settings.config.as_deref() else {
        return Renewal { gone: Vec::new(), come, kept: 0, refused };
    };
    let held = report.excepted.iter().filter(|excepted| excepted.why == Why::Baseline);
    let held = held.map(|excepted| excepted.finding.clone()).collect();
    let unused = aside::unused_baseline(held, checked, config);
    let unknown = |known: &&Known| rules::find(&known.rule.text).is_none();
    let gone: Vec<&Known> =
        unused.into_iter().chain(config.baseline.iter().filter(unknown)).collect();
    let kept = config.baseline.len() - gone.len();
    Renewal { gone, come, kept, refused }
}
