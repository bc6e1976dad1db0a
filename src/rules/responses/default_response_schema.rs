//! A default response with a schema.

use crate::connector::definition::Operation;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use serde_json::json;

pub(crate) static DEFAULT_RESPONSE_SCHEMA: Rule = Rule {
    id: "default-response-schema",
    official: &["DefaultResponseHasSchema", "5000.2.4.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Make it the response 200, where there is none",
        make: mend,
    }),
    docs: "\
The response `default` has a schema.

Schemas belong to the responses one expects. Move it to 200 if there is none, and leave `default` with a description.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": null}, \"default\": {\"description\": \"Else.\", \"schema\": {\"type\": \"string\"}}}}}}}
```

```json bad also=success-response-missing
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": null, \"404\": {\"description\": \"Not found.\"}, \"default\": {\"description\": \"The names.\", \"schema\": {\"type\": \"string\"}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"description\": \"OK.\", \"schema\": {\"type\": \"string\", \"items\": null}}, \"404\": {\"description\": \"Not found.\"}, \"default\": {\"description\": \"The names.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"default\": {\"description\": \"Else.\"}}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    for response in definition.responses(operation) {
        let schema = response.schema().filter(|_| response.code == "default");
        if schema.is_some_and(|schema| !(schema.is_object() && schema.is_empty())) {
            out.say(
                Place::node(Role::Definition, response.written),
                "`default` may not have a schema. Move it to the response that is expected.",
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let default = fix::node(cx, place)?;
    let responses = default.parent()?;
    let schema = default.get("schema")?;
    let mut others =
        responses.members().filter(|(code, _)| code != "default" && !code.starts_with("x-"));
    if responses.get("200").is_some() || others.any(|(code, _)| code.starts_with('2')) {
        // Who says what becomes of it, when success has its own response?
        return None;
    }
    if responses.members().filter(|(code, _)| !code.starts_with("x-")).count() == 1 {
        return fix::rename(place, "200");
    }
    let expected = Place::member(Role::Definition, responses, "200");
    let mut value = json!({ "description": "OK." });
    value["schema"] = schema.to_value();
    let mut mends = fix::set(&expected, value)?;
    mends.extend(fix::remove(&Place::node(Role::Definition, schema))?);
    Some(mends)
}
