//! What travels through the wizard: intents (what a key means), jobs (what the worker is asked)
//! and their replies. Data only.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::drafts::{DraftDone, DraftJob};
use super::history::Way;
use super::mending::{Mended, Wanted};
use super::texts::{Answer, Task};
use super::work::{Doing, Hand};
use crate::answers::Answers;
use crate::connector::Connector;
use crate::connector::solutions::{Part, Solutions};
use crate::draft::Draft;
use crate::fix::{Change, Plan};
use crate::rule::Report;
use crate::settings::Settings;
use crate::steps;
use crate::store::{Completion, Kept, Listed};
use crate::submission::{Published, Submission};
use crate::tasks::update::Update;

/// The moment at which something happens. `update` has no clock of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Now {
    /// Milliseconds since the wizard started.
    pub(crate) millis: u64,
    /// The day, where the user is.
    pub(crate) today: Date,
    /// For the draft's date of change.
    pub(crate) timestamp: Timestamp,
}

/// An edit of the focused text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Edit {
    Insert(char),
    Paste(String),
    Backspace,
    Delete,
    DeleteWordBack,
    DeleteToStart,
    DeleteToEnd,
    Left { select: bool },
    Right { select: bool },
    WordLeft { select: bool },
    WordRight { select: bool },
    Start { select: bool },
    End { select: bool },
    SelectAll,
    SelectWord,
    DeleteWord,
}

/// What a key means where it was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Intent {
    Edit(Edit),
    /// The next field, row or page; by one.
    Next,
    Previous,
    /// Up and down inside a field or list.
    Up,
    Down,
    First,
    Last,
    /// A page of a list, or the next step.
    PageDown,
    PageUp,
    /// Enter: confirm and go on, open, write.
    Accept,
    /// Space: choose, tick.
    Toggle,
    /// Esc: one level out; never loses anything.
    Back,
    Help,
    Save,
    Undo,
    Redo,
    /// Saves and ends.
    Leave,
    /// Home: a draft without a connector yet.
    New,
    /// Home: asks for a folder.
    OpenFolder,
    /// Home: asks, then moves the draft to the trash.
    Delete,
    /// Home: shows the trash.
    Restore,
    /// Review: shows what the answers change in the files.
    WriteBack,
    /// To the review or the export page.
    Review,
    Export,
    /// Shows how this finding would be mended.
    Mend,
    /// Shows all safe mends.
    MendAll,
    /// Takes or leaves all of them.
    All,
    None,
    /// Asks why this finding shall be left alone.
    SetAside,
    /// In the viewer: the next finding of the review, the one before, and sideways.
    NextFinding,
    PreviousFinding,
    Rightwards,
    Leftwards,
    /// Copies this finding.
    Copy,
    /// Everything there is to do or to go to, by name.
    Palette,
    /// How far one is, and what is still to come.
    Way,
    /// The icon and the brand colour.
    Icon,
    /// Asks which findings to show.
    Filter,
    /// Goes by rule, or by place.
    Group,
    /// Asks for the texts that are missing.
    Texts,
    /// Opens the place of this finding in an editor.
    OpenEditor,
    /// Opens what Microsoft says of this.
    OpenLink,
    /// Stops, so that the shell has the terminal until it wakes us.
    Suspend,
    /// What conncert does, what stays here, the keys to begin with.
    Tour,
    /// Whether the mouse is heard.
    Mouse,
    /// Only characters that every terminal has, or all.
    Ascii,
    /// Writes theme, characters and mouse into `config.toml`.
    KeepLook,
    /// Home: which drafts are listed, and in which order.
    Search,
    Sort,
    /// Home: those that were put away, or the others again.
    Archived,
    /// Home: this draft gets another name, is copied, put away or brought back, or compared.
    Rename,
    Duplicate,
    Archive,
    Compare,
    /// Takes the publisher's answers from another draft.
    Import,
}

impl Intent {
    /// Whether a key that is held down goes on doing it. What opens, writes or leaves does not.
    pub(crate) const fn repeats(&self) -> bool {
        matches!(
            self,
            Self::Edit(_)
                | Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::Next
                | Self::Previous
                | Self::NextFinding
                | Self::PreviousFinding
                | Self::Leftwards
                | Self::Rightwards
                | Self::Undo
                | Self::Redo
        )
    }

