//! A connector without a title.

use super::title;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TITLE_MISSING: Rule = Rule {
    id: "title-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: r#"The connector has no title.

The title is the name under which makers find the connector.

Give it the name of the product, in at most 30 characters, under `info`, `title`.

```json bad
{"info": {"title": null}}
```

```json bad
{"info": {"title": " \t\u00a0"}}
```

```json bad also=json-type-mismatch
{"info": {"title": 365}}
```

```json good
{"info": {"title": "365"}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if title(definition).is_none() {
        out.say(
            Place::definition("/info/title"),
            "The connector has no title. Give it the name of the product, in 30 characters or \
             less.",
        );
    }
}
