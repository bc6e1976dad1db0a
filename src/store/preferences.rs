//! `config.toml` in the user's configuration folder: how the wizard looks to this person. What
//! cannot be understood is told and left out; it never stops the program.

use std::fs;
use std::path::PathBuf;

use directories::ProjectDirs;
use toml::Value;

/// What a person prefers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The name of a theme.
    pub theme: Option<String>,
    /// Only characters that every terminal has.
    pub ascii: bool,
    /// What could not be understood, each in a sentence.
    pub faults: Vec<String>,
}

impl Preferences {
    /// Reads the file, or the one that `CONNCERT_CONFIG` names.
    pub fn read() -> Self {
        let Some(path) = path() else { return Self::default() };
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text, &path.display().to_string()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => Self {
                faults: vec![format!("{} cannot be read: {error}.", path.display())],
                ..Self::default()
            },
        }
    }

    /// Reads a text, which stands in the file of that name.
    pub fn parse(text: &str, file: &str) -> Self {
        let mut read = Self::default();
        let table = match text.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
                let why = error.message().trim().replace('\n', ", ");
                read.faults.push(format!("{file}:{line} is not TOML: {why}."));
                return read;
            }
        };
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("theme", Value::String(name)) => read.theme = Some(name.clone()),
                ("ascii", Value::Boolean(ascii)) => read.ascii = *ascii,
                ("theme", _) => {
                    read.faults.push(format!("{file}: `theme` is a name in quotes."));
                }
                ("ascii", _) => {
                    read.faults.push(format!("{file}: `ascii` is true or false."));
                }
                _ => read.faults.push(format!("{file}: there is no `{key}` to choose.")),
            }
        }
        read
    }
}

/// Where the file stands.
fn path() -> Option<PathBuf> {
    match std::env::var_os("CONNCERT_CONFIG").filter(|path| !path.is_empty()) {
        Some(path) => Some(path.into()),
        None => Some(ProjectDirs::from("", "", "conncert")?.config_dir().join("config.toml")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_understood_counts_and_the_rest_is_told() {
        let read = Preferences::parse("theme = \"dark\"\nascii = 1\ncolour = true\n", "c");
        assert_eq!(read.theme.as_deref(), Some("dark"));
        assert!(!read.ascii);
        assert_eq!(read.faults.len(), 2, "{:?}", read.faults);
        let broken = Preferences::parse("ascii = true\ntheme = ", "c");
        assert!(!broken.ascii && broken.faults[0].starts_with("c:2 is not TOML"), "{broken:?}");
    }
}
