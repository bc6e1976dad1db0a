//! Plain mode with text in and text out, in memory: whole journeys by lines alone.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use super::super::msg::{Done, Job, Msg, Now};
use super::super::plain::{Heard, Talk, World};
use super::super::worker::Worker;
use super::{copy, pictures, sample};
use crate::store::Store;
use jiff::Timestamp;
use jiff::civil::date;

/// What a publisher says to what was printed since the last line; none ends the input.
pub(super) type Publisher = Box<dyn FnMut(&str) -> Option<String>>;

/// A world in memory.
struct Memory {
    worker: Worker,
    replies: VecDeque<Msg>,
    publisher: Publisher,
    out: String,
    /// How much of it was heard before the last line.
    heard: usize,
    asked: bool,
    millis: u64,
    /// Saves do not work.
    broken: bool,
    /// The files change while one types, and the line comes while they are read.
    touched: Touched,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Touched {
    Never,
    Once,
    Waiting,
    Reading,
}

impl World for Memory {
    fn now(&self) -> Now {
        Now {
            millis: self.millis,
            today: date(2026, 11, 23),
            timestamp: "2026-11-23T10:15:00Z".parse::<Timestamp>().unwrap(),
        }
    }

    fn print(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn ask(&mut self) {
        assert!(!self.asked, "one line at a time");
        self.asked = true;
    }

    fn start(&mut self, job: Job) {
        self.millis += 5;
        let done = match job {
            Job::Save { revision, .. } if self.broken => {
                Done::Saved { revision, result: Err("the disk is full.".to_owned()) }
            }
            job => self.worker.perform(job),
        };
        self.replies.push_back(Msg::Done(done));
    }

    fn hear(&mut self, _most: Option<Duration>) -> Heard {
        match self.touched {
            Touched::Once if self.asked && self.replies.is_empty() => {
                self.touched = Touched::Waiting;
                return Heard::Msg(Msg::FilesTouched);
            }
            Touched::Waiting => {
                self.touched = Touched::Reading;
                self.millis += 1_000;
                return Heard::Nothing;
            }
            Touched::Reading if self.replies.is_empty() => return Heard::Nothing,
            Touched::Reading => self.touched = Touched::Never,
            Touched::Once | Touched::Never => return self.hear_in_turn(),
        }
        self.hear_line()
    }

    fn follow(&mut self, _folder: Option<&Path>) {}
}

impl Memory {
    /// Replies first, then lines.
    fn hear_in_turn(&mut self) -> Heard {
        if let Some(msg) = self.replies.pop_front() {
            return Heard::Msg(msg);
        }
        self.hear_line()
    }

    fn hear_line(&mut self) -> Heard {
        assert!(self.asked, "nothing is asked and nothing is done:\n{}", self.out);
        self.asked = false;
        self.millis += 3_000;
        let new = self.out[self.heard..].to_owned();
        self.heard = self.out.len();
        match (self.publisher)(&new) {
            Some(line) => {
                self.out.push_str(&line);
                self.out.push('\n');
                Heard::Line(line)
            }
            None => Heard::End,
        }
    }
}

/// A folder with a connector, and what plain mode printed there.
pub(super) struct Told {
    pub(super) dir: TempDir,
    pub(super) out: String,
    result: Result<(), crate::store::StoreError>,
}

impl Told {
    fn draft(&self) -> String {
        let drafts = self.dir.path().join("data/drafts");
        let mut found: Vec<_> = std::fs::read_dir(drafts)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        assert_eq!(found.len(), 1, "{found:?}");
        std::fs::read_to_string(found.remove(0)).unwrap()
    }

