//! Carries out jobs: everything that reads, writes or takes time, so that a key never waits.

mod drafts;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::hands;
use super::mending::Mended;
use super::msg::{Done, ExportFailed, ExportJob, Exported, Home, Job, Opened, Saved, Sources};
use crate::check::check;
use crate::connector::Connector;
use crate::connector::solutions::{Part, Solutions};
use crate::draft::Draft;
use crate::export::{self, ExportSettings, Only};
use crate::fix;
use crate::rule::{Checked, Finding};
use crate::steps;
use crate::store::{self, DraftLock, Store};
use crate::submission::Published;
use crate::tasks::{self, update::update};

/// The draft that is open: its lock, and its text as last read or written.
#[derive(Debug)]
struct Held {
    path: PathBuf,
    lock: DraftLock,
    known: String,
    /// Its name, where it was given one since it was opened.
    renamed: Option<String>,
}

/// The worker's own state: the store, and the locks of the draft that is open and of one that is
/// about to be.
#[derive(Debug)]
pub(crate) struct Worker {
    store: Store,
    held: Vec<Held>,
    /// Where the program was started.
    here: PathBuf,
    /// Where the look is remembered.
    config: Option<PathBuf>,
}

impl Worker {
    /// A worker on a store.
    pub(crate) fn new(store: Store, here: PathBuf) -> Self {
        Self { store, held: Vec::new(), here, config: None }
    }

    /// Where the program was started.
    pub(crate) fn here(&self) -> &Path {
        &self.here
    }

    /// Carries out one job.
    #[cfg(test)]
    pub(crate) fn perform(&mut self, job: Job) -> Done {
        self.perform_while(job, &hands::Wanted::always())
    }

    /// Carries out one job, unless it is cancelled on the way.
    pub(crate) fn perform_while(&mut self, job: Job, wanted: &hands::Wanted) -> Done {
        match job {
            Job::List => Done::Listed(self.list().map_err(text)),
            Job::Open(path) => Done::Opened(self.open(&path, wanted).map_err(text)),
            Job::OpenAt { draft, folder } => {
                Done::Opened(self.open_at(&draft, folder.as_deref(), wanted).map_err(text))
            }
            Job::Read { sources, draft } => {
                let (result, previous) = self.read(&sources, draft.as_deref(), wanted);
                let connector = result.as_ref().ok().and_then(Option::as_deref);
                let found = self.found(&sources, draft.as_deref());
                let mut whole = sources.clone();
                whole.take(&found);
                let solutions = self.solutions(&whole, draft.as_deref(), connector);
                Done::Read { sources, result, previous, solutions, found }
            }
            Job::Save { revision, draft, path } => {
                Done::Saved { revision, result: self.save(*draft, path).map_err(text) }
            }
            Job::Trash(path) => {
                self.let_go(&path);
                let result = self.store.delete(&path);
                Done::Trashed(
                    result.map(|_| "in the trash; r restores it".to_owned()).map_err(text),
                )
            }
            Job::Restore(path) => {
                let result = self.store.restore(&path);
                Done::Restored(result.map(|_| "restored".to_owned()).map_err(text))
            }
            Job::WriteBack { changes, folder, way } => {
                let result = store::write_changes(&self.store, &folder, &changes).map_err(text);
                Done::WrittenBack { changes, way, result }
            }
            Job::KeepLook(kept) => Done::LookKept(self.keep(&kept).map_err(text)),
            Job::Complete(typed) => {
                let completion = store::complete(&typed, &self.here);
                Done::Completed { typed, completion }
            }
            Job::Greeted => {
                self.store.greet();
                Done::Greeted
            }
            Job::Drafts(job) => Done::Drafts(self.about_drafts(job)),
            judged => judge(judged, &self.here, wanted).unwrap_or(Done::Cancelled),
        }
    }

    /// Says where the look is remembered.
    pub(crate) fn remembering(self, config: Option<PathBuf>) -> Self {
        Self { config, ..self }
    }

    fn keep(&self, kept: &store::Kept) -> Result<PathBuf, store::StoreError> {
        let path = self.config.clone().ok_or_else(|| {
            store::StoreError::new(
                "no folder for config.toml is known, since your account has no home folder",
                "name the file in the environment variable CONNCERT_CONFIG",
            )
        })?;
        kept.write(&path)?;
        Ok(path)
    }

    fn list(&self) -> Result<Home, store::StoreError> {
        let here = store::is_connector(&self.here);
        let known = if here { self.store.for_folder(&self.here)? } else { None };
        // The draft of this very folder is shown even where it was put away.
        let (archived, mut drafts): (Vec<_>, Vec<_>) = self
            .store
            .list()?
            .into_iter()
            .partition(|listed| listed.archived && Some(&listed.path) != known.as_ref());
        // Whoever starts in a connector's folder means that connector.
        if let Some(at) = drafts.iter().position(|listed| Some(&listed.path) == known.as_ref()) {
            drafts[..=at].rotate_right(1);
        }
        let offered = (here && known.is_none()).then(|| self.here.clone());
        Ok(Home { drafts, trashed: self.store.trashed()?, offered, archived })
    }

