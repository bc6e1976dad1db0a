//! The contact has no web page.

use super::ready;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static CONTACT_URL_MISSING: Rule = Rule {
    id: "contact-url-missing",
    official: &["RequiredPropertyMissing"],
    level: Levels { verified: Level::Error, independent: Level::Warning },
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The contact has no web page.

Microsoft links to it from the page of the connector. Independent publishers are often let off.

Fill in `info.contact.url`.

```json bad
{\"info\": {\"contact\": {\"url\": null}}}
```

```json bad
{\"info\": {\"contact\": {\"url\": \" \\u2003\"}}}
```

```json bad also=contact-name-missing,contact-email-missing
{\"info\": {\"contact\": null}}
```

```json good
{\"info\": {\"contact\": {\"url\": \"https://contoso.com/help\"}}}
```
",
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if terms::is_blank(definition.contact().and_then(|contact| contact.text("url"))) {
        let (hint, related) = ready(cx, "support.url");
        out.say_with(
            Place::definition("/info/contact/url"),
            format!("The support contact has no web page. {hint}"),
            related,
        );
    }
}
