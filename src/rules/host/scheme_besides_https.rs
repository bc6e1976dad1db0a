//! A scheme besides HTTPS.

use super::{is_https, offers_https, schemes};
use crate::connector::definition::Definition;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static SCHEME_BESIDES_HTTPS: Rule = Rule {
    id: "scheme-besides-https",
    official: &["5000.3.1.6"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Offer HTTPS alone",
        make: |_, place| fix::set(place, vec!["https"]),
    }),
    docs: r#"The definition offers another scheme besides HTTPS.

With plain HTTP among the schemes, keys and data may travel in the open. Microsoft asks for HTTPS
with TLS 1.2; a few published connectors still list more, so this is advice.

Leave only `https`.

```json bad
{"schemes": ["https", "http"]}
```

```json fixed
{"schemes": ["https"]}
```

```json bad
{"schemes": [443, "https"]}
```

```json fixed
{"schemes": ["https"]}
```

```json good
{"schemes": ["https"]}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if !offers_https(definition) {
        return;
    }
    let other = schemes(definition).find(|scheme| !is_https(*scheme));
    if let Some(other) = other {
        out.say(
            Place::definition("/schemes"),
            format!("The scheme {} stands besides https. Leave only https.", quote(other.raw())),
        );
    }
}
