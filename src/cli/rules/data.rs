//! The rulebook for editors: what they need to explain a finding where it stands.

use serde::Serialize;

use super::level;
use crate::answers::Publisher;
use crate::rule::Rule;
use crate::rule::docs::Docs;
use crate::rules;

#[derive(Serialize)]
struct Document {
    schema: u32,
    conncert: &'static str,
    rules: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    /// One sentence.
    title: &'static str,
    /// Markdown, with examples.
    docs: String,
    /// By publisher type; none where the rule is not for them.
    levels: Levels,
    publishers: Vec<&'static str>,
    official: Vec<&'static str>,
    codes: Vec<&'static str>,
    fix: Option<Mend>,
    since: Option<String>,
    sources: &'static [&'static str],
}

#[derive(Serialize)]
struct Levels {
    verified: Option<&'static str>,
    independent: Option<&'static str>,
}

#[derive(Serialize)]
struct Mend {
    safety: &'static str,
    says: &'static str,
}

/// All rules as JSON, schema 1.
pub(super) fn render() -> String {
    let document = Document {
        schema: 1,
        conncert: env!("CARGO_PKG_VERSION"),
        rules: rules::all().map(entry).collect(),
    };
    // Text and numbers cannot fail to be written.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn entry(rule: &'static Rule) -> Entry {
    let docs = Docs::parse(rule.docs).ok();
    let of = |publisher| {
        let concerned = rule.publishers.include(publisher);
        concerned.then(|| level(rule, publisher))
    };
    let both = [Publisher::Verified, Publisher::Independent];
    Entry {
        id: rule.id,
        title: docs.as_ref().map_or(rule.id, |docs| docs.summary),
        docs: docs.as_ref().map_or_else(|| rule.docs.to_owned(), Docs::markdown),
        levels: Levels {
            verified: of(Publisher::Verified),
            independent: of(Publisher::Independent),
        },
        publishers: both
            .into_iter()
            .filter(|publisher| rule.publishers.include(*publisher))
            .map(Publisher::word)
            .collect(),
        official: rule.names().collect(),
        codes: rule.codes().collect(),
        fix: rule.fix.as_ref().map(|fix| Mend { safety: fix.safety.word(), says: fix.says }),
        since: rule.since.map(|date| date.to_string()),
        sources: rule.cites,
    }
}
