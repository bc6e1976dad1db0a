//! What a path that is being typed may go on to.

use std::fs;
use std::path::Path;

use super::typed::at_home;

/// Entries of a folder that are looked at, at most.
const LOOKED_AT: usize = 10_000;

/// How a typed path goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The path as far as it is certain.
    pub text: String,
    /// The names that it may go on with, sorted; one where it is certain, none where nothing is.
    pub choices: Vec<String>,
}

/// Completes a path with the folders and drafts that are there. Capitals matter only where they
/// tell names apart.
pub fn complete(typed: &str, base: &Path) -> Completion {
    let at = typed.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    let (head, stem) = typed.split_at(at);
    let folder = base.join(at_home(Path::new(head)));
    let names: Vec<(String, bool)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .take(LOOKED_AT)
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let is_folder = entry.path().is_dir();
            let is_draft = Path::new(&name).extension().is_some_and(|kind| kind == "toml");
            let is_hidden = name.starts_with('.') && !stem.starts_with('.');
            ((is_folder || is_draft) && !is_hidden).then_some((name, is_folder))
        })
        .collect();
    let exact: Vec<&(String, bool)> =
        names.iter().filter(|(name, _)| name.starts_with(stem)).collect();
    let lower = stem.to_lowercase();
    let mut fitting = if exact.is_empty() {
        names.iter().filter(|(name, _)| name.to_lowercase().starts_with(&lower)).collect()
    } else {
        exact
    };
    fitting.sort();
    let text = match fitting.as_slice() {
        [] => typed.to_owned(),
        [(name, true)] => format!("{head}{name}{}", std::path::MAIN_SEPARATOR),
        [(first, _), rest @ ..] => {
            let common = rest.iter().fold(first.as_str(), |common, (name, _)| shared(common, name));
            // Names that differ in capitals alone may share less than was typed.
            let grown = if common.len() < stem.len() { stem } else { common };
            format!("{head}{grown}")
        }
    };
    Completion { text, choices: fitting.into_iter().map(|(name, _)| name.clone()).collect() }
}

/// The beginning that two names share.
fn shared<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.char_indices().zip(other.chars()).find(|((_, a), b)| a != b);
    same.map_or(&one[..one.len().min(other.len())], |((at, _), _)| &one[..at])
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_path_goes_on_as_far_as_it_is_certain() {
        let here = tempfile::tempdir().unwrap();
        for folder in ["Contoso Bills", "Contoso Invoices", ".git", "Zürich/inner", "zebra"] {
            fs::create_dir_all(here.path().join(folder)).unwrap();
        }
        for file in ["draft.toml", "notes.txt"] {
            fs::write(here.path().join(file), "").unwrap();
        }
        let on = |typed: &str| {
            let found = complete(typed, here.path());
            (found.text.replace('\\', "/"), found.choices.len())
        };
        assert_eq!(on("Con"), ("Contoso ".to_owned(), 2));
        assert_eq!(on("contoso b"), ("Contoso Bills/".to_owned(), 1));
        assert_eq!(on("Zürich/"), ("Zürich/inner/".to_owned(), 1));
        assert_eq!(on("Z"), ("Zürich/".to_owned(), 1));
        assert_eq!(on("d"), ("draft.toml".to_owned(), 1));
        assert_eq!(on("notes"), ("notes".to_owned(), 0));
        assert_eq!(on(".g"), (".git/".to_owned(), 1));
        assert_eq!(on(""), (String::new(), 5), "what is hidden is not offered");
        assert_eq!(on("no/such"), ("no/such".to_owned(), 0));
    }

    #[test]
    fn names_share_whole_characters() {
        assert_eq!(shared("Zürich", "Zug"), "Z");
        assert_eq!(shared("ab", "abc"), "ab");
        assert_eq!(shared("abü", "abé"), "ab");
    }
}
