//! Everything the screen shows, as data. Changed by `update` alone, read by `view`.

use std::path::PathBuf;
use std::sync::Arc;

use super::drafts::Shelf;
use super::editor::Spot;
use super::field::Editor;
use super::filed::Filed;
use super::history::{Past, Writing};
use super::keys::Keys;
use super::msg::{Exported, Home, Opened, Sources};
use super::overlay::Overlay;
use super::region::Region;
use super::suspend::Suspending;
use super::texts::Typed;
use super::theme::Theme;
use super::work::Works;
use crate::answers::{Answers, Kind, Publisher, Question};
use crate::connector::Connector;
use crate::connector::solutions::Solutions;
use crate::draft::Draft;
use crate::rule::{Finding, Report};
use crate::settings::Settings;
use crate::steps::{self, STEPS, Step};
use crate::store::Kept;
use crate::submission::{Published, Submission};
use crate::tasks::dates::{self, Consequence};
use crate::tasks::update::Update;
use jiff::civil::Date;

/// Where we are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Home,
    Step(usize),
    Review,
    Export,
}

impl Page {
    /// The pages of the journey, in order.
    pub(crate) fn journey() -> impl Iterator<Item = Self> {
        (0..STEPS.len()).map(Self::Step).chain([Self::Review, Self::Export])
    }

    /// Its place in the journey.
    pub(crate) fn index(self) -> usize {
        Self::journey().position(|page| page == self).unwrap_or_default()
    }

    /// The page at a place in the journey; the last one beyond it.
    pub(crate) fn at(index: usize) -> Self {
        Self::journey().nth(index).unwrap_or(Self::Export)
    }

    /// As shown.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Home => "Home",
            Self::Step(index) => STEPS.get(index).map_or("", |step| step.title),
            Self::Review => "Review",
            Self::Export => "Export",
        }
    }
}

/// Which half of the page the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Focus {
    Journey,
    Page,
}

/// How far we are with ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaving {
    No,
    /// The draft is being saved first.
    AfterSave,
    Now,
}

/// What only the terminal can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Errand {
    /// Puts a text where pasting finds it, as far as the terminal allows.
    Copy(String),
    /// Lends the terminal to the editor.
    Edit(Spot),
    /// Opens an address.
    Browse(String),
}

/// The mouse, as far as the wizard hears it.
#[derive(Debug, Default)]
pub(crate) struct Mouse {
    pub(crate) on: bool,
    /// What was drawn last, and what a click on it means.
    pub(crate) regions: Vec<Region>,
    /// Column and row of a button that is held down.
    pub(crate) pressed: Option<(u16, u16)>,
    /// Whether it has been moved meanwhile.
    pub(crate) dragged: bool,
}

/// The look, as far as it may be remembered.
#[derive(Debug, Default)]
pub(crate) struct Look {
    /// Whether colours are refused.
    pub(crate) no_color: bool,
    /// What was changed since the start.
    pub(crate) kept: Kept,
}

/// Characters that the top line has room for on any screen.
const SHORT: usize = 40;

/// A word at the right of the top line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) text: String,
    pub(crate) bad: bool,
}

/// The whole state.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) page: Page,
    pub(crate) focus: Focus,
    /// The cursor in the journey while it has the focus.
    pub(crate) journey: usize,
    /// None until it was read.
    pub(crate) home: Option<Home>,
    pub(crate) home_cursor: usize,
    pub(crate) open: Option<Open>,
    /// The top one sees keys first.
    pub(crate) overlays: Vec<Overlay>,
    pub(crate) status: Option<Status>,
    pub(crate) size: (u16, u16),
    pub(crate) theme: Theme,
    pub(crate) leaving: Leaving,
    /// Windows delivers a paste as keys; an Enter among them must not submit.
    pub(crate) guards_bursts: bool,
    pub(crate) last_character: Option<u64>,
    /// What the terminal itself is to do.
    pub(crate) errand: Option<Errand>,
    /// Missing texts that were typed and are not yet in the files.
    pub(crate) typed: Typed,
    /// What is being worked on, for the top line.
    pub(crate) busy: Option<&'static str>,
    /// What the mouse does, and may hit.
    pub(crate) mouse: Mouse,
    /// The keys in force.
    pub(crate) keys: Keys,
    /// What was changed of the look since the start.
    pub(crate) look: Look,
    /// The highest revision that any submission has had: replies to an earlier submission are
    /// older than the one that is open.
    last_revision: u64,
    /// Whether somebody would wake us if we stopped.
    pub(crate) can_suspend: bool,
    pub(crate) suspending: Suspending,
    /// The terminal is gone: nobody can be asked any more.
    pub(crate) is_alone: bool,
    /// Why the last answers could not be saved, when nobody could be asked.
    pub(crate) lost: Option<String>,
    /// What is being done beside the screen.
    pub(crate) works: Works,
    /// How home lists the drafts.
    pub(crate) shelf: Shelf,
}

