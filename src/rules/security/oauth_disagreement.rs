//! Only one of the two files speaks of OAuth 2.

use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static OAUTH_DISAGREEMENT: Rule = Rule {
    id: "oauth-disagreement",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[Role::Definition],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S11"],
    docs: "\
Only one of definition and properties speaks of OAuth 2.

People sign in by the connection parameters; the definition tells the test tab and the reviewers how. Make both say the same.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientId\": \"\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json bad
{\"securityDefinitions\": {\"more\": {\"type\": \"oauth2\", \"flow\": \"implicit\", \"authorizationUrl\": \"https://contoso.com/a\"}}}
```

```json good file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientId\": \"\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json good and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```
",
};

fn check(cx: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    if properties.properties().is_none() {
        return;
    }
    let defined = definition
        .security_definitions()
        .into_iter()
        .flat_map(Node::members)
        .any(|(_, node)| node.text("type").is_some_and(|kind| kind == "oauth2"));
    let offered = properties.connection_parameters().iter().any(ConnectionParameter::is_oauth);
    let message = match (defined, offered) {
        (true, false) => {
            "The definition speaks of OAuth 2, but no connection parameter is an oauthSetting."
        }
        (false, true) => {
            "A connection parameter is an oauthSetting, but the definition has no oauth2."
        }
        _ => return,
    };
    out.say(
        Place::properties("/properties/connectionParameters"),
        format!("{message} Make both say the same."),
    );
}
