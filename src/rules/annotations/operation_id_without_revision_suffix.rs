//! A revision that its `operationId` does not tell.

use super::annotation;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static OPERATION_ID_WITHOUT_REVISION_SUFFIX: Rule = Rule {
    id: "operation-id-without-revision-suffix",
    official: &["OperationIdShouldEndWithRevision"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"The `operationId` of a later revision does not end in `V` and its number.

So that makers and support know what they talk about, the second revision of `ListInvoices` is `ListInvoicesV2`. The first needs no suffix. While the operation is published its id has to stay.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2}}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "Morev2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2}}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "MoreV2", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 2}}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"family": "More", "revision": 1}}}}}
```
"#,
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let revision =
        annotation(operation).and_then(|node| node.get("revision")).and_then(Node::as_f64);
    let Some(revision) = revision.filter(|revision| *revision > 1.0 && revision.fract() == 0.0)
    else {
        return;
    };
    let Some(id) = operation.id().filter(|id| !is_blank(Some(id))) else { return };
    if !id.ends_with(&format!("V{revision}")) {
        out.say(
            Place::member(Role::Definition, operation.node, "operationId"),
            format!("This is revision {revision}; its id should end in V{revision}."),
        );
    }
}
