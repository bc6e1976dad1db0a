//! More than one body for all operations of a path.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SEVERAL_PATH_ITEM_BODY_PARAMETERS: Rule = Rule {
    id: "several-path-item-body-parameters",
    official: &["PathParametersContainMultipleBodyParameters"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"The shared parameters of a path hold more than one body.

There is one body only. Make it an object with several properties, or give each operation its own.

```json bad also=several-body-parameters
{"paths": {"/more": {"parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}, {"name": "more", "in": "body", "schema": {"type": "string"}}], "post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}}}}}
```

```json good
{"paths": {"/more": {"parameters": [{"name": "body", "in": "body", "schema": {"type": "string"}}], "post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for item in definition.path_items() {
        let mut bodies = 0;
        for parameter in definition.listed(item) {
            if parameter.node.text("in").is_some_and(|place| place == "body") {
                bodies += 1;
                if bodies > 1 {
                    out.say(
                        Place::node(Role::Definition, parameter.listed),
                        "This is a further body, and a call has one only. Make them properties of \
                         one object.",
                    );
                }
            }
        }
    }
}
