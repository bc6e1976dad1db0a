//! Words that are often misspelt.

use super::{is_text, prose};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::hash::HashSet;
use crate::source::json::Node;
use typos::tokens::{Case, Tokenizer};
use typos_dict::WORD;

pub(crate) static TEXT_MISSPELT: Rule = Rule {
    id: "text-misspelt",
    official: &["5000.2.3.2"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"A text holds a word that is a known misspelling of another.

Spelling is looked at during the review, and one wrong word can send the connector back.

Put the word right. Words in capitals, in code, in addresses, and words that occur in the title, in
paths, in names of operations, properties or companies are left out.

This is a judgement by a list of common misspellings and may be wrong about names: it fires on 69
of 216 published connectors, where all but about five of 90 words that were read are wrong indeed.
To be sure, look the word up.

```json bad
{"paths": {"/invoices": {"get": {"description": "Lists the invoices you recieved."}}}}
```

```json good
{"paths": {"/invoices": {"get": {"description": "Lists the invoices you received."}}}}
```

```json good
{"info": {"title": "Recieved Invoices"},
 "paths": {"/invoices": {"get": {"description": "Lists the invoices you recieved."}}}}
```

```json good
{"paths": {"/invoices": {"get": {"description": "See recieved.contoso.com/recieved and RECIEVED."}}}}
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let tokenizer = Tokenizer::new();
    let mut known: Option<HashSet<String>> = None;
    for node in definition.json().nodes().filter(|node| is_text(*node)) {
        let text = prose(&node.as_str().unwrap_or_default());
        for identifier in tokenizer.parse_str(&text) {
            // A dot or a capital inside tells of code and of names.
            if identifier.split().count() != 1 {
                continue;
            }
            for word in identifier.split() {
                let is_word = matches!(word.case(), Case::Lower | Case::Title);
                let Some(right) = WORD.find(&word.token().into()).filter(|_| is_word) else {
                    continue;
                };
                // Most files misspell nothing, so names are gathered at the first suspicion.
                let known = known.get_or_insert_with(|| names(cx, definition));
                if known.contains(&word.token().to_lowercase()) || right.is_empty() {
                    continue;
                }
                let right: Vec<String> = right.iter().map(|right| format!("“{right}”")).collect();
                out.say(
                    Place::node(Role::Definition, node),
                    format!("Is “{}” meant to be {}?", quote(word.token()), right.join(" or ")),
                );
            }
        }
    }
}

/// Words of names, in lower case: of the API, its operations and properties, of the companies.
fn names(cx: &Context<'_>, definition: &Definition) -> HashSet<String> {
    let root = definition.root();
    let company = |name| cx.properties().and_then(|properties| properties.text(name));
    let keys = definition.json().nodes().filter_map(Node::key);
    let ids = definition.operations().filter_map(Operation::id);
    let contact = definition.contact().and_then(|contact| contact.text("name"));
    let named = definition.json().nodes().filter_map(|node| node.text("name"));
    let texts = keys
        .chain(ids)
        .chain(named)
        .chain(contact)
        .chain(definition.title())
        .chain(root.text("host"))
        .chain([company("publisher"), company("stackOwner")].into_iter().flatten());
    let tokenizer = Tokenizer::new();
    let mut words = HashSet::default();
    for text in texts {
        for identifier in tokenizer.parse_str(&text) {
            words.extend(identifier.split().map(|word| word.token().to_lowercase()));
        }
    }
    words
}
