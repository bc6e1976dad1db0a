//! The brand colour is not written as #rrggbb.

use super::colour;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static BRAND_COLOUR_MALFORMED: Rule = Rule {
    id: "brand-colour-malformed",
    official: &["5000.2.1.1"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3"],
    docs: "\
The brand colour is not written as `#rrggbb`.

A `#` and six hexadecimal digits, nothing else: no short form, no name of a colour.

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"0a5c8f\"}}
```

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#0a5\"}}
```

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#0a5c8g\"}}
```

```json good file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#0A5c8f\"}}
```
",
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(colour) = colour(properties) else { return };
    let digits = colour.strip_prefix('#').unwrap_or_default();
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        out.say(
            Place::properties("/properties/iconBrandColor"),
            format!("“{}” is no colour. Write # and six hexadecimal digits.", quote(&colour)),
        );
    }
}
