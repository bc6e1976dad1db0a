//! What can be said on the command line, with its help. Declares; does nothing.

pub(crate) mod checklist;
pub(crate) mod drafts;
pub(crate) mod package;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ColorChoice, CommandFactory as _, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::answers::{Publisher, Question};
use crate::format::{FORMATS, Format, SHORT};
use crate::rule::Level;
use crate::wizard::ThemeKind;
use crate::{format, steps};
use checklist::ChecklistArguments;
use drafts::DraftsArguments;
use package::PackageArguments;

const EXAMPLES: &str = "\
Examples:
  conncert                         start the wizard: what to do, step by step
  conncert ./my-connector          start it for the connector in this folder
  conncert --plain                 the same as questions and answers in plain lines
  conncert check ./my-connector    only check the files
  conncert explain title-too-long  why a rule exists, and how to keep it

Exit codes: 0 nothing in the way, 1 findings at or above the fail level (or an export refused \
because of them), 2 the command line was not understood, 3 the work could not be done. The wizard ends with 0 \
whatever ends it, a vanished terminal too, as long as the draft is saved.";

const CHECK_EXAMPLES: &str = "\
Examples:
  conncert check                                   the connectors in this folder, and below it
  conncert check ./my-connector --publisher independent
  conncert check --draft \"Contoso Invoices\"        its connector, and its answers too
  conncert check . --against git:v1.0              an update: what would break
  conncert check . --format json > findings.json
  conncert check . --format sarif > findings.sarif
  conncert check . --fail-on warning
  conncert check . --write-baseline                accept what is there, for now
  conncert check . --watch";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  conncert explain title-too-long
  conncert explain 5000.2.2.1
  conncert explain \"The 'contact' property is required. ValuePath: /info\" --in ./my-connector
  conncert explain - < validator.log";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  conncert completions bash > ~/.local/share/bash-completion/completions/conncert
  conncert completions powershell >> $PROFILE";

const MAN_EXAMPLES: &str = "\
Examples:
  conncert man > ~/.local/share/man/man1/conncert.1
  conncert man | man -l -";

const FIX_EXAMPLES: &str = "\
Examples:
  conncert fix ./my-connector --dry-run      what would be mended, as a diff
  conncert fix ./my-connector                mend it
  conncert fix . --suggested --dry-run       also what a person should look over
  conncert fix . --rule path-parameter-not-required --rule json-byte-order-mark

The diff goes to the standard output; what was mended and what is left is told beside it. Files \
are read again before they are written, and not touched if they changed meanwhile.

Exit codes: as those of `conncert check` for the files as they are then: 0 no error is left, \
1 errors are left that need a person, 2 the command line was not understood, 3 the work could \
not be done.";

const EXPORT_EXAMPLES: &str = "\
Examples:
  conncert export --draft \"Contoso Invoices\" --to out
  conncert export --draft invoices.toml --to out --only checklist";

const NEW_EXAMPLES: &str = "\
Examples:
  conncert new --set connector.folder=./my-connector
  conncert new --draft invoices.toml --set connector.folder=./my-connector \\
      --set publisher.type=verified --set authentication.types=oauth2,api-key";

