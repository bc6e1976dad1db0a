//! OAuth settings are missing or have no identity provider.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms;
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
    docs: "\
The OAuth settings of a connection parameter are missing, or name no identity provider.

Without them nobody can sign in. `identityProvider` is `oauth2`, `aad` or `oauth2generic`.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"\", \"clientId\": \"\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json bad and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```

```json bad also=connection-parameter-type-unknown file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"OAuthSetting\", \"oAuthSettings\": []}}}}
```

```json bad and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientId\": \"\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json good and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```
",
};

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    if !parameter.is_oauth() {
        return;
    }
    match parameter.oauth_settings() {
        None => out.say(
            Place::member(Role::Properties, parameter.node, "oAuthSettings"),
            format!("`{}` has no object oAuthSettings. Add the settings.", quote(&parameter.name)),
        ),
        Some(settings) if terms::is_blank(settings.text("identityProvider")) => out.say(
            Place::member(Role::Properties, settings, "identityProvider"),
            "The OAuth settings name no identity provider. Give oauth2, aad or oauth2generic.",
        ),
        Some(_) => {}
    }
}
