//! A response that refers to something that is no shared response.

use super::malformed;
use crate::connector::referrers::{Part, Referrer};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static RESPONSE_REFERENCE_MALFORMED: Rule = Rule {
    id: "response-reference-malformed",
    official: &["ResponseReferenceNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r##"The `$ref` of a response does not name a shared response.

Among the responses of an operation only `#/responses/` and a name may stand.

Move the response to `responses` at the top and refer to it there.

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/x-responses/Gone" } } } } }, "responses": null }
```

```json bad
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/responses/" } } } } }, "responses": { "": { "description": "It is no longer there." } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/responses/Gone" } } } } }, "responses": { "Gone": { "description": "It is no longer there." } } }
```
"##,
};

fn check(_: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if referrer.part == Part::Response {
        malformed(referrer, out);
    }
}
