//! Where files are, as programs want it told: relative to where they look from, with forward
//! slashes, and as a URI.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use super::Style;
use crate::rule::Checked;
use crate::source::text::printable;

/// A file's path, with forward slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// The path.
    pub(super) path: String,
    /// Whether it is relative to where programs look from, and stays below it.
    pub(super) is_below: bool,
}

/// The path of a connector, or of a file in it.
pub(super) fn told(checked: &Checked, file: Option<&str>, style: &Style) -> Told {
    let given = Path::new(&checked.path);
    let given = file.map_or_else(|| given.to_owned(), |file| given.join(file));
    let Some(here) = &style.here else {
        let plain = straight(&given);
        let is_below = plain.is_relative() && !plain.starts_with("..");
        return Told { path: slashes(&plain), is_below };
    };
    let whole = straight(&here.join(&given));
    match whole.strip_prefix(here) {
        Ok(below) => Told { path: slashes(below), is_below: true },
        Err(_) => Told { path: slashes(&whole), is_below: false },
    }
}

impl Told {
    /// The path on one line, for reading.
    pub(super) fn shown(&self) -> String {
        printable(&self.path).into_owned()
    }

    /// The path as a URI, or as a reference relative to where programs look from.
    pub(super) fn uri(&self) -> String {
        let path = percent(&self.path);
        match self.path.as_bytes() {
            _ if self.is_below => path,
            [b'/', b'/', ..] => format!("file:{path}"),
            [b'/', ..] => format!("file://{path}"),
            // A drive's letter.
            [_, b':', ..] => format!("file:///{path}"),
            _ => path,
        }
    }
}

/// A path without `.`, and without `..` where it undoes what stands before it.
fn straight(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(out.components().next_back(), Some(Component::Normal(_))) =>
            {
                out.pop();
            }
            _ => out.push(part),
        }
    }
    out
}

fn slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace('\\', "/") }
}

/// Everything escaped that is neither unreserved in a URI nor a slash.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Publisher;
    use crate::check::check;
    use crate::settings::Settings;
    use crate::submission::Submission;
    use jiff::civil::date;

    fn seen(path: &str, file: Option<&str>, here: Option<&str>) -> (String, bool) {
        let submission = Submission::default();
        let settings = Settings::new(Publisher::Verified, date(2026, 1, 1));
        let report = check(&submission, &settings);
        let checked = Checked { path: path.to_owned(), submission, report };
        let style = Style { here: here.map(PathBuf::from), ..Style::plain() };
        let told = told(&checked, file, &style);
        (told.uri(), told.is_below)
    }

    #[test]
    fn paths_below_are_relative() {
        let below = |uri: &str| (uri.to_owned(), true);
        assert_eq!(seen(".", Some("a.json"), None), below("a.json"));
        assert_eq!(seen("./x/../y", Some("a b.json"), None), below("y/a%20b.json"));
        assert_eq!(seen("x/", Some("ä#.json"), Some("/w")), below("x/%C3%A4%23.json"));
        assert_eq!(seen("../w/x", Some("a.json"), Some("/w")), below("x/a.json"));
    }

    #[cfg(unix)]
    #[test]
    fn paths_elsewhere_are_whole() {
        let whole = |uri: &str| (uri.to_owned(), false);
        assert_eq!(seen("../x", Some("a.json"), Some("/w")), whole("file:///x/a.json"));
        assert_eq!(seen("/w x", Some("a.json"), None), whole("file:///w%20x/a.json"));
        assert_eq!(seen("../x", Some("a.json"), None), whole("../x/a.json"));
        assert_eq!(seen("/w/x", Some("a.json"), Some("/w")), ("x/a.json".to_owned(), true));
        let drive = Told { path: "C:/x y".to_owned(), is_below: false };
        assert_eq!(drive.uri(), "file:///C%3A/x%20y");
        let share = Told { path: "//server/x".to_owned(), is_below: false };
        assert_eq!(share.uri(), "file://server/x");
    }
}
