//! A connection field without a label.

use super::is_field;
use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static CONNECTION_PARAMETER_NAME_MISSING: Rule = Rule {
    id: "connection-parameter-name-missing",
    official: &["5000.2.6.9"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::ConnectionParameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    docs: "\
A field of the connection has no label.

People see the label when they connect; without one they do not know what to type.

Give it a `displayName` in its `uiDefinition`.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"displayName\": \"\"}}}}}
```

```json bad also=connection-parameter-description-missing file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": null}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"displayName\": \"Key\"}}}}}
```
",
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let label = parameter.node.get("uiDefinition").and_then(|node| node.text("displayName"));
    if is_field(parameter) && terms::is_blank(label) {
        let pointer = parameter.node.pointer().child("uiDefinition").child("displayName");
        out.say(
            Place::Member(Role::Properties, pointer),
            format!("The field `{}` has no label. Give it a displayName.", quote(&parameter.name)),
        );
    }
}
