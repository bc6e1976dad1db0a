//! A folder without an API properties file.

use super::missing;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

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
    fix: None,
    docs: r#"The folder holds no API properties file.

It says what people fill in to connect, which policies change the requests, who publishes the
connector and in which colour it appears. Microsoft takes no connector without it.

Put it into the folder under the name `apiProperties.json`. The maker portal does not offer it for
download; `paconn download` does.

```files bad
remove apiProperties.json
```

```files bad
rename apiProperties.json properties.json
```

```json good file=apiProperties.json
{"properties": {"capabilities": ["actions"]}}
```
"#,
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    missing(&connector.properties, Role::Properties, out, |name| {
        format!("The API properties file is missing. Put it into this folder as {name}.")
    });
}
