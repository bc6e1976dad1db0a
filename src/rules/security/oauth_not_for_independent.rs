//! OAuth in the connector of an independent publisher.

use jiff::civil::date;

use crate::answers::{Answers, Publisher, items};
use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    fix: None,
    docs: r#"An independent publisher's connector signs in by OAuth.

Since September 2025 Microsoft does not accept OAuth from independent publishers. The support for it
is paused, and no date is known at which it comes back.

Let people connect with an API key or by user name and password, where the service offers that.

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
  "oAuthSettings": { "identityProvider": "oauth2", "redirectMode": "GlobalPerConnector" }
} } } }
```

An answer of yours is judged in the same way:

```toml bad also=authentication-contradicts-files
[authentication]
types = "oauth2"
```

```toml good
[authentication]
types = "api-key"
```
"#,
};

const KEY: &str = "authentication.types";

const MESSAGE: &str = "OAuth is not accepted from independent publishers at present. Let people \
                       connect with an API key or by user name and password instead.";

fn check(cx: &Context<'_>, parameter: &ConnectionParameter<'_>, out: &mut Sink<'_>) {
    if parameter.is_oauth() {
        let answered = cx.answers().filter(|answers| says_oauth(answers.text(KEY)));
        let related = answered.map(|_| Place::Answer(KEY)).into_iter().collect();
        out.say_with(Place::node(Role::Properties, parameter.node), MESSAGE, related);
    }
}

fn check_answer(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    // Where the file shows the fault as well, the finding stands there.
    let in_file = cx.properties().is_some_and(|properties| {
        properties.connection_parameters().iter().any(ConnectionParameter::is_oauth)
    });
    if !in_file && answers.confirmed(KEY).is_some_and(says_oauth) {
        out.say(Place::Answer(KEY), MESSAGE);
    }
}

fn says_oauth(answer: &str) -> bool {
    items(answer).any(|item| item.eq_ignore_ascii_case("oauth2"))
}
