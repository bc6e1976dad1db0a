//! A connection parameter of an unknown type.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static CONNECTION_PARAMETER_TYPE_UNKNOWN: Rule = Rule {
    id: "connection-parameter-type-unknown",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::ConnectionParameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S11"],
    docs: "\
A connection parameter has no type that the platform knows.

It knows string, securestring, int, bool, gatewaySetting and oauthSetting, in that spelling.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"type\": \"secureString\"}}}}
```

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"type\": null}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"type\": \"string\"}}}}
```
",
};

const TYPES: [&str; 6] =
    ["string", "securestring", "int", "bool", "gatewaySetting", "oauthSetting"];

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let found = parameter.node.text("type");
    if found.as_deref().is_some_and(|kind| TYPES.contains(&kind)) {
        return;
    }
    let said = found.map_or("nothing".to_owned(), |kind| format!("“{}”", quote(&kind)));
    out.say(
        Place::member(Role::Properties, parameter.node, "type"),
        format!("The type is one of {}; here is {said}.", TYPES.join(", ")),
    );
}
