//! A file is spelt in another way.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static FILE_MISNAMED: Rule = Rule {
    id: "file-misnamed",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S6", "S11"],
    docs: "\
The definition or the properties file is spelt in another way.

Tools on Linux, and Microsoft's own pipeline, look for exactly `apiDefinition.swagger.json` and `apiProperties.json`.

```files bad
rename apiDefinition.swagger.json ApiDefinition.swagger.json
```

```files bad
rename apiDefinition.swagger.json contoso.swagger.json
```

```files bad
rename apiProperties.json apiproperties.json
```

```files good
rename readme.md README.md
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in [Role::Definition, Role::Properties] {
        let facts = connector.facts(role);
        if facts.found && facts.name != role.canonical() {
            out.say(
                Place::File(role),
                format!("Rename {} to {}.", quote(facts.name), role.canonical()),
            );
        }
    }
}
