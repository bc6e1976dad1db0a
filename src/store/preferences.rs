//! `config.toml` in the user's configuration folder: how the wizard looks to this person, and by
//! which keys it is driven. What cannot be understood is told with its line and left out; it never
//! stops the program.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use toml_edit::{Document, DocumentMut, Item, Key, Table, Value};

use super::{StoreError, atomic, show};

/// What a person prefers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The name of a theme, and the line where it stands.
    pub theme: Option<(String, usize)>,
    /// Only characters that every terminal has.
    pub ascii: bool,
    /// Whether the mouse is heard.
    pub mouse: bool,
    /// Keys given to actions.
    pub keys: Vec<KeyLine>,
    /// The file, as a person reads it.
    pub file: String,
    /// What could not be understood, each in a sentence.
    pub faults: Vec<String>,
}

/// One line of `[keys]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// The place for which it is meant; none for all.
    pub place: Option<String>,
    /// The key as written.
    pub key: String,
    /// The action as written.
    pub action: String,
    /// Where it stands.
    pub line: usize,
}

/// What is to be remembered; none where it stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// The name of a theme.
    pub theme: Option<&'static str>,
    /// Only characters that every terminal has.
    pub ascii: Option<bool>,
    /// Whether the mouse is heard.
    pub mouse: Option<bool>,
}

impl Preferences {
    /// Reads the file, or the one that `CONNCERT_CONFIG` names.
    pub fn read() -> Self {
        let Some(path) = Self::path() else { return Self::default() };
        let fault = |text: String| Self { faults: vec![text], ..Self::default() };
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text, &show(&path)),
            Err(error) if error.kind() == ErrorKind::NotFound => match told_path() {
                Some(_) => fault(format!(
                    "CONNCERT_CONFIG names {}, and no such file is there.",
                    show(&path)
                )),
                None => Self::default(),
            },
            Err(error) => fault(StoreError::io("read", &path, &error).to_string()),
        }
    }

    /// Where the file stands, or would.
    pub fn path() -> Option<PathBuf> {
        told_path().or_else(|| {
            Some(ProjectDirs::from("", "", "conncert")?.config_dir().join("config.toml"))
        })
    }

    /// Reads a text, which stands in the file of that name.
    pub fn parse(text: &str, file: &str) -> Self {
        let mut read = Self { file: file.to_owned(), ..Self::default() };
        // Editors of Windows put a mark before the text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => {
                read.faults.push(broken(text, file, &error));
                return read;
            }
        };
        for (key, item) in entries(&document) {
            let line = line_of(text, key);
            let mut fault = |what: &str| read.faults.push(format!("{file}:{line}: {what}."));
            match key.get() {
                "theme" => match item.as_str() {
                    Some(name) => read.theme = Some((name.to_owned(), line)),
                    None => fault("`theme` is a name in quotes"),
                },
                "ascii" => match item.as_bool() {
                    Some(ascii) => read.ascii = ascii,
                    None => fault("`ascii` is true or false"),
                },
                "mouse" => match item.as_bool() {
                    Some(mouse) => read.mouse = mouse,
                    None => fault("`mouse` is true or false"),
                },
                "keys" => match item.as_table_like() {
                    Some(_) => read.take_keys(text, item, None),
                    None => fault("`keys` is a table, such as [keys]"),
                },
                other => fault(&format!(
                    "there is no `{other}` to choose; there are theme, ascii, mouse and [keys]"
                )),
            }
        }
        read
    }

    fn take_keys(&mut self, text: &str, item: &Item, place: Option<&str>) {
        let Some(table) = item.as_table_like() else { return };
        for (name, item) in table.iter() {
            let line = table.key(name).map_or(1, |key| line_of(text, key));
            if let Some(action) = item.as_str() {
                self.keys.push(KeyLine {
                    place: place.map(str::to_owned),
                    key: name.to_owned(),
                    action: action.to_owned(),
                    line,
                });
            } else if item.as_table_like().is_some() && place.is_none() {
                self.take_keys(text, item, Some(name));
            } else {
                let file = &self.file;
                self.faults.push(format!(
                    "{file}:{line}: a key is given to the name of an action in quotes, such as \
                     \"ctrl+o\" = \"open-folder\"."
                ));
            }
        }
    }
}

