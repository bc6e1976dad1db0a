//! A title that says "API" or "connector".

use super::{names, title};
use crate::connector::definition::Definition;
use crate::connector::terms::has_word;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static TITLE_RESERVED_WORD: Rule = Rule {
    id: "title-reserved-word",
    official: &["ValueContainsRestrictedWords", "5000.2.2.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Leave the reserved word out",
        make: |cx, place| {
            fix::rewrite(cx, place, |title| fix::text::without_words(title, &RESERVED))
        },
    }),
    docs: r#"The title holds the word "API" or "connector".

Everything in the list is a connector to an API, so the words tell nothing, and the validator
refuses them. Only whole words count: "OptiAPI" and "APIs" pass, "API's" does not.

Leave the word out.

```json bad
{"info": {"title": "Contoso Invoices API"}}
```

```json fixed
{"info": {"title": "Contoso Invoices"}}
```

```json bad
{"info": {"title": "connector-to-Contoso"}}
```

```json bad
{"info": {"title": "Contoso API's Invoices"}}
```

```json good
{"info": {"title": "OptiAPI Connectors"}}
```

```json good
{"info": {"title": "Contoso APIs"}}
```
"#,
};

const RESERVED: [&str; 2] = ["api", "connector"];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let found: Vec<&str> = RESERVED.into_iter().filter(|word| has_word(&title, word)).collect();
    if !found.is_empty() {
        out.say(
            Place::definition("/info/title"),
            format!(
                "The title “{}” holds the reserved word {}. Leave it out.",
                quote(&title),
                names(&found)
            ),
        );
    }
}
