//! What the settings do to findings: exceptions and the baseline set some aside, levels change.
//!
//! It happens after generic findings gave way, so a finer finding that is set aside still silences
//! the generic one. Exceptions come first, since they have a reason; then the baseline; a rule that
//! is switched off last. Rules in [`FIRM`] are left alone by all of it.

use super::is_ready;
use crate::rule::fingerprint::fingerprint;
use crate::rule::{Checked, Context, Excepted, FIRM, Finding, Level, Outcome, Rule};
use crate::settings::config::{Exception, Known};
use crate::settings::{Config, Settings, Unused, Wanted, Why};
use crate::source::hash::HashMap;

/// Findings that count, and those that do not.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) findings: Vec<Finding>,
    pub(super) excepted: Vec<Excepted>,
}

/// Sets findings aside, changes levels, and gives the entries that stand for nothing.
pub(super) fn judge<'a>(
    said: &mut Judged,
    context: &Context<'a>,
    outcomes: &[(&'static Rule, Outcome)],
) -> Vec<Unused<'a>> {
    let settings = context.settings;
    let Some(config) = settings.config.as_deref() else { return Vec::new() };
    let mut use_of = Uses::new(config);
    let findings = std::mem::take(&mut said.findings);
    let mut left = Vec::with_capacity(findings.len());
    for finding in findings {
        match exception(&finding, settings, config, &mut use_of) {
            Some(exception) => {
                let reason = exception.reason.clone();
                let why = Why::Exception { reason, until: exception.until };
                said.excepted.push(Excepted { finding, why });
            }
            None => left.push(finding),
        }
    }
    said.findings = baseline(left, context, config, &mut use_of, &mut said.excepted);
    set_levels(said, settings);
    // What another connector may need is no litter.
    if settings.shared { Vec::new() } else { use_of.unused(config, context, outcomes) }
}

/// The entries of a baseline that stand for none of the findings that it set aside.
pub(super) fn unused_baseline<'a>(
    held: Vec<Finding>,
    checked: &'a Checked,
    config: &'a Config,
) -> Vec<&'a Known> {
    let context = Context { submission: &checked.submission, settings: &checked.report.settings };
    let mut uses = Uses::new(config);
    baseline(held, &context, config, &mut uses, &mut Vec::new());
    let unused = uses.unused(config, &context, &checked.report.outcomes).into_iter();
    unused
        .filter_map(|unused| match unused {
            Unused::Known(known) => Some(known),
            Unused::Exception(_) | Unused::Ended(..) => None,
        })
        .collect()
}

/// Gives findings the levels of the settings; those of rules that are off no longer count.
pub(super) fn set_levels(said: &mut Judged, settings: &Settings) {
    if settings.config.is_none() {
        return;
    }
    let findings = std::mem::take(&mut said.findings);
    for mut finding in findings {
        match wanted(finding.rule, settings) {
            Some(Wanted::Off) => said.excepted.push(Excepted { finding, why: Why::Off }),
            level => {
                finding.level = level.and_then(self::level).unwrap_or(finding.level);
                said.findings.push(finding);
            }
        }
    }
    for excepted in &mut said.excepted {
        let level = wanted(excepted.finding.rule, settings).and_then(self::level);
        excepted.finding.level = level.unwrap_or(excepted.finding.level);
    }
    said.excepted.sort_by_key(|excepted| (excepted.finding.spot.role, excepted.finding.spot.range));
}

