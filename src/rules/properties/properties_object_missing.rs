//! A properties file without the object `properties`.

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
    fix: None,
    docs: r#"The properties file has no object `properties`.

Everything in `apiProperties.json` stands under one member, `properties`. What stands beside it is
not seen, so nothing else in this file can be judged before this is mended.

Wrap the content: `{ "properties": { … } }`.

```json bad file=apiProperties.json
{ "properties": null }
```

```json bad file=apiProperties.json
{ "properties": [] }
```

```json good file=apiProperties.json
{ "properties": { "capabilities": [] } }
```
"#,
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    if properties.properties().is_none() {
        out.say(
            Place::properties("/properties"),
            "This file has no object `properties`, under which everything stands. Put the content \
             into `{ \"properties\": { … } }`.",
        );
    }
}
