//! The properties file is missing.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::files::State;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PROPERTIES_MISSING: Rule = Rule {
    id: "properties-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S6"],
    docs: "\
The properties file is missing.

It holds the connection parameters, the brand colour and the publisher.

```files bad
remove apiProperties.json
```

```files good
pad apiProperties.json 0
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    if let State::Missing { note } = connector.properties.state {
        let note = note.map(|note| format!(" In its place {note}.")).unwrap_or_default();
        out.say(
            Place::File(Role::Properties),
            format!("There is no apiProperties.json.{note} Download it with `paconn download`; it holds connection parameters, brand and publisher."),
        );
    }
}
