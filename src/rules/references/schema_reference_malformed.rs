//! A schema that refers to something that is no definition.

use super::malformed;
use crate::connector::referrers::{Part, Referrer};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static SCHEMA_REFERENCE_MALFORMED: Rule = Rule {
    id: "schema-reference-malformed",
    official: &["SchemaReferenceNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r##"The `$ref` of a schema does not name a definition.

A schema may only refer to `#/definitions/` and a name: no other file, no other part of this one.

Move the schema below `definitions` and refer to it there.

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "Invoice.json#/Invoice" } } } } } } }
```

```json bad also=definition-unused
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "items": { "type": null, "$ref": "#/x-schemas/Invoice" } } } } } } }, "x-schemas": { "Invoice": { "type": "string" } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Invoice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```
"##,
};

fn check(_: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if referrer.part == Part::Schema {
        malformed(referrer, out);
    }
}
