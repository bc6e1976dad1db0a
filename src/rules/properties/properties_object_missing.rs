//! A properties file without the object `properties`.

use crate::connector::properties::Properties;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::source::pointer::resolve;
use crate::source::text::Span;

pub(crate) static PROPERTIES_OBJECT_MISSING: Rule = Rule {
    id: "properties-object-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Properties(check)],
    quiet_when: &[],
    since: None,
    cites: &["S11"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Put the content under `properties`",
        make: mend,
    }),
    docs: r##"The properties file has no object `properties`.

Everything in `apiProperties.json` stands under one member, `properties`. What stands beside it is
not seen, so nothing else in this file can be judged before this is mended.

Wrap the content: `{ "properties": { … } }`.

```json bad file=apiProperties.json
{ "properties": null }
```

```json bad file=apiProperties.json
{ "properties": [] }
```

```text bad file=apiProperties.json
{"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd",
"stackOwner": "Contoso Ltd", "connectionParameters": {"api_key": {"type": "securestring",
"uiDefinition": {"displayName": "Key", "description": "Your key."}}}}
```

```text fixed file=apiProperties.json
{ "properties": {"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd",
"stackOwner": "Contoso Ltd", "connectionParameters": {"api_key": {"type": "securestring",
"uiDefinition": {"displayName": "Key", "description": "Your key."}}}} }
```

```json good file=apiProperties.json
{ "properties": { "capabilities": [] } }
```
"##,
};

fn check(_: &Context<'_>, properties: &Properties, out: &mut Sink<'_>) {
    if properties.properties().is_none() {
        out.say(
            Place::properties("/properties"),
            "This file has no object `properties`, under which everything stands. Put the content \
             into `{ \"properties\": { … } }`.",
        );
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let (role, pointer) = place.pointer()?;
    let root = resolve(cx.connector()?.json(role)?.root(), &pointer.parent()?)?;
    // What is there under that name already is nobody's to judge.
    if root.get("properties").is_some() || root.get("iconBrandColor").is_none() {
        return None;
    }
    let Span { start, end } = root.span();
    Some(vec![
        Mend::Replace(role, Span::at(start), "{ \"properties\": ".to_owned()),
        Mend::Replace(role, Span::at(end), " }".to_owned()),
    ])
}
