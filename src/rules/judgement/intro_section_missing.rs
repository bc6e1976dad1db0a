//! A section that the intro should have.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::readme::Readme;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static INTRO_SECTION_MISSING: Rule = Rule {
    id: "intro-section-missing",
    official: &["5000.1.1.5"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Text(Role::Intro, check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Add the section to be filled in",
        make: |cx, place| fix::page::with_sections(cx, place.role()?, &wanted(cx)),
    }),
    docs: r#"The intro lacks one of the sections of the template.

It becomes the public page about your connector, and all pages have the same headings. Where nobody
has to sign in, the section about credentials may be left out.

Add the heading, with a sentence below even where there is nothing to tell.

This is a judgement by headings and may be wrong where yours say the same in other words: it fires
on 1 of 216 published connectors, one of which has an intro. To be sure, compare with the template.

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

## Questions

None yet.
```

```text fixed file=intro.md also=page-unfinished
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

## Questions

None yet.

## FAQ

*Say here what people ask most, each with its answer.*
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
```

```text good file=intro.md
Sends and finds invoices of small companies, and tells when one is paid.

## Prerequisites

An account at Contoso.

## Get started with your connector

Add the action that you need.

## Known issues and limitations

None are known.

## Common errors and remedies

401: the key is wrong.

## FAQ

None yet.
```

```json good and
{"securityDefinitions": null, "security": []}
```

```json good and file=apiProperties.json
{"properties": {"connectionParameters": {"api_key": null}}}
```
"#,
};

const SECTIONS: [&str; 6] =
    ["prerequisites", CREDENTIALS, "get started", "known issues", "common errors", "faq"];

/// Only where somebody has to sign in.
const CREDENTIALS: &str = "credentials";

fn check(cx: &Context<'_>, text: &str, out: &mut Sink<'_>) {
    let intro = Readme::new(text);
    for phrase in wanted(cx) {
        if !intro.headings.iter().any(|heading| fix::page::says(heading, phrase)) {
            out.say(
                Place::Section(Role::Intro, phrase.replace(' ', "-")),
                format!(
                    "The intro has no section “{0}”. Add a heading `## {0}` with a few lines under \
                     it.",
                    fix::page::intro_heading(phrase)
                ),
            );
        }
    }
}

/// The sections asked for: about credentials only where somebody signs in.
fn wanted(cx: &Context<'_>) -> Vec<&'static str> {
    let signs_in = cx
        .definition()
        .and_then(Definition::security_definitions)
        .is_some_and(|found| !found.is_empty())
        || cx.properties().is_some_and(|found| !found.connection_parameters().is_empty());
    SECTIONS.into_iter().filter(|phrase| signs_in || *phrase != CREDENTIALS).collect()
}
