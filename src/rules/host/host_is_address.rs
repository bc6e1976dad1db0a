//! A host given by its number.

use super::host;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static HOST_IS_ADDRESS: Rule = Rule {
    id: "host-is-address",
    official: &["5000.2.6.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"The host is an IP address.

An address changes when the service moves, and a published connector cannot follow. It has no
certificate of its own either, in general.

Give the service a name and write that.

```json bad
{"host": "203.0.113.7"}
```

```json bad
{"host": "203.0.113.7:8443"}
```

```json bad
{"host": "999.0.00.1000"}
```

```json good
{"host": "203.0.113.contoso.com"}
```

```json good
{"host": "1.2.3.4.5"}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(host) = host(definition) else { return };
    let groups: Vec<&str> = host.name().split('.').collect();
    let is_number =
        |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    if groups.len() == 4 && groups.iter().all(is_number) {
        out.say(
            Place::definition("/host"),
            format!(
                "The host {} is an address. Use a name, such as api.contoso.com.",
                quote(host.name())
            ),
        );
    }
}
