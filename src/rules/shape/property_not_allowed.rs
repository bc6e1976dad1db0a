//! A member that an extension does not know.

use super::listed;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::flaws::Flaw;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;

pub(crate) static PROPERTY_NOT_ALLOWED: Rule = Rule {
    id: "property-not-allowed",
    official: &["AdditionalPropertyNotAllowed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Take the member out",
        make: |_, place| fix::remove(place),
    }),
    docs: r#"An extension of an operation has a member that it does not know.

`x-ms-pageable` knows `nextLinkName`; `x-ms-notification` knows `operationId`;
`x-ms-api-annotation` knows `family`, `revision`, `status` and `replacement`, and a replacement
knows `api` and `operationId`.

Correct the name, or take the member out.

```json bad
{ "paths": { "/invoices": { "get": { "x-ms-pageable": { "nextLinkName": "@odata.nextLink", "itemName": "value" } } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "x-ms-pageable": { "nextLinkName": "@odata.nextLink" } } } } }
```

```json bad
{ "paths": { "/invoices": { "get": { "x-ms-api-annotation": { "family": "Invoices", "revision": 1, "version": 1 } } } } }
```

```json fixed
{ "paths": { "/invoices": { "get": { "x-ms-api-annotation": { "family": "Invoices", "revision": 1 } } } } }
```

```json good
{ "paths": { "/invoices": { "get": { "x-ms-api-annotation": { "family": "Invoices", "revision": 1, "status": "Production" } } } } }
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (node, flaw) in definition.flaws() {
        if let Flaw::NotAllowed(known) = flaw {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "`{}` is not known here, only {}. Correct the name, or take it out.",
                    quote(&node.key().unwrap_or_default()),
                    listed(known)
                ),
            );
        }
    }
}
