//! `conncert completions`: what a shell reads to complete commands and options.

use clap_complete::{Shell as Kind, generate};

use super::args;
use super::exit::{Exit, Failure};
use super::shell::Shell;

/// Runs it.
pub(crate) fn run(kind: Kind, shell: Shell) -> Result<Exit, Failure> {
    let mut text = Vec::new();
    generate(kind, &mut args::command(true), "conncert", &mut text);
    shell.print(&String::from_utf8_lossy(&text))?;
    Ok(Exit::Clean)
}