/// Rules with findings have failed; those that are switched off are told as that.
pub(super) fn set_outcomes(
    said: &Judged,
    settings: &Settings,
    outcomes: &mut [(&'static Rule, Outcome)],
) {
    let excepted = said.excepted.iter().map(|excepted| &excepted.finding);
    let all = said.findings.iter().chain(excepted);
    let failed: std::collections::HashSet<&str> = all.map(|finding| finding.rule.id).collect();
    for (rule, outcome) in outcomes {
        if wanted(rule, settings) == Some(Wanted::Off) {
            *outcome = Outcome::Off;
        } else if failed.contains(rule.id) {
            *outcome = Outcome::Failed;
        }
    }
}

fn wanted(rule: &Rule, settings: &Settings) -> Option<Wanted> {
    settings.level(rule.id).filter(|_| !FIRM.contains(&rule.id))
}

fn level(wanted: Wanted) -> Option<Level> {
    match wanted {
        Wanted::Error => Some(Level::Error),
        Wanted::Warning => Some(Level::Warning),
        Wanted::Advice => Some(Level::Advice),
        Wanted::Off => None,
    }
}

/// Which entries stand for a finding.
struct Uses {
    exceptions: Vec<Use>,
    baseline: Vec<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    None,
    /// It would, had its day not passed.
    Ended,
    Used,
}

impl Uses {
    fn new(config: &Config) -> Self {
        Self {
            exceptions: vec![Use::None; config.exceptions.len()],
            baseline: vec![false; config.baseline.len()],
        }
    }

    /// Entries that stand for nothing, of those whose rule was asked of a file that could be read.
    fn unused<'a>(
        &self,
        config: &'a Config,
        context: &Context<'_>,
        outcomes: &[(&'static Rule, Outcome)],
    ) -> Vec<Unused<'a>> {
        let asked = |rule: &str| {
            outcomes.iter().any(|(known, outcome)| {
                known.id == rule && matches!(outcome, Outcome::Passed | Outcome::Failed)
            })
        };
        let broken = |role| {
            context.connector().is_some_and(|found| found.facts(role).found)
                && !is_ready(role, context)
        };
        let exceptions = config.exceptions.iter().zip(&self.exceptions);
        let exceptions = exceptions
            .filter(|(entry, _)| asked(&entry.rule.text) && !entry.role.is_some_and(broken))
            .filter(|(entry, _)| entry.answer.is_none() || context.answers().is_some())
            .filter_map(|(entry, used)| match (used, entry.until) {
                (Use::Used, _) => None,
                (Use::Ended, Some(day)) => Some(Unused::Ended(entry, day)),
                (Use::None | Use::Ended, _) => Some(Unused::Exception(entry)),
            });
        let baseline = config.baseline.iter().zip(&self.baseline);
        let baseline = baseline
            .filter(|(known, used)| !**used && asked(&known.rule.text) && !broken(known.role))
            .map(|(known, _)| Unused::Known(known));
        exceptions.chain(baseline).collect()
    }
}

/// The exception that sets a finding aside. All that are about it count as used.
fn exception<'a>(
    finding: &Finding,
    settings: &Settings,
    config: &'a Config,
    uses: &mut Uses,
) -> Option<&'a Exception> {
    if FIRM.contains(&finding.rule.id) {
        return None;
    }
    let site = finding.site();
    let mut found = None;
    for (exception, used) in config.exceptions.iter().zip(&mut uses.exceptions) {
        if !exception.covers(&site) {
            continue;
        }
        if exception.holds(settings.as_of) {
            *used = Use::Used;
            found = found.or(Some(exception));
        } else if *used == Use::None {
            *used = Use::Ended;
        }
    }
    found
}

