//! What lies over a page, in plain mode: something to read, then a question.

use super::super::model::Open;
use super::super::msg::{Edit, Intent};
use super::super::overlay::Overlay;
use super::answer::number;
use super::talk::Talk;
use super::words::spoken;
use crate::format::plural;

impl Talk<'_> {
    /// Tells of the top overlay, and asks what it asks.
    pub(super) fn overlay(&mut self) {
        match self.model.overlays.last() {
            Some(Overlay::Message { .. }) => self.tell(),
            Some(Overlay::Confirm(confirm)) => {
                let text = spoken(&confirm.text);
                self.decide(&text);
            }
            Some(Overlay::Diff { lines, .. }) => {
                let lines = lines.clone();
                self.head("Your answers change these lines, and nothing else:");
                self.tell_diff(&lines);
                self.decide("Write them?");
            }
            Some(Overlay::Mending(_)) => self.mends(),
            Some(Overlay::Reason { index, .. }) => {
                let index = *index;
                self.reason(index);
            }
            Some(Overlay::Trash { .. }) => self.trash(),
            Some(Overlay::Prompt { .. }) => self.name_folder(),
            Some(Overlay::Texts(_)) => self.texts(),
            Some(Overlay::Desk(_)) => self.desk(),
            Some(_) => self.send(Intent::Back),
            None => {}
        }
    }

    fn decide(&mut self, text: &str) {
        match self.ask_yes(text) {
            Some(true) => self.send(Intent::Accept),
            Some(false) => self.send(Intent::Back),
            None => {}
        }
    }

    /// A diff, a line for a line. What was taken away begins with a minus, what was added with a
    /// plus.
    fn tell_diff(&mut self, lines: &[String]) {
        for line in lines {
            self.say(line);
        }
    }

    fn mends(&mut self) {
        let Some(Overlay::Mending(mends)) = self.model.overlays.last() else { return };
        let (taken, all) = (mends.taken(), mends.offers.len());
        let several = all > 1;
        let offers: Vec<String> = mends
            .offers
            .iter()
            .enumerate()
            .map(|(at, offer)| {
                let state = if offer.taken { "taken" } else { "left out" };
                format!("{}. {} ({}, {}): {state}", at + 1, offer.says, offer.rule, offer.place)
            })
            .collect();
        let lines = mends.lines.clone();
        self.head(&format!("{taken} of {} taken:", plural(all, "mend", "mends")));
        for offer in offers {
            self.say(offer);
        }
        self.say("What changes in the files:");
        self.tell_diff(&lines);
        if lines.is_empty() {
            self.say("Nothing, since nothing is taken.");
        }
        let prompt = if several {
            "Write it? Yes, no, or a number to take or leave that one"
        } else {
            "Write it? Yes or no"
        };
        let Some(line) = self.ask(prompt) else { return };
        match line.trim().to_lowercase().as_str() {
            "yes" | "y" => self.send(Intent::Accept),
            "no" | "n" | "back" | "skip" => {
                self.send(Intent::Back);
                self.say("Nothing was written.");
            }
            "quit" => {
                self.queue(Intent::Back);
                self.leave();
            }
            other => match number(other, all) {
                Some(number) if several => {
                    self.queue(Intent::First);
                    for _ in 1..number {
                        self.queue(Intent::Down);
                    }
                    self.send(Intent::Toggle);
                }
                _ => self.say("Type yes or no."),
            },
        }
    }

    fn reason(&mut self, index: usize) {
        let findings = self.model.open.as_ref().map(Open::findings);
        let message =
            findings.and_then(|found| found.get(index)).map(|found| found.message.clone());
        if let Some(message) = message {
            self.say(message);
        }
        self.say(
            "Why shall this be left alone? The reason goes into conncert.toml, and into the \
             checklist: Microsoft will see the fault all the same.",
        );
        let Some(line) = self.ask("Reason, or enter to leave it as it is") else { return };
        if line.trim().is_empty() || line.trim().eq_ignore_ascii_case("back") {
            return self.send(Intent::Back);
        }
        self.queue(Intent::Edit(Edit::SelectAll));
        self.queue(Intent::Edit(Edit::Paste(line)));
        self.send(Intent::Accept);
    }

    fn trash(&mut self) {
        let names: Vec<String> = self
            .model
            .home
            .iter()
            .flat_map(|home| &home.trashed)
            .enumerate()
            .map(|(at, listed)| format!("{}. {}", at + 1, listed.name))
            .collect();
        self.head("In the trash:");
        for name in &names {
            self.say(name);
        }
        let Some(line) = self.ask("Number of the draft to bring back, or enter for none") else {
            return;
        };
        match number(&line, names.len()) {
            Some(number) => {
                self.queue(Intent::First);
                for _ in 1..number {
                    self.queue(Intent::Down);
                }
                self.send(Intent::Accept);
            }
            None => self.send(Intent::Back),
        }
    }
}
