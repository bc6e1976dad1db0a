//! Two versions in production.

use super::{families, is_deprecated};
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::hash::HashSet;

pub(crate) static FAMILY_SEVERAL_PRODUCTION_OPERATIONS: Rule = Rule {
    id: "family-several-production-operations",
    official: &["OperationFamilyHasManyActiveProductionOperations"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"More than one operation of a family is in production and in use.

One version is the one to choose. Mark the others `deprecated`, or call the one that comes a `Preview`.

```json bad
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1, "status": "Production"}}}, "/more1": {"post": {"operationId": "MoreV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2, "status": "Production"}}}}}
```

```json good
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1, "status": "Production"}}}, "/more1": {"post": {"operationId": "MoreV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2, "status": "Preview"}}}}}
```

```json good
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1, "status": "Production"}, "deprecated": true}}, "/more1": {"post": {"operationId": "MoreV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2, "status": "Production"}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut seen = HashSet::default();
    for (family, own, operation) in families(definition) {
        let produces = own.text("status").is_some_and(|status| status == "Production");
        if produces && !is_deprecated(operation) && !seen.insert(family) {
            out.say(
                Place::member(Role::Definition, own, "status"),
                "Another operation of this family is in production. Mark that one `deprecated`, or \
                 call this one a `Preview`.",
            );
        }
    }
}