    /// As the palette lists it; none for what only makes sense under the fingers.
    pub(crate) const fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Help => "Help",
            Self::Save => "Save the draft",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Leave => "Leave conncert",
            Self::New => "New draft",
            Self::OpenFolder => "Open a folder or a draft",
            Self::Delete => "Delete this draft",
            Self::Restore => "Restore a draft from the trash",
            Self::WriteBack => "Write the answers into the files",
            Self::Review => "Go to the review",
            Self::Export => "Go to the export",
            Self::Mend => "Mend this finding",
            Self::MendAll => "Mend all that is safe",
            Self::SetAside => "Set this finding aside, with a reason",
            Self::Copy => "Copy this finding",
            Self::Filter => "Filter the findings",
            Self::Icon => "Look at the icon",
            Self::Way => "How far I am, and what is still to come",
            Self::Texts => "Write the missing texts",
            Self::Group => "Group the findings by rule or by place",
            Self::OpenEditor => "Open this place in your editor",
            Self::OpenLink => "Open Microsoft's page on this",
            Self::Tour => "A tour of conncert",
            Self::Mouse => "Mouse",
            Self::Ascii => "Characters that every terminal has",
            Self::KeepLook => "Keep theme, characters and mouse in config.toml",
            Self::Search => "Search the drafts",
            Self::Sort => "Sort the drafts: by change, by name, by what is left",
            Self::Archived => "Show the drafts that were put away, or the others",
            Self::Rename => "Rename this draft",
            Self::Duplicate => "Duplicate this draft",
            Self::Archive => "Put this draft away, or bring it back",
            Self::Compare => "Compare this draft with another",
            Self::Import => "Import answers from another draft",
            _ => return None,
        })
    }
}

/// What the worker is asked to do. Every reply carries the revision it answers.
#[derive(Debug)]
pub(crate) enum Job {
    /// The drafts and the trash, and whether the working folder is a connector.
    List,
    /// Opens a path: a draft, or a connector folder with its draft if it has one.
    Open(PathBuf),
    /// Opens a draft kept in this file, or begins one there, for the folder if one is given.
    OpenAt {
        draft: PathBuf,
        folder: Option<PathBuf>,
    },
    /// Reads the connector and its published version again, or for the first time.
    Read {
        sources: Sources,
        draft: Option<PathBuf>,
    },
    Check {
        revision: u64,
        submission: Submission,
        settings: Settings,
    },
    /// Writes the draft; creates its file where it has none yet.
    Save {
        revision: u64,
        draft: Box<Draft>,
        path: Option<PathBuf>,
    },
    Trash(PathBuf),
    Restore(PathBuf),
    /// Computes what the answers change in the files.
    Plan {
        answers: Arc<Answers>,
        connector: Arc<Connector>,
        settings: Settings,
    },
    /// Computes what mending findings changes in the files.
    Mend {
        wanted: Wanted,
        submission: Submission,
        settings: Settings,
    },
    /// Writes changes into the files.
    WriteBack {
        changes: Vec<Change>,
        folder: PathBuf,
        way: Way,
    },
    Export(Box<ExportJob>),
    /// What the form of the missing texts needs.
    Texts(Box<Task>),
    /// Gives up what was asked for before and can be cancelled.
    Cancel,
    /// Remembers how the wizard shall look.
    KeepLook(Kept),
    /// How a typed path may go on.
    Complete(String),
    /// Remembers that the tour was seen.
    Greeted,
    /// Names, copies, puts away and reads drafts.
    Drafts(DraftJob),
}

/// Where the files of a submission are, as answered: relative to the draft, or absolute; blank
/// where there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sources {
    pub(crate) folder: String,
    pub(crate) previous: String,
    pub(crate) solutions: Vec<(Part, String)>,
}

impl Sources {
    /// As answered.
    pub(crate) fn of(answers: &Answers) -> Self {
        Self {
            folder: answers.text("connector.folder").trim().to_owned(),
            previous: steps::connector::previous(answers).unwrap_or_default().to_owned(),
            solutions: steps::package::named(answers),
        }
    }
}

impl Sources {
    /// Takes whole paths for those that were told.
    pub(crate) fn take(&mut self, found: &[(Part, String)]) {
        for (part, told) in &mut self.solutions {
            if let Some((_, whole)) = found.iter().find(|(one, _)| one == part) {
                told.clone_from(whole);
            }
        }
    }
}

/// An export as the wizard asks for it.
#[derive(Debug)]
pub(crate) struct ExportJob {
    pub(crate) submission: Submission,
    pub(crate) settings: Settings,
    pub(crate) target: PathBuf,
    pub(crate) incomplete: bool,
    pub(crate) force: bool,
    /// Only say what would be written.
    pub(crate) preview: bool,
}

