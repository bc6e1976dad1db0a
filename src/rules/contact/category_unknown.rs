//! A category that Microsoft does not have.

use super::{categories, unlike_file};
use crate::answers::Answers;
use crate::answers::items;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static CATEGORY_UNKNOWN: Rule = Rule {
    id: "category-unknown",
    official: &["InvalidConnectorCategory"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Answers(check_answer)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
A category is not one of Microsoft's nineteen.

The connector is sorted by them. The spelling counts, case included, and several are joined by `;`.

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finances\"}]}
```

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"finance\"}]}
```

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance,Productivity\"}]}
```

```toml bad also=answer-contradicts-file
[support]
categories = \"Finances\"
```

```json good
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \" IT Operations ; Internet of Things;\"}]}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(value) = categories(definition) else { return };
    let text = value.as_str().unwrap_or_default();
    let unknown: Vec<&str> = terms::categories(&text).filter(|name| !is_known(name)).collect();
    if !unknown.is_empty() {
        out.say(Place::node(Role::Definition, value), sentence(&unknown));
    }
}

fn check_answer(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    let Some(text) = unlike_file(cx, "support.categories") else { return };
    let unknown: Vec<&str> = items(text).filter(|name| !is_known(name)).collect();
    if !unknown.is_empty() {
        out.say(Place::Answer("support.categories"), sentence(&unknown));
    }
}

fn is_known(name: &str) -> bool {
    terms::CATEGORIES.contains(&name)
}

fn sentence(unknown: &[&str]) -> String {
    let near = terms::CATEGORIES
        .into_iter()
        .find(|known| unknown.iter().any(|name| name.eq_ignore_ascii_case(known)));
    let remedy = match near {
        Some(known) => format!("It is spelt `{known}`."),
        None => format!("Choose from: {}.", terms::CATEGORIES.join(", ")),
    };
    format!("“{}” is no category of Microsoft's. {remedy}", quote(&unknown.join("; ")))
}