impl Model {
    /// A wizard before anything was read.
    pub(crate) fn new(theme: Theme, size: (u16, u16)) -> Self {
        Self {
            page: Page::Home,
            focus: Focus::Page,
            journey: 0,
            home: None,
            home_cursor: 0,
            open: None,
            overlays: Vec::new(),
            status: None,
            size,
            theme,
            leaving: Leaving::No,
            guards_bursts: cfg!(windows),
            last_character: None,
            errand: None,
            typed: Typed::default(),
            busy: Some("reading…"),
            mouse: Mouse::default(),
            keys: Keys::default(),
            look: Look::default(),
            last_revision: 0,
            can_suspend: false,
            suspending: Suspending::No,
            is_alone: false,
            lost: None,
            works: Works::default(),
            shelf: Shelf::default(),
        }
    }

    /// Opens a submission in the place of what is open.
    pub(crate) fn put(&mut self, opened: Opened) {
        self.close();
        let first = self.last_revision + 1;
        self.open = Some(Open::new(opened, first));
    }

    /// Closes what is open.
    pub(crate) fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.last_revision = open.revision;
        }
    }

    /// Says something at the top right until the next key.
    pub(crate) fn say(&mut self, text: impl Into<String>) {
        self.status = Some(Status { text: text.into(), bad: false });
    }

    /// Says that something went wrong: at the top right, or where it is longer in the middle.
    pub(crate) fn complain(&mut self, text: impl Into<String>) {
        let text = text.into();
        if text.chars().count() > SHORT {
            self.overlays.push(Overlay::Message { text });
        } else {
            self.status = Some(Status { text, bad: true });
        }
    }

    /// The step one is at.
    pub(crate) fn step(&self) -> Option<&'static Step> {
        match self.page {
            Page::Step(index) => STEPS.get(index).copied(),
            Page::Home | Page::Review | Page::Export => None,
        }
    }

    /// The questions of the page, in order.
    pub(crate) fn fields(&self) -> Vec<&'static Question> {
        match (self.step(), &self.open) {
            (Some(step), Some(open)) => fields(step, &open.answers),
            _ => Vec::new(),
        }
    }

    /// The question one is at.
    pub(crate) fn question(&self) -> Option<&'static Question> {
        let open = self.open.as_ref()?;
        self.fields().get(open.field).copied()
    }
}

