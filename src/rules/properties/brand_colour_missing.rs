//! No brand colour.

use crate::connector::properties::Properties;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static BRAND_COLOUR_MISSING: Rule = Rule {
    id: "brand-colour-missing",
    official: &["5000.2.1.1"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S11"],
    docs: "\
There is no brand colour.

It is the background of the connector's tile. Independent publishers use `#da3b01`, verified ones the colour of their icon.

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": null}}
```

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"\"}}
```

```json good file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#123456\"}}
```
",
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    if properties.properties().is_some() && terms::is_blank(properties.text("iconBrandColor")) {
        out.say(
            Place::properties("/properties/iconBrandColor"),
            "Give the brand colour as #rrggbb. Independent publishers use #da3b01.",
        );
    }
}
