//! Several drafts in plain mode: the words that home knows for them, and what is chosen, compared
//! and imported, as numbered lines.

use super::super::drafts::{Desk, Import, offered};
use super::super::msg::Intent;
use super::super::overlay::Overlay;
use super::super::update::{HomeRow as Row, draft_of};
use super::answer::number;
use super::talk::Talk;
use super::words::shown;
use crate::answers::Question;
use crate::format::plural;
use crate::store::Order;

/// The words at home, and what they do.
pub(super) const WORDS: [(&str, &str); 7] = [
    ("search WORDS", "lists only the drafts that hold these words; without words, all of them"),
    ("sort ORDER", "by changed, name or left"),
    ("rename NUMBER NAME", "gives a draft another name"),
    ("copy NUMBER", "copies a draft with all its answers"),
    ("compare NUMBER NUMBER", "tells what two drafts answer differently"),
    ("archive NUMBER", "puts a draft away; it is kept. In the archive it brings it back"),
    ("archived", "lists the drafts that were put away, or the others again"),
];

impl Talk<'_> {
    /// Does what a line asks about drafts; false where it asks for something else.
    pub(super) fn about_drafts(&mut self, word: &str, rest: &str, rows: &[Row]) -> bool {
        match word {
            "search" => {
                self.queue(Intent::Search);
                self.fill(rest);
                self.send(Intent::Accept);
            }
            "sort" => self.sort(rest),
            "archived" => self.send(Intent::Archived),
            "rename" => {
                let (at, name) = rest.split_once(' ').unwrap_or((rest, ""));
                if !self.stand_on_draft(at, rows) {
                    self.say("Type rename, the number of a draft, and the new name.");
                } else if name.trim().is_empty() {
                    self.send(Intent::Rename);
                } else {
                    self.queue(Intent::Rename);
                    self.name_draft(name.trim());
                }
            }
            "copy" | "duplicate" => self.at_draft(rest, rows, Intent::Duplicate, "copy"),
            "archive" => self.at_draft(rest, rows, Intent::Archive, "archive"),
            "compare" => {
                let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
                let other = number(second, rows.len())
                    .and_then(|at| draft_of(&self.model, &rows[at - 1]))
                    .map(|listed| listed.path.clone());
                if !self.stand_on_draft(first, rows) {
                    self.say("Type compare and the numbers of two drafts.");
                    return true;
                }
                self.send(Intent::Compare);
                let Some(Overlay::Desk(desk)) = self.model.overlays.last() else { return true };
                let Desk::Pick(pick) = &**desk else { return true };
                let offers = offered(&self.model, pick);
                let at = offers.iter().position(|listed| Some(&listed.path) == other.as_ref());
                if let Some(at) = at {
                    self.choose_draft(at);
                } else if other.is_some() {
                    self.send(Intent::Back);
                    self.say("Name two different drafts that can be read.");
                }
            }
            _ => return false,
        }
        true
    }

    fn sort(&mut self, order: &str) {
        let wanted = Order::ALL.into_iter().find(|known| known.word().eq_ignore_ascii_case(order));
        match wanted {
            None if !order.is_empty() => self.say("Type sort and one of changed, name, left."),
            None => self.send(Intent::Sort),
            Some(wanted) => {
                for _ in Order::ALL {
                    if self.model.shelf.order != wanted {
                        self.queue(Intent::Sort);
                    }
                }
                self.model.status = None;
                self.say(format!("Sorted: {}.", wanted.says()));
            }
        }
    }

    fn at_draft(&mut self, at: &str, rows: &[Row], intent: Intent, word: &str) {
        if self.stand_on_draft(at, rows) {
            self.send(intent);
        } else {
            self.say(format!("Type {word} and the number of a draft."));
        }
    }

    fn stand_on_draft(&mut self, at: &str, rows: &[Row]) -> bool {
        match number(at, rows.len()) {
            Some(at) if draft_of(&self.model, &rows[at - 1]).is_some() => {
                self.stand_on_row(at - 1);
                true
            }
            _ => false,
        }
    }

    fn name_draft(&mut self, name: &str) {
        self.fill(name);
        self.send(Intent::Accept);
    }

    /// Tells of what lies over a page about drafts, and asks what it asks.
    pub(super) fn desk(&mut self) {
        let Some(Overlay::Desk(desk)) = self.model.overlays.last() else { return };
        match &**desk {
            Desk::Search { .. } => self.send(Intent::Back),
            Desk::Rename { .. } => {
                let Some(line) = self.ask("New name of the draft, or enter to leave it") else {
                    return;
                };
                if line.trim().is_empty() || line.trim().eq_ignore_ascii_case("back") {
                    return self.send(Intent::Back);
                }
                self.name_draft(line.trim());
            }
            Desk::Pick(pick) => {
                let names: Vec<String> = offered(&self.model, pick)
                    .into_iter()
                    .enumerate()
                    .map(|(at, listed)| {
                        let publisher = listed.publisher.map_or("type open", |kind| kind.word());
                        let away = if listed.archived { ", put away" } else { "" };
                        format!("{}. {}: {publisher}{away}", at + 1, listed.name)
                    })
                    .collect();
                if names.is_empty() {
                    self.say("There is no other draft.");
                    return self.send(Intent::Back);
                }
                self.head("The other drafts:");
                for name in &names {
                    self.say(name);
                }
                let Some(line) = self.ask("Number of the other draft, or enter for none") else {
                    return;
                };
                match number(&line, names.len()) {
                    Some(at) => self.choose_draft(at - 1),
                    None => self.send(Intent::Back),
                }
            }
            Desk::Compared(_) => self.tell_comparison(),
            Desk::Import(_) => self.import(),
        }
    }

    /// Chooses one of the drafts on offer.
    fn choose_draft(&mut self, at: usize) {
        self.queue(Intent::First);
        for _ in 0..at {
            self.queue(Intent::Down);
        }
        self.send(Intent::Accept);
    }

    fn tell_comparison(&mut self) {
        let Some(Overlay::Desk(desk)) = self.model.overlays.last() else { return };
        let Desk::Compared(comparison) = &**desk else { return };
        let [first, second] = comparison.names.clone();
        let equal = comparison.equal();
        let differ = comparison.pairs.len() - equal;
        let lines: Vec<String> = comparison
            .pairs
            .iter()
            .filter(|pair| !pair.is_equal())
            .flat_map(|pair| {
                let asked = pair.question;
                [
                    format!("{}:", asked.prompt.trim_end_matches(['?', '.', ':'])),
                    format!("  {first}: {}", said(asked, &pair.first)),
                    format!("  {second}: {}", said(asked, &pair.second)),
                ]
            })
            .collect();
        let count = plural(differ, "answer differs", "answers differ");
        self.head(&format!("{first} and {second}: {count}, {equal} alike."));
        for line in lines {
            self.say(line);
        }
        self.send(Intent::Back);
    }

    fn import(&mut self) {
        let Some(Overlay::Desk(desk)) = self.model.overlays.last() else { return };
        let Desk::Import(import) = &**desk else { return };
        let lines = loans(import);
        let (taken, all) = (import.taken().count(), import.loans.len());
        let from = import.from.clone();
        self.head(&format!("{taken} of {} of {from} taken:", plural(all, "answer", "answers")));
        for line in lines {
            self.say(line);
        }
        let prompt = "Take them? Yes, no, all, or a number to take or leave that one";
        let Some(line) = self.ask(prompt) else { return };
        match line.trim().to_lowercase().as_str() {
            "yes" | "y" => {
                self.told = None;
                self.send(Intent::Accept);
            }
            "no" | "n" | "back" | "skip" => {
                self.send(Intent::Back);
                self.say("Nothing was taken.");
            }
            "all" => self.send(Intent::All),
            "quit" => {
                self.queue(Intent::Back);
                self.leave();
            }
            other => match number(other, all) {
                Some(number) => {
                    self.queue(Intent::First);
                    for _ in 1..number {
                        self.queue(Intent::Down);
                    }
                    self.send(Intent::Toggle);
                }
                None => self.say("Type yes or no."),
            },
        }
    }
}

/// The answers on loan, a line each.
fn loans(import: &Import) -> Vec<String> {
    let line = |(at, (loan, taken)): (usize, &(crate::steps::carry::Loan, bool))| {
        let state = if *taken { "taken" } else { "left out" };
        let own = match loan.own.as_ref().filter(|_| loan.replaces()) {
            Some((own, true)) => format!(", in place of your {}", said(loan.question, own)),
            Some((own, false)) => format!(", though your files say {}", said(loan.question, own)),
            None => String::new(),
        };
        let prompt = loan.question.prompt.trim_end_matches(['?', '.', ':']);
        format!("{}. {prompt}: {}{own}: {state}", at + 1, said(loan.question, &loan.text))
    };
    import.loans.iter().enumerate().map(line).collect()
}

/// An answer on one line.
fn said(question: &Question, text: &str) -> String {
    if text.trim().is_empty() {
        return "not answered".to_owned();
    }
    shown(question, text).replace('\n', " / ")
}
