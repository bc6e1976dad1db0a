//! An example of a kind that never comes.

use crate::connector::definition::{Operation, Response, media_type};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static RESPONSE_EXAMPLE_NOT_PRODUCED: Rule = Rule {
    id: "response-example-not-produced",
    official: &["ResponseExampleMustBeProducedByOperation"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"An example has a media type that the operation does not produce.

The keys of `examples` are media types, and each has to be among the `produces` of the operation or, where it says none, of the whole definition. Add the type there, or take the example out.

```json bad
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}, "examples": {"text/plain": "more"}}}}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}, "examples": {"Application/JSON; charset=utf-8": "more"}}}}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}, "examples": {"text/plain": "more"}}}, "produces": []}}}}
```
"#,
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let has_examples = |response: &Response<'_>| {
        response.node.is_some_and(|node| node.get("examples").is_some_and(Node::is_object))
    };
    if !definition.responses(operation).any(|response| has_examples(&response)) {
        return;
    }
    let produced = definition.media_types(operation, "produces");
    if produced.is_empty() {
        return;
    }
    for response in definition.responses(operation) {
        let examples = response.node.and_then(|node| node.get("examples"));
        for (key, example) in examples.into_iter().flat_map(Node::members) {
            if key.starts_with("x-") || produced.contains(&media_type(&key)) {
                continue;
            }
            let is_shared = response.written.text("$ref").is_some();
            let at = if is_shared { response.written } else { example };
            out.say(
                Place::Key(Role::Definition, at.pointer()),
                format!(
                    "There is an example as {}, which this operation does not produce. Add it to \
                     `produces`, or take the example out.",
                    quote(&key)
                ),
            );
        }
    }
}
