//! The checklist as Markdown, as GitHub shows it.

use std::fmt::Write as _;

use super::super::markdown::{plain, typed};
use super::list::{Answer, Checklist, Entry, PackageState, Task};
use super::{counted, range};
use crate::source::markdown::message;

/// The whole of it.
pub(super) fn render(list: &Checklist) -> String {
    let mut text = String::new();
    head(&mut text, list);
    standing(&mut text, list);
    update(&mut text, list);
    text.push_str("## The journey\n\n");
    for (number, one) in list.journey.iter().enumerate() {
        task(&mut text, number + 1, one);
    }
    days(&mut text, list);
    aside(&mut text, list);
    lesser(&mut text, list);
    answers(&mut text, list);
    text.push_str(&list.marketplace);
    text
}

fn head(text: &mut String, list: &Checklist) {
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(text, "# Submission checklist: {}\n", plain(&list.title));
    let whom = match plain(&list.publisher.name) {
        name if name.is_empty() => list.whom().to_owned(),
        name => format!("{name}, {}", list.whom()),
    };
    let _ = writeln!(text, "Made by conncert {} on {} for {whom}.\n", list.conncert, list.made);
    let says = &list.package.says;
    let _ = match list.package.state {
        PackageState::Ready if says.is_empty() => Ok(()),
        PackageState::Ready => writeln!(text, "> **Handed in.** {says}\n"),
        PackageState::Incomplete => writeln!(text, "> **Incomplete.** {says}\n"),
        PackageState::Refused => writeln!(text, "> **Not ready yet.** {says}\n"),
    };
    if let Some((number, task)) = list.next() {
        let _ = writeln!(
            text,
            "Next: step {number}, {} ({}, {}).\n",
            task.title, task.who, task.duration
        );
    }
}

fn standing(text: &mut String, list: &Checklist) {
    text.push_str("## Where it stands\n\n");
    let standing = &list.standing;
    for tasks in &standing.tasks {
        let (mark, word) = (tasks.state.mark(), tasks.state.word());
        let _ = writeln!(text, "- {mark} {word}: {} of {} tasks", tasks.count, standing.all);
    }
    if standing.questions > 0 {
        let _ = writeln!(text, "- To answer: {}", counted(standing.questions, "question"));
    }
    let _ = writeln!(
        text,
        "- Findings: {}, {}, {} advice\n- Days still to go: {}\n",
        counted(standing.errors, "error"),
        counted(standing.warnings, "warning"),
        standing.advice,
        range(standing.days_left)
    );
    if !standing.files_checked {
        text.push_str("The files were not checked: no connector folder is known.\n\n");
    }
}

fn update(text: &mut String, list: &Checklist) {
    let Some(update) = &list.update else { return };
    let _ = writeln!(text, "## This update\n\n{}\n", update.says);
    if update.changes.is_empty() {
        return;
    }
    text.push_str("| change | what | counts as |\n|---|---|---|\n");
    for change in &update.changes {
        let size = if change.minor { "minor" } else { "major" };
        let _ = writeln!(text, "| {} | {} | {size} |", change.verb, plain(&change.what));
    }
    text.push_str("\nTo hand in:\n\n");
    for sentence in &update.resubmit {
        let _ = writeln!(text, "- {sentence}");
    }
    text.push('\n');
}

fn task(text: &mut String, number: usize, task: &Task) {
    let (mark, word) = (task.state.mark(), task.state.word());
    let _ = writeln!(text, "### {number}. {mark} {} — {word}\n", task.title);
    let _ = writeln!(text, "{}\n", task.how);
    let _ = writeln!(text, "- Who: {}", task.who);
    let _ = writeln!(text, "- What or where: {}", task.address);
    let _ = writeln!(text, "- Usually takes: {}", task.duration);
    for (what, day) in [("Began", &task.began), ("Done", &task.ended)] {
        if let Some(day) = day {
            let _ = writeln!(text, "- {what} on {day}");
        }
    }
    for tick in &task.ticks {
        let _ = match &tick.day {
            Some(day) => writeln!(text, "- [x] {} ({day})", tick.says),
            None => writeln!(text, "- [ ] {}", tick.says),
        };
    }
    if !task.unconfirmed.is_empty() {
        let keys: Vec<String> = task.unconfirmed.iter().map(|key| format!("`{key}`")).collect();
        let _ =
            writeln!(text, "- [ ] Read from the files, and yours to confirm: {}", keys.join(", "));
    }
    for finding in &task.findings {
        let _ = writeln!(text, "- ✗ {}", line(finding));
    }
    text.push('\n');
}

fn days(text: &mut String, list: &Checklist) {
    if list.dates.is_empty() {
        return;
    }
    text.push_str("## Dates\n\n| what | when | what follows |\n|---|---|---|\n");
    for day in &list.dates {
        let _ = writeln!(text, "| {} | {} | {} |", day.what, day.when, day.follows);
    }
    text.push('\n');
}

fn aside(text: &mut String, list: &Checklist) {
    let aside = &list.aside;
    if aside.errors.is_empty() && aside.lesser == 0 {
        return;
    }
    text.push_str(
        "## Set aside by conncert.toml\n\n\
         Nothing here waits for these, but Microsoft does not know that file and will see them.\n\n",
    );
    for excused in &aside.errors {
        let _ = writeln!(text, "- {}\n  - {}", line(&excused.finding), plain(&excused.why));
    }
    if aside.lesser > 0 {
        let _ = writeln!(text, "- {}.", counted(aside.lesser, "lesser finding"));
    }
    text.push('\n');
}

/// Warnings and advice, which keep nothing open, by rule.
fn lesser(text: &mut String, list: &Checklist) {
    if list.lesser.is_empty() {
        return;
    }
    text.push_str("## Worth mending, though nothing waits for it\n\n");
    for group in &list.lesser {
        let places = counted(group.count, "place");
        let _ = writeln!(text, "- {} `{}`, {places}", group.level, group.rule);
        for finding in &group.findings {
            let _ = writeln!(text, "  - {}: {}", finding.place(plain), message(&finding.message));
        }
        if group.count > group.findings.len() {
            let _ = writeln!(text, "  - and {} more", group.count - group.findings.len());
        }
    }
    text.push('\n');
}

fn answers(text: &mut String, list: &Checklist) {
    if list.answers.is_empty() {
        return;
    }
    text.push_str("## Your answers\n\n");
    for step in &list.answers {
        let _ = writeln!(text, "### {}\n", step.title);
        for answer in &step.answers {
            let colon = if answer.question.ends_with('?') { "" } else { ":" };
            let _ = writeln!(text, "- {}{colon} {}", answer.question, said(answer));
        }
        text.push('\n');
    }
}

fn said(answer: &Answer) -> String {
    let Some(given) = &answer.text else { return "not answered".to_owned() };
    let read = answer.read_from.as_deref();
    let read = read.map(|from| format!(" (read from {}, not confirmed)", plain(from)));
    format!("{}{}{}", typed(given), answer.note, read.unwrap_or_default())
}

fn line(finding: &Entry) -> String {
    let place = finding.place(plain);
    format!("{place}: {} (`{}`)", message(&finding.message), finding.rule)
}
