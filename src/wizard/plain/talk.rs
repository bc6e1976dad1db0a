//! The talk: asks, listens, sends intents to the one `update`, and lets the worker finish before it
//! asks again, so that what is heard is always up to date.

use std::collections::VecDeque;
use std::time::Duration;

use super::super::model::{Focus, Leaving, Model, Page, fields};
use super::super::msg::{Edit, Intent, Job, Msg, Now};
use super::super::overlay::Overlay;
use super::super::theme::{Kind, Theme};
use super::super::update;
use super::command::{Command, listed};
use super::words::{listened, spoken};
use super::{Heard, World};
use crate::connector::Connector;
use crate::format::plural;
use crate::steps::STEPS;
use crate::store::StoreError;

/// Milliseconds after which one is told that something takes its time.
const PATIENCE: u64 = 300;
/// Milliseconds after which one is told again.
const AGAIN: u64 = 10_000;

/// A talk with a publisher.
pub(crate) struct Talk<'a> {
    pub(super) model: Model,
    world: &'a mut dyn World,
    queue: VecDeque<Job>,
    /// The page that was told of; another one is told of first.
    pub(super) told: Option<Page>,
    /// The question that was told of; it is not told again at each try.
    pub(super) asked: Option<&'static str>,
    /// How many rows of the review were told.
    pub(super) from: usize,
    /// How long the history was before each turn that made it longer, and how many steps each undo
    /// took back.
    marks: Vec<usize>,
    undone: Vec<usize>,
    /// What could not be saved, and why.
    lost: Option<String>,
    /// A line, or the end of lines, that came while something else was done: files may change, and
    /// are read again, while one types.
    early: Option<Heard>,
}

impl<'a> Talk<'a> {
    /// A talk before anything was read.
    pub(crate) fn new(world: &'a mut dyn World) -> Self {
        Self {
            model: Model::new(Theme::new(Kind::Monochrome, false), (80, 24)),
            world,
            queue: VecDeque::new(),
            told: None,
            asked: None,
            from: 0,
            marks: Vec::new(),
            undone: Vec::new(),
            lost: None,
            early: None,
        }
    }

    /// Talks until the publisher leaves, or until there is nobody to talk to.
    ///
    /// # Errors
    /// What was answered last could not be saved.
    pub(crate) fn run(mut self, first: Vec<Job>) -> Result<(), StoreError> {
        self.say("conncert in plain mode: answer in lines, each ended by enter.");
        self.say("Type help at any prompt, quit to leave. What you answer is saved by itself.");
        self.settle(first);
        while self.model.leaving != Leaving::Now {
            let before = self.history();
            if self.model.overlays.is_empty() {
                self.arrive();
                match self.model.page {
                    _ if self.model.open.is_none() => self.home(),
                    Page::Home => self.home(),
                    Page::Step(_) => self.question(),
                    Page::Review => self.review(),
                    Page::Export => self.export(),
                }
            } else {
                self.overlay();
            }
            self.remember(before);
        }
        self.farewell()
    }

    /// The page has the focus, never the journey beside it, which plain mode has as a command.
    fn arrive(&mut self) {
        if self.model.page != Page::Home && self.model.focus == Focus::Journey {
            self.send(Intent::Next);
        }
    }

    fn farewell(self) -> Result<(), StoreError> {
        // Known to who talks, or to the model when there was nobody to ask.
        if let Some(why) = self.lost.as_ref().or(self.model.lost.as_ref()) {
            return Err(StoreError::new(
                format!("the last answers are not saved: {}", why.trim_end_matches('.')),
                "see to it, and answer again",
            ));
        }
        let lost = update::unwritten(&self.model);
        if lost > 0 {
            let texts = plural(lost, "text that you typed is", "texts that you typed are");
            self.world.print(&format!("{texts} not in the files, and no draft keeps them.\n"));
        }
        let saved = self.model.open.as_ref().filter(|open| open.on_disk);
        match saved.and_then(|open| open.path.as_ref()) {
            Some(path) => {
                let path = listened(&path.display().to_string());
                let text = format!(
                    "Your draft is saved in {path}\nTo go on with it: conncert --plain \"{path}\"\n"
                );
                self.world.print(&text);
            }
            None => self.world.print("Nothing was answered, so there is no draft to keep.\n"),
        }
        Ok(())
    }

