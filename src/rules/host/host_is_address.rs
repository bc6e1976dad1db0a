//! The host is an IP address.

use super::{host, is_bare};
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static HOST_IS_ADDRESS: Rule = Rule {
    id: "host-is-address",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    docs: "\
The host is an IP address.

Certificates and redirects need a name, and an address tells nobody whose service it is.

```json bad
{\"host\": \"10.0.0.1\"}
```

```json bad
{\"host\": \"999.1.2.3:80\"}
```

```json good
{\"host\": \"10.0.0.1.contoso.com\"}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(host) = host(definition).filter(|host| is_bare(host)) else { return };
    let groups: Vec<&str> = host.split(':').next().unwrap_or_default().split('.').collect();
    let digits =
        |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    if groups.len() == 4 && groups.iter().all(digits) {
        out.say(
            Place::definition("/host"),
            format!("“{}” is an address. Use the name of the host.", quote(&host)),
        );
    }
}
