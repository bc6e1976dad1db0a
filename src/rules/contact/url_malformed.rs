//! The contact's web page is no web address.

use super::unlike_file;
use crate::answers::Answers;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
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
    docs: "\
The contact's web page is no absolute web address.

Customers click it. An address begins with `https://` or `http://`, and its host has a dot.

```json bad
{\"info\": {\"contact\": {\"url\": \"contoso.com/help\"}}}
```

```json bad
{\"info\": {\"contact\": {\"url\": \"https://https://contoso.com\"}}}
```

```json bad
{\"info\": {\"contact\": {\"url\": \" https://contoso.com\"}}}
```

```toml bad also=answer-contradicts-file
[support]
url = \"contoso.com/help\"
```

```json good
{\"info\": {\"contact\": {\"url\": \"HTTP://contoso.com?a\"}}}
```
",
};

const REMEDY: &str = "Write the whole address, such as https://contoso.com/help.";

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(url) = definition.contact().and_then(|contact| contact.text("url")) else { return };
    if !terms::is_blank(Some(&url)) && !terms::is_address(&url) {
        out.say(
            Place::definition("/info/contact/url"),
            format!("“{}” is no web address. {REMEDY}", quote(&url)),
        );
    }
}

fn check_answer(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    if let Some(url) = unlike_file(cx, "support.url")
        && !terms::is_address(url.trim())
    {
        out.say(
            Place::Answer("support.url"),
            format!("“{}” is no web address. {REMEDY}", quote(url)),
        );
    }
}
