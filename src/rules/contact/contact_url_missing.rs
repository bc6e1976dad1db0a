//! A definition without a support page.

use super::contact_text;
use crate::connector::definition::Definition;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static CONTACT_URL_MISSING: Rule = Rule {
    id: "contact-url-missing",
    official: &[],
    level: Levels { verified: Level::Error, independent: Level::Warning },
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write your answer into the file",
        make: |cx, _| fix::answer::written(cx, "support.url"),
    }),
    docs: r#"The definition gives no support page.

Customers look for help on the web before they write. Verified publishers must name a page; of
independent ones it is asked, and often let pass.

Add `url` to `info.contact`, with `https://`.

```json bad
{ "info": { "contact": { "url": null } } }
```

```json bad publisher=independent
{ "info": { "contact": { "url": "" } } }
```

```json bad
{ "info": { "contact": { "url": null } } }
```

```toml bad and
[support]
url = "https://contoso.com/help"
```

```json fixed
{ "info": { "contact": { "url": "https://contoso.com/help" } } }
```

```toml fixed and
[support]
url = "https://contoso.com/help"
```

```json good
{ "info": { "contact": { "url": "https://contoso.com/help" } } }
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if is_blank(contact_text(definition, "url")) {
        say_missing(
            cx,
            out,
            Place::definition("/info/contact/url"),
            "support.url",
            "The definition gives no support page.",
            "Add its address as `url` under `info.contact`.",
        );
    }
}
