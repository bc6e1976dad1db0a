//! `conncert check`: judges connectors and prints what was found.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use jiff::civil::Date;

use super::args::{CheckArguments, chosen};
use super::case::{Case, Files, judge};
use super::exit::{Exit, Failure};
use super::set;
use super::shell::Shell;
use super::{baseline, watch};
use crate::answers::{Answers, Publisher};
use crate::connector::files::RawFile;
use crate::format::Style;
use crate::rule::Checked;
use crate::steps;
use crate::store::{self, Clones};
use crate::submission::Published;

/// Runs it.
pub(crate) fn run(arguments: &CheckArguments, shell: Shell) -> Result<Exit, Failure> {
    if let Some(day) = arguments.as_of {
        shell.note(format!("judged by the rules of {day}"));
    }
    if arguments.watch {
        return watch::run(arguments, shell);
    }
    let mut round = round(arguments, shell)?;
    if arguments.write_baseline {
        baseline::write(arguments.config.as_deref(), &round.checked, shell)?;
        // What is printed is what the next check will say.
        round = self::round(arguments, shell)?;
    }
    let Round { checked, failures, .. } = round;
    show(&checked, arguments, shell)?;
    for failure in &failures {
        shell.error(failure);
    }
    let fails = arguments.fail_on.level();
    let reached = |checked: &Checked| fails.is_some_and(|level| checked.report.reaches(level));
    Ok(if !failures.is_empty() {
        Exit::Failed
    } else if checked.iter().any(reached) {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

/// Prints verdicts.
pub(super) fn show(
    checked: &[Checked],
    arguments: &CheckArguments,
    shell: Shell,
) -> Result<(), Failure> {
    if checked.is_empty() { Ok(()) } else { shell.print(&text(checked, arguments, shell)) }
}

/// Verdicts as they are printed.
pub(super) fn text(checked: &[Checked], arguments: &CheckArguments, shell: Shell) -> String {
    let told = arguments.publisher.told();
    let style = Style {
        publisher_told: told.is_some(),
        here: std::env::current_dir().ok(),
        fails_at: arguments.fail_on.level(),
        ..shell.style()
    };
    (chosen(&arguments.format).render)(checked, &style)
}

/// What one look at everything gave.
pub(super) struct Round {
    pub(super) checked: Vec<Checked>,
    pub(super) failures: Vec<Failure>,
    /// What else was read: the draft, the settings, the published version.
    pub(super) read: Vec<PathBuf>,
}

/// Reads and judges everything once.
pub(super) fn round(arguments: &CheckArguments, shell: Shell) -> Result<Round, Failure> {
    let case = match &arguments.draft {
        Some(word) => Some(Case::open(word, &arguments.set, shell)?),
        None => None,
    };
    let mut paths = arguments.paths.clone();
    if paths.is_empty() {
        match &case {
            // Without a folder there are only answers to judge.
            Some(case) => paths.extend(case.folder()),
            None => paths.push(PathBuf::from(".")),
        }
    }
    let (folders, mut failures) = find(&paths);
    let old = arguments.against.iter().map(PathBuf::from).filter(|path| path.exists());
    let draft = case.iter().map(|case| case.path.clone());
    let base = case.as_ref().and_then(|case| case.path.parent()).unwrap_or(Path::new(""));
    let base = base.to_owned();
    let mut read: Vec<PathBuf> = old.chain(draft).chain(arguments.config.clone()).collect();
    let named = case.as_ref().map(|case| steps::package::named(&case.draft.answers));
    read.extend(named.into_iter().flatten().map(|(_, told)| base.join(store::typed(told))));
    let against = match &arguments.against {
        Some(told) => Against::Told(told.clone()),
        None => match case.as_ref().and_then(Case::previous) {
            Some(published) => Against::Answered(published),
            None => Against::Nothing,
        },
    };
    let (name, answers) = answers(case, arguments, shell)?;
    if answers.is_some() && folders.len() > 1 {
        return Err(Failure::usage(
            format!("answers belong to one connector, and {} were found", folders.len()),
            "name the folder of that one",
        ));
    }
    let told = arguments.publisher.told();
    if let Some(against) = &arguments.against
        && folders.len() > 1
        && !against.starts_with("git:")
    {
        return Err(Failure::usage(
            format!("one published version cannot be that of {} connectors", folders.len()),
            "name the folder of one connector, or compare with `git:REVISION`",
        ));
    }
    let as_of = arguments.as_of.unwrap_or_else(Shell::today);
    let mut checked = Vec::new();
    if folders.is_empty() && failures.is_empty() {
        checked.push(judge(name, Files::default(), answers.clone(), told, as_of));
    }
    let manner = Manner {
        answers: answers.as_ref(),
        told,
        against: &against,
        base: &base,
        settings: Source::of(arguments)?,
        shared: folders.len() > 1,
        as_of,
        clones: Clones::default(),
    };
    for result in all(&folders, &manner) {
        match result {
            Ok(one) => checked.push(one),
            Err(failure) => failures.push(failure),
        }
    }
    Ok(Round { checked, failures, read })
}

/// Where the published version is.
enum Against {
    /// Nowhere: no update.
    Nothing,
    /// As told on the command line.
    Told(String),
    /// As answered in the draft, read already.
    Answered(Published),
}

impl Against {
    /// The published version of the connector in a folder.
    fn of(&self, folder: &Path) -> Result<Option<Published>, Failure> {
        Ok(match self {
            Self::Nothing => None,
            // What was not there yet at a revision is a new connector.
            Self::Told(told) => store::find_published(told, Path::new(""), folder)?
                .map(|connector| Ok(Arc::new(connector))),
            Self::Answered(published) => Some(published.clone()),
        })
    }
}

/// The connectors of all paths, each once, in the order of the paths.
pub(super) fn find(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Failure>) {
    let mut folders: Vec<PathBuf> = Vec::new();
    let mut failures = Vec::new();
    for path in paths {
        match store::find_connectors(path) {
            Ok(found) => {
                for folder in found {
                    if !folders.contains(&folder) {
                        folders.push(folder);
                    }
                }
            }
            Err(error) => failures.push(error.into()),
        }
    }
    (folders, failures)
}

/// The draft's path, and the answers to judge: those of the draft, or those that were set.
fn answers(
    case: Option<Case>,
    arguments: &CheckArguments,
    shell: Shell,
) -> Result<(String, Option<Answers>), Failure> {
    if let Some(case) = case {
        return Ok((case.path.display().to_string(), Some(case.draft.answers)));
    }
    if arguments.set.set.is_empty() {
        return Ok((String::new(), None));
    }
    let mut answers = Answers::default();
    set::give(&mut answers, &arguments.set, shell)?;
    Ok((String::new(), Some(answers)))
}

/// Which settings the connectors are judged by.
enum Source {
    /// Those beside each connector's files.
    Beside,
    /// The same for all of them; none where there are none.
    Told(Option<RawFile>),
}

impl Source {
    fn of(arguments: &CheckArguments) -> Result<Self, Failure> {
        Ok(match &arguments.config {
            // A baseline may be written where there is no file yet.
            Some(path) if arguments.write_baseline && !path.exists() => Self::Told(None),
            Some(path) => Self::Told(Some(store::read_settings(path)?)),
            None if arguments.no_config => Self::Told(None),
            None => Self::Beside,
        })
    }
}

/// How the connectors of one round are judged.
struct Manner<'a> {
    answers: Option<&'a Answers>,
    told: Option<Publisher>,
    against: &'a Against,
    /// What paths among the answers are relative to.
    base: &'a Path,
    settings: Source,
    /// Whether there are several connectors.
    shared: bool,
    as_of: Date,
    clones: Clones,
}

impl Manner<'_> {
    /// Reads a connector with its published version, and judges it.
    fn judge(&self, folder: &Path) -> Result<Checked, Failure> {
        let connector = self.clones.read(folder)?;
        let (connector, shared) = match &self.settings {
            Source::Beside => (connector, false),
            Source::Told(file) => (connector.with_settings(file.clone()), self.shared),
        };
        let previous = self.against.of(folder)?;
        let named = self.answers.map(steps::package::named).unwrap_or_default();
        let solutions = store::read_solutions(&named, self.base, Some(&connector)).map(Arc::new);
        let files = Files { connector: Some(Arc::new(connector)), previous, shared, solutions };
        let path = folder.display().to_string();
        Ok(judge(path, files, self.answers.cloned(), self.told, self.as_of))
    }
}

/// Judges folders on all cores; the results are in the order of the folders.
fn all(folders: &[PathBuf], manner: &Manner<'_>) -> Vec<Result<Checked, Failure>> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, Result<Checked, Failure>)>> = Mutex::new(Vec::new());
    let work = || {
        while let Some((index, folder)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            folders.get(index).map(|folder| (index, folder))
        } {
            let result = manner.judge(folder);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    };
    let workers = thread::available_parallelism().map_or(2, NonZero::get).min(folders.len());
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
