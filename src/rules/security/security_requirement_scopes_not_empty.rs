//! Scopes for something that has none.

use super::{is_oauth, requirements};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;
use serde_json::json;

pub(crate) static SECURITY_REQUIREMENT_SCOPES_NOT_EMPTY: Rule = Rule {
    id: "security-requirement-scopes-not-empty",
    official: &["SecurityRequirementMustHaveEmptyValue"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write an empty list",
        make: |_, place| fix::set(place, json!([])),
    }),
    docs: r#"A security requirement asks for scopes where there are none.

Only `oauth2` has scopes. For an API key or basic authentication the list is empty.

Write `[]`.

```json bad
{ "security": [{ "api_key": ["read"] }] }
```

```json fixed
{ "security": [{ "api_key": [] }] }
```

```json bad
{ "paths": { "/invoices": { "get": { "security": [{ "api_key": [1] }] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "security": [{ "api_key": [] }] } } } }
```

```json good
{ "security": [{ "api_key": [] }] }
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
        if defined.and_then(|defined| defined.get(&name)).is_some_and(|found| !is_oauth(found)) {
            out.say(
                Place::Key(Role::Definition, value.pointer()),
                format!("Only oauth2 has scopes, “{}” has none. Write [].", quote(&name)),
            );
        }
    }
}
