//! Paths as people type, paste and drop them.

use std::path::{Path, PathBuf};

/// A path as it was meant. Blanks around it go; so do quotation marks, which the Explorer of
/// Windows puts around what it copies and many terminals around what is dropped on them. On Unix a
/// backslash before a blank or a mark is the escape of a shell. `~` at the beginning is the home
/// folder. A path that is no text stays as it is.
pub fn typed(path: impl AsRef<Path>) -> PathBuf {
    let path = path.as_ref();
    let Some(text) = path.to_str() else { return path.to_owned() };
    let text = text.trim();
    let quoted = |mark: char| {
        let inside = text.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inside.contains(mark)).then_some(inside)
    };
    match quoted('"').or_else(|| quoted('\'')) {
        Some(inside) => at_home(Path::new(inside)),
        None if cfg!(unix) => at_home(Path::new(&unescaped(text))),
        None => at_home(Path::new(text)),
    }
}

/// Text without the backslashes that a shell would take away.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let escapes = |next: &char| next.is_ascii_punctuation() || *next == ' ';
        let next = if c == '\\' { rest.next_if(escapes) } else { None };
        plain.push(next.unwrap_or(c));
    }
    plain
}

/// A path that begins with `~` as shells have it, from the home folder; any other as it is.
pub(super) fn at_home(path: &Path) -> PathBuf {
    let home = || directories::BaseDirs::new().map(|folders| folders.home_dir().to_owned());
    match path.strip_prefix("~") {
        Ok(rest) => home().map_or_else(|| path.to_owned(), |home| home.join(rest)),
        Err(_) => path.to_owned(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn what_copying_and_dropping_puts_around_a_path_is_taken_off() {
        for meant in
            ["a b/c.zip", " a b/c.zip\n", "\"a b/c.zip\"", "'a b/c.zip'", " \"a b/c.zip\" "]
        {
            assert_eq!(typed(meant), Path::new("a b/c.zip"), "{meant}");
        }
        assert_eq!(typed("\"C:\\a b\\c.zip\""), Path::new("C:\\a b\\c.zip"));
        assert_eq!(typed("it's"), Path::new("it's"));
        assert_eq!(typed("'a' or 'b'"), Path::new("'a' or 'b'"));
        assert_eq!(typed("\""), Path::new("\""));
        assert_eq!(typed(""), Path::new(""));
    }

    #[cfg(unix)]
    #[test]
    fn escapes_of_a_shell_are_understood() {
        assert_eq!(typed("/a\\ b/c\\(1\\).zip"), Path::new("/a b/c(1).zip"));
        assert_eq!(typed("a\\bc"), Path::new("a\\bc"));
    }

    #[test]
    fn a_tilde_is_the_home_folder_and_only_at_the_beginning() {
        let home = directories::BaseDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(typed("~/x"), home.join("x"));
        assert_eq!(typed("\"~/x y\""), home.join("x y"));
        assert_eq!(typed("a/~"), Path::new("a/~"));
        assert_eq!(typed("~x"), Path::new("~x"));
    }
}
