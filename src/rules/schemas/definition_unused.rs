//! A definition that nothing refers to.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::quote;
use crate::source::json::{Node, NodeId};

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
        says: "Take the definition out, and those that only it uses",
        make: mend,
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

```json bad
{\"definitions\": {\"A\": {\"items\": {\"$ref\": \"#/definitions/B\"}}, \"B\": {\"type\": \"string\"}}}
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
    let used = definition.uses();
    for (name, node) in map.members() {
        let inside = node.span();
        let outside = |at: &usize| *at < inside.start || *at >= inside.end;
        if !used.get(&written(&name)).is_some_and(|places| places.iter().any(outside)) {
            out.say(
                Place::Key(Role::Definition, node.pointer()),
                format!("Nothing refers to the definition “{}”.", quote(&name)),
            );
        }
    }
}

fn written(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let definition = cx.definition()?;
    let map = definition.root().get("definitions")?;
    let used = definition.uses();
    let references = definition.index().references();
    let start = |node: NodeId| definition.node(node).span().start;
    let holds = |node: &Node<'_>, at: usize| at >= node.span().start && at < node.span().end;
    let mut gone = vec![fix::node(cx, place)?];
    let mut next = 0;
    // What a definition that goes refers to goes as well, when nothing else refers to it.
    while let Some(node) = gone.get(next).copied() {
        next += 1;
        let first = references.partition_point(|found| start(found.node) < node.span().start);
        let inside = references.iter().skip(first);
        for reference in inside.take_while(|found| holds(&node, start(found.node))) {
            let Some(target) = reference.target.map(|id| definition.node(id)) else { continue };
            if target.parent().is_none_or(|above| above.id() != map.id())
                || gone.iter().any(|node| node.id() == target.id())
            {
                continue;
            }
            let places = used.get(&written(&target.key().unwrap_or_default()));
            let is_needed =
                |at: &usize| !holds(&target, *at) && !gone.iter().any(|node| holds(node, *at));
            if !places.is_none_or(|places| places.iter().any(is_needed)) {
                gone.push(target);
            }
        }
    }
    let remove = |node: &Node<'_>| Mend::Remove(Role::Definition, node.pointer());
    Some(gone.iter().map(remove).collect())
}
