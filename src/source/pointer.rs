//! JSON Pointer (RFC 6901) and `$ref`: write, read, resolve.
//! It finds nodes; what a missing one means is not its business.

use std::borrow::Cow;
use std::fmt;

use super::json::{Kind, Node};

/// A JSON Pointer such as `/paths/~1items/get`; the empty one is the root.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// The pointer to a member of what this one points to.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + token.len() + 1);
        text.push_str(&self.0);
        text.push('/');
        for found in token.chars() {
            match found {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                _ => text.push(found),
            }
        }
        Self(text)
    }

    /// The pointer to an element of what this one points to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// Reads a pointer: empty, or beginning with `/`, every `~` followed by `0` or `1`.
    pub fn parse(text: &str) -> Option<Self> {
        let well_escaped = text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
        let well_begun = text.is_empty() || text.starts_with('/');
        (well_escaped && well_begun).then(|| Self(text.to_owned()))
    }

    /// Its steps, unescaped, from the root.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// The last step, unescaped; none for the root.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.0.rsplit_once('/').map(|(_, token)| unescape(token))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it points to the whole document.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it points to the same place as the other, or to one below it.
    pub fn starts_with(&self, other: &Self) -> bool {
        self.0
            .strip_prefix(other.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// One step up; none for the root.
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(parent, _)| Self(parent.to_owned()))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The node at a pointer.
pub fn resolve<'a>(root: Node<'a>, pointer: &Pointer) -> Option<Node<'a>> {
    pointer.tokens().try_fold(root, |node, token| step(node, &token))
}

/// The node at a pointer, or its nearest ancestor that exists; true when it is the node itself.
pub fn nearest<'a>(root: Node<'a>, pointer: &Pointer) -> (Node<'a>, bool) {
    let mut node = root;
    for token in pointer.tokens() {
        match step(node, &token) {
            Some(next) => node = next,
            None => return (node, false),
        }
    }
    (node, true)
}

/// The node that a `$ref` such as `#/definitions/Item` names within its own file.
///
/// The steps are taken as written; if that leads nowhere, once more with each step percent-decoded
/// first (an incomplete `%` and `+` stay, bytes that are not UTF-8 become U+FFFD). Array steps are
/// ASCII digits without a leading zero. A value replaced by a later member of the same name is not
/// reachable, and a `$ref` found there is not followed.
pub fn resolve_reference<'a>(root: Node<'a>, reference: &str) -> Option<Node<'a>> {
    let path = reference.strip_prefix('#')?;
    if !path.is_empty() && !path.starts_with('/') {
        return None;
    }
    let steps = || path.split('/').skip(1);
    if memchr::memchr2(b'~', b'%', path.as_bytes()).is_none() {
        return steps().try_fold(root, step);
    }
    steps()
        .try_fold(root, |node, token| step(node, &unescape(token)))
        .or_else(|| steps().try_fold(root, |node, token| step(node, &unescape(&decoded(token)))))
}

fn step<'a>(node: Node<'a>, token: &str) -> Option<Node<'a>> {
    match node.kind() {
        Kind::Object => node.get(token),
        Kind::Array => node.at(array_index(token)?),
        _ => None,
    }
}

/// A step into an array: ASCII digits, no leading zero.
pub(super) fn array_index(token: &str) -> Option<usize> {
    let digits = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = token.len() > 1 && token.starts_with('0');
    (digits && !leading_zero).then(|| token.parse().ok()).flatten()
}

/// `~1` to `/`, then `~0` to `~`; a `~` before anything else stays.
fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

fn decoded(token: &str) -> Cow<'_, str> {
    if !token.contains('%') {
        return Cow::Borrowed(token);
    }
    let mut bytes = Vec::with_capacity(token.len());
    let mut rest = token.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let pair = match tail {
            [high, low, ..] if byte == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        bytes.push(pair.map_or(byte, |(high, low)| high * 16 + low));
        rest = if pair.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::super::json::Json;
    use super::*;

    #[test]
    fn tokens_are_escaped_and_back() {
        let pointer = Pointer::root().child("paths").child("/a~b").index(3).child("");
        assert_eq!(pointer.as_str(), "/paths/~1a~0b/3/");
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), ["paths", "/a~b", "3", ""]);
        assert_eq!(pointer.last().unwrap(), "");
        assert_eq!(pointer.parent().unwrap().as_str(), "/paths/~1a~0b/3");
        assert_eq!(Pointer::root().child("~1").tokens().next().unwrap(), "~1");
        assert!(Pointer::root().parent().is_none());
        assert_eq!(Pointer::root().tokens().count(), 0);
    }

    #[test]
    fn parse_is_strict() {
        for good in ["", "/", "/a/~0~1"] {
            assert_eq!(Pointer::parse(good).unwrap().as_str(), good);
        }
        for bad in ["a", "/~", "/~2", "#/a"] {
            assert!(Pointer::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn below_is_by_whole_steps() {
        let pointer = |text| Pointer::parse(text).unwrap();
        assert!(pointer("/a/b").starts_with(&pointer("/a")));
        assert!(pointer("/a").starts_with(&pointer("/a")));
        assert!(pointer("/a").starts_with(&Pointer::root()));
        assert!(!pointer("/ab").starts_with(&pointer("/a")));
    }

    #[test]
    fn references_resolve_as_defined() {
        let json = Json::parse(
            r#"{"a/b":{"c~":[10,11]},"x y":1,"x%20y":2,"d":{"e":1},"d":{"f":5},"%":3,"\ufffd":4,"p q":6}"#,
        )
        .unwrap();
        let found = |reference: &str| resolve_reference(json.root(), reference).map(Node::raw);
        assert_eq!(found("#/a~1b/c~0/1"), Some("11"));
        assert_eq!(found("#/a~1b/c~/0"), Some("10"), "a loose ~ stays");
        assert_eq!(found("#/a%2Fb/c~0/0"), Some("10"));
        assert_eq!(found("#/x%20y"), Some("2"), "as written comes first");
        assert_eq!(found("#/x y"), Some("1"));
        assert_eq!(found("#/p%20q"), Some("6"));
        assert_eq!(found("#/p+q"), None);
        assert_eq!(found("#/%"), Some("3"));
        assert_eq!(found("#/%FF"), Some("4"));
        assert_eq!(found("#/d/f"), Some("5"));
        assert_eq!(found("#/d/e"), None, "replaced");
        assert_eq!(found("#").unwrap().len(), json.text().len());
        for nothing in ["", "/d", "#d", "#/a~1b/c~0/01", "#/a~1b/c~0/+1", "#/a~1b/c~0/2", "#/d/f/g"]
        {
            assert_eq!(found(nothing), None, "{nothing}");
        }
        assert_eq!(found("#/a~1b/c~0/99999999999999999999999"), None);
    }

    #[test]
    fn the_nearest_ancestor_is_told() {
        let json = Json::parse(r#"{"a":{"b":1}}"#).unwrap();
        let near = |text| {
            let (node, exact) = nearest(json.root(), &Pointer::parse(text).unwrap());
            (node.raw(), exact)
        };
        assert_eq!(near("/a/b"), ("1", true));
        assert_eq!(near("/a/c/d"), (r#"{"b":1}"#, false));
        assert!(!near("/x").1);
    }
}
