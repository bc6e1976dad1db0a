//! Files by role: which name a role takes in a folder (D1), and the three states a file can be in.
//! Knows nothing of what stands inside a file.

use std::borrow::Cow;
use std::sync::Arc;

/// The largest file that is read, in bytes. The validator's own limit for a definition is 1 MiB.
pub const LARGEST_READ: u64 = 128 * 1024 * 1024;

/// What a file is to a connector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The `OpenAPI` 2.0 definition.
    Definition,
    /// Connection parameters, policies, brand.
    Properties,
    /// The read-me of the open-source folder.
    Readme,
    /// The public documentation page of the package.
    Intro,
    /// The picture of a verified publisher.
    Icon,
    /// Custom code.
    Script,
    /// How conncert shall judge; no part of the connector, and never of a package.
    Settings,
}

impl Role {
    /// Every role, in the order in which reports name them.
    pub const ALL: [Self; 7] = [
        Self::Definition,
        Self::Properties,
        Self::Readme,
        Self::Intro,
        Self::Icon,
        Self::Script,
        Self::Settings,
    ];

    /// The name that Microsoft expects.
    pub const fn canonical(self) -> &'static str {
        match self {
            Self::Definition => "apiDefinition.swagger.json",
            Self::Properties => "apiProperties.json",
            Self::Readme => "readme.md",
            Self::Intro => "intro.md",
            Self::Icon => "icon.png",
            Self::Script => "script.csx",
            Self::Settings => "conncert.toml",
        }
    }

    /// Whether people read this file as text.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Icon)
    }
}

/// The name a role takes among the names of a folder's regular files (D1): the exact name, else
/// the first in code-point order that equals it ignoring ASCII case; for the definition, else the
/// first that ends in `.swagger.json`.
pub fn choose<'a>(role: Role, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = role.canonical();
    let mut sorted: Vec<&str> = names.into_iter().collect();
    sorted.sort_unstable();
    if let Some(exact) = sorted.iter().find(|name| **name == wanted) {
        return Some(exact);
    }
    if let Some(alike) = sorted.iter().find(|name| name.eq_ignore_ascii_case(wanted)) {
        return Some(alike);
    }
    if role == Role::Definition {
        return sorted
            .into_iter()
            .find(|name| name.to_ascii_lowercase().ends_with(".swagger.json"));
    }
    None
}

/// A file as it came from the disk.
#[derive(Debug, Clone)]
pub struct RawFile {
    /// Its role.
    pub role: Role,
    /// Its name on disk.
    pub name: String,
    /// What was read, or why nothing was.
    pub content: RawContent,
}

/// What reading a file gave.
#[derive(Debug, Clone)]
pub enum RawContent {
    /// The bytes.
    Bytes(Vec<u8>),
    /// More than [`LARGEST_READ`] bytes; not read.
    TooLarge(u64),
    /// A folder, a device or a pipe under the name of a file; counts as missing.
    NotRegular,
}

/// A file's bytes, as text where they are valid UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Valid UTF-8, a leading byte order mark included.
    Text(Arc<str>),
    /// Anything else.
    Bytes(Arc<[u8]>),
}

impl Default for Body {
    fn default() -> Self {
        "".into()
    }
}

impl From<&str> for Body {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::Text(text.into()),
            Err(error) => Self::Bytes(error.into_bytes().into()),
        }
    }
}

impl Body {
    /// The bytes as on disk.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    /// The text, where all of it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bytes(_) => None,
        }
    }

    /// The text; bytes that are not UTF-8 become U+FFFD, so offsets hold up to the first of them.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Bytes(bytes) => String::from_utf8_lossy(bytes),
        }
    }
}

/// Why a file could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The reason, as a clause that can follow a colon.
    pub reason: String,
    /// Where, as a byte offset, when one place is to blame.
    pub offset: Option<usize>,
}

impl Broken {
    /// A reason and its place.
    pub fn new(reason: impl Into<String>, offset: Option<usize>) -> Self {
        Self { reason: reason.into(), offset }
    }
}

/// What became of a file.
#[derive(Debug)]
pub enum State<T> {
    /// There is none. `note` says so when something else stands under its name.
    Missing {
        /// What stands there instead.
        note: Option<&'static str>,
    },
    /// It is there and cannot be used.
    Broken(Broken),
    /// Read and parsed.
    Ready(T),
}

/// A file of a connector: name, bytes, and what they were parsed into.
#[derive(Debug)]
pub struct File<T> {
    /// Name on disk, or the canonical name when there is none.
    pub name: String,
    /// The bytes; none when missing or too large to read.
    pub body: Option<Body>,
    /// Bytes on disk.
    pub size: u64,
    /// What became of it.
    pub state: State<T>,
}

impl<T> File<T> {
    /// Parses what was read. `None` is a missing file.
    pub fn load(
        role: Role,
        raw: Option<RawFile>,
        parse: impl FnOnce(&Body) -> Result<T, Broken>,
    ) -> Self {
        let missing = |note| Self {
            name: role.canonical().to_owned(),
            body: None,
            size: 0,
            state: State::Missing { note },
        };
        let Some(raw) = raw else { return missing(None) };
        match raw.content {
            RawContent::NotRegular => missing(Some(
                "something stands under its name that is not a regular file, so it was not read",
            )),
            RawContent::TooLarge(size) => Self {
                name: raw.name,
                body: None,
                size,
                state: State::Broken(Broken::new(
                    "it is larger than 128 MiB, so it was not read",
                    None,
                )),
            },
            RawContent::Bytes(bytes) => {
                let size = bytes.len() as u64;
                let body = Body::from(bytes);
                let state = match parse(&body) {
                    Ok(value) => State::Ready(value),
                    Err(broken) => State::Broken(broken),
                };
                Self { name: raw.name, body: Some(body), size, state }
            }
        }
    }

    /// The parsed file, when it could be read.
    pub fn ready(&self) -> Option<&T> {
        match &self.state {
            State::Ready(value) => Some(value),
            State::Missing { .. } | State::Broken(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_takes_the_exact_name_then_the_first_alike_then_a_swagger_ending() {
        let names = ["APIDEFINITION.swagger.json", "apiDefinition.swagger.json", "a.swagger.json"];
        assert_eq!(choose(Role::Definition, names), Some("apiDefinition.swagger.json"));
        assert_eq!(
            choose(Role::Definition, ["ApiDefinition.swagger.json", "APIDEFINITION.swagger.json"]),
            Some("APIDEFINITION.swagger.json")
        );
        assert_eq!(
            choose(Role::Definition, ["b.Swagger.JSON", "a.swagger.json"]),
            Some("a.swagger.json")
        );
        assert_eq!(choose(Role::Properties, ["other.json"]), None);
        assert_eq!(choose(Role::Readme, ["README.md"]), Some("README.md"));
    }
}