/// Takes the publisher of a Power Platform connector through certification.
///
/// It asks what has to be asked, checks your files by Microsoft's rules on this machine, and makes
/// the checklist and the package to hand in. Without a command the wizard starts.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(name = "conncert", version, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// A connector's folder, or a draft (its file or name), to start the wizard with
    #[arg(value_name = "FOLDER | DRAFT")]
    pub(crate) path: Option<PathBuf>,
    /// Keep the wizard's draft in this file; it is made where there is none
    #[arg(long, value_name = "FILE")]
    pub(crate) draft: Option<PathBuf>,
    /// Use no colours; the environment variable `NO_COLOR` does the same
    #[arg(long, global = true)]
    pub(crate) no_color: bool,
    /// How the wizard looks
    #[arg(long, value_name = "THEME", value_parser = themes())]
    pub(crate) theme: Option<String>,
    /// Draw the wizard with characters that every terminal has
    #[arg(long)]
    pub(crate) ascii: bool,
    /// Let the wizard hear the mouse; the terminal then selects text with shift held
    #[arg(long)]
    pub(crate) mouse: bool,
    /// Ask in plain lines instead of drawing on the screen: for screen readers and pipes. So do the
    /// environment variables `ACCESSIBLE=1` and `TERM=dumb`
    #[arg(long)]
    pub(crate) plain: bool,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check connectors by Microsoft's rules, on this machine
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArguments),
    /// Mend what can be mended in connectors' files
    #[command(after_help = FIX_EXAMPLES)]
    Fix(FixArguments),
    /// Write the checklist and the package of a draft into a folder
    #[command(after_help = EXPORT_EXAMPLES)]
    Export(ExportArguments),
    /// Print the checklist, without a package
    #[command(after_help = checklist::EXAMPLES)]
    Checklist(ChecklistArguments),
    /// Make a draft without the wizard, prefilled from the connector's files
    #[command(after_help = NEW_EXAMPLES)]
    New(NewArguments),
    /// Write the answers of a draft into the connector's files
    Apply(ApplyArguments),
    /// List, compare, copy, rename, put away, delete and restore drafts
    Drafts(DraftsArguments),
    /// Make and check the package for the marketplace, and the link to it
    Package(PackageArguments),
    /// Tell why a rule exists and how to keep it, and what a line of Microsoft's tools means
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArguments),
    /// List every rule, and what of Microsoft's rules they cover
    Rules(RulesArguments),
    /// Print what makes a shell complete commands and options
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArguments),
    /// Print the manual page, with the keys of the wizard
    #[command(after_help = MAN_EXAMPLES)]
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Connector folders, or folders that hold some at any depth
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Whose rules apply. `auto` asks the draft, then the parent folder's name, then the brand
    /// colour
    #[arg(long, value_name = "TYPE", value_enum, default_value_t = Whose::Auto)]
    pub(crate) publisher: Whose,
    /// Check the answers of this draft too (its file or name)
    #[arg(long, value_name = "FILE")]
    pub(crate) draft: Option<String>,
    /// Compare with the published version, and report what would break for those who use it: a
    /// folder, its definition file, or `git:REVISION` of the connector's own repository
    #[arg(long, value_name = "OLD")]
    pub(crate) against: Option<String>,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name, value_parser = formats())]
    pub(crate) format: String,
    /// The mildest level at which the exit code is 1
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    /// Judge by these settings instead of the conncert.toml beside each connector's files
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Judge without any conncert.toml
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
    /// Judge by the rules of that day, such as 2024-01-31
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// Accept what is found for now: write it into the baseline of conncert.toml
    #[arg(long, conflicts_with_all = ["no_config", "watch"])]
    pub(crate) write_baseline: bool,
    /// Check again whenever a file changes, until Ctrl+C
    #[arg(long)]
    pub(crate) watch: bool,
    #[command(flatten)]
    pub(crate) set: SetArguments,
}

#[derive(Debug, Args)]
pub(crate) struct FixArguments {
    /// Connector folders, or folders that hold some at any depth
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Make mends too that a person should look over: texts derived from names, renames, removals
    #[arg(long)]
    pub(crate) suggested: bool,
    /// Only show what would change
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Mend only the findings of this rule. May be given several times
    #[arg(long = "rule", value_name = "ID")]
    pub(crate) rules: Vec<String>,
    /// Whose rules apply. `auto` asks the draft, then the parent folder's name, then the brand
    /// colour
    #[arg(long, value_name = "TYPE", value_enum, default_value_t = Whose::Auto)]
    pub(crate) publisher: Whose,
    /// Mend the connector of this draft (its file or name); its confirmed answers fill gaps, and the
    /// published version that it names tells what was renamed
    #[arg(long, value_name = "FILE|NAME")]
    pub(crate) draft: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArguments {
    /// The draft: its file or name
    #[arg(long, value_name = "FILE|NAME")]
    pub(crate) draft: String,
    /// The folder to write; it may not be the connector's own
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    /// Write only this
    #[arg(long, value_enum)]
    pub(crate) only: Option<Part>,
    /// Replace an earlier export that is there
    #[arg(long)]
    pub(crate) force: bool,
    /// Make the package although errors are open; the checklist says so
    #[arg(long)]
    pub(crate) incomplete: bool,
    #[command(flatten)]
    pub(crate) set: SetArguments,
}

#[derive(Debug, Args)]
pub(crate) struct NewArguments {
    /// Where to keep the draft; without it, among the drafts that the wizard lists
    #[arg(long, value_name = "FILE")]
    pub(crate) draft: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) set: SetArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ApplyArguments {
    /// The draft: its file or name
    #[arg(long, value_name = "FILE|NAME")]
    pub(crate) draft: String,
    /// Only show what would change
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) set: SetArguments,
}

