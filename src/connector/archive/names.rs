//! Names in a zip: which may be unpacked anywhere, and which harm or fail.

/// What a path in a zip means: without `.` and empty parts, which some tools of Unix write.
pub(super) fn normal(name: &str) -> String {
    let parts = name.split('/').filter(|part| !part.is_empty() && *part != ".");
    let path = parts.collect::<Vec<_>>().join("/");
    if name.starts_with('/') { format!("/{path}") } else { path }
}

/// Why a path in a zip must not be unpacked.
pub(super) fn dangerous(path: &str) -> Option<&'static str> {
    let mut letters = path.bytes();
    let is_drive = letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.next() == Some(b':')
        && letters.next().is_none_or(|next| next == b'/');
    if path.starts_with('/') || is_drive {
        return Some("its path is absolute, so it would be unpacked somewhere else");
    }
    if path.split('/').any(|part| part == "..") {
        return Some("its path leads out of the zip by `..`");
    }
    if path.is_empty() {
        return Some("it has no name");
    }
    if path.contains(|found: char| found.is_control()) {
        return Some("its name has control characters");
    }
    if path.contains(['<', '>', ':', '"', '|', '?', '*']) {
        return Some("its name has a character that Windows does not take (one of < > : \" | ? *)");
    }
    if path.split('/').any(is_device) {
        return Some("its name is that of a device on Windows");
    }
    None
}

/// Whether Windows takes a name for a device, whatever its ending.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || ["COM", "LPT"].iter().any(|port| {
            // Windows counts the raised digits one to three as well.
            stem.strip_prefix(port).is_some_and(|rest| {
                let mut rest = rest.chars();
                let number = rest.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c));
                number && rest.next().is_none()
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_what_says_nothing() {
        assert_eq!(normal("./intro.md"), "intro.md");
        assert_eq!(normal("a//b/./c/"), "a/b/c");
        assert_eq!(normal("/a"), "/a");
        assert_eq!(normal("./"), "");
        assert_eq!(normal("../a"), "../a");
    }

    #[test]
    fn what_windows_cannot_unpack_is_told() {
        for bad in ["a?.txt", "x/a|b", "note: x.txt", "con/x", "AUX", "lpt1.txt", "C:/x", "c:x"] {
            assert!(dangerous(bad).is_some(), "{bad}");
        }
        for good in ["a[1].txt", "console.txt", "[Content_Types].xml", "é b.txt"] {
            assert_eq!(dangerous(good), None, "{good}");
        }
    }
}
