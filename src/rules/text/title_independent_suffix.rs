//! The title carries the suffix of the pull request.

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
    cites: &["S2"],
    docs: "\
The title contains “(Independent Publisher)”.

The suffix belongs to the title of the pull request; the platform adds it by itself. No published connector has it in its title.

```json bad also=title-end-not-alphanumeric
{\"info\": {\"title\": \"A (independent publisher)\"}}
```

```json good
{\"info\": {\"title\": \"Independent Publisher\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    if title.to_ascii_lowercase().contains("(independent publisher)") {
        out.say(
            Place::definition("/info/title"),
            "Keep “(Independent Publisher)” for the pull request; the platform adds it to the title.",
        );
    }
}
