//! Metadata without a privacy policy.

use super::{METADATA, metadata_text};
use crate::connector::definition::Definition;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::say_missing;

pub(crate) static PRIVACY_POLICY_MISSING: Rule = Rule {
    id: "privacy-policy-missing",
    official: &["ConnectorMetadataPropertiesMissing", "5000.3.1.5"],
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
        make: |cx, _| fix::answer::written(cx, "support.privacy_policy"),
    }),
    docs: r#"The metadata has no privacy policy.

People want to know what becomes of the data that their flows send. Independent publishers link to
the policy of the service, not to one of their own.

Add `{"propertyName": "Privacy policy", "propertyValue": "https://…"}` to the list
`x-ms-connector-metadata`.

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

The name has a blank in it:

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "PrivacyPolicy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "" },
  { "propertyName": "Categories", "propertyValue": "Finance;Productivity" }
] }
```

```toml bad and
[support]
privacy_policy = "https://contoso.com/privacy"
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
privacy_policy = "https://contoso.com/privacy"
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
    if is_blank(metadata_text(definition, "Privacy policy")) {
        say_missing(
            cx,
            out,
            Place::definition(METADATA),
            "support.privacy_policy",
            "The metadata has no privacy policy.",
            "Add an entry `Privacy policy` with its address to `x-ms-connector-metadata`.",
        );
    }
}
