//! A description that names a product the validator refuses.

use super::{description, names, refused_products};
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_NAMES_PRODUCT: Rule = Rule {
    id: "description-names-product",
    official: &["ValueContainsRestrictedWords", "5000.2.3.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: r#"The description names Power Apps, Power Automate or Logic Apps.

A connector works in all of Microsoft's products, so a description that names some of them is wrong
from the start. The validator looks for these three.

Say what the connector does, not where.

```json bad
{"info": {"description": "Create and look up invoices in your Power Apps, safely."}}
```

```json bad
{"info": {"description": "Invoices of small companies, made for power automate."}}
```

```json bad
{"info": {"description": "Invoices of small companies, made for Azure/LOGIC APPS."}}
```

```json good
{"info": {"description": "Create and look up invoices in your power  apps, safely."}}
```

```json good
{"info": {"description": "Invoices for people with power. Apps are welcome as well."}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(description) = description(definition) else { return };
    let found = refused_products(&description);
    if !found.is_empty() {
        out.say(
            Place::definition("/info/description"),
            format!(
                "The description names {}. Say what the connector does, not in which product.",
                names(&found)
            ),
        );
    }
}
