//! A description that names another product of the Power Platform.

use super::{description, names, refused_products};
use crate::connector::definition::Definition;
use crate::connector::terms::products;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_NAMES_OTHER_PRODUCT: Rule = Rule {
    id: "description-names-other-product",
    official: &["5000.2.3.5"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S8"],
    fix: None,
    docs: r#"The description names another product of the Power Platform.

The text asks to name none of them; the validator looks for three only. So this is advice: Power
Pages, Power BI, Power Platform, Power Virtual Agents, Copilot Studio, Microsoft Flow, and Power
Apps or Power Automate written as one word.

Say what the connector does, not where.

```json bad
{"info": {"description": "Create and look up invoices from Copilot Studio, safely."}}
```

```json bad
{"info": {"description": "Create and look up invoices in your PowerApps, safely."}}
```

```json good
{"info": {"description": "Create and look up invoices with a superpower, BI included."}}
```

```json good
{"info": {"description": "Create and look up invoices with the power of a platform."}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(description) = description(definition) else { return };
    let found = products(&description);
    // The finer rule speaks where the validator refuses the text.
    if !found.is_empty() && refused_products(&description).is_empty() {
        out.say(
            Place::definition("/info/description"),
            format!(
                "The description names {}. Better say what the connector does, not in which \
                 product.",
                names(&found)
            ),
        );
    }
}
