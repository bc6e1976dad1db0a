//! A response under something that is no status code.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static RESPONSE_CODE_INVALID: Rule = Rule {
    id: "response-code-invalid",
    official: &["ResponseMustBeDefaultOrHttpStatusCode"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A response stands under something that is neither a status code nor `default`.

Responses are told by three digits from 100 to 599, or by `default` for all others. Groups such as `2XX` are not known to OpenAPI 2.0.

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}, "4XX": {"description": "Done."}}}}}}
```

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}, "600": {"description": "Done."}}}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}, "599": {"description": "Done."}, "default": {"description": "Done."}, "x-more": "more"}}}}}
```
"#,
};

fn check(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let responses = operation.node.get("responses").filter(|node| node.is_object());
    for (code, response) in responses.into_iter().flat_map(Node::members) {
        if !code.starts_with("x-") && code != "default" && !is_status(&code) {
            out.say(
                Place::Key(Role::Definition, response.pointer()),
                format!(
                    "“{}” is no status code. Write three digits such as 404, or `default`.",
                    quote(&code)
                ),
            );
        }
    }
}

/// Three digits from 100 to 599.
fn is_status(code: &str) -> bool {
    let digits = code.as_bytes();
    digits.len() == 3 && (b'1'..=b'5').contains(&digits[0]) && digits.iter().all(u8::is_ascii_digit)
}
