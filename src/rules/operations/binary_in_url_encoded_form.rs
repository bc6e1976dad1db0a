//! Bytes in a form that carries only text.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::parameters::is_in;
use crate::source::json::Node;

pub(crate) static BINARY_IN_URL_ENCODED_FORM: Rule = Rule {
    id: "binary-in-url-encoded-form",
    official: &["StringBinaryNotSupportedForFormUrlEncoded"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A form field with bytes is sent as a URL-encoded form.

`application/x-www-form-urlencoded` carries text only. Send the form as `multipart/form-data`, or the bytes as base64 text (format `byte`).

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it.", "format": "binary"}], "consumes": ["application/x-www-form-urlencoded"]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it.", "format": "binary"}], "consumes": ["multipart/form-data"]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it.", "format": "byte"}], "consumes": ["application/x-www-form-urlencoded"]}}}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let is =
        |node: Node<'_>, name: &str, text: &str| node.text(name).is_some_and(|found| found == text);
    let parameters = definition.effective_parameters(operation);
    let mut bytes = parameters.iter().filter(|parameter| {
        let node = parameter.node;
        is_in(node, "formData") && is(node, "type", "string") && is(node, "format", "binary")
    });
    let Some(first) = bytes.next() else { return };
    let types = definition.media_types(operation, "consumes");
    if types.iter().any(|kind| kind == "application/x-www-form-urlencoded") {
        for parameter in std::iter::once(first).chain(bytes) {
            out.say(
                Place::node(Role::Definition, parameter.listed),
                "A URL-encoded form carries only text. Send it as `multipart/form-data`, or the \
                 bytes as base64 text with format `byte`.",
            );
        }
    }
}
