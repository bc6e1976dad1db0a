//! A shared response that only refers to another one.

use super::{inline, shared_reference};
use crate::connector::definition::Definition;
use crate::connector::referrers::Part;
use crate::rule::{Context, Fix, Level, Levels, Look, Publishers, Rule, Safety, Sink};

pub(crate) static RESPONSE_DEFINITION_IS_REFERENCE: Rule = Rule {
    id: "response-definition-is-reference",
    official: &["ResponseRefLoopNotAllowed"],
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
    docs: r##"A shared response is itself a reference.

What stands under `responses` must be written out there: a reference to a reference may go round in a
circle.

Put what it refers to in its place, or refer to that directly.

```json bad
{ "responses": { "Lost": { "$ref": "#/responses/Gone" }, "Gone": { "description": "It is no longer there." } } }
```

```json fixed
{ "responses": { "Lost": { "description": "It is no longer there." }, "Gone": { "description": "It is no longer there." } } }
```

```json good
{ "paths": { "/invoices": { "get": { "responses": { "410": { "$ref": "#/responses/Gone" } } } } }, "responses": { "Gone": { "description": "It is no longer there." } } }
```
"##,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    shared_reference(definition, Part::Response, out);
}
