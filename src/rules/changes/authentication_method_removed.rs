//! A way to sign in of the published version is gone.

use crate::connector::compare::Comparison;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::steps::authentication::detect;

pub(crate) static AUTHENTICATION_METHOD_REMOVED: Rule = Rule {
    id: "authentication-method-removed",
    official: &["AuthenticationMethodRemoved"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Changes(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: "\
A way to sign in of the published version is gone.

Every connection that people made would stop working, so Microsoft never allows it in an update. \
Adding a way is allowed: multiple authentication, with the old one among the sets.

Put the old way back. If your service really gave it up, talk to the certification team before you \
hand anything in; it takes a new connector.

```json bad published file=apiProperties.json also=connection-parameter-removed
{\"properties\": {\"connectionParameters\": {\"api_key\": null, \"token\": {\"type\": \"oauthSetting\", \"oAuthSettings\": {\"identityProvider\": \"oauth2\", \"redirectMode\": \"GlobalPerConnector\"}}}}}
```

```json good published file=apiProperties.json
{\"properties\": {\"connectionParameters\": {\"api_key\": {\"uiDefinition\": {\"displayName\": \"Key\"}}}}}
```
",
};

fn check(_: &Context<'_>, comparison: &Comparison<'_>, out: &mut Sink<'_>) {
    let (Some(old), Some(new)) = (detect(comparison.old), detect(comparison.new)) else { return };
    let lost: Vec<&str> = old.into_iter().filter(|way| !new.contains(way)).collect();
    if !lost.is_empty() {
        out.say(
            Place::properties("/properties/connectionParameters"),
            format!(
                "People sign in to the published version with {}, which is gone. An update may \
                 never take a way to sign in away: put it back.",
                lost.join(" and ")
            ),
        );
    }
}
