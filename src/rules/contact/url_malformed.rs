//! A support page that is no absolute web address.

use super::{answered, contact_text};
use crate::answers::Answers;
use crate::connector::definition::Definition;
use crate::connector::terms::{is_address, is_blank};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static URL_MALFORMED: Rule = Rule {
    id: "url-malformed",
    official: &["UrlNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Answers(check_answer)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Put `https://` before the address, or take blanks off",
        make: |cx, place| fix::rewrite(cx, place, fix::text::as_address),
    }),
    docs: r#"The support page is not an absolute web address.

People must be able to click it. It begins with `https://` (or `http://`), goes on with a host that
has a dot, and has no blanks, not even around it.

Copy the address from your browser's address bar.

```json bad
{ "info": { "contact": { "url": "www.contoso.com/help" } } }
```

```json fixed
{ "info": { "contact": { "url": "https://www.contoso.com/help" } } }
```

```json bad
{ "info": { "contact": { "url": "https://contoso.com/our help" } } }
```

```json bad
{ "info": { "contact": { "url": "https://https://contoso.com" } } }
```

```json bad
{ "info": { "contact": { "url": "https://localhost" } } }
```

An answer of yours is judged in the same way:

```toml bad also=answer-contradicts-file
[support]
url = "contoso.com/help"
```

```json good
{ "info": { "contact": { "url": "HTTPS://contoso.com" } } }
```

```json good
{ "info": { "contact": { "url": "https://contoso.com:8443?topic=help" } } }
```
"#,
};

/// The answer that stands for the same member.
const KEY: &str = "support.url";

fn is_wrong(text: &str) -> bool {
    !is_blank(Some(text)) && !is_address(text)
}

fn message(text: &str) -> String {
    format!(
        "“{}” is not an absolute web address. Write it in full, such as https://contoso.com/help, \
         without blanks.",
        quote(text)
    )
}

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if let Some(found) = contact_text(definition, "url").filter(|found| is_wrong(found)) {
        let place = Place::definition("/info/contact/url");
        out.say_with(place, message(&found), answered(cx, KEY));
    }
}

fn check_answer(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(answer) = answers.confirmed(KEY).map(str::trim) else { return };
    // Where the file shows the fault as well, the finding stands there.
    let in_file = cx.definition().and_then(|definition| contact_text(definition, "url"));
    if is_wrong(answer) && !in_file.is_some_and(|found| is_wrong(&found)) {
        out.say(Place::Answer(KEY), message(answer));
    }
}
