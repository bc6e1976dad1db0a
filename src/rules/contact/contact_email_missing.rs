//! A definition without a support mailbox.

use super::contact_text;
use crate::connector::definition::Definition;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static CONTACT_EMAIL_MISSING: Rule = Rule {
    id: "contact-email-missing",
    official: &["5000.3.1.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S9"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write your answer into the file",
        make: |cx, _| fix::answer::written(cx, "support.email"),
    }),
    docs: r#"The definition gives no support e-mail.

It stands on the connector's page, and Microsoft itself writes to it during the review. Independent
publishers get their forms there.

Add `email` to `info.contact`: a mailbox that several people read.

```json bad
{ "info": { "contact": { "email": null } } }
```

```json bad
{ "info": { "contact": { "email": "\u2003" } } }
```

Without any contact, each part is missing by itself:

```json bad also=contact-name-missing,contact-url-missing
{ "info": { "contact": null } }
```

```json bad
{ "info": { "contact": { "email": "" } } }
```

```toml bad and
[support]
email = "help@contoso.com"
```

```json fixed
{ "info": { "contact": { "email": "help@contoso.com" } } }
```

```toml fixed and
[support]
email = "help@contoso.com"
```

```json good
{ "info": { "contact": { "email": "help@contoso.com" } } }
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if is_blank(contact_text(definition, "email")) {
        say_missing(
            cx,
            out,
            Place::definition("/info/contact/email"),
            "support.email",
            "The definition gives no support e-mail.",
            "Add a mailbox that is read as `email` under `info.contact`.",
        );
    }
}
