//! A file that is not strict JSON.

use crate::connector::Connector;
use crate::connector::files::{Body, Role};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
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
    fix: None,
    docs: r#"The definition or the properties file is not strict JSON.

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

```text good file=settings.json
// Only the two files of the connector are read.
```
"#,
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
