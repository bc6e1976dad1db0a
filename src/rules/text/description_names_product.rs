//! The description names Power Apps, Power Automate or Logic Apps.

use super::description;
use crate::connector::definition::Definition;
use crate::connector::terms;
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
    docs: "\
The description names Power Apps, Power Automate or Logic Apps.

The validator refuses these three. Speak of what people can do, not of where they do it.

```json bad
{\"info\": {\"description\": \"Use your invoices in power automate and elsewhere.\"}}
```

```json good
{\"info\": {\"description\": \"Use your invoices in flows and apps, PowerApplied.\"}}
```
",
};

/// The validator's own list.
pub(super) const REFUSED: [&str; 3] = ["power apps", "power automate", "logic apps"];

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(description) = description(definition) else { return };
    let found: Vec<&str> =
        REFUSED.into_iter().filter(|word| terms::has_word(&description, word)).collect();
    if !found.is_empty() {
        out.say(
            Place::definition("/info/description"),
            format!("The description names {}. Take that out.", found.join(" and ")),
        );
    }
}
