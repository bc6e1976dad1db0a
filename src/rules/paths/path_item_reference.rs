//! A path that refers to another one.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::source::pointer::resolve_reference;

pub(crate) static PATH_ITEM_REFERENCE: Rule = Rule {
    id: "path-item-reference",
    official: &["PathItemRefNotSuppored"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Write the operations out", make: mend }),
    docs: r##"A path refers to a description elsewhere.

OpenAPI knows references of whole paths; the platform does not. Write the operations out under each path.

```json bad
{"paths": {"/more": {"$ref": "#/x-shared"}}, "x-shared": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}}}}}}
```

```json fixed
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}}}}}}, "x-shared": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"200": {"description": "Done.", "schema": {"type": "string"}}}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```
"##,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for item in definition.path_items() {
        if let Some(reference) = item.get("$ref") {
            out.say(
                Place::node(Role::Definition, reference),
                "A whole path cannot be a reference here. Write its operations out.",
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let reference = fix::node(cx, place)?;
    let item = fix::parent(cx, place)?;
    let target = resolve_reference(cx.definition()?.root(), &reference.as_str()?)?;
    // A target that refers on would only move the fault, and what stands beside is a riddle.
    let alone = item.children().nth(1).is_none();
    let usable = alone && target.is_object() && target.get("$ref").is_none();
    usable.then(|| vec![Mend::Set(Role::Definition, item.pointer(), target.to_value())])
}
