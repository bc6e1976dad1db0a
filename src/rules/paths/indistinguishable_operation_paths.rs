//! Two paths that differ by the names of their variables only.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::templates::pattern;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::hash::HashMap;

pub(crate) static INDISTINGUISHABLE_OPERATION_PATHS: Rule = Rule {
    id: "indistinguishable-operation-paths",
    official: &["DuplicateOperationPath"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"Two operations have the same path but for the names of variables.

For the service `/invoices/{id}` and `/invoices/{number}` are one address, and with the same method one operation. Merge them, or give one another path.

```json bad
{"paths": {"/more/{a}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}, "/more/{b}": {"get": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "b", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}}}
```

```json good also=overlapping-operation-paths
{"paths": {"/more/{a}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}, "/more/b": {"get": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json good
{"paths": {"/more/{a}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "a", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}, "/more/{b}": {"put": {"operationId": "Most", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "b", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let mut seen: HashMap<(String, &str), Vec<String>> = HashMap::default();
    for operation in definition.operations() {
        let path = operation.path().to_ascii_lowercase();
        let known = seen.entry((pattern(&path), operation.method)).or_default();
        if known.iter().any(|earlier| *earlier != path) {
            out.say(
                Place::node(Role::Definition, operation.node),
                format!(
                    "{} is the same address as an earlier path: only the names of variables \
                     differ. Merge the two.",
                    operation.name()
                ),
            );
        }
        // Two different ones are enough to compare with.
        if known.len() < 2 && !known.contains(&path) {
            known.push(path);
        }
    }
}
