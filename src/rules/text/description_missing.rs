//! The connector has no description.

use super::description;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_MISSING: Rule = Rule {
    id: "description-missing",
    official: &["RequiredPropertyMissing", "RequiredValueEmpty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    docs: "\
The connector has no description.

Say in 30 to 500 characters what the service is for.

```json bad
{\"info\": {\"description\": null}}
```

```json bad
{\"info\": {\"description\": \"\"}}
```

```json good
{\"info\": {\"description\": \"Keeps the invoices of small companies.\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if description(definition).is_none() {
        out.say(
            Place::definition("/info/description"),
            "The connector has no description. Say in 30 to 500 characters what the service is for.",
        );
    }
}
