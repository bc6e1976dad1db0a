//! A title that another published connector bears.

use super::is_own;
use crate::connector::definition::Definition;
use crate::connector::published;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static TITLE_ALREADY_TAKEN: Rule = Rule {
    id: "title-already-taken",
    official: &["5000.2.2.5"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"Another published connector bears this title already.

People choose a connector by its title, so each is given once. Capitals and blanks at the ends make
no difference. A connector that is already published is known by its host and its publisher and is
not held against itself.

Find a title of your own: add what the connector does, or your company's name.

This is a judgement by a list of 2024 and may be wrong: it fires on 2 of 216 published
connectors. To be sure, search for the title among the connectors of Power Automate.

```json bad
{"info": {"title": "abstract holidays"}}
```

```json bad
{"info": {"title": " Abstract Holidays"}}
```

```json good
{"info": {"title": "Contoso Holidays"}}
```

The connector itself, known by its host and its publisher:

```json good
{"info": {"title": "Abstract Holidays"}, "host": "Holidays.AbstractAPI.com"}
```

```json good and file=apiProperties.json
{"properties": {"publisher": "fördős andrás"}}
```

Somebody else's connector for the same service:

```json bad
{"info": {"title": "Abstract Holidays"}, "host": "holidays.abstractapi.com"}
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = definition.title() else { return };
    let other = published::taken(&title).find(|entry| !is_own(cx, definition, entry));
    if let Some(other) = other {
        out.say(
            Place::definition("/info/title"),
            format!(
                "“{}” is already taken by the connector of {} for {}. Add what yours does, or your \
                 company's name.",
                quote(title.trim()),
                quote(other.publisher),
                quote(other.host)
            ),
        );
    }
}
