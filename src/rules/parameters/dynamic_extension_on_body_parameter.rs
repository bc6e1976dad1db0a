//! A dynamic extension beside the schema of the body.

use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};

pub(crate) static DYNAMIC_EXTENSION_ON_BODY_PARAMETER: Rule = Rule {
    id: "dynamic-extension-on-body-parameter",
    official: &["DynamicExtensionDefinitionNotAllowedInParameter"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Move it into the schema", make: mend }),
    docs: r#"A dynamic extension stands on the body parameter rather than in its schema.

Makers see the fields of the body, so the extension belongs to the schema of the body or of a field in it. Move it there.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "object"}, "x-ms-dynamic-schema": {"operationId": "ListInvoices"}}]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "object", "x-ms-dynamic-schema": {"operationId": "ListInvoices"}}}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "body", "in": "body", "schema": {"type": "object", "x-ms-dynamic-schema": {"operationId": "ListInvoices"}}}]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    if site.is_in("body") {
        for name in EXTENSIONS.iter().filter(|name| site.node.get(name).is_some()) {
            out.say(
                Place::member(Role::Definition, site.node, name),
                format!(
                    "`{name}` stands beside the schema of the body. Move it into the `schema`."
                ),
            );
        }
    }
}

const EXTENSIONS: [&str; 5] = [
    "x-ms-dynamic-values",
    "x-ms-dynamic-list",
    "x-ms-dynamic-schema",
    "x-ms-dynamic-properties",
    "x-ms-dynamic-tree",
];

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let (role, pointer) = place.pointer()?;
    let name = pointer.last()?;
    let schema = fix::parent(cx, place)?.get("schema").filter(|node| node.is_object())?;
    if schema.get("$ref").is_some() || schema.get(&name).is_some() {
        return None;
    }
    let value = fix::node(cx, place)?.to_value();
    let moved = Mend::Set(role, schema.pointer().child(&name), value);
    Some(vec![Mend::Remove(role, pointer.clone()), moved])
}
