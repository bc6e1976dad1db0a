//! OAuth 2 from an independent publisher.

use crate::answers::Answers;
use crate::answers::Publisher;
use crate::answers::items;
use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use jiff::civil::date;

pub(crate) static OAUTH_NOT_FOR_INDEPENDENT: Rule = Rule {
    id: "oauth-not-for-independent",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Independent),
    needs: &[],
    looks: &[Look::ConnectionParameter(check), Look::Answers(check_answer)],
    quiet_when: &[],
    since: Some(date(2025, 9, 1)),
    cites: &["S8"],
    docs: "\
An independent publisher's connector signs in by OAuth 2.

Since September 2025 Microsoft does not accept it from independent publishers; connectors published before keep it.

Offer an API key or basic authentication instead.

```json bad file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"clientId\": \"\", \"scopes\": [\"read\"], \"redirectMode\": \"GlobalPerConnector\", \"customParameters\": {}}}}}}
```

```json bad and
{\"security\": null, \"securityDefinitions\": {\"api_key\": null, \"oauth\": {\"type\": \"oauth2\", \"flow\": \"accessCode\", \"authorizationUrl\": \"https://login.contoso.com/a\", \"tokenUrl\": \"https://login.contoso.com/t\", \"scopes\": {\"read\": \"read\"}}}}
```

```toml bad also=authentication-contradicts-files
[publisher]
type = \"independent\"
[authentication]
types = \"oauth2\"
```

```toml good
[publisher]
type = \"independent\"
[authentication]
types = \"api-key\"
```
",
};

const MESSAGE: &str = "Microsoft accepts no OAuth 2 from independent publishers at present. Offer \
                       an API key or basic authentication.";

fn check(_: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    if parameter.is_oauth() {
        out.say(Place::node(Role::Properties, parameter.node), MESSAGE);
    }
}

fn check_answer(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    let in_file = cx.properties().is_some_and(|properties| {
        properties.connection_parameters().iter().any(ConnectionParameter::is_oauth)
    });
    let said = cx.answer("authentication.types").unwrap_or_default();
    if !in_file && items(said).any(|item| item.eq_ignore_ascii_case("oauth2")) {
        out.say(Place::Answer("authentication.types"), MESSAGE);
    }
}
