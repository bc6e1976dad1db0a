//! A connector without a description.

use super::description;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_MISSING: Rule = Rule {
    id: "description-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"The connector has no description.

The description is what makers read before they choose a connector.

Say in 30 to 500 characters what the service does and what the connector is good for, under
`info`, `description`.

```json bad
{"info": {"description": null}}
```

```json bad
{"info": {"description": "\n \u3000"}}
```

```json bad also=json-type-mismatch
{"info": {"description": ["A list is not a text, however long it may be."]}}
```

```json good
{"info": {"description": "Invoices of small companies, to be created and looked up."}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if description(definition).is_none() {
        out.say(
            Place::definition("/info/description"),
            "The connector has no description. Say in 30 to 500 characters what the service does.",
        );
    }
}
