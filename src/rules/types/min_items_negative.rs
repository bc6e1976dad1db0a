//! A count below zero.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static MIN_ITEMS_NEGATIVE: Rule = Rule {
    id: "min-items-negative",
    official: &["MinItemsMustBeGreaterThanOrEqualToZero"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Take `minItems` out", make: remove }),
    docs: "\
`minItems` is below zero.

No list has fewer than no elements. Write the number you mean, or take the limit out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"minItems\": -1}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"minItems\": 0}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.number(Keyword::MinItems).is_some_and(|number| number < 0.0) {
        out.say(
            Place::member(Role::Definition, site.node, "minItems"),
            "No list has fewer than no elements. Make `minItems` zero or more, or take it out.",
        );
    }
}
