//! More than 256 operations.

use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATION_COUNT_EXCESSIVE: Rule = Rule {
    id: "operation-count-excessive",
    official: &["TotalOperationsCountExceedsMaxAllowed"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: "\
The connector has more than 256 operations.

Nobody finds the right one among so many, and the platform takes no more. Split the connector, or leave out what is rarely used.

```files bad
operations apiDefinition.swagger.json 257
```

```files good
operations apiDefinition.swagger.json 256
```
",
};

const MOST: usize = 256;

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let count = definition.index().operations().len();
    if count > MOST {
        out.say(
            Place::definition("/paths"),
            format!("{count} operations; {MOST} at most. Split the connector."),
        );
    }
}