#[derive(Debug, Args)]
pub(crate) struct SetArguments {
    /// Answer a question; lists are separated by commas. May be given several times
    #[arg(long = "set", value_name = "STEP.KEY=VALUE")]
    pub(crate) set: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// A rule's id, a name of Microsoft's validator, a policy code, or a line that one of its
    /// tools printed; `-` reads such lines from the standard input
    #[arg(value_name = "RULE | LINE", required = true)]
    pub(crate) words: Vec<String>,
    /// Show the places in this connector; without it, in the one of the current folder
    #[arg(long = "in", value_name = "PATH")]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell that is to complete
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArguments {
    /// How they are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = RulesFormat::Human)]
    pub(crate) format: RulesFormat,
}

/// How the rulebook is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// A table for reading
    Human,
    /// Every official name and policy code, and the rules that stand for it, as Markdown
    Md,
    /// Everything about each rule, for editors, schema 1
    Json,
}

/// Whose rules apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Whose {
    Verified,
    Independent,
    Auto,
}

impl Whose {
    /// The publisher type that was told, if one was.
    pub(crate) const fn told(self) -> Option<Publisher> {
        match self {
            Self::Verified => Some(Publisher::Verified),
            Self::Independent => Some(Publisher::Independent),
            Self::Auto => None,
        }
    }
}

/// From which level on a check fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    pub(crate) const fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Advice => Some(Level::Advice),
            Self::Never => None,
        }
    }
}

/// A part of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    Checklist,
    Package,
}

/// A day as ISO 8601 writes it, and no moment.
fn day(text: &str) -> Result<Date, &'static str> {
    let day = (text.len() == 10).then(|| text.parse().ok()).flatten();
    day.ok_or("write a day of the calendar as year-month-day, such as 2024-01-31")
}

fn formats() -> PossibleValuesParser {
    FORMATS
        .iter()
        .map(|Format { name, summary, .. }| {
            let short = SHORT.iter().filter(|(_, long)| long == name).map(|(short, _)| *short);
            clap::builder::PossibleValue::new(*name).help(*summary).aliases(short)
        })
        .collect::<Vec<_>>()
        .into()
}

/// The format that was asked for; clap let only known names through.
pub(crate) fn chosen(name: &str) -> &'static Format {
    format::find(name).unwrap_or(&FORMATS[0])
}

/// The whole command line.
pub(crate) fn command(no_color: bool) -> clap::Command {
    let colour = if no_color { ColorChoice::Never } else { ColorChoice::Auto };
    Arguments::command().color(colour).mut_subcommand("new", |new| {
        new.after_long_help(format!("{NEW_EXAMPLES}\n\nKeys of --set:\n{}", keys()))
    })
}

/// The names of the themes.
fn themes() -> PossibleValuesParser {
    PossibleValuesParser::new(ThemeKind::ALL.map(ThemeKind::name))
}

/// Every key that can be set, with its question.
fn keys() -> String {
    let width = steps::questions().map(|question| question.key.len()).max().unwrap_or(0);
    let line = |question: &Question| format!("  {:width$}  {}", question.key, question.prompt);
    steps::questions().map(line).collect::<Vec<_>>().join("\n")
}
