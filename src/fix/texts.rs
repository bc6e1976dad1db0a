//! Texts that only a person can write: where they are missing, what surrounds them, what the rules
//! say of one before it is in the file, and all of them as one change of the files.

mod around;

use std::sync::Arc;

use serde_json::Value;

use super::files::Files;
use super::group::{Editors, Group, Taken, make};
use super::{Plan, Skipped};
use crate::answers::Stand;
use crate::check::check;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::fix::answer::entry;
use crate::rule::question::question_of;
use crate::rule::{Context, Finding, Mend, Report};
use crate::settings::Settings;
use crate::source::hash::{HashMap, HashSet};
use crate::source::pointer::{Pointer, resolve, resolve_reference};
use crate::source::text::printable;
use crate::submission::Submission;

/// A text that a rule misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The rule.
    rule: &'static str,
    /// What it is called.
    pub what: &'static str,
    /// What makes a good one, in a sentence.
    pub hint: &'static str,
    /// The fewest characters that the rules let pass.
    pub fewest: usize,
    /// The most, where there is a limit.
    pub most: Option<usize>,
}

const fn text(rule: &'static str, what: &'static str, hint: &'static str) -> Wanted {
    Wanted { rule, what, hint, fewest: 1, most: None }
}

const fn within(wanted: Wanted, fewest: usize, most: usize) -> Wanted {
    Wanted { fewest, most: Some(most), ..wanted }
}

/// The rules that miss a text. A test holds the limits against the rules of length.
static WANTED: [Wanted; 20] = [
    within(text("title-missing", "Title", "The name of the product, as customers know it."), 1, 30),
    within(
        text(
            "description-missing",
            "Description of the connector",
            "What the service does and what the connector is good for.",
        ),
        30,
        500,
    ),
    text("contact-name-missing", "Support team", "The name customers see: a team, no person."),
    text("contact-url-missing", "Support page", "An address where customers find help."),
    text("contact-email-missing", "Support e-mail", "A mailbox that several people read."),
    text("website-missing", "Web site", "The site of the product, with https:// before it."),
    text("privacy-policy-missing", "Privacy policy", "The address of the policy."),
    text("categories-missing", "Categories", "One or two of Microsoft's list, with ; between."),
    text("publisher-missing", "Publisher", "The company, or the full name of the person."),
    text("stack-owner-missing", "Owner of the service", "Whose service the connector speaks to."),
    within(
        text("operation-summary-missing", "Summary", "The name people pick the operation by."),
        1,
        80,
    ),
    text("operation-description-missing", "Description", "A sentence: what the operation does."),
    text("trigger-hint-missing", "Trigger hint", "A short sentence: how to make it fire."),
    within(
        text("parameter-summary-missing", "Display name", "What stands beside the field."),
        1,
        80,
    ),
    text("parameter-description-missing", "Description", "A sentence: what to fill in."),
    text("body-property-without-name", "Display name", "What stands beside the field."),
    text("response-description-missing", "Description", "A sentence: what comes back."),
    text("enum-display-name-missing", "Display name", "What makers read in the list."),
    text("connection-parameter-name-missing", "Display name", "What stands beside the field."),
    text(
        "connection-parameter-description-missing",
        "Description",
        "A sentence: what to type in, and where to find it.",
    ),
];

/// Which text a finding misses, if that is what it says.
pub fn wanted(finding: &Finding) -> Option<&'static Wanted> {
    WANTED.iter().find(|wanted| wanted.rule == finding.rule.id)
}

/// A text that is missing, with what one has to know to write it.
#[derive(Debug, Clone)]
pub struct Gap {
    /// What says so.
    pub finding: Finding,
    /// Which text it is.
    pub wanted: &'static Wanted,
    /// Where it will stand, from the operation down: for people to read.
    pub around: Vec<String>,
    /// What may be written there, as far as a program can tell.
    pub proposal: Option<String>,
}

