//! The contact's e-mail is no address.

use super::unlike_file;
use crate::answers::Answers;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static CONTACT_EMAIL_MALFORMED: Rule = Rule {
    id: "contact-email-malformed",
    official: &["ContactEmailNotValid", "5000.3.1.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Answers(check_answer)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    docs: "\
The contact's e-mail is no e-mail address.

Mail to it would come back, Microsoft's own too. An address has one `@`, something before it, and a domain with a dot after it; blanks and letters beyond ASCII have no place in it.

```json bad
{\"info\": {\"contact\": {\"email\": \"help at contoso.com\"}}}
```

```json bad
{\"info\": {\"contact\": {\"email\": \"help@contoso\"}}}
```

```json bad
{\"info\": {\"contact\": {\"email\": \"help@contoso.com \"}}}
```

```toml bad also=answer-contradicts-file
[support]
email = \"help@contoso.\"
```

```json good
{\"info\": {\"contact\": {\"email\": \"a@b.c\"}}}
```
",
};

const REMEDY: &str = "An address needs a name, one @ and a domain such as contoso.com.";

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(email) = definition.contact().and_then(|contact| contact.text("email")) else {
        return;
    };
    if !terms::is_blank(Some(&email)) && !terms::is_mail(&email) {
        out.say(
            Place::definition("/info/contact/email"),
            format!("“{}” is no e-mail address. {REMEDY}", quote(&email)),
        );
    }
}

fn check_answer(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    if let Some(email) = unlike_file(cx, "support.email")
        && !terms::is_mail(email.trim())
    {
        out.say(
            Place::Answer("support.email"),
            format!("“{}” is no e-mail address. {REMEDY}", quote(email)),
        );
    }
}
