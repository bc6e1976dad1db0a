//! An independent publisher with another colour.

use super::colour;
use crate::answers::Publisher;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
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
    docs: "\
The colour of an independent publisher's connector is not `#da3b01`.

All independent connectors share that colour and the generic icon.

```json bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#da3b02\"}}
```

```json bad also=brand-colour-malformed file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"da3b01\"}}
```

```json good file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#DA3B01\"}}
```
",
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(colour) = colour(properties) else { return };
    if !colour.eq_ignore_ascii_case(INDEPENDENT_COLOUR) {
        out.say(
            Place::properties("/properties/iconBrandColor"),
            format!("Independent connectors use {INDEPENDENT_COLOUR}, not “{}”.", quote(&colour)),
        );
    }
}
