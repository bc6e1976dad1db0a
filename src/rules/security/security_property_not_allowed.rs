//! A member that does not belong to the type of its security definition.

use super::{scheme, security_definitions};
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;

pub(crate) static SECURITY_PROPERTY_NOT_ALLOWED: Rule = Rule {
    id: "security-property-not-allowed",
    official: &["SecuritySchemePropertyNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Remove the member",
        make: |_, place| fix::remove(place),
    }),
    docs: r#"A security definition has a member that does not belong to its type.

Only `apiKey` has `name` and `in`; only `oauth2` has `flow`, `scopes` and addresses, and of these
only the ones of its flow. `description` and extensions, which begin with `x-`, may stand anywhere.

Remove the member, or correct the type or the flow.

```json bad
{ "securityDefinitions": { "api_key": { "tokenUrl": "https://login.contoso.com/token" } } }
```

```json fixed
{ "securityDefinitions": { "api_key": {} } }
```

```json bad also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "implicit", "authorizationUrl": "https://login.contoso.com/go", "tokenUrl": "https://login.contoso.com/token" } } }
```

```json good
{ "securityDefinitions": { "api_key": { "description": "From your profile.", "x-note": 1 } } }
```

```json good also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "implicit", "authorizationUrl": "https://login.contoso.com/go", "scopes": {} } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (name, node) in security_definitions(definition) {
        // What belongs to an unknown type or flow, nobody knows.
        let Some(scheme) = scheme(node).filter(|scheme| scheme.is_whole) else { continue };
        for (member, value) in node.members() {
            let free = member == "description" || member.starts_with("x-");
            let proper = scheme.needed.contains(&&*member) || scheme.allowed.contains(&&*member);
            if !free && !proper {
                out.say(
                    Place::node(Role::Definition, value),
                    format!(
                        "`{}` does not belong into the security definition “{}”. Remove it, or \
                         correct the type or the flow.",
                        quote(&member),
                        quote(&name)
                    ),
                );
            }
        }
    }
}
