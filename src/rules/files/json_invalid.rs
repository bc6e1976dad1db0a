//! A file that is not strict JSON.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::text::Span;

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
    docs: "\
A file is not strict JSON.

Comments, commas before a closing bracket, and single quotes are refused by most readers. Nothing else in the file can be judged until this is mended.

```text bad file=apiProperties.json
{\"properties\": {},}
```

```text bad file=apiProperties.json
{\"properties\": {}} // done
```

```text bad file=apiDefinition.swagger.json
[\"an array\"]
```

```text bad file=apiProperties.json
{\"properties\": \"\\ud800\"}
```

```text bad file=apiProperties.json
{\"properties\": 1e999}
```

```json good file=apiProperties.json
{\"properties\": {\"capabilities\": [1e300, \"\\ud83d\\ude00\"]}}
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in [Role::Definition, Role::Properties] {
        let facts = connector.facts(role);
        let Some(broken) = facts.broken else { continue };
        let place = match broken.offset {
            Some(offset) => Place::Bytes(role, Span { start: offset, end: offset }),
            None => Place::File(role),
        };
        out.say(place, format!("This is not valid JSON: {}.", broken.reason.trim_end_matches('.')));
    }
}
