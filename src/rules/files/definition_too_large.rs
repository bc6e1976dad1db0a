//! A definition of more than 1 MiB.

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
    docs: "\
The definition is larger than 1 MiB.

The platform refuses files of more than 1,048,576 bytes. Split the connector, or take away what is not used; writing the file without indentation may be enough.

```files bad
pad apiDefinition.swagger.json 1048577
```

```files good
pad apiDefinition.swagger.json 1048576
```
",
};

const MOST: u64 = 1_048_576;

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    let size = connector.facts(Role::Definition).size;
    if size > MOST {
        out.say(
            Place::File(Role::Definition),
            format!("The definition has {size} bytes; {MOST} at most. Split the connector."),
        );
    }
}
