//! Many connectors at a glance: worst first, with the rules that befall most of them.

use std::collections::HashMap;

use super::Counts;
use crate::connector::Connector;
use crate::rule::{Checked, Finding, Level, Rule};
use crate::source::text::printable;

/// So many rules are named beside a connector.
const GRAVEST: usize = 3;

/// All that were checked.
pub(super) struct Portfolio<'a> {
    /// Worst first; among equals in the order given.
    pub(super) connectors: Vec<Row<'a>>,
    /// The rules with findings: gravest first, then by connectors, then by findings.
    pub(super) rules: Vec<RuleRow>,
    /// All findings.
    pub(super) counts: Counts,
    /// What one is called.
    pub(super) one: &'static str,
    /// And several.
    pub(super) many: &'static str,
}

/// A connector.
pub(super) struct Row<'a> {
    pub(super) checked: &'a Checked,
    /// Its place in the order given, from 1.
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) counts: Counts,
    /// Its gravest rules with the number of findings, the most frequent first.
    pub(super) gravest: Vec<(Level, &'static str, usize)>,
}

/// A rule with findings.
pub(super) struct RuleRow {
    pub(super) rule: &'static Rule,
    pub(super) level: Level,
    /// In how many connectors.
    pub(super) connectors: usize,
    pub(super) findings: usize,
}

impl<'a> Portfolio<'a> {
    pub(super) fn new(checked: &'a [Checked]) -> Self {
        let rows = checked.iter().enumerate().map(|(at, checked)| Row::new(checked, at + 1));
        let mut connectors: Vec<Row<'a>> = rows.collect();
        connectors.sort_by_key(|one| Level::ALL.map(|level| usize::MAX - one.counts.get(level)));
        let mut rules: HashMap<(Level, &str), RuleRow> = HashMap::new();
        for checked in checked {
            for ((level, rule), count) in tallied(checked) {
                let row = rules.entry((level, rule.id)).or_insert(RuleRow {
                    rule,
                    level,
                    connectors: 0,
                    findings: 0,
                });
                row.connectors += 1;
                row.findings += count;
            }
        }
        let mut rules: Vec<RuleRow> = rules.into_values().collect();
        rules.sort_by(|a, b| {
            let key = |row: &RuleRow| (usize::MAX - row.connectors, usize::MAX - row.findings);
            a.level.cmp(&b.level).then(key(a).cmp(&key(b))).then(a.rule.id.cmp(b.rule.id))
        });
        let counts = connectors.iter().map(|one| one.counts);
        let counts = counts.fold(Counts::default(), Counts::add);
        let all_packages =
            !checked.is_empty() && checked.iter().all(|one| one.submission.package.is_some());
        let (one, many) =
            if all_packages { ("package", "packages") } else { ("connector", "connectors") };
        Self { connectors, rules, counts, one, many }
    }
}

impl<'a> Row<'a> {
    fn new(checked: &'a Checked, number: usize) -> Self {
        let mut gravest: Vec<((Level, &Rule), usize)> = tallied(checked);
        gravest.sort_by(|((a, one), few), ((b, other), many)| {
            a.cmp(b).then(many.cmp(few)).then(one.id.cmp(other.id))
        });
        let gravest = gravest.into_iter().take(GRAVEST);
        let gravest = gravest.map(|((level, rule), count)| (level, rule.id, count)).collect();
        Self { checked, number, name: name(checked), counts: Counts::of(&checked.report), gravest }
    }
}

/// The findings of one rule at one level.
pub(super) struct Group<'a> {
    pub(super) level: Level,
    pub(super) rule: &'static Rule,
    /// What they say, with all that say the same.
    pub(super) said: Vec<(&'a str, Vec<&'a Finding>)>,
}

impl<'a> Group<'a> {
    /// The first of them.
    pub(super) fn first(&self) -> Option<&'a Finding> {
        self.said.first().and_then(|(_, findings)| findings.first().copied())
    }

    /// How many findings there are.
    pub(super) fn count(&self) -> usize {
        self.said.iter().map(|(_, findings)| findings.len()).sum()
    }
}

/// Findings by rule, gravest first, in the order in which they stand in the report.
pub(super) fn grouped(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut rules: HashMap<(Level, &str), usize> = HashMap::new();
    let mut messages: HashMap<(usize, &str), usize> = HashMap::new();
    for finding in findings {
        let (level, rule) = (finding.level, finding.rule);
        let at = *rules.entry((level, rule.id)).or_insert_with(|| {
            groups.push(Group { level, rule, said: Vec::new() });
            groups.len() - 1
        });
        let Some(group) = groups.get_mut(at) else { continue };
        let message = finding.message.as_str();
        let nth = *messages.entry((at, message)).or_insert_with(|| {
            group.said.push((message, Vec::new()));
            group.said.len() - 1
        });
        if let Some((_, same)) = group.said.get_mut(nth) {
            same.push(finding);
        }
    }
    groups.sort_by_key(|group| group.level);
    groups
}

/// Findings by level and rule.
fn tallied(checked: &Checked) -> Vec<((Level, &'static Rule), usize)> {
    let mut rules: HashMap<(Level, &str), (&'static Rule, usize)> = HashMap::new();
    for finding in &checked.report.findings {
        rules.entry((finding.level, finding.rule.id)).or_insert((finding.rule, 0)).1 += 1;
    }
    rules.into_iter().map(|((level, _), (rule, count))| ((level, rule), count)).collect()
}

/// What people call it.
pub(super) fn name(checked: &Checked) -> String {
    if let Some(package) = checked.submission.package.as_deref() {
        return printable(&package.name).into_owned();
    }
    let title = checked.submission.connector.as_deref().and_then(Connector::shown_title);
    title.map_or_else(
        || "Connector without a title".to_owned(),
        |title| printable(&title).into_owned(),
    )
}
