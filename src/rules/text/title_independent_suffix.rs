//! A title that says "(Independent Publisher)".

use super::title;
use crate::connector::definition::Definition;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static TITLE_INDEPENDENT_SUFFIX: Rule = Rule {
    id: "title-independent-suffix",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Take “(Independent Publisher)” out",
        make: |cx, place| {
            fix::rewrite(cx, place, |title| {
                let at = title.to_ascii_lowercase().find(SUFFIX)?;
                let rest = format!("{} {}", &title[..at], &title[at + SUFFIX.len()..]);
                let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
                (!rest.is_empty()).then_some(rest)
            })
        },
    }),
    docs: r#"The title ends with "(Independent Publisher)".

The platform adds the words itself. They belong to the title of the pull request, not of the
connector: no published connector has them.

Take the words out of the title.

```json bad also=title-end-not-alphanumeric publisher=independent
{"info": {"title": "Fab (Independent Publisher)"}}
```

```json fixed publisher=independent
{"info": {"title": "Fab"}}
```

```json bad
{"info": {"title": "(INDEPENDENT publisher) Fab"}}
```

```json fixed
{"info": {"title": "Fab"}}
```

```json good publisher=independent
{"info": {"title": "Independent Publisher Fabrikam"}}
```
"#,
};

const SUFFIX: &str = "(independent publisher)";

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    if title.to_ascii_lowercase().contains(SUFFIX) {
        out.say(
            Place::definition("/info/title"),
            "The title says “(Independent Publisher)”. Take it out: the platform adds it, and \
             only the title of the pull request needs it.",
        );
    }
}
