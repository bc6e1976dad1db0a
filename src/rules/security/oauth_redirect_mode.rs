//! OAuth without a redirect address of the connector's own.

use jiff::civil::date;

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static OAUTH_REDIRECT_MODE: Rule = Rule {
    id: "oauth-redirect-mode",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::ConnectionParameter(check)],
    quiet_when: &[],
    since: Some(date(2024, 2, 1)),
    cites: &["S8"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Set it to `GlobalPerConnector`, and take a fixed `redirectUrl` out",
        make: |cx, place| {
            let mut mends = fix::set(place, MODE)?;
            let fixed = fix::parent(cx, place)?.get("redirectUrl");
            mends.extend(
                fixed
                    .and_then(|url| fix::remove(&Place::node(Role::Properties, url)))
                    .into_iter()
                    .flatten(),
            );
            Some(mends)
        },
    }),
    docs: r#"OAuth does not use a redirect address of the connector's own.

Since February 2024 every connector has its own address to which people return after they signed in.
Connectors that share the global address are refused; older ones on the platform still do.

Set `redirectMode` to `GlobalPerConnector` and take `redirectUrl` out. Then register
`https://global.consent.azure-apim.net/redirect/`, followed by the connector's id, at your sign-in
service.

```json bad
{ "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings":
  { "identityProvider": "oauth2", "redirectMode": "Global" } } } } }
```

```json fixed
{ "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json fixed and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings":
  { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" } } } } }
```

```json bad
{ "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings":
  { "identityProvider": "oauth2" } } } } }
```

```json fixed
{ "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json fixed and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings":
  { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" } } } } }
```

Capitals matter:

```json bad
{ "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json bad and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings":
  { "identityProvider": "oauth2", "redirectMode": "globalPerConnector" } } } } }
```

```json fixed
{ "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json fixed and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings":
  { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" } } } } }
```

```json good
{ "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {},
  "authorizationUrl": "https://login.contoso.com/a", "tokenUrl": "https://login.contoso.com/t" } } }
```

```json good and file=apiProperties.json
{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings":
  { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" } } } } }
```
"#,
};

const MODE: &str = "GlobalPerConnector";

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let settings = parameter.oauth_settings().filter(|_| parameter.is_oauth());
    let Some(settings) = settings else { return };
    let wrong = match settings.text("redirectMode") {
        Some(found) if found == MODE => return,
        Some(found) => format!(
            "`redirectMode` is “{}”, but new connectors need a redirect address of their own.",
            quote(&found)
        ),
        None => {
            "`redirectMode` is missing, and new connectors need a redirect address of their own."
                .to_owned()
        }
    };
    out.say(
        Place::member(Role::Properties, settings, "redirectMode"),
        format!("{wrong} Set it to `{MODE}`, and register that address at the sign-in service."),
    );
}
