//! A schema outside the body.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static NON_BODY_PARAMETER_SCHEMA: Rule = Rule {
    id: "non-body-parameter-schema",
    official: &["NonBodyParameterSchemaNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A parameter outside the body has a schema.

Only a body is described by a `schema`. Query, path, header and form values say `type`, `format` and `items` themselves; for an object use the body, or one parameter for each of its properties.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it.", "schema": {"type": "string"}}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let elsewhere = site.node.text("in").is_some_and(|place| place != "body");
    if elsewhere && site.node.get("schema").is_some() {
        out.say(
            Place::member(Role::Definition, site.node, "schema"),
            format!(
                "{} is not in the body, so it says its type itself instead of a schema.",
                name(site)
            ),
        );
    }
}
