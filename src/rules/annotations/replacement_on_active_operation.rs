//! A replacement for an operation that is not given up.

use super::{annotation, is_deprecated};
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static REPLACEMENT_ON_ACTIVE_OPERATION: Rule = Rule {
    id: "replacement-on-active-operation",
    official: &["ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"An operation names its replacement but is not deprecated.

The replacement is offered to makers whose operation fades out. Set `deprecated` to true, or take the replacement out.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"replacement": {"api": "Contoso", "operationId": "ListInvoices"}}}}}}
```

```json bad also=json-type-mismatch
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"replacement": {"api": "Contoso", "operationId": "ListInvoices"}}, "deprecated": "true"}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"replacement": {"api": "Contoso", "operationId": "ListInvoices"}}, "deprecated": true}}}}
```
"#,
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(replacement) = annotation(operation).and_then(|node| node.get("replacement")) else {
        return;
    };
    if !is_deprecated(operation) {
        out.say(
            Place::node(Role::Definition, replacement),
            format!("{} names a replacement but is not `deprecated`.", operation.name()),
        );
    }
}
