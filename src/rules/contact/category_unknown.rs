//! A category that Microsoft does not have.

use super::{answered, metadata_text};
use crate::answers::{Answers, items};
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms::{CATEGORIES, categories};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
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
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Spell the category as Microsoft does",
        make: |cx, place| {
            fix::rewrite(cx, place, |found| {
                let spelt = categories(found)
                    .map(|category| fix::text::but_for_case(category, &CATEGORIES))
                    .collect::<Option<Vec<_>>>()?;
                Some(spelt.join(";"))
            })
        },
    }),
    docs: r#"A category is not one of Microsoft's nineteen.

The gallery has fixed categories. They are matched letter by letter, capitals included: AI; Business
Management; Business Intelligence; Collaboration; Commerce; Communication; Content and Files;
Finance; Data; Human Resources; Internet of Things; IT Operations; Lifestyle and Entertainment;
Marketing; Productivity; Sales and CRM; Security; Social Media; Website.

Pick one or two of these, joined by `;`.

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Invoicing" }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;productivity" }
] }
```

```json fixed
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;Productivity" }
] }
```

A comma does not part two categories:

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance, Data" }
] }
```

An answer of yours is judged in the same way (there a comma does part them):

```toml bad also=answer-contradicts-file
[support]
categories = "Finance, Invoicing"
```

Blanks around a category and empty ones between two `;` do not matter:

```json good
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": " IT Operations ;; Data;" }
] }
```
"#,
};

const KEY: &str = "support.categories";

/// What is wrong with the categories, if anything is.
fn fault<'a>(mut found: impl Iterator<Item = &'a str>) -> Option<String> {
    let unknown = found.find(|category| !CATEGORIES.contains(category))?;
    let alike = CATEGORIES.iter().find(|category| category.eq_ignore_ascii_case(unknown));
    let said = quote(unknown);
    Some(match alike {
        Some(category) => {
            format!("Microsoft spells the category “{said}” as `{category}`. Write it so.")
        }
        None => format!(
            "“{said}” is not one of Microsoft's nineteen categories. Pick one or two of those \
             that `conncert explain category-unknown` lists; in the file `;` stands between them."
        ),
    })
}

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(entry) = definition.metadata("Categories") else { return };
    let Some(found) = entry.text("propertyValue") else { return };
    if let Some(fault) = fault(categories(&found)) {
        let place = Place::member(Role::Definition, entry, "propertyValue");
        out.say_with(place, fault, answered(cx, KEY));
    }
}

fn check_answer(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(fault_of_answer) = answers.confirmed(KEY).and_then(|answer| fault(items(answer)))
    else {
        return;
    };
    // Where the file shows the fault as well, the finding stands there.
    let in_file = cx.definition().and_then(|definition| metadata_text(definition, "Categories"));
    if in_file.and_then(|found| fault(categories(&found))).is_none() {
        out.say(Place::Answer(KEY), fault_of_answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_lists_every_category() {
        let unwrapped = CATEGORY_UNKNOWN.docs.replace('\n', " ");
        assert!(unwrapped.contains(&CATEGORIES.join("; ")));
    }
}
