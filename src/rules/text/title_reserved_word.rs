//! The title says “API” or “connector”.

use super::title;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    docs: "\
The title contains the word “API” or “connector”.

Everything in the list is one. Words that only contain the letters are fine.

```json bad
{\"info\": {\"title\": \"Contoso API\"}}
```

```json bad
{\"info\": {\"title\": \"Connector-Contoso 2\"}}
```

```json good
{\"info\": {\"title\": \"OptiAPI and APIs by Connectors\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let found: Vec<&str> =
        ["api", "connector"].into_iter().filter(|word| terms::has_word(&title, word)).collect();
    if !found.is_empty() {
        out.say(
            Place::definition("/info/title"),
            format!("Take the word “{}” out of the title.", found.join("” and “")),
        );
    }
}
