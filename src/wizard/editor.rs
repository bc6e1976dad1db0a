//! The editor of the publisher: which one, how it takes a line, and running it. No shell sees what
//! it is called with.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use super::words::words;

/// A place in a file, counted from one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) path: PathBuf,
    /// None for the file as such.
    pub(crate) at: Option<(usize, usize)>,
}

/// Editors that a system has anyway, the gentlest first.
const USUAL: &[&str] = if cfg!(windows) {
    &["notepad"]
} else {
    // Debian and its kin have a name for whichever editor was chosen there.
    &["editor", "nano", "vim", "vi"]
};

/// Where editors are named.
const NAMED: [&str; 2] = ["VISUAL", "EDITOR"];

/// Starts the editor at a place.
///
/// # Errors
/// In words: the name of an editor cannot be understood, or it does not start.
pub(crate) fn start(spot: &Spot) -> Result<Child, String> {
    let named = NAMED.into_iter().find_map(|name| {
        let value = std::env::var_os(name)?;
        (!value.to_string_lossy().trim().is_empty()).then_some((name, value))
    });
    let Some((variable, value)) = named else {
        let usual = USUAL.iter().find_map(|program| spawn(&[OsString::from(program)], spot).ok());
        return usual.ok_or_else(|| {
            "No editor was found. Set EDITOR to the name of yours, and start again.".to_owned()
        });
    };
    let words = command(&value).map_err(|fault| {
        format!("{variable} {fault}. Set it to the name of your editor, and start again.")
    })?;
    spawn(&words, spot).map_err(|error| {
        let program = words.first().map(|word| word.to_string_lossy()).unwrap_or_default();
        let why = if error.kind() == ErrorKind::NotFound {
            "is not to be found".to_owned()
        } else {
            format!("does not start: {error}")
        };
        format!("{program}, named by {variable}, {why}. Set {variable} to an editor that is here.")
    })
}

/// The command line in a variable. A path with blanks needs no quotes where such a file exists.
fn command(value: &OsString) -> Result<Vec<OsString>, &'static str> {
    if Path::new(value).is_file() {
        return Ok(vec![value.clone()]);
    }
    let text = value.to_str().ok_or("is no text")?;
    Ok(words(text, !cfg!(windows))?.into_iter().map(OsString::from).collect())
}

fn spawn(words: &[OsString], spot: &Spot) -> std::io::Result<Child> {
    let (program, given) = words.split_first().ok_or(ErrorKind::NotFound)?;
    let run = |program: &OsString| {
        Command::new(program).args(given).args(arguments(program, spot)).spawn()
    };
    let started = run(program);
    if cfg!(windows) && started.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        // Many editors are started by a batch file there, which has to be named in full.
        let batch = |ending: &str| {
            let mut whole = program.clone();
            whole.push(ending);
            run(&whole)
        };
        return batch(".cmd").or_else(|_| batch(".bat")).or(started);
    }
    started
}

/// What an editor is told, so that it shows the place; the file alone where we do not know how.
pub(crate) fn arguments(program: &OsString, spot: &Spot) -> Vec<OsString> {
    let path = spot.path.clone().into_os_string();
    let Some((line, column)) = spot.at else { return vec![path] };
    let stem = Path::new(program).file_stem().unwrap_or_default().to_string_lossy();
    let placed = || {
        let mut placed = path.clone();
        placed.push(format!(":{line}:{column}"));
        placed
    };
    let before = |flag: String| vec![flag.into(), path.clone()];
    match stem.to_ascii_lowercase().as_str() {
        "vi" | "vim" | "nvim" | "view" | "vimx" | "gvim" | "mvim" | "nvi" | "elvis" | "editor"
        | "sensible-editor" | "joe" | "jmacs" | "jstar" | "mg" | "ne" | "ed" | "gedit"
        | "gnome-text-editor" | "pluma" | "xed" | "mcedit" => before(format!("+{line}")),
        "nano" | "pico" | "rnano" => before(format!("+{line},{column}")),
        "emacs" | "emacsclient" | "micro" | "kak" => before(format!("+{line}:{column}")),
        "hx" | "helix" | "zed" | "zeditor" | "subl" | "sublime_text" => vec![placed()],
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" | "positron" => {
            vec!["--goto".into(), placed()]
        }
        "notepad++" => vec![format!("-n{line}").into(), format!("-c{column}").into(), path],
        "kate" | "kwrite" => {
            vec!["--line".into(), line.to_string().into(), path]
        }
        "mate" => vec!["--line".into(), format!("{line}:{column}").into(), path],
        _ => vec![path],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(program: &str, at: Option<(usize, usize)>) -> String {
        let spot = Spot { path: PathBuf::from("/c/My files/a.json"), at };
        let told = arguments(&OsString::from(program), &spot);
        told.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn each_editor_takes_a_line_its_own_way() {
        let at = Some((12, 5));
        assert_eq!(told("/usr/bin/vim", at), "+12|/c/My files/a.json");
        assert_eq!(told("nvim.exe", at), "+12|/c/My files/a.json");
        assert_eq!(told("nano", at), "+12,5|/c/My files/a.json");
        assert_eq!(told("emacsclient", at), "+12:5|/c/My files/a.json");
        assert_eq!(told("micro", at), "+12:5|/c/My files/a.json");
        assert_eq!(told("hx", at), "/c/My files/a.json:12:5");
        assert_eq!(told("Code.cmd", at), "--goto|/c/My files/a.json:12:5");
        assert_eq!(told("notepad", at), "/c/My files/a.json");
        assert_eq!(told("/opt/own/thing", at), "/c/My files/a.json");
        assert_eq!(told("vim", None), "/c/My files/a.json");
    }

    #[test]
    fn a_command_line_is_split_and_never_a_shells() {
        let of = |text: &str| command(&OsString::from(text)).map(|words| words.len());
        assert_eq!(of("code --wait"), Ok(2));
        assert_eq!(of("ed; touch x"), Ok(3));
        assert!(of("vim 'x").is_err());
        let here = file!();
        assert!(!Path::new(here).is_file() || of(here) == Ok(1));
    }
}