/// A draft as it was opened.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) draft: Box<Draft>,
    /// None for a connector that has no draft yet.
    pub(crate) path: Option<PathBuf>,
    pub(crate) connector: Option<Arc<Connector>>,
    pub(crate) previous: Option<Published>,
    pub(crate) solutions: Option<Arc<Solutions>>,
    /// Why the connector could not be read.
    pub(crate) problem: Option<String>,
}

/// What the worker found at home.
#[derive(Debug, Default)]
pub(crate) struct Home {
    pub(crate) drafts: Vec<Listed>,
    pub(crate) trashed: Vec<Listed>,
    /// The working folder, when it is a connector without a draft.
    pub(crate) offered: Option<PathBuf>,
    /// Drafts that were put away.
    pub(crate) archived: Vec<Listed>,
}

/// What an export wrote, or would write.
#[derive(Debug)]
pub(crate) struct Exported {
    /// Paths under the target.
    pub(crate) paths: Vec<String>,
    /// Why the package is not among them.
    pub(crate) refusal: Option<String>,
    /// Why the marketplace package is not.
    pub(crate) gap: Option<String>,
    /// What to do next.
    pub(crate) next: Vec<String>,
    pub(crate) written: bool,
}

/// The worker's replies.
#[derive(Debug)]
pub(crate) enum Done {
    Listed(Result<Home, String>),
    Opened(Result<Opened, String>),
    /// None where the folder was taken back.
    Read {
        sources: Sources,
        result: Result<Option<Arc<Connector>>, String>,
        previous: Option<Published>,
        solutions: Option<Arc<Solutions>>,
        /// Paths that were found from where the program was started, whole.
        found: Vec<(Part, String)>,
    },
    Checked {
        revision: u64,
        report: Arc<Report>,
        /// What differs from the published version, where one is known.
        update: Option<Arc<Update>>,
    },
    Saved {
        revision: u64,
        result: Result<Saved, String>,
    },
    Trashed(Result<String, String>),
    Restored(Result<String, String>),
    Planned(Box<Plan>),
    Mended(Box<Mended>),
    WrittenBack {
        changes: Vec<Change>,
        way: Way,
        /// Where the files are that were taken away.
        result: Result<Vec<PathBuf>, String>,
    },
    Exported(Result<Exported, ExportFailed>),
    Texts(Box<Answer>),
    /// The editor has ended.
    Edited(Result<(), String>),
    /// An address was opened, or not.
    Browsed(Result<(), String>),
    /// It was cancelled, and nothing came of it.
    Cancelled,
    /// How a typed path may go on.
    Completed {
        typed: String,
        completion: Completion,
    },
    /// Where it was written.
    LookKept(Result<PathBuf, String>),
    Greeted,
    Drafts(DraftDone),
}

/// A draft that was written.
#[derive(Debug)]
pub(crate) struct Saved {
    pub(crate) path: PathBuf,
    /// Its name, which is made unique when the draft is born.
    pub(crate) name: String,
    /// Where the version of another program was put, which had changed it meanwhile.
    pub(crate) aside: Option<PathBuf>,
}

/// Why nothing was exported.
#[derive(Debug)]
pub(crate) struct ExportFailed {
    pub(crate) message: String,
    /// Something stands there already; asking to replace it may help.
    pub(crate) exists: bool,
}

/// What the main loop waits for.
#[derive(Debug)]
pub(crate) enum Msg {
    /// A terminal event.
    Event(crossterm::event::Event),
    /// The same, with the moment at which it came: a screen that is slow to draw must not make a
    /// paste look like typing.
    Came(crossterm::event::Event, std::time::Instant),
    /// The terminal is gone, or cannot be read.
    InputLost,
    /// A signal asks the program to end.
    Terminate,
    /// Something changed in the folder of the connector.
    FilesTouched,
    /// The worker met a bug and is gone; nothing can be saved any more.
    WorkerLost,
    Done(Done),
    /// The system asks us to stop.
    #[cfg_attr(not(any(unix, test)), expect(dead_code, reason = "only Unix stops programs"))]
    Suspend,
    /// We were stopped, and are woken.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix stops programs"))]
    Woken,
    /// A job is begun.
    Began(Doing),
    /// A hand has done its job.
    Rests(Hand),
}
