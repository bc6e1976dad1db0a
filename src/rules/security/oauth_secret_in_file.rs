//! A client secret in the properties. Its value is never printed.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms::length;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static OAUTH_SECRET_IN_FILE: Rule = Rule {
    id: "oauth-secret-in-file",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::ConnectionParameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3", "S6"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Empty the secret",
        make: |_, place| fix::set(place, ""),
    }),
    docs: r#"A client secret seems to stand in the properties.

The files become public. Whoever has the secret can act as your app, so it is given in Partner
Center during the submission, never in a file. A value with a word such as “dummy”, “your” or
“secret” in it, or with a bracket, counts as a stand-in.

Empty `clientSecret`. If the file was shared or committed already, make a new secret and revoke this
one.

```json bad
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/authorize",
  "tokenUrl": "https://login.contoso.com/token"
} } }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": {
  "type": "oauthSetting",
  "oAuthSettings": {
    "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector",
    "clientSecret": "0000-0000-0000"
  }
} } } }
```

```json fixed
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/authorize",
  "tokenUrl": "https://login.contoso.com/token"
} } }
```

```json fixed and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": {
  "type": "oauthSetting",
  "oAuthSettings": {
    "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector",
    "clientSecret": ""
  }
} } } }
```

The capitals of the name do not matter:

```json bad
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/authorize",
  "tokenUrl": "https://login.contoso.com/token"
} } }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": {
  "type": "oauthSetting",
  "oAuthSettings": {
    "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector",
    "ClientSecret": "0000-0000-0000"
  }
} } } }
```

```json fixed
{ "securityDefinitions": { "oauth": {
  "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/authorize",
  "tokenUrl": "https://login.contoso.com/token"
} } }
```

```json fixed and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": {
  "type": "oauthSetting",
  "oAuthSettings": {
    "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector",
    "ClientSecret": ""
  }
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
  "oAuthSettings": {
    "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector",
    "clientSecret": "", "ClientSecret": "Your client's key"
  }
} } } }
```
"#,
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    for member in parameter.secrets() {
        // Never the value itself: reports end up in logs and pull requests.
        out.say(
            Place::node(Role::Properties, member),
            format!(
                "`{}` holds {} characters that look like a real secret, and this file becomes \
                 public. Empty it, give the secret in Partner Center, and make a new one if the \
                 file was shared.",
                quote(&member.key().unwrap_or_default()),
                length(&member.as_str().unwrap_or_default())
            ),
        );
    }
}
