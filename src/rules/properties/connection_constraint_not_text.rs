//! A constraint that is a truth value instead of text.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    docs: "\
A constraint of a connection parameter is written as true or false without quotes.

`required` and `hidden` are texts there, unlike everywhere else.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"constraints\": {\"required\": true}}}}}}
```

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"constraints\": {\"hidden\": false}}}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"constraints\": {\"required\": \"true\", \"hidden\": \"false\", \"clearText\": true}}}}}}
```
",
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let constraints = parameter.node.get("uiDefinition").and_then(|node| node.get("constraints"));
    for name in ["required", "hidden"] {
        let value = constraints.and_then(|node| node.get(name));
        if let Some(value) = value
            && let Some(truth) = value.as_bool()
        {
            out.say(
                Place::node(Role::Properties, value),
                format!("Write it as text: \"{name}\": \"{truth}\"."),
            );
        }
    }
}