/// The texts that are missing, in the order of the files.
pub fn gaps(submission: &Submission, report: &Report) -> Vec<Gap> {
    let cx = Context { submission, settings: &report.settings };
    let mut seen = HashSet::default();
    let mut gaps = Vec::new();
    for finding in &report.findings {
        let Some(wanted) = wanted(finding) else { continue };
        let Some((role, pointer, _)) = target(&cx, finding, "") else { continue };
        if seen.insert((role, pointer.clone(), wanted.rule)) {
            let around = around::of(&cx, role, &pointer);
            let proposal = proposal(&cx, finding);
            gaps.push(Gap { finding: finding.clone(), wanted, around, proposal });
        }
    }
    gaps
}

/// What the publisher has answered already, or what the fix of the rule would write.
fn proposal(cx: &Context<'_>, finding: &Finding) -> Option<String> {
    if let Some(question) = question_of(finding) {
        let text = cx.answers().map(|answers| answers.text(question.key).trim())?;
        return (!text.is_empty()).then(|| text.to_owned());
    }
    let mends = (finding.rule.fix.as_ref()?.make)(cx, &finding.place)?;
    match mends.as_slice() {
        [Mend::Set(_, _, Value::String(text))] => Some(text.clone()),
        _ => None,
    }
}

/// Where a text belongs that mends a finding, and as which value.
fn target(cx: &Context<'_>, finding: &Finding, text: &str) -> Option<(Role, Pointer, Value)> {
    let connector = cx.connector()?;
    if let Some(question) = question_of(finding)
        && let Some(stand) = question.stands
    {
        let root = connector.json(stand.role())?.root();
        let pointer = stand.pointer(connector);
        let text = question.in_file(text);
        let (pointer, value) = match stand {
            Stand::Member(..) => (pointer, text.into()),
            Stand::Metadata(name) => entry(root, &pointer, name, &text)?,
        };
        return Some((stand.role(), pointer, value));
    }
    let (role, pointer) = finding.place.pointer()?;
    let root = connector.json(role)?.root();
    if finding.rule.id != "response-description-missing" {
        return Some((role, pointer.clone(), text.into()));
    }
    // Where it is written by reference, the text belongs to what is referred to.
    let written = resolve(root, pointer)?;
    let answer = match written.text("$ref") {
        Some(reference) => resolve_reference(root, &reference)?,
        None => written,
    };
    Some((role, answer.pointer().child("description"), text.into()))
}

