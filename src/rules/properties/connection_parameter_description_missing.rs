//! A connection parameter that is not explained.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static CONNECTION_PARAMETER_DESCRIPTION_MISSING: Rule = Rule {
    id: "connection-parameter-description-missing",
    official: &["5000.2.6.10"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::ConnectionParameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r#"A connection parameter is not explained.

Who makes a connection has to know what to type into the field and where to find it.

Set `description` under the parameter's `uiDefinition`, in a sentence.

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "description": null } } } } }
```

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "description": " ", "schema": { "description": "" } } } } } }
```

The text may also stand in `uiDefinition.schema`:

```json good file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "description": null, "schema": { "description": "The key of your account." } } } } } }
```
"#,
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    if parameter.is_oauth() || parameter.name.contains(':') {
        return;
    }
    let ui = parameter.node.get("uiDefinition");
    let plain = ui.and_then(|ui| ui.text("description"));
    let in_schema = ui.and_then(|ui| ui.get("schema")?.text("description"));
    if is_blank(plain) && is_blank(in_schema) {
        let pointer = parameter.node.pointer().child("uiDefinition").child("description");
        out.say(
            Place::Member(Role::Properties, pointer),
            format!(
                "The field `{}` is not explained. Say under its `uiDefinition`, as `description`, \
                 what to type in and where to find it.",
                quote(&parameter.name)
            ),
        );
    }
}
