//! A title with characters beyond ASCII.

use super::title;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static TITLE_NOT_ASCII: Rule = Rule {
    id: "title-not-ascii",
    official: &["ValueMustBeInEnglish"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: r#"The title has characters that English does not use.

Everything about a connector is in English. The validator takes letters with accents, dashes of
other scripts and signs such as ™ for another language. A few published connectors have them
nevertheless, so this is advice.

Write the title with plain letters, digits and punctuation.

```json bad
{"info": {"title": "Größe von Contoso"}}
```

```json bad
{"info": {"title": "Contoso – Invoices"}}
```

```json bad
{"info": {"title": "Contoso \u0080 Invoices"}}
```

```json good
{"info": {"title": "Contoso - Invoices"}}
```

```json good
{"info": {"title": "Contoso ~ Invoices"}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let mut foreign: Vec<char> = Vec::new();
    for c in title.chars().filter(|c| !c.is_ascii()) {
        if !foreign.contains(&c) {
            foreign.push(c);
        }
        // A title can be of any length; a few are enough to be understood.
        if foreign.len() > 60 {
            break;
        }
    }
    if !foreign.is_empty() {
        let foreign: String = foreign.into_iter().collect();
        out.say(
            Place::definition("/info/title"),
            format!(
                "The title has to be English, and “{}” may be refused. Use plain letters.",
                quote(&foreign)
            ),
        );
    }
}
