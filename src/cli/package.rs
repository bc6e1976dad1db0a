//! `conncert package`: what is about the marketplace package.

mod build;
mod check;
mod link;
mod solution;

use super::args::package::PackageCommand;
use super::exit::{Exit, Failure};
use super::shell::Shell;

/// Runs it.
pub(crate) fn run(command: &PackageCommand, shell: Shell) -> Result<Exit, Failure> {
    match command {
        PackageCommand::Check(arguments) => check::run(arguments, shell),
        PackageCommand::Build(arguments) => build::run(arguments, shell),
        PackageCommand::Link(arguments) => link::run(arguments, shell),
        PackageCommand::Solution(arguments) => solution::run(arguments, shell),
    }
}
