//! A security definition without a member that its type needs.

use super::{scheme, security_definitions};
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static SECURITY_PROPERTY_MISSING: Rule = Rule {
    id: "security-property-missing",
    official: &["SecuritySchemePropertyRequired"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A security definition lacks a member that its type needs.

Every definition has a `type`. `apiKey` needs the `name` of the header or query parameter and `in`.
`oauth2` needs a `flow` and its addresses: `authorizationUrl` for `implicit`, `tokenUrl` for
`password` and `application`, both for `accessCode`.

Add what is missing.

```json bad
{ "securityDefinitions": { "api_key": { "name": " " } } }
```

```json bad
{ "securityDefinitions": { "api_key": { "in": null } } }
```

```json bad
{ "securityDefinitions": { "api_key": { "type": null } } }
```

```json bad also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "accessCode", "tokenUrl": "https://login.contoso.com/token" } } }
```

```json good
{ "securityDefinitions": { "api_key": { "type": "basic", "in": null, "name": null } } }
```

```json good also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "implicit", "authorizationUrl": "https://login.contoso.com/go" } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (name, node) in security_definitions(definition) {
        let missing = |member: &&&str| is_blank(node.text(member));
        let needed = scheme(node).map_or(&["type"] as &[&str], |scheme| scheme.needed);
        for member in needed.iter().filter(missing) {
            out.say(
                Place::member(Role::Definition, node, member),
                format!("The security definition “{}” needs a `{member}`.", quote(&name)),
            );
        }
    }
}
