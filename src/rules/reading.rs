//! Understands what the official validator or the certification bot said: the errors that a line
//! names or words, the rules that stand for them, and the place it is about.

use super::official;
use super::wording::{BOT, COMPARISON, FINER, Shape, UNNAMED, VALIDATOR, Wording};
use crate::rule::Rule;
use crate::source::pointer::Pointer;

/// A line, understood as far as it goes.
#[derive(Debug, Default)]
pub struct Reading {
    /// Official names and policy codes, as Microsoft spells them.
    pub names: Vec<&'static str>,
    /// The rules that stand for them, or that the line names by our ids.
    pub rules: Vec<&'static Rule>,
    /// The place in the definition; for a missing member, its parent.
    pub path: Option<Pointer>,
    /// The member that the message names.
    pub member: Option<String>,
}

impl Reading {
    /// Whether the line said anything that is known.
    pub fn is_understood(&self) -> bool {
        !self.names.is_empty() || !self.rules.is_empty()
    }
}

/// Reads a line.
pub fn read(line: &str) -> Reading {
    let (message, path) = split(line);
    let member = quoted(message).map(str::to_owned);
    let mut reading = Reading { path, member, ..Reading::default() };
    for word in words(message) {
        if let Some(name) = official::find(word) {
            push(&mut reading.names, name);
        } else if let Some(rule) = super::find(&word.to_ascii_lowercase()) {
            push(&mut reading.rules, rule);
        }
    }
    if !reading.is_understood() {
        let lower = message.to_ascii_lowercase();
        let worded = worded(&COMPARISON, &lower)
            .or_else(|| worded(&VALIDATOR, &lower))
            .or_else(|| worded(&BOT, &lower));
        reading.names.extend(worded);
        if worded.is_none() {
            reading.rules.extend(self::worded(&UNNAMED, &lower).and_then(super::find));
        }
    }
    for name in reading.names.clone() {
        for rule in finer(name, &reading) {
            push(&mut reading.rules, rule);
        }
    }
    reading
}

fn push<T: PartialEq>(list: &mut Vec<T>, new: T) {
    if !list.contains(&new) {
        list.push(new);
    }
}

/// The message, and the path behind `ValuePath:`.
fn split(line: &str) -> (&str, Option<Pointer>) {
    const MARK: &str = "valuepath:";
    let Some(at) = line.to_ascii_lowercase().find(MARK) else { return (line, None) };
    let mut message = line.get(..at).unwrap_or_default();
    let mut path = line.get(at + MARK.len()..).unwrap_or_default().trim();
    if message.trim().is_empty() {
        // Some say the path first.
        (path, message) = path.split_once(' ').unwrap_or((path, ""));
    }
    let path = match path.strip_prefix(['\'', '"']) {
        Some(open) => open.split(['\'', '"']).next().unwrap_or_default(),
        // Some logs say the value, too, and some are JSON.
        None => {
            let path = path.split(" Value:").next().unwrap_or_default();
            path.split('"').next().unwrap_or_default().trim_end_matches(['`', '.', ','])
        }
    };
    let path = path.trim().trim_start_matches('#');
    let path = match path {
        "" => String::new(),
        _ if path.starts_with('/') => path.to_owned(),
        _ => format!("/{path}"),
    };
    (message, Pointer::parse(&path))
}

/// The first word in single quotes.
fn quoted(message: &str) -> Option<&str> {
    let (_, behind) = message.split_once('\'')?;
    let (inside, _) = behind.split_once('\'')?;
    (!inside.is_empty()).then_some(inside)
}

/// What may be a name, a code or an id. Code numbers keep their dots, ids their hyphens.
fn words(message: &str) -> impl Iterator<Item = &str> {
    message
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-')
        .map(|word| word.trim_matches(['.', '-']))
        // Ordinary words are no ids.
        .filter(|word| word.len() > 6)
}

/// The name whose marks are all there; of several, the one with most to show for it.
fn worded(table: &[Wording], message: &str) -> Option<&'static str> {
    let weight = |marks: &[&str]| marks.iter().map(|mark| mark.len()).sum::<usize>();
    table
        .iter()
        .filter(|(_, marks)| marks.iter().all(|mark| message.contains(mark)))
        .max_by_key(|(_, marks)| weight(marks))
        .map(|(name, _)| *name)
}

/// The rules that stand for a name: those for just this member and place, where there are such.
fn finer(name: &str, reading: &Reading) -> Vec<&'static Rule> {
    let fits = |member: &str, shape: Shape| {
        reading.member.as_deref().is_some_and(|named| named.eq_ignore_ascii_case(member))
            && reading.path.as_ref().is_none_or(|path| shape.fits(path))
    };
    let found: Vec<&'static Rule> = FINER
        .iter()
        .filter(|(of, member, shape, _)| *of == name && fits(member, *shape))
        .flat_map(|(.., ids)| ids.iter().filter_map(|id| super::find(id)))
        .collect();
    if found.is_empty() { official::rules(name) } else { found }
}

