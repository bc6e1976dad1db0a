//! What can be said after `conncert package`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{FailOn, Whose, formats};
use crate::format::FORMATS;

const CHECK_EXAMPLES: &str = "\
Examples:
  conncert package check contoso.zip
  conncert package check contoso.zip --connector ./my-connector
  conncert package check contoso.zip --plugin --format json

Every check of Microsoft's ConnectorPackageValidator.ps1 in its order, then what it does not look \
at. Nothing is unpacked to the disk.";

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
