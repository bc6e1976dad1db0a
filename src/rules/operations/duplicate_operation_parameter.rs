//! A parameter that is described twice.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DUPLICATE_OPERATION_PARAMETER: Rule = Rule {
    id: "duplicate-operation-parameter",
    official: &["OperationParametersContainDuplicateParameter"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"An operation has a parameter twice, described differently.

A parameter is known by its name and its place (`in`). Keep one description. Describing a shared parameter of the path anew is allowed.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}, {"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "Even more."}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}, {"name": "more", "in": "header", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json good
{"paths": {"/more": {"parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "Even more."}]}}}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    for element in definition.redefined(operation.node) {
        out.say(
            Place::node(Role::Definition, element),
            format!(
                "A parameter of {} with this name and place is described before. Keep one of them.",
                operation.name()
            ),
        );
    }
}
