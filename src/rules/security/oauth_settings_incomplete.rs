//! OAuth settings without the sign-in provider.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static OAUTH_SETTINGS_INCOMPLETE: Rule = Rule {
    id: "oauth-settings-incomplete",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::ConnectionParameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S11"],
    fix: None,
    docs: r#"The settings of an OAuth sign-in are incomplete.

A connection parameter of the type `oauthSetting` has an object `oAuthSettings`, which names the
`identityProvider`: `oauth2` for a service of your own, `aad` for Microsoft's sign-in, or
`oauth2generic` where the requests have to be shaped by hand.

Add what is missing.

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
  "oAuthSettings": null
} } } }
```

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
  "oAuthSettings": { "identityProvider": "", "redirectMode": "GlobalPerConnector" }
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

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    if !parameter.is_oauth() {
        return;
    }
    let pointer = parameter.node.pointer().child("oAuthSettings");
    let name = quote(&parameter.name);
    match parameter.oauth_settings() {
        None => out.say(
            Place::Member(Role::Properties, pointer),
            format!(
                "`{name}` signs in by OAuth, but has no object `oAuthSettings`. Add it, with \
                     an `identityProvider`."
            ),
        ),
        Some(settings) if is_blank(settings.text("identityProvider")) => out.say(
            Place::Member(Role::Properties, pointer.child("identityProvider")),
            format!(
                "The OAuth settings of `{name}` name no `identityProvider`. Add it: `oauth2` \
                     for a service of your own, `aad` for Microsoft's sign-in."
            ),
        ),
        Some(_) => {}
    }
}
