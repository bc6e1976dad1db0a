//! The title does not end with a letter or digit.

use super::title;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static TITLE_END_NOT_ALPHANUMERIC: Rule = Rule {
    id: "title-end-not-alphanumeric",
    official: &["ValueMustEndWithAlphanumeric", "5000.2.2.3"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The title does not end with a letter or a digit.

A bracket, a dot or a blank at the end is refused, and so is a letter beyond ASCII.

```json bad
{\"info\": {\"title\": \"Contoso (Beta)\"}}
```

```json bad
{\"info\": {\"title\": \"Contoso \"}}
```

```json good
{\"info\": {\"title\": \"Contoso (Beta) 2\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    if let Some(last) = title.chars().last().filter(|last| !last.is_ascii_alphanumeric()) {
        out.say(
            Place::definition("/info/title"),
            format!(
                "The title ends with “{}”. End it with a letter or a digit.",
                quote(&last.to_string())
            ),
        );
    }
}