impl Shape {
    fn fits(self, path: &Pointer) -> bool {
        let tokens: Vec<_> = path.tokens().collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        match self {
            Self::Any => true,
            Self::Info => tokens.first() == Some(&"info") && tokens.get(1) != Some(&"contact"),
            Self::Contact => tokens.starts_with(&["info", "contact"]),
            Self::Operation => tokens.len() <= 4 && tokens.first() == Some(&"paths"),
            Self::Parameter => tokens.contains(&"parameters"),
            Self::Response => tokens.contains(&"responses"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(line: &str) -> Vec<&'static str> {
        read(line).rules.iter().map(|rule| rule.id).collect()
    }

    #[test]
    fn a_missing_member_is_told_by_its_name_and_place() {
        let line = "##[error]The 'x-ms-summary' property is required. ValuePath: /paths/~1x/get/parameters/0";
        let reading = read(line);
        assert_eq!(reading.names, ["RequiredPropertyMissing"]);
        assert_eq!(reading.path.as_ref().map(Pointer::as_str), Some("/paths/~1x/get/parameters/0"));
        assert_eq!(reading.member.as_deref(), Some("x-ms-summary"));
        assert_eq!(rules(line), ["parameter-summary-missing"]);
        let missing = |path: &str| {
            rules(&format!("The 'description' property is required. ValuePath: {path}"))
        };
        assert_eq!(missing("/info"), ["description-missing"]);
        assert_eq!(missing("/paths/~1x/get"), ["operation-description-missing"]);
        assert_eq!(missing("/paths/~1x/get/parameters/1"), ["parameter-description-missing"]);
        assert_eq!(missing("/paths/~1x/get/responses/200"), ["response-description-missing"]);
    }

    #[test]
    fn names_codes_and_ids_are_found_in_a_line() {
        assert_eq!(rules("DefaultResponseHasSchema"), ["default-response-schema"]);
        assert_eq!(rules("error defaultresponsehasschema: x"), ["default-response-schema"]);
        assert_eq!(rules("Policy Code: 5000.2.2.1"), ["title-too-long"]);
        assert_eq!(rules("5000.2.4.5."), ["operations-missing", "responses-missing"]);
        assert_eq!(rules("title-too-long"), ["title-too-long"]);
        assert_eq!(read("Policy Code: 5000.1.1.4").names, ["5000.1.1.4"]);
        assert!(!read("Starting: validate the swagger").is_understood());
        assert!(!read("").is_understood());
    }

    #[test]
    fn paths_are_read_as_logs_write_them() {
        let path = |line: &str| read(line).path.map(|path| path.as_str().to_owned());
        let some = |path: &str| Some(path.to_owned());
        assert_eq!(path("x ValuePath: 'paths/~1a b/post' Value: ''"), some("/paths/~1a b/post"));
        assert_eq!(path("x ValuePath: /info/title`"), some("/info/title"));
        assert_eq!(path("x valuepath: #/info"), some("/info"));
        assert_eq!(path("\"message\": \"x ValuePath: /a/{b}\"},"), some("/a/{b}"));
        assert_eq!(path("ValuePath: /info DefaultResponseHasSchema"), some("/info"));
        assert_eq!(rules("ValuePath: /x DefaultResponseHasSchema"), ["default-response-schema"]);
        assert_eq!(path("x ValuePath:"), some(""));
        assert_eq!(path("no path"), None);
    }

    #[test]
    fn the_field_decides_between_rules_of_one_name() {
        let restricted = |field: &str| {
            rules(&format!("The value '{field}' contains one of the restricted words: 'api'."))
        };
        assert_eq!(restricted("title"), ["title-reserved-word"]);
        assert_eq!(restricted("description"), ["description-names-product"]);
        assert_eq!(rules("Maximum of 30 characters allowed in the title"), ["title-too-long"]);
    }

    #[test]
    fn what_the_comparison_of_versions_says_is_known() {
        let line = "##[error]The operation has been deleted. This change breaks existing flows. ValuePath: operation/ListInvoices Source: NewSwagger";
        assert_eq!(rules(line), ["operation-removed"]);
        let line = "The type format has been changed for the output field. ValuePath: operation/A/responses/200/schema/x/format";
        assert_eq!(rules(line), ["output-type-changed"]);
        let line =
            "The required input field has been added. Existing flows will not send this new field.";
        assert_eq!(rules(line), ["required-input-added"]);
    }

    #[test]
    fn every_finer_rule_exists() {
        for (name, member, _, ids) in FINER {
            assert!(official::find(name).is_some(), "{name}");
            for id in ids {
                assert!(crate::rules::find(id).is_some(), "{name} {member}: {id}");
            }
        }
        for (id, _) in UNNAMED {
            assert!(crate::rules::find(id).is_some(), "{id}");
        }
        for (code, _) in BOT {
            assert!(official::asks(code).is_some(), "{code}");
        }
    }
}
