//! A properties file without a brand colour.

use crate::answers::Publisher;
use crate::connector::properties::Properties;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::steps::publisher::INDEPENDENT_COLOUR;

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
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set the colour of all independent connectors",
        make: |cx, place| {
            let forced = cx.publisher() == Publisher::Independent;
            fix::set(place, INDEPENDENT_COLOUR).filter(|_| forced)
        },
    }),
    docs: r##"The connector has no brand colour.

The colour stands behind the icon wherever the connector is shown. It is the one member that the
properties file must have.

Set `iconBrandColor` under `properties`: verified publishers the colour behind their logo,
independent ones `#da3b01`.

```json bad file=apiProperties.json
{ "properties": { "iconBrandColor": null } }
```

```json bad file=apiProperties.json publisher=independent
{ "properties": { "iconBrandColor": "" } }
```

```json fixed file=apiProperties.json publisher=independent
{ "properties": { "iconBrandColor": "#da3b01" } }
```

```json good file=apiProperties.json
{ "properties": { "iconBrandColor": "#1a73c4" } }
```
"##,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(object) = properties.properties() else { return };
    if is_blank(object.text("iconBrandColor")) {
        let remedy = match cx.publisher() {
            Publisher::Verified => {
                "Set `iconBrandColor` to the colour behind your logo, such as #1a73c4."
            }
            Publisher::Independent => {
                "Set `iconBrandColor` to #da3b01, the colour of all independent connectors."
            }
        };
        out.say(
            Place::properties("/properties/iconBrandColor"),
            format!("The connector has no brand colour. {remedy}"),
        );
    }
}