    pub(super) fn has(&self, text: &str) -> &Self {
        assert!(self.out.contains(text), "no `{text}` in:\n{}", self.out);
        self
    }
}

pub(super) fn talk(dir: TempDir, broken: bool, first: Job, publisher: Publisher) -> Told {
    talk_where(dir, broken, Touched::Never, first, publisher)
}

fn talk_where(
    dir: TempDir,
    broken: bool,
    touched: Touched,
    first: Job,
    publisher: Publisher,
) -> Told {
    let store = Store::at(dir.path().join("data"));
    let mut world = Memory {
        worker: Worker::new(store, dir.path().to_owned()),
        replies: VecDeque::new(),
        publisher,
        out: String::new(),
        heard: 0,
        asked: false,
        millis: 0,
        broken,
        touched,
    };
    let result = Talk::new(&mut world).run(vec![first]);
    let told = Told { dir, out: world.out, result };
    assert_plain(&told.out);
    told
}

/// Words and line feeds: nothing that moves a cursor, draws a frame, or is told by a sign alone.
fn assert_plain(out: &str) {
    for found in out.chars() {
        let is_sign =
            matches!(found, '\u{2500}'..='\u{27bf}' | '\u{2190}'..='\u{21ff}' | '›' | '•');
        let is_text = found == '\n' || !found.is_control();
        assert!(is_text && !is_sign, "{found:?} in:\n{out}");
    }
}

/// A folder in which the connector lies at this place.
fn folder(place: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    copy(&sample(), &dir.path().join(place).join("Contoso Invoices"));
    dir
}

/// One line after the other.
pub(super) fn lines(lines: &[&str]) -> Publisher {
    let mut lines: VecDeque<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    Box::new(move |_| lines.pop_front())
}

fn opened(place: &str, said: &[&str]) -> Told {
    let dir = folder(place);
    let path = dir.path().join(place).join("Contoso Invoices");
    talk(dir, false, Job::Open(path), lines(said))
}

/// Answers each question by its words, keeps what is known, and attests everything.
fn answering(answers: &'static [(&str, &str)]) -> Publisher {
    Box::new(move |new| {
        let asked = new.rsplit("\nQuestion ").next().unwrap_or(new);
        let prompt = asked.lines().next().unwrap_or_default();
        let known =
            answers.iter().find(|(part, _)| new.contains("Question ") && prompt.contains(part));
        let last = new.lines().last().unwrap_or_default();
        Some(match known {
            _ if last.starts_with("Next line") => String::new(),
            _ if new.contains("Home. What") => "1".to_owned(),
            _ if last.starts_with("Which folder") => "in/Contoso Invoices".to_owned(),
            _ if last.contains("all the same") => "yes".to_owned(),
            _ if last.starts_with("Where to write") => "out".to_owned(),
            Some((_, answer)) => (*answer).to_owned(),
            None if prompt.contains("to attest") => "yes".to_owned(),
            None => String::new(),
        })
    })
}

#[test]
fn a_verified_publisher_comes_from_an_empty_home_to_the_export() {
    let publisher = answering(&[
        ("What kind of publisher", "1"),
        ("Nobody has built", "yes"),
        ("E-mail", "help@contoso.com"),
        ("Uptime in per cent", "99,95"),
        ("New connector, or an update", "1"),
    ]);
    let told = talk(folder("in"), false, Job::List, publisher);
    told.has("Home. What do you want to go on with?")
        .has("1. Open a connector folder or a draft")
        .has("The connector was read: Contoso Invoices.")
        .has("Known: Contoso Ltd (from apiProperties.json, not confirmed yet)")
        .has("Taken: help@contoso.com")
        .has("of outage a month")
        .has("Blocks the submission")
        .has("Written to out:")
        .has("What to do next:")
        .has("Your draft is saved in");
    assert!(told.result.is_ok());
    assert!(told.dir.path().join("out/checklist.md").is_file());
    let draft = told.draft();
    for answer in ["type = \"verified\"", "email = \"help@contoso.com\"", "submission = \"new\""] {
        assert!(draft.contains(answer), "no {answer} in {draft}");
    }
    assert!(draft.matches("2026-11-23").count() > 15, "attested: {draft}");
}

#[test]
fn an_independent_publisher_comes_from_an_empty_home_to_the_export() {
    let publisher = answering(&[
        ("What kind of publisher", "independent"),
        ("Publisher name", "Avery Howard"),
        ("Owner of the service", "Contoso Ltd"),
        ("microsoft", "no"),
        ("Is it a service of Microsoft", "no"),
        ("E-mail", "avery@example.com"),
        ("Web site", "https://contoso.com"),
        ("New connector, or an update", "new"),
    ]);
    let told = talk(folder("in"), false, Job::List, publisher);
    told.has("Independent (the service is someone else's)")
        .has("I have read and accept the manifesto")
        .has("Written to out:");
    assert!(told.dir.path().join("out/checklist.md").is_file());
    let draft = told.draft();
    for answer in
        ["type = \"independent\"", "name = \"Avery Howard\"", "stack_owner = \"Contoso Ltd\""]
    {
        assert!(draft.contains(answer), "no {answer} in {draft}");
    }
}

#[test]
fn the_end_of_the_input_saves_and_says_where() {
    let told = opened("x", &["1", "Contoso Group"]);
    told.has("Taken: Contoso Group")
        .has("the word write puts your answers into them")
        .has("Your draft is saved in")
        .has("conncert --plain \"");
    assert!(told.result.is_ok());
    assert!(told.draft().contains("name = \"Contoso Group\""));
}

#[test]
fn lines_that_were_begun_are_kept_when_the_input_ends() {
    let told = opened("x", &["skip", "skip", "skip", "2", "Invoices are read,", "then written."]);
    told.has("Next line, or enter to end");
    assert!(told.draft().contains("Invoices are read,"), "{}", told.draft());
    assert!(told.draft().contains("then written."), "{}", told.draft());
}

#[test]
fn several_lines_end_with_an_empty_one_and_a_dot_is_one() {
    let told = opened("x", &["skip", "skip", "skip", "2", "One", ".", "two", "", "back", "quit"]);
    assert!(told.draft().contains("One\n\ntwo"), "{}", told.draft());
    told.has("Known: One\n\ntwo");
}

#[test]
fn what_is_wrong_is_said_at_once_with_how_to_mend_it() {
    let said = ["steps", "4", "skip", "not a mailbox", "help@contoso.com", "quit"];
    let told = opened("x", &said);
    told.has("Error: ")
        .has("(contact-email-malformed)")
        .has("Type it again")
        .has("Taken: help@contoso.com");
    assert!(told.draft().contains("email = \"help@contoso.com\""));
}

#[test]
fn back_skip_undo_and_redo_go_where_they_say() {
    let said = ["skip", "Fabrikam", "back", "undo", "redo", "undo", "back", "back", "quit"];
    let told = opened("x", &said);
    told.has("Publisher name: Contoso Ltd (from apiProperties.json, not confirmed)")
        .has("Publisher name: Fabrikam")
        .has("This is the first question.");
    assert!(!told.out.contains("Problem"), "{}", told.out);
    told.has("Nothing was answered, so there is no draft to keep.");
}

#[test]
fn an_answer_may_be_a_command_and_an_answer_can_be_emptied() {
    let told = opened("x", &["skip", "=help", "back", "clear", "back", "quit"]);
    told.has("Taken: help").has("It is empty now.").has("Known: nothing yet");
}

#[test]
fn a_required_answer_is_asked_for_and_a_choice_never_falls_by_enter() {
    let told = opened("x", &["steps", "6", "skip", "", "quit"]);
    told.has("Type the number of what you choose, or skip to answer it later.");
    let told = opened("x", &["skip", "clear", "", "quit"]);
    told.has("This is required. Type an answer, or skip to answer it later.");
}

#[test]
fn safe_mends_are_told_as_a_diff_and_undone() {
    let dir = folder("x");
    let path = dir.path().join("x/Contoso Invoices");
    let definition = path.join("apiDefinition.swagger.json");
    let text = std::fs::read_to_string(&definition).unwrap();
    std::fs::write(&definition, format!("\u{feff}{text}")).unwrap();
    let marked = std::fs::read_to_string(&definition).unwrap();
    let said = ["fix", "no", "fix", "yes", "undo", "quit"];
    let told = talk(dir, false, Job::Open(path), lines(&said));
    told.has("1 of 1 mend taken:")
        .has("What changes in the files:")
        .has("\n@@ ")
        .has("Nothing was written.")
        .has("the word undo takes it back")
        .has("Undone in 1 file");
    assert_eq!(std::fs::read_to_string(&definition).unwrap(), marked);
}

#[test]
fn answers_are_written_into_the_files_after_a_diff() {
    let said = ["steps", "4", "skip", "help@contoso.com", "write", "yes", "quit"];
    let told = opened("x", &said);
    told.has("Your answers change these lines, and nothing else:").has("Written: 1 file");
    let path = told.dir.path().join("x/Contoso Invoices/apiDefinition.swagger.json");
    assert!(std::fs::read_to_string(path).unwrap().contains("help@contoso.com"));
}

#[test]
fn the_review_tells_findings_and_leads_to_them() {
    let told = opened(
        "x",
        &["review", "3", "", "filter level:warning", "1", "go", "review", "2", "go", "quit"],
    );
    told.has("Blocks the submission")
        .has("3. Error, properties line ")
        .has("Line 18 reads: ")
        .has("Filter “level:warning”")
        .has("Type go to the question or step");
    let told = opened("x", &["review", "3", "aside", "Agreed with Microsoft.", "quit"]);
    told.has("Why shall this be left alone?");
    let settings = told.dir.path().join("x/Contoso Invoices/conncert.toml");
    assert!(std::fs::read_to_string(settings).unwrap().contains("Agreed with Microsoft."));
}

#[test]
fn home_lists_opens_deletes_and_restores() {
    let dir = folder("x");
    let folder = dir.path().join("x/Contoso Invoices").display().to_string();
    let open = format!("open {folder}");
    let said = [
        "2", "home", &open, "1", "home", "help", "1", "home", "delete 1", "yes", "restore", "1",
        "9", "magic", "quit",
    ];
    let told = talk(dir, false, Job::List, lines(&said));
    told.has("1. Draft Contoso Invoices: verified, ")
        .has("Move the draft “Contoso Invoices” to the trash? Yes or no: yes")
        .has("In the trash:\n1. Contoso Invoices")
        .has("“magic” is none of these.");
    assert!(told.result.is_ok());
}

#[test]
fn a_wrong_path_is_told_and_asked_again() {
    let told = talk(folder("x"), false, Job::List, lines(&["open /nowhere/at all", "quit"]));
    told.has("Problem: ").has("check the path");
}

#[test]
fn what_cannot_be_saved_is_told_and_fails() {
    let dir = folder("x");
    let path = dir.path().join("x/Contoso Invoices");
    let told = talk(dir, true, Job::Open(path), lines(&["skip", "Fabrikam"]));
    let failed = told.result.as_ref().unwrap_err().to_string();
    assert!(failed.contains("the last answers are not saved: the disk is full"), "{failed}");

    let dir = folder("x");
    let path = dir.path().join("x/Contoso Invoices");
    let told =
        talk(dir, true, Job::Open(path), lines(&["skip", "Fabrikam", "quit", "no", "quit", "yes"]));
    told.has("Leave without saving? Yes or no");
}

#[test]
fn escape_sequences_in_files_and_answers_are_shown() {
    let dir = folder("x");
    let path = dir.path().join("x/Contoso Invoices");
    let definition = path.join("apiDefinition.swagger.json");
    let text = std::fs::read_to_string(&definition).unwrap();
    std::fs::write(&definition, text.replace("Contoso Customer Care", "Care\\u001b[2J\\u0007"))
        .unwrap();
    let said = ["steps", "4", "Team \u{1b}]0;x\u{7}", "review", "quit"];
    let told = talk(dir, false, Job::Open(path), lines(&said).pipe_clean());
    told.has("Care\\u{1b}[2J");
}

/// The echo of a test is the line as typed; here it has to be made safe as the program does.
trait Clean {
    fn pipe_clean(self) -> Publisher;
}

impl Clean for Publisher {
    fn pipe_clean(mut self) -> Publisher {
        Box::new(move |new| self(new).map(|line| line.replace(['\u{1b}', '\u{7}'], "?")))
    }
}

/// A folder with the connector, a summary and a display name less.
fn bare() -> TempDir {
    let dir = folder("in");
    let path = dir.path().join("in/Contoso Invoices/apiDefinition.swagger.json");
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text
        .replace("        \"summary\": \"List invoices\",\n", "")
        .replace("            \"x-ms-summary\": \"Status\",\n", "");
    std::fs::write(&path, text).unwrap();
    dir
}

/// Goes through the missing texts: what is said to each, by a part of what is told of it.
fn missing(answers: &'static [(&str, &str)], write: &'static str) -> Publisher {
    let mut begun = false;
    let mut ended = false;
    Box::new(move |new| {
        let said = answers.iter().find(|(part, _)| new.contains(part));
        Some(match said {
            _ if new.contains("Write them?") => {
                ended = true;
                write.to_owned()
            }
            Some((_, said)) if new.contains("Missing text ") => (*said).to_owned(),
            None if new.contains("Missing text ") => String::new(),
            _ if ended => "quit".to_owned(),
            _ if begun => "yes".to_owned(),
            _ => {
                begun = true;
                "texts".to_owned()
            }
        })
    })
}

#[test]
fn missing_texts_are_asked_for_line_by_line() {
    let said = &[("Summary.", "List all the invoices"), ("parameter status", "yes")];
    let dir = bare();
    let path = dir.path().join("in/Contoso Invoices");
    let told = talk(dir, false, Job::Open(path), missing(said, "yes"));
    told.has("GET /invoices, ListInvoices").has("At most 80 characters.").has("No rule objects.");
    told.has("parameter status, query, string, optional").has("yes to take “Status”");
    told.has("2 texts go into the files").has("+            \"x-ms-summary\": \"Status\"");
    let path = told.dir.path().join("in/Contoso Invoices/apiDefinition.swagger.json");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("List all the invoices"), "{}", told.out);
}

#[test]
fn missing_texts_that_are_not_to_be_written_leave_the_files_alone() {
    let dir = bare();
    let path = dir.path().join("in/Contoso Invoices");
    let file = path.join("apiDefinition.swagger.json");
    let before = std::fs::read(&file).unwrap();
    let told = talk(dir, false, Job::Open(path), missing(&[("Summary.", "List.")], "no"));
    told.has("Warning: ").has("It is kept all the same").has("the word texts tells them again");
    let file = told.dir.path().join("in/Contoso Invoices/apiDefinition.swagger.json");
    assert_eq!(std::fs::read(file).unwrap(), before);
    told.has("1 text that you typed is not in the files yet");
}

#[test]
fn texts_that_the_end_of_the_input_keeps_from_the_files_are_named() {
    let dir = bare();
    let path = dir.path().join("in/Contoso Invoices");
    let said = lines(&["texts", "", "List all the invoices"]);
    let told = talk(dir, false, Job::Open(path), said);
    told.has("1 text that you typed is not in the files, and no draft keeps them.");
}

#[test]
fn yes_is_no_text_where_nothing_is_proposed() {
    let dir = bare();
    let path = dir.path().join("in/Contoso Invoices");
    let told = talk(dir, false, Job::Open(path), lines(&["texts", "", "yes", "done", "quit"]));
    told.has("Nothing is proposed here.");
    assert!(!told.out.contains("that you typed"), "{}", told.out);
}

#[test]
fn the_picture_of_plain_mode_is_current() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("in/Contoso Invoices");
    copy(&sample(), &path);
    let said = lines(&["steps", "4", "", "help@contoso", "help@contoso.com"]);
    let told = talk(dir, false, Job::Open(path), said);
    let from = told.out.find("Step 4 of 9").unwrap();
    let to = told.out[from..].rfind("\nQuestion 3 of");
    let to = to.unwrap_or_else(|| panic!("{}", told.out));
    pictures::picture_of_lines("plain", &told.out[from..from + to]);
}

#[test]
fn a_line_that_comes_while_files_are_read_again_is_not_lost() {
    for end in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("in/Contoso Invoices");
        copy(&sample(), &path);
        let said: &[&str] = if end { &[] } else { &["1", "Contoso Ltd"] };
        let told = talk_where(dir, false, Touched::Once, Job::Open(path), lines(said));
        assert!(told.result.is_ok());
        if !end {
            assert!(told.draft().contains("name = \"Contoso Ltd\""), "{}", told.out);
        }
    }
}
