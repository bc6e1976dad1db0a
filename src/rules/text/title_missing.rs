//! The connector has no title.

use super::title;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TITLE_MISSING: Rule = Rule {
    id: "title-missing",
    official: &["RequiredPropertyMissing", "RequiredValueEmpty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The connector has no title.

It is the connector's name everywhere. Usually it is the name of the product.

```json bad
{\"info\": {\"title\": null}}
```

```json bad
{\"info\": {\"title\": \" \"}}
```

```json good
{\"info\": {\"title\": \"A\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if title(definition).is_none() {
        out.say(
            Place::definition("/info/title"),
            "The connector has no title. Give the name of the product, in 30 characters at most.",
        );
    }
}
