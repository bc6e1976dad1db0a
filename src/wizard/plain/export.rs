//! The export in plain mode: what will be written, where, and what to do next.

use super::super::model::Page;
use super::super::msg::{Exported, Intent};
use super::command::{Command, answer, command};
use super::talk::Talk;
use crate::export::what_is_open;
use crate::rule::Level;

impl Talk<'_> {
    /// One prompt at the export.
    pub(super) fn export(&mut self) {
        let Some(open) = &self.model.open else { return };
        let written = open.export.is_written();
        let target = open.export.target.text();
        if self.told != Some(Page::Export) {
            self.told = Some(Page::Export);
            self.tell_export();
        }
        let prompt = if written {
            "Enter leaves; steps, review, export and home lead on".to_owned()
        } else {
            format!("Where to write? Enter takes {}", target.trim())
        };
        let Some(line) = self.ask(&prompt) else { return };
        match command(&line, !written) {
            Some(Command::Back | Command::Review) => self.go(Page::Review),
            Some(Command::Help) => {
                self.tell_export();
                self.tell_commands();
            }
            Some(Command::Export) if written => {
                // Any key that moves leads back to the form.
                self.told = None;
                self.send(Intent::Next);
            }
            Some(Command::Skip) => self.say("This is the last page; quit leaves."),
            Some(Command::Clear | Command::Export) => {}
            Some(other) => {
                self.common(other);
            }
            None if written && line.trim().is_empty() => self.leave(),
            None if written => self.say(format!("“{}” is none of these.", line.trim())),
            None => self.write(answer(&line)),
        }
    }

    /// Writes, after asking whether errors shall be no obstacle.
    fn write(&mut self, target: &str) {
        if !target.is_empty() {
            self.stand_on_line(0);
            self.fill(target);
        }
        let Some(open) = &self.model.open else { return };
        let is_error = |found: &&crate::rule::Finding| found.level == Level::Error;
        let errors = open.findings().iter().filter(is_error).count();
        let incomplete = open.export.incomplete;
        if errors > 0 {
            self.say(format!(
                "{}. An incomplete package would be sent back; without it only the checklist is \
                 written.",
                what_is_open(open.findings())
            ));
            let Some(all_the_same) = self.ask_yes("Write the package all the same?") else {
                return;
            };
            if all_the_same != incomplete {
                self.stand_on_line(1);
                self.send(Intent::Toggle);
            }
        }
        self.told = None;
        self.send(Intent::Accept);
    }

    fn stand_on_line(&mut self, line: usize) {
        for _ in 0..2 {
            self.queue(Intent::Previous);
        }
        for _ in 0..line {
            self.queue(Intent::Next);
        }
    }

    fn tell_export(&mut self) {
        let Some(open) = &self.model.open else { return };
        let target = open.export.target.text();
        let result = open.export.result.as_ref();
        let head = match result {
            Some(Exported { written: true, .. }) => format!("Written to {}:", target.trim()),
            _ => "Export. The checklist, the folder for the pull request, the same as a zip, the \
                  text of the pull request and, where solutions are named, the marketplace \
                  package. Nothing is sent anywhere."
                .to_owned(),
        };
        let mut lines = Vec::new();
        if let Some(result) = result {
            if !result.written {
                lines.push("This will be written:".to_owned());
            }
            lines.extend(result.paths.iter().cloned());
            lines.extend(result.refusal.clone().map(|why| format!("Left out: {why}")));
            lines.extend(result.gap.clone());
            if !result.next.is_empty() {
                lines.push("What to do next:".to_owned());
                let next = result.next.iter().enumerate();
                lines.extend(next.map(|(at, task)| format!("{}. {task}", at + 1)));
            }
        }
        self.head(&head);
        for line in lines {
            self.say(line);
        }
    }
}
