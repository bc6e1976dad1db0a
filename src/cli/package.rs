//! `conncert package`: what is about the marketplace package.

mod check;

use super::args::package::PackageCommand;
use super::exit::{Exit, Failure};
use super::shell::Shell;

/// Runs it.
pub(crate) fn run(command: &PackageCommand, shell: Shell) -> Result<Exit, Failure> {
    match command {
        PackageCommand::Check(arguments) => check::run(arguments, shell),
    }
}