    /// Prints lines; whatever stands in them is made safe.
    pub(super) fn say(&mut self, text: impl AsRef<str>) {
        let mut out = String::new();
        for line in text.as_ref().split('\n') {
            out.push_str(&listened(line));
            out.push('\n');
        }
        self.world.print(&out);
    }

    /// Prints a blank line, then a heading.
    pub(super) fn head(&mut self, text: &str) {
        self.say(format!("\n{text}"));
    }

    /// Asks for a line; none when there will be no more, or when the program is to end.
    pub(super) fn ask(&mut self, prompt: &str) -> Option<String> {
        self.follow();
        self.world.print(&format!("{}: ", listened(prompt)));
        self.world.ask();
        loop {
            let now = self.world.now();
            let due = update::deadline(&self.model);
            let most = due.map(|due| Duration::from_millis(due.saturating_sub(now.millis)));
            let heard = self.early.take().unwrap_or_else(|| self.world.hear(most));
            match heard {
                Heard::Line(line) => return Some(line),
                Heard::End => {
                    self.world.print("\n");
                    self.end();
                    return None;
                }
                Heard::Msg(msg) => {
                    let ends = matches!(msg, Msg::Terminate);
                    if ends {
                        self.world.print("\n");
                    }
                    let jobs = update::handle(&mut self.model, msg, &now);
                    self.settle(jobs);
                    if ends {
                        self.give_up();
                        return None;
                    }
                }
                Heard::Nothing => {
                    let jobs = update::tick(&mut self.model, &now);
                    self.work(jobs);
                }
            }
        }
    }

    /// Asks for yes or no; none when there will be no more lines.
    pub(super) fn ask_yes(&mut self, prompt: &str) -> Option<bool> {
        loop {
            let line = self.ask(&format!("{prompt} Yes or no"))?;
            match line.trim().to_lowercase().as_str() {
                "yes" | "y" => return Some(true),
                "no" | "n" | "back" | "skip" => return Some(false),
                "quit" => {
                    self.leave();
                    return None;
                }
                _ => self.say("Type yes or no."),
            }
        }
    }

    /// Nobody can be asked any more: what is not saved is saved, and the talk ends.
    fn end(&mut self) {
        let now = self.now();
        let jobs = update::handle(&mut self.model, Msg::InputLost, &now);
        self.settle(jobs);
        self.give_up();
    }

    /// Ends although it could not be saved, since nobody can be asked.
    fn give_up(&mut self) {
        if self.model.leaving != Leaving::Now {
            let why = match self.model.overlays.last() {
                Some(Overlay::Confirm(confirm)) => confirm.text.clone(),
                _ => "the draft could not be written".to_owned(),
            };
            self.lost = Some(why.replace(" Leave without saving?", ""));
            self.model.leaving = Leaving::Now;
        }
    }

    /// Saves and ends; where it cannot be saved, that is asked about.
    pub(super) fn leave(&mut self) {
        self.send(Intent::Leave);
    }

    pub(super) fn now(&self) -> Now {
        self.world.now()
    }

    /// Sends an intent to `update`, waits until all that follows from it is done, and tells what
    /// the full screen would show at its top.
    pub(super) fn send(&mut self, intent: Intent) {
        let now = self.now();
        let jobs = update::update(&mut self.model, intent, &now);
        self.settle(jobs);
    }

    /// Sends an intent, and leaves what follows from it for later.
    pub(super) fn queue(&mut self, intent: Intent) {
        let now = self.now();
        let jobs = update::update(&mut self.model, intent, &now);
        self.queue.extend(jobs);
    }

    /// Types a text in the place of what stands in the focused field, or prompt.
    pub(super) fn fill(&mut self, text: &str) {
        self.queue(Intent::Edit(Edit::SelectAll));
        if text.is_empty() {
            self.queue(Intent::Edit(Edit::Backspace));
        } else {
            self.queue(Intent::Edit(Edit::Paste(text.to_owned())));
        }
    }

    /// Lets the worker finish, and tells what there is to tell.
    pub(super) fn settle(&mut self, jobs: Vec<Job>) {
        self.work(jobs);
        self.tell();
    }

    /// What `update` has to say.
    pub(super) fn tell(&mut self) {
        if let Some(status) = self.model.status.take() {
            let lead = if status.bad { "Problem: " } else { "" };
            self.say(format!("{lead}{}", spoken(&status.text)));
        }
        while let Some(Overlay::Message { text }) = self.model.overlays.last() {
            let text = format!("Problem: {}", spoken(text));
            self.say(text);
            self.queue(Intent::Back);
        }
    }

