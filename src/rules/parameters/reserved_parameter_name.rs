//! A header that the platform sets itself.

use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static RESERVED_PARAMETER_NAME: Rule = Rule {
    id: "reserved-parameter-name",
    official: &["ReservedParameterIsUsed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A parameter is the header `Authorization`, which the platform sets itself.

How people sign in belongs into `securityDefinitions` and the connection parameters; the platform makes the header of it. Microsoft prints no list of reserved names. This one is known from a publisher who was refused; no published connector has it.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "authorization", "in": "header", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "Authorization", "in": "header", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "X-Authorization", "in": "header", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "Authorization", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let reserved =
        site.node.text("name").is_some_and(|name| name.eq_ignore_ascii_case("authorization"));
    if reserved && site.is_in("header") {
        out.say(
            Place::member(Role::Definition, site.node, "name"),
            "The platform sets the header Authorization itself. Describe how people sign in as a \
             security definition, and take this parameter out.",
        );
    }
}
