//! Metadata without categories.

use super::{METADATA, metadata_text};
use crate::connector::definition::Definition;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static CATEGORIES_MISSING: Rule = Rule {
    id: "categories-missing",
    official: &["ConnectorMetadataPropertiesMissing"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write your answer into the file",
        make: |cx, _| fix::answer::written(cx, "support.categories"),
    }),
    docs: r#"The metadata names no category.

Categories are where people find the connector in the gallery.

Add `{"propertyName": "Categories", "propertyValue": "Finance;Productivity"}` to the list
`x-ms-connector-metadata`, with one or two of Microsoft's categories (`conncert explain
category-unknown` lists them).

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "  " }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" }
] }
```

```toml bad and
[support]
categories = "Finance, Productivity"
```

```json fixed
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;Productivity" }
] }
```

```toml fixed and
[support]
categories = "Finance, Productivity"
```

```json good
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```
"#,
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if is_blank(metadata_text(definition, "Categories")) {
        say_missing(
            cx,
            out,
            Place::definition(METADATA),
            "support.categories",
            "The metadata names no category.",
            "Add an entry `Categories` with one or two of them to `x-ms-connector-metadata`, \
             joined by `;`.",
        );
    }
}
