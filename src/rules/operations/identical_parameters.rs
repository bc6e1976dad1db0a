//! A parameter that is written twice.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::source::hash::HashSet;
use crate::source::json::Node;
use crate::source::json::equality::repeated;

pub(crate) static IDENTICAL_PARAMETERS: Rule = Rule {
    id: "identical-parameters",
    official: &["OperationParametersAreNotUnique"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take the second one out",
        make: |_, place| fix::remove(place),
    }),
    docs: r##"A list of parameters holds the same one twice.

Nothing is lost when you take the second one out.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}, {"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json bad
{"paths": {"/more": {"parameters": [{"$ref": "#/parameters/More"}, {"$ref": "#/parameters/More"}], "post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}}}}, "parameters": {"More": {"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}, {"name": "most", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```
"##,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let holders = definition.operations().map(|operation| operation.node);
    for holder in holders.chain(definition.path_items()) {
        let Some(list) = holder.get("parameters").filter(|list| list.is_array()) else { continue };
        if !may_repeat(list) {
            continue;
        }
        for element in repeated(list).into_iter().filter(|element| element.is_object()) {
            out.say(
                Place::node(Role::Definition, element),
                "The same parameter is in this list before. Take this one out.",
            );
        }
    }
}

/// Whether two elements have the same name or reference; without that they cannot be the same, and
/// nearly no list needs a closer look.
fn may_repeat(list: Node<'_>) -> bool {
    let mut seen = HashSet::default();
    list.items().any(|element| {
        let names = [element.text("$ref"), element.text("name"), element.text("in")];
        element.is_object() && !seen.insert(names)
    })
}
