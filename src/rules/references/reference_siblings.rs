//! Something beside a reference.

use crate::connector::files::Role;
use crate::connector::referrers::Referrer;
use crate::rule::Mend;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;

pub(crate) static REFERENCE_SIBLINGS: Rule = Rule {
    id: "reference-siblings",
    official: &["AdditionalPropertyNotAllowedAdjacentToRef"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Take away what stands beside the reference",
        make: mend,
    }),
    docs: r##"Something else stands beside a `$ref`.

An object with a `$ref` stands for what it refers to, and whatever else it holds is ignored.

Move a description or summary to what is referred to, or leave it out.

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "description": "The invoice.", "$ref": "#/definitions/Invoice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Invoice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "#/parameters/page", "required": true }] } } }, "parameters": { "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "#/parameters/page" }] } } }, "parameters": { "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Invoice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```
"##,
};

fn check(_: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    let sibling = referrer.node.members().find(|(name, _)| name != "$ref");
    if let Some((name, _)) = sibling {
        out.say(
            Place::node(Role::Definition, referrer.node),
            format!(
                "Beside a $ref everything else is ignored, here `{}`. Move it to {}, or leave it \
                 out.",
                quote(&name),
                quote(&referrer.text)
            ),
        );
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let siblings = fix::node(cx, place)?.members().filter(|(name, _)| name != "$ref");
    Some(siblings.map(|(_, node)| Mend::Remove(Role::Definition, node.pointer())).collect())
}
