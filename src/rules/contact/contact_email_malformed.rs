//! A support e-mail that is no address.

use super::{answered, contact_text};
use crate::answers::Answers;
use crate::connector::definition::Definition;
use crate::connector::terms::{is_blank, is_mail};
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
    cites: &["S5", "S9"],
    fix: None,
    docs: r#"The support e-mail is not an e-mail address.

The validator refuses what is not of the shape name, `@`, domain with a dot, in plain characters and
without blanks. A web page or a sentence does not do.

Give the bare address, such as `help@contoso.com`.

```json bad
{ "info": { "contact": { "email": "help at contoso.com" } } }
```

One address only, and nothing around it:

```json bad
{ "info": { "contact": { "email": "help@contoso.com;sales@contoso.com" } } }
```

```json bad
{ "info": { "contact": { "email": "help@contoso.com " } } }
```

```json bad
{ "info": { "contact": { "email": "help@contoso" } } }
```

An answer of yours is judged in the same way:

```toml bad also=answer-contradicts-file
[support]
email = "help.contoso.com"
```

Where the file and the answer have the same fault, it is told once:

```json bad
{ "info": { "contact": { "email": "help.contoso.com" } } }
```

```toml bad and
[support]
email = "help.contoso.com"
```

```json good
{ "info": { "contact": { "email": "h@c.io" } } }
```
"#,
};

/// The answer that stands for the same member.
const KEY: &str = "support.email";

fn is_wrong(text: &str) -> bool {
    !is_blank(Some(text)) && !is_mail(text)
}

fn message(text: &str) -> String {
    format!(
        "“{}” is not an e-mail address. Write one bare address, such as help@contoso.com, without \
         blanks.",
        quote(text)
    )
}

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if let Some(found) = contact_text(definition, "email").filter(|found| is_wrong(found)) {
        let place = Place::definition("/info/contact/email");
        out.say_with(place, message(&found), answered(cx, KEY));
    }
}

fn check_answer(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(answer) = answers.confirmed(KEY).map(str::trim) else { return };
    // Where the file shows the fault as well, the finding stands there.
    let in_file = cx.definition().and_then(|definition| contact_text(definition, "email"));
    if is_wrong(answer) && !in_file.is_some_and(|found| is_wrong(&found)) {
        out.say(Place::Answer(KEY), message(answer));
    }
}