/// What the rules would say that they do not say now, if this text were in its place. What read-me
/// and intro then lack is not said: that speaks against the page, not against the text.
pub fn judged(
    submission: &Submission,
    before: &Report,
    finding: &Finding,
    text: &str,
) -> Vec<Finding> {
    let settings = &before.settings;
    let made = Writing::of(submission, settings, vec![(finding, text)]);
    let Ok(made) = made.map(Writing::finish) else { return Vec::new() };
    let mut known: HashMap<_, usize> = HashMap::default();
    for finding in &before.findings {
        *known.entry(told(finding)).or_default() += 1;
    }
    let mut after = check(&made.submission, settings).findings;
    after.retain(|finding| !matches!(finding.spot.role, Some(Role::Readme | Role::Intro)));
    after.retain(|finding| match known.get_mut(&told(finding)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    after
}

/// What a finding says, and where.
fn told(finding: &Finding) -> (&'static str, Option<Role>, String, String) {
    let place = finding.place.pointer_text();
    (finding.rule.id, finding.spot.role, place, finding.message.clone())
}

/// Texts in their places.
#[derive(Debug)]
pub struct Texts {
    /// What is to be written, and which texts could not be placed.
    pub plan: Plan,
    /// How many of them are in it.
    pub written: usize,
    /// The submission as it will be.
    submission: Submission,
}

/// Writes texts where they are still missing: `given` knows the text that mends a finding.
pub fn write_texts(
    submission: &Submission,
    settings: &Settings,
    given: &dyn Fn(&Finding) -> Option<String>,
) -> Texts {
    let report = check(submission, settings);
    let texts: Vec<(Finding, String)> = gaps(submission, &report)
        .into_iter()
        .filter_map(|gap| given(&gap.finding).map(|text| (gap.finding, text)))
        .collect();
    let texts = texts.iter().map(|(finding, text)| (finding, text.as_str())).collect();
    Writing::of(submission, settings, texts).map_or_else(
        |()| Texts { plan: Plan::default(), written: 0, submission: submission.clone() },
        Writing::finish,
    )
}

/// Texts on their way into the files, as many at once as do not meet.
struct Writing<'a> {
    settings: &'a Settings,
    original: Submission,
    submission: Submission,
    files: Files,
    left: Vec<(&'a Finding, &'a str)>,
    skipped: Vec<Skipped>,
    written: usize,
}

impl<'a> Writing<'a> {
    fn of(
        submission: &Submission,
        settings: &'a Settings,
        left: Vec<(&'a Finding, &'a str)>,
    ) -> Result<Self, ()> {
        let connector = submission.connector.as_deref().ok_or(())?;
        Ok(Self {
            settings,
            original: submission.clone(),
            submission: submission.clone(),
            files: Files::of(connector),
            left,
            skipped: Vec::new(),
            written: 0,
        })
    }

    fn finish(mut self) -> Texts {
        while !self.left.is_empty() {
            self.round();
        }
        let plan = match (&self.original.connector, &self.submission.connector) {
            (Some(before), Some(after)) => {
                let changes = self.files.changes(before, after);
                Plan { changes, skipped: self.skipped }
            }
            _ => Plan::default(),
        };
        Texts { plan, written: self.written, submission: self.submission }
    }

    /// Places some of what is left; each round leaves fewer.
    fn round(&mut self) {
        let submission = self.submission.clone();
        let Some(connector) = submission.connector.as_deref() else { return self.left.clear() };
        let cx = Context { submission: &submission, settings: self.settings };
        let files = self.files.clone();
        let editors = Editors::new(connector, &files);
        let mut taken = Taken::default();
        let mut batch: Vec<Placed<'_, 'a>> = Vec::new();
        let mut later = Vec::new();
        for (finding, text) in std::mem::take(&mut self.left) {
            let placed = target(&cx, finding, text)
                .ok_or_else(|| "there is no place for it any more".to_owned())
                .and_then(|place| {
                    let mend = Mend::Set(place.0, place.1.clone(), place.2.clone());
                    let group = editors.group(finding, vec![mend])?;
                    Ok(Placed { group, place, given: (finding, text) })
                });
            match placed {
                Ok(placed) if taken.admit(&placed.group) => batch.push(placed),
                Ok(_) => later.push((finding, text)),
                Err(reason) => self.skip(finding, &reason),
            }
        }
        while !batch.is_empty() && !self.place(connector, &batch) {
            if let [only] = batch.as_slice() {
                self.skip(only.given.0, "it does not fit the file");
                break;
            }
            let half = batch.split_off(batch.len() / 2);
            later.extend(half.into_iter().map(|placed| placed.given));
        }
        self.left.extend(later);
    }

    /// Makes the edits, if each text then stands where it should and the files can be read.
    fn place(&mut self, connector: &Connector, batch: &[Placed<'_, '_>]) -> bool {
        let groups: Vec<&Group<'_>> = batch.iter().map(|placed| &placed.group).collect();
        let Some(files) = make(&self.files, &groups) else { return false };
        let made = files.connector(connector);
        let stands = batch.iter().all(|Placed { place: (role, pointer, value), .. }| {
            made.json(*role).is_some_and(|json| {
                pointer.last().is_some_and(|last| last == "-")
                    || resolve(json.root(), pointer).is_some_and(|node| node.to_value() == *value)
            })
        });
        if stands {
            self.files = files;
            self.submission.connector = Some(Arc::new(made));
            self.written += batch.len();
        }
        stands
    }

    fn skip(&mut self, finding: &Finding, reason: &str) {
        let pointer = finding.place.pointer_text();
        self.skipped.push(Skipped {
            file: finding.spot.file.clone().unwrap_or_default(),
            reason: format!("{}: {reason}. Write it by hand.", printable(&pointer)),
            keys: Vec::new(),
            rule: Some(finding.rule.id),
        });
    }
}

/// A text with the edits that put it into its place.
struct Placed<'e, 'a> {
    group: Group<'e>,
    place: (Role, Pointer, Value),
    given: (&'a Finding, &'a str),
}

#[cfg(test)]
#[path = "texts/tests.rs"]
mod tests;
