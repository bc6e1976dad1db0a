//! The title names a product of Microsoft's.

use super::title;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static TITLE_NAMES_PRODUCT: Rule = Rule {
    id: "title-names-product",
    official: &["5000.2.2.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S8"],
    docs: "\
The title names a product of the Power Platform.

It would look as if the connector were Microsoft's own.

```json bad
{\"info\": {\"title\": \"Contoso for Power BI\"}}
```

```json bad
{\"info\": {\"title\": \"Copilot Studio Contoso\"}}
```

```json good
{\"info\": {\"title\": \"Contoso Power-Apps\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let found = terms::products(&title);
    if !found.is_empty() {
        out.say(
            Place::definition("/info/title"),
            format!(
                "The title names a product of Microsoft's ({}). Take it out.",
                found.join(", ")
            ),
        );
    }
}
