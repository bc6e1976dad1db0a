//! Metadata without the product's web site.

use super::{METADATA, metadata_text};
use crate::connector::definition::Definition;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static WEBSITE_MISSING: Rule = Rule {
    id: "website-missing",
    official: &["ConnectorMetadataPropertiesMissing", "5000.3.1.3"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5", "S9"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Write your answer into the file",
        make: |cx, _| fix::answer::written(cx, "support.website"),
    }),
    docs: r#"The metadata has no web site of the product.

The connector's page links to the service it speaks to. Without the link the validator refuses the
definition.

Add `{"propertyName": "Website", "propertyValue": "https://…"}` to the list
`x-ms-connector-metadata`.

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

The list itself must be there, and be a list:

```json bad also=privacy-policy-missing,categories-missing
{ "x-ms-connector-metadata": { "Website": "https://contoso.com" } }
```

Of two entries the first one counts:

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website" },
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;Productivity" }
] }
```

```toml bad and
[support]
website = "https://contoso.com"
```

```json fixed
{ "x-ms-connector-metadata": [
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance;Productivity" },
  { "propertyName": "Website", "propertyValue": "https://contoso.com" }
] }
```

```toml fixed and
[support]
website = "https://contoso.com"
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
    if is_blank(metadata_text(definition, "Website")) {
        say_missing(
            cx,
            out,
            Place::definition(METADATA),
            "support.website",
            "The metadata has no web site of the product.",
            "Add an entry `Website` with its address to `x-ms-connector-metadata`.",
        );
    }
}
