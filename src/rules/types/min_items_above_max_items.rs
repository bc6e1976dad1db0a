//! A lower limit above the upper one.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::rules::types::crossed;

pub(crate) static MIN_ITEMS_ABOVE_MAX_ITEMS: Rule = Rule {
    id: "min-items-above-max-items",
    official: &["MinItemsShouldBeLessThanOrEqualToMaxItems"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
`minItems` is greater than `maxItems`.

No value lies between them, so nothing could ever be right. Often the two were swapped.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"minItems\": 6, \"maxItems\": 5}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"minItems\": 5, \"maxItems\": 5}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"minItems\": 6}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if let Some((low, high)) = crossed(site, Keyword::MinItems, Keyword::MaxItems) {
        out.say_with(
            Place::node(Role::Definition, low),
            format!(
                "`minItems` is {}, but `maxItems` is only {}: no value fits. Correct one of them.",
                quote(low.raw()),
                quote(high.raw())
            ),
            vec![Place::node(Role::Definition, high)],
        );
    }
}
