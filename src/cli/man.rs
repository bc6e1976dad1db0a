//! `conncert man`: the manual page, made of the command line's own definition and of the wizard's
//! table of keys, so that it cannot tell anything else than they do.

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args;
use super::exit::{Exit, Failure};
use super::shell::Shell;
use crate::wizard::{actions, keys, places};

/// Runs it.
pub(crate) fn run(shell: Shell) -> Result<Exit, Failure> {
    shell.print(&render().map_err(|error| {
        Failure::new(format!("the manual page cannot be made: {error}"), "try `conncert --help`")
    })?)?;
    Ok(Exit::Clean)
}

fn render() -> std::io::Result<String> {
    let command = args::command(true);
    let man = Man::new(command.clone()).manual("conncert");
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    for (name, sub) in commands("conncert", &command) {
        let mut section = Roff::new();
        section.control("SH", [name.to_uppercase().as_str()]);
        section.to_writer(&mut out)?;
        let sub = sub.bin_name(name);
        let man = Man::new(sub);
        let mut parts = Vec::new();
        man.render_description_section(&mut parts)?;
        man.render_options_section(&mut parts)?;
        // Within a command these are parts of its section.
        let parts = String::from_utf8_lossy(&parts).replace(".SH DESCRIPTION\n", "");
        let parts = parts.replace("\n.SH ", "\n.SS ");
        out.extend_from_slice(parts.as_bytes());
    }
    wizard(&mut out)?;
    rest(&mut out)?;
    Ok(marked(&String::from_utf8_lossy(&out)))
}

/// The commands below one, each followed by those below it, with their whole names.
fn commands(above: &str, command: &clap::Command) -> Vec<(String, clap::Command)> {
    let below = command.get_subcommands().filter(|sub| sub.get_name() != "help");
    below
        .flat_map(|sub| {
            let name = format!("{above} {}", sub.get_name());
            let further = commands(&name, sub);
            std::iter::once((name, sub.clone())).chain(further)
        })
        .collect()
}

/// What help texts put between backquotes stands in bold in a manual.
fn marked(page: &str) -> String {
    let lines = page.lines().map(|line| {
        let pieces: Vec<&str> = line.split('`').collect();
        let whole = pieces.len() % 2 == 1;
        let piece = |(number, piece): (usize, &&str)| match number % 2 {
            1 if whole => format!("\\fB{piece}\\fR"),
            _ => (*piece).to_owned(),
        };
        pieces.iter().enumerate().map(piece).collect::<String>() + "\n"
    });
    lines.collect()
}

/// The keys of the wizard, place by place.
fn wizard(out: &mut Vec<u8>) -> std::io::Result<()> {
    let mut page = Roff::new();
    page.control("SH", ["KEYS OF THE WIZARD"]);
    page.text([roman("The line at the bottom names the most useful keys, and ? all of them.")]);
    for (place, bindings) in keys() {
        page.control("SS", [place]);
        for (key, meaning) in bindings {
            page.control("TP", []);
            page.text([bold(key)]);
            page.text([roman(meaning)]);
        }
    }
    page.control("SH", ["ACTIONS"]);
    page.text([roman(
        "In config.toml, [keys] gives keys to actions, as in \"ctrl+o\" = \"open-folder\"; \
         [keys.review] does so for that place alone. The action unbound takes a key away. The last \
         key of an action stays, and so does what is typed into a field.",
    )]);
    for (name, meaning) in actions() {
        page.control("TP", []);
        page.text([bold(name)]);
        page.text([roman(meaning)]);
    }
    page.control("SH", ["PLACES"]);
    for (name, meaning) in places() {
        page.control("TP", []);
        page.text([bold(name)]);
        page.text([roman(meaning)]);
    }
    page.to_writer(out)
}

/// Files, environment, exit codes.
fn rest(out: &mut Vec<u8>) -> std::io::Result<()> {
    let mut page = Roff::new();
    for (title, entries) in [
        (
            "FILES",
            &[
                ("conncert.toml", "Beside a connector's files: levels, exceptions, baseline."),
                (
                    "config.toml",
                    "In the configuration folder of the system: theme, ascii, mouse, keys.",
                ),
                ("drafts, trash", "In the data folder of the system: drafts as TOML."),
            ][..],
        ),
        (
            "ENVIRONMENT",
            &[
                ("CONNCERT_DATA", "Another data folder."),
                ("CONNCERT_CONFIG", "Another config.toml."),
                ("CONNCERT_THEME", "A theme of the wizard, as --theme."),
                ("CONNCERT_ASCII", "As --ascii, where it is not empty."),
                ("NO_COLOR", "No colours, where it is not empty."),
                ("VISUAL, EDITOR", "The editor that e opens a finding in."),
            ],
        ),
        (
            "EXIT STATUS",
            &[
                ("0", "Nothing found at or above the level of --fail-on, and everything was done."),
                ("1", "Findings at or above that level, or an export refused because of them."),
                ("2", "The command line was not understood."),
                ("3", "The work could not be done."),
            ],
        ),
    ] {
        page.control("SH", [title]);
        for (name, meaning) in entries {
            page.control("TP", []);
            page.text([bold(*name)]);
            page.text([roman(*meaning)]);
        }
    }
    page.to_writer(out)
}
