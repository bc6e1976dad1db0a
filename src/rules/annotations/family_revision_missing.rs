//! A member of a family without a revision.

use super::annotation;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static FAMILY_REVISION_MISSING: Rule = Rule {
    id: "family-revision-missing",
    official: &["OperationRevisionEmpty"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"An operation belongs to a family and does not say which revision it is.

The family tells which operations are versions of one another, the revision in which order. Number them from 1.

```json bad
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More"}}}}}
```

```json good
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1}}}}}
```

```json good
{"paths": {"/more0": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": " "}}}}}
```
"#,
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(own) = annotation(operation) else { return };
    if !is_blank(own.text("family")) && own.get("revision").is_none() {
        out.say(
            Place::member(Role::Definition, own, "revision"),
            format!("{} is in a family and needs a `revision`.", operation.name()),
        );
    }
}
