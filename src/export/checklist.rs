//! `checklist.md`: the journey's tasks, what keeps them open, and all answers.

mod aside;
mod marketplace;

use std::fmt::Write as _;

use super::markdown::{plain, typed};
use super::{
    Artifact, ExportSettings, Exporter, Refusal, answers, covered, folder, name, place, publisher,
    refusal,
};
use crate::answers::{Answers, Kind, Origin, Publisher, Question, Value};
use crate::rule::{Checked, Finding, Level};
use crate::steps::outage::outage;
use crate::steps::{self, STEPS};
use crate::tasks::{self, Evaluated, State, dates, judged_answers};

pub(super) static EXPORTER: Exporter =
    Exporter { name: "checklist", makes: "the checklist", is_package: false, export };

/// Places of one rule that are listed; its count stands beside them.
const SHOWN: usize = 5;

#[expect(clippy::unnecessary_wraps, reason = "the table's shape; the list itself always leaves")]
fn export(checked: &Checked, settings: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    let mut text = String::new();
    let tasks = tasks::evaluate(checked);
    head(&mut text, checked, settings);
    standing(&mut text, checked, &tasks);
    journey(&mut text, &tasks);
    days(&mut text, checked);
    text.push_str(&aside::section(checked));
    findings(&mut text, checked);
    if let Some(answers) = answers(checked) {
        all_answers(&mut text, checked, answers);
    }
    text.push_str(&marketplace::section(checked));
    Ok(vec![Artifact { path: "checklist.md".to_owned(), bytes: text.into_bytes() }])
}

fn head(text: &mut String, checked: &Checked, settings: &ExportSettings) {
    let title = name(checked).unwrap_or_else(|| "Connector without a name".to_owned());
    let _ = writeln!(text, "# Submission checklist: {}\n", plain(&title));
    let _ = writeln!(
        text,
        "Made by conncert {} on {} for {}.\n",
        env!("CARGO_PKG_VERSION"),
        settings.date,
        whom(checked)
    );
    if let Some(refusal) = refusal(checked, settings.incomplete) {
        let _ = writeln!(text, "> **No package yet.** {}\n", refusal.sentence);
        return;
    }
    let errors = checked.report.count(Level::Error);
    if settings.incomplete && errors > 0 {
        let _ = write!(
            text,
            "> **Incomplete.** The package is made at your wish although {errors} error{} open. \
             Microsoft would send it back.",
            if errors == 1 { " is" } else { "s are" }
        );
        for gap in checked.submission.connector.as_deref().map(folder::gaps).unwrap_or_default() {
            let _ = write!(text, " {gap}");
        }
        text.push_str("\n\n");
    }
}

fn whom(checked: &Checked) -> String {
    let publisher = match publisher(checked) {
        Publisher::Verified => "a verified publisher",
        Publisher::Independent => "an independent publisher",
    };
    let name =
        answers(checked).map(|answers| plain(&covered(checked, answers.text("publisher.name"))));
    match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{name}, {publisher}"),
        None => publisher.to_owned(),
    }
}

