//! Home in plain mode: a numbered list of what there is to go on with.

use super::super::msg::{Edit, Intent};
use super::super::overlay::Overlay;
use super::super::update::{HomeRow as Row, draft_of, home_rows};
use super::answer::number;
use super::command::{Command, command};
use super::talk::Talk;

impl Talk<'_> {
    /// One prompt at home.
    pub(super) fn home(&mut self) {
        let rows = home_rows(&self.model);
        self.head("Home. What do you want to go on with?");
        let drafts = rows.iter().filter(|row| draft_of(&self.model, row).is_some()).count();
        if let Some(told) = self.model.shelf.told(drafts) {
            self.say(told);
        }
        let lines: Vec<String> =
            rows.iter().enumerate().map(|(at, row)| self.row(at + 1, row)).collect();
        for line in lines {
            self.say(line);
        }
        if rows.is_empty() {
            self.say("The drafts could not be listed. Type open and the path of a folder, or new.");
        }
        let Some(line) = self.ask("Number, or help") else { return };
        let (word, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let rest = rest.trim();
        if let Some(at) = number(&line, rows.len()) {
            self.stand_on_row(at - 1);
            self.told = None;
            self.send(Intent::Accept);
            return self.name_folder();
        }
        match word.to_lowercase().as_str() {
            "open" => {
                self.send(Intent::OpenFolder);
                if rest.is_empty() { self.name_folder() } else { self.type_folder(rest) }
            }
            "new" => {
                self.told = None;
                self.send(Intent::New);
            }
            "delete" => match number(rest, rows.len()) {
                Some(at) if draft_of(&self.model, &rows[at - 1]).is_some() => {
                    self.stand_on_row(at - 1);
                    self.send(Intent::Delete);
                }
                _ => self.say("Type delete and the number of a draft."),
            },
            "restore" => self.send(Intent::Restore),
            "" => self.say("Type a number of the list, or help."),
            word if self.about_drafts(word, rest, &rows) => {}
            _ => match command(&line, false) {
                Some(Command::Quit) => self.leave(),
                Some(Command::Help) => self.help_at_home(),
                Some(Command::Back)
                    if self.model.open.is_some() || self.model.shelf.is_narrow() =>
                {
                    self.told = None;
                    self.send(Intent::Back);
                }
                Some(Command::Home | Command::Back | Command::Skip) => {}
                Some(_) => self.say("Open a draft or a folder first."),
                None => self.say(format!("“{}” is none of these.", line.trim())),
            },
        }
    }

    fn row(&self, at: usize, row: &Row) -> String {
        match row {
            Row::Offered(folder) => format!(
                "{at}. Certify the connector in this folder, {}: no draft yet",
                folder.display()
            ),
            Row::Draft(_) | Row::Archived(_) => {
                let Some(listed) = draft_of(&self.model, row) else {
                    return format!("{at}. A draft");
                };
                if let Some(error) = &listed.error {
                    return format!("{at}. Draft {}: cannot be read. {error}", listed.name);
                }
                let publisher = listed.publisher.map_or("publisher type open", |kind| kind.word());
                let (answered, of) = listed.answered;
                let changed = listed.updated.map_or(String::new(), |changed| {
                    format!(", changed {}", changed.strftime("%Y-%m-%d"))
                });
                format!(
                    "{at}. Draft {}: {publisher}, {answered} of {of} answered{changed}",
                    listed.name
                )
            }
            Row::OpenFolder => format!("{at}. Open a connector folder or a draft"),
            Row::New => format!("{at}. Start without a folder"),
        }
    }

    pub(super) fn stand_on_row(&mut self, index: usize) {
        self.queue(Intent::First);
        for _ in 0..index {
            self.queue(Intent::Down);
        }
    }

    /// Asks for the folder, where that is what was chosen.
    pub(super) fn name_folder(&mut self) {
        if let Some(Overlay::Prompt { title, .. }) = self.model.overlays.last() {
            let title = *title;
            let Some(line) = self.ask(title) else { return };
            self.type_folder(&line);
        }
    }

    fn type_folder(&mut self, path: &str) {
        let path = path.trim().trim_matches('"');
        if path.is_empty() || path.eq_ignore_ascii_case("back") {
            return self.send(Intent::Back);
        }
        self.told = None;
        self.queue(Intent::Edit(Edit::Paste(path.to_owned())));
        self.send(Intent::Accept);
        if self.model.open.is_some() {
            self.tell_connector();
        }
    }

    fn help_at_home(&mut self) {
        self.say(
            "From five questions to a certified connector. conncert asks what must be asked, \
             checks your files by Microsoft's rules on this machine, and makes the checklist and \
             the package. Nothing is sent anywhere.",
        );
        self.say("At home a number opens what it stands before. Also:");
        self.say("open PATH: opens a connector folder or a draft");
        self.say("new: starts without a folder");
        self.say("delete NUMBER: moves a draft to the trash, after asking");
        self.say("restore: brings a draft back from the trash");
        for (word, does) in super::drafts::WORDS {
            self.say(format!("{word}: {does}"));
        }
        self.tell_commands();
    }
}
