//! A connection parameter of a type that does not exist.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
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
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Spell the type as Microsoft does",
        make: |cx, place| {
            fix::rewrite(cx, place, |found| {
                fix::text::but_for_case(found, &TYPES).map(str::to_owned)
            })
        },
    }),
    docs: r#"A connection parameter has a type that does not exist.

The types are `string`, `securestring`, `int`, `bool`, `gatewaySetting` and `oauthSetting`, capitals
included. Use `securestring` for anything that nobody may read, such as keys and passwords.

Write one of the six.

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "type": "secureString" } } } }
```

```json fixed file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "type": "securestring" } } } }
```

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "type": null } } } }
```

```json good file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "type": "string" } } } }
```
"#,
};

/// The types, as they are spelled.
const TYPES: [&str; 6] =
    ["string", "securestring", "int", "bool", "gatewaySetting", "oauthSetting"];

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let found = parameter.node.text("type");
    if found.as_deref().is_some_and(|found| TYPES.contains(&found)) {
        return;
    }
    let name = quote(&parameter.name);
    let wrong = match found {
        Some(found) => format!("`{name}` has the type “{}”, which does not exist.", quote(&found)),
        None => format!("`{name}` has no type."),
    };
    out.say(
        Place::member(Role::Properties, parameter.node, "type"),
        format!("{wrong} The types are {}, capitals included.", TYPES.join(", ")),
    );
}
