//! The API definition is missing.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::files::State;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DEFINITION_MISSING: Rule = Rule {
    id: "definition-missing",
    official: &["5000.1.1.3"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S6"],
    docs: "\
The API definition is missing.

Without it there is no connector: it describes the operations.

```files bad
remove apiDefinition.swagger.json
```

```files good
pad apiDefinition.swagger.json 0
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    if let State::Missing { note } = connector.definition.state {
        let note = note.map(|note| format!(" In its place {note}.")).unwrap_or_default();
        out.say(
            Place::File(Role::Definition),
            format!("There is no apiDefinition.swagger.json.{note} Download it with `paconn download`, or take it from a solution export."),
        );
    }
}
