//! A title of more than 30 characters.

use super::title;
use crate::connector::definition::Definition;
use crate::connector::terms::length;
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
    fix: None,
    docs: r#"The title has more than 30 characters.

The lists in which makers look for connectors have room for 30. Blanks count, at the end too.

Shorten the title to the name of the product.

```json bad
{"info": {"title": "Contoso Invoices for Everybodys"}}
```

```json good
{"info": {"title": "Contoso Invoices for Everybody"}}
```

```json good
{"info": {"title": "Contoso"}}
```
"#,
};

/// Unicode scalar values.
const LONGEST: usize = 30;

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let length = length(&title);
    if length > LONGEST {
        out.say(
            Place::definition("/info/title"),
            format!(
                "The title has {length} characters; {LONGEST} at most. Shorten it by {}.",
                length - LONGEST
            ),
        );
    }
}
