//! A reference to a shared response that does not exist.

use super::unknown;
use crate::connector::referrers::{Part, Referrer};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static RESPONSE_REFERENCE_UNKNOWN: Rule = Rule {
    id: "response-reference-unknown",
    official: &["ResponseReferenceNotFound"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r##"The `$ref` of a response names a shared response that does not exist.

The response was renamed, removed or never written. Names count to the letter.

Write the name as it stands under `responses`, or add the response there.

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/responses/gone" } } } } }, "responses": { "Gone": { "description": "It is no longer there." } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/responses/Gone" } } } } }, "responses": null }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/responses/Gone" } } } } }, "responses": { "Gone": { "description": "It is no longer there." } } }
```
"##,
};

fn check(cx: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if referrer.part == Part::Response {
        unknown(cx, referrer, out);
    }
}
