//! Metadata names in other capitals than Microsoft's.

use super::answered;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static METADATA_NAME_MISSPELT: Rule = Rule {
    id: "metadata-name-misspelt",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Spell the name as Microsoft does",
        make: |cx, place| {
            let known = NAMES.map(|(name, _)| name);
            fix::rewrite(cx, place, |name| fix::text::but_for_case(name, &known).map(str::to_owned))
        },
    }),
    docs: r#"A metadata entry is named in other capitals than Microsoft's.

The names are `Website`, `Privacy policy` and `Categories`. Other capitals are understood today; the
exact name is safer.

Write the name as Microsoft does.

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy Policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json fixed
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "CATEGORIES", "propertyValue": "Finance" }
] }
```

```json fixed
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

A name that differs by more than capitals is another entry, and its own concern:

```json good
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" },
  { "propertyName": "Web site", "propertyValue": "https://contoso.com" }
] }
```
"#,
};

/// The names as Microsoft spells them, and the question that each answers.
const NAMES: [(&str, &str); 3] = [
    ("Website", "support.website"),
    ("Privacy policy", "support.privacy_policy"),
    ("Categories", "support.categories"),
];

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (wanted, key) in NAMES {
        let Some(entry) = definition.metadata(wanted) else { continue };
        let Some(found) = entry.text("propertyName").filter(|found| found != wanted) else {
            continue;
        };
        out.say_with(
            Place::member(Role::Definition, entry, "propertyName"),
            format!("Microsoft spells “{}” as `{wanted}`. Write it so.", quote(&found)),
            answered(cx, key),
        );
    }
}
