//! The properties name no publisher.

use crate::connector::properties::Properties;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::contact::ready;

pub(crate) static PUBLISHER_MISSING: Rule = Rule {
    id: "publisher-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    docs: "\
The properties name no publisher.

It is shown with the connector everywhere. A company for verified publishers, the full name of a person or company for independent ones.

Fill in `publisher` under `properties`; the spelling of the name counts.

```json bad file=apiProperties.json
{\"properties\": {\"publisher\": null}}
```

```json bad file=apiProperties.json
{\"properties\": {\"publisher\": \"  \", \"Publisher\": \"Contoso Ltd\"}}
```

```json good file=apiProperties.json
{\"properties\": {\"publisher\": \"Contoso, Ltd. & Sons\"}}
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    if properties.properties().is_some() && terms::is_blank(properties.text("publisher")) {
        let (hint, related) = ready(cx, "publisher.name");
        out.say_with(
            Place::properties("/properties/publisher"),
            format!("The properties name no publisher (`publisher`). {hint}"),
            related,
        );
    }
}
