//! The properties name no owner of the service.

use crate::connector::properties::Properties;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::contact::ready;

pub(crate) static STACK_OWNER_MISSING: Rule = Rule {
    id: "stack-owner-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    docs: "\
The properties name no owner of the service.

Users see whose service they connect to. Verified publishers usually own it themselves.

Fill in `stackOwner` under `properties`; the spelling of the name counts.

```json bad file=apiProperties.json
{\"properties\": {\"stackOwner\": null}}
```

```json bad file=apiProperties.json
{\"properties\": {\"stackOwner\": \"  \", \"stackowner\": \"Contoso Ltd\"}}
```

```json good file=apiProperties.json
{\"properties\": {\"stackOwner\": \"Contoso, Ltd. & Sons\"}}
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    if properties.properties().is_some() && terms::is_blank(properties.text("stackOwner")) {
        let (hint, related) = ready(cx, "ownership.stack_owner");
        out.say_with(
            Place::properties("/properties/stackOwner"),
            format!("The properties name no owner of the service (`stackOwner`). {hint}"),
            related,
        );
    }
}
