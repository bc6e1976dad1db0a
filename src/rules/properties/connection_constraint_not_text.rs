//! `required` and `hidden` of a connection parameter that are no text.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static CONNECTION_CONSTRAINT_NOT_TEXT: Rule = Rule {
    id: "connection-constraint-not-text",
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
        says: "Put the word in quotes",
        make: |cx, place| fix::set(place, fix::node(cx, place)?.raw()),
    }),
    docs: r#"`required` or `hidden` of a connection parameter is `true` or `false` instead of text.

Microsoft's schema of this file wants the words in quotes here, as in `"required": "true"`. For
`clearText` beside them it is the other way round: that one is a plain `true` or `false`.

Put the word in quotes.

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "constraints": { "required": true } } } } } }
```

```json fixed file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "constraints": { "required": "true" } } } } } }
```

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "constraints": { "hidden": false } } } } } }
```

```json fixed file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "constraints": { "hidden": "false" } } } } } }
```

```json good file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": { "uiDefinition": { "constraints": { "required": "true", "clearText": false } } } } } }
```
"#,
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let constraints = parameter.node.get("uiDefinition").and_then(|ui| ui.get("constraints"));
    for name in ["required", "hidden"] {
        let member = constraints.and_then(|constraints| constraints.get(name));
        if let Some((member, value)) = member.and_then(|member| Some((member, member.as_bool()?))) {
            out.say(
                Place::node(Role::Properties, member),
                format!("`{name}` must be text here. Put it in quotes: \"{value}\"."),
            );
        }
    }
}
