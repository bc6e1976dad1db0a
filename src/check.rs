//! The one walk: brings every rule what it looks at, once, and makes the report.
//!
//! No rule walks the connector by itself. After the walk generic findings give way to finer ones,
//! places become lines and columns, and every rule has an outcome.

use std::collections::HashSet;

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Finding, Look, Outcome, Place, Report, Rule, Said, Sink, Spot};
use crate::rules;
use crate::settings::Settings;
use crate::source::json::Node;
use crate::submission::Submission;

/// Judges a submission by the whole rulebook.
pub fn check(submission: &Submission, settings: &Settings) -> Report {
    check_with(&rules::all().collect::<Vec<_>>(), submission, settings)
}

/// Judges a submission by some rules.
pub fn check_with(rules: &[&'static Rule], submission: &Submission, settings: &Settings) -> Report {
    let context = Context { submission, settings };
    let mut walk = Walk { context, said: Vec::new() };
    let mut outcomes: Vec<(&'static Rule, Outcome)> =
        rules.iter().map(|rule| (*rule, walk.standing(rule))).collect();
    let asked: Vec<(&'static Rule, &'static Look)> = outcomes
        .iter()
        .filter(|(_, outcome)| *outcome == Outcome::Passed)
        .flat_map(|(rule, _)| rule.looks.iter().map(|look| (*rule, look)))
        .collect();
    walk.run(&asked);
    let findings = report(walk.said, submission.connector.as_deref(), settings);
    let failed: HashSet<&str> = findings.iter().map(|finding| finding.rule.id).collect();
    for (rule, outcome) in &mut outcomes {
        if failed.contains(rule.id) {
            *outcome = Outcome::Failed;
        }
    }
    Report { settings: *settings, findings, outcomes }
}

struct Walk<'a> {
    context: Context<'a>,
    said: Vec<Said>,
}

impl<'a> Walk<'a> {
    /// Whether a rule will be asked: `Passed` until it says something.
    fn standing(&self, rule: &Rule) -> Outcome {
        let settings = self.context.settings;
        let too_young = rule.since.is_some_and(|since| since > settings.as_of);
        if too_young || !rule.publishers.include(settings.publisher) {
            return Outcome::NotApplicable;
        }
        for role in rule.needs {
            if !self.is_ready(*role) {
                return Outcome::Blocked(*role);
            }
        }
        let mut worst = Outcome::NotApplicable;
        for look in rule.looks {
            match self.subject(look) {
                Outcome::Passed => return Outcome::Passed,
                blocked @ Outcome::Blocked(_) => worst = blocked,
                Outcome::Failed | Outcome::NotApplicable => {}
            }
        }
        worst
    }

    /// Whether what a look is about is there.
    fn subject(&self, look: &Look) -> Outcome {
        let Some(role) = look.role() else {
            let there = match look {
                Look::Answers(_) => self.context.answers().is_some(),
                _ => self.context.connector().is_some(),
            };
            return if there { Outcome::Passed } else { Outcome::NotApplicable };
        };
        if self.is_ready(role) {
            return match (look, self.context.definition(), self.context.properties()) {
                (Look::Operation(_), Some(definition), _)
                    if definition.operations().next().is_none() =>
                {
                    Outcome::NotApplicable
                }
                (Look::ConnectionParameter(_), _, Some(properties))
                    if properties.connection_parameters().is_empty() =>
                {
                    Outcome::NotApplicable
                }
                _ => Outcome::Passed,
            };
        }
        let found = self.context.connector().is_some_and(|connector| connector.facts(role).found);
        // An icon is optional: where there is none, nothing is blocked.
        if role == Role::Icon && !found { Outcome::NotApplicable } else { Outcome::Blocked(role) }
    }

    fn is_ready(&self, role: Role) -> bool {
        self.context.connector().is_some_and(|connector| {
            let facts = connector.facts(role);
            facts.found && facts.broken.is_none()
        })
    }

    fn run(&mut self, asked: &[(&'static Rule, &'static Look)]) {
        let context = self.context;
        for (rule, look) in asked {
            let mut out = Sink { rule, said: &mut self.said };
            match look {
                Look::Files(look) => context.connector().into_iter().for_each(|connector| {
                    look(&context, connector, &mut out);
                }),
                Look::Definition(look) => context.definition().into_iter().for_each(|definition| {
                    look(&context, definition, &mut out);
                }),
                Look::Properties(look) => context.properties().into_iter().for_each(|properties| {
                    look(&context, properties, &mut out);
                }),
                Look::Readme(look) => {
                    let readme = context.connector().and_then(|found| found.readme.ready());
                    if let Some(readme) = readme {
                        look(&context, readme, &mut out);
                    }
                }
                Look::Icon(look) => {
                    let icon = context.connector().and_then(|found| found.icon.ready());
                    if let Some(icon) = icon {
                        look(&context, *icon, &mut out);
                    }
                }
                Look::Answers(look) => context.answers().into_iter().for_each(|answers| {
                    look(&context, answers, &mut out);
                }),
                // These are brought during the walk below.
                Look::Object(_) | Look::Operation(_) | Look::ConnectionParameter(_) => {}
            }
        }
        if let Some(definition) = context.definition() {
            for operation in definition.operations() {
                self.each(asked, |look, out| {
                    if let Look::Operation(look) = look {
                        look(&context, operation, out);
                    }
                });
            }
        }
        if let Some(properties) = context.properties() {
            for parameter in properties.connection_parameters() {
                self.each(asked, |look, out| {
                    if let Look::ConnectionParameter(look) = look {
                        look(&context, &parameter, out);
                    }
                });
            }
        }
        if let Some(connector) = context.connector() {
            for role in [Role::Definition, Role::Properties] {
                for object in connector.json(role).into_iter().flat_map(|json| objects(json.root()))
                {
                    self.each(asked, |look, out| {
                        if let Look::Object(look) = look {
                            look(&context, role, object, out);
                        }
                    });
                }
            }
        }
    }

    fn each(
        &mut self,
        asked: &[(&'static Rule, &'static Look)],
        mut bring: impl FnMut(&'a Look, &mut Sink<'_>),
    ) {
        for (rule, look) in asked {
            bring(look, &mut Sink { rule, said: &mut self.said });
        }
    }
}

/// Every object of a tree, objects inside replaced values left out.
fn objects(root: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    let mut open = vec![root];
    std::iter::from_fn(move || {
        while let Some(node) = open.pop() {
            if node.is_object() {
                open.extend(node.members().map(|(_, child)| child));
                return Some(node);
            }
            open.extend(node.items());
        }
        None
    })
}

/// Findings as a set, generic ones silenced by finer ones, located and in reading order.
fn report(said: Vec<Said>, connector: Option<&Connector>, settings: &Settings) -> Vec<Finding> {
    let mut seen = HashSet::new();
    let quiet: Vec<bool> = said.iter().map(|generic| is_silenced(generic, &said)).collect();
    let mut findings: Vec<Finding> = said
        .into_iter()
        .zip(quiet)
        .filter(|(_, quiet)| !quiet)
        .map(|(said, _)| Finding {
            rule: said.rule,
            level: said.rule.level.of(settings.publisher),
            spot: Spot::locate(&said.place, connector),
            related: said.related.iter().map(|place| Spot::locate(place, connector)).collect(),
            place: said.place,
            message: said.message,
        })
        .filter(|finding| {
            let spot = &finding.spot;
            seen.insert((finding.rule.id, spot.answer, spot.role, spot.pointer.clone()))
        })
        .collect();
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.spot.role, finding.spot.range, finding.rule.id);
        key(a).cmp(&key(b)).then_with(|| a.spot.pointer.cmp(&b.spot.pointer))
    });
    findings
}

fn is_silenced(generic: &Said, said: &[Said]) -> bool {
    if generic.rule.quiet_when.is_empty() {
        return false;
    }
    let Place::Member(role, pointer) = &generic.place else { return false };
    said.iter().any(|finer| {
        generic.rule.quiet_when.contains(&finer.rule.id)
            && matches!(&finer.place, Place::Member(at, below) | Place::Key(at, below)
                if at == role && below.starts_with(pointer))
    })
}
