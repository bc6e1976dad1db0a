//! The missing texts in plain mode: a prompt for each, what the rules say of it, and at the end the
//! changes of the files with a question.

use super::super::msg::Intent;
use super::super::overlay::Overlay;
use super::super::texts::{Form, Shown};
use super::command::answer;
use super::talk::Talk;
use super::words::{level, spoken};
use crate::format::plural;

impl Talk<'_> {
    /// One prompt of the form, or the question at its end.
    pub(super) fn texts(&mut self) {
        let Some(Overlay::Texts(form)) = self.model.overlays.last() else { return };
        if let Some(shown) = &form.shown {
            let told = end(shown);
            return self.texts_end(&told);
        }
        let typed = form.gap().and_then(|gap| form.typed(&self.model.typed, gap)).cloned();
        let proposal = form.gap().and_then(|gap| gap.proposal.clone());
        let told = asked(form);
        for line in told {
            self.say(line);
        }
        let offered = typed.as_ref().or(proposal.as_ref());
        let prompt = match (&typed, &proposal) {
            (Some(text), _) => format!("Text, or enter to keep “{text}”"),
            (None, Some(text)) => format!("Text, yes to take “{text}”, or enter to leave it out"),
            (None, None) => "Text, or enter to leave it out".to_owned(),
        };
        let Some(line) = self.ask(&format!("{prompt}; back, or done")) else { return };
        match line.trim().to_lowercase().as_str() {
            "" | "skip" if typed.is_none() => self.send(Intent::Next),
            "" | "skip" => self.send(Intent::Accept),
            "yes" | "y" if offered.is_some() => self.send(Intent::Accept),
            // Whoever takes one proposal after the other may not see that there is none.
            "yes" | "y" => {
                self.say("Nothing is proposed here. Type the text, or =yes for that word.");
            }
            "back" => self.send(Intent::Previous),
            "done" => self.send(Intent::Back),
            "quit" => self.leave(),
            "clear" => {
                self.fill("");
                self.settle(Vec::new());
            }
            "help" | "?" => {
                self.say("Type the text; = before it where it is one of these words.");
                self.say("enter or skip: to the next one, this one stays as it is");
                self.say("back: to the one before. clear: empties this one");
                self.say("done: shows what your texts make of the files, and asks");
            }
            _ => self.take_text(answer(&line)),
        }
    }

    /// Takes a text, and says what the rules say of it. It is kept all the same.
    fn take_text(&mut self, text: &str) {
        self.fill(text);
        self.settle(Vec::new());
        let Some(Overlay::Texts(form)) = self.model.overlays.last() else { return };
        let said = form.said.clone().unwrap_or_default();
        for (grave, message) in &said {
            self.say(format!("{}: {}", level(*grave), spoken(message)));
        }
        if said.is_empty() {
            self.say("No rule objects.");
        } else {
            self.say("It is kept all the same; the word back leads to it.");
        }
        self.send(Intent::Accept);
    }

    fn texts_end(&mut self, told: &[String]) {
        for line in told {
            self.say(line);
        }
        match self.ask_yes("Write them?") {
            Some(true) => self.send(Intent::Accept),
            Some(false) => {
                // To the texts, and out of them.
                self.queue(Intent::Back);
                self.send(Intent::Back);
            }
            None => {}
        }
        self.told = None;
    }
}

/// Where the text will stand, and how long it may be.
fn asked(form: &Form) -> Vec<String> {
    let Some(gap) = form.gap() else { return Vec::new() };
    let mut lines = vec![format!(
        "\nMissing text {} of {}: {}. {}",
        form.at + 1,
        form.gaps.len(),
        gap.wanted.what,
        gap.wanted.hint
    )];
    lines.extend(gap.around.iter().map(|line| line.replace(" · ", ", ")));
    match (gap.wanted.fewest, gap.wanted.most) {
        (0 | 1, Some(most)) => lines.push(format!("At most {most} characters.")),
        (fewest, Some(most)) => lines.push(format!("{fewest} to {most} characters.")),
        (_, None) => {}
    }
    lines
}

/// What the files would become.
fn end(shown: &Shown) -> Vec<String> {
    let texts = plural(shown.written, "text goes", "texts go");
    let head = format!("\n{texts} into the files, as here and in no other place:");
    std::iter::once(head).chain(shown.lines.iter().cloned()).collect()
}
