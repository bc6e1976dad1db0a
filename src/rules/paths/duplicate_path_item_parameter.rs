//! A shared parameter that is described twice.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DUPLICATE_PATH_ITEM_PARAMETER: Rule = Rule {
    id: "duplicate-path-item-parameter",
    official: &["PathParametersContainDuplicateParameter"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"The shared parameters of a path hold one twice, described differently.

A parameter is known by its name and its place (`in`). Keep one description.

```json bad
{"paths": {"/more": {"parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}, {"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "Even more."}], "get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}}}}}
```

```json good
{"paths": {"/more": {"parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}, {"name": "More", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for item in definition.path_items() {
        for element in definition.redefined(item) {
            out.say(
                Place::node(Role::Definition, element),
                "A parameter of this name and place is described before. Keep one of them.",
            );
        }
    }
}
