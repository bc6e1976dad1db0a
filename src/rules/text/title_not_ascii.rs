//! The title has characters beyond ASCII.

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
    docs: "\
The title has characters beyond ASCII.

Titles have to be English, and the validator may take such characters as a sign of another language.

```json bad
{\"info\": {\"title\": \"Contosø 2\"}}
```

```json good
{\"info\": {\"title\": \"Contoso 2\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let found: String = title.chars().filter(|c| !c.is_ascii()).collect();
    if !found.is_empty() {
        out.say(
            Place::definition("/info/title"),
            format!("“{}” may be refused: titles have to be English.", quote(&found)),
        );
    }
}
