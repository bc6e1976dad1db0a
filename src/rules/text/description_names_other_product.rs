//! The description names another Power Platform product.

use super::description;
use super::description_names_product::REFUSED;
use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_NAMES_OTHER_PRODUCT: Rule = Rule {
    id: "description-names-other-product",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S8"],
    docs: "\
The description names another product of the Power Platform.

The validator lets these pass; reviewers may not.

```json bad
{\"info\": {\"description\": \"Use your invoices in Power BI and in other places.\"}}
```

```json good
{\"info\": {\"description\": \"Use your invoices in reports and in other places.\"}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(description) = description(definition) else { return };
    let found = terms::products(&description);
    // The finer rule speaks where one of its own words stands.
    if !found.is_empty() && !found.iter().any(|word| REFUSED.contains(word)) {
        out.say(
            Place::definition("/info/description"),
            format!("The description names {}; better without.", found.join(" and ")),
        );
    }
}
