//! The host looks like a test system.

use super::{host, is_bare};
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
    docs: "\
The host looks like a development or test system.

What stands here is what all users get. Words such as dev, test, qa or staging in a part of the name are taken as a sign, those in the last part excepted.

```json bad
{\"host\": \"dev-api.contoso.com\"}
```

```json bad
{\"host\": \"api.Staging.contoso.com:443\"}
```

```json bad
{\"host\": \"localhost\"}
```

```json good
{\"host\": \"swapi.dev\"}
```

```json good
{\"host\": \"devices.contest.com\"}
```
",
};

const SIGNS: [&str; 14] = [
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
    let Some(host) = host(definition).filter(|host| is_bare(host)) else { return };
    let name = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let mut labels: Vec<&str> = name.split('.').collect();
    match labels.len() {
        1 => {}
        2 => labels.clear(),
        _ => {
            labels.pop();
        }
    }
    let sign =
        labels.iter().flat_map(|label| label.split(['-', '_'])).find(|part| SIGNS.contains(part));
    if let Some(sign) = sign {
        out.say(
            Place::definition("/host"),
            format!(
                "“{}” looks like a test host ({sign}). Give the production host.",
                quote(&host)
            ),
        );
    }
}
