//! A folder without an API definition.

use super::missing;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static DEFINITION_MISSING: Rule = Rule {
    id: "definition-missing",
    official: &["5000.1.1.3"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S6", "S10"],
    fix: None,
    docs: r#"The folder holds no API definition.

The definition says which operations the connector offers, in the format OpenAPI 2.0. Without it
there is nothing to certify, and most other rules cannot be asked.

Put the definition into the folder under the name `apiDefinition.swagger.json`. The maker portal
gives it to you as "Download", `paconn download` as a file.

```files bad
remove apiDefinition.swagger.json
```

```files bad
rename apiDefinition.swagger.json definition.json
```

```json good
{"info": {"version": "1.1"}}
```
"#,
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    missing(&connector.definition, Role::Definition, out, |name| {
        format!("The API definition is missing. Put it into this folder as {name}.")
    });
}
