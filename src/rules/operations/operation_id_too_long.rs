//! An `operationId` longer than any that was accepted.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms::length;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_ID_TOO_LONG: Rule = Rule {
    id: "operation-id-too-long",
    official: &["OperationIdTooLong"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"An `operationId` is longer than any that was ever published.

The validator has a limit that Microsoft does not print. The longest id among all published connectors has 77 characters, so up to there you are safe; nobody outside knows where the limit is. Shorten the id while nobody uses the connector yet.

```json bad
{"paths": {"/more": {"post": {"operationId": "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}}}}}
```
"#,
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(id) = operation.id() else { return };
    let count = length(&id);
    if count > 77 {
        out.say(
            Place::member(Role::Definition, operation.node, "operationId"),
            format!(
                "The id has {count} characters. The limit is not public; 77 is the longest that \
                 was published. Shorten it."
            ),
        );
    }
}
