//! The rulebook as SARIF's table of rules.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::level;
use super::log::Message;
use crate::answers::Publisher;
use crate::rule::docs::Docs;
use crate::rule::sources::{POLICIES, VALIDATOR};
use crate::rule::{Publishers, Rule};
use crate::rules;

/// The table, and where each rule stands in it.
pub(super) struct Catalogue {
    pub(super) rules: Vec<Descriptor>,
    pub(super) index: HashMap<&'static str, usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    id: &'static str,
    name: String,
    short_description: Message,
    full_description: Message,
    help: Help,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<&'static str>,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Properties {
    tags: Vec<&'static str>,
    official_names: Vec<&'static str>,
    policy_codes: Vec<&'static str>,
    publishers: Vec<&'static str>,
    levels: BTreeMap<&'static str, &'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
}

/// The whole rulebook; levels are those of this publisher.
pub(super) fn table(publisher: Publisher) -> Catalogue {
    Catalogue {
        rules: rules::all().map(|rule| descriptor(rule, publisher)).collect(),
        index: rules::all().enumerate().map(|(at, rule)| (rule.id, at)).collect(),
    }
}

fn descriptor(rule: &'static Rule, publisher: Publisher) -> Descriptor {
    // A test parses every rule's documentation; one that escaped it is shown as it stands.
    let (summary, prose, markdown) = match Docs::parse(rule.docs) {
        Ok(docs) => (docs.summary.to_owned(), docs.prose(), docs.markdown()),
        Err(_) => (rule.id.to_owned(), rule.docs.to_owned(), rule.docs.to_owned()),
    };
    let publishers: Vec<Publisher> = [Publisher::Verified, Publisher::Independent]
        .into_iter()
        .filter(|publisher| rule.publishers.include(*publisher))
        .collect();
    // A rule for the other kind of publisher is told with the level it has for them.
    let judged = match rule.publishers {
        Publishers::Both => publisher,
        Publishers::Only(only) => only,
    };
    Descriptor {
        id: rule.id,
        name: pascal(rule.id),
        short_description: Message::new(&summary),
        full_description: Message::new(&prose),
        help: Help { text: prose, markdown },
        help_uri: rule
            .names()
            .next()
            .map(|_| VALIDATOR)
            .or_else(|| rule.codes().next().map(|_| POLICIES)),
        default_configuration: Configuration { level: level(rule.level.of(judged)) },
        properties: Properties {
            tags: vec!["power-platform", "connector-certification"],
            official_names: rule.names().collect(),
            policy_codes: rule.codes().collect(),
            publishers: publishers.iter().map(|publisher| publisher.word()).collect(),
            levels: publishers
                .iter()
                .map(|publisher| (publisher.word(), rule.level.of(*publisher).word()))
                .collect(),
            fix: rule.fix.as_ref().map(|fix| fix.safety.word()),
            since: rule.since.map(|date| date.to_string()),
        },
    }
}

/// `title-too-long` as `TitleTooLong`: a name for people, as SARIF wants it.
fn pascal(id: &str) -> String {
    id.split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect()
}
