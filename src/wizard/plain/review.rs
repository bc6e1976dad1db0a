//! The review in plain mode: every finding and every answer as a numbered list; a number tells all
//! of it, and leads there.

use super::super::msg::{Edit, Intent};
use super::super::overlay::Overlay;
use super::super::review::{Row, rows};
use super::answer::number;
use super::command::{Command, command};
use super::talk::Talk;
use super::words;
use crate::connector::Connector;
use crate::rule::docs::Docs;
use crate::rule::question::{question_of, step_of};
use crate::rule::{FIRM, Finding};
use crate::steps::STEPS;

use super::super::model::{Open, Page};

/// Rows that are told at once.
const TOLD: usize = 40;

impl Talk<'_> {
    /// One prompt at the review.
    pub(super) fn review(&mut self) {
        let all = self.model.open.as_ref().map(rows).unwrap_or_default();
        if self.told != Some(Page::Review) {
            self.told = Some(Page::Review);
            self.from = 0;
            let counts = self.model.open.as_ref().map(|open| words::counts(open.findings()));
            self.head(&format!("Review: {}.", counts.unwrap_or_default()));
            self.tell_rows(&all);
        }
        let stops = all.iter().filter(|row| row.is_stop()).count();
        let Some(line) = self.ask("Number to see more of it, enter for the export, or help") else {
            return;
        };
        let (word, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        if let Some(at) = number(&line, stops) {
            return self.open_stop(at - 1, &all);
        }
        match word.to_lowercase().as_str() {
            "" => self.go(Page::Export),
            "more" => self.tell_rows(&all),
            "list" => self.told = None,
            "group" => {
                self.told = None;
                self.send(Intent::Group);
            }
            "filter" => {
                self.told = None;
                self.send(Intent::Filter);
                self.queue(Intent::Edit(Edit::SelectAll));
                self.queue(Intent::Edit(Edit::Backspace));
                self.queue(Intent::Edit(Edit::Paste(rest.trim().to_owned())));
                self.send(Intent::Accept);
            }
            _ => match command(&line, false) {
                Some(Command::Back) => self.go(Page::Step(STEPS.len() - 1)),
                Some(Command::Skip) => self.go(Page::Export),
                Some(Command::Review) => self.told = None,
                Some(Command::Help) => self.help_at_review(),
                Some(other) => {
                    if self.common(other).is_none() {
                        self.told = self.told.filter(|_| other == Command::Save);
                    }
                }
                None => self.say(format!("“{}” is none of these.", line.trim())),
            },
        }
    }

    /// Tells the next rows.
    fn tell_rows(&mut self, all: &[Row]) {
        let Some(open) = &self.model.open else { return };
        let mut lines = Vec::new();
        let mut number = 0;
        let (mut told, mut left) = (0, 0);
        for row in all {
            number += usize::from(row.is_stop());
            if number < self.from || number == self.from && self.from > 0 {
                continue;
            }
            if told == TOLD {
                left += usize::from(row.is_stop());
                continue;
            }
            told += usize::from(row.is_stop());
            lines.push(line(open, row, number));
        }
        self.from += told;
        for line in lines {
            self.say(line);
        }
        if left > 0 {
            self.say(format!("{left} more; the word more tells the next ones."));
        }
    }

    /// All of a finding, or the question of an answer.
    fn open_stop(&mut self, stop: usize, all: &[Row]) {
        match all.iter().filter(|row| row.is_stop()).nth(stop) {
            Some(Row::Answer(question)) => self.go_to_question(question.key),
            Some(Row::Finding { index, .. }) => self.finding(*index, stop),
            _ => {}
        }
    }

    fn finding(&mut self, index: usize, stop: usize) {
        let Some(open) = &self.model.open else { return };
        let Some(finding) = open.findings().get(index).cloned() else { return };
        let question = question_of(&finding).map(|question| question.key);
        if finding.is_unanswered()
            && let Some(key) = question
        {
            return self.go_to_question(key);
        }
        let excerpt = excerpt(open.connector.as_deref(), &finding);
        self.head(&words::finding(&finding));
        for line in excerpt {
            self.say(line);
        }
        if let Ok(docs) = Docs::parse(finding.rule.docs) {
            self.say(docs.prose().replace("## ", ""));
        }
        if !finding.rule.official.is_empty() {
            self.say(format!("Microsoft calls it: {}", finding.rule.official.join(", ")));
        }
        let can_mend = finding.rule.fix.is_some() && finding.spot.answer.is_none();
        let can_write = finding.rule.fix.is_none() && crate::fix::wanted(&finding).is_some();
        let can_except = !FIRM.contains(&finding.rule.id) && open_has_connector(self);
        let mut ways = vec!["go to the question or step"];
        ways.extend(can_mend.then_some("fix to see how a program would mend it"));
        ways.extend(can_write.then_some("fix to write the missing text"));
        ways.extend(can_except.then_some("aside to leave it alone with a reason"));
        let Some(line) = self.ask(&format!("Type {}, or enter for the list", ways.join(", ")))
        else {
            return;
        };
        let go_there = |intent: Intent, talk: &mut Self| {
            talk.queue(Intent::First);
            for _ in 0..stop {
                talk.queue(Intent::Down);
            }
            talk.send(intent);
        };
        match line.trim().to_lowercase().as_str() {
            "go" => match question {
                Some(key) => self.go_to_question(key),
                None => {
                    let id = step_of(&finding).id;
                    let at = STEPS.iter().position(|step| step.id == id).unwrap_or_default();
                    self.go(Page::Step(at));
                }
            },
            "fix" | "mend" => {
                go_there(Intent::Mend, self);
                self.after_mending();
            }
            "aside" => {
                go_there(Intent::SetAside, self);
                self.after_mending();
            }
            "quit" => self.leave(),
            _ => {}
        }
    }

    /// Asks what lies over the review, then tells the review as it is then.
    fn after_mending(&mut self) {
        while matches!(
            self.model.overlays.last(),
            Some(Overlay::Mending(_) | Overlay::Reason { .. } | Overlay::Message { .. })
        ) && self.model.leaving == super::super::model::Leaving::No
        {
            self.overlay();
        }
        self.told = None;
    }

    fn help_at_review(&mut self) {
        self.say("A number tells all of a finding, or leads to the question of an answer. Also:");
        self.say("list: tells the list again");
        self.say("more: tells the next part of a long list");
        self.say("group: by file and line, or by level and rule");
        self.say(format!("filter WORDS: {}", super::super::filter::HELP.replace('`', "")));
        self.tell_commands();
    }
}

