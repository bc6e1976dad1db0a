//! What can be said after `conncert drafts`.

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand, ValueEnum};

use crate::store::Order;

const LIST_EXAMPLES: &str = "\
Examples:
  conncert drafts list
  conncert drafts list invoices --sort left     those that hold the word, least left to do first
  conncert drafts list --archived
  conncert drafts list --format json";

const IMPORT_EXAMPLES: &str = "\
Examples:
  conncert drafts import \"Contoso Orders\" --from \"Contoso Invoices\" --dry-run
  conncert drafts import \"Contoso Orders\" --from \"Contoso Invoices\"
  conncert drafts import \"Contoso Orders\" --from \"Contoso Invoices\" --only support.email

What is the publisher's carries over: publisher type and names, who owns the service, the support \
contact, uptime, accounts. What belongs to one connector stays there. An answer that differs is \
shown and left as it is, unless --replace or --only asks for it.";

#[derive(Debug, Args)]
#[command(arg_required_else_help = false)]
pub(crate) struct DraftsArguments {
    #[command(subcommand)]
    pub(crate) command: DraftsCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum DraftsCommand {
    /// List the drafts
    #[command(after_help = LIST_EXAMPLES)]
    List(ListArguments),
    /// Show the answers of a draft
    Show {
        /// Its file or name
        draft: String,
    },
    /// Print where a draft is kept
    Path {
        /// Its file or name
        draft: String,
    },
    /// Give a draft another name; its file stays where it is
    Rename {
        /// Its file or name
        draft: String,
        /// The new name
        name: String,
    },
    /// Copy a draft with all its answers
    Duplicate {
        /// Its file or name
        draft: String,
        /// The name of the copy; without it, the old one with a number
        name: Option<String>,
    },
    /// Show two drafts side by side, what differs first
    Compare {
        /// Its file or name
        first: String,
        /// The file or name of the other one
        second: String,
        /// Show what both answer alike, too
        #[arg(long)]
        all: bool,
    },
    /// Take the publisher's answers from another draft
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(ImportArguments),
    /// Put a draft away: it is kept, and listed only with --archived
    Archive {
        /// Its file or name
        draft: String,
    },
    /// Move a draft to the trash
    Delete {
        /// Its file or name
        draft: String,
    },
    /// Bring a draft back from the archive or from the trash
    Restore {
        /// Its file or name
        draft: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    /// Only drafts that hold these words, in the name, the publisher type or the connector's folder
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
    /// In which order
    #[arg(long, value_name = "ORDER", default_value = Order::Changed.word(), value_parser = orders())]
    pub(crate) sort: String,
    /// List those that were put away instead
    #[arg(long)]
    pub(crate) archived: bool,
    /// List those in the trash instead
    #[arg(long, conflicts_with = "archived")]
    pub(crate) trash: bool,
    /// How they are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ListFormat::Human)]
    pub(crate) format: ListFormat,
}

impl ListArguments {
    /// The order; clap let only known words through.
    pub(crate) fn order(&self) -> Order {
        Order::ALL.into_iter().find(|order| order.word() == self.sort).unwrap_or_default()
    }
}

#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The draft that takes them: its file or name
    pub(crate) draft: String,
    /// The draft that they are taken from: its file or name
    #[arg(long, value_name = "DRAFT")]
    pub(crate) from: String,
    /// Take only the answer to this question, even where it replaces one. May be given several
    /// times
    #[arg(long, value_name = "STEP.KEY")]
    pub(crate) only: Vec<String>,
    /// Take also what replaces answers of this draft
    #[arg(long)]
    pub(crate) replace: bool,
    /// Only show what would be taken
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// How drafts are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// Lines for reading
    Human,
    /// A list of objects, schema 1
    Json,
}

fn orders() -> PossibleValuesParser {
    Order::ALL
        .map(|order| clap::builder::PossibleValue::new(order.word()).help(order.says()))
        .into()
}
