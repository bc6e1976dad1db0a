//! A connection field without an explanation.

use super::is_field;
use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms;
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
    docs: "\
A field of the connection has no explanation.

Say where people find what they have to type. It may stand in `uiDefinition.description` or in `uiDefinition.schema.description`.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"description\": null}}}}}
```

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"description\": \" \", \"schema\": {\"description\": \"\"}}}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"description\": \"\", \"schema\": {\"description\": \"The key of your account.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let shown = parameter.node.get("uiDefinition");
    let own = shown.and_then(|node| node.text("description"));
    let schema =
        shown.and_then(|node| node.get("schema")).and_then(|node| node.text("description"));
    if is_field(parameter) && terms::is_blank(own) && terms::is_blank(schema) {
        let pointer = parameter.node.pointer().child("uiDefinition").child("description");
        out.say(
            Place::Member(Role::Properties, pointer),
            format!(
                "The field `{}` is not explained. Give it a description.",
                quote(&parameter.name)
            ),
        );
    }
}
