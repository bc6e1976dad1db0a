//! A definition that does not offer HTTPS.

use super::offers_https;
use crate::connector::definition::Definition;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

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
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Offer HTTPS alone",
        make: |_, place| fix::set(place, vec!["https"]),
    }),
    docs: r#"The definition does not offer HTTPS.

What people send through a connector must be encrypted on its way. Without `schemes` the platform
does not know that it may be.

Write `"schemes": ["https"]`, in small letters.

```json bad
{"schemes": null}
```

```json fixed
{"schemes": ["https"]}
```

```json bad
{"schemes": ["http"]}
```

```json fixed
{"schemes": ["https"]}
```

```json bad
{"schemes": "https"}
```

```json fixed
{"schemes": ["https"]}
```

```json bad
{"schemes": ["HTTPS"]}
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
        out.say(
            Place::definition("/schemes"),
            "The definition does not offer HTTPS. Write \"schemes\": [\"https\"].",
        );
    }
}
