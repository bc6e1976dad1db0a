//! A definition that nothing refers to.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;
use std::collections::HashMap;

pub(crate) static DEFINITION_UNUSED: Rule = Rule {
    id: "definition-unused",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Take the definition out",
        make: |_, place| fix::remove(place),
    }),
    docs: "\
A definition is never used.

It does no harm, but makes the file longer and the reviewer wonder.

```json bad
{\"definitions\": {\"Lonely\": {\"type\": \"object\", \"properties\": {\"next\": {\"$ref\": \"#/definitions/Lonely\"}}}}}
```

```json fixed
{\"definitions\": {}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"type\": null, \"items\": null, \"$ref\": \"#/definitions/Invoice\"}}}}}}, \"definitions\": {\"Invoice\": {\"type\": \"string\"}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(map) = definition.root().get("definitions").filter(|map| map.is_object()) else {
        return;
    };
    // For each definition the places of the references to it; one inside itself does not count.
    let mut used: HashMap<String, Vec<usize>> = HashMap::new();
    for reference in definition.index().references() {
        let node = definition.node(reference.node);
        let text = node.as_str().unwrap_or_default();
        let Some(rest) = text.strip_prefix("#/definitions/") else { continue };
        let name = rest.split('/').next().unwrap_or_default();
        used.entry(name.to_owned()).or_default().push(node.span().start);
    }
    for (name, node) in map.members() {
        let written = name.replace('~', "~0").replace('/', "~1");
        let inside = node.span();
        let outside = |at: &usize| *at < inside.start || *at >= inside.end;
        if !used.get(&written).is_some_and(|places| places.iter().any(outside)) {
            out.say(
                Place::Key(Role::Definition, node.pointer()),
                format!("Nothing refers to the definition “{}”.", quote(&name)),
            );
        }
    }
}