    /// Lets the worker do one job after the other. Of several checks only the last is worth it.
    fn work(&mut self, jobs: Vec<Job>) {
        self.queue.extend(jobs);
        while let Some(job) = self.next_job() {
            let is_check = |job: &Job| matches!(job, Job::Check { .. });
            if is_check(&job) && self.queue.iter().any(is_check) {
                continue;
            }
            let what = doing(&job);
            self.world.start(job);
            self.wait(what);
            if self.model.leaving == Leaving::Now {
                self.queue.clear();
            }
        }
    }

    /// Saves before anything else.
    fn next_job(&mut self) -> Option<Job> {
        let save = self.queue.iter().position(|job| matches!(job, Job::Save { .. }));
        self.queue.remove(save.unwrap_or_default())
    }

    /// Waits for the reply to a job; says what is being done where that takes long.
    fn wait(&mut self, what: &str) {
        let began = self.now().millis;
        let mut next = began + PATIENCE;
        loop {
            let now = self.now();
            let most = Duration::from_millis(next.saturating_sub(now.millis).max(1));
            match self.world.hear(Some(most)) {
                Heard::Msg(msg) => {
                    let ends = matches!(msg, Msg::Done(_));
                    let now = self.now();
                    let is_lost = matches!(msg, Msg::WorkerLost);
                    let jobs = update::handle(&mut self.model, msg, &now);
                    self.queue.extend(jobs);
                    if is_lost {
                        // Nothing would ever be answered.
                        self.queue.clear();
                        return self.give_up();
                    }
                    let seconds = now.millis.saturating_sub(began) / 1000;
                    if ends && seconds > 0 {
                        self.say(format!("Done after {seconds} s."));
                    }
                    if ends || self.model.leaving == Leaving::Now {
                        return;
                    }
                }
                Heard::Nothing => {
                    let seconds = now.millis.saturating_sub(began) / 1000;
                    if now.millis >= next {
                        next = now.millis + AGAIN;
                        self.say(if seconds == 0 {
                            format!("{what}, please wait. Ctrl+c saves and leaves.")
                        } else {
                            format!("{what}, {seconds} s so far.")
                        });
                    }
                }
                // The worker is gone with everything else.
                Heard::End if self.early.is_some() => return self.give_up(),
                early => self.early = Some(early),
            }
        }
    }

    fn follow(&mut self) {
        let connector = self.model.open.as_ref().and_then(|open| open.connector.as_deref());
        let folder = connector.map(Connector::folder);
        self.world.follow(folder);
    }

    fn history(&self) -> usize {
        self.model.open.as_ref().map_or(0, |open| open.undo.len())
    }

    /// A turn is one step of the history, whatever it sent.
    fn remember(&mut self, before: usize) {
        let now = self.history();
        self.marks.retain(|mark| *mark < now);
        if now > before && self.marks.last() != Some(&before) {
            self.marks.push(before);
        }
        if self.model.open.as_ref().is_none_or(|open| open.redo.is_empty()) {
            self.undone.clear();
        }
    }

    /// Takes the last turn back.
    pub(super) fn undo(&mut self) {
        let Some(open) = &self.model.open else { return self.say("Nothing to undo.") };
        let answers = std::sync::Arc::clone(&open.answers);
        let now = self.history();
        let to = self.marks.pop().unwrap_or(now.saturating_sub(1)).min(now.saturating_sub(1));
        let mut steps = 0;
        loop {
            let before = self.history();
            self.send(Intent::Undo);
            steps += usize::from(self.history() < before);
            if self.history() <= to || self.history() >= before {
                break;
            }
            self.model.status = None;
        }
        if steps > 0 {
            self.undone.push(steps);
        }
        self.tell_changes(&answers);
    }

    /// Makes the last turn that was undone again.
    pub(super) fn redo(&mut self) {
        let Some(open) = &self.model.open else { return self.say("Nothing to do again.") };
        let answers = std::sync::Arc::clone(&open.answers);
        for _ in 0..self.undone.pop().unwrap_or(1) {
            self.send(Intent::Redo);
        }
        self.tell_changes(&answers);
    }

