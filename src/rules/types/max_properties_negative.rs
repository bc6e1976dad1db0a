//! A count below zero.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink};
use crate::rules::types::remove;

pub(crate) static MAX_PROPERTIES_NEGATIVE: Rule = Rule {
    id: "max-properties-negative",
    official: &["MaxPropertiesMustBeGreaterThanOrEqualToZero"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Take `maxProperties` out", make: remove }),
    docs: "\
`maxProperties` is below zero.

No object has fewer than no properties. Write the number you mean, or take the limit out.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}, \"maxProperties\": -1}}}}}}}}
```

```json fixed
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}, \"maxProperties\": 0}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.number(Keyword::MaxProperties).is_some_and(|number| number < 0.0) {
        out.say(
            Place::member(Role::Definition, site.node, "maxProperties"),
            "No object has fewer than no properties. Make `maxProperties` zero or more, or take it out.",
        );
    }
}
