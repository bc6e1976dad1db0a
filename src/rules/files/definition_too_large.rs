//! A definition of more than a mebibyte.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DEFINITION_TOO_LARGE: Rule = Rule {
    id: "definition-too-large",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S4"],
    fix: None,
    docs: r"The definition has more than 1,048,576 bytes.

A larger file cannot be taken into the platform, however good it is otherwise.

Remove what no operation uses, and write shared schemas once, under `definitions`. If that is not
enough, take out the indentation, or split the connector by subject.

```files bad
pad apiDefinition.swagger.json 1048577
```

```files good
pad apiDefinition.swagger.json 1048576
```

```files good
pad apiProperties.json 1048577
```
",
};

/// Bytes on disk.
const LARGEST: u64 = 1024 * 1024;

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    let facts = connector.facts(Role::Definition);
    if facts.size > LARGEST {
        out.say(
            Place::File(Role::Definition),
            format!(
                "The definition has {} bytes; {LARGEST} at most. Remove what is not used, or \
                 split the connector.",
                facts.size
            ),
        );
    }
}
