//! A member that Swagger does not know.

use super::is_keyword;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::flaws::Flaw;
use crate::rule::Mend;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;

pub(crate) static EXTENSION_NAME_WITHOUT_PREFIX: Rule = Rule {
    id: "extension-name-without-prefix",
    official: &["ExtensionNameNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Put `x-` before the name", make: mend }),
    docs: r#"A member is none that OpenAPI 2.0 knows here.

Often the name is misspelt, or belongs to OpenAPI 3 or to another object. Members of your own begin
with `x-`.

Correct the name, put `x-` before it, or take the member out.

```json bad
{ "basepath": "/v1" }
```

```json fixed
{ "x-basepath": "/v1" }
```

```json bad
{ "paths": { "/invoices": { "get": { "requestBody": {} } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "headers": { "X-Left": { "type": "integer", "readOnly": true } } } } } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "nullable": true } } } } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "readOnly": true }] } } } }
```

```json good
{ "x-basepath": "/v1", "info": { "termsOfService": "Be kind." } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "readOnly": true, "example": ["A-1"] } } } } } } }
```

Within a map names are free:

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "properties": { "nullable": { "type": "string" } } } } } } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, flaw) in definition.flaws() {
        if let Flaw::Unknown(kind) = flaw
            && let Some(name) = node.key()
            && !is_keyword(kind, &name)
        {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "OpenAPI 2.0 knows no `{}` in {}. Correct the name, or put `x-` before it.",
                    quote(&name),
                    kind.words()
                ),
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let node = fix::node(cx, place)?;
    let name = format!("x-{}", node.key()?);
    // Another member may bear that name already.
    let taken = node.parent()?.get(&name).is_some();
    (!taken).then(|| vec![Mend::Rename(Role::Definition, node.pointer(), name)])
}
