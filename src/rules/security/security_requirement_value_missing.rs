//! A security requirement without a list of scopes.

use super::requirements;
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;
use serde_json::json;

pub(crate) static SECURITY_REQUIREMENT_VALUE_MISSING: Rule = Rule {
    id: "security-requirement-value-missing",
    official: &["SecurityRequirementMustHaveValue"],
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
    docs: r#"A security requirement has no value.

Each name under `security` has a list of scopes as its value, which is empty where there are none.

Write `[]`.

```json bad
{ "security": [{ "api_key": null }] }
```

```json fixed
{ "security": [{ "api_key": [] }] }
```

```json bad
{ "paths": { "/invoices": { "get": { "security": [{ "api_key": null }] } } } }
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
    valueless(cx, definition.root(), out);
}

fn check_operation(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    valueless(cx, operation.node, out);
}

fn valueless(_: &Context<'_>, holder: Node<'_>, out: &mut Sink<'_>) {
    for (name, value) in requirements(holder) {
        if value.is_null() {
            out.say(
                Place::Key(Role::Definition, value.pointer()),
                format!("The requirement “{}” has no list of scopes. Write [].", quote(&name)),
            );
        }
    }
}
