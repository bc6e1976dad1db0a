//! Which findings the review shows: words that all have to fit.

use super::view::short_place;
use crate::rule::Finding;
use crate::rule::question::step_of;

/// What a filter may ask for besides free text, and how it is written.
pub(crate) const HELP: &str = "Words that all have to fit. `level:error`, `file:properties`, \
    `step:support` and `rule:title` look there alone; anything else looks everywhere.";

/// Whether a finding fits a filter; every finding fits an empty one.
pub(crate) fn fits(filter: &str, finding: &Finding) -> bool {
    filter.split_whitespace().all(|word| {
        let word = word.to_lowercase();
        let has = |text: &str, part: &str| text.to_lowercase().contains(part);
        let file = || finding.spot.file.clone().unwrap_or_default();
        match word.split_once(':') {
            Some(("level", part)) => has(finding.level.word(), part),
            Some(("rule", part)) => has(finding.rule.id, part),
            Some(("file", part)) => has(&file(), part) || has(&short_place(finding), part),
            Some(("step", part)) => has(step_of(finding).title, part),
            _ => {
                has(finding.rule.id, &word)
                    || has(&finding.message, &word)
                    || has(&finding.spot.pointer, &word)
                    || has(&file(), &word)
                    || finding.rule.official.iter().any(|name| has(name, &word))
            }
        }
    })
}
