//! A reference to a shared parameter that does not exist.

use super::unknown;
use crate::connector::referrers::{Part, Referrer};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static PARAMETER_REFERENCE_UNKNOWN: Rule = Rule {
    id: "parameter-reference-unknown",
    official: &["ParameterReferenceNotFound"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r##"The `$ref` of a parameter names a shared parameter that does not exist.

The parameter was renamed, removed or never written. Names count to the letter.

Write the name as it stands under `parameters`, or add the parameter there.

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "#/parameters/Page" }] } } }, "parameters": { "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```

```json bad
{ "paths": { "/invoices": { "parameters": [{ "$ref": "#/parameters/page" }] } } }
```

```json good
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "#/parameters/page" }] } } }, "parameters": { "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```
"##,
};

fn check(cx: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if referrer.part == Part::Parameter {
        unknown(cx, referrer, out);
    }
}
