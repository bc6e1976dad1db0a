//! What `conncert.toml` sets aside or makes milder. These are the publisher's wishes, not
//! Microsoft's: each fault that Microsoft's rules call an error stands here, with its reason.

use std::fmt::Write as _;

use super::super::markdown::plain;
use super::super::{covered, publisher};
use super::{counted, line};
use crate::rule::{Checked, Finding, Level};
use crate::settings::Why;

/// The section, empty where the settings change nothing.
pub(super) fn section(checked: &Checked) -> String {
    let mut text = String::new();
    let publisher = publisher(checked);
    let is_error = |finding: &Finding| finding.rule.level.of(publisher) == Level::Error;
    let excepted = &checked.report.excepted;
    // Writing to a String cannot fail.
    for excepted in excepted.iter().filter(|excepted| is_error(&excepted.finding)) {
        let why = match &excepted.why {
            Why::Exception { reason, until: None } => {
                format!("Your reason: {}", plain(&covered(checked, reason)))
            }
            Why::Exception { reason, until: Some(day) } => {
                format!("Your reason, until {day}: {}", plain(&covered(checked, reason)))
            }
            Why::Baseline => "It is in the baseline.".to_owned(),
            Why::Off => "Its rule is switched off.".to_owned(),
        };
        let _ = writeln!(text, "- {}\n  - {why}", line(&excepted.finding));
    }
    let findings = checked.report.findings.iter();
    for finding in findings.filter(|found| is_error(found) && found.level != Level::Error) {
        let level = finding.level.word();
        let _ = writeln!(text, "- {}\n  - Its rule is made {level} only.", line(finding));
    }
    let lesser = excepted.iter().filter(|excepted| !is_error(&excepted.finding)).count();
    if lesser > 0 {
        let _ = writeln!(text, "- {}.", counted(lesser, "lesser finding"));
    }
    if text.is_empty() {
        return text;
    }
    format!(
        "## Set aside by conncert.toml\n\n\
         Nothing here waits for these, but Microsoft does not know that file and will see them.\n\n\
         {text}\n"
    )
}
