//! An opening paragraph of more than eight sentences.

use super::opening;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static INTRO_OPENING_TOO_LONG: Rule = Rule {
    id: "intro-opening-too-long",
    official: &["5000.1.1.5"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Text(Role::Intro, check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: r"The intro opens with more than eight sentences.

The opening says in one paragraph what the connector is good for; it is what people read on the page
with all connectors.

Shorten it to eight sentences at most, and move the rest below a heading.

This is a judgement by full stops and may be wrong with abbreviations: it fires on 0 of 216
published connectors, one of which has an intro. To be sure, count the sentences.

```text bad file=intro.md
One. Two. Three. Four! Five? Six. Seven. Eight. Nine.

## Prerequisites

An account at Contoso.

## How to get credentials

Make a key in the settings.

## Get started with your connector

Add the action that you need.

## Known issues and limitations

None are known.

## Common errors and remedies

401: the key is wrong.

## FAQ

None yet.
```

```text good file=intro.md
One. Two. Three. Four! Five? Six. Version 7.2 of it. Eight.

## Prerequisites

An account at Contoso.

## How to get credentials

Make a key in the settings.

## Get started with your connector

Add the action that you need.

## Known issues and limitations

None are known.

## Common errors and remedies

401: the key is wrong.

## FAQ

None yet.
```
",
};

/// Sentences.
const MOST: usize = 8;

fn check(_: &Context<'_>, text: &str, out: &mut Sink<'_>) {
    let Some((span, paragraph)) = opening(text) else { return };
    let ends_sentence =
        |word: &&str| word.trim_end_matches([')', '"', '*', '”']).ends_with(['.', '!', '?']);
    let count = paragraph.split_whitespace().filter(ends_sentence).count();
    if count > MOST {
        out.say(
            Place::Bytes(Role::Intro, span),
            format!(
                "The opening paragraph has {count} sentences. Keep to {MOST} at most, and move the \
                 rest below a heading."
            ),
        );
    }
}
