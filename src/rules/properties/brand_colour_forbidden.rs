//! A brand colour that Microsoft refuses.

use super::colour;
use crate::answers::Publisher;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static BRAND_COLOUR_FORBIDDEN: Rule = Rule {
    id: "brand-colour-forbidden",
    official: &["5000.2.1.1"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S3"],
    docs: "\
The brand colour is white or the maker portal's default blue.

Microsoft refuses `#ffffff` and `#007ee5`, since neither tells connectors apart.

Choose the background colour of your icon.

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#FFFFFF\"}}
```

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#007ee5\"}}
```

```json good file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#007ee6\"}}
```
",
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(colour) = colour(properties) else { return };
    if ["#ffffff", "#007ee5"].iter().any(|refused| colour.eq_ignore_ascii_case(refused)) {
        out.say(
            Place::properties("/properties/iconBrandColor"),
            format!("{colour} is refused. Choose the background colour of your icon."),
        );
    }
}
