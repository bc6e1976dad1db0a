//! A reference that is no JSON pointer.

use crate::connector::files::Role;
use crate::connector::referrers::Referrer;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static JSON_POINTER_MALFORMED: Rule = Rule {
    id: "json-pointer-malformed",
    official: &["JsonPointerNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r##"A reference begins with `#` but is not written as a pointer.

After `#` every step begins with `/`, as in `#/definitions/Invoice`. Within a name `~` is written
`~0` and `/` is written `~1`.

Correct the spelling.

```json bad also=definition-unused
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#definitions/Invoice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```

```json bad also=definition-unused
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/Invo~ice" } } } } } }, "definitions": { "Invoice": { "type": "string" } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/responses/Gone~2" } } } } }, "responses": { "Gone": { "description": "It is no longer there." } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "200": { "schema": { "type": null, "items": null, "$ref": "#/definitions/In~1out~0" } } } } } }, "definitions": { "In/out~": { "type": "string" } } }
```
"##,
};

fn check(_: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if !referrer.is_pointer() {
        out.say(
            Place::node(Role::Definition, referrer.reference),
            format!(
                "“{}” is not written as a pointer: every step begins with /, as in {}Name.",
                quote(&referrer.text),
                referrer.part.prefix()
            ),
        );
    }
}
