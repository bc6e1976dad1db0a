//! What can be said after `conncert package`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{FailOn, Whose, formats};
use crate::format::FORMATS;

const CHECK_EXAMPLES: &str = "\
Examples:
  conncert package check contoso.zip
  conncert package check contoso.zip --connector ./my-connector
  conncert package check contoso.zip --plugin --format json

Every check of Microsoft's ConnectorPackageValidator.ps1 in its order, then what it does not look \
at. Nothing is unpacked to the disk.";

const BUILD_EXAMPLES: &str = "\
Examples:
  conncert package build --draft \"Contoso Invoices\" --to out
  conncert package build ./my-connector --to out \\
      --connector-solution ContosoInvoices_1_0_0_0.zip --flow-solution ContosoFlow_1_0_0_0.zip

The package holds intro.md of the connector's folder and the solutions. Connector, answers and \
solutions are checked first; while errors are open, nothing is written but with --incomplete.";

const SOLUTION_EXAMPLES: &str = "\
Examples:
  conncert package solution ./my-connector --to out --prefix contoso

Experimental: Microsoft publishes no description of these files, so they follow public exports. \
Import the zip into an environment of yours, test every operation there, and hand in what the \
maker portal exports then.";

const LINK_EXAMPLES: &str = "\
Examples:
  conncert package link \"https://contoso.blob.core.windows.net/packages/contoso.zip?sv=…&sig=…\"
  conncert package link - < link.txt

The link is read, never opened, and nothing behind its question mark is printed: whoever has it can \
fetch the package. Put it in quotation marks, or give - and let it come from the standard input, so \
that the shell does not keep it.";

#[derive(Debug, Args)]
#[command(arg_required_else_help = false)]
pub(crate) struct PackageArguments {
    #[command(subcommand)]
    pub(crate) command: PackageCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PackageCommand {
    /// Check a marketplace package through all the zips in it
    #[command(after_help = CHECK_EXAMPLES)]
    Check(PackageCheckArguments),
    /// Make a marketplace package of the solutions that the maker portal exported
    #[command(after_help = BUILD_EXAMPLES)]
    Build(PackageBuildArguments),
    /// Make a connector solution of a connector's files (experimental: only an import in the maker
    /// portal proves it)
    #[command(after_help = SOLUTION_EXAMPLES)]
    Solution(PackageSolutionArguments),
    /// Check the link to an uploaded package: what it allows and how long it lasts
    #[command(after_help = LINK_EXAMPLES)]
    Link(PackageLinkArguments),
}

#[derive(Debug, Args)]
pub(crate) struct PackageCheckArguments {
    /// The packages, zips as they would be uploaded
    #[arg(value_name = "ZIP", required = true)]
    pub(crate) packages: Vec<PathBuf>,
    /// The package is to hold a plugin for copilots, too
    #[arg(long)]
    pub(crate) plugin: bool,
    /// The folder of the connector: what was exported is compared with its files
    #[arg(long, value_name = "FOLDER", conflicts_with = "draft")]
    pub(crate) connector: Option<PathBuf>,
    /// The draft of the connector (its file or name): its folder is the one to compare with
    #[arg(long, value_name = "FILE|NAME")]
    pub(crate) draft: Option<String>,
    /// Whose rules apply. `auto` asks the draft, then the connector's files
    #[arg(long, value_name = "TYPE", value_enum, default_value_t = Whose::Auto)]
    pub(crate) publisher: Whose,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name, value_parser = formats())]
    pub(crate) format: String,
    /// The mildest level at which the exit code is 1
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
}

#[derive(Debug, Args)]
pub(crate) struct PackageBuildArguments {
    /// The folder of the connector
    #[arg(value_name = "PATH", conflicts_with = "draft")]
    pub(crate) path: Option<PathBuf>,
    /// The draft of the connector (its file or name); it may name the solutions, too
    #[arg(long, value_name = "FILE|NAME")]
    pub(crate) draft: Option<String>,
    /// The zip with the connector, as the maker portal exported it
    #[arg(long, value_name = "ZIP")]
    pub(crate) connector_solution: Option<PathBuf>,
    /// The zip with a flow that uses the connector
    #[arg(long, value_name = "ZIP")]
    pub(crate) flow_solution: Option<PathBuf>,
    /// The zip with the plugin, where there is one
    #[arg(long, value_name = "ZIP")]
    pub(crate) plugin_solution: Option<PathBuf>,
    /// The file customProperties.json, where users choose among several ways to sign in
    #[arg(long, value_name = "FILE")]
    pub(crate) custom_properties: Option<PathBuf>,
    /// The folder to write; it may not be the connector's own
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    /// Replace an earlier package that is there
    #[arg(long)]
    pub(crate) force: bool,
    /// Make the package although errors are open
    #[arg(long)]
    pub(crate) incomplete: bool,
    /// Whose rules apply. `auto` asks the parent folder's name, then the brand colour
    #[arg(long, value_name = "TYPE", value_enum, default_value_t = Whose::Auto, conflicts_with = "draft")]
    pub(crate) publisher: Whose,
}

#[derive(Debug, Args)]
pub(crate) struct PackageSolutionArguments {
    /// The folder of the connector; without it, the current one
    #[arg(value_name = "PATH")]
    pub(crate) path: Option<PathBuf>,
    /// The folder to write; it may not be the connector's own
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    /// The prefix of your publisher in the environment: 2 to 8 letters and digits
    #[arg(long, value_name = "PREFIX")]
    pub(crate) prefix: String,
    /// Replace an earlier solution that is there
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PackageLinkArguments {
    /// The link (a SAS URL); `-` reads it from the standard input
    #[arg(value_name = "URL|-")]
    pub(crate) link: String,
    /// How the verdict is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = LinkFormat::Human)]
    pub(crate) format: LinkFormat,
}

/// How the verdict on a link is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LinkFormat {
    /// For people
    Human,
    /// For programs
    Json,
}