    /// The connector, and its published version where there is one.
    fn read(
        &self,
        sources: &Sources,
        draft: Option<&Path>,
        wanted: &hands::Wanted,
    ) -> (Result<Option<Arc<Connector>>, String>, Option<Published>) {
        let folder = self.resolve(&sources.folder, draft);
        let connector = if sources.folder.is_empty() {
            Ok(None)
        } else {
            store::read_submitted(&folder).map(|connector| Some(Arc::new(connector))).map_err(text)
        };
        let previous = (!sources.previous.is_empty() && !wanted.is_over()).then(|| {
            let base = draft.and_then(Path::parent).unwrap_or(&self.here);
            store::read_published(&sources.previous, base, &folder).map(Arc::new).map_err(text)
        });
        (connector, previous)
    }

    /// What is named for the package and lies not beside the draft, but where the program was
    /// started: the draft needs its whole path, for tomorrow that is somewhere else.
    fn found(&self, sources: &Sources, draft: Option<&Path>) -> Vec<(Part, String)> {
        let beside = draft.and_then(Path::parent);
        let named = sources.solutions.iter();
        let found = named.filter_map(|(part, told)| {
            let path = store::typed(told);
            let whole = self.here.join(&path);
            let is_beside = beside.is_some_and(|folder| folder.join(&path).exists());
            let is_here = !is_beside && path.is_relative() && whole.exists();
            is_here.then(|| (*part, whole.display().to_string()))
        });
        found.collect()
    }

    /// The solutions that are named for the package, when some are.
    fn solutions(
        &self,
        sources: &Sources,
        draft: Option<&Path>,
        connector: Option<&Connector>,
    ) -> Option<Arc<Solutions>> {
        let base = draft.and_then(Path::parent).unwrap_or(&self.here);
        store::read_solutions(&sources.solutions, base, connector).map(Arc::new)
    }

    /// A folder as answered: relative to the draft, or to where the program was started.
    fn resolve(&self, folder: &str, draft: Option<&Path>) -> PathBuf {
        match draft {
            Some(draft) => store::resolve_folder(draft, folder),
            None => self.here.join(store::typed(folder)),
        }
    }

    fn open(&mut self, path: &Path, wanted: &hands::Wanted) -> Result<Opened, store::StoreError> {
        let word = path.display().to_string();
        let path = self.here.join(store::typed(path));
        if !path.exists() && path.parent() == Some(self.here.as_path()) {
            // No path, so it is the name of a draft, or nothing.
            let draft = self.store.find(&word)?;
            return self.open_draft(&draft, wanted);
        }
        if path.is_dir() {
            // Without the dots of `.`, which say nothing once the path is whole.
            let path: PathBuf = path.components().collect();
            return match self.store.for_folder(&path)? {
                Some(draft) => self.open_draft(&draft, wanted),
                None => open_folder(&path),
            };
        }
        self.open_draft(&path, wanted)
    }

    fn open_at(
        &mut self,
        draft: &Path,
        folder: Option<&Path>,
        wanted: &hands::Wanted,
    ) -> Result<Opened, store::StoreError> {
        let draft = self.here.join(draft);
        if draft.exists() {
            return self.open_draft(&draft, wanted);
        }
        self.hold(&draft, String::new())?;
        let begun = match folder {
            Some(folder) => {
                open_folder(&self.here.join(folder)).inspect_err(|_| self.let_go(&draft))?
            }
            None => {
                let name = draft.file_stem().unwrap_or_default().to_string_lossy();
                let draft = Box::new(Draft::new(&name));
                Opened {
                    draft,
                    path: None,
                    connector: None,
                    previous: None,
                    solutions: None,
                    problem: None,
                }
            }
        };
        Ok(Opened { path: Some(draft), ..begun })
    }

    fn open_draft(
        &mut self,
        path: &Path,
        wanted: &hands::Wanted,
    ) -> Result<Opened, store::StoreError> {
        let is_new = self.held(path).is_none();
        if is_new {
            self.hold(path, String::new())?;
        }
        let mut draft = self.store.load(path).inspect_err(|_| {
            if is_new {
                self.let_go(path);
            }
        })?;
        self.hold(path, std::fs::read_to_string(path).unwrap_or_default())?;
        let sources = Sources::of(&draft.answers);
        let (result, previous) = self.read(&sources, Some(path), wanted);
        let (connector, problem) = match result {
            Ok(connector) => (connector, None),
            Err(problem) => (None, Some(problem)),
        };
        if let Some(connector) = &connector {
            steps::prefill(&mut draft.answers, connector);
        }
        let solutions = self.solutions(&sources, Some(path), connector.as_deref());
        let path = Some(path.to_owned());
        Ok(Opened { draft: Box::new(draft), path, connector, previous, solutions, problem })
    }

