//! What an operation takes does not fit its `consumes`.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::parameters::is_in;

pub(crate) static CONSUMES_INCOMPATIBLE_WITH_PARAMETERS: Rule = Rule {
    id: "consumes-incompatible-with-parameters",
    official: &["MimeTypeNotCompatibleWithRequestContentSchemaType"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"The kinds of content that an operation takes do not fit its parameters.

Form fields need `multipart/form-data` or `application/x-www-form-urlencoded` among the `consumes`, a file the first of them, and a body some type that is no form. Add the type that fits to the `consumes` of the operation.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "file", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["application/x-www-form-urlencoded"]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}], "consumes": ["multipart/form-data"]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["application/json", "Multipart/Form-Data; boundary=x"]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}], "consumes": ["multipart/form-data", "application/json"]}}}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let parameters = definition.effective_parameters(operation);
    let has = |place: &str| parameters.iter().any(|parameter| is_in(parameter.node, place));
    let (form, body) = (has("formData"), has("body"));
    if !form && !body {
        return;
    }
    let types = definition.media_types(operation, "consumes");
    if types.is_empty() {
        return;
    }
    let file = parameters.iter().any(|parameter| {
        is_in(parameter.node, "formData")
            && parameter.node.text("type").is_some_and(|kind| kind == "file")
    });
    let is_form = |kind: &String| kind == MULTIPART || kind == URL_ENCODED;
    let fault = if file && !types.iter().any(|kind| kind == MULTIPART) {
        "takes a file but not `multipart/form-data`"
    } else if form && !types.iter().any(is_form) {
        "takes form fields but no kind of form"
    } else if body && types.iter().all(is_form) {
        "takes a body but only forms"
    } else {
        return;
    };
    out.say(
        Place::node(Role::Definition, operation.node),
        format!("{} {fault}. Add what fits to its `consumes`.", operation.name()),
    );
}

const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";
