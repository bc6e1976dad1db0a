//! A security requirement that nothing defines.

use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SECURITY_REQUIREMENT_UNDEFINED: Rule = Rule {
    id: "security-requirement-undefined",
    official: &["SecurityRequirementMustBeDefined"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Operation(check_operation)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A security requirement names a definition that does not exist.

`security`, at the top or in an operation, refers to members of `securityDefinitions` by name,
capitals included.

Write the name as it is defined, or define it.

```json bad
{ "security": [{ "apiKey": [] }] }
```

```json bad
{ "securityDefinitions": null }
```

In an operation likewise:

```json bad
{ "paths": { "/more": { "get": {
  "operationId": "ListMore", "summary": "List more", "description": "Lists more.",
  "security": [{ "api_key": [] }, { "nobody": [] }],
  "responses": { "200": { "description": "OK." } }
} } } }
```

```json good
{ "security": [] }
```

An empty requirement lets anybody in, and names nothing:

```json good
{ "security": [{}, { "api_key": [] }] }
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    undefined(cx, definition.root(), out);
}

fn check_operation(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    undefined(cx, operation.node, out);
}

fn undefined(cx: &Context<'_>, holder: Node<'_>, out: &mut Sink<'_>) {
    let defined = cx.definition().and_then(Definition::security_definitions);
    for (name, node) in super::requirements(holder) {
        if defined.and_then(|defined| defined.get(&name)).is_none() {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "“{0}” is required here, but `securityDefinitions` has no “{0}”. Write the \
                     name as it is defined, or define it.",
                    quote(&name)
                ),
            );
        }
    }
}
