//! A replacement that does not name the connector.

use super::annotation;
use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static REPLACEMENT_WITHOUT_API: Rule = Rule {
    id: "replacement-without-api",
    official: &["ApiAnnotationExtensionReplacementInfoMissingApiProperty"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A replacement does not name the connector that replaces.

The designer leads makers from the old operation to the new one and needs both: the name of the connector as `api`, and the `operationId`.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"replacement": {"operationId": "ListInvoices"}}, "deprecated": true}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"replacement": {"api": " ", "operationId": "ListInvoices"}}, "deprecated": true}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"replacement": {"api": "Contoso", "operationId": "ListInvoices"}}, "deprecated": true}}}}
```
"#,
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let replacement = annotation(operation).and_then(|node| node.get("replacement"));
    let Some(replacement) = replacement.filter(|node| node.is_object()) else { return };
    if is_blank(replacement.text("api")) {
        out.say(
            Place::member(Role::Definition, replacement, "api"),
            format!(
                "The replacement of {} needs `api`, the connector that replaces.",
                operation.name()
            ),
        );
    }
}
