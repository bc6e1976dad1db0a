//! Writes the baseline into `conncert.toml`: entries come and go, every other byte stays.

use std::fmt::Write as _;

use super::config::Known;
use crate::connector::files::Role;

/// A finding to be accepted for now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The rule's id.
    pub rule: &'static str,
    /// The file.
    pub role: Role,
    /// Where it is now.
    pub pointer: String,
    /// What makes it known again.
    pub fingerprint: String,
}

/// Stands above the first entry. Its first line is looked for, so that it is written once.
const HEAD: [&str; 2] = [
    "# The baseline: findings that are accepted for now. `conncert check --write-baseline`",
    "# renews it; a finding that is not in it counts.",
];

/// The file without some entries and with others at its end. An entry goes with the lines from its
/// heading to its last value; comments above it stay, since they may stand for more than it, and so
/// does every line in it that is only a comment.
pub fn merged(text: &str, gone: &[&Known], come: &[Accepted]) -> String {
    let mut out = String::with_capacity(text.len() + 160 * come.len());
    let mut at = 0;
    let mut gone: Vec<&Known> = gone.to_vec();
    gone.sort_by_key(|known| known.span);
    for known in gone {
        let start = line_start(text, known.span.start);
        out.push_str(text.get(at..start).unwrap_or_default());
        at = block_end(text, known.span.end);
        let block = text.get(start..at).unwrap_or_default();
        let is_comment = |line: &&str| line.trim_start().starts_with('#');
        out.extend(block.split_inclusive('\n').filter(is_comment));
    }
    out.push_str(text.get(at..).unwrap_or_default());
    if come.is_empty() {
        return out;
    }
    let added = entries(come, !out.contains("[[baseline]]") && !out.contains(HEAD[0]));
    appended(out, &added)
}

/// A text with lines at its end, set apart by a blank one, with the line ends that it has.
pub(super) fn appended(text: String, added: &str) -> String {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = text;
    if !out.is_empty() {
        if !out.ends_with('\n') {
            out.push_str(ending);
        }
        if !out.ends_with("\n\n") && !out.ends_with("\n\r\n") {
            out.push_str(ending);
        }
    }
    out.push_str(&added.replace('\n', ending));
    out
}

fn entries(come: &[Accepted], first: bool) -> String {
    let mut out = String::new();
    if first {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}\n{}\n", HEAD[0], HEAD[1]);
    }
    for (at, accepted) in come.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let text = |text: &str| toml::Value::from(text).to_string();
        let _ = writeln!(
            out,
            "[[baseline]]\nrule = {}\nfile = {}\npointer = {}\nfingerprint = {}",
            text(accepted.rule),
            text(accepted.role.canonical()),
            text(&accepted.pointer),
            text(&accepted.fingerprint)
        );
    }
    out
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Behind the line of the last value, and behind one blank line that set the entry apart.
fn block_end(text: &str, offset: usize) -> usize {
    let line_end = |from: usize| {
        text.get(from..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| from + end + 1)
    };
    let end = line_end(offset);
    let next = line_end(end);
    match text.get(end..next) {
        Some(line) if line.trim().is_empty() => next,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Config;

    fn accepted(pointer: &str) -> Accepted {
        Accepted {
            rule: "host-not-production",
            role: Role::Definition,
            pointer: pointer.to_owned(),
            fingerprint: "0123456789abcdef".to_owned(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["", "# mine", "# mine\r\n", "[levels]\na = \"off\"\n", "\u{feff}# x\n"] {
            let one = merged(text, &[], &[accepted("/a"), accepted("/\"b\"\\\u{e9}\u{7f}")]);
            assert!(one.starts_with(text), "{one}");
            let config = Config::parse(&one);
            assert_eq!(config.faults, [], "{one}");
            let pointers: Vec<_> = config.baseline.iter().map(|known| &known.pointer).collect();
            assert_eq!(pointers, ["/a", "/\"b\"\\\u{e9}\u{7f}"]);
            assert_eq!(one.contains("\r\n"), text.contains('\r'));
            assert!(!one.replace("\r\n", "").contains('\r'));
            assert!(text.contains('\r') <= !one.replace("\r\n", "").contains('\n'), "{one:?}");
        }
    }

    #[test]
    fn only_the_entry_goes() {
        let text = "# top\n[levels]\na = \"off\" # why\n\n# about all\n[[baseline]]\nrule = \"a\"\n\
            file = \"icon\"\nfingerprint = \"1\" # note\n\n[[exception]]\nrule = \"b\"\n\
            reason = \"x\"\n\n  [[baseline]]\n  rule = \"c\"\n  file = \"icon\"\n  fingerprint = \"2\"";
        let config = Config::parse(text);
        assert_eq!(config.faults, []);
        let [one, two] = config.baseline.as_slice() else { panic!("{config:?}") };
        assert_eq!(merged(text, &[], &[]), text);
        let without = merged(text, &[two, one], &[]);
        assert_eq!(
            without,
            "# top\n[levels]\na = \"off\" # why\n\n# about all\n[[exception]]\nrule = \"b\"\n\
             reason = \"x\"\n\n"
        );
        let renewed = merged(text, &[two], &[accepted("/a")]);
        assert!(!renewed.contains(HEAD[0]) && renewed.contains("\n\n[[baseline]]\nrule = \"host"));
        assert_eq!(Config::parse(&renewed).baseline.len(), 2);
    }

    #[test]
    fn no_line_of_a_person_goes() {
        let text = "[[baseline]]\n# why\nrule = \"a\"\r\n  # who\r\nfile = \"icon\"\n\n#until\n\
            fingerprint = \"\"\"\n1\"\"\"\n# after\n";
        let config = Config::parse(text);
        assert_eq!(config.faults, []);
        let gone: Vec<&Known> = config.baseline.iter().collect();
        assert_eq!(merged(text, &gone, &[]), "# why\n  # who\r\n#until\n# after\n");
    }

    #[test]
    fn the_head_is_written_once() {
        let one = merged("", &[], &[accepted("/a")]);
        assert!(one.starts_with(HEAD[0]));
        let two = merged(&one, &[], &[accepted("/b")]);
        assert_eq!(two.matches(HEAD[0]).count(), 1);
        let known = Config::parse(&one).baseline;
        let none = merged(&one, &known.iter().collect::<Vec<_>>(), &[]);
        assert_eq!(none, format!("{}\n{}\n\n", HEAD[0], HEAD[1]));
        assert_eq!(merged(&none, &[], &[accepted("/b")]).matches(HEAD[0]).count(), 1);
    }
}
