//! A way to sign in that Microsoft does not certify.

use crate::answers::{Answers, items};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static AUTHENTICATION_NOT_ACCEPTED: Rule = Rule {
    id: "authentication-not-accepted",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S0", "S4"],
    fix: None,
    docs: "\
People sign in by something that Microsoft does not certify.

Only OAuth 2, an API key, basic authentication and none at all are accepted, of any publisher.

Offer one of the four, and take the other one out of the connector.

```toml bad
[authentication]
types = \"other\"
```

```toml bad
[authentication]
types = \"api-key, Other\"
```

```toml good
[authentication]
types = \"api-key\"
```
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let types = answers.confirmed("authentication.types").unwrap_or_default();
    if items(types).any(|item| item.eq_ignore_ascii_case("other")) {
        out.say(
            Place::Answer("authentication.types"),
            "Microsoft certifies OAuth 2, API key, basic and anonymous, and nothing else. Offer \
             one of these four.",
        );
    }
}
