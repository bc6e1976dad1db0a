//! The properties file has no object `properties`.

use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PROPERTIES_OBJECT_MISSING: Rule = Rule {
    id: "properties-object-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S11"],
    docs: "\
The properties file has no object `properties`.

Everything in the file stands under that one member; without it nothing of it is read.

```text bad file=apiProperties.json
{\"iconBrandColor\": \"#0a5c8f\"}
```

```text bad file=apiProperties.json
{\"properties\": []}
```

```json good file=apiProperties.json
{\"properties\": {}}
```
",
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    if properties.properties().is_none() {
        out.say(
            Place::properties("/properties"),
            "Everything has to stand under one object `properties`. Wrap the file in it.",
        );
    }
}
