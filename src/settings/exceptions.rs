//! Writes an exception into `conncert.toml`: an entry at its end, every other byte stays.

use std::fmt::Write as _;

use super::Config;
use super::baseline::appended;
use super::config::Site;

/// The file with one more exception, for exactly this finding.
///
/// # Errors
/// The file cannot be understood as it is, or would not be with the entry; the sentence says what
/// to do.
pub fn added(text: &str, site: &Site<'_>, reason: &str) -> Result<String, &'static str> {
    if !Config::parse(text).faults.is_empty() {
        return Err("conncert.toml cannot be understood as it is: mend what is found in it first");
    }
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let mut entry = format!("[[exception]]\nrule = {}\n", quoted(site.rule));
    // Writing to a String cannot fail.
    if let Some(answer) = site.answer {
        let _ = writeln!(entry, "answer = {}", quoted(answer));
    }
    if let Some(role) = site.role {
        let _ = writeln!(entry, "file = {}", quoted(role.canonical()));
    }
    if !site.pointer.is_empty() {
        let _ = writeln!(entry, "pointer = {}", quoted(site.pointer));
    }
    let _ = writeln!(entry, "reason = {}", quoted(reason.trim()));
    let after = appended(text.to_owned(), &entry);
    let read = Config::parse(&after);
    let is_there = read.faults.is_empty()
        && read.exceptions.last().is_some_and(|exception| exception.covers(site));
    if is_there {
        Ok(after)
    } else {
        Err("conncert.toml is written in a way that takes no entry at its end: add it by hand")
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::connector::files::Role;

    fn site() -> Site<'static> {
        Site {
            rule: "host-not-production",
            role: Some(Role::Definition),
            answer: None,
            pointer: "/host",
        }
    }

    #[test]
    fn an_entry_is_added_and_read_again() {
        for text in ["", "# mine", "[levels]\r\na = \"off\"\r\n", "\u{feff}# x\n\n"] {
            let after = added(text, &site(), " It goes \"away\" on release day.\n").unwrap();
            assert!(after.starts_with(text));
            let config = Config::parse(&after);
            assert_eq!(config.faults, []);
            assert_eq!(config.exceptions[0].reason, "It goes \"away\" on release day.");
            assert!(config.exceptions[0].covers(&site()));
        }
    }

    #[test]
    fn what_takes_no_entry_is_told() {
        assert!(added("[[", &site(), "x").is_err());
        assert!(added("exception = []", &site(), "x").is_err());
    }
}
