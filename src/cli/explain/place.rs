//! Where in a connector that is what a message is about: the validator tells a path, which is the
//! parent where a member is missing, and our findings tell the rest.

use std::fmt::Write as _;

use crate::connector::files::Role;
use crate::format::{self, Style, plural, wrap};
use crate::rule::{Checked, Finding, Level, Look, Place, Rule, Spot};
use crate::rules::reading::Reading;
use crate::source::pointer::{Pointer, resolve, resolve_reference};
use crate::source::text::printable;

/// Whether the pointer of a finding is near to a path.
type Nearness<'a> = dyn Fn(&Pointer, &Pointer) -> bool + 'a;

/// So many places are shown.
const SHOWN: usize = 5;

/// The places with their lines; empty where there is nothing to say.
pub(super) fn show(checked: &Checked, reading: &Reading, style: &Style) -> String {
    let found = findings(checked, reading);
    let mut out = String::new();
    for finding in found.iter().take(SHOWN) {
        out.push_str(&format::finding(checked, finding, style));
        out.push('\n');
    }
    if found.len() > SHOWN {
        let more = plural(found.len() - SHOWN, "more place", "more places");
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{more}; `conncert check` shows them all.\n");
    }
    if found.is_empty() && is_about_changes(reading) && checked.submission.previous.is_none() {
        let text = "It is about what changed since the published version. `conncert check \
                    --against OLD` shows the places; OLD is a folder, a file or git:REVISION.";
        let _ = writeln!(out, "{}", wrap(text, style.width, ""));
    } else if found.is_empty() {
        out.push_str(&nothing(checked, reading, style).unwrap_or_default());
    }
    out
}

fn is_about_changes(reading: &Reading) -> bool {
    let looks = reading.rules.iter().flat_map(|rule| rule.looks);
    !reading.rules.is_empty() && { looks }.all(|look| matches!(look, Look::Changes(_)))
}

/// Of the rules that a message may be about those that fire at its place, where any does.
pub(super) fn narrow(checked: &Checked, reading: &mut Reading) {
    if reading.path.is_none() {
        return;
    }
    let mut fired: Vec<&'static Rule> = Vec::new();
    for finding in findings(checked, reading) {
        if !fired.contains(&finding.rule) {
            fired.push(finding.rule);
        }
    }
    if !fired.is_empty() {
        reading.rules = fired;
    }
}

/// The findings that a reading is about: those of its rules, as near to its path as there are any.
fn findings<'a>(checked: &'a Checked, reading: &Reading) -> Vec<&'a Finding> {
    let mine: Vec<&Finding> = checked
        .report
        .findings
        .iter()
        // Where no rule is known, what is at the very place says more than nothing.
        .filter(|finding| match reading.rules.as_slice() {
            [] => reading.path.is_some(),
            rules => rules.contains(&finding.rule),
        })
        .collect();
    let Some(path) = &reading.path else { return mine };
    let mine: Vec<(&Finding, Pointer)> = mine
        .into_iter()
        .filter(|finding| finding.spot.role == Some(Role::Definition))
        .filter_map(|finding| Some((finding, Pointer::parse(&finding.spot.pointer)?)))
        .collect();
    let paths = paths(checked, path);
    let near = |is_near: &Nearness<'_>| -> Vec<&'a Finding> {
        let fits = |pointer: &Pointer| paths.iter().any(|path| is_near(pointer, path));
        mine.iter().filter(|(_, pointer)| fits(pointer)).map(|(finding, _)| *finding).collect()
    };
    let member = |path: &Pointer| reading.member.as_deref().map(|member| path.child(member));
    let tiers: [&Nearness<'_>; 5] = [
        // The member that the message names, or what is below it.
        &|pointer, path| member(path).is_some_and(|member| pointer.starts_with(&member)),
        &|pointer, path| pointer == path,
        &|pointer, path| pointer.parent().as_ref() == Some(path),
        &|pointer, path| !path.is_root() && pointer.starts_with(path),
        // Where the validator means an element, we may mean its list.
        &|pointer, path| path.parent().as_ref() == Some(pointer),
    ];
    let most = if reading.rules.is_empty() { 2 } else { tiers.len() };
    tiers
        .iter()
        .take(most)
        .map(|tier| near(tier))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The path, and what it leads to through references: a shared parameter is judged where it is
/// written.
fn paths(checked: &Checked, path: &Pointer) -> Vec<Pointer> {
    let mut paths = vec![path.clone()];
    let connector = checked.submission.connector.as_deref();
    let Some(json) = connector.and_then(|connector| connector.json(Role::Definition)) else {
        return paths;
    };
    let mut at = Pointer::root();
    for token in path.tokens() {
        at = at.child(&token);
        // Whatever a log says lies below: where nothing is, nothing leads on.
        let Some(node) = resolve(json.root(), &at) else { break };
        let Some(reference) = node.text("$ref") else { continue };
        let Some(target) = resolve_reference(json.root(), &reference) else { continue };
        let rest = path.as_str().strip_prefix(at.as_str()).unwrap_or_default();
        paths.extend(Pointer::parse(&format!("{}{rest}", target.pointer())));
    }
    paths
}

/// What there is to say where nothing is found: the place as it is now.
fn nothing(checked: &Checked, reading: &Reading, style: &Style) -> Option<String> {
    let rule = *reading.rules.first()?;
    let Some(path) = &reading.path else {
        return Some(format!(
            "{}\n",
            wrap("In this connector there is nothing of it to mend.", style.width, "")
        ));
    };
    let place = Place::Member(Role::Definition, path.clone());
    let connector = checked.submission.connector.as_deref();
    let elsewhere = checked.report.findings.iter().filter(|finding| finding.rule == rule).count();
    let elsewhere = match elsewhere {
        0 => String::new(),
        count => format!(
            " Elsewhere there {}.",
            match count {
                1 => "is 1 finding of it".to_owned(),
                _ => format!("are {count} findings of it"),
            }
        ),
    };
    let finding = Finding {
        rule,
        level: Level::Advice,
        spot: Spot::locate(&place, connector),
        place,
        message: format!(
            "Nothing of it is found at {} now. The file may have changed since the message was \
             written.{elsewhere}",
            printable(path.as_str())
        ),
        related: Vec::new(),
    };
    Some(format::finding(checked, &finding, style) + "\n")
}
