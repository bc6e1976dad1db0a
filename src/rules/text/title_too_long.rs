//! A title of more than 30 characters.

use super::title;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TITLE_TOO_LONG: Rule = Rule {
    id: "title-too-long",
    official: &["FieldLengthExceeded", "5000.2.2.1"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The title has more than 30 characters.

It would be cut in the lists of the platform. Blanks at either end count.

```json bad
{\"info\": {\"title\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}
```

```json bad
{\"info\": {\"title\": \" xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}
```

```json good
{\"info\": {\"title\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}
```
",
};

const MOST: usize = 30;

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let length = terms::length(&title);
    if length > MOST {
        out.say(
            Place::definition("/info/title"),
            format!(
                "The title has {length} characters; {MOST} at most. Shorten it by {}.",
                length - MOST
            ),
        );
    }
}
