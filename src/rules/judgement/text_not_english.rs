//! Texts that do not seem to be English.

use super::{is_text, prose};
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static TEXT_NOT_ENGLISH: Rule = Rule {
    id: "text-not-english",
    official: &["5000.2.3.1"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"The texts of the connector do not seem to be English.

Connectors are shown to people in the whole world, and their texts are translated from English.
Title, description and the descriptions of operations are looked at together, where there are at
least 60 letters.

Write all texts in English.

This is a judgement by the frequency of letters and may be wrong: it fires on 0 of 216 published
connectors. To be sure, let somebody else read them.

```json bad
{"info": {"description":
  "Verwaltet die Rechnungen kleiner Unternehmen und meldet sich, sobald eine davon bezahlt wurde."},
 "paths": {"/invoices": {"get": {"summary": "Rechnungen auflisten", "description":
  "Listet die Rechnungen Ihres Unternehmens auf, die zu dem angegebenen Status passen."}}}}
```

```json good
{"info": {"description": "Invoices for Müller, Größe & Söhne, see Straße, Übersicht, Zubehör."}}
```
"#,
};

/// Letters below which nothing is guessed.
const FEWEST: usize = 60;

/// Characters that are looked at; more make the guess no better.
const ENOUGH: usize = 1_500;

/// Sure enough to say it.
const CONFIDENCE: f64 = 0.9;

/// Words that every second English sentence holds, and hardly any other language knows.
const ENGLISH: [&str; 10] =
    ["the", "of", "and", "with", "for", "from", "this", "your", "which", "to"];

/// Whether one word in twelve is such a word.
fn is_plainly_english(text: &str) -> bool {
    let mut words = 0;
    let mut english = 0;
    for word in text.split_ascii_whitespace() {
        words += 1;
        english += usize::from(ENGLISH.contains(&word));
    }
    english * 12 >= words
}

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let info = definition.info().into_iter();
    let own = info.flat_map(|info| [info.get("title"), info.get("description")]);
    let operations = definition.operations();
    let texts = own.chain(operations.map(|operation| operation.node.get("description"))).flatten();
    let mut text = String::new();
    for part in texts.filter(|node| is_text(*node)).filter_map(Node::as_str) {
        if text.len() >= ENOUGH {
            break;
        }
        text.push_str(&prose(&part));
        text.push('\n');
    }
    if text.chars().filter(|c| c.is_alphabetic()).count() < FEWEST {
        return;
    }
    // Guessing is dear, and hardly any text without these words is English.
    if is_plainly_english(&text) {
        return;
    }
    let Some(guess) = whatlang::detect(&text) else { return };
    if guess.lang() != whatlang::Lang::Eng
        && guess.is_reliable()
        && guess.confidence() >= CONFIDENCE
    {
        out.say(
            Place::definition("/info/description"),
            format!(
                "These texts seem to be in {}. Write title, descriptions and names in English.",
                guess.lang().eng_name()
            ),
        );
    }
}
