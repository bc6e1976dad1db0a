//! A member that must be there and is not.

use crate::connector::definition::Definition;
use crate::connector::dynamic::Extension;
use crate::connector::files::Role;
use crate::connector::flaws::Flaw;
use crate::connector::kinds::Kind;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static REQUIRED_PROPERTY_MISSING: Rule = Rule {
    id: "required-property-missing",
    official: &["RequiredPropertyMissing"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::DynamicExtension(check_call)],
    quiet_when: &[
        "title-missing",
        "description-missing",
        "contact-name-missing",
        "contact-url-missing",
        "contact-email-missing",
        "operation-summary-missing",
        "operation-description-missing",
        "parameter-summary-missing",
        "parameter-description-missing",
        "response-description-missing",
    ],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A member that must be there is missing.

Everything has members without which it says nothing: a parameter its name, place and type, a tag
its name, the connector its version, paged results the `nextLinkName`.

Add the member.

```json bad
{ "info": { "version": null } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "x-ms-summary": "Status", "description": "Only these." }] } } } }
```

```json bad
{ "tags": [{ "description": "Bills." }] }
```

```json bad
{ "info": { "license": { "url": "https://contoso.com/license" } } }
```

```json bad
{ "externalDocs": { "description": "More." } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "headers": { "X-Left": { "description": "How many are left." } } } } } } } }
```

```json bad also=next-link-name-invalid
{ "paths": { "/invoices": { "get": { "x-ms-pageable": {} } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "x-ms-dynamic-list": { "itemValuePath": "id" } }] } } } }
```

```json good
{ "tags": [{ "name": "Invoices" }], "info": { "license": { "name": "MIT" } } }
```

```json good
{ "paths": { "/invoices": { "get": { "parameters": [{ "name": "status", "in": "query", "type": "string", "x-ms-summary": "Status", "description": "Only invoices with this status.", "x-ms-dynamic-list": { "operationId": "ListInvoices" } }] } } } }
```
"#,
};

/// Extensions that call an operation and name it (N13).
const CALLS: [&str; 3] = ["x-ms-dynamic-list", "x-ms-dynamic-schema", "x-ms-dynamic-properties"];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, flaw) in definition.flaws() {
        if let Flaw::Lacks(name) = flaw {
            say(Place::member(Role::Definition, node, name), name, out);
        }
    }
    if definition.info().is_none() {
        for name in Kind::Info.required() {
            say(Place::definition(&format!("/info/{name}")), name, out);
        }
    }
}

fn check_call(_: &Context<'_>, call: Extension<'_>, out: &mut Sink<'_>) {
    if CALLS.contains(&call.name) && call.node.get("operationId").is_none() {
        say(Place::member(Role::Definition, call.node, "operationId"), "operationId", out);
    }
}

fn say(place: Place, name: &str, out: &mut Sink<'_>) {
    out.say(place, format!("`{name}` must be here. Add it."));
}
