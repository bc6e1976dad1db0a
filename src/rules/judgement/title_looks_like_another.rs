//! A title that is easily mistaken for another connector's.

use super::{is_own, publisher_name};
use crate::connector::definition::Definition;
use crate::connector::published;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static TITLE_LOOKS_LIKE_ANOTHER: Rule = Rule {
    id: "title-looks-like-another",
    official: &["5000.2.2.5"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"The title is easily mistaken for that of another published connector.

Titles count as alike when the same letters and digits stand in them, or when one letter differs
(two, from fourteen on). Your own connectors and titles that differ by a number are left out.

Say in the title what sets your connector apart.

This is a judgement by likeness and may be wrong: it fires on 0 of 216 published connectors. To
be sure, look the other connector up: would people take yours for it?

```json bad
{"info": {"title": "Abstract Holliday"}}
```

```json good
{"info": {"title": "Abstract Holydaze"}}
```

```json good
{"info": {"title": "Abstract Holidays 2"}}
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = definition.title() else { return };
    let publisher = publisher_name(cx);
    let other = published::alike(&title).find(|entry| {
        !is_own(cx, definition, entry)
            && !publisher.as_deref().is_some_and(|publisher| entry.is_by(publisher))
    });
    // A title that is taken has a finding already.
    let is_taken = || published::taken(&title).next().is_some();
    if let Some(other) = other.filter(|_| !is_taken()) {
        out.say(
            Place::definition("/info/title"),
            format!(
                "“{}” looks like “{}” of {}. Say what sets yours apart.",
                quote(title.trim()),
                quote(other.title),
                quote(other.publisher)
            ),
        );
    }
}
