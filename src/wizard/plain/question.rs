//! A step in plain mode: why it is asked, and its questions one after the other. Each tells what is
//! known already, takes an answer, and says at once what the rules think of it.

use super::super::model::{Open, Page, is_text, options};
use super::super::msg::Intent;
use super::super::solutions;
use super::command::{Command, answer, command};
use super::talk::Talk;
use super::words;
use crate::answers::{Kind, Moment, Origin, Question, Value};
use crate::connector::Connector;
use crate::rule::{Finding, Level};
use crate::source::hash::HashSet;
use crate::steps::{STEPS, Step, outage};

/// Findings of a step that are told on arriving there.
const TOLD: usize = 6;

impl Talk<'_> {
    /// One prompt of the step one is at.
    pub(super) fn question(&mut self) {
        let page = self.model.page;
        let (Some(step), Page::Step(index)) = (self.model.step(), page) else { return };
        if self.told != Some(page) {
            self.told = Some(page);
            self.asked = None;
            self.tell_step(step, index);
        }
        let Some(question) = self.model.question() else {
            let Some(line) = self.ask("Nothing is asked here. Enter goes on") else { return };
            return match command(&line, false) {
                Some(Command::Back) => self.send(Intent::Previous),
                Some(other) if other != Command::Skip => self.aside(other, None),
                _ => self.send(Intent::Next),
            };
        };
        if self.asked != Some(question.key) {
            self.asked = Some(question.key);
            self.tell_question(question);
        }
        let prompt = match self.model.open.as_ref() {
            Some(open) if !open.answers.is_blank(question.key) => "Answer, or enter to keep it",
            _ => "Answer",
        };
        let Some(line) = self.ask(prompt) else { return };
        match command(&line, is_text(question)) {
            Some(Command::Back) => self.go_back(),
            Some(Command::Skip) => self.send(Intent::Next),
            Some(other) => self.aside(other, Some(question)),
            None if line.trim().is_empty() => self.keep(question),
            None => self.take(question, &line),
        }
    }

    /// What is neither an answer nor a way through the questions.
    fn aside(&mut self, command: Command, question: Option<&'static Question>) {
        match (self.common(command), question) {
            (Some(Command::Help), Some(question)) => self.help(question),
            (Some(Command::Clear), Some(question)) => self.clear(question),
            (Some(Command::Help), None) => self.tell_commands(),
            _ => self.asked = None,
        }
    }

    fn go_back(&mut self) {
        let before = (self.model.page, self.model.open.as_ref().map(|open| open.field));
        self.send(Intent::Previous);
        if before == (self.model.page, self.model.open.as_ref().map(|open| open.field)) {
            self.say("This is the first question. The word home leads to the list of drafts.");
        }
    }

    /// Enter alone: what is known stays, and counts as confirmed.
    fn keep(&mut self, question: &'static Question) {
        let Some(open) = &self.model.open else { return };
        let blank = open.answers.is_blank(question.key);
        let known = options(question);
        let text = open.answers.text(question.key);
        let is_option = known.iter().any(|(value, _, _)| value.eq_ignore_ascii_case(text.trim()));
        match question.kind {
            Kind::Attestation(_) => self.send(Intent::Next),
            _ if blank && !(question.required)(&open.answers) => self.send(Intent::Next),
            Kind::Choice(_) | Kind::YesNo if !is_option => {
                self.say("Type the number of what you choose, or skip to answer it later.");
            }
            _ if blank => {
                self.say("This is required. Type an answer, or skip to answer it later.");
            }
            _ => self.go_on(question),
        }
    }

    /// Takes a line as the answer, says what the rules think of it, and goes on unless it is wrong.
    fn take(&mut self, question: &'static Question, line: &str) {
        let given = if matches!(question.kind, Kind::Long) {
            self.take_lines(question, line)
        } else {
            self.give(question, answer(line))
        };
        if !given {
            return;
        }
        let Some(open) = &self.model.open else { return };
        let found: Vec<_> =
            open.of_question(question).filter(|found| !found.is_unanswered()).collect();
        let wrong = found.iter().any(|found| is_about_answer(found));
        let in_files =
            found.iter().any(|found| found.level == Level::Error && !is_about_answer(found));
        let lines: Vec<String> = found.into_iter().map(words::finding).collect();
        for line in &lines {
            self.say(line);
        }
        if wrong {
            return self.say("Type it again, or press enter to leave it so for now.");
        }
        let lead = if lines.is_empty() { "Good" } else { "Taken" };
        self.say(format!("{lead}: {}", self.known(question)));
        if in_files {
            self.say("The files do not say so yet; the word write puts your answers into them.");
        }
        self.tell_outage(question);
        self.tell_consequences(question);
        self.go_on(question);
    }

    /// Several lines, each kept as it comes; an empty one ends them.
    fn take_lines(&mut self, question: &'static Question, first: &str) -> bool {
        let line = |text: &str| if text.trim() == "." { String::new() } else { text.to_owned() };
        let mut text = line(answer(first));
        loop {
            self.fill(&text);
            let Some(next) = self.ask("Next line, or enter to end") else { return false };
            if next.trim().is_empty() {
                break;
            }
            text.push('\n');
            text.push_str(&line(&next));
        }
        self.give(question, &text)
    }

    /// Confirms the answer, and goes to the next question; a folder is read on the way.
    fn go_on(&mut self, question: &'static Question) {
        let before = self.model.open.as_ref().map(|open| open.connector.is_some());
        let at = (self.model.page, self.model.open.as_ref().map(|open| open.field));
        self.send(Intent::Accept);
        if matches!(question.kind, Kind::Long)
            && at == (self.model.page, self.model.open.as_ref().map(|open| open.field))
        {
            // The first one only began a new line there.
            self.send(Intent::Accept);
        }
        let after = self.model.open.as_ref().map(|open| open.connector.is_some());
        if before == Some(false) && after == Some(true) {
            self.tell_connector();
        }
        self.tell_file(question);
    }

    fn tell_step(&mut self, step: &'static Step, index: usize) {
        let Some(open) = &self.model.open else { return };
        let state = words::state(open, Page::Step(index));
        let head = format!("Step {} of {}, {}{state}.", index + 1, STEPS.len(), step.title);
        let asked: HashSet<&str> =
            self.model.fields().iter().map(|question| question.key).collect();
        let mut seen = HashSet::default();
        let (mut lines, mut more) = (Vec::new(), 0);
        for found in open.of_step(step) {
            let home = crate::rule::question::question_of(found);
            if home.is_some_and(|question| asked.contains(question.key)) {
                continue;
            }
            let first = found.level == Level::Error || seen.insert(found.rule.id);
            if first && lines.len() < TOLD {
                lines.push(words::finding(found));
            } else {
                more += 1;
            }
        }
        self.head(&head);
        self.say(step.intro);
        if step.id == "connector" && self.model.open.as_ref().is_some_and(|o| o.connector.is_some())
        {
            self.tell_connector();
        }
        if !lines.is_empty() {
            self.say("In the files:");
            for line in lines {
                self.say(line);
            }
        }
        if more > 0 {
            self.say(format!("And {more} more; the word review lists them all."));
        }
    }

    /// What a file is that was named for the package, which is known once it was read.
    fn tell_file(&mut self, question: &'static Question) {
        let Some(open) = self.model.open.as_ref().filter(|_| question.step() == "package") else {
            return;
        };
        let told = solutions::told(open, question).join("; ");
        let mut lines = Vec::new();
        if !told.is_empty() {
            lines.push(format!("It is: {told}."));
        }
        lines.extend(
            open.of_question(question).filter(|found| !found.is_unanswered()).map(words::finding),
        );
        for line in lines {
            self.say(line);
        }
    }

    /// What the files are, and how they stand.
    pub(super) fn tell_connector(&mut self) {
        let Some(open) = &self.model.open else { return };
        let title = open.connector.as_deref().and_then(Connector::shown_title);
        let counts = words::counts(open.findings());
        self.say(format!(
            "The connector was read: {}. {counts}. What the files tell is known to the questions \
             already; enter confirms it.",
            title.unwrap_or_else(|| "it has no title yet".to_owned())
        ));
    }

    fn tell_question(&mut self, question: &'static Question) {
        let Some(open) = &self.model.open else { return };
        let required = (question.required)(&open.answers);
        let fields = self.model.fields();
        let at = fields.iter().position(|field| field.key == question.key).unwrap_or_default();
        let due = match (question.kind, required) {
            (Kind::Attestation(moment), _) => when(moment),
            (_, true) => "required",
            (_, false) => "optional",
        };
        let head = format!("Question {} of {}, {due}: {}", at + 1, fields.len(), question.prompt);
        let known = self.known(question);
        let told = solutions::told(open, question).join("; ");
        let found: Vec<String> = open
            .of_question(question)
            .filter(|found| !found.is_unanswered())
            .map(words::finding)
            .collect();
        self.head(&head);
        self.say(format!("Why: {}", question.help));
        for (number, (_, label, _)) in options(question).iter().enumerate() {
            self.say(format!("{}. {label}", number + 1));
        }
        self.say(format!("Known: {known}"));
        if !told.is_empty() {
            self.say(format!("It is: {told}."));
        }
        for line in found {
            self.say(line);
        }
        if !question.example.is_empty() && is_text(question) && known == UNKNOWN {
            self.say(format!("For example: {}", question.example));
        }
        self.say(how(question));
    }

    fn known(&self, question: &'static Question) -> String {
        let Some(open) = &self.model.open else { return UNKNOWN.to_owned() };
        let text = words::shown(question, open.answers.text(question.key));
        if text.trim().is_empty() {
            return UNKNOWN.to_owned();
        }
        match open.answers.get(question.key).map(|answer| &answer.origin) {
            Some(Origin::Read(from)) => format!("{text} (from {from}, not confirmed yet)"),
            _ => text,
        }
    }

    fn help(&mut self, question: &'static Question) {
        self.head(question.prompt);
        self.say(question.help);
        for (number, (_, label, help)) in options(question).iter().enumerate() {
            let colon = if help.is_empty() { "" } else { ": " };
            self.say(format!("{}. {label}{colon}{help}", number + 1));
        }
        if !question.example.is_empty() {
            self.say(format!("For example: {}", question.example));
        }
        self.say(how(question));
        self.tell_commands();
    }

    /// What follows from a day.
    fn tell_consequences(&mut self, question: &Question) {
        let follows = self.model.open.as_ref().map(Open::follows).unwrap_or_default();
        for found in follows.iter().filter(|found| found.key == question.key) {
            let lead = if found.presses { "Warning: " } else { "" };
            self.say(format!("{lead}{}", found.text));
        }
    }

    /// What a figure of availability means.
    fn tell_outage(&mut self, question: &Question) {
        let text = |open: &Open| open.answers.text(question.key).to_owned();
        let text = self.model.open.as_ref().map(text).unwrap_or_default();
        if question.key == "uptime.percent"
            && let Ok(Value::Percent(percent)) = question.parse(&text)
        {
            let told = outage::outage(percent);
            self.say(format!(
                "That is {} of outage a month, {} a year.",
                told.month(),
                told.year()
            ));
        }
    }
}

