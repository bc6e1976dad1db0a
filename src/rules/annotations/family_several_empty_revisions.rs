//! Several versions without a number.

use super::families;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::hash::HashSet;

pub(crate) static FAMILY_SEVERAL_EMPTY_REVISIONS: Rule = Rule {
    id: "family-several-empty-revisions",
    official: &["OperationFamilyHasManyEmptyRevisions"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"More than one operation of a family has no revision.

Nobody can tell which is newer. Number them from 1.

```json bad also=family-revision-missing
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More"}}}, "/more1": {"post": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More"}, "deprecated": true}}}}
```

```json good also=family-revision-missing
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More"}}}, "/more1": {"post": {"operationId": "MostV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut seen = HashSet::default();
    for (family, own, operation) in families(definition) {
        if own.get("revision").is_none() && !seen.insert(family) {
            out.say(
                Place::member(Role::Definition, own, "revision"),
                format!("{} is another one of its family without a `revision`.", operation.name()),
            );
        }
    }
}
