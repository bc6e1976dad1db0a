//! A security definition that does not say enough.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SECURITY_DEFINITION_INCOMPLETE: Rule = Rule {
    id: "security-definition-incomplete",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[
        "security-property-missing",
        "security-property-not-allowed",
        "json-type-mismatch",
        "json-value-not-in-list",
    ],
    since: None,
    cites: &["S5", "S10"],
    fix: None,
    docs: r#"A security definition does not say how to sign in.

`basic` needs nothing more. `apiKey` needs the `name` of the header or query parameter and `in`,
which is `header` or `query`. `oauth2` needs a `flow` and its addresses: `authorizationUrl` for
`implicit`, `tokenUrl` for `password` and `application`, both for `accessCode`.

Add what is missing.

```json bad
{ "securityDefinitions": { "api_key": "basic" } }
```

```json bad
{ "securityDefinitions": { "api_key": [] } }
```

What a definition lacks or has too much is said where it stands, by finer rules:

```json good
{ "securityDefinitions": { "api_key": { "in": "query" } } }
```

```json good
{ "securityDefinitions": { "api_key": { "type": "basic", "in": null, "name": null } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (name, node) in definition.security_definitions().into_iter().flat_map(Node::members) {
        if let Some(lack) = lack(node) {
            out.say(
                Place::node(Role::Definition, node),
                format!("The security definition “{}” {lack}.", quote(&name)),
            );
        }
    }
}

/// What a security definition lacks, as the end of a sentence.
fn lack(node: Node<'_>) -> Option<&'static str> {
    let blank = |name| is_blank(node.text(name));
    match node.text("type").as_deref() {
        Some("basic") => None,
        Some("apiKey") => {
            let place = node.text("in");
            if blank("name") {
                Some("does not name the header or query parameter of the key; add `name`")
            } else if matches!(place.as_deref(), Some("header" | "query")) {
                None
            } else {
                Some("must say with `in` whether the key goes into the `header` or the `query`")
            }
        }
        Some("oauth2") => {
            let (authorization, token) = match node.text("flow").as_deref() {
                Some("implicit") => (true, false),
                Some("password" | "application") => (false, true),
                Some("accessCode") => (true, true),
                _ => return Some("needs a `flow`; for sign-in in a browser that is `accessCode`"),
            };
            if authorization && blank("authorizationUrl") {
                Some("needs an `authorizationUrl` for its flow")
            } else if token && blank("tokenUrl") {
                Some("needs a `tokenUrl` for its flow")
            } else {
                None
            }
        }
        _ => Some("has no known type; the types are `basic`, `apiKey` and `oauth2`"),
    }
}
