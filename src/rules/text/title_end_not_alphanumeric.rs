//! A title that does not end with a letter or a digit.

use super::title;
use crate::connector::definition::Definition;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static TITLE_END_NOT_ALPHANUMERIC: Rule = Rule {
    id: "title-end-not-alphanumeric",
    official: &["ValueMustEndWithAlphanumeric", "5000.2.2.3"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take the blanks at the end off",
        make: |cx, place| {
            fix::rewrite(cx, place, |title| {
                let title = title.trim_end();
                title.ends_with(|c: char| c.is_ascii_alphanumeric()).then(|| title.to_owned())
            })
        },
    }),
    docs: r#"The title does not end with a letter or a digit.

The last character has to be one of A to Z, a to z or 0 to 9. A blank at the end counts as well,
though nobody sees it; so does a closing parenthesis.

Take the last characters off, or put the words in another order.

```json bad
{"info": {"title": "Contoso Invoices "}}
```

```json fixed
{"info": {"title": "Contoso Invoices"}}
```

```json bad
{"info": {"title": "Contoso Invoices (beta)"}}
```

```json bad also=title-not-ascii
{"info": {"title": "Contoso Café"}}
```

```json good
{"info": {"title": "Contoso (beta) 2"}}
```

```json good
{"info": {"title": " Contoso"}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let Some(last) = title.chars().next_back().filter(|c| !c.is_ascii_alphanumeric()) else {
        return;
    };
    let last = match last {
        ' ' => "a blank".to_owned(),
        other => format!("“{}”", quote(&other.to_string())),
    };
    out.say(
        Place::definition("/info/title"),
        format!("The title ends with {last}. Let it end with a letter (A to Z) or a digit."),
    );
}
