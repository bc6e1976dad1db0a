//! Nowhere to type the credential in.

use crate::connector::files::Role;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static CREDENTIAL_FIELD_MISSING: Rule = Rule {
    id: "credential-field-missing",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[Role::Definition],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S11"],
    docs: "\
The definition asks for a key or a password, and there is no field to type it in.

Without connection parameters nobody is asked for the credential when a connection is made.

Add a connection parameter, usually `api_key`, or `username` and `password`.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null}}}
```

```json good and
{\"security\": null, \"securityDefinitions\": null}
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    if properties.properties().is_none() || !properties.connection_parameters().is_empty() {
        return;
    }
    let needed =
        definition.security_definitions().into_iter().flat_map(Node::members).any(|(_, node)| {
            node.text("type").is_some_and(|kind| kind == "basic" || kind == "apiKey")
        });
    if needed {
        out.say(
            Place::properties("/properties/connectionParameters"),
            "The definition asks for a credential, but there is no connection parameter to type \
             it in. Add one.",
        );
    }
}
