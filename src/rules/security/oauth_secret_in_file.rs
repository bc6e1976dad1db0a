//! A client secret stands in the file.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

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
    docs: "\
A client secret seems to stand in the properties.

The files become public. The real secret is given in Partner Center alone; a dummy that says it is one may stand in the file.

Empty it, and change the secret at your service if the file was ever shared.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientSecret\": \"q8F2-77xa\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json bad and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"ClientSECRET\": \"0123456789\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json bad and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientSecret\": \"<client secret>\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json good and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientSecret\": \" \", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json good and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```
",
};

/// What tells that a secret is none (D22).
const MARKS: [&str; 18] = [
    "dummy",
    "placeholder",
    "replace",
    "your",
    "enter",
    "example",
    "sample",
    "insert",
    "secret",
    "test",
    "fake",
    "todo",
    "tbd",
    "xxx",
    "***",
    "<",
    "[",
    "{",
];

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    let settings = parameter.oauth_settings().filter(|_| parameter.is_oauth());
    for (name, node) in settings.into_iter().flat_map(Node::members) {
        let Some(secret) = node.as_str().filter(|_| name.eq_ignore_ascii_case("clientSecret"))
        else {
            continue;
        };
        let lower = secret.to_ascii_lowercase();
        if terms::is_blank(Some(&secret)) || MARKS.iter().any(|mark| lower.contains(mark)) {
            continue;
        }
        // The value is never repeated: messages end up in logs.
        out.say(
            Place::node(Role::Properties, node),
            format!(
                "A client secret of {} characters stands here. Empty it: it belongs into Partner \
                 Center alone.",
                terms::length(&secret)
            ),
        );
    }
}
