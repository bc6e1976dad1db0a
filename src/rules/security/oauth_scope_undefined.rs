//! A scope that nothing defines.

use super::{is_oauth, requirements};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static OAUTH_SCOPE_UNDEFINED: Rule = Rule {
    id: "oauth-scope-undefined",
    official: &["OAuthSecurityRequirementValueMustBeScopeName"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A security requirement asks for a scope that its definition does not list.

The scopes of an `oauth2` definition are the members of its `scopes`. What a requirement asks for
must be one of them, capitals included.

List the scope in the definition, or correct its name.

```json bad also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "implicit", "authorizationUrl": "https://login.contoso.com/go", "scopes": { "read": "Read" } } }, "security": [{ "api_key": ["read", "Read"] }] }
```

```json bad also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "implicit", "authorizationUrl": "https://login.contoso.com/go" } }, "security": [{ "api_key": ["read"] }] }
```

```json good also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "implicit", "authorizationUrl": "https://login.contoso.com/go", "scopes": { "read": "Read" } } }, "security": [{ "api_key": ["read"] }] }
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    scopes(cx, definition.root(), out);
}

fn check_operation(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    scopes(cx, operation.node, out);
}

fn scopes(cx: &Context<'_>, holder: Node<'_>, out: &mut Sink<'_>) {
    let defined = cx.definition().and_then(Definition::security_definitions);
    for (name, value) in requirements(holder).filter(|(_, value)| value.items().next().is_some()) {
        let Some(node) = defined.and_then(|defined| defined.get(&name)) else { continue };
        if !is_oauth(node) {
            continue;
        }
        let scopes = node.get("scopes");
        for scope in value.items() {
            let text = scope.as_str();
            if text.and_then(|text| scopes?.get(&text)).is_none() {
                out.say(
                    Place::node(Role::Definition, scope),
                    format!(
                        "“{}” lists no scope {}. List it there, or correct its name.",
                        quote(&name),
                        quote(scope.raw())
                    ),
                );
            }
        }
    }
}
