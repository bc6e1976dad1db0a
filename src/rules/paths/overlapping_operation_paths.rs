//! A path whose variable may take the name of another path.

use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::connector::templates::{Crowd, pattern};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OVERLAPPING_OPERATION_PATHS: Rule = Rule {
    id: "overlapping-operation-paths",
    official: &["PartialDuplicateOperationPath"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A variable of a path may take a value that makes it another operation's path.

`/invoices/{id}` with the id `late` is also `/invoices/late`. Most services tell them apart by looking at the fixed one first, and many published connectors have such paths. If yours does not, give one of them another path.

```json bad
{"paths": {"/more/{a}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}, "/more/late": {"get": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json bad
{"paths": {"/more/late": {"get": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}, "/More/{a}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}}}
```

```json good
{"paths": {"/more/{a}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}, "/more/late/now": {"get": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json good
{"paths": {"/more/{a}/x": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}, "/more/late/y": {"get": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json good
{"paths": {"/more/a{a}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}, "/more/alate": {"get": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut crowd = Crowd::default();
    let patterns: Vec<(Operation<'_>, String)> = definition
        .operations()
        .map(|operation| (operation, pattern(&operation.path().to_ascii_lowercase())))
        .collect();
    if !patterns.iter().any(|(_, pattern)| pattern.contains("{}")) {
        return;
    }
    for (operation, pattern) in &patterns {
        crowd.insert(operation.method, pattern);
    }
    for (operation, pattern) in &patterns {
        if pattern.split('/').any(|segment| segment == "{}")
            && crowd.holds_another(operation.method, pattern)
        {
            out.say(
                Place::node(Role::Definition, operation.node),
                format!(
                    "With the right value {} is also the path of another operation. Be sure that \
                     your service tells them apart.",
                    operation.name()
                ),
            );
        }
    }
}
