//! A storm: keys, pastes, changes of size and late replies in any order, thousands of them. What
//! the publisher has answered is kept in a second book beside, by rules of its own: only the
//! question in focus may change, undo leads to what was there before, and what is saved is what
//! was answered.

use std::collections::{BTreeMap, HashSet, VecDeque};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::super::hands::in_order;
use super::super::keymap::{self, Place};
use super::super::model::Leaving;
use super::super::msg::{Job, Msg};
use super::super::update;
use super::{Stage, key};
use crate::answers::Origin;

/// Steps of one storm, and how many storms there are: together the hundred thousand that nobody
/// types.
const STEPS: usize = 4_000;
const STORMS: u64 = 25;

/// So often a frame is drawn; every one would take minutes.
const DRAWN: usize = 8;

const KEYS: &[&str] = &[
    "tab",
    "tab",
    "shift+tab",
    "enter",
    "enter",
    "esc",
    "space",
    "space",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pgup",
    "pgdn",
    "backspace",
    "delete",
    "f1",
    "?",
    "a",
    "b",
    "j",
    "k",
    "x",
    "w",
    "n",
    "y",
    "r",
    "f",
    "t",
    "g",
    ":",
    "F",
    "s",
    "m",
    "u",
    "i",
    "q",
    "/",
    "1",
    "9",
    ".",
    "@",
    "é",
    "漢",
    "🙂",
    "ctrl+a",
    "ctrl+z",
    "ctrl+z",
    "ctrl+y",
    "ctrl+s",
    "ctrl+r",
    "ctrl+w",
    "ctrl+k",
    "ctrl+l",
    "ctrl+u",
    "ctrl+p",
    "ctrl+g",
    "ctrl+e",
    "shift+left",
    "shift+end",
    "alt+b",
    "R",
    "c",
    "v",
    "A",
    "I",
    "I",
];

const PASTES: &[&str] = &[
    "help@contoso.com",
    "https://contoso.com/help",
    "two\nlines\r\nand\ra third",
    "\u{1b}[31mred\u{1b}[0m\u{7}",
    "99.95",
    "e\u{301}👨‍👩‍👧漢字\u{202e}abc",
];

const SIZES: &[(u16, u16)] = &[(80, 24), (120, 40), (60, 16), (40, 12), (200, 60), (20, 5), (1, 1)];

/// Chance that is the same in every run (xorshift).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// What was answered, by question.
type Book = BTreeMap<String, String>;

struct Storm {
    stage: Stage,
    dice: Dice,
    /// Jobs that the worker has not come to.
    waiting: VecDeque<Job>,
    /// Every state of the answers since the draft was opened.
    seen: HashSet<Book>,
    seed: u64,
}

impl Storm {
    fn new(seed: u64) -> Self {
        let stage = Stage::opened(80, 24);
        let dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut storm = Self { stage, dice, waiting: VecDeque::new(), seen: HashSet::new(), seed };
        storm.seen.insert(storm.book());
        storm
    }

    /// What the publisher has given or confirmed.
    fn book(&self) -> Book {
        let Some(open) = &self.stage.model.open else { return Book::new() };
        let given = open.answers.iter().filter(|(_, answer)| answer.origin == Origin::Given);
        given.map(|(key, answer)| (key.to_owned(), answer.text.clone())).collect()
    }

    /// Which submission is open.
    fn opened(&self) -> Option<u64> {
        self.stage.model.open.as_ref().map(|open| open.first)
    }

    fn send(&mut self, msg: Msg) {
        self.stage.millis += u64::try_from(self.dice.roll(40)).unwrap();
        let now = self.stage.now();
        self.waiting.extend(update::handle(&mut self.stage.model, msg, &now));
    }

    /// The worker does some of what waits, in its own order.
    fn work(&mut self, most: usize) {
        let batch: Vec<Job> = self.waiting.drain(..).collect();
        let mut batch = VecDeque::from(in_order(batch, |job| job));
        for _ in 0..most {
            let Some(job) = batch.pop_front() else { break };
            let done = self.stage.worker.perform(job);
            self.send(Msg::Done(done));
        }
        for job in batch.into_iter().rev() {
            self.waiting.push_front(job);
        }
    }