/// What a step's page asks. "Nobody has built it yet" stands beside the publisher type, because
/// it may save everything else.
pub(crate) fn fields(step: &'static Step, answers: &Answers) -> Vec<&'static Question> {
    let mut fields: Vec<_> = steps::asked(step, answers).collect();
    if step.id == "publisher" {
        fields.extend(steps::question("attestations.att-new"));
    }
    fields
}

/// Whether a question is answered in a text field.
pub(crate) fn is_text(question: &Question) -> bool {
    matches!(question.kind, Kind::Line | Kind::Long | Kind::Percent | Kind::Path | Kind::Day)
}

/// Values and labels that a question offers; empty for texts.
pub(crate) fn options(question: &Question) -> Vec<(&'static str, &'static str, &'static str)> {
    match question.kind {
        Kind::Choice(options) | Kind::Choices { options, .. } => {
            options.iter().map(|choice| (choice.value, choice.label, choice.help)).collect()
        }
        // No comes first: whoever only goes on with Enter has not said yes.
        Kind::YesNo => vec![("no", "No", ""), ("yes", "Yes", "")],
        Kind::Line | Kind::Long | Kind::Percent | Kind::Path | Kind::Day | Kind::Attestation(_) => {
            Vec::new()
        }
    }
}

/// A submission that is open.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) draft: Box<Draft>,
    /// None until the first answer makes it worth a file.
    pub(crate) path: Option<PathBuf>,
    /// Whether that file exists; a draft is born with the first answer.
    pub(crate) on_disk: bool,
    pub(crate) answers: Arc<Answers>,
    pub(crate) connector: Option<Arc<Connector>>,
    /// Why the connector could not be read.
    pub(crate) previous: Option<Published>,
    /// The solutions that were named for the package.
    pub(crate) solutions: Option<Arc<Solutions>>,
    pub(crate) problem: Option<String>,
    /// The folder answer that `connector` was read for.
    pub(crate) sources_read: Sources,
    pub(crate) report: Option<Arc<Report>>,
    /// What differs from the published version, where one is known.
    pub(crate) update: Option<Arc<Update>>,
    pub(crate) filed: Filed,
    /// The revision it was opened with.
    pub(crate) first: u64,
    /// Raised by every change of answers or files.
    pub(crate) revision: u64,
    pub(crate) saved: u64,
    pub(crate) checked: u64,
    /// A save is under way; the next one waits for it.
    pub(crate) saving: bool,
    /// When to save, in milliseconds.
    pub(crate) save_due: Option<u64>,
    /// When to read the files again, in milliseconds.
    pub(crate) look_due: Option<u64>,
    pub(crate) undo: Vec<Past>,
    pub(crate) redo: Vec<Past>,
    pub(crate) writing: Writing,
    /// The field and the time of the last edit, so that typing undoes in stretches.
    pub(crate) last_edit: Option<(String, u64)>,
    /// The focused field of the step.
    pub(crate) field: usize,
    /// The cursor among the options of the focused field.
    pub(crate) option: usize,
    /// The text of the focused field, while it has one.
    pub(crate) editor: Option<Editor>,
    pub(crate) review_cursor: usize,
    /// Which findings the review shows.
    pub(crate) filter: String,
    /// Whether the review goes by file and line rather than by level and rule.
    pub(crate) by_place: bool,
    /// Findings of the first check, for what has been mended since.
    pub(crate) found_first: Option<usize>,
    pub(crate) export: ExportPage,
}

/// The export page.
#[derive(Debug)]
pub(crate) struct ExportPage {
    /// Where to write.
    pub(crate) target: Editor,
    pub(crate) incomplete: bool,
    /// 0 the target, 1 the switch, 2 the button.
    pub(crate) cursor: usize,
    /// What would be, or was, written.
    pub(crate) result: Option<Exported>,
    /// Lines that have been scrolled past of what was written.
    pub(crate) scroll: usize,
}

impl ExportPage {
    /// Whether the page tells what was written.
    pub(crate) fn is_written(&self) -> bool {
        self.result.as_ref().is_some_and(|result| result.written)
    }
}

impl Open {
    /// A submission as the worker opened it.
    pub(crate) fn new(opened: Opened, first: u64) -> Self {
        let answers = Arc::new(opened.draft.answers.clone());
        Self {
            sources_read: Sources::of(&answers),
            on_disk: opened.path.is_some() && opened.draft.updated.is_some(),
            draft: opened.draft,
            path: opened.path,
            answers,
            connector: opened.connector,
            previous: opened.previous,
            solutions: opened.solutions,
            problem: opened.problem,
            report: None,
            update: None,
            filed: Filed::default(),
            first,
            revision: first,
            saved: first,
            saving: false,
            checked: 0,
            save_due: None,
            look_due: None,
            undo: Vec::new(),
            redo: Vec::new(),
            writing: Writing::No,
            last_edit: None,
            field: 0,
            option: 0,
            editor: None,
            review_cursor: 0,
            filter: String::new(),
            by_place: false,
            found_first: None,
            export: ExportPage {
                target: Editor::new("export.target", "", false),
                incomplete: false,
                cursor: 0,
                result: None,
                scroll: 0,
            },
        }
    }

    /// Whose rules apply: as answered, else as the files suggest.
    pub(crate) fn publisher(&self) -> Publisher {
        self.answers.publisher().unwrap_or_else(|| {
            self.connector.as_deref().map_or(Publisher::Verified, steps::publisher::detect)
        })
    }

