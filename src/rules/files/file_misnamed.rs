//! A definition or properties file whose name is spelled otherwise.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
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
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Give the file its proper name",
        make: |_, place| Some(vec![Mend::RenameFile(place.role()?)]),
    }),
    docs: r"The definition or the properties file has another name than Microsoft expects.

People who look at a folder find such a file, tools do not: on most systems the size of a letter
counts.

Rename the file to `apiDefinition.swagger.json` or `apiProperties.json`, letter by letter. How the
read-me is spelled does not matter.

```files bad
rename apiProperties.json apiproperties.json
```

```json fixed file=apiProperties.json
{}
```

```files bad
rename apiDefinition.swagger.json openapi.swagger.json
```

```json fixed
{}
```

```files good
rename readme.md ReadMe.md
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in [Role::Definition, Role::Properties] {
        let facts = connector.facts(role);
        if facts.found && facts.name != role.canonical() {
            out.say(
                Place::File(role),
                format!("Rename {} to {}, exactly so.", quote(facts.name), role.canonical()),
            );
        }
    }
}
