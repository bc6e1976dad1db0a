//! A value that is none of those that may stand there.

use super::listed;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::flaws::Flaw;
use crate::rule::Mend;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;

pub(crate) static JSON_VALUE_NOT_IN_LIST: Rule = Rule {
    id: "json-value-not-in-list",
    official: &["JsonValueNotInEnum"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &["visibility-unknown", "trigger-kind-unknown"],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write the value that differs only by case or blanks",
        make: mend,
    }),
    docs: r#"A value is none of those that may stand there.

The place and the type of a parameter, the type of a schema, `x-ms-url-encoding`, the `status` of
`x-ms-api-annotation`, and the type, flow and place of a security definition each know only a few
values, capitals included.

Write one of them.

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "String", "x-ms-summary": "Status", "description": "Only invoices with this status." }] } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status." }] } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "object", "x-ms-summary": "Status", "description": "Only invoices with this status." }] } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "cookie", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status." }] } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": "list" } } } } } } }
```

```json bad also=query-parameter-encoding
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "x-ms-url-encoding": true }] } } } }
```

```json bad also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "accesscode", "authorizationUrl": "https://login.contoso.com/go", "tokenUrl": "https://login.contoso.com/token" } } }
```

```json fixed also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "accessCode", "authorizationUrl": "https://login.contoso.com/go", "tokenUrl": "https://login.contoso.com/token" } } }
```

```json bad
{ "securityDefinitions": { "api_key": { "in": "cookie" } } }
```

```json good
{ "securityDefinitions": { "api_key": { "in": "query" } } }
```

```json good
{ "paths": { "/invoices": { "get": { "x-ms-api-annotation": { "status": "Preview" } } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, flaw) in definition.flaws() {
        if let Flaw::Unlisted(known) = flaw {
            out.say(
                Place::node(Role::Definition, node),
                format!("{} cannot stand here. Write {}.", quote(node.raw()), listed(known)),
            );
        }
    }
}

/// The value that differs only by case.
fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let node = fix::node(cx, place)?;
    let text = node.as_str()?;
    let known = cx.definition()?.flaws_of(node).find_map(|flaw| match flaw {
        Flaw::Unlisted(known) => Some(known),
        _ => None,
    })?;
    let meant = known.iter().find(|value| value.eq_ignore_ascii_case(text.trim()))?;
    fix::set(place, *meant)
}
