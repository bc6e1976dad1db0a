//! A member that is written more than once.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::quote;
use crate::source::hash::HashSet;
use crate::source::json::{Json, Node};
use crate::source::text::Span;

pub(crate) static JSON_DUPLICATE_NAME: Rule = Rule {
    id: "json-duplicate-name",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Keep one of members that say the same",
        make: mend,
    }),
    docs: r##"An object holds two members of the same name.

Readers of JSON disagree about what that means: most take the last one, some the first, some
refuse the file. conncert judges the last one, as most do.

Keep the member you mean and remove the others. If both hold something you need, join them.

```text bad file=apiProperties.json
{"properties": {"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd",
"stackOwner": "Contoso", "stackOwner": "Contoso Ltd", "connectionParameters": {"api_key": {
"type": "securestring", "uiDefinition": {"displayName": "Key", "description": "Your key."}}}}}
```

```text bad file=apiProperties.json
{"properties": {"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd",
"stackOwner": "Contoso Ltd", "connectionParameters": {"api_key": {
"type": "securestring", "uiDefinition": {"displayName": "Key", "description": "Your key.",
"display\u004eame": "API key"}}}}}
```

```text bad file=apiProperties.json
{"properties": {"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd",
"stackOwner": "Contoso Ltd", "publisher": "Contoso Ltd", "connectionParameters": {"api_key": {
"type": "securestring", "uiDefinition": {"displayName": "Key", "description": "Your key."}}}}}
```

```text fixed file=apiProperties.json
{"properties": {"iconBrandColor": "#3b6ea8",
"stackOwner": "Contoso Ltd", "publisher": "Contoso Ltd", "connectionParameters": {"api_key": {
"type": "securestring", "uiDefinition": {"displayName": "Key", "description": "Your key."}}}}}
```

```text good file=apiProperties.json
{"properties": {"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd",
"stackOwner": "Contoso Ltd", "StackOwner": "Contoso Ltd", "connectionParameters": {"api_key": {
"type": "securestring", "uiDefinition": {"displayName": "Key", "description": "Your key."}}}}}
```
"##,
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in [Role::Definition, Role::Properties] {
        let mut told = HashSet::default();
        for member in connector.json(role).into_iter().flat_map(Json::replaced) {
            // What is inside a replaced value counts for nothing.
            let above = std::iter::successors(member.parent(), |node| node.parent());
            let (Some(name), false) = (member.key(), { above }.any(Node::is_replaced)) else {
                continue;
            };
            let last = member.parent().and_then(|object| object.get(&name)).map(Node::id);
            if !told.insert(last) {
                continue;
            }
            out.say(
                Place::Key(role, member.pointer()),
                format!(
                    "“{}” is written more than once in this object, and only the last one counts. \
                     Keep one.",
                    quote(&name)
                ),
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let last = fix::node(cx, place)?;
    let (name, value) = (last.key()?, last.to_value());
    let children: Vec<Node<'_>> = last.parent()?.children().collect();
    let begin = |node: Node<'_>| node.key_span().unwrap_or(node.span()).start;
    let mut mends = Vec::new();
    for pair in children.windows(2) {
        let [child, next] = pair else { continue };
        if child.id() == last.id() || child.key().is_none_or(|key| key != name) {
            continue;
        }
        if child.to_value() != value {
            return None;
        }
        let span = Span { start: begin(*child), end: begin(*next) };
        mends.push(Mend::Replace(place.role()?, span, String::new()));
    }
    Some(mends)
}
