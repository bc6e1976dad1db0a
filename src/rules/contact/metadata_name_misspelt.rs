//! A metadata entry is spelt in another case.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static METADATA_NAME_MISSPELT: Rule = Rule {
    id: "metadata-name-misspelt",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    docs: "\
The name of a metadata entry is spelt in another case.

Microsoft writes `Website`, `Privacy policy` and `Categories`, and its own tools differ in how strictly they read them.

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity\"}]}
```

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy Policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity\"}]}
```

```json good
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity\"}]}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for canonical in ["Website", "Privacy policy", "Categories"] {
        let name = definition.metadata(canonical).and_then(|entry| entry.get("propertyName"));
        if let Some(name) = name
            && let Some(text) = name.as_str()
            && text != canonical
        {
            out.say(
                Place::node(Role::Definition, name),
                format!("Spell it `{canonical}`, not `{}`.", quote(&text)),
            );
        }
    }
}
