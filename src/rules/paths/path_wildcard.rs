//! A path with a star.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::operations::paths;
use crate::rules::quote;

pub(crate) static PATH_WILDCARD: Rule = Rule {
    id: "path-wildcard",
    official: &["OperationPathContainsUnsupportedCharacters"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A path holds a star.

Wildcards are not known to the platform: each operation has one address. Write the path out, or make the part that changes a variable such as `{id}`.

```json bad
{"paths": {"/more/*": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```

```json good
{"paths": {"/more": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for path in paths(definition) {
        let key = path.key().unwrap_or_default();
        if key.contains('*') {
            out.say(
                Place::Key(Role::Definition, path.pointer()),
                format!("The path “{}” holds a star, which stands for nothing here.", quote(&key)),
            );
        }
    }
}
