//! A keyword of schemas that connectors do not know.

use super::is_keyword;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::flaws::Flaw;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static KEYWORD_UNSUPPORTED: Rule = Rule {
    id: "keyword-unsupported",
    official: &["SwaggerKeywordNotSupported"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A schema uses a keyword that OpenAPI 2.0 does not have.

JSON Schema and OpenAPI 3 know `oneOf`, `anyOf`, `not`, `const` and others; connectors do not.

Describe the value with `properties`, `allOf` and `enum` instead; for a part that varies leave the
type open.

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "oneOf": [{ "type": "string" }] } } } } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "items": { "const": "paid" } } } } } } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "items": { "enum": ["paid"] }, "uniqueItems": true } } } } } } }
```

A property may be called so:

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "items": { "type": "object", "properties": { "not": { "type": "string" } } } } } } } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, flaw) in definition.flaws() {
        if let Flaw::Unknown(kind) = flaw
            && let Some(name) = node.key()
            && is_keyword(kind, &name)
        {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "Connectors do not know `{}`. Describe the value with properties, allOf and \
                     enum.",
                    quote(&name)
                ),
            );
        }
    }
}