/// Sets aside what is in the baseline. An entry stands for one finding: of several that look alike,
/// for the one at its own pointer first.
fn baseline(
    findings: Vec<Finding>,
    context: &Context<'_>,
    config: &Config,
    uses: &mut Uses,
    excepted: &mut Vec<Excepted>,
) -> Vec<Finding> {
    if config.baseline.is_empty() {
        return findings;
    }
    let mut known: HashMap<(&str, &str), Vec<usize>> = HashMap::default();
    for (at, entry) in config.baseline.iter().enumerate() {
        known.entry((&entry.rule.text, &entry.fingerprint)).or_default().push(at);
    }
    let rules: std::collections::HashSet<&str> = known.keys().map(|(rule, _)| *rule).collect();
    let prints: Vec<Option<String>> = findings
        .iter()
        .map(|finding| {
            let may = rules.contains(finding.rule.id) && !FIRM.contains(&finding.rule.id);
            may.then(|| fingerprint(finding, context.connector()))
        })
        .collect();
    let mut taken = vec![false; findings.len()];
    for exact in [true, false] {
        for (at, finding) in findings.iter().enumerate() {
            let Some(print) = prints.get(at).and_then(Option::as_deref) else { continue };
            if taken[at] {
                continue;
            }
            let Some(entries) = known.get_mut(&(finding.rule.id, print)) else { continue };
            let fits = |entry: &Known| {
                Some(entry.role) == finding.spot.role
                    && (!exact || entry.pointer == finding.spot.pointer)
            };
            if let Some(index) = entries.iter().position(|entry| fits(&config.baseline[*entry])) {
                uses.baseline[entries.swap_remove(index)] = true;
                taken[at] = true;
            }
        }
    }
    let mut left = Vec::new();
    for (finding, taken) in findings.into_iter().zip(taken) {
        if taken {
            excepted.push(Excepted { finding, why: Why::Baseline });
        } else {
            left.push(finding);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::super::check_with;
    use super::*;
    use crate::answers::Publisher;
    use crate::connector::Connector;
    use crate::rule::{Levels, Look, Place, Publishers, Report};
    use crate::submission::Submission;

    const FINER: Rule = Rule {
        id: "finer",
        official: &[],
        level: Levels::both(Level::Error),
        publishers: Publishers::Both,
        needs: &[],
        looks: &[Look::Files(|_, _, out| out.say(Place::definition("/info/title"), "no title"))],
        quiet_when: &[],
        since: None,
        cites: &[],
        fix: None,
        docs: "",
    };
    static SPECIAL: Rule = FINER;
    static GENERIC: Rule = Rule {
        id: "generic",
        looks: &[Look::Files(|_, _, out| {
            out.say(Place::definition("/info/title"), "missing");
            out.say(Place::definition("/host"), "missing");
        })],
        quiet_when: &["finer"],
        ..FINER
    };

    fn judged(config: &str) -> Report {
        let connector = Some(Arc::new(Connector::new("x", None, Vec::new())));
        let submission = Submission { connector, ..Submission::default() };
        let config = Some(Arc::new(Config::parse(config)));
        let settings =
            Settings { config, ..Settings::new(Publisher::Verified, date(2026, 11, 23)) };
        check_with(&[&GENERIC, &SPECIAL], &submission, &settings)
    }

    fn told(report: &Report) -> Vec<(&str, &str)> {
        report.findings.iter().map(|found| (found.rule.id, found.spot.pointer.as_str())).collect()
    }

    #[test]
    fn what_is_set_aside_still_silences_the_generic() {
        assert_eq!(told(&judged("")), [("finer", "/info/title"), ("generic", "/host")]);
        for config in
            ["[[exception]]\nrule = \"finer\"\nreason = \"x\"\n", "[levels]\nfiner = \"off\"\n"]
        {
            let report = judged(config);
            assert_eq!(told(&report), [("generic", "/host")], "{config}");
            assert_eq!(report.excepted.len(), 1, "{config}");
        }
    }

    #[test]
    fn an_exception_for_a_silenced_finding_is_of_no_use() {
        let entry =
            "[[exception]]\nrule = \"generic\"\npointer = \"/info/title\"\nreason = \"x\"\n";
        let report = judged(entry);
        assert_eq!(report.findings.len(), 2);
        assert!(report.excepted.is_empty());
    }

    #[test]
    fn the_first_exception_in_force_gives_the_reason_and_all_count_as_used() {
        let entry = |reason: &str, until: &str| {
            format!("[[exception]]\nrule = \"finer\"\nreason = \"{reason}\"\nuntil = {until}\n")
        };
        let report = judged(&format!(
            "{}{}{}",
            entry("past", "2026-11-22"),
            entry("one", "2026-11-23"),
            entry("two", "2026-12-01")
        ));
        let why: Vec<_> = report.excepted.iter().map(|excepted| &excepted.why).collect();
        let reason = "one".to_owned();
        assert_eq!(why, [&Why::Exception { reason, until: Some(date(2026, 11, 23)) }]);
    }
}
