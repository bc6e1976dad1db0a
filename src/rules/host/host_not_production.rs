//! A host whose name speaks of tests.

use super::host;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static HOST_NOT_PRODUCTION: Rule = Rule {
    id: "host-not-production",
    official: &["5000.2.6.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"The host looks like one for development or tests.

A certified connector calls the production system. A part of this name, such as `dev`, `test`, `qa`
or `staging`, says that it is another one.

Write the production host. Parts of the name are the pieces between dots, `-` and `_`; of a name
with three parts or more the last one does not count, and of one with two neither does.

```json bad
{"host": "dev-api.contoso.com"}
```

```json bad
{"host": "api.STAGING.contoso.com:443"}
```

```json bad
{"host": "api.test.com"}
```

```json bad
{"host": "my_local"}
```

```json bad
{"host": "localhost:8080"}
```

```json good
{"host": "contoso.dev"}
```

```json good
{"host": "dev.to"}
```

```json good
{"host": "api.contoso.test"}
```

```json good
{"host": "devices.latest.contoso.com"}
```
"#,
};

/// Pieces of names that production hosts do not have.
const TOKENS: [&str; 14] = [
    "dev",
    "develop",
    "development",
    "test",
    "testing",
    "tst",
    "qa",
    "uat",
    "stage",
    "staging",
    "stg",
    "preprod",
    "localhost",
    "local",
];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(host) = host(definition) else { return };
    let name = host.name().to_ascii_lowercase();
    let labels: Vec<&str> = name.split('.').collect();
    // The last label of a long name and both of a short one are bought, not chosen for a purpose.
    let telling: &[&str] = match labels.as_slice() {
        [only] => std::slice::from_ref(only),
        [telling @ .., _] if labels.len() > 2 => telling,
        _ => &[],
    };
    let mut pieces = telling.iter().flat_map(|label| label.split(['-', '_']));
    if let Some(piece) = pieces.find(|piece| TOKENS.contains(piece)) {
        out.say(
            Place::definition("/host"),
            format!(
                "The host {} looks like one for tests, because of “{piece}” in its name. Use the \
                 production host.",
                quote(host.name())
            ),
        );
    }
}
