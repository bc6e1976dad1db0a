//! White or the default blue as brand colour.

use crate::answers::Publisher;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static BRAND_COLOUR_FORBIDDEN: Rule = Rule {
    id: "brand-colour-forbidden",
    official: &["5000.2.1.1"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S3", "S9"],
    fix: None,
    docs: r##"The brand colour is white or the default blue.

A verified publisher's connector has a colour of its own, the one behind the logo. White, `#ffffff`,
and the blue that every new connector starts with, `#007ee5`, are refused.

Choose the colour of your brand, and give the icon the same background.

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": "#FFFFFF" } }
```

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": "#007ee5" } }
```

```json good file=apiProperties.json
{ "properties": { "iconBrandColor": "#fffffe" } }
```
"##,
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(colour) = properties.text("iconBrandColor") else { return };
    let why = match colour.to_ascii_lowercase().as_str() {
        "#ffffff" => "white",
        "#007ee5" => "the blue that every new connector starts with",
        _ => return,
    };
    out.say(
        Place::properties("/properties/iconBrandColor"),
        format!(
            "{} is {why}, which Microsoft refuses. Choose the colour of your brand.",
            quote(&colour)
        ),
    );
}
