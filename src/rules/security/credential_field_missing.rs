//! A key or password that nobody can type in.

use super::definition_of_type;
use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static CREDENTIAL_FIELD_MISSING: Rule = Rule {
    id: "credential-field-missing",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[Role::Definition],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Add the fields that the security definition asks for",
        make: |cx, place| {
            let defined = definition_of_type(cx.definition()?, &["basic", "apiKey"])?;
            let basic = defined.text("type").is_some_and(|kind| kind == "basic");
            let way = if basic { "basic" } else { "api-key" };
            fix::set(place, fix::template::connection_parameters(way)?)
        },
    }),
    docs: r#"The definition asks for a key or a password, but there is no field to type it in.

With a security definition of the type `apiKey` or `basic`, whoever makes a connection has to give
something. The fields for it are the connection parameters of the properties.

Add one under `connectionParameters`: a `securestring` for a key, or `username` and `password`. Or
take the security definition out, if the service is open to all.

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": null } }
```

```json fixed file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": {
  "type": "securestring",
  "uiDefinition": {
    "displayName": "API key",
    "description": "The API key of your account.",
    "tooltip": "The API key of your account.",
    "constraints": { "required": "true", "clearText": false, "tabIndex": 2 }
  }
} } } }
```

```json bad
{ "securityDefinitions": { "api_key": { "type": "basic", "in": null, "name": null } } }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": null } } }
```

```json good
{ "securityDefinitions": null, "security": null }
```

```json good and file=apiProperties.json
{ "properties": { "connectionParameters": {} } }
```

```json good and file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": null } } }
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition().filter(|_| properties.properties().is_some()) else {
        return;
    };
    if properties.connection_parameters().is_empty()
        && let Some(defined) = definition_of_type(definition, &["basic", "apiKey"])
    {
        out.say_with(
            Place::properties("/properties/connectionParameters"),
            "The definition asks for a key or a password, but there is no connection parameter to \
             type it into. Add one, or take the security definition out.",
            vec![Place::node(Role::Definition, defined)],
        );
    }
}
