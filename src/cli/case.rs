//! A draft with its connector, opened as the wizard opens it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::args::SetArguments;
use super::exit::Failure;
use super::set;
use super::shell::Shell;
use crate::answers::{Answers, Publisher};
use crate::check::check;
use crate::connector::Connector;
use crate::connector::solutions::Solutions;
use crate::draft::Draft;
use crate::rule::Checked;
use crate::settings::Settings;
use crate::steps;
use crate::store::{self, Store};
use crate::submission::{Published, Submission};

/// A draft as it was found, with what was set on top of it.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) path: PathBuf,
    pub(crate) draft: Draft,
}

impl Case {
    /// Opens a draft by its file or name. What is set is not saved.
    pub(crate) fn open(word: &str, set: &SetArguments, shell: Shell) -> Result<Self, Failure> {
        let store = Store::open()?;
        let path = store.find(word)?;
        let mut draft = store.load(&path)?;
        set::give(&mut draft.answers, set, shell)?;
        Ok(Self { path, draft })
    }

    /// The connector's folder, when it was answered.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        let folder = self.draft.answers.text("connector.folder").trim();
        (!folder.is_empty()).then(|| store::resolve_folder(&self.path, folder))
    }

    /// The connector, when its folder was answered.
    pub(crate) fn connector(&self) -> Result<Option<Arc<Connector>>, Failure> {
        let folder = self.folder();
        Ok(folder.map(|folder| store::read_submitted(&folder)).transpose()?.map(Arc::new))
    }

    /// The published version, when the draft updates one.
    pub(crate) fn previous(&self) -> Option<Published> {
        let told = steps::connector::previous(&self.draft.answers)?;
        let base = self.path.parent().unwrap_or(Path::new(""));
        Some(published(told, base, &self.folder().unwrap_or_default()))
    }

    /// The solutions that it names, when it names some.
    pub(crate) fn solutions(&self, connector: Option<&Connector>) -> Option<Arc<Solutions>> {
        let base = self.path.parent().unwrap_or(Path::new(""));
        let named = steps::package::named(&self.draft.answers);
        store::read_solutions(&named, base, connector).map(Arc::new)
    }

    /// The draft and its connector, judged.
    pub(crate) fn judge(self) -> Result<Checked, Failure> {
        let connector = self.connector()?;
        let previous = self.previous();
        let path = self.folder().unwrap_or_else(|| self.path.clone()).display().to_string();
        let solutions = self.solutions(connector.as_deref());
        let answers = Some(self.draft.answers);
        let files = Files { connector, previous, solutions, ..Files::default() };
        Ok(judge(path, files, answers, None, Shell::today()))
    }
}

/// Reads a published version; why it cannot be read is for a rule to say.
fn published(told: &str, base: &Path, folder: &Path) -> Published {
    store::read_published(told, base, folder).map(Arc::new).map_err(|error| error.to_string())
}

/// What of a submission lies in files.
#[derive(Debug, Default)]
pub(crate) struct Files {
    pub(crate) connector: Option<Arc<Connector>>,
    pub(crate) previous: Option<Published>,
    /// Whether the settings among them also speak of other connectors.
    pub(crate) shared: bool,
    pub(crate) solutions: Option<Arc<Solutions>>,
}

/// Judges a connector, its answers, or both. Answers are filled from the files first, as the
/// wizard does it, so that the two cannot disagree.
pub(crate) fn judge(
    path: String,
    files: Files,
    mut answers: Option<Answers>,
    told: Option<Publisher>,
    as_of: Date,
) -> Checked {
    let Files { connector, previous, shared, solutions } = files;
    if let (Some(answers), Some(connector)) = (&mut answers, &connector) {
        if answers.is_blank("connector.folder") {
            answers.prefill("connector.folder", path.as_str(), "the folder you named");
        }
        steps::prefill(answers, connector);
    }
    let publisher = told
        .or_else(|| publisher(answers.as_ref(), connector.as_deref()))
        .unwrap_or(Publisher::Verified);
    let settings = Settings { shared, ..Settings::of(publisher, as_of, connector.as_deref()) };
    let submission = Submission {
        answers: answers.map(Arc::new),
        connector,
        previous,
        package: None,
        solutions,
    };
    let report = check(&submission, &settings);
    Checked { path, submission, report }
}

/// The publisher type as answered, else as the files suggest.
pub(crate) fn publisher(
    answers: Option<&Answers>,
    connector: Option<&Connector>,
) -> Option<Publisher> {
    answers.and_then(Answers::publisher).or_else(|| connector.map(steps::publisher::detect))
}
