//! The connector metadata has no privacy policy.

use super::ready;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PRIVACY_POLICY_MISSING: Rule = Rule {
    id: "privacy-policy-missing",
    official: &["ConnectorMetadataPropertiesMissing", "5000.3.1.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    docs: "\
The connector metadata has no privacy policy.

It stands on the connector's page, and certification refuses a connector without it.

Add an entry `Privacy policy` to the list `x-ms-connector-metadata` of the definition.

```json bad also=website-missing,categories-missing
{\"x-ms-connector-metadata\": null}
```

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance\"}]}
```

```json good
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/privacy\"}, {\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}]}
```
",
};

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let value = definition.metadata("Privacy policy").and_then(|entry| entry.text("propertyValue"));
    if terms::is_blank(value) {
        let (hint, related) = ready(cx, "support.privacy_policy");
        out.say_with(
            Place::definition("/x-ms-connector-metadata"),
            format!("The connector metadata has no entry `Privacy policy`. {hint}"),
            related,
        );
    }
}