fn standing(text: &mut String, checked: &Checked, tasks: &[Evaluated<'_>]) {
    text.push_str("## Where it stands\n\n");
    for state in [State::Done, State::Open, State::ToAttest, State::Microsoft] {
        let count = tasks.iter().filter(|task| task.state == state).count();
        let _ =
            writeln!(text, "- {} {}: {count} of {} tasks", state.mark(), state.word(), tasks.len());
    }
    let _ = writeln!(
        text,
        "- Findings: {}, {}, {} advice\n",
        counted(checked.report.count(Level::Error), "error"),
        counted(checked.report.count(Level::Warning), "warning"),
        checked.report.count(Level::Advice)
    );
    if checked.submission.connector.is_none() {
        text.push_str("The files were not checked: no connector folder is known.\n\n");
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn journey(text: &mut String, tasks: &[Evaluated<'_>]) {
    text.push_str("## The journey\n\n");
    for (number, task) in tasks.iter().enumerate() {
        let _ = writeln!(
            text,
            "### {}. {} {} — {}\n",
            number + 1,
            task.state.mark(),
            task.task.title,
            task.state.word()
        );
        let _ = writeln!(text, "{}\n", task.task.how);
        let _ = writeln!(text, "- Who: {}", task.task.who.word());
        let _ = writeln!(text, "- What or where: {}", task.task.address);
        let _ = writeln!(text, "- Usually takes: {}", task.task.duration);
        for (question, day) in &task.attestations {
            let _ = match day {
                Some(day) => writeln!(text, "- [x] {} ({day})", question.prompt),
                None => writeln!(text, "- [ ] {}", question.prompt),
            };
        }
        if !task.unconfirmed.is_empty() {
            let keys: Vec<String> =
                task.unconfirmed.iter().map(|question| format!("`{}`", question.key)).collect();
            let _ = writeln!(
                text,
                "- [ ] Read from the files, and yours to confirm: {}",
                keys.join(", ")
            );
        }
        for finding in &task.findings {
            let _ = writeln!(text, "- ✗ {}", line(finding));
        }
        text.push('\n');
    }
}

/// The days that the publisher recorded, and what follows from them.
fn days(text: &mut String, checked: &Checked) {
    let answers = judged_answers(checked);
    let settings = &checked.report.settings;
    let follows = dates::consequences(&answers, settings.publisher, settings.as_of);
    let known: Vec<_> = steps::asked(&steps::dates::STEP, &answers)
        .filter_map(|question| Some((question, dates::recorded(&answers, question.key)?)))
        .collect();
    if known.is_empty() {
        return;
    }
    text.push_str("## Dates\n\n| what | when | what follows |\n|---|---|---|\n");
    for (question, day) in known {
        let found = follows.iter().find(|found| found.key == question.key);
        let follows = found.map_or("", |found| found.text.as_str());
        let _ = writeln!(text, "| {} | {day} | {follows} |", question.prompt);
    }
    text.push('\n');
}

fn line(finding: &Finding) -> String {
    format!("{}: {} (`{}`)", place(finding), plain(&finding.message), finding.rule.id)
}

/// Warnings and advice, which keep nothing open, by rule.
fn findings(text: &mut String, checked: &Checked) {
    let lesser: Vec<&Finding> =
        checked.report.findings.iter().filter(|finding| finding.level != Level::Error).collect();
    if lesser.is_empty() {
        return;
    }
    text.push_str("## Worth mending, though nothing waits for it\n\n");
    for level in [Level::Warning, Level::Advice] {
        let mut rules: Vec<&str> = Vec::new();
        for finding in lesser.iter().filter(|finding| finding.level == level) {
            if rules.contains(&finding.rule.id) {
                continue;
            }
            rules.push(finding.rule.id);
            let all: Vec<_> = lesser.iter().filter(|other| other.rule == finding.rule).collect();
            let _ = writeln!(
                text,
                "- {} `{}`, {}",
                level.word(),
                finding.rule.id,
                counted(all.len(), "place")
            );
            for other in all.iter().take(SHOWN) {
                let _ = writeln!(text, "  - {}: {}", place(other), plain(&other.message));
            }
            if all.len() > SHOWN {
                let _ = writeln!(text, "  - and {} more", all.len() - SHOWN);
            }
        }
    }
    text.push('\n');
}

fn all_answers(text: &mut String, checked: &Checked, answers: &Answers) {
    text.push_str("## Your answers\n\n");
    for step in STEPS {
        let asked: Vec<_> = steps::asked(step, answers)
            .filter(|question| !matches!(question.kind, Kind::Attestation(_)))
            .collect();
        if asked.is_empty() {
            continue;
        }
        let _ = writeln!(text, "### {}\n", step.title);
        for question in asked {
            let colon = if question.prompt.ends_with('?') { "" } else { ":" };
            let _ = writeln!(
                text,
                "- {}{colon} {}",
                question.prompt,
                answer(checked, answers, question)
            );
        }
        text.push('\n');
    }
}

fn answer(checked: &Checked, answers: &Answers, question: &Question) -> String {
    let Some(given) = answers.get(question.key).filter(|given| !given.text.trim().is_empty())
    else {
        return "not answered".to_owned();
    };
    let mut shown = typed(&covered(checked, &given.text));
    if question.key == "uptime.percent"
        && let Ok(Value::Percent(percent)) = question.parse(&given.text)
    {
        let sign = if shown.ends_with('%') { "" } else { " %" };
        let outage = outage(percent);
        let _ = write!(
            shown,
            "{sign}, that is up to {} of outage a month and {} a year",
            outage.month(),
            outage.year()
        );
    }
    if let Origin::Read(from) = &given.origin {
        let _ = write!(shown, " (read from {}, not confirmed)", plain(from));
    }
    shown
}
