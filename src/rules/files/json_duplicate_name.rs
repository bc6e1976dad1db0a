//! A member is written twice.

use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static JSON_DUPLICATE_NAME: Rule = Rule {
    id: "json-duplicate-name",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Object(check)],
    quiet_when: &[],
    since: None,
    cites: &["S10"],
    docs: "\
An object holds the same member twice.

Only the last one counts for most readers, the first one for some: what Microsoft sees may not be what you see. Take one away.

```text bad file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#111111\", \"publisher\": \"Contoso Ltd\", \"iconBrandColor\": \"#0a5c8f\", \"stackOwner\": \"Contoso Ltd\", \"connectionParameters\": {\"x\": {\"type\": \"string\", \"uiDefinition\": {\"displayName\": \"X\", \"description\": \"X.\"}}}}}
```

```text good file=apiProperties.json
{\"properties\": {\"iconBrandColor\": \"#0a5c8f\", \"publisher\": \"Contoso Ltd\", \"stackOwner\": \"Contoso Ltd\", \"Publisher\": \"Contoso Ltd\", \"connectionParameters\": {\"x\": {\"type\": \"string\", \"uiDefinition\": {\"displayName\": \"X\", \"description\": \"X.\"}}}}}
```
",
};

fn check(_: &Context<'_>, role: Role, object: Node<'_>, out: &mut Sink<'_>) {
    for (name, node) in object.duplicates() {
        out.say(
            Place::Key(role, node.pointer()),
            format!("`{}` is written more than once; only this last one counts.", quote(&name)),
        );
    }
}
