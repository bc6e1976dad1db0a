//! A connection parameter that people see without a name.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms::is_blank;
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
    fix: None,
    docs: r#"A connection parameter has no name that people can read.

Who makes a connection sees a form with these fields. A field without a display name cannot be
filled in with confidence, and Microsoft refuses it.

Set `displayName` under the parameter's `uiDefinition`.

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "displayName": "" } } } } }
```

```json bad file=apiProperties.json also=connection-parameter-description-missing
{ "properties": { "connectionParameters": { "site": { "type": "string" } } } }
```

The hidden helpers of a sign-in, which have a colon in their names, need none:

```json good file=apiProperties.json
{ "properties": { "connectionParameters": { "token:TenantId": { "type": "string" } } } }
```
"#,
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    if parameter.is_oauth() || parameter.name.contains(':') {
        return;
    }
    let display_name = parameter.node.get("uiDefinition").and_then(|ui| ui.text("displayName"));
    if is_blank(display_name) {
        let pointer = parameter.node.pointer().child("uiDefinition").child("displayName");
        out.say(
            Place::Member(Role::Properties, pointer),
            format!(
                "The field `{}` has no name that people can read. Set `displayName` under its \
                 `uiDefinition`.",
                quote(&parameter.name)
            ),
        );
    }
}
