//! The host is no bare host name.

use super::{host, is_bare};
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static HOST_MALFORMED: Rule = Rule {
    id: "host-malformed",
    official: &["HostNameNotValid", "5000.2.6.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S10"],
    docs: "\
The host is not a bare host name.

No `https://` before it, no path behind it; a port is allowed. The path belongs into `basePath`.

```json bad
{\"host\": \"https://api.contoso.com\"}
```

```json bad
{\"host\": \"api.contoso.com/v1\"}
```

```json bad
{\"host\": \"api.contoso.com:\"}
```

```json good
{\"host\": \"api.contoso.com:8443\"}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(host) = host(definition) else { return };
    if !is_bare(&host) {
        out.say(
            Place::definition("/host"),
            format!("“{}” is no bare host name. Leave out scheme and path.", quote(&host)),
        );
    }
}
