//! A body described beside its schema.

use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};

pub(crate) static BODY_PARAMETER_TYPE_PROPERTY: Rule = Rule {
    id: "body-parameter-type-property",
    official: &["BodyParameterPropertyNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Move it into the schema", make: mend }),
    docs: r#"A body parameter has members that belong into its schema.

What the body is made of stands in its `schema`. Beside it only name, description and `required` are known. Move the member into the schema.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {}, "type": "string"}]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}, "allowEmptyValue": true}]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}, "minLength": 1}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}, "description": "The text."}]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if site.is_in("body") {
        for name in MEMBERS.iter().filter(|name| site.node.get(name).is_some()) {
            out.say(
                Place::member(Role::Definition, site.node, name),
                format!(
                    "`{name}` stands beside the schema of the body. Move it into the `schema`."
                ),
            );
        }
    }
}

/// What describes a value, and what only other parameters have.
const MEMBERS: [&str; 18] = [
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "enum",
    "pattern",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "uniqueItems",
    "allowEmptyValue",
];

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let (role, pointer) = place.pointer()?;
    let name = pointer.last()?;
    let mut mends = fix::remove(place)?;
    if name != "allowEmptyValue" && name != "collectionFormat" {
        // A shared schema, or one that says something else, is for a person to look at.
        let schema = fix::parent(cx, place)?.get("schema").filter(|node| node.is_object())?;
        if schema.get("$ref").is_some() || schema.get(&name).is_some() {
            return None;
        }
        let value = fix::node(cx, place)?.to_value();
        mends.push(Mend::Set(role, schema.pointer().child(&name), value));
    }
    Some(mends)
}
