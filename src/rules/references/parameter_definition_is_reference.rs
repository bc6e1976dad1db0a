//! A shared parameter that only refers to another one.

use super::{inline, shared_reference};
use crate::connector::definition::Definition;
use crate::connector::referrers::Part;
use crate::rule::{Context, Fix, Level, Levels, Look, Publishers, Rule, Safety, Sink};

pub(crate) static PARAMETER_DEFINITION_IS_REFERENCE: Rule = Rule {
    id: "parameter-definition-is-reference",
    official: &["ParameterRefLoopNotAllowed"],
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
    docs: r##"A shared parameter is itself a reference.

What stands under `parameters` must be written out there: a reference to a reference may go round in a
circle.

Put what it refers to in its place, or refer to that directly.

```json bad
{ "parameters": { "side": { "$ref": "#/parameters/page" }, "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```

```json fixed
{ "parameters": { "side": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." }, "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```

```json good
{ "paths": { "/invoices": { "get": { "parameters": [{ "$ref": "#/parameters/page" }] } } }, "parameters": { "page": { "name": "page", "in": "query", "type": "string", "x-ms-summary": "Page", "description": "Which page." } } }
```
"##,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    shared_reference(definition, Part::Parameter, out);
}
