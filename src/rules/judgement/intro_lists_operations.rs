//! An intro that lists the operations.

use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static INTRO_LISTS_OPERATIONS: Rule = Rule {
    id: "intro-lists-operations",
    official: &["5000.1.1.5"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Text(Role::Intro, check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: r"The intro lists actions or triggers.

The public page gets that list from the definition, so one in the intro stands there twice and grows
old. Three or more list items or headings that are an operation's summary count as such a list.

Take the list out.

This is a judgement by likeness and may be wrong: it fires on 0 of 216 published connectors, one
of which has an intro. To be sure, read the page as it will look, with the generated list below.

```text bad file=intro.md
Sends and finds invoices of small companies, and tells when one is paid.

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

* List invoices
* **List invoices**: those of your company
- list invoices
```

```text good file=intro.md
Sends and finds invoices of small companies, and tells when one is paid.

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

* List invoices
* **List invoices**: those of your company
```
",
};

/// So many are a list.
const LIST: usize = 3;

fn check(cx: &Context<'_>, text: &str, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let summaries: Vec<String> = definition
        .operations()
        .filter_map(|operation| operation.node.text("summary"))
        .map(|summary| summary.trim().to_lowercase())
        .filter(|summary| !summary.is_empty())
        .collect();
    let items = text.lines().filter(|line| {
        let line = line.trim();
        let Some(item) = line.strip_prefix(['*', '-', '+', '#']) else { return false };
        let item = item.trim_start_matches(['*', '#', '_', '`', ' ']).to_lowercase();
        summaries.iter().any(|summary| {
            let rest = item.strip_prefix(summary.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    });
    let count = items.count();
    if count >= LIST {
        out.say(
            Place::File(Role::Intro),
            format!(
                "The intro names {count} operations as items of a list. The public page lists them \
                 by itself: take that out."
            ),
        );
    }
}
