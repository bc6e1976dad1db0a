//! The schemes do not name https.

use super::schemes;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static HTTPS_MISSING: Rule = Rule {
    id: "https-missing",
    official: &["5000.3.1.6"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    docs: "\
The schemes do not name https.

Without the list the platform may call your service unencrypted.

Write `\"schemes\": [\"https\"]`.

```json bad
{\"schemes\": null}
```

```json bad
{\"schemes\": [\"http\"]}
```

```json bad
{\"schemes\": \"https\"}
```

```json good
{\"schemes\": [\"https\"]}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if !schemes(definition).any(|scheme| scheme.as_str().is_some_and(|text| text == "https")) {
        out.say(
            Place::definition("/schemes"),
            "Calls have to go over https: write \"schemes\": [\"https\"].",
        );
    }
}
