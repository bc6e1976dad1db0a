//! A form whose kind nobody knows.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::parameters::is_in;

pub(crate) static CONSUMES_MISSING: Rule = Rule {
    id: "consumes-missing",
    official: &["ConsumesMissing"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Say the kind of form that fits the fields",
        make: mend,
    }),
    docs: r#"An operation takes form fields and does not say as which kind of form.

Forms come in two kinds. Say `multipart/form-data` where a file is among the fields, else `application/x-www-form-urlencoded`, as `consumes` of the operation.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "consumes": []}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["application/x-www-form-urlencoded"]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "file", "x-ms-summary": "More", "description": "More of it."}]}}}, "consumes": null}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "file", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["multipart/form-data"]}}}, "consumes": null}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["application/x-www-form-urlencoded"]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}]}}}, "consumes": null}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let parameters = definition.effective_parameters(operation);
    let is_form = parameters.iter().any(|parameter| is_in(parameter.node, "formData"));
    if is_form && definition.media_types(operation, "consumes").is_empty() {
        out.say(
            Place::member(Role::Definition, operation.node, "consumes"),
            format!(
                "{} takes form fields and does not say as which kind of form. Give it `consumes`.",
                operation.name()
            ),
        );
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let definition = cx.definition()?;
    let node = fix::parent(cx, place)?;
    let operation = definition.operations().find(|one| one.node.id() == node.id())?;
    let parameters = definition.effective_parameters(operation);
    let has_file = parameters
        .iter()
        .any(|parameter| parameter.node.text("type").is_some_and(|kind| kind == "file"));
    let kind = if has_file { "multipart/form-data" } else { "application/x-www-form-urlencoded" };
    fix::set(place, vec![kind])
}
