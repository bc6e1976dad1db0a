//! A support address at a provider of private mail.

use crate::answers::Publisher;
use crate::connector::definition::Definition;
use crate::connector::terms::is_mail;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static CONTACT_EMAIL_PERSONAL: Rule = Rule {
    id: "contact-email-personal",
    official: &["5000.3.1.4"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"The support address belongs to a provider of private mail.

It becomes public, and it is a person's own. People who ask for help with a company's connector
expect an address of that company, and one that outlives a change of staff.

Give an address for support at the domain of the company.

This is a judgement by the best-known providers, said to verified publishers only, and may be wrong
for a very small company: it fires on 0 of 216 published connectors. To be sure, ask yourself who
reads this mailbox in three years.

```json bad
{"info": {"contact": {"email": "invoices@Gmail.com"}}}
```

```json good
{"info": {"contact": {"email": "gmail.com@contoso.com"}}}
```

```json good publisher=independent
{"info": {"contact": {"email": "invoices@gmail.com"}}}
```
"#,
};

/// The best-known providers of private mail.
const PROVIDERS: [&str; 20] = [
    "aol.com",
    "fastmail.com",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "web.de",
    "yahoo.com",
    "yandex.ru",
];

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if cx.publisher() == Publisher::Independent {
        return;
    }
    let email = definition.contact().and_then(|contact| contact.text("email"));
    let Some(email) = email.filter(|email| is_mail(email)) else { return };
    let domain = email.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    if PROVIDERS.contains(&domain.as_str()) {
        out.say(
            Place::definition("/info/contact/email"),
            format!(
                "Support is at {domain}, a provider of private mail. Give an address of the \
                 company, which outlives a change of staff."
            ),
        );
    }
}
