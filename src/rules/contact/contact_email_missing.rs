//! The contact has no e-mail address.

use super::ready;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static CONTACT_EMAIL_MISSING: Rule = Rule {
    id: "contact-email-missing",
    official: &["RequiredPropertyMissing", "5000.3.1.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The contact has no e-mail address.

Microsoft writes to it, and customers do.

Fill in `info.contact.email`.

```json bad
{\"info\": {\"contact\": {\"email\": null}}}
```

```json bad
{\"info\": {\"contact\": {\"email\": \" \\u2003\"}}}
```

```json bad also=contact-name-missing,contact-url-missing
{\"info\": {\"contact\": null}}
```

```json good
{\"info\": {\"contact\": {\"email\": \"help@contoso.com\"}}}
```
",
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if terms::is_blank(definition.contact().and_then(|contact| contact.text("email"))) {
        let (hint, related) = ready(cx, "support.email");
        out.say_with(
            Place::definition("/info/contact/email"),
            format!("The support contact has no e-mail address. {hint}"),
            related,
        );
    }
}
