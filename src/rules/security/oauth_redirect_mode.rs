//! OAuth without a redirect address per connector.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use jiff::civil::date;

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
    docs: "\
The OAuth settings do not use a redirect address of the connector's own.

Since February 2024 each connector has one, and reviewers send back what still shares the global one; older published connectors have it yet.

Set `redirectMode` to `GlobalPerConnector`, and take `redirectUrl` out.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientId\": \"\", \"scopes\": [\"read\"], \"redirectMode\": \"Global\", \"customParameters\": {}}}}}}
```

```json bad and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientId\": \"\", \"scopes\": [\"read\"], \"customParameters\": {}}}}}}
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
    let Some(settings) = parameter.oauth_settings().filter(|_| parameter.is_oauth()) else {
        return;
    };
    if settings.text("redirectMode").as_deref() != Some("GlobalPerConnector") {
        out.say(
            Place::member(Role::Properties, settings, "redirectMode"),
            "Set redirectMode to GlobalPerConnector: each connector has a redirect address of its \
             own since February 2024.",
        );
    }
}