impl Kept {
    /// Writes it into a file; everything else in there stays, comments too.
    ///
    /// # Errors
    /// The file is no TOML, or cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), StoreError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(StoreError::io("read", path, &error)),
        };
        let mut document: DocumentMut = text.parse().map_err(|error| {
            let fault = broken(&text, &show(path), &error);
            StoreError::new(fault.trim_end_matches('.'), "mend that line first")
        })?;
        let table = document.as_table_mut();
        put(table, "theme", self.theme.map(Value::from));
        put(table, "ascii", self.ascii.map(Value::from));
        put(table, "mouse", self.mouse.map(Value::from));
        atomic::write(path, document.to_string().as_bytes(), false)
    }
}

/// Puts a value in, with the comment beside the old one.
fn put(table: &mut Table, key: &str, value: Option<Value>) {
    let Some(mut value) = value else { return };
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    // The old key stays, since the comment above belongs to it.
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(value),
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// The file that the environment names.
fn told_path() -> Option<PathBuf> {
    std::env::var_os("CONNCERT_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from)
}

fn entries<'a>(document: &'a Document<&str>) -> impl Iterator<Item = (&'a Key, &'a Item)> {
    let table = document.as_table();
    table.iter().filter_map(move |(name, _)| table.get_key_value(name))
}

/// The line on which a key stands.
fn line_of(text: &str, key: &Key) -> usize {
    line_at(text, key.span().map_or(0, |span| span.start))
}

fn line_at(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

fn broken(text: &str, file: &str, error: &toml_edit::TomlError) -> String {
    let line = line_at(text, error.span().map_or(0, |span| span.start));
    let why = error.message().trim().replace('\n', ", ");
    format!("{file}:{line} is not TOML: {why}.")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn what_is_understood_counts_and_the_rest_is_told_with_its_line() {
        let text = "theme = \"dark\"\nascii = 1\n\nmouse = true\ncolour = true\n";
        let read = Preferences::parse(text, "c");
        assert_eq!(read.theme, Some(("dark".to_owned(), 1)));
        assert!(!read.ascii && read.mouse);
        assert_eq!(read.faults.len(), 2, "{:?}", read.faults);
        assert!(read.faults[0].starts_with("c:2: `ascii` is"), "{:?}", read.faults);
        assert!(read.faults[1].starts_with("c:5: there is no `colour`"), "{:?}", read.faults);
    }

    #[test]
    fn a_broken_file_gets_one_message_and_nothing_of_it_counts() {
        let broken = Preferences::parse("ascii = true\ntheme = ", "c");
        assert!(!broken.ascii && broken.keys.is_empty());
        assert_eq!(broken.faults.len(), 1);
        assert!(broken.faults[0].starts_with("c:2 is not TOML"), "{broken:?}");
    }

    #[test]
    fn keys_come_with_their_places_and_lines() {
        let text = "[keys]\n\"ctrl+o\" = \"open-folder\"\n\"x\" = 3\n[keys.review]\nz = \"undo\"\n";
        let read = Preferences::parse(text, "c");
        let seen: Vec<_> = read
            .keys
            .iter()
            .map(|key| (key.place.as_deref(), key.key.as_str(), key.action.as_str(), key.line))
            .collect();
        assert_eq!(seen, [(None, "ctrl+o", "open-folder", 2), (Some("review"), "z", "undo", 5)]);
        assert_eq!(read.faults.len(), 1);
        assert!(read.faults[0].starts_with("c:3: "), "{:?}", read.faults);
    }

    #[test]
    fn what_is_kept_changes_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("deep/config.toml");
        let kept = Kept { theme: Some("dark"), ascii: Some(true), mouse: None };
        kept.write(&path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "theme = \"dark\"\nascii = true\n");
        let before = "# mine\ntheme = \"light\" # at noon\n\n# keys\n[keys]\n\"x\" = \"export\"\n";
        fs::write(&path, before).unwrap();
        Kept { theme: Some("dark"), mouse: Some(true), ascii: None }.write(&path).unwrap();
        let after = fs::read_to_string(&path).unwrap();
        assert!(after.starts_with("# mine\ntheme = \"dark\" # at noon\n"), "{after}");
        assert!(after.ends_with("# keys\n[keys]\n\"x\" = \"export\"\n"), "{after}");
        assert_eq!(Preferences::parse(&after, "c").faults, Vec::<String>::new());
        assert!(Preferences::parse(&after, "c").mouse);
    }

    #[test]
    fn a_broken_file_is_not_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        fs::write(&path, "theme = ").unwrap();
        let kept = Kept { theme: Some("dark"), ..Kept::default() };
        let error = kept.write(&path).unwrap_err().to_string();
        assert!(error.contains("config.toml:1 is not TOML"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "theme = ");
    }
}