/// Whether an error can be mended by answering otherwise: not where it lies in the files, or in
/// their saying something else.
fn is_about_answer(found: &Finding) -> bool {
    let in_file = found.related.iter().any(|spot| spot.role.is_some());
    found.level == Level::Error && found.spot.role.is_none() && !in_file
}

const UNKNOWN: &str = "nothing yet";

/// How an answer is typed.
const fn how(question: &Question) -> &'static str {
    match question.kind {
        Kind::Choice(_) => "Type the number of one of these.",
        Kind::Choices { .. } => "Type the numbers of all that apply, separated by commas.",
        Kind::YesNo => "Type yes or no.",
        Kind::Attestation(_) => "Type yes when it is so. Enter leaves it as it is.",
        Kind::Long => {
            "Type one line or more. An empty line ends them; a dot alone makes an empty line."
        }
        Kind::Percent => "Type a number, such as 99.9.",
        Kind::Path => "Type a path.",
        Kind::Day => "Type a day, such as 2026-11-23.",
        Kind::Line => "Type a line.",
    }
}

const fn when(moment: Moment) -> &'static str {
    match moment {
        Moment::Start => "to attest before you start",
        Moment::Export => "to attest before the export",
        Moment::Submitted => "to attest once the pull request or the offer exists",
    }
}
