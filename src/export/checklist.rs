//! `checklist.md`: the journey's tasks, what keeps them open, and all answers.

use std::fmt::Write as _;

use super::{Artifact, ExportSettings, Exporter, answers, name, place, plain, publisher, refusal};
use crate::answers::{Answers, Kind, Publisher, Question, Value};
use crate::rule::{Checked, Finding, Level};
use crate::steps::outage::{duration, outage};
use crate::steps::{self, STEPS};
use crate::tasks::{self, Evaluated, State};

pub(super) static EXPORTER: Exporter =
    Exporter { name: "checklist", makes: "the checklist", is_package: false, export };

/// Places of one rule that are listed; its count stands beside them.
const SHOWN: usize = 5;

fn export(checked: &Checked, settings: &ExportSettings) -> Vec<Artifact> {
    let mut text = String::new();
    let tasks = tasks::evaluate(checked);
    head(&mut text, checked, settings, &tasks);
    journey(&mut text, &tasks);
    findings(&mut text, checked);
    if let Some(answers) = answers(checked) {
        all_answers(&mut text, answers);
    }
    if publisher(checked) == Publisher::Verified {
        text.push_str(MARKETPLACE);
    }
    vec![Artifact { path: "checklist.md".to_owned(), bytes: text.into_bytes() }]
}

const MARKETPLACE: &str = "\
## The marketplace package

Partner Center takes a zip that this version of conncert does not build yet, since the solutions \
in it come from the maker portal. Make it by hand:

1. Export the connector solution and the flow solution, both unmanaged.
2. Put both zips into a folder `PkgAssets`, and that folder alone into `package.zip`.
3. Put `package.zip` and `intro.md` into one more zip, without a folder around them.
4. Upload that zip and hand in a link to it.
";

fn head(text: &mut String, checked: &Checked, settings: &ExportSettings, tasks: &[Evaluated<'_>]) {
    let title = name(checked).unwrap_or_else(|| "Connector without a name".to_owned());
    let _ = writeln!(text, "# Submission checklist: {}\n", plain(&title));
    let _ = writeln!(
        text,
        "Made by conncert {} on {} for {} publisher.\n",
        env!("CARGO_PKG_VERSION"),
        settings.date,
        match publisher(checked) {
            Publisher::Verified => "a verified",
            Publisher::Independent => "an independent",
        }
    );
    let errors = checked.report.count(Level::Error);
    let held_back = refusal(checked, settings.incomplete);
    if let Some(refusal) = &held_back {
        let _ = writeln!(text, "> **No package yet.** {}\n", refusal.sentence);
    } else if settings.incomplete && errors > 0 {
        let _ = writeln!(
            text,
            "> **Incomplete.** The package was exported at your wish although {errors} error{} \
             open. Microsoft will send it back.\n",
            if errors == 1 { " is" } else { "s are" }
        );
    }
    text.push_str("## Where it stands\n\n");
    for state in [State::Done, State::Open, State::ToAttest, State::Microsoft] {
        let count = tasks.iter().filter(|task| task.state == state).count();
        let _ =
            writeln!(text, "- {} {}: {count} of {} tasks", state.mark(), state.word(), tasks.len());
    }
    let _ = writeln!(
        text,
        "- Findings: {errors} errors, {} warnings, {} advice\n",
        checked.report.count(Level::Warning),
        checked.report.count(Level::Advice)
    );
    if checked.submission.connector.is_none() {
        text.push_str("The files were not checked: no connector folder is known.\n\n");
    }
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
        for finding in &task.findings {
            let _ = writeln!(text, "- ✗ {}", line(finding));
        }
        text.push('\n');
    }
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
            let places = if all.len() == 1 { "place" } else { "places" };
            let _ = writeln!(
                text,
                "- {} `{}`, {} {places}: {}",
                level.word(),
                finding.rule.id,
                all.len(),
                plain(&finding.message)
            );
            for other in all.iter().take(SHOWN) {
                let _ = writeln!(text, "  - {}", place(other));
            }
            if all.len() > SHOWN {
                let _ = writeln!(text, "  - and {} more", all.len() - SHOWN);
            }
        }
    }
    text.push('\n');
}

fn all_answers(text: &mut String, answers: &Answers) {
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
            let _ = writeln!(text, "- {}: {}", question.prompt, answer(answers, question));
        }
        text.push('\n');
    }
}

fn answer(answers: &Answers, question: &Question) -> String {
    let typed = answers.text(question.key);
    if typed.trim().is_empty() {
        return "not answered".to_owned();
    }
    let mut shown = plain(typed);
    if question.key == "uptime.percent"
        && let Ok(Value::Percent(percent)) = question.parse(typed)
    {
        let outage = outage(percent);
        let _ = write!(
            shown,
            " %, that is up to {} of outage a month and {} a year",
            duration(outage.month_minutes),
            duration(outage.year_minutes)
        );
    }
    if answers.is_unconfirmed(question.key) {
        shown.push_str(" (read from the files, not confirmed)");
    }
    shown
}
