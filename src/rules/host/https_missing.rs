//! A definition that does not offer HTTPS.

use super::offers_https;
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
    fix: None,
    docs: r#"The definition does not offer HTTPS.

What people send through a connector must be encrypted on its way. Without `schemes` the platform
does not know that it may be.

Write `"schemes": ["https"]`, in small letters.

```json bad
{"schemes": null}
```

```json bad
{"schemes": ["http"]}
```

```json bad also=json-type-mismatch
{"schemes": "https"}
```

```json bad also=scheme-invalid
{"schemes": ["HTTPS"]}
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
