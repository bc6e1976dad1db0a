//! The command line: arguments in, texts out, an exit code at the end. A shell around the
//! pipeline; it judges nothing itself.

mod apply;
mod args;
mod baseline;
mod case;
mod check;
mod checklist;
mod completions;
mod drafts;
mod exit;
mod explain;
mod export;
mod fix;
mod man;
mod new;
mod package;
mod rules;
mod set;
mod shell;
mod watch;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::FromArgMatches as _;

use crate::source::near as suggest;
use crate::store::Store;
use crate::wizard;
use args::{Arguments, Command};
use exit::{Exit, Failure};
use shell::Shell;

/// Runs the program and gives its exit code. The first argument is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let no_color = arguments.iter().any(|argument| argument == "--no-color");
    let shell = Shell::new(no_color);
    let parsed = args::command(no_color).try_get_matches_from(&arguments);
    let parsed = parsed.and_then(|matches| Arguments::from_arg_matches(&matches));
    let result = match parsed {
        Ok(arguments) => dispatch(arguments, shell),
        Err(asked) if !asked.use_stderr() => {
            // Help or version; a closed pipe is no error.
            let _ = asked.print();
            return Exit::Clean.code();
        }
        Err(error) => Err(error.into()),
    };
    match result {
        Ok(exit) => exit.code(),
        Err(failure) => {
            shell.error(&failure);
            failure.exit.code()
        }
    }
}

fn dispatch(mut arguments: Arguments, shell: Shell) -> Result<Exit, Failure> {
    match (arguments.command.take(), arguments.path.as_ref().or(arguments.draft.as_ref())) {
        (None, _) => start_wizard(arguments, shell),
        (Some(_), Some(path)) => Err(Failure::usage(
            format!("“{}” stands before the command", path.display()),
            "paths and options come after it, as in `conncert check FOLDER`",
        )),
        (Some(command), None) => match command {
            Command::Check(arguments) => check::run(&arguments, shell),
            Command::Fix(arguments) => fix::run(&arguments, shell),
            Command::Export(arguments) => export::run(&arguments, shell),
            Command::Checklist(arguments) => checklist::run(&arguments, shell),
            Command::New(arguments) => new::run(&arguments, shell),
            Command::Apply(arguments) => apply::run(&arguments, shell),
            Command::Drafts(arguments) => drafts::run(&arguments.command, shell),
            Command::Package(arguments) => package::run(&arguments.command, shell),
            Command::Explain(arguments) => explain::run(&arguments, shell),
            Command::Rules(arguments) => rules::run(arguments.format, shell),
            Command::Completions(arguments) => completions::run(arguments.shell, shell),
            Command::Man => man::run(shell),
        },
    }
}

fn start_wizard(arguments: Arguments, shell: Shell) -> Result<Exit, Failure> {
    let store = Store::open()?;
    let path = arguments.path.map(|path| known(path, &store)).transpose()?;
    let theme = arguments.theme.as_deref().and_then(wizard::ThemeKind::named);
    let start = wizard::Start {
        path,
        draft: arguments.draft,
        no_color: shell.no_color,
        theme,
        ascii: arguments.ascii,
        mouse: arguments.mouse,
        plain: arguments.plain,
    };
    wizard::run(start, store)?;
    Ok(Exit::Clean)
}

/// A path as given, or a word that may be the name of a draft, which the wizard looks up once its
/// first frame is there; a command with a slip in it is told apart.
fn known(path: PathBuf, store: &Store) -> Result<PathBuf, Failure> {
    if path.exists() {
        return Ok(path);
    }
    let word = path.display().to_string();
    let commands = args::command(true);
    let names = commands.get_subcommands().map(clap::Command::get_name);
    let single = path.components().count() == 1 && Path::new(&word).extension().is_none();
    if single && let Some(near) = suggest::near(&word, names).first() {
        if let Ok(draft) = store.find(&word) {
            return Ok(draft);
        }
        return Err(Failure::usage(
            format!("there is no command, folder or draft “{word}”"),
            format!("did you mean `conncert {near}`?"),
        ));
    }
    let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    if path.components().count() == 1 && !is_file {
        return Ok(path);
    }
    Err(Failure::new(
        format!("there is no folder, file or draft “{word}”"),
        "check the path, or see `conncert drafts list`",
    ))
}
