//! Mends, texts, answers, exceptions, undo, redo and the hands of others, in any order. A second
//! book of the files is kept beside: what somebody else wrote is never taken away, undo and redo
//! lead to the very bytes, and where a file was changed since they leave every file as it is.

use std::collections::BTreeMap;
use std::fs;

use super::super::history::{Past, Writing};
use super::super::model::{Focus, Page};
use super::super::msg::Msg;
use super::storm::Dice;
use super::{Stage, sample};

/// Steps of one run, and how many runs there are.
const STEPS: usize = 70;
const RUNS: u64 = 16;

const DEFINITION: &str = "apiDefinition.swagger.json";

/// Every file of the folder.
type Files = BTreeMap<String, Vec<u8>>;

/// A step over files, as the second book has it: of each file that it changed the bytes before and
/// after, none where it was not there.
#[derive(Debug, Clone)]
struct Step(BTreeMap<String, (Bytes, Bytes)>);

type Bytes = Option<Vec<u8>>;

impl Step {
    fn between(before: &Files, after: &Files) -> Self {
        let names: Vec<&String> = before.keys().chain(after.keys()).collect();
        let changed = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
        let ends = |name: &String| (before.get(name).cloned(), after.get(name).cloned());
        Self(changed.map(|name| (name.clone(), ends(name))).collect())
    }

    /// The files after undo, or redo; none where one of them is not as the step left it.
    fn taken(&self, files: &Files, back: bool) -> Option<Files> {
        let mut files = files.clone();
        for (name, (before, after)) in &self.0 {
            let (from, to) = if back { (after, before) } else { (before, after) };
            if files.get(name) != from.as_ref() {
                return None;
            }
            match to {
                Some(to) => files.insert(name.clone(), to.clone()),
                None => files.remove(name),
            };
        }
        Some(files)
    }
}

/// What lies behind or before us.
#[derive(Debug, Clone)]
enum Known {
    Answers,
    Files(Step),
}

struct Run {
    stage: Stage,
    dice: Dice,
    undo: Vec<Known>,
    redo: Vec<Known>,
    /// What others wrote.
    marks: Vec<(String, String)>,
    told: Vec<String>,
    wrote: usize,
    undone: usize,
    refused: usize,
}