    fn tell_changes(&mut self, before: &crate::answers::Answers) {
        let Some(open) = &self.model.open else { return };
        let changed: Vec<String> = crate::steps::questions()
            .filter(|question| open.answers.text(question.key) != before.text(question.key))
            .map(|question| super::words::answer(question, &open.answers))
            .collect();
        for line in changed {
            self.say(line);
        }
    }

    /// Goes to a page of the journey.
    pub(super) fn go(&mut self, page: Page) {
        if self.model.page == Page::Home {
            self.queue(Intent::Back);
        }
        if self.model.focus == Focus::Page {
            self.queue(Intent::Back);
        }
        self.queue(Intent::First);
        for _ in 0..page.index() {
            self.queue(Intent::Down);
        }
        self.told = None;
        self.send(Intent::Accept);
    }

    /// Goes to a question, wherever it is asked.
    pub(super) fn go_to_question(&mut self, key: &str) {
        let Some(open) = &self.model.open else { return };
        let found = STEPS.iter().enumerate().find_map(|(index, step)| {
            let asked = fields(step, &open.answers);
            Some((index, asked.iter().position(|question| question.key == key)?))
        });
        if let Some((step, field)) = found {
            self.go(Page::Step(step));
            for _ in 0..field {
                self.send(Intent::Next);
            }
        }
    }

    /// Carries out what works everywhere; gives back what the page has to do itself.
    pub(super) fn common(&mut self, command: Command) -> Option<Command> {
        match command {
            Command::Steps => self.steps(),
            Command::Review => self.go(Page::Review),
            Command::Export => self.go(Page::Export),
            Command::Fix => self.at_review(Intent::MendAll),
            Command::Texts => self.at_review(Intent::Texts),
            Command::Write => self.at_review(Intent::WriteBack),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Save => self.send(Intent::Save),
            Command::Import => self.send(Intent::Import),
            Command::Home => {
                if self.model.focus == Focus::Page {
                    self.queue(Intent::Back);
                }
                self.told = None;
                self.send(Intent::Back);
            }
            Command::Quit => self.leave(),
            Command::Back | Command::Skip | Command::Help | Command::Clear => return Some(command),
        }
        None
    }

    /// Does what only the review can, and comes back.
    fn at_review(&mut self, intent: Intent) {
        let (page, told) = (self.model.page, self.told);
        let key = self.model.question().map(|question| question.key);
        if page != Page::Review {
            self.go(Page::Review);
        }
        self.send(intent);
        while !self.model.overlays.is_empty() && self.model.leaving == Leaving::No {
            self.overlay();
        }
        if page != Page::Review && self.model.leaving == Leaving::No {
            match key {
                Some(key) => self.go_to_question(key),
                None => self.go(page),
            }
        }
        self.told = told;
    }

    /// The words that work everywhere.
    pub(super) fn tell_commands(&mut self) {
        self.say("Words that work at every prompt:");
        for (word, does) in listed() {
            self.say(format!("{word}: {does}"));
        }
        self.say("To answer with one of these words, put = before it, such as =help.");
    }

    /// Lists the steps with their states, and goes to one.
    fn steps(&mut self) {
        if self.model.open.is_none() {
            return self.say("Nothing is open yet.");
        }
        self.head("Steps");
        for (number, page) in Page::journey().enumerate() {
            let state = self.model.open.as_ref().map(|open| super::words::state(open, page));
            let here = if page == self.model.page { " You are here." } else { "" };
            let state = state.unwrap_or_default();
            self.say(format!("{}. {}{state}.{here}", number + 1, page.title()));
        }
        let Some(line) = self.ask("Number of the step to go to, or enter to stay") else { return };
        match super::answer::number(&line, Page::journey().count()) {
            Some(number) => self.go(Page::at(number - 1)),
            None if line.trim().is_empty() => {}
            None => self.say("That is no step; you stay where you are."),
        }
    }
}

/// What a job does, in words.
fn doing(job: &Job) -> &'static str {
    match job {
        Job::List | Job::Open(_) | Job::OpenAt { .. } | Job::Read { .. } => "Reading",
        Job::Check { .. } => "Checking",
        Job::Save { .. } => "Saving",
        Job::Plan { .. } | Job::Mend { .. } => "Looking for what can be mended",
        Job::WriteBack { .. } | Job::Export(_) => "Writing",
        _ => "Working",
    }
}
