//! The description says “API”.

use super::description;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_SAYS_API: Rule = Rule {
    id: "description-says-api",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S7"],
    docs: "\
The description contains the word “API”.

The people who read it build flows; the guide for texts asks to leave the word out.

```json bad
{\"info\": {\"description\": \"The API of Contoso keeps invoices for you.\"}}
```

```json good
{\"info\": {\"description\": \"The APIs of Contoso keep invoices for you.\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(description) = description(definition) else { return };
    if terms::has_word(&description, "api") {
        out.say(
            Place::definition("/info/description"),
            "The description says “API”. Say what people can do instead.",
        );
    }
}