impl Run {
    fn new(seed: u64) -> Self {
        let mut stage = Stage::new(80, 24);
        let path = stage.connector().join(DEFINITION);
        let text = fs::read_to_string(sample().join(DEFINITION)).unwrap();
        let text = text
            .replace("\"https\"", "\"https\", \"https\"")
            .replace("            \"x-ms-summary\": \"Status\",\n", "")
            .replace("        \"description\": \"Gets one invoice by its number.\",\n", "")
            .replace(".\",", "\",");
        fs::write(&path, text).unwrap();
        stage.open(&stage.connector());
        stage.keys("ctrl+r");
        Self {
            stage,
            dice: Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1),
            undo: Vec::new(),
            redo: Vec::new(),
            marks: Vec::new(),
            told: Vec::new(),
            wrote: 0,
            undone: 0,
            refused: 0,
        }
    }

    fn files(&self) -> Files {
        let entries = fs::read_dir(self.stage.connector()).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, fs::read(path).unwrap())
            })
            .collect()
    }

    /// Back to the review with nothing over it.
    fn calm(&mut self) {
        for _ in 0..4 {
            if !self.stage.model.overlays.is_empty() {
                self.stage.keys("esc");
            }
        }
        assert!(self.stage.model.overlays.is_empty(), "{}", self.stage.screen());
        if self.stage.model.page != Page::Review || self.stage.model.focus != Focus::Page {
            self.stage.keys("ctrl+r");
        }
    }

    /// Somebody else writes into a file, with or without our being told.
    fn other_hand(&mut self) {
        let number = self.marks.len();
        let (name, mark) = match self.dice.roll(3) {
            0 => ("readme.md", format!("Note {number} of another hand.")),
            1 => (DEFINITION, format!("mark{number}")),
            _ => ("apiProperties.json", format!("mark{number}")),
        };
        let path = self.stage.connector().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let text = if name == "readme.md" {
            format!("{text}{mark}\n")
        } else {
            // In the title or the colour's neighbour: what no mend takes away.
            let (member, end) = match name {
                DEFINITION => ("\"version\": \"", '"'),
                _ => ("\"publisher\": \"", '"'),
            };
            let at = text.find(member).unwrap() + member.len();
            let to = at + text[at..].find(end).unwrap();
            format!("{} {mark}{}", &text[..to], &text[to..])
        };
        fs::write(&path, text).unwrap();
        self.marks.push((name.to_owned(), mark));
        if self.dice.roll(2) == 0 {
            self.stage.send(Msg::FilesTouched);
            self.stage.pause();
        }
    }

    /// Stands on some finding and presses keys there.
    fn at_some_finding(&mut self, keys: &str) {
        let down = self.dice.roll(12);
        self.stage.keys("home");
        for _ in 0..down {
            self.stage.keys("down");
        }
        self.stage.keys(keys);
    }

    fn forward(&mut self) {
        match self.dice.roll(6) {
            0 => self.at_some_finding("f enter"),
            1 => {
                let keys =
                    ["F enter", "F space enter", "F n space enter", "F n a down space enter"];
                let keys = keys[self.dice.roll(keys.len())];
                self.stage.keys(keys);
            }
            2 => {
                self.stage.keys("m");
                if !self.stage.model.overlays.is_empty() {
                    self.stage.text("Some text.");
                    self.stage.keys("enter esc enter");
                }
            }
            3 => {
                self.at_some_finding("s");
                if !self.stage.model.overlays.is_empty() {
                    self.stage.text("It is right so.");
                    self.stage.keys("enter");
                }
            }
            4 => {
                self.stage.keys("w enter");
            }
            _ => self.answer(),
        }
    }

    /// Another answer to the question of the support mail.
    fn answer(&mut self) {
        self.stage.keys("/");
        self.stage.keys("ctrl+u enter esc");
        let letter = char::from(b'a' + u8::try_from(self.dice.roll(26)).unwrap());
        self.stage.keys("home enter");
        self.stage.keys("pgdn pgdn pgdn tab end");
        self.stage.text(&letter.to_string());
        self.stage.pause();
        self.stage.keys("ctrl+r");
    }

    fn step(&mut self) {
        self.calm();
        let before = self.files();
        let (undo, redo) = self.depths();
        match self.dice.roll(10) {
            0 | 1 => {
                self.other_hand();
                self.told.push("another hand".to_owned());
                assert_eq!(self.depths(), (undo, redo), "{self:?}");
            }
            2 | 3 => self.over(true, &before),
            4 => self.over(false, &before),
            _ => {
                self.forward();
                self.calm();
                let after = self.files();
                let step = Step::between(&before, &after);
                let new: Vec<Known> = {
                    let open = self.stage.model.open.as_ref().unwrap();
                    let known = |past: &Past| match past {
                        Past::Answers(_) => Known::Answers,
                        Past::Files(_) => Known::Files(step.clone()),
                    };
                    open.undo.iter().skip(undo).map(known).collect()
                };
                let of_files = new.iter().filter(|known| matches!(known, Known::Files(_))).count();
                assert_eq!(of_files, usize::from(!step.0.is_empty()), "one step: {self:?}");
                self.wrote += of_files;
                self.told.push(format!("forward: {:?}", step.0.keys().collect::<Vec<_>>()));
                if !new.is_empty() {
                    self.redo.clear();
                }
                self.undo.extend(new);
            }
        }
        let open = self.stage.model.open.as_ref().unwrap();
        assert!(open.writing != Writing::Now);
        assert_eq!(self.depths(), (self.undo.len(), self.redo.len()), "{self:?}");
        self.marks_are_there();
    }

    fn depths(&self) -> (usize, usize) {
        let open = self.stage.model.open.as_ref().unwrap();
        (open.undo.len(), open.redo.len())
    }

    /// Undo or redo.
    fn over(&mut self, back: bool, before: &Files) {
        let keys = [["ctrl+y", "U"], ["ctrl+z", "u"]][usize::from(back)];
        let key = keys[self.dice.roll(2)];
        self.stage.keys(key);
        let refused = self.stage.screen();
        self.calm();
        let after = self.files();
        let (from, to) =
            if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        self.told.push(format!("{key} over {:?}", from.last().map(std::mem::discriminant)));
        match from.pop() {
            None => assert_eq!(&after, before),
            Some(Known::Answers) => {
                assert_eq!(&after, before, "an answer changes no file: {:?}", self.told);
                to.push(Known::Answers);
            }
            Some(Known::Files(step)) => {
                if let Some(wanted) = step.taken(before, back) {
                    assert!(after == wanted, "not the very bytes: {:?}", self.told);
                    to.push(Known::Files(step));
                    self.undone += 1;
                } else {
                    assert!(&after == before, "a changed file was touched: {:?}", self.told);
                    assert!(refused.contains("Not "), "it says so: {refused}");
                    self.refused += 1;
                }
            }
        }
    }

    fn marks_are_there(&self) {
        let files = self.files();
        for (name, mark) in &self.marks {
            let text = String::from_utf8_lossy(&files[name]);
            assert!(text.contains(mark.as_str()), "{mark} is gone from {name}: {self:?}");
        }
    }
}

impl std::fmt::Debug for Run {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:#?}\n{}", self.told, self.stage.screen())
    }
}

#[test]
fn no_outside_change_is_lost_and_undo_gives_the_very_bytes() {
    let (mut wrote, mut undone, mut refused) = (0, 0, 0);
    for seed in 1..=RUNS {
        let mut run = Run::new(seed);
        for _ in 0..STEPS {
            run.step();
        }
        wrote += run.wrote;
        undone += run.undone;
        refused += run.refused;
    }
    // Else this would prove nothing.
    assert!(wrote > 60 && undone > 30 && refused > 10, "{wrote} {undone} {refused}");
}