    fn step(&mut self) {
        let before = self.book();
        let opened = self.opened();
        let focused = self.stage.model.question().map(|question| question.key.to_owned());
        match self.dice.roll(40) {
            0 => {
                let (width, height) = SIZES[self.dice.roll(SIZES.len())];
                self.send(Msg::Event(Event::Resize(width, height)));
                assert_eq!(self.book(), before, "a change of size changes no answer");
            }
            1 => {
                let text = PASTES[self.dice.roll(PASTES.len())].to_owned();
                self.send(Msg::Event(Event::Paste(text)));
                self.only(&before, opened, focused.as_deref());
            }
            2..8 => {
                let most = self.dice.roll(4);
                self.work(most);
                if self.opened() == opened {
                    self.only(&before, opened, None);
                }
            }
            8 => {
                self.stage.millis += 2_000;
                let now = self.stage.now();
                let jobs = update::tick(&mut self.stage.model, &now);
                self.waiting.extend(jobs);
                self.only(&before, opened, None);
            }
            9 => {
                let code = KeyCode::Char('z');
                let kind = KeyEventKind::Release;
                let event = KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind);
                self.send(Msg::Event(Event::Key(event)));
                assert_eq!(self.book(), before, "a key that is let go changes no answer");
            }
            _ => self.press(&before, opened, focused.as_deref()),
        }
        if self.opened() != opened {
            self.seen.clear();
        }
        self.seen.insert(self.book());
        // Whoever says goodbye is kept for the sake of the storm.
        self.stage.model.leaving = Leaving::No;
    }

    fn press(&mut self, before: &Book, opened: Option<u64>, focused: Option<&str>) {
        let event = key(KEYS[self.dice.roll(KEYS.len())]);
        let place = keymap::place(&self.stage.model);
        // By the key alone: a message that goes away by itself lets it through to the page. And
        // the palette does whatever is asked of it.
        let is_history = event.modifiers.contains(KeyModifiers::CONTROL)
            && matches!(event.code, KeyCode::Char('z' | 'y'))
            || place == Place::Palette && event.code == KeyCode::Enter;
        // Answers of another draft are taken as they were shown.
        let imports = place == Place::Import && event.code == KeyCode::Enter;
        self.send(Msg::Event(Event::Key(event)));
        if self.opened() != opened {
            return;
        }
        let after = self.book();
        // Where nobody types, a letter does the same.
        if imports {
            return;
        }
        let undoes = matches!(event.code, KeyCode::Char('u' | 'U'));
        if is_history || undoes && self.seen.contains(&after) {
            // What the palette asks for may save, and so give birth to a draft, with its folder.
            let rest = |book: &Book| {
                let rest = book.iter().filter(|(key, _)| *key != "connector.folder");
                rest.map(|(key, text)| (key.clone(), text.clone())).collect::<Book>()
            };
            let is_known = self.seen.contains(&after) || rest(&after) == rest(before);
            assert!(is_known, "undo leads where nobody was: {self:?}");
        } else {
            self.only(before, opened, focused);
        }
        if let (KeyCode::Char(c), Some(focused), Place::Text) = (event.code, focused, place)
            && event.modifiers.is_empty()
        {
            let now = after.get(focused).map_or("", String::as_str);
            assert!(now.contains(c), "{c} was typed at {focused} and is not there: {now}");
        }
    }

    /// No answer but that in focus has changed. A draft that is born keeps its folder.
    fn only(&self, before: &Book, opened: Option<u64>, focused: Option<&str>) {
        if self.opened() != opened {
            return;
        }
        let after = self.book();
        let mut keys: Vec<&String> = before.keys().chain(after.keys()).collect();
        keys.dedup();
        for key in keys {
            let may_change = Some(key.as_str()) == focused || key == "connector.folder";
            assert!(
                may_change || before.get(key) == after.get(key),
                "{key} changed from {:?} to {:?} while {focused:?} had the focus: {self:?}",
                before.get(key),
                after.get(key),
            );
        }
    }

    /// Everything is done, and the draft on disk says what was answered.
    fn end(&mut self) {
        for _ in 0..50 {
            self.stage.millis += 5_000;
            let now = self.stage.now();
            let jobs = update::tick(&mut self.stage.model, &now);
            self.waiting.extend(jobs);
            self.work(usize::MAX);
        }
        assert!(self.waiting.is_empty(), "the worker never comes to rest: {self:?}");
        let Some(open) = &self.stage.model.open else { return };
        let Some(path) = open.path.clone().filter(|_| open.on_disk) else {
            assert!(!open.is_born(), "answers without a draft: {self:?}");
            return;
        };
        assert!(!open.is_dirty(), "something is never saved: {self:?}");
        let text = std::fs::read_to_string(path).unwrap();
        let draft = crate::draft::Draft::parse(&text).unwrap();
        let kept = draft.answers.iter().filter(|(_, answer)| answer.origin == Origin::Given);
        let kept: Book = kept.map(|(key, answer)| (key.to_owned(), answer.text.clone())).collect();
        assert_eq!(kept, self.book(), "what is kept is what was answered: {self:?}");
    }
}

impl std::fmt::Debug for Storm {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "storm {} on {:?}", self.seed, self.stage.model.page)
    }
}

fn storm(seed: u64) {
    let mut storm = Storm::new(seed);
    for step in 0..STEPS {
        storm.step();
        if step % DRAWN == 0 {
            storm.stage.screen();
        }
    }
    storm.end();
}

#[test]
fn no_storm_takes_an_answer_away() {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let next = std::sync::atomic::AtomicU64::new(1);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    if seed > STORMS {
                        return;
                    }
                    storm(seed);
                }
            });
        }
    });
}
