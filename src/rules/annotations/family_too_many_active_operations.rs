//! More than two versions that are not given up.

use super::{families, is_deprecated};
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::hash::HashMap;

pub(crate) static FAMILY_TOO_MANY_ACTIVE_OPERATIONS: Rule = Rule {
    id: "family-too-many-active-operations",
    official: &["OperationFamilyHasManyActiveOperations"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"More than two operations of a family are in use.

Makers choose between at most two: the one they know and the one that comes. Mark older ones `deprecated`.

```json bad
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1}}}, "/more1": {"post": {"operationId": "MoreV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2}}}, "/more2": {"post": {"operationId": "MoreV3", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 3}}}}}
```

```json good
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1}, "deprecated": true}}, "/more1": {"post": {"operationId": "MoreV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2}}}, "/more2": {"post": {"operationId": "MoreV3", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 3}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut active: HashMap<String, usize> = HashMap::default();
    for (family, own, operation) in families(definition) {
        if is_deprecated(operation) {
            continue;
        }
        let count = active.entry(family).or_default();
        *count += 1;
        if *count > 2 {
            out.say(
                Place::member(Role::Definition, own, "family"),
                "Two operations of this family are in use already. Mark the older ones `deprecated`.",
            );
        }
    }
}
