//! OAuth in one file and not in the other.

use super::definition_of_type;
use crate::connector::files::Role;
use crate::connector::properties::{ConnectionParameter, Properties};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OAUTH_DISAGREEMENT: Rule = Rule {
    id: "oauth-disagreement",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[Role::Definition],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: None,
    docs: r#"One file signs in by OAuth, the other does not.

The definition says so with a security definition of the type `oauth2`, the properties with a
connection parameter of the type `oauthSetting`. Who reads only one of them is misled.

Make both say the same.

```json bad
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/authorize",
  "tokenUrl": "https://login.contoso.com/token"
} } }
```

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "token": {
  "type": "oauthSetting",
  "oAuthSettings": { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" }
} } } }
```

```json good
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/authorize",
  "tokenUrl": "https://login.contoso.com/token"
} } }
```

```json good and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": {
  "type": "oauthSetting",
  "oAuthSettings": { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" }
} } } }
```
"#,
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition().filter(|_| properties.properties().is_some()) else {
        return;
    };
    let place = Place::properties("/properties/connectionParameters");
    let parameters = properties.connection_parameters();
    let parameter = parameters.iter().find(|parameter| parameter.is_oauth());
    match (definition_of_type(definition, &["oauth2"]), parameter) {
        (Some(defined), None) => out.say_with(
            place,
            "The definition signs in by OAuth, but no connection parameter has the type \
             `oauthSetting`. Make both files say the same.",
            vec![Place::node(Role::Definition, defined)],
        ),
        (None, Some(ConnectionParameter { node, .. })) => out.say_with(
            place,
            "A connection parameter signs in by OAuth, but the definition has no security \
             definition of the type `oauth2`. Make both files say the same.",
            vec![Place::node(Role::Properties, *node)],
        ),
        _ => {}
    }
}
