//! An independent connector in a colour of its own.

use crate::answers::Publisher;
use crate::connector::properties::Properties;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;
use crate::steps::publisher::INDEPENDENT_COLOUR;

pub(crate) static BRAND_COLOUR_NOT_INDEPENDENT: Rule = Rule {
    id: "brand-colour-not-independent",
    official: &["5000.2.1.1"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Independent),
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S2", "S6"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set the colour of all independent connectors",
        make: |_, place| fix::set(place, INDEPENDENT_COLOUR),
    }),
    docs: r##"The connector of an independent publisher has another brand colour than `#da3b01`.

All independent connectors share this colour and one generic icon.

Set `iconBrandColor` to `#da3b01`.

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": "#1a73c4" } }
```

```json fixed file=apiProperties.json
{ "properties": { "iconBrandColor": "#da3b01" } }
```

```json good file=apiProperties.json
{ "properties": { "iconBrandColor": "#DA3B01" } }
```
"##,
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(colour) = properties.text("iconBrandColor") else { return };
    if !is_blank(Some(&colour)) && !colour.eq_ignore_ascii_case(INDEPENDENT_COLOUR) {
        out.say(
            Place::properties("/properties/iconBrandColor"),
            format!(
                "The brand colour of every independent connector is {INDEPENDENT_COLOUR}, but the \
                 file has “{}”. Set it to {INDEPENDENT_COLOUR}.",
                quote(&colour)
            ),
        );
    }
}
