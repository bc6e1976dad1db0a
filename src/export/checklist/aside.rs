//! What `conncert.toml` sets aside or makes milder. These are the publisher's wishes, not
//! Microsoft's: each fault that Microsoft's rules call an error stands here, with its reason.

use super::super::{covered, publisher};
use super::list::{Aside, Entries, Excused};
use crate::rule::{Checked, Finding, Level};
use crate::settings::Why;

/// All of it.
pub(super) fn of(checked: &Checked, entries: &Entries<'_>) -> Aside {
    let publisher = publisher(checked);
    let is_error = |finding: &Finding| finding.rule.level.of(publisher) == Level::Error;
    let excepted = &checked.report.excepted;
    let set_aside =
        excepted.iter().filter(|excepted| is_error(&excepted.finding)).map(|excepted| {
            let why = match &excepted.why {
                Why::Exception { reason, until: None } => {
                    format!("Your reason: {}", covered(checked, reason))
                }
                Why::Exception { reason, until: Some(day) } => {
                    format!("Your reason, until {day}: {}", covered(checked, reason))
                }
                Why::Baseline => "It is in the baseline.".to_owned(),
                Why::Off => "Its rule is switched off.".to_owned(),
            };
            Excused { finding: entries.of(&excepted.finding), why }
        });
    let findings = checked.report.findings.iter();
    let milder = findings.filter(|found| is_error(found) && found.level != Level::Error);
    let milder = milder.map(|finding| Excused {
        finding: entries.of(finding),
        why: format!("Its rule is made {} only.", finding.level.word()),
    });
    Aside {
        errors: set_aside.chain(milder).collect(),
        lesser: excepted.iter().filter(|excepted| !is_error(&excepted.finding)).count(),
    }
}
