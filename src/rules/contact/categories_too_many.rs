//! More than two categories.

use super::{categories, unlike_file};
use crate::answers::Answers;
use crate::answers::items;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static CATEGORIES_TOO_MANY: Rule = Rule {
    id: "categories-too-many",
    official: &["TooManyConnectorCategories"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Answers(check_answer)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The connector names more than two categories.

Keep the one or two that fit best.

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity;Data\"}]}
```

```toml bad also=answer-contradicts-file
[support]
categories = \"Finance, Productivity, Data\"
```

```json good
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity;\"}]}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(value) = categories(definition) else { return };
    let count = terms::categories(&value.as_str().unwrap_or_default()).count();
    if count > MOST {
        out.say(Place::node(Role::Definition, value), sentence(count));
    }
}

fn check_answer(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    let Some(text) = unlike_file(cx, "support.categories") else { return };
    let count = items(text).count();
    if count > MOST {
        out.say(Place::Answer("support.categories"), sentence(count));
    }
}

const MOST: usize = 2;

fn sentence(count: usize) -> String {
    format!("{count} categories; two at most. Keep those that fit best.")
}
