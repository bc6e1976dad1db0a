//! The one walk: brings every rule what it looks at, once, and makes the report.
//!
//! No rule walks the connector by itself. After the walk generic findings give way to finer ones,
//! places become lines and columns, the settings set aside what they may, and every rule has an
//! outcome.

mod aside;
pub mod renewal;

use crate::answers::Answers;
use crate::connector::Connector;
use crate::connector::branch::Branch;
use crate::connector::callback::Mark;
use crate::connector::compare::Comparison;
use crate::connector::definition::{Definition, Operation, ParameterSite};
use crate::connector::dynamic::source::Source;
use crate::connector::dynamic::{Call, Extension};
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::connector::package::Package;
use crate::connector::properties::{ConnectionParameter, Properties};
use crate::connector::readme::Readme;
use crate::connector::referrers::{Referrer, referrers};
use crate::connector::secrets;
use crate::connector::sites::Site;
use crate::connector::solutions::Solutions;
use crate::rule::{Context, Finding, Look, Outcome, Place, Report, Rule, Said, Sink, Spot};
use crate::rules;
use crate::settings::{Config, Settings, Unused};
use crate::source::hash::HashSet;
use crate::source::json::{Kind, Node};
use crate::source::pointer::Pointer;
use crate::steps;
use crate::submission::Submission;
use aside::Judged;

/// Judges a submission by the whole rulebook.
pub fn check(submission: &Submission, settings: &Settings) -> Report {
    check_with(&rules::all().collect::<Vec<_>>(), submission, settings)
}

