//! The contact has no name.

use super::ready;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static CONTACT_NAME_MISSING: Rule = Rule {
    id: "contact-name-missing",
    official: &["RequiredPropertyMissing"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The contact has no name.

Customers have to know whom they write to.

Fill in `info.contact.name`.

```json bad
{\"info\": {\"contact\": {\"name\": null}}}
```

```json bad
{\"info\": {\"contact\": {\"name\": \" \\u2003\"}}}
```

```json bad also=contact-url-missing,contact-email-missing
{\"info\": {\"contact\": null}}
```

```json good
{\"info\": {\"contact\": {\"name\": \"x\"}}}
```
",
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if terms::is_blank(definition.contact().and_then(|contact| contact.text("name"))) {
        let (hint, related) = ready(cx, "support.name");
        out.say_with(
            Place::definition("/info/contact/name"),
            format!("The support contact has no name. {hint}"),
            related,
        );
    }
}
