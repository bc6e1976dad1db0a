//! A parameter that refers to something that is no shared parameter.

use super::malformed;
use crate::connector::referrers::{Part, Referrer};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static PARAMETER_REFERENCE_MALFORMED: Rule = Rule {
    id: "parameter-reference-malformed",
    official: &["ParameterReferenceNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Reference(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r##"The `$ref` of a parameter does not name a shared parameter.

In a list of parameters only `#/parameters/` and a name may stand.

Move the parameter to `parameters` at the top and refer to it there.

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "#/x-parameters/page" }] } } }, "parameters": null }
```

```json bad
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "page" }] } } }, "parameters": { "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```

```json bad
{ "paths": { "/invoices": { "parameters": [{ "$ref": "#/parameters/" }] } }, "parameters": { "": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```

```json good
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "#/parameters/page" }] } } }, "parameters": { "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```
"##,
};

fn check(_: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if referrer.part == Part::Parameter {
        malformed(referrer, out);
    }
}