    /// Writes a draft; one without a file gets a name of its own and a file.
    fn save(
        &mut self,
        mut draft: Draft,
        path: Option<PathBuf>,
    ) -> Result<Saved, store::StoreError> {
        let named = draft.answers.text("connector.name").trim().to_owned();
        let unnamed = store::is_unnamed(&draft.name);
        if unnamed && !named.is_empty() {
            draft.name = self.store.unique_name(&named)?;
        }
        if let Some(path) = path {
            let held = self.held(&path);
            if let Some(name) = held.as_ref().and_then(|held| held.renamed.clone()) {
                draft.name = name;
            }
            let known = held.map(|held| held.known.clone()).filter(|known| !known.is_empty());
            let aside = match known {
                Some(known) => self.store.keep_aside(&path, &known)?,
                None => None,
            };
            self.store.save(&path, &draft)?;
            self.hold(&path, draft.to_text())?;
            return Ok(Saved { path, name: draft.name, aside });
        }
        let path = self.store.create(&mut draft)?;
        self.hold(&path, draft.to_text())?;
        Ok(Saved { path, name: draft.name, aside: None })
    }
}

/// A connector without a draft. The folder counts as the publisher's answer once the draft is born.
fn open_folder(path: &Path) -> Result<Opened, store::StoreError> {
    let connector = store::read_submitted(path)?;
    let folder = || path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = connector.naming_title().unwrap_or_else(folder);
    let mut draft = Draft::new(&name);
    let folder = path.display().to_string();
    draft.answers.prefill("connector.folder", folder, "the folder you opened");
    steps::prefill(&mut draft.answers, &connector);
    Ok(Opened {
        draft: Box::new(draft),
        path: None,
        connector: Some(Arc::new(connector)),
        previous: None,
        solutions: None,
        problem: None,
    })
}

/// Carries out what needs no disk but for what an export writes; none where it is cancelled, or is
/// no such job.
pub(crate) fn judge(job: Job, here: &Path, still: &hands::Wanted) -> Option<Done> {
    Some(match job {
        Job::Check { revision, submission, settings } => {
            let report = check(&submission, &settings);
            let update = update(&submission, &report).map(Arc::new);
            Done::Checked { revision, report: Arc::new(report), update }
        }
        Job::Plan { answers, connector, settings } => {
            Done::Planned(Box::new(fix::apply_answers(&answers, &connector, settings.publisher)))
        }
        Job::Mend { wanted, submission, settings } => {
            let takes = |finding: &Finding| wanted.takes(finding);
            let fixes = fix::apply_fixes(&submission, &settings, wanted.most(), &takes);
            let (findings, plan) = (fixes.mended, fixes.plan);
            Done::Mended(Box::new(Mended { wanted, findings, plan }))
        }
        Job::Export(job) => Done::Exported(export(&job, here, still)?),
        Job::Texts(task) => Done::Texts(Box::new(task.perform())),
        _ => return None,
    })
}

/// None where it is cancelled, which it can be until it begins to write.
fn export(
    job: &ExportJob,
    here: &Path,
    wanted: &hands::Wanted,
) -> Option<Result<Exported, ExportFailed>> {
    let report = check(&job.submission, &job.settings);
    if wanted.is_over() {
        return None;
    }
    let source = job.submission.connector.as_deref().map(|connector| connector.folder().to_owned());
    let path = source.as_deref().unwrap_or(Path::new("")).display().to_string();
    let checked = Checked { path, submission: job.submission.clone(), report };
    let date: Date = job.settings.as_of;
    let outcome = export::all(
        &checked,
        &ExportSettings { date, incomplete: job.incomplete },
        Only::Everything,
    );
    if wanted.is_over() {
        return None;
    }
    if !job.preview {
        let solutions = job.submission.solutions.as_deref();
        if let Some(path) = solutions.and_then(store::changed_solution) {
            let name = path.file_name().unwrap_or_default().display();
            let message = format!(
                "{name} has changed since it was checked, so nothing was written; go to the review, \
                 and export again"
            );
            return Some(Err(ExportFailed { message, exists: false }));
        }
        let target = here.join(store::typed(&job.target));
        let written =
            store::write_export(&target, &outcome.artifacts, job.force, source.as_deref());
        if let Err(error) = written {
            let (exists, message) = (error.exists(), error.to_string());
            return Some(Err(ExportFailed { message, exists }));
        }
    }
    let gap = export::marketplace::gap(&checked).filter(|_| outcome.refusal.is_none());
    Some(Ok(Exported {
        gap,
        paths: outcome.artifacts.iter().map(|artifact| artifact.path.clone()).collect(),
        refusal: outcome.refusal.map(|refusal| refusal.sentence),
        next: next(&checked),
        written: !job.preview,
    }))
}

/// The first tasks that are not done, with their addresses.
fn next(checked: &Checked) -> Vec<String> {
    tasks::evaluate(checked)
        .into_iter()
        .filter(|task| !matches!(task.state, tasks::State::Done))
        .take(4)
        .map(|task| format!("{} — {}", task.task.title, task.task.address))
        .collect()
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`, which gives the error away")]
fn text(error: store::StoreError) -> String {
    error.to_string()
}
