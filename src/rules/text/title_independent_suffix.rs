//! A title that says "(Independent Publisher)".

use super::title;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    fix: None,
    docs: r#"The title ends with "(Independent Publisher)".

The platform adds the words itself. They belong to the title of the pull request, not of the
connector: no published connector has them.

Take the words out of the title.

```json bad also=title-end-not-alphanumeric publisher=independent
{"info": {"title": "Fab (Independent Publisher)"}}
```

```json bad
{"info": {"title": "(INDEPENDENT publisher) Fab"}}
```

```json good publisher=independent
{"info": {"title": "Independent Publisher Fabrikam"}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    if title.to_ascii_lowercase().contains("(independent publisher)") {
        out.say(
            Place::definition("/info/title"),
            "The title says “(Independent Publisher)”. Take it out: the platform adds it, and \
             only the title of the pull request needs it.",
        );
    }
}
