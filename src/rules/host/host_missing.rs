//! A definition without a host.

use super::text;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static HOST_MISSING: Rule = Rule {
    id: "host-missing",
    official: &["5000.2.6.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S6"],
    fix: None,
    docs: r#"The definition names no host.

The host is the computer that the connector calls. Without it the platform does not know where to
send anything.

Write the name of the production host under `host`, without `https://` and without a path.

```json bad
{"host": null}
```

```json bad
{"host": " "}
```

```json bad
{"host": ["api.contoso.com"]}
```

```json good
{"host": "api.contoso.com:8443"}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if text(definition).is_none() {
        out.say(
            Place::definition("/host"),
            "The definition names no host. Write the name of the production host, such as \
             api.contoso.com.",
        );
    }
}
