//! A file that is not strict JSON.

use crate::connector::Connector;
use crate::connector::files::{Body, Role};
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::strict;
use crate::source::text::{Span, printable};

pub(crate) static JSON_INVALID: Rule = Rule {
    id: "json-invalid",
    official: &["5000.2.6.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S10"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take comments and commas before closing brackets out",
        make: mend,
    }),
    docs: r##"The definition or the properties file is not strict JSON.

Some tools forgive comments, commas before a closing bracket or a cut end. Others, Microsoft's
among them, refuse the file. Nothing else in the file can be checked until it is mended.

Mend the place that is shown, then check again: there may be another one behind it.

```text bad file=apiProperties.json
{"properties": {"publisher": "Contoso Ltd",}}
```

```text bad file=apiProperties.json
{
  // a comment
  "properties": {}
}
```

```text bad file=apiProperties.json
["one object is expected, not a list"]
```

```text bad
{"swagger": "2.0"
```

```text bad
```

```text bad file=apiProperties.json
{"properties": { /* the blue of our logo */
"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd", // as in Partner Center
"stackOwner": "Contoso Ltd", "connectionParameters": {"api_key": {"type": "securestring",
"uiDefinition": {"displayName": "Key", "description": "Your key.",},}}}, // the end
}
```

```text fixed file=apiProperties.json
{"properties": {
"iconBrandColor": "#3b6ea8", "publisher": "Contoso Ltd",
"stackOwner": "Contoso Ltd", "connectionParameters": {"api_key": {"type": "securestring",
"uiDefinition": {"displayName": "Key", "description": "Your key."}}}}
}
```

```text good file=settings.json
// Only the two files of the connector are read.
```
"##,
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in [Role::Definition, Role::Properties] {
        let facts = connector.facts(role);
        if let Some(broken) = facts.broken {
            let place = match broken.offset {
                Some(offset) => Place::Bytes(role, blamed(facts.body, offset)),
                None => Place::File(role),
            };
            out.say(
                place,
                format!("{} is not strict JSON: {}.", quote(facts.name), printable(&broken.reason)),
            );
        }
    }
}

/// The character at an offset; nothing where the line or the text ends there.
fn blamed(body: Option<&Body>, offset: usize) -> Span {
    let found = match body {
        Some(Body::Text(text)) => text.get(offset..).and_then(|rest| rest.chars().next()),
        Some(Body::Bytes(_)) | None => None,
    };
    let length = found.filter(|c| !c.is_control()).map_or(0, char::len_utf8);
    Span { start: offset, end: offset + length }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let role = place.role()?;
    let Some(Body::Text(text)) = cx.connector()?.facts(role).body else { return None };
    let mends: Vec<Mend> = strict::faults(text)
        .into_iter()
        .map(|span| Mend::Replace(role, span, String::new()))
        .collect();
    (!mends.is_empty()).then_some(mends)
}
