//! A schema that refers to a definition that does not exist.

use super::unknown;
use crate::connector::referrers::{Part, Referrer};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static SCHEMA_REFERENCE_UNKNOWN: Rule = Rule {
    id: "schema-reference-unknown",
    official: &["SchemaReferenceNotFound"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r##"The `$ref` of a schema names a definition that does not exist.

The definition was renamed, removed or never written. Names count to the letter.

Write the name as it is defined, or define it.

```json bad also=definition-unused
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/invoice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Invoice" } } } } } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Invoice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```

A name with blanks may be written as addresses write it:

```json good also=definition-unused
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/My%20invoice" } } } } } }, "definitions": { "My invoice": { "type": "string" } } }
```
"##,
};

fn check(cx: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if referrer.part == Part::Schema {
        unknown(cx, referrer, out);
    }
}
