//! Two operations that are the same revision.

use super::families;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::hash::HashSet;

pub(crate) static FAMILY_DUPLICATE_REVISION: Rule = Rule {
    id: "family-duplicate-revision",
    official: &["OperationFamilyHasDuplicateRevisions"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"Two operations of a family have the same revision.

Each version has a number of its own, those that are given up included. Give the newer one the next number.

```json bad
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1}}}, "/more1": {"post": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1}}}}}
```

```json good
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1}}}, "/more1": {"post": {"operationId": "MostV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut seen = HashSet::default();
    for (family, own, operation) in families(definition) {
        let Some(revision) = own.get("revision") else { continue };
        // 1 and 1.0 are one number.
        let value = revision.as_f64().map_or_else(|| revision.raw().to_owned(), |n| n.to_string());
        if !seen.insert((family, value)) {
            out.say(
                Place::node(Role::Definition, revision),
                format!(
                    "Another operation of the family is this revision, too: {}.",
                    operation.name()
                ),
            );
        }
    }
}
