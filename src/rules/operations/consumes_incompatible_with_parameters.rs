//! What an operation takes does not fit its `consumes`.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::fix;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Add the kind of content that fits to the operation's `consumes`",
        make: mend,
    }),
    docs: r#"The kinds of content that an operation takes do not fit its parameters.

Form fields need `multipart/form-data` or `application/x-www-form-urlencoded` among the `consumes`, a file the first of them, and a body some type that is no form. Add the type that fits to the `consumes` of the operation.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["application/x-www-form-urlencoded"]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "file", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["application/x-www-form-urlencoded"]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "file", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["application/x-www-form-urlencoded", "multipart/form-data"]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}], "consumes": ["multipart/form-data"]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}], "consumes": ["multipart/form-data", "application/json"]}}}}
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
    if let Some((fault, _)) = fault(cx, operation) {
        out.say(
            Place::node(Role::Definition, operation.node),
            format!("{} {fault}. Add what fits to its `consumes`.", operation.name()),
        );
    }
}

/// What does not fit, and the kind of content that would.
fn fault(cx: &Context<'_>, operation: Operation<'_>) -> Option<(&'static str, &'static str)> {
    let definition = cx.definition()?;
    let parameters = definition.effective_parameters(operation);
    let has = |place: &str| parameters.iter().any(|parameter| is_in(parameter.node, place));
    let (form, body) = (has("formData"), has("body"));
    if !form && !body {
        return None;
    }
    let types = definition.media_types(operation, "consumes");
    if types.is_empty() {
        return None;
    }
    let file = parameters.iter().any(|parameter| {
        is_in(parameter.node, "formData")
            && parameter.node.text("type").is_some_and(|kind| kind == "file")
    });
    let is_form = |kind: &String| kind == MULTIPART || kind == URL_ENCODED;
    if file && !types.iter().any(|kind| kind == MULTIPART) {
        Some(("takes a file but not `multipart/form-data`", MULTIPART))
    } else if form && !types.iter().any(is_form) {
        Some(("takes form fields but no kind of form", URL_ENCODED))
    } else if body && types.iter().all(is_form) {
        Some(("takes a body but only forms", "application/json"))
    } else {
        None
    }
}

/// Into the operation's own list; what stands at the root is meant for the others.
fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let (role, pointer) = place.pointer()?;
    let here = fix::node(cx, place)?.id();
    let operation = cx.definition()?.operations().find(|one| one.node.id() == here)?;
    let (_, kind) = fault(cx, operation)?;
    let parameters = cx.definition()?.effective_parameters(operation);
    let has = |place: &str| parameters.iter().any(|parameter| is_in(parameter.node, place));
    if has("formData") && has("body") {
        // No kind of content fits both, so one of them has to go first.
        return None;
    }
    let list = pointer.child("consumes");
    Some(vec![match operation.node.get("consumes") {
        Some(_) => Mend::Set(role, list.child("-"), kind.into()),
        None => Mend::Set(role, list, vec![kind].into()),
    }])
}

const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";