/// Judges a submission by some rules.
pub fn check_with(rules: &[&'static Rule], submission: &Submission, settings: &Settings) -> Report {
    let context = Context { submission, settings };
    let mut outcomes: Vec<(&'static Rule, Outcome)> =
        rules.iter().map(|rule| (*rule, standing(rule, &context))).collect();
    let asked: Vec<&'static Rule> = outcomes
        .iter()
        .filter(|(_, outcome)| *outcome == Outcome::Passed)
        .map(|(rule, _)| *rule)
        .collect();
    let looks = Looks::sort(&asked);
    let said = walk(&looks, &context);
    let findings = report(said, submission, settings);
    let mut said = Judged { findings, excepted: Vec::new() };
    let unused = aside::judge(&mut said, &context, &outcomes);
    if !unused.is_empty() {
        let mut more = Vec::new();
        for entry in unused {
            each(&looks.unused, &mut more, |look, out| look(&context, entry, out));
        }
        let findings = report(more, submission, settings);
        let mut more = Judged { findings, excepted: Vec::new() };
        aside::set_levels(&mut more, settings);
        said.findings.extend(more.findings);
        said.excepted.extend(more.excepted);
    }
    aside::set_outcomes(&said, settings, &mut outcomes);
    Report {
        settings: settings.clone(),
        findings: said.findings,
        excepted: said.excepted,
        outcomes,
    }
}

/// Whether a rule will be asked: `Passed` until it says something.
fn standing(rule: &Rule, context: &Context<'_>) -> Outcome {
    let settings = context.settings;
    let too_young = rule.since.is_some_and(|since| since > settings.as_of);
    if too_young || !rule.publishers.include(settings.publisher) {
        return Outcome::NotApplicable;
    }
    let is_about_packages = rule.looks.iter().any(|look| matches!(look, Look::Package(_)));
    let is_made = is_about_packages && context.submission.solutions.is_some();
    if is_about_packages != context.submission.package.is_some() && !is_made {
        return Outcome::NotApplicable;
    }
    for role in rule.needs {
        if !is_ready(*role, context) {
            return Outcome::Blocked(*role);
        }
    }
    let mut worst = Outcome::NotApplicable;
    for look in rule.looks {
        match subject(look, context) {
            Outcome::Passed => return Outcome::Passed,
            blocked @ Outcome::Blocked(_) => worst = blocked,
            Outcome::Failed | Outcome::NotApplicable | Outcome::Off => {}
        }
    }
    worst
}

/// Whether what a look is about is there.
fn subject(look: &Look, context: &Context<'_>) -> Outcome {
    let there = |there: bool| if there { Outcome::Passed } else { Outcome::NotApplicable };
    let connector = context.connector();
    let Some(role) = look.role() else {
        return there(match look {
            Look::Answers(_) => context.answers().is_some(),
            Look::Package(_) => {
                context.submission.package.is_some() || context.submission.solutions.is_some()
            }
            Look::Branch(_) => connector.is_some_and(|connector| connector.branch().is_some()),
            Look::Changes(_) => {
                connector.is_some() && matches!(context.submission.previous, Some(Ok(_)))
            }
            _ => connector.is_some(),
        });
    };
    if is_ready(role, context) {
        return there(match look {
            Look::Operation(_) => context
                .definition()
                .is_some_and(|definition| !definition.index().operations().is_empty()),
            Look::Parameter(_) => context
                .definition()
                .is_some_and(|definition| !definition.index().parameter_sites().is_empty()),
            Look::Schema(_) => context
                .definition()
                .is_some_and(|definition| definition.schema_sites().next().is_some()),
            Look::Type(_) => context
                .definition()
                .is_some_and(|definition| definition.type_sites().next().is_some()),
            Look::DynamicExtension(_) | Look::DynamicSource(_) => context
                .definition()
                .is_some_and(|definition| !definition.index().dynamic().is_empty()),
            Look::Callback(_) => context
                .definition()
                .is_some_and(|definition| !definition.index().callbacks().is_empty()),
            Look::DynamicCall(_) => context
                .definition()
                .is_some_and(|definition| definition.dynamics().calls(definition).next().is_some()),
            Look::ConnectionParameter(_) => context
                .properties()
                .is_some_and(|properties| !properties.connection_parameters().is_empty()),
            _ => true,
        });
    }
    // Some files are optional: where there are none, nothing is blocked.
    let optional = matches!(role, Role::Icon | Role::Settings) || matches!(look, Look::Text(..));
    if optional && !connector.is_some_and(|connector| connector.facts(role).found) {
        Outcome::NotApplicable
    } else {
        Outcome::Blocked(role)
    }
}

fn is_ready(role: Role, context: &Context<'_>) -> bool {
    context.connector().is_some_and(|connector| {
        let facts = connector.facts(role);
        facts.found && facts.broken.is_none()
    })
}

/// Functions of one kind, each with the rule it speaks for.
type Asked<F> = Vec<(&'static Rule, F)>;

/// A function that reads the text of a file.
type TextLook = fn(&Context<'_>, &str, &mut Sink<'_>);

/// The functions of all rules by what they look at, so that the walk asks only those concerned.
struct Looks {
    files: Asked<fn(&Context<'_>, &Connector, &mut Sink<'_>)>,
    definition: Asked<fn(&Context<'_>, &Definition, &mut Sink<'_>)>,
    operation: Asked<fn(&Context<'_>, Operation<'_>, &mut Sink<'_>)>,
    parameter: Asked<fn(&Context<'_>, ParameterSite<'_>, &mut Sink<'_>)>,
    walked: Asked<fn(&Context<'_>, Node<'_>, &mut Sink<'_>)>,
    properties: Asked<fn(&Context<'_>, &Properties, &mut Sink<'_>)>,
    connection_parameter: Asked<fn(&Context<'_>, &ConnectionParameter<'_>, &mut Sink<'_>)>,
    readme: Asked<fn(&Context<'_>, &Readme, &mut Sink<'_>)>,
    icon: Asked<fn(&Context<'_>, Icon, &mut Sink<'_>)>,
    answers: Asked<fn(&Context<'_>, &Answers, &mut Sink<'_>)>,
    settings: Asked<fn(&Context<'_>, &Config, &mut Sink<'_>)>,
    unused: Asked<fn(&Context<'_>, Unused<'_>, &mut Sink<'_>)>,
    branch: Asked<fn(&Context<'_>, &Branch, &mut Sink<'_>)>,
    changes: Asked<fn(&Context<'_>, &Comparison<'_>, &mut Sink<'_>)>,
    schema: Asked<fn(&Context<'_>, Site<'_>, &mut Sink<'_>)>,
    types: Asked<fn(&Context<'_>, Site<'_>, &mut Sink<'_>)>,
    reference: Asked<fn(&Context<'_>, &Referrer<'_>, &mut Sink<'_>)>,
    dynamic_extension: Asked<fn(&Context<'_>, Extension<'_>, &mut Sink<'_>)>,
    dynamic_call: Asked<fn(&Context<'_>, Call<'_>, &mut Sink<'_>)>,
    dynamic_source: Asked<fn(&Context<'_>, &Source<'_>, &mut Sink<'_>)>,
    callback: Asked<fn(&Context<'_>, Mark<'_>, &mut Sink<'_>)>,
    text: Asked<(Role, TextLook)>,
    package: Asked<fn(&Context<'_>, &Package, &mut Sink<'_>)>,
}

impl Looks {
    fn sort(rules: &[&'static Rule]) -> Self {
        let mut looks = Self {
            files: Vec::new(),
            definition: Vec::new(),
            operation: Vec::new(),
            parameter: Vec::new(),
            walked: Vec::new(),
            properties: Vec::new(),
            connection_parameter: Vec::new(),
            readme: Vec::new(),
            icon: Vec::new(),
            answers: Vec::new(),
            settings: Vec::new(),
            unused: Vec::new(),
            branch: Vec::new(),
            changes: Vec::new(),
            schema: Vec::new(),
            types: Vec::new(),
            reference: Vec::new(),
            dynamic_extension: Vec::new(),
            dynamic_call: Vec::new(),
            dynamic_source: Vec::new(),
            callback: Vec::new(),
            text: Vec::new(),
            package: Vec::new(),
        };
        for rule in rules {
            for look in rule.looks {
                match look {
                    Look::Files(look) => looks.files.push((rule, *look)),
                    Look::Definition(look) => looks.definition.push((rule, *look)),
                    Look::Operation(look) => looks.operation.push((rule, *look)),
                    Look::Parameter(look) => looks.parameter.push((rule, *look)),
                    Look::Walked(look) => looks.walked.push((rule, *look)),
                    Look::Properties(look) => looks.properties.push((rule, *look)),
                    Look::ConnectionParameter(look) => {
                        looks.connection_parameter.push((rule, *look));
                    }
                    Look::Readme(look) => looks.readme.push((rule, *look)),
                    Look::Icon(look) => looks.icon.push((rule, *look)),
                    Look::Answers(look) => looks.answers.push((rule, *look)),
                    Look::Settings(look) => looks.settings.push((rule, *look)),
                    Look::Unused(look) => looks.unused.push((rule, *look)),
                    Look::Branch(look) => looks.branch.push((rule, *look)),
                    Look::Changes(look) => looks.changes.push((rule, *look)),
                    Look::Schema(look) => looks.schema.push((rule, *look)),
                    Look::Type(look) => looks.types.push((rule, *look)),
                    Look::Reference(look) => looks.reference.push((rule, *look)),
                    Look::DynamicExtension(look) => looks.dynamic_extension.push((rule, *look)),
                    Look::DynamicCall(look) => looks.dynamic_call.push((rule, *look)),
                    Look::DynamicSource(look) => looks.dynamic_source.push((rule, *look)),
                    Look::Callback(look) => looks.callback.push((rule, *look)),
                    Look::Package(look) => looks.package.push((rule, *look)),
                    Look::Text(role, look) => looks.text.push((rule, (*role, *look))),
                }
            }
        }
        looks
    }
}

/// Brings every function what it looks at; each thing is visited once.
fn walk(looks: &Looks, context: &Context<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    if let Some(package) = context.submission.package.as_deref() {
        // What else there is, it is only compared with.
        each(&looks.package, &mut said, |look, out| look(context, package, out));
        return said;
    }
    if let Some(connector) = context.connector() {
        each(&looks.files, &mut said, |look, out| look(context, connector, out));
        if let Some(branch) = connector.branch() {
            each(&looks.branch, &mut said, |look, out| look(context, branch, out));
        }
        if let Some(readme) = connector.readme.ready() {
            each(&looks.readme, &mut said, |look, out| look(context, readme, out));
        }
        if let Some(icon) = connector.icon.ready() {
            each(&looks.icon, &mut said, |look, out| look(context, *icon, out));
        }
        each(&looks.text, &mut said, |(role, look), out| {
            if let Some(body) = connector.facts(*role).body {
                look(context, &body.text(), out);
            }
        });
    }
    if let Some(definition) = context.definition() {
        each(&looks.definition, &mut said, |look, out| look(context, definition, out));
        for operation in definition.operations() {
            each(&looks.operation, &mut said, |look, out| look(context, operation, out));
        }
        for site in definition.parameter_sites() {
            each(&looks.parameter, &mut said, |look, out| look(context, site, out));
        }
        for object in walked(definition.root()) {
            each(&looks.walked, &mut said, |look, out| look(context, object, out));
        }
        if !looks.schema.is_empty() {
            for site in definition.schema_sites() {
                each(&looks.schema, &mut said, |look, out| look(context, site, out));
            }
        }
        if !looks.types.is_empty() {
            for site in definition.type_sites() {
                each(&looks.types, &mut said, |look, out| look(context, site, out));
            }
        }
        if !looks.reference.is_empty() {
            for referrer in referrers(definition) {
                each(&looks.reference, &mut said, |look, out| look(context, &referrer, out));
            }
        }
        walk_calls(looks, context, definition, &mut said);
        for mark in definition.callbacks().marks(definition) {
            each(&looks.callback, &mut said, |look, out| look(context, mark, out));
        }
    }
    if let Some(properties) = context.properties() {
        each(&looks.properties, &mut said, |look, out| look(context, properties, out));
        for parameter in properties.connection_parameters() {
            each(&looks.connection_parameter, &mut said, |look, out| {
                look(context, &parameter, out);
            });
        }
    }
    if let (Some(Ok(old)), Some(new)) = (&context.submission.previous, context.connector())
        && !looks.changes.is_empty()
    {
        let comparison = Comparison::new(old, new);
        each(&looks.changes, &mut said, |look, out| look(context, &comparison, out));
    }
    if let Some(answers) = context.answers() {
        each(&looks.answers, &mut said, |look, out| look(context, answers, out));
    }
    if let Some(config) = context.settings.config.as_deref() {
        each(&looks.settings, &mut said, |look, out| look(context, config, out));
    }
    if let Some(solutions) = context.submission.solutions.as_deref() {
        let start = said.len();
        each(&looks.package, &mut said, |look, out| look(context, &solutions.package, out));
        let mut packed = said.split_off(start);
        packed.retain(|said| is_ours(&said.place, solutions));
        said.extend(packed);
    }
    said
}

/// Whether a place in the package that is to be made is the publisher's work: what is at its root
/// we put there, and while solutions are missing it is no package yet.
fn is_ours(place: &Place, solutions: &Solutions) -> bool {
    match place {
        Place::Packed(path) => {
            Solutions::part(path).is_some() || solutions.is_complete() && !path.is_empty()
        }
        _ => true,
    }
}

/// The most readings of references by operations. Real definitions have some thousand; beyond it
/// each reference is read for one operation only.
const MOST_READINGS: usize = 500_000;

/// Brings what the definition calls, and each reference with every operation it is read for.
fn walk_calls(looks: &Looks, context: &Context<'_>, definition: &Definition, said: &mut Vec<Said>) {
    let mut readings = 0;
    let dynamics = definition.dynamics();
    for extension in dynamics.extensions(definition) {
        each(&looks.dynamic_extension, said, |look, out| look(context, extension, out));
    }
    for call in dynamics.calls(definition) {
        each(&looks.dynamic_call, said, |look, out| look(context, call, out));
        let Some(target) = call.target() else { continue };
        for (key, value) in call.arguments() {
            let Some(reference) = call.reference(value) else { continue };
            let name = reference.as_str().unwrap_or_default();
            let meaning = call.meaning_of(target, &key);
            let mut silent = looks.dynamic_source.clone();
            for caller in call.callers() {
                let source = call.source(reference, &name, meaning, caller);
                silent.retain(|(rule, look)| {
                    let before = said.len();
                    look(context, &source, &mut Sink { rule, said });
                    said.len() == before
                });
                readings += 1;
                if silent.is_empty() || readings > MOST_READINGS {
                    break;
                }
            }
        }
    }
}

fn each<F>(asked: &[(&'static Rule, F)], said: &mut Vec<Said>, bring: impl Fn(&F, &mut Sink<'_>)) {
    for (rule, look) in asked {
        bring(look, &mut Sink { rule, said });
    }
}

/// The walk of D17: every object but those below a member `example` or `examples` that is no
/// property, properties maps left out.
fn walked(root: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    let mut open = vec![(root, false)];
    std::iter::from_fn(move || {
        while let Some((node, is_map)) = open.pop() {
            match node.kind() {
                Kind::Array => open.extend(node.children().map(|child| (child, false))),
                Kind::Object => {
                    let members = node.children().filter(|member| !member.is_replaced());
                    let containers =
                        members.filter(|member| member.is_object() || member.is_array());
                    open.extend(
                        containers
                            .filter(|member| {
                                is_map || !(member.key_is("example") || member.key_is("examples"))
                            })
                            .map(|member| (member, !is_map && member.key_is("properties"))),
                    );
                    if !is_map {
                        return Some(node);
                    }
                }
                _ => {}
            }
        }
        None
    })
}

/// Findings as a set, generic ones silenced by finer ones, located and in reading order.
fn report(said: Vec<Said>, submission: &Submission, settings: &Settings) -> Vec<Finding> {
    let connector = submission.connector.as_deref();
    // Comparisons quote from the published files, too.
    let previous = submission.previous.as_ref().and_then(|read| read.as_deref().ok());
    let files = connector.into_iter().chain(previous);
    let answers = submission.answers.iter().flat_map(|answers| answers.iter());
    let in_answers: Vec<_> = answers.flat_map(|(_, answer)| secrets::scan(&answer.text)).collect();
    let in_answers = in_answers.iter().map(|suspect| suspect.text.as_str());
    let secrets: Vec<&str> = files.flat_map(Connector::all_secrets).chain(in_answers).collect();
    let spoken = Spoken::new(&said);
    let mut seen = HashSet::default();
    let mut findings: Vec<Finding> = said
        .into_iter()
        .filter(|said| !spoken.silences(said))
        .map(|said| Finding {
            rule: said.rule,
            level: said.rule.level.of(settings.publisher),
            spot: Spot::locate(&said.place, connector),
            related: said.related.iter().map(|place| Spot::locate(place, connector)).collect(),
            place: said.place,
            message: secrets::hidden(said.message, &secrets),
        })
        .filter(|finding| {
            let spot = &finding.spot;
            // Bytes have no pointer; two stretches of them are two places.
            let bytes = spot.span.filter(|_| matches!(finding.place, Place::Bytes(..)));
            let packed = match &finding.place {
                // One thing may be wrong with a file in two ways.
                Place::Packed(path) => Some((path.clone(), finding.message.clone())),
                _ => None,
            };
            let pointer = spot.pointer.clone();
            seen.insert((finding.rule.id, spot.answer, spot.role, pointer, bytes, packed))
        })
        .collect();
    // A name may hold a secret as well as a value; the places have been found by now.
    if !secrets.is_empty() {
        let names = secrets.iter().map(|secret| secret.replace('~', "~0").replace('/', "~1"));
        let names: Vec<String> = names.collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for finding in &mut findings {
            for spot in finding.related.iter_mut().chain([&mut finding.spot]) {
                spot.pointer = secrets::hidden(std::mem::take(&mut spot.pointer), &names);
            }
        }
    }
    // Answers stand in the order in which they are asked for.
    let asked = |key: Option<&str>| {
        let key = key?;
        steps::questions().position(|question| question.key == key)
    };
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| {
            // Those of a package stand in the order of the official script, which is that of the
            // rules.
            let is_packed = matches!(finding.place, Place::Packed(_));
            let rule = if is_packed { "" } else { finding.rule.id };
            (finding.spot.role, finding.spot.range, rule)
        };
        key(a)
            .cmp(&key(b))
            .then_with(|| a.spot.pointer.cmp(&b.spot.pointer))
            .then_with(|| asked(a.spot.answer).cmp(&asked(b.spot.answer)))
    });
    findings
}

/// Rules that point to an object but speak of one of its members.
const COVERS: [(&str, &str); 1] = [("response-description-missing", "description")];

/// Where finer rules have spoken: at each of their places and at everything above it.
struct Spoken(HashSet<(&'static str, Role, Pointer)>);

impl Spoken {
    fn new(said: &[Said]) -> Self {
        let finer: HashSet<&str> =
            said.iter().flat_map(|said| said.rule.quiet_when.iter().copied()).collect();
        let mut spoken = HashSet::default();
        for said in said.iter().filter(|said| finer.contains(said.rule.id)) {
            let (Place::Member(role, pointer) | Place::Key(role, pointer)) = &said.place else {
                continue;
            };
            let covered = COVERS.iter().find(|(id, _)| *id == said.rule.id);
            let mut at =
                Some(covered.map_or_else(|| pointer.clone(), |(_, name)| pointer.child(name)));
            while let Some(pointer) = at {
                at = pointer.parent();
                if !spoken.insert((said.rule.id, *role, pointer)) {
                    // Everything above is there already.
                    break;
                }
            }
        }
        Self(spoken)
    }

    fn silences(&self, generic: &Said) -> bool {
        let Place::Member(role, pointer) = &generic.place else { return false };
        let quiet_when = generic.rule.quiet_when;
        quiet_when.iter().any(|finer| self.0.contains(&(*finer, *role, pointer.clone())))
    }
}

#[cfg(test)]
mod tests;
