//! A brand colour that is no colour.

use crate::connector::properties::Properties;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
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
    cites: &["S3", "S9"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the same colour as `#rrggbb`",
        make: |cx, place| {
            fix::rewrite(cx, place, |colour| {
                let digits = colour.trim().trim_start_matches('#');
                let whole = match digits.len() {
                    3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
                    6 => digits.to_owned(),
                    _ => return None,
                };
                let is_colour = whole.bytes().all(|byte| byte.is_ascii_hexdigit());
                is_colour.then(|| format!("#{whole}"))
            })
        },
    }),
    docs: r##"The brand colour is not of the form `#rrggbb`.

Microsoft reads a hash sign and six hexadecimal digits, and nothing else: no names of colours, no
short form, no blanks.

Write the colour so; a picture editor shows it as “hex”.

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": "1a73c4" } }
```

```json fixed file=apiProperties.json
{ "properties": { "iconBrandColor": "#1a73c4" } }
```

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": "#17c" } }
```

```json fixed file=apiProperties.json
{ "properties": { "iconBrandColor": "#1177cc" } }
```

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": "#1a73cg" } }
```

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": "#1a73c4 " } }
```

```json fixed file=apiProperties.json
{ "properties": { "iconBrandColor": "#1a73c4" } }
```

```json bad file=apiProperties.json publisher=independent also=brand-colour-not-independent
{ "properties": { "iconBrandColor": "da3b01" } }
```

```json good file=apiProperties.json
{ "properties": { "iconBrandColor": "#1A73c4" } }
```
"##,
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(colour) = properties.text("iconBrandColor") else { return };
    let digits = colour.strip_prefix('#').unwrap_or_default();
    let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_colour && !is_blank(Some(&colour)) {
        out.say(
            Place::properties("/properties/iconBrandColor"),
            format!(
                "“{}” is not a colour. Write `#` and six hexadecimal digits, such as #1a73c4.",
                quote(&colour)
            ),
        );
    }
}
