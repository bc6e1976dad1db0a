//! The definition has no host.

use super::host;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static HOST_MISSING: Rule = Rule {
    id: "host-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S6"],
    docs: "\
The definition has no host.

Calls have to go somewhere: give the host of the production system.

```json bad
{\"host\": null}
```

```json bad
{\"host\": \" \"}
```

```json good
{\"host\": \"contoso.com\"}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if host(definition).is_none() {
        out.say(
            Place::definition("/host"),
            "The definition has no host. Give the production host, such as api.contoso.com.",
        );
    }
}