fn open_has_connector(talk: &Talk<'_>) -> bool {
    talk.model.open.as_ref().is_some_and(|open| open.connector.is_some())
}

fn line(open: &Open, row: &Row, number: usize) -> String {
    match row {
        Row::Heading(text) => format!("\n{text}"),
        Row::Note(text) => text.clone(),
        Row::Finding { index, more } => {
            let Some(finding) = open.findings().get(*index) else { return String::new() };
            let question = question_of(finding).filter(|_| finding.is_unanswered());
            let text = match question {
                Some(question) => format!("To answer: {}", question.prompt),
                None => words::finding(finding),
            };
            let more = match more {
                0 => String::new(),
                more => format!(" At {} places in all.", more + 1),
            };
            format!("{number}. {text}{more}")
        }
        Row::Answer(question) => format!("{number}. {}", words::answer(question, &open.answers)),
    }
}

/// The line that a finding is about.
fn excerpt(connector: Option<&Connector>, finding: &Finding) -> Vec<String> {
    let (Some(range), Some(role), Some(connector)) =
        (finding.spot.range, finding.spot.role, connector)
    else {
        return Vec::new();
    };
    let Some(text) = connector.shown(role) else { return Vec::new() };
    let Some(line) = text.lines().nth(range.line.saturating_sub(1)) else { return Vec::new() };
    // A minified file has lines of any length: the part about the finding is told.
    let from = range.column.saturating_sub(60);
    let part: String = line.chars().skip(from).take(160).collect();
    vec![format!("Line {} reads: {}", range.line, part.trim())]
}
