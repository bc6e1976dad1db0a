//! A value of the wrong JSON type.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::flaws::Flaw;
use crate::connector::kinds::Type;
use crate::rule::Mend;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::{Kind, Node};
use serde_json::Value;

pub(crate) static JSON_TYPE_MISMATCH: Rule = Rule {
    id: "json-type-mismatch",
    official: &["JsonTypeIncorrect"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the number or boolean without quotes",
        make: mend,
    }),
    docs: r#"A member has a value of the wrong JSON type.

OpenAPI says of each member whether it is a text, a number, true or false, a list or an object.
`"10"` is a text and `10` a number; `null` never fits.

Write the value as the type that is asked for; numbers, `true` and `false` without quotes.

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "maxLength": "10" }] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "maxLength": 10 }] } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "required": "false" }] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "required": false }] } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "minLength": 1.5 }] } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "tags": "Invoices" } } } }
```

```json bad
{ "security": [{ "api_key": "read" }] }
```

```json bad
{ "definitions": [] }
```

```json good
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "maxLength": 10.0, "required": true }] } } } }
```

The value of `additionalProperties` and `example` may be anything:

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "additionalProperties": false, "example": 1 } } } } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, flaw) in definition.flaws() {
        if let Flaw::Mistyped(wanted) = flaw {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "`{}` must be {}; here stands {}.",
                    quote(&node.key().unwrap_or_default()),
                    wanted.words(),
                    found(node)
                ),
            );
        }
    }
}

/// What stands there instead, short enough to be read.
fn found(node: Node<'_>) -> String {
    match node.kind() {
        Kind::Object => Type::Object.words().to_owned(),
        Kind::Array => Type::Array.words().to_owned(),
        Kind::String => format!("the text {}", quote(node.raw())),
        _ => quote(node.raw()),
    }
}

/// A number or boolean that is written as a text, without its quotes.
fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let node = fix::node(cx, place)?;
    let value: Value = serde_json::from_str(&node.as_str()?).ok()?;
    let mut flaws = cx.definition()?.flaws_of(node);
    let fits = flaws.any(|flaw| match flaw {
        Flaw::Mistyped(Type::Boolean) => value.is_boolean(),
        Flaw::Mistyped(Type::Number) => value.is_number(),
        Flaw::Mistyped(Type::Integer) => value.as_f64().is_some_and(|value| value.fract() == 0.0),
        _ => false,
    });
    if fits { fix::set(place, value) } else { None }
}