    /// How to judge.
    pub(crate) fn settings(&self, today: Date) -> Settings {
        Settings::of(self.publisher(), today, self.connector.as_deref())
    }

    /// What to judge.
    pub(crate) fn submission(&self) -> Submission {
        Submission {
            answers: Some(Arc::clone(&self.answers)),
            connector: self.connector.clone(),
            previous: self.previous.clone(),
            package: None,
            solutions: self.solutions.clone(),
        }
    }

    /// Findings, none until the first check came back.
    pub(crate) fn findings(&self) -> &[Finding] {
        self.report.as_deref().map_or(&[], |report| &report.findings)
    }

    /// Takes the verdict of a check.
    pub(crate) fn take(&mut self, report: Arc<Report>, update: Option<Arc<Update>>) {
        self.filed = Filed::new(&report.findings);
        self.checked = self.revision;
        self.found_first.get_or_insert(report.findings.len());
        self.report = Some(report);
        self.update = update;
    }

    /// Findings that a question mends.
    pub(crate) fn of_question(&self, question: &Question) -> impl Iterator<Item = &Finding> {
        self.filed.of(question.key).iter().filter_map(|index| self.findings().get(*index))
    }

    /// Findings of a step, gravest first.
    pub(crate) fn of_step(&self, step: &Step) -> impl Iterator<Item = &Finding> {
        self.filed.of(step.id).iter().filter_map(|index| self.findings().get(*index))
    }

    /// What a step still needs.
    pub(crate) fn state(&self, step: &'static Step) -> StepState {
        let counts = self.filed.counts(step.id);
        let questions: Vec<_> = steps::asked(step, &self.answers).collect();
        let answered = |question: &&Question| !self.answers.is_blank(question.key);
        let open = questions
            .iter()
            .filter(|question| (question.required)(&self.answers) && !answered(question))
            .count();
        let unconfirmed =
            questions.iter().filter(|question| self.answers.is_unconfirmed(question.key)).count();
        let unticked = questions
            .iter()
            .filter(|question| matches!(question.kind, Kind::Attestation(_)))
            .filter(|question| !answered(question))
            .count();
        StepState {
            errors: counts.errors,
            warnings: counts.warnings,
            open,
            unconfirmed,
            unticked,
            untouched: !questions.iter().any(answered),
            later: step.id == steps::dates::STEP.id,
        }
    }

    /// What follows from the days that were recorded, seen from the day of the last check.
    pub(crate) fn follows(&self) -> Vec<Consequence> {
        self.report.as_deref().map_or_else(Vec::new, |report| {
            dates::consequences(&self.answers, self.publisher(), report.settings.as_of)
        })
    }

    /// How many findings fewer there are than at the first check; none before it.
    pub(crate) fn mended(&self) -> Option<usize> {
        Some(self.found_first?.saturating_sub(self.findings().len()))
    }

    /// Whether something waits to be saved.
    pub(crate) fn is_dirty(&self) -> bool {
        self.saved < self.revision && (self.on_disk || self.is_born())
    }

    /// A draft is born with the first answer or confirmation.
    pub(crate) fn is_born(&self) -> bool {
        self.answers.iter().any(|(_, answer)| answer.origin == crate::answers::Origin::Given)
    }
}

/// What a step still needs, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StepState {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    /// Required and not answered.
    pub(crate) open: usize,
    pub(crate) unconfirmed: usize,
    pub(crate) unticked: usize,
    pub(crate) untouched: bool,
    /// Whether it is for the time after the submission.
    pub(crate) later: bool,
}

impl StepState {
    /// The mark and the word of the journey; a word so that colour and symbol may be missing.
    pub(crate) fn mark(self) -> (&'static str, String) {
        let (mark, word) = if self.errors > 0 && !self.untouched {
            return ("!", format!("{} ✗", self.errors));
        } else if self.untouched && self.later {
            ("·", "later")
        } else if self.untouched || self.open > 0 || self.unticked > 0 {
            ("○", "open")
        } else if self.unconfirmed > 0 {
            ("○", "ok?")
        } else {
            ("✓", "done")
        };
        (mark, word.to_owned())
    }
}
