//! OAuth in one file and not in the other.

use super::definition_of_type;

use serde_json::json;

use crate::connector::files::Role;
use crate::connector::properties::{ConnectionParameter, Properties};
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};

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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Write the other file after the one that signs in by OAuth",
        make: mend,
    }),
    docs: r#"One file signs in by OAuth, the other does not.

The definition says so with a security definition of the type `oauth2`, the properties with a
connection parameter of the type `oauthSetting`. Who reads only one of them is misled.

Make both say the same.

```json bad
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t"
} } }
```

```json bad file=apiProperties.json
{ "properties": { "connectionParameters": { "token": {
  "type": "oauthSetting",
  "oAuthSettings": { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" }
} } } }
```

```json bad
{ "security": [], "securityDefinitions": { "api_key": null, "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": { "read": "Read invoices" },
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t"
} } }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": null } }
```

```json fixed
{ "security": [], "securityDefinitions": { "api_key": null, "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": { "read": "Read invoices" },
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t"
} } }
```

```json fixed and file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": null, "token": { "type": "oauthSetting",
  "oAuthSettings": {
    "identityProvider": "oauth2", "clientId": "replace-in-partner-center",
    "scopes": ["read"], "redirectMode": "GlobalPerConnector",
    "properties": { "IsFirstParty": "False" },
    "customParameters": {
      "authorizationUrl": { "value": "https://login.contoso.com/a" },
      "tokenUrl": { "value": "https://login.contoso.com/t" },
      "refreshUrl": { "value": "https://login.contoso.com/t" }
    }
  }
} } } }
```

```json bad
{ "securityDefinitions": null, "security": null }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": null, "token": { "type": "oauthSetting",
  "oAuthSettings": {
    "identityProvider": "oauth2", "scopes": ["read"], "redirectMode": "GlobalPerConnector",
    "customParameters": {
      "authorizationUrl": { "value": "https://login.contoso.com/a" },
      "tokenUrl": { "value": "https://login.contoso.com/t" }
    }
  }
} } } }
```

```json fixed
{ "security": [{ "oauth2_auth": ["read"] }], "securityDefinitions": { "api_key": null,
  "oauth2_auth": { "type": "oauth2", "flow": "accessCode", "scopes": { "read": "read" },
    "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json fixed and file=apiProperties.json
{ "properties": { "connectionParameters": { "api_key": null, "token": { "type": "oauthSetting",
  "oAuthSettings": {
    "identityProvider": "oauth2", "scopes": ["read"], "redirectMode": "GlobalPerConnector",
    "customParameters": {
      "authorizationUrl": { "value": "https://login.contoso.com/a" },
      "tokenUrl": { "value": "https://login.contoso.com/t" }
    }
  }
} } } }
```

```json good
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t"
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

/// Only where nothing else is said about signing in: which of two ways holds, a person knows.
fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let definition = cx.definition()?;
    let parameters = cx.properties()?.connection_parameters();
    if let Some(defined) = definition_of_type(definition, &["oauth2"]) {
        let token = fix::template::token_like(defined).filter(|_| parameters.is_empty())?;
        return fix::set(place, json!({ "token": token }));
    }
    if definition.root().get("securityDefinitions").is_some_and(|map| !map.is_empty()) {
        return None;
    }
    let settings = parameters.iter().find(|parameter| parameter.is_oauth())?.oauth_settings()?;
    let (defined, scopes) = fix::template::oauth_definition_like(settings)?;
    let mut mends =
        fix::set(&Place::definition("/securityDefinitions"), json!({ "oauth2_auth": defined }))?;
    if definition.root().get("security").is_none() {
        let required = json!([{ "oauth2_auth": scopes }]);
        mends.extend(fix::set(&Place::definition("/security"), required)?);
    }
    Some(mends)
}
