//! Braces of a path that do not match.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::operations::paths;
use crate::rules::quote;

pub(crate) static PATH_TEMPLATE_MALFORMED: Rule = Rule {
    id: "path-template-malformed",
    official: &["OperationPathTemplateNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"The braces of a path do not fit together.

A variable is a name between `{` and `}`, within one part of the path: neither empty, nor nested, nor with a slash inside. Close every brace that you open.

```json bad also=path-variable-undeclared
{"paths": {"/more/{}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json bad
{"paths": {"/more/{id": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json bad
{"paths": {"/more/id}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json bad also=path-variable-undeclared
{"paths": {"/more/{a{b}}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json bad also=path-variable-undeclared
{"paths": {"/more/{a/b}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json good
{"paths": {"/more/{id}/{of}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "id", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}, {"name": "of", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for path in paths(definition) {
        let key = path.key().unwrap_or_default();
        if let Some(fault) = fault(&key) {
            out.say(
                Place::Key(Role::Definition, path.pointer()),
                format!("In the path “{}” {fault}.", quote(&key)),
            );
        }
    }
}

/// What is wrong with the braces of a path, from left to right.
fn fault(path: &str) -> Option<&'static str> {
    let mut open = None;
    for (at, found) in path.char_indices() {
        match (found, open) {
            ('{', None) => open = Some(at),
            ('{', Some(_)) => return Some("a brace opens within braces"),
            ('}', Some(before)) if at == before + 1 => return Some("a variable has no name"),
            ('}', Some(_)) => open = None,
            ('}', None) => return Some("a brace closes that was never opened"),
            ('/', Some(_)) => return Some("a slash stands within braces"),
            _ => {}
        }
    }
    open.map(|_| "a brace is never closed")
}
