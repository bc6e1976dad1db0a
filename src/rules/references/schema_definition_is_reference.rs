//! A definition that only refers to another one.

use super::{inline, shared_reference};
use crate::connector::definition::Definition;
use crate::connector::referrers::Part;
use crate::rule::{Context, Fix, Level, Levels, Look, Publishers, Rule, Safety, Sink};

pub(crate) static SCHEMA_DEFINITION_IS_REFERENCE: Rule = Rule {
    id: "schema-definition-is-reference",
    official: &["SchemaRefLoopNotAllowed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Put what it refers to in its place",
        make: inline,
    }),
    docs: r##"A definition is itself a reference.

What stands under `definitions` must be written out there: a reference to a reference may go round in a
circle.

Put what it refers to in its place, or refer to that directly.

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Bill" } } } } } }, "definitions": { "Bill": { "$ref": "#/definitions/Invoice" }, "Invoice": { "type": "string" } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Bill" } } } } } }, "definitions": { "Bill": { "type": "string" } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Bill" } } } } } }, "definitions": { "Bill": { "allOf": [{ "$ref": "#/definitions/Invoice" }] }, "Invoice": { "type": "string" } } }
```
"##,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    shared_reference(definition, Part::Schema, out);
}
