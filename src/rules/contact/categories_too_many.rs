//! More categories than the gallery takes.

use super::{answered, metadata_text};
use crate::answers::{Answers, items};
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms::categories;
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
    fix: None,
    docs: r#"The metadata names more than two categories.

A connector stands in two categories of the gallery at most.

Keep the two under which people would look for it first.

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;Data;Productivity" }
] }
```

The same one twice counts twice:

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;Finance;Finance" }
] }
```

An answer of yours is judged in the same way:

```toml bad also=answer-contradicts-file
[support]
categories = "Finance, Data, Productivity"
```

```json good
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;Data;" }
] }
```
"#,
};

const KEY: &str = "support.categories";

/// As many as the gallery takes.
const MOST: usize = 2;

fn message(count: usize) -> String {
    format!(
        "There are {count} categories; Microsoft takes {MOST} at most. Keep the {MOST} that fit \
         best."
    )
}

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(entry) = definition.metadata("Categories") else { return };
    let count = entry.text("propertyValue").map_or(0, |found| categories(&found).count());
    if count > MOST {
        let place = Place::member(Role::Definition, entry, "propertyValue");
        out.say_with(place, message(count), answered(cx, KEY));
    }
}

fn check_answer(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let count = answers.confirmed(KEY).map_or(0, |answer| items(answer).count());
    // Where the file shows the fault as well, the finding stands there.
    let in_file = cx.definition().and_then(|definition| metadata_text(definition, "Categories"));
    if count > MOST && in_file.is_none_or(|found| categories(&found).count() <= MOST) {
        out.say(Place::Answer(KEY), message(count));
    }
}
