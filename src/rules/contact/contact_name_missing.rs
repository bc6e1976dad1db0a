//! A definition that names no support team.

use super::contact_text;
use crate::connector::definition::Definition;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static CONTACT_NAME_MISSING: Rule = Rule {
    id: "contact-name-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write your answer into the file",
        make: |cx, _| fix::answer::written(cx, "support.name"),
    }),
    docs: r#"The definition names nobody whom customers can turn to.

Microsoft prints the contact on the connector's page. A connector without one is sent back.

Add `name` to `info.contact`: the name of a team, such as “Contoso Customer Care”. People change, so
a person's name does not belong there.

```json bad
{ "info": { "contact": { "name": null } } }
```

Blanks alone are no name, nor is anything but text:

```json bad
{ "info": { "contact": { "name": " \t" } } }
```

```json bad
{ "info": { "contact": { "name": 7 } } }
```

```json bad
{ "info": { "contact": { "name": "" } } }
```

```toml bad and
[support]
name = "Contoso Customer Care"
```

```json fixed
{ "info": { "contact": { "name": "Contoso Customer Care" } } }
```

```toml fixed and
[support]
name = "Contoso Customer Care"
```

```json good
{ "info": { "contact": { "name": "Contoso Customer Care" } } }
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if is_blank(contact_text(definition, "name")) {
        say_missing(
            cx,
            out,
            Place::definition("/info/contact/name"),
            "support.name",
            "The definition names no support team.",
            "Add its name as `name` under `info.contact`.",
        );
    }
}
